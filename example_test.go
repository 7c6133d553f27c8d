package newspage_test

import (
	"errors"
	"fmt"
	"log"
	"net/url"
	"strings"

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
