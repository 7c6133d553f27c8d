package newspage

import (
	"bytes"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// This file makes the tree of a page whose tags nest as they should, or break
// that in ways that are simple to mend, as nearly all pages do: a fast twin of
// html.Parse, which is half of what a page costs otherwise. It knows the rules
// of the HTML Standard (section 13.2.6) as far as pages of every day need them.
// Where a page asks for more, such as text between the rows of a table, HTML in a
// drawing or formulas, the twin gives up and html.Parse reads the page from its start.
//
// What it makes is what html.Parse would make, but for what nobody looks at:
// comments, the doctype, white space at the edge of a block, attributes that are
// not asked for, and what scripts, templates, drawings and the like hold.

// A tidyParser makes the tree of one page.
type tidyParser struct {
	text      []byte
	at        int
	failed    bool // the page is left to html.Parse
	begun     bool // a doctype is none any longer
	quirks    bool // a table may stand in a paragraph
	inRun     bool // the text read last belongs to the same line as what comes next
	unseen    int  // elements open of which nothing is seen
	mode      tidyMode
	stack     []openElement
	formats   []activeFormat
	open      [rareElement + 1]int32 // elements on the stack, by kind
	doc       *html.Node
	head      *html.Node
	commented *html.Node // the <pre> that held a comment last
	form      *html.Node
	scripts   [][]byte // texts of scripts that are left out of the tree
	extent    extent

	room    *treeRoom
	nodes   []html.Node      // room for those to come
	attrs   []html.Attribute // ... the same
	texts   textRoom
	unknown map[string]*element
}

// An openElement is an element whose end was not met.
type openElement struct {
	node *html.Node
	*element
}

// A tidyMode is an insertion mode of section 13.2.4.1.
type tidyMode uint8

const (
	beforeHTML tidyMode = iota
	beforeHead
	inHead
	inHeadNoscript
	afterHead
	inBodyMode
	inTableMode
	inCaptionMode
	inColumnsMode
	inRowsMode
	inRowMode
	inCellMode
)

// maxTidyDepth is how many elements stand open at most. html.Parse is asked for
// what is nested more deeply, which it refuses where that goes too far.
const maxTidyDepth = 250

// parseTidy makes the tree of a page. It is false where the page is left to html.Parse.
func parseTidy(text []byte) (*document, bool) {
	if bytes.IndexByte(text, 0) >= 0 {
		return nil, false
	}
	p := &tidyParser{text: text, quirks: true}
	p.texts.returns = bytes.IndexByte(text, '\r') >= 0
	p.room = treeRooms.Get().(*treeRoom)
	// What most pages need.
	p.nodes = p.room.nodes.next(64 + len(text)/256)
	p.attrs = p.room.attrs.next(64 + len(text)/256)
	p.stack = make([]openElement, 0, 64)
	p.doc = p.newNode(html.DocumentNode)
	for !p.failed && p.at < len(text) {
		p.next()
	}
	if !p.failed {
		p.toBody()
	}
	if p.failed {
		p.room.release()
		return nil, false
	}
	return &document{root: p.doc, room: p.room, extent: p.extent, scripts: p.scripts}, true
}

// fail leaves the page to html.Parse.
func (p *tidyParser) fail() { p.failed = true }

// goTo goes on to a place behind, if there is one.
func (p *tidyParser) goTo(at int) {
	if at < 0 {
		p.fail()
		return
	}
	p.at = at
}

// next reads the text up to the next piece of markup, and that.
func (p *tidyParser) next() {
	at := p.nextMarkup()
	if at < 0 {
		p.fail()
		return
	}
	if at > p.at {
		p.addText(p.text[p.at:at])
	}
	if p.at = at + 1; at == len(p.text) || p.failed {
		return
	}
	switch c := p.text[p.at]; {
	case isLetter(c):
		p.readStartTag()
	case c == '/' && isLetter(p.text[p.at+1]):
		p.at++
		p.readEndTag()
	case isComment(p.text[p.at:]):
		p.noteComment()
		if p.at = endOfComment(p.text, p.at+len("!--")); p.at < 0 {
			p.at = len(p.text) // all that follows is comment
		}
	default:
		p.readDeclaration()
	}
}

// nextMarkup is where the next piece of markup begins, the end of the page where
// there is none, or -1 where what < begins is cut off there.
func (p *tidyParser) nextMarkup() int {
	for i := p.at; ; i++ {
		k := bytes.IndexByte(p.text[i:], '<')
		if k < 0 {
			return len(p.text)
		}
		if i += k; i+2 >= len(p.text) {
			return -1
		}
		if c := p.text[i+1]; isLetter(c) || c == '/' || c == '!' || c == '?' {
			return i
		}
	}
}

// readDeclaration reads what is a comment but for <!DOCTYPE html>.
func (p *tidyParser) readDeclaration() {
	from := p.at
	if p.goTo(endOfMarkup(p.text, from)); p.failed {
		return
	}
	const doctype = "!doctype"
	said := p.text[from : p.at-1]
	switch {
	case len(said) < len(doctype) || !bytes.EqualFold(said[:len(doctype)], []byte(doctype)):
		p.noteComment()
		return
	case p.begun:
		return
	}
	p.begun = true
	p.quirks = string(bytes.Trim(said[len(doctype):], " \t\r\n\f")) != "html" // others may be quirky or not
}

// addText adds text to the element that is open.
func (p *tidyParser) addText(b []byte) {
	blank := skipSpace(b, 0) == len(b)
	switch p.mode {
	case inTableMode, inRowsMode, inRowMode, inColumnsMode:
		if !blank {
			p.fail() // it would stand before the table
		}
		return
	}
	if blank && (p.mode < inBodyMode || !p.inRun && !p.isPending()) {
		return
	}
	p.begun = true
	p.toBody()
	if b = p.withoutFirstNewline(b); len(b) == 0 {
		return
	}
	p.reopen()
	if !p.inRun && p.unseen == 0 {
		p.extent.blocks++
	}
	p.inRun = p.inRun || !blank
	p.extent.text += len(b) + 1
	n := p.newNode(html.TextNode)
	n.Data = p.texts.unescaped(b)
	p.appendTo(p.top().node, n)
}

// withoutFirstNewline is a text without the line break that a <pre> may begin with.
func (p *tidyParser) withoutFirstNewline(b []byte) []byte {
	top := p.top()
	if top.kind != preElement || top.node.FirstChild != nil || top.node == p.commented {
		return b
	}
	return bytes.TrimPrefix(bytes.TrimPrefix(b, []byte("\r")), []byte("\n"))
}

// noteComment notes that the element that is open is not empty, though its comment is left out.
func (p *tidyParser) noteComment() {
	if len(p.stack) > 0 && p.top().kind == preElement {
		p.commented = p.top().node
	}
}

// A startTag is a start tag that was read.
type startTag struct {
	*element
	attrs  []html.Attribute
	raw    []byte // the tag without its angle brackets
	closed bool   // it ends in a slash
}

// readStartTag reads a start tag with the attributes that newspage asks for, and follows it.
func (p *tidyParser) readStartTag() {
	begin := p.at
	i := readName(p.text, begin)
	t := startTag{element: p.elementOf(begin, i)}
	from, slash := len(p.attrs), false
	for {
		if i = skipSpace(p.text, i); i < len(p.text) && p.text[i] == '>' {
			break
		}
		a, next := readAttribute(p.text, i)
		if next < 0 {
			p.fail()
			return
		}
		if a.key < a.keyEnd {
			if key := t.asked.of(&a, p.text); key != "" {
				from = p.addAttribute(from, key, &a)
			}
		}
		slash = a.end == next && p.text[a.end-1] == '/'
		i = next
	}
	t.raw, t.closed = p.text[begin:i], p.text[i-1] == '/'
	if t.attrs = p.attrs[from:len(p.attrs):len(p.attrs)]; len(t.attrs) == 0 {
		t.attrs = nil
	}
	if p.at = i + 1; t.closed && slash && t.kind == drawingElement {
		p.fail() // whether the slash is the attribute's depends on those before it
	}
	p.begun = true
	p.start(&t)
}

// readName is where the name of a tag ends that begins at i.
func readName(text []byte, i int) int {
	for i < len(text) && !endsName(text[i]) {
		i++
	}
	return i
}

// elementOf is what is known of the element that a tag names from i up to end.
func (p *tidyParser) elementOf(i, end int) *element {
	if e := lookElement(packAt(p.text, i, end)); e != nil {
		return e
	}
	lower := bytes.Clone(p.text[i:end])
	for k, c := range lower {
		lower[k] = lowerByte(c)
	}
	e := p.unknown[string(lower)]
	if e == nil {
		e = unknownElement(string(lower))
		if p.unknown == nil {
			p.unknown = make(map[string]*element)
		}
		p.unknown[e.name] = e
	}
	return e
}

// addAttribute adds an attribute to those of the tag, which begin at from,
// unless it has one of this name. It returns where they begin then.
func (p *tidyParser) addAttribute(from int, key string, a *attribute) int {
	for i := range p.attrs[from:] {
		if p.attrs[from+i].Key == key {
			return from
		}
	}
	if len(p.attrs) == cap(p.attrs) {
		const room = 128
		p.attrs = append(p.room.attrs.next(room+len(p.attrs)-from), p.attrs[from:]...)
		from = 0
	}
	p.attrs = append(p.attrs, html.Attribute{Key: key, Val: p.texts.unescapedValue(p.texts.withNewlines(a.value(p.text)))})
	return from
}

// readEndTag reads an end tag and follows it.
func (p *tidyParser) readEndTag() {
	begin := p.at
	i := readName(p.text, begin)
	e := p.elementOf(begin, i)
	p.begun = true
	if p.goTo(endOfTag(p.text, i)); !p.failed {
		p.end(e)
	}
}

// start follows the rules of a start tag.
func (p *tidyParser) start(t *startTag) {
	switch {
	case p.failed:
	case p.mode < inBodyMode:
		p.startBeforeBody(t)
	case p.mode == inBodyMode:
		p.startInBody(t)
	default:
		p.startInTable(t)
	}
}

// end follows the rules of an end tag.
func (p *tidyParser) end(e *element) {
	switch {
	case p.mode < inBodyMode:
		p.endBeforeBody(e)
	case p.mode == inBodyMode:
		p.endInBody(e)
	default:
		p.endInTable(e)
	}
}

// newNode takes a node from the room that is kept for them.
func (p *tidyParser) newNode(t html.NodeType) *html.Node {
	if len(p.nodes) == cap(p.nodes) {
		const room = 128
		p.nodes = p.room.nodes.next(room)
	}
	p.nodes = p.nodes[:len(p.nodes)+1]
	n := &p.nodes[len(p.nodes)-1]
	n.Type = t
	return n
}

// appendTo adds a new node to what another holds.
func (p *tidyParser) appendTo(parent, n *html.Node) {
	n.Parent = parent
	if last := parent.LastChild; last != nil {
		last.NextSibling, n.PrevSibling = n, last
	} else {
		parent.FirstChild = n
	}
	parent.LastChild = n
}

// top is the element that was opened last.
func (p *tidyParser) top() *openElement { return &p.stack[len(p.stack)-1] }

// add adds an element that holds nothing.
func (p *tidyParser) add(e *element, attrs []html.Attribute) *html.Node {
	n := p.newNode(html.ElementNode)
	n.Data, n.DataAtom, n.Attr = e.name, e.atom, attrs
	parent := p.doc
	if len(p.stack) > 0 {
		parent = p.top().node
	}
	p.appendTo(parent, n)
	p.extent.count(e)
	switch {
	case e.block && p.unseen == 0:
		p.inRun = false
	case e.kind == voidElement || e.kind == otherElement:
		p.inRun = true // a picture may stand for a character
	}
	return n
}

// count counts an element.
func (x *extent) count(e *element) {
	switch {
	case e.block:
		x.boxes++
	case e.kind == linkElement:
		x.links++
	case e.kind == metaElement || e.kind == scriptElement || e.kind == styleElement:
		x.heads++
	case e.atom == atom.Img:
		x.images++
		x.blocks++
	}
}

// push adds an element and opens it.
func (p *tidyParser) push(e *element, attrs []html.Attribute) {
	n := p.add(e, attrs)
	p.stack = append(p.stack, openElement{n, e})
	p.open[e.kind]++
	if e.unseen {
		p.unseen++
	}
	if len(p.stack) > maxTidyDepth {
		p.fail()
	}
}

// pushImplied opens an element whose start tag is left out.
func (p *tidyParser) pushImplied(name string) { p.push(lookElement(packText(name)), nil) }

// cut closes all elements from stack[i] on.
func (p *tidyParser) cut(i int) {
	for k := len(p.stack) - 1; k >= i; k-- {
		o := &p.stack[k]
		p.open[o.kind]--
		switch {
		case o.formats():
			p.closed(o.node)
		case o.unseen:
			p.unseen--
		case o.block && p.unseen == 0:
			p.inRun = false
		}
	}
	p.stack = p.stack[:i]
}

// remove closes an element but not those that are open in it.
func (p *tidyParser) remove(i int) {
	o := &p.stack[i]
	p.open[o.kind]--
	if o.unseen {
		p.unseen--
	}
	p.stack = slices.Delete(p.stack, i, i+1)
}

// popMarked closes a cell, a caption or an object, beyond which no formatting lasts.
func (p *tidyParser) popMarked(i int) {
	for k := i + 1; k < len(p.stack); k++ {
		if p.stack[k].kind == objectElement {
			p.fail() // its mark is left
		}
	}
	p.cut(i)
	p.unmark()
}

// popTop closes the element that was opened last.
func (p *tidyParser) popTop() { p.cut(len(p.stack) - 1) }
