package newspage

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/newspage-go/newspage/internal/expose"
)

// This file hands the blocks with their roles to the command's report. It
// costs nothing where no recorder asks for them.

// record is what became of each block; article is the one that Parse returns.
func (rd *reading) record(article *Article) []expose.Block {
	out := make([]expose.Block, len(rd.blocks))
	for i := range rd.blocks {
		b := &rd.blocks[i]
		out[i] = expose.Block{
			Role: b.role.String(), Reason: b.reason, Element: rd.elementOf(b).Data, Path: rd.pathTo(b),
			Text: dropControls(b.text), Words: int(b.words), Probability: float64(b.probability),
			Prose: b.role.isProse(), Body: rd.bodyIndex(i, article), Quote: -1,
		}
		switch b.kind {
		case imageBlock:
			im := &rd.images[b.image]
			out[i].Text, out[i].URL = cleanText(attr(im.node, "alt")), rd.imageURL(im)
		case embedBlock:
			out[i].URL = rd.embedURL(b.node)
		}
	}
	for k := range article.Quotes {
		recordQuote(out[rd.quotes[k].first:rd.quotes[k].last], k)
	}
	return out
}

// recordQuote notes that the blocks, some of which are pictures, are the quote
// with index k. The first of them alone went to the body.
func recordQuote(blocks []expose.Block, k int) {
	body := -1
	for j := range blocks {
		body = max(body, blocks[j].Body)
	}
	for j := range blocks {
		if r := blocks[j].Role; r == roleQuote.String() || r == roleAttribution.String() {
			blocks[j].Quote, blocks[j].Body = k, body
		}
	}
}

// bodyIndex is the block of the Article's body that block i became part of,
// -1 where there is none. A caption is part of its figure.
func (rd *reading) bodyIndex(i int, article *Article) int {
	b := &rd.blocks[i]
	at := int32(-1)
	if rd.became != nil {
		at = rd.became[i]
		if (b.role == roleCaption || b.role == roleCredit) && b.group > 0 {
			at = rd.became[b.group-1]
		}
	}
	if int(at) >= len(article.Body) {
		return -1 // the page has no article
	}
	return int(at)
}

// elementOf is the element that a block stands in, or is.
func (rd *reading) elementOf(b *block) *html.Node {
	if b.node != nil {
		return b.node
	}
	return rd.boxes[b.box].node
}

// What is told of the containers around a block at most.
const (
	maxPathSteps  = 8
	maxPathLabels = 3  // classes of a container
	maxPathLabel  = 40 // characters of a class or id
)

// pathTo names the containers around a block, outermost first, as a CSS selector does.
func (rd *reading) pathTo(b *block) string {
	var steps []string
	for at := b.box; at > 0 && len(steps) < maxPathSteps; at = rd.boxes[at].parent {
		if n := rd.boxes[at].node; n.Data != "html" && n.Data != "body" {
			steps = append(steps, stepOf(n))
		}
	}
	slices.Reverse(steps)
	return strings.Join(steps, " > ")
}

// stepOf names an element by its tag, id and first classes.
func stepOf(n *html.Node) string {
	label := func(mark, s string) string { return mark + truncateRunes(cleanText(s), maxPathLabel) }
	s := n.Data
	if id := strings.TrimSpace(attr(n, "id")); id != "" {
		s += label("#", id)
	}
	k := 0
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if k++; k > maxPathLabels {
			break
		}
		s += label(".", class)
	}
	return s
}
