package newspage_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/newspage-go/newspage"
)

const examplePage = `<!DOCTYPE html>
<html lang="en">
<head>
<title>Bridge reopens after two years - The Harbour News</title>
<meta property="og:site_name" content="The Harbour News">
<meta property="article:published_time" content="2025-06-12T09:30:00+02:00">
</head>
<body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article>
<h1>Bridge reopens after two years</h1>
<p class="byline">By <a href="/staff/roe">Jane Roe</a></p>
<p>The bridge over the harbour opens again on Monday, the mayor said, after two years of work on its steel and its foundations.</p>
<p>About nine thousand people crossed it every day before it was closed, and the ferry that took its place stops on the same day.</p>
<blockquote><p>We have waited long enough for this day.</p><footer>Anna Lind, mayor of Harbour</footer></blockquote>
<p>The work cost thirty million, which is four million more than the council had planned, because the old piers had to be replaced.</p>
</article>
<section class="related">
<h2>Related articles</h2>
<ul><li><a href="/2025/ferry">Ferry makes its last crossing</a></li><li><a href="/2025/port">Port grows for the third year</a></li></ul>
</section>
<footer>© The Harbour News</footer>
</body>
</html>`

// A page is fetched with net/http. The response has what Options want: the
// address that the redirects led to, and the header with the charset.
func Example() {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/2025/bridge" {
			http.Redirect(w, r, "/2025/bridge", http.StatusMovedPermanently)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, examplePage)
	}))
	defer site.Close()

	client := &http.Client{Timeout: 10 * time.Second}
	resp, err := client.Get(site.URL + "/old-address")
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		log.Fatal(resp.Status) // the page of an error may read like an article
	}
	article, err := newspage.Parse(resp.Body, &newspage.Options{
		URL:         resp.Request.URL,
		ContentType: resp.Header.Get("Content-Type"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(article.Title)
	fmt.Println(strings.TrimPrefix(article.URL, site.URL))
	fmt.Println(strings.TrimPrefix(article.Related[0].URL, site.URL))
	// Output:
	// Bridge reopens after two years
	// /2025/bridge
	// /2025/ferry
}

func ExampleParse() {
	page, err := url.Parse("https://news.example/2025/bridge")
	if err != nil {
		log.Fatal(err)
	}
	article, err := newspage.Parse(strings.NewReader(examplePage), &newspage.Options{URL: page})
	if errors.Is(err, newspage.ErrNoArticle) {
		fmt.Println("no article, but the page is called", article.Title)
		return
	}
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(article.Title)
	fmt.Println(article.Site, article.Published.Format("2 January 2006 15:04 -0700"))
	for _, a := range article.Authors {
		fmt.Println("by", a.Name, a.URL)
	}
	for _, q := range article.Quotes {
		fmt.Printf("%q: %s\n", q.Text, q.Attribution)
	}
	for _, r := range article.Related {
		fmt.Println("see", r.Title, r.URL)
	}
	// Output:
	// Bridge reopens after two years
	// The Harbour News 12 June 2025 09:30 +0200
	// by Jane Roe https://news.example/staff/roe
	// "We have waited long enough for this day.": Anna Lind, mayor of Harbour
	// see Ferry makes its last crossing https://news.example/2025/ferry
	// see Port grows for the third year https://news.example/2025/port
}

func ExampleArticle_Text() {
	article, err := newspage.Parse(strings.NewReader(examplePage), nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(article.Text())
	// Output:
	// The bridge over the harbour opens again on Monday, the mayor said, after two years of work on its steel and its foundations.
	//
	// About nine thousand people crossed it every day before it was closed, and the ferry that took its place stops on the same day.
	//
	// > We have waited long enough for this day.
	// > — Anna Lind, mayor of Harbour
	//
	// The work cost thirty million, which is four million more than the council had planned, because the old piers had to be replaced.
}

// A page without an article is an error that comes with what the page says of
// itself; bytes that are no page come with nothing.
func ExampleParse_errors() {
	for _, page := range []string{
		`<title>All stories</title><ul><li><a href="/a">Bridge reopens</a></ul>`,
		"%PDF-1.7",
		examplePage,
	} {
		article, err := newspage.Parse(strings.NewReader(page), &newspage.Options{MaxBytes: 1000})
		switch {
		case errors.Is(err, newspage.ErrNoArticle):
			fmt.Printf("no article in %q\n", article.Title)
		case errors.Is(err, newspage.ErrNotHTML), errors.Is(err, newspage.ErrTooLarge):
			fmt.Println(err, article == nil)
		case err != nil:
			log.Fatal(err)
		}
	}
	// Output:
	// no article in "All stories"
	// newspage: not HTML: it looks like PDF true
	// newspage: page is too large: over 1000 bytes true
}

// A tree that is parsed already, perhaps for other purposes too, is only read.
func ExampleParseNode() {
	doc, err := html.ParseWithOptions(strings.NewReader(examplePage), html.ParseOptionEnableScripting(false))
	if err != nil {
		log.Fatal(err)
	}
	article, err := newspage.ParseNode(doc, nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(article.Title)
	// Output: Bridge reopens after two years
}

// The kind of a block says which of its fields are set.
func ExampleBlock() {
	article, err := newspage.Parse(strings.NewReader(examplePage), nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, block := range article.Body {
		switch block.Kind {
		case newspage.KindParagraph, newspage.KindHeading, newspage.KindCode:
			fmt.Printf("%s of %d words\n", block.Kind, len(strings.Fields(block.Text)))
		case newspage.KindList:
			fmt.Println("list of", len(block.Items))
		case newspage.KindQuote:
			fmt.Println("quote of", block.Quote.Attribution)
		case newspage.KindFigure:
			fmt.Println("picture", block.Image.URL, block.Image.Caption)
		case newspage.KindTable:
			fmt.Println("table of", len(block.Rows), "rows")
		case newspage.KindEmbed:
			fmt.Println("embed", block.URL)
		}
	}
	// Output:
	// paragraph of 23 words
	// paragraph of 24 words
	// quote of Anna Lind, mayor of Harbour
	// paragraph of 23 words
}

func ExampleArticle_HTML() {
	article, err := newspage.Parse(strings.NewReader(examplePage), nil)
	if err != nil {
		log.Fatal(err)
	}
	article.Body = article.Body[2:] // an Article is the caller's to change
	fmt.Print(article.HTML())
	// Output:
	// <article>
	// <h1>Bridge reopens after two years</h1>
	// <blockquote>
	// <p>We have waited long enough for this day.</p>
	// <footer>— Anna Lind, mayor of Harbour</footer>
	// </blockquote>
	// <p>The work cost thirty million, which is four million more than the council had planned, because the old piers had to be replaced.</p>
	// </article>
}

// encoding/json writes what the command prints, and reads it back.
func ExampleArticle_MarshalJSON() {
	article := &newspage.Article{
		Title:     "Bridge reopens",
		Published: time.Date(2025, 6, 12, 0, 0, 0, 0, newspage.DateOnly),
		Body:      []newspage.Block{{Kind: newspage.KindParagraph, Text: "It opens on Monday."}},
	}
	data, err := json.MarshalIndent(article, "", "  ")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(data))
	var again newspage.Article
	if err := json.Unmarshal(data, &again); err != nil {
		log.Fatal(err)
	}
	fmt.Println(again.Published.Location() == newspage.DateOnly)
	// Output:
	// {
	//   "title": "Bridge reopens",
	//   "published": "2025-06-12",
	//   "body": [
	//     {
	//       "kind": "paragraph",
	//       "text": "It opens on Monday."
	//     }
	//   ]
	// }
	// true
}

// A clock without a zone is no instant until somebody says where the clock hangs.
func Example_floating() {
	page := strings.Replace(examplePage, "09:30:00+02:00", "09:30:00", 1)
	article, err := newspage.Parse(strings.NewReader(page), nil)
	if err != nil {
		log.Fatal(err)
	}
	t := article.Published
	if t.Location() == newspage.Floating {
		home := time.FixedZone("CEST", 2*60*60) // the publisher's; time.LoadLocation knows those by name
		t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, home)
	}
	fmt.Println(t)
	// Output: 2025-06-12 09:30:00 +0200 CEST
}

// A selector overrules newspage on a site that it reads wrongly.
func ExampleSelectors() {
	article, err := newspage.Parse(strings.NewReader(examplePage), &newspage.Options{
		Selectors: &newspage.Selectors{Body: "article p", Remove: "blockquote, article p:last-of-type"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(article.Text())

	_, err = newspage.Parse(strings.NewReader(examplePage), &newspage.Options{
		Selectors: &newspage.Selectors{Body: "article >"},
	})
	fmt.Println(err != nil)
	// Output:
	// The bridge over the harbour opens again on Monday, the mayor said, after two years of work on its steel and its foundations.
	//
	// About nine thousand people crossed it every day before it was closed, and the ferry that took its place stops on the same day.
	// true
}

// The trace says of each block of the page what it was taken for, and why.
func ExampleOptions_trace() {
	var trace strings.Builder
	_, err := newspage.Parse(strings.NewReader(examplePage), &newspage.Options{Trace: &trace})
	if err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(trace.String()) {
		if strings.Contains(line, "Jane Roe") || strings.Contains(line, "Anna Lind") {
			fmt.Print(strings.TrimSpace(line), "\n")
		}
	}
	// Output:
	// 2 byline      <p>       names the author	"By Jane Roe"
	// 6 attribution <footer>  names who is quoted	"Anna Lind, mayor of Harbour"
}

func ExampleAttribution_String() {
	fmt.Println(&newspage.Attribution{Speaker: "Jane Roe", Role: "CEO of Acme", Via: "Reuters"})
	// Output: Jane Roe, CEO of Acme, via Reuters
}
