package main

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/marker"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"

	"github.com/newspage-go/newspage"
)

// markdownOf is an article as Markdown (CommonMark, with the tables of GitHub):
// all that the html format shows. Markdown's tables begin with a head, so that
// their first row is one.
func markdownOf(a *newspage.Article) ([]byte, error) {
	c := converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(),
		table.NewTablePlugin(table.WithHeaderPromotion(true), table.WithNewlineBehavior(table.NewlineBehaviorPreserve),
			table.WithCellPaddingBehavior(table.CellPaddingBehaviorMinimal)),
	))
	c.Register.RendererFor("blockquote", converter.TagTypeBlock, renderQuote, converter.PriorityEarly)
	c.Register.TextTransformer(keepEntities, converter.PriorityEarly)
	text, err := c.ConvertReader(bytes.NewReader(htmlArticle(a)))
	return endLine(text), err
}

// entity is what Markdown takes for a character reference.
var entity = regexp.MustCompile(`&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);`)

// keepEntities lets text that looks like a character reference come out as
// that text. It also takes away the character that the converter marks line
// breaks of code with.
func keepEntities(_ converter.Context, text string) string {
	text = strings.ReplaceAll(text, string(marker.MarkerCodeBlockNewline), "\uFFFD")
	return entity.ReplaceAllString(text, "&amp;$1;")
}

// renderQuote writes a quotation. The converter decides what to escape by where
// a line begins, but after the "> " is before it: "# 1" in a quotation would
// become a heading. Here it decides before.
func renderQuote(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	var content bytes.Buffer
	ctx.RenderChildNodes(ctx, &content, n)
	text := ctx.UnEscapeContent(bytes.TrimSpace(content.Bytes()))
	w.WriteString("\n\n")
	empty := false // the line before
	for line := range bytes.Lines(text) {
		line = bytes.TrimRight(line, "\n")
		if len(line) == 0 && empty {
			continue
		}
		empty = len(line) == 0
		w.Write(bytes.TrimRight(append([]byte("> "), line...), " "))
		w.WriteString("\n")
	}
	w.WriteString("\n\n")
	return converter.RenderSuccess
}
