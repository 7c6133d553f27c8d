package newspagetest_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/newspagetest"
)

// What is no page gets an error that says what it is.
func ExampleHostile() {
	for name, data := range newspagetest.Hostile() {
		switch name {
		case "gzip", "pdf", "png", "rss":
			_, err := newspage.Parse(bytes.NewReader(data), nil)
			fmt.Println(err, errors.Is(err, newspage.ErrNotHTML))
		}
	}
	// Output:
	// newspage: not HTML: it looks like gzip true
	// newspage: not HTML: it looks like PDF true
	// newspage: not HTML: it looks like PNG true
	// newspage: not HTML: it looks like RSS feed true
}

// The same construction at two sizes shows how a parser's work grows.
func ExampleHostileAt() {
	small, _ := newspagetest.HostileAt("nested div", 10_000)
	large, _ := newspagetest.HostileAt("nested div", 40_000)
	fmt.Println(bytes.Count(small, []byte("<div>")), bytes.Count(large, []byte("<div>")))
	// Output: 1915 7915
}

// A generated page comes with the article that a parser should find in it.
func ExampleGenerate() {
	page := newspagetest.Generate(1)
	address, err := url.Parse(page.URL)
	if err != nil {
		panic(err)
	}
	article, err := newspage.Parse(bytes.NewReader(page.HTML), &newspage.Options{URL: address, ContentType: page.ContentType})
	if err != nil {
		panic(err)
	}
	fmt.Println(article.Title == page.Article.Title, len(article.Body) == len(page.Article.Body))
	// Output: true true
}

// Other boilerplate around an article must not change what a parser finds.
func ExampleMutate() {
	page := newspagetest.Generate(1)
	address, err := url.Parse(page.URL)
	if err != nil {
		panic(err)
	}
	opts := &newspage.Options{URL: address, ContentType: page.ContentType}
	before, err := newspage.Parse(bytes.NewReader(page.HTML), opts)
	if err != nil {
		panic(err)
	}
	for seed := range uint64(3) {
		after, err := newspage.Parse(bytes.NewReader(newspagetest.Mutate(page.HTML, seed)), opts)
		if err != nil {
			panic(err)
		}
		fmt.Println(after.Text() == before.Text())
	}
	// Output:
	// true
	// true
	// true
}
