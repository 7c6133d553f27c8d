package newspage

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// This file follows the formatting elements of a tidy page: a parser opens one
// again in each block that follows until its end tag is met, and mends what
// overlaps with it (sections 13.2.4.3 and 13.2.6.4.7 of the HTML Standard).

// An activeFormat is a formatting element whose end tag was not met, or, without a
// node, a mark that no tag of a formatting element reaches beyond: a cell's or an object's.
type activeFormat struct {
	node *html.Node
	*element
	open bool // it is on the stack
}

const (
	maxFormats   = 16 // that are followed: each is opened again in every block
	maxAlike     = 2  // of one name, so that it does not matter whether they are the same
	maxAdoptions = 8  // of one end tag, as the HTML Standard says
	maxMoved     = 3  // elements within each other that an end tag moves
)

// mark ends the reach of the formatting elements so far.
func (p *tidyParser) mark() { p.formats = append(p.formats, activeFormat{}) }

// unmark forgets the formatting elements since the last mark, and it.
func (p *tidyParser) unmark() {
	i := len(p.formats) - 1
	for i > 0 && p.formats[i].node != nil {
		i--
	}
	p.formats = p.formats[:max(i, 0)]
}

// isPending says whether a formatting element is to be opened again before the next text.
func (p *tidyParser) isPending() bool {
	n := len(p.formats)
	return n > 0 && p.formats[n-1].node != nil && !p.formats[n-1].open
}

// reopen opens the formatting elements again that are pending.
func (p *tidyParser) reopen() {
	if !p.isPending() {
		return
	}
	i := len(p.formats) - 1
	for i > 0 && p.formats[i-1].node != nil && !p.formats[i-1].open {
		i--
	}
	for ; i < len(p.formats) && !p.failed; i++ {
		f := &p.formats[i]
		p.push(f.element, f.node.Attr)
		f.node, f.open = p.top().node, true
	}
}

// startFormatting opens a formatting element.
func (p *tidyParser) startFormatting(t *startTag) {
	p.reopen()
	if t.atom == atom.Nobr && p.inScope(atom.Nobr) >= 0 { // one closes the other
		p.endFormatting(t.element)
		p.reopen()
	}
	alike := 0
	for i := len(p.formats) - 1; i >= 0 && p.formats[i].node != nil; i-- {
		if p.formats[i].element == t.element {
			alike++
		}
	}
	if alike > maxAlike || len(p.formats) >= maxFormats {
		p.fail()
		return
	}
	p.push(t.element, t.attrs)
	p.formats = append(p.formats, activeFormat{p.top().node, t.element, true})
}

// startLink opens a link, and closes the one that it begins in.
func (p *tidyParser) startLink(t *startTag) {
	if i := p.formatOf(t.atom); i >= 0 {
		link := p.formats[i].node
		p.endFormatting(t.element)
		if i := slices.IndexFunc(p.formats, func(f activeFormat) bool { return f.node == link }); i >= 0 {
			p.fail() // it is out of reach
		}
	}
	p.startFormatting(t)
}

// formatOf is the place in formats of the last one of a name since the last mark, -1 where there is none.
func (p *tidyParser) formatOf(a atom.Atom) int {
	for i := len(p.formats) - 1; i >= 0 && p.formats[i].node != nil; i-- {
		if p.formats[i].atom == a {
			return i
		}
	}
	return -1
}

// closed notes that elements are no longer on the stack.
func (p *tidyParser) closed(n *html.Node) {
	for i := len(p.formats) - 1; i >= 0; i-- {
		if p.formats[i].node == n {
			p.formats[i].open = false
			return
		}
	}
}

// endFormatting closes the last formatting element of a name. Where blocks are
// open in it, each of them gets one of its own (the "adoption agency algorithm").
func (p *tidyParser) endFormatting(e *element) {
	for range maxAdoptions {
		i := p.formatOf(e.atom)
		if i < 0 {
			p.endOther(e)
			return
		}
		f := p.formats[i]
		if !f.open {
			p.formats = slices.Delete(p.formats, i, i+1)
			return
		}
		if p.inScope(e.atom) < 0 {
			return
		}
		at := p.stackIndex(f.node)
		block := at + 1
		for block < len(p.stack) && !p.stack[block].special {
			block++
		}
		if block == len(p.stack) {
			p.formats = slices.Delete(p.formats, i, i+1)
			p.cut(at)
			return
		}
		if p.adopt(i, at, block); p.failed {
			return
		}
	}
}

func (p *tidyParser) stackIndex(n *html.Node) int {
	return slices.IndexFunc(p.stack, func(o openElement) bool { return o.node == n })
}

// adopt takes the block at p.stack[block] out of the formatting element formats[i]
// at p.stack[at], and gives it one of its own that holds what it held.
func (p *tidyParser) adopt(i, at, block int) {
	format, parent, inner := p.formats[i], p.stack[at-1], p.stack[block].node
	switch parent.kind {
	case tableElement, rowsElement, rowElement:
		p.fail()
		return
	}
	place, last := i, inner
	for x, steps := block-1, 1; x > at; x, steps = x-1, steps+1 {
		k := slices.IndexFunc(p.formats, func(f activeFormat) bool { return f.node == p.stack[x].node })
		if k < 0 {
			p.remove(x)
			continue
		}
		if steps > maxMoved {
			p.fail()
			return
		}
		twin := p.twin(p.stack[x].node)
		p.formats[k].node, p.stack[x].node = twin, twin
		if last == inner {
			place = k + 1
		}
		moveTo(twin, last)
		last = twin
	}
	moveTo(parent.node, last)
	twin := p.twin(format.node)
	for c := inner.FirstChild; c != nil; c = inner.FirstChild {
		moveTo(twin, c)
	}
	p.appendTo(inner, twin)

	if i < place {
		place--
	}
	p.formats = slices.Insert(slices.Delete(p.formats, i, i+1), place, activeFormat{twin, format.element, true})
	p.stack = slices.Delete(p.stack, at, at+1)
	p.stack = slices.Insert(p.stack, p.stackIndex(inner)+1, openElement{twin, format.element})
}

// twin is another element with the name and the attributes of one.
func (p *tidyParser) twin(n *html.Node) *html.Node {
	c := p.newNode(html.ElementNode)
	c.Data, c.DataAtom, c.Attr = n.Data, n.DataAtom, n.Attr
	return c
}

// moveTo moves a node behind what another holds.
func moveTo(parent, n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
	parent.AppendChild(n)
}
