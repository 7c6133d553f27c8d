package newspage

import (
	"errors"
	"fmt"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// Selectors are CSS selectors (as github.com/andybalholm/cascadia reads them)
// that overrule newspage's own judgement on a site that needs it. An empty
// selector leaves that part to newspage; one that matches nothing does too.
// A selector that cannot be parsed is an error of [Parse] and [ParseNode].
// Several in one are parted by commas. The strings are parsed anew for each
// page; a Selectors may be used by many goroutines.
type Selectors struct {
	Title   string // the headline: the first match
	Body    string // the article's text: only blocks within the matches are body
	Quote   string // each match is a set-apart quote
	Source  string // the source line: the first match
	Related string // each match is a related entry, or a list of them
	Remove  string // each match is boilerplate, whatever else it looks like
}

// A span is the range of blocks of a container: blocks[first:last].
type span struct{ box, first, last int }

// matches are the parts of the page that the caller's selectors name.
type matches struct {
	title, body, quote, source, related, remove []span
}

// match finds what the caller's selectors name; a nil Selectors names nothing.
func (s *Selectors) match(p *page, doc *html.Node) (*matches, error) {
	m := &matches{}
	if s == nil {
		return m, nil
	}
	if p.unsound {
		return nil, errors.New("newspage: selectors need a tree whose parents and siblings agree")
	}
	boxOf := make(map[*html.Node]int, len(p.boxes))
	for i := range p.boxes {
		boxOf[p.boxes[i].node] = i
	}
	for _, part := range []struct {
		name, selector string
		to             *[]span
	}{
		{"Title", s.Title, &m.title}, {"Body", s.Body, &m.body}, {"Quote", s.Quote, &m.quote},
		{"Source", s.Source, &m.source}, {"Related", s.Related, &m.related}, {"Remove", s.Remove, &m.remove},
	} {
		if part.selector == "" {
			continue
		}
		group, err := cascadia.ParseGroup(part.selector)
		if err != nil {
			return nil, fmt.Errorf("newspage: selector %s %q: %w", part.name, part.selector, err)
		}
		for _, n := range cascadia.QueryAll(doc, group) {
			if sp := spanOf(p, boxOf, n); sp.first < sp.last {
				*part.to = append(*part.to, sp)
			}
		}
	}
	return m, nil
}

// spanOf is the range of blocks of an element; an inline element stands for the blocks of its container.
func spanOf(p *page, boxOf map[*html.Node]int, n *html.Node) span {
	for at, steps := n, 0; at != nil && steps < maxNesting; at, steps = at.Parent, steps+1 {
		if i, ok := boxOf[at]; ok {
			return span{i, int(p.boxes[i].first), int(p.boxes[i].last)}
		}
	}
	return span{}
}

// within says whether the caller's selectors name something within a container, or around it.
func (m *matches) within(x *box) bool {
	for _, spans := range [...][]span{m.title, m.quote, m.source, m.related} {
		for _, s := range spans {
			if s.first < int(x.last) && int(x.first) < s.last {
				return true
			}
		}
	}
	return false
}

// applyRemovals gives the blocks that the caller removes their reason before any pass looks at them.
func (rd *reading) applyRemovals() {
	for _, s := range rd.chosen.remove {
		rd.remove(s.first, s.last, "removed by the caller's selector")
	}
}

// applyTitle takes the headline from the caller's selector; it reports whether there is one.
func (rd *reading) applyTitle() bool {
	for _, s := range rd.chosen.title {
		for i := s.first; i < s.last; i++ {
			if rd.blocks[i].kind == textBlock {
				rd.headline = i
				rd.title = truncateLine(rd.blocks[i].line(), maxTitle)
				rd.claim(i, roleHeadline, "named by the caller's selector")
				return true
			}
		}
	}
	return false
}

// applyBody takes the body from the caller's selector; it reports whether there is one.
func (rd *reading) applyBody() bool {
	if len(rd.chosen.body) == 0 {
		return false
	}
	for _, s := range rd.chosen.body {
		for i := s.first; i < s.last; i++ {
			if b := &rd.blocks[i]; b.role == boilerplate && !b.removed {
				rd.giveBodyRole(i, "named by the caller's selector")
			}
		}
	}
	for i := range rd.blocks {
		if b := &rd.blocks[i]; b.role == boilerplate && b.reason == "" && b.kind == textBlock {
			b.reason = "outside the caller's selector"
		}
	}
	return true
}

// applyQuotes reads the quotes that the caller's selector names.
func (rd *reading) applyQuotes() {
	for _, s := range rd.chosen.quote {
		kind := rd.quoteKind(&rd.boxes[s.box])
		rd.readQuote(s.box, firstOf(kind, QuoteBlock), true)
	}
}

// applySource reads the source line that the caller's selector names; it reports whether there is one.
func (rd *reading) applySource() bool {
	for _, s := range rd.chosen.source {
		for i := s.first; i < s.last; i++ {
			b := &rd.blocks[i]
			if b.kind != textBlock {
				continue
			}
			text := b.line()
			if rest, ok := phrasePrefix(phraseSource, text); ok {
				text = rest
			}
			if src := rd.sourceOf(i, text); src != nil {
				rd.claim(i, roleSource, "named by the caller's selector")
				rd.source = src
				return true
			}
		}
	}
	return false
}
