package examples

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/newspagetest"
)

// paragraphs is a parser as one writes it on a first afternoon: the texts of
// all <p> elements. The examples below test it with newspagetest.
func paragraphs(page []byte) ([]string, error) {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, err
	}
	var out []string
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.P {
			if text := textOf(n); text != "" {
				out = append(out, text)
			}
		}
	}
	return out, nil
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// want are the paragraphs of an article, as Generate says them.
func want(a *newspage.Article) []string {
	var out []string
	for _, b := range a.Body {
		if b.Kind == newspage.KindParagraph {
			out = append(out, b.Text)
		}
	}
	return out
}

// difference lists what the first has and the second has not.
func difference(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// mistakes says what is wrong with the paragraphs that a parser found.
func mistakes(got, want []string) []string {
	var out []string
	if len(difference(got, want)) > 0 {
		out = append(out, "keeps text that is no part of the article")
	}
	switch {
	case len(difference(want, got)) == 0:
	case slices.ContainsFunc(got, func(s string) bool { return !utf8.ValidString(s) }):
		out = append(out, "reads every page as UTF-8")
	default:
		out = append(out, "misses paragraphs that are no <p>")
	}
	return out
}

// Generated pages come with the article they were made from: menus, prompts
// and lists around it, charsets other than UTF-8, paragraphs between <br>.
func Example_generated() {
	pages := map[string]int{}
	for seed := range uint64(200) {
		page := newspagetest.Generate(seed)
		got, err := paragraphs(page.HTML)
		if err != nil {
			fmt.Println(seed, err)
			continue
		}
		for _, mistake := range mistakes(got, want(&page.Article)) {
			pages[mistake]++
		}
	}
	for _, mistake := range slices.Sorted(maps.Keys(pages)) {
		fmt.Println(mistake)
	}
	// Output:
	// keeps text that is no part of the article
	// misses paragraphs that are no <p>
	// reads every page as UTF-8
}

// A mutated page has the same article amid other advertisements. That the
// parser's answer changes shows a mistake without any truth to compare with,
// and so it does on pages of one's own.
func Example_mutated() {
	page := newspagetest.Generate(1)
	mutated := newspagetest.Mutate(page.HTML, 2)

	before, _ := paragraphs(page.HTML)
	after, _ := paragraphs(mutated)
	fmt.Println("all <p>: ", slices.Equal(before, after))

	a, _ := newspage.Parse(bytes.NewReader(page.HTML), nil)
	b, _ := newspage.Parse(bytes.NewReader(mutated), nil)
	fmt.Println("newspage:", a.Text() == b.Text())
	// Output:
	// all <p>:  false
	// newspage: true
}

// html.Parse refuses more than 512 open elements, and with them the article of
// a page that never closes its tags. newspage flattens them first.
func Example_hostile() {
	for name, page := range newspagetest.Hostile() {
		if name != "nested bold with text" {
			continue
		}
		_, err := paragraphs(page)
		fmt.Println("all <p>: ", err)
		_, err = newspage.Parse(bytes.NewReader(page), nil)
		fmt.Println("newspage:", err)
	}
	// Output:
	// all <p>:  html: open stack of elements exceeds 512 nodes
	// newspage: <nil>
}
