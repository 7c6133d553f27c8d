package examples

import (
	"fmt"
	"log"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/newspage-go/newspage"
)

// One parsed tree serves goquery and newspage, which only reads it. Here
// goquery takes from it what is no part of an Article.
func Example_goquery() {
	// As newspage parses: without it the text in <noscript> is not seen, as
	// goquery.NewDocumentFromReader would have it. The bytes must be UTF-8;
	// charset.NewReader of golang.org/x/net/html/charset makes them so.
	root, err := html.ParseWithOptions(strings.NewReader(bridgePage), html.ParseOptionEnableScripting(false))
	if err != nil {
		log.Fatal(err)
	}
	doc := goquery.NewDocumentFromNode(root)

	page := &url.URL{Scheme: "https", Host: "news.example", Path: "/2025/bridge"}
	article, err := newspage.ParseNode(root, &newspage.Options{URL: page})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(article.Title)
	fmt.Println(doc.Find(".byline .reading-time").Text())
	fmt.Println(article.Body[len(article.Body)-1].Text)
	// Output:
	// Bridge reopens after two years
	// 3 min read
	// The work cost thirty million, which is four million more than the council had planned, because the old piers had to be replaced.
}

// A document made for goquery alone does not see what stands in <noscript>.
func Example_goqueryNoscript() {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(bridgePage))
	if err != nil {
		log.Fatal(err)
	}
	article, err := newspage.ParseNode(doc.Nodes[0], nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Contains(article.Text(), "thirty million"))
	// Output: false
}
