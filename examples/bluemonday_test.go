package examples

import (
	"bytes"
	"fmt"
	"log"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microcosm-cc/bluemonday"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/newspagetest"
)

// articlePolicy is bluemonday's policy for users' content with the three things
// added that it takes from Article.HTML: the <footer> of a quote, links without
// rel="nofollow", and alternative texts with characters such as "$" and "/".
func articlePolicy() *bluemonday.Policy {
	p := bluemonday.UGCPolicy()
	p.AllowElements("footer")
	p.RequireNoFollowOnLinks(false) // leave it out to have the attribute added
	p.AllowAttrs("alt").OnElements("img")
	return p
}

// Article.HTML needs no sanitiser where it is printed as it is. Where it is
// joined with other markup, bluemonday can do it: the UGCPolicy changes a
// little, a policy made for it nothing.
func Example_bluemonday() {
	page := &url.URL{Scheme: "https", Host: "news.example", Path: "/2025/bridge"}
	article, err := newspage.Parse(strings.NewReader(bridgePage), &newspage.Options{URL: page})
	if err != nil {
		log.Fatal(err)
	}
	text := article.HTML()
	fmt.Println(articlePolicy().Sanitize(text) == text)

	before := strings.Split(text, "\n")
	for i, after := range strings.Split(bluemonday.UGCPolicy().Sanitize(text), "\n") {
		if after != before[i] {
			fmt.Printf("%s\nbecomes\n%s\n", before[i], after)
		}
	}
	// Output:
	// true
	// <p>About nine thousand people crossed it every day before it was closed, and <a href="https://news.example/2025/ferry">the ferry that took its place</a> stops on the same day.</p>
	// becomes
	// <p>About nine thousand people crossed it every day before it was closed, and <a href="https://news.example/2025/ferry" rel="nofollow">the ferry that took its place</a> stops on the same day.</p>
	// <footer>— Anna Lind, mayor of Harbour</footer>
	// becomes
	// — Anna Lind, mayor of Harbour
}

// TestArticlePolicy holds that the policy of the example leaves the HTML of any
// article as it is, on newspage's own test pages and on generated ones.
func TestArticlePolicy(t *testing.T) {
	files, err := filepath.Glob("../testdata/pages/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no test pages", err)
	}
	var pages [][]byte
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, data)
	}
	for seed := range uint64(200) {
		pages = append(pages, newspagetest.Generate(seed).HTML)
	}
	policy := articlePolicy()
	base := &url.URL{Scheme: "https", Host: "news.example", Path: "/2025/story"}
	for i, page := range pages {
		article, err := newspage.Parse(bytes.NewReader(page), &newspage.Options{URL: base})
		if err != nil {
			t.Fatal(i, err)
		}
		if text := article.HTML(); policy.Sanitize(text) != text {
			t.Errorf("page %d: the policy changes\n%s\nto\n%s", i, text, policy.Sanitize(text))
		}
	}
}
