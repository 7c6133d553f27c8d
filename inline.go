package newspage

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// This file reads the inline elements of one line of text: cards and captions
// put a title, a label, a date and a credit into spans of one line.

// An inlinePart is an inline element of a line with its text.
type inlinePart struct {
	text  string
	marks marks
	tag   atom.Atom
}

// maxInline is how many nodes of a line are looked at, and how deep.
const maxInline, maxInlineDepth = 200, 6

// maxInlineText is how many characters of one text are looked at.
const maxInlineText = 2000

// inlineParts are the innermost elements below n that hold text, in order; text
// beside elements is a part of its own.
func inlineParts(n *html.Node) []inlinePart {
	r := inlineReader{left: maxInline}
	r.read(n, 0, 0)
	return r.parts
}

type inlineReader struct {
	parts []inlinePart
	left  int
}

func (r *inlineReader) read(n *html.Node, m marks, depth int) {
	for c := n.FirstChild; c != nil && r.left > 0; c = c.NextSibling {
		r.left--
		switch c.Type {
		case html.TextNode:
			var s string
			s, c = r.text(c)
			if t := foldSpace(truncateRunes(s, maxInlineText)); t != "" {
				r.parts = append(r.parts, inlinePart{t, m, n.DataAtom})
			}
		case html.ElementNode:
			if depth < maxInlineDepth && c.DataAtom != atom.Script && c.DataAtom != atom.Style {
				r.read(c, m|readMarks(attr(c, "class")), depth+1)
			}
		}
	}
}

// text is the text that begins at a text node, and the node it ends with. The
// comments that frameworks write between the pieces of a text do not end it.
func (r *inlineReader) text(n *html.Node) (string, *html.Node) {
	s, last := n.Data, n
	for c := n.NextSibling; c != nil && r.left > 0 && len(s) < maxInlineText; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			s += c.Data
			last = c
		case html.CommentNode:
		default:
			return s, last
		}
		r.left--
	}
	return s, last
}
