package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/newspage-go/newspage"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
)

// markdownText is what a reader sees of Markdown once it is rendered: the text
// of the elements with a name, and how many there are.
func markdownText(t *testing.T, source []byte, element string) (all []string) {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, goldmark.New(goldmark.WithExtensions(extension.Table)).Convert(source, &out))
	doc, err := html.Parse(&out)
	require.NoError(t, err)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != element {
			continue
		}
		text := ""
		for c := range n.Descendants() {
			if c.Type == html.TextNode {
				text += c.Data
			}
		}
		all = append(all, strings.TrimSpace(text))
	}
	return all
}

// TestMarkdownEscapes: text that looks like Markdown comes out of a renderer as
// the text that it is, in every place that text stands.
func TestMarkdownEscapes(t *testing.T) {
	texts := []string{
		"*not* **bold** _nor_ __this__", "# no heading", "## no heading ##", "[no link](https://a.example)", "![no picture](x)", "[ref]: https://a.example",
		"> no quote", "- no item", "+ no item", "1. no item", "2) no item", "`no code`", "~~~", "```", "---", "***", "===", "a | b", "| a | b |",
		"<b>no element</b>", "<script>alert(1)</script>", "&amp; &copy; &#35;", `back\slash \* \_`, "<https://a.example>", "5 * 3 * 2", "snake_case_name and _x_", "#tag", "[1]", "~~struck~~", "$5 and $6", "a  b",
	}
	for _, text := range texts {
		want := strings.Join(strings.Fields(text), " ")
		a := &newspage.Article{Title: text, Body: []newspage.Block{
			{Kind: newspage.KindParagraph, Text: text},
			{Kind: newspage.KindHeading, Level: 3, Text: text},
			{Kind: newspage.KindList, Items: []string{text, text}},
			{Kind: newspage.KindQuote, Quote: &newspage.Quote{Text: text}},
			{Kind: newspage.KindTable, Rows: [][]string{{text, "b"}, {"c", text}}},
		}}
		got, err := markdownOf(a)
		require.NoError(t, err)
		for element, n := range map[string]int{"h1": 1, "h3": 1, "li": 2, "th": 2, "td": 2, "blockquote": 1} {
			found := markdownText(t, got, element)
			require.Len(t, found, n, "%s of %q in:\n%s", element, text, got)
			i := 0
			if element == "td" {
				i = 1
			}
			assert.Equal(t, want, strings.Join(strings.Fields(found[i]), " "), "%s of:\n%s", element, got)
		}
		assert.Contains(t, markdownText(t, got, "p"), want, string(got))
	}
}

// TestMarkdownKeepsCode: code comes out as it is, whatever is in it.
func TestMarkdownKeepsCode(t *testing.T) {
	for _, code := range []string{"a\n\n\tb", "```\nfence\n```", "<b>&amp;</b>", "# x\n* y", "~~~"} {
		got, err := markdownOf(&newspage.Article{Body: []newspage.Block{{Kind: newspage.KindCode, Text: code}}})
		require.NoError(t, err)
		assert.Equal(t, []string{code}, markdownText(t, got, "code"), string(got))
	}
}
