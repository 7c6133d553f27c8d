package newspage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// This file holds the only walk of the page. It cuts the tree into one flat
// sequence of blocks (runs of text between block boundaries, pictures, embeds)
// and keeps, beside it, the containers the blocks stand in. Each text node is
// touched once and the tree is never changed; everything after the walk reads
// the sequence.

// A page is a tree cut into blocks.
type page struct {
	blocks []block
	boxes  []box   // boxes[0] is the root; a box stands before the boxes inside it
	links  []link  // in document order
	images []image // in document order
	heads  []*html.Node
	times  []timeAt // <time> elements in the body
	text   string   // all text of the page; blocks and links are ranges of it
	lang   string   // the lang attribute of <html>

	unsound bool // the caller's tree has parents or siblings that do not agree

	ws *workspace // where the slices above stand
}

// A blockKind says what a block is made of.
type blockKind uint8

const (
	textBlock blockKind = iota
	imageBlock
	embedBlock
)

// A block is a run of text that no block boundary interrupts, a picture, or an embed.
type block struct {
	kind  blockKind
	box   int32  // the nearest container
	text  string // white space folded; "\n" where one <br> stood
	start int32  // offset of text in page.text
	link0 int32  // links[link0:link1] overlap the text
	link1 int32
	image int32      // index into page.images, or -1
	node  *html.Node // the element of an image or embed
	style style      // of the whole run
	marks marks      // class marks of the inline elements in the run
	linkBytes,
	boldBytes int32
	textStats
	lineAs linePhrases // by phrases

	role        role
	removed     bool // by the caller's selector, or as part of another article
	probability float32
	reason      string
	group       int32 // blocks with one group are one thing (a quote, a related entry); 0: none
}

// A box is a container: an element that starts a new line.
type box struct {
	node        *html.Node
	parent      int32
	tag         atom.Atom
	sig         int32 // elements with one tag and one class attribute share it
	depth       int32
	first, last int32 // blocks[first:last] stand inside
	marks       marks // what its own class and id say
	up          marks // what the classes and ids of its ancestors say
	in          place // the kinds of elements it is or stands in
	asks        bool  // the reader can type something in it
}

// A link is an <a href> with text, or around other content.
type link struct {
	node       *html.Node
	box        int32
	start, end int32 // range of page.text; empty for a link without text
	block      int32 // the block that was next when the link began
}

// An image is an <img> (or what stands for one) as found; figures.go reads its address.
type image struct {
	node     *html.Node
	box      int32
	block    int32 // index of its block
	link     int32 // the link around it, or -1
	noscript bool
}

// A timeAt is a <time> element and the block that it stands in or before.
type timeAt struct {
	node  *html.Node
	block int32
}

// place is a set of the kinds of elements that something stands in.
type place uint32

const (
	inArticle place = 1 << iota
	inMain
	inAside
	inFooter
	inNav
	inHeader
	inFigure
	inCaption
	inList
	inTable
	inQuote
	inForm
	inPre
	inHidden
	inHiddenForGood // in a way that no click undoes
	inNoscript
	inHeading
	inDialog
	inAddress
	inSummary
	inParagraph
	inCell
	inCite
)

// style is what the inline elements around a whole run of text say.
type style uint16

const (
	styleBold style = 1 << iota
	styleItalic
	styleButton
	styleLabel
	styleTime
	styleCite
	styleSmall
	styleCode
	styleHidden
)

// blockTags are the elements that start a new line in every browser's style
// sheet (HTML Standard, section 15.3), with what standing in them means.
var blockTags = map[atom.Atom]place{
	atom.Html: 0, atom.Body: 0, atom.Div: 0, atom.Section: 0, atom.Center: 0, atom.Hgroup: 0,
	atom.Article: inArticle, atom.Main: inMain, atom.Aside: inAside, atom.Footer: inFooter,
	atom.Nav: inNav, atom.Menu: inNav, atom.Header: inHeader,
	atom.Figure: inFigure, atom.Figcaption: inCaption,
	atom.P: inParagraph, atom.Blockquote: inQuote, atom.Pre: inPre, atom.Xmp: inPre, atom.Listing: inPre, atom.Plaintext: inPre,
	atom.H1: inHeading, atom.H2: inHeading, atom.H3: inHeading, atom.H4: inHeading, atom.H5: inHeading, atom.H6: inHeading,
	atom.Ul: inList, atom.Ol: inList, atom.Dl: inList, atom.Dir: inList, atom.Li: 0, atom.Dt: 0, atom.Dd: 0,
	atom.Table: inTable, atom.Caption: inCaption, atom.Thead: 0, atom.Tbody: 0, atom.Tfoot: 0, atom.Tr: 0, atom.Td: inCell, atom.Th: inCell,
	atom.Form: inForm, atom.Fieldset: 0, atom.Legend: 0, atom.Address: inAddress,
	atom.Details: 0, atom.Summary: inSummary, atom.Dialog: inDialog, atom.Hr: 0, atom.Noscript: inNoscript,
	atom.Frameset: 0, atom.Noframes: inNoscript, atom.Picture: 0,
}

// blockPlaces finds blockTags, by blockSlot.
var blockPlaces = func() (slots [blockSlots]struct {
	tag   atom.Atom
	place place
}) {
	for tag, in := range blockTags {
		at := blockSlot(tag)
		for slots[at].tag != 0 {
			at = (at + 1) % blockSlots
		}
		slots[at].tag, slots[at].place = tag, in
	}
	return slots
}()

const blockSlots = 1 << 8

func blockSlot(tag atom.Atom) uint32 { return uint32(tag) * 0x9e3779b1 >> 24 }

// blockPlace is what standing in an element means that starts a new line; not ok for others.
func blockPlace(tag atom.Atom) (in place, ok bool) {
	for at := blockSlot(tag); blockPlaces[at].tag != 0; at = (at + 1) % blockSlots {
		if blockPlaces[at].tag == tag {
			return blockPlaces[at].place, true
		}
	}
	return 0, false
}

// Caps that no real page comes near; a hostile page must not cost more than its bytes.
const (
	maxHeads   = 4096
	maxImages  = 20000
	maxLinks   = 200000
	maxNesting = 100000
)

// An extent is about how much a page holds; where it holds more the room for it grows.
type extent struct{ boxes, blocks, links, images, heads, text int }

// extentOf is what half of the pages hold that have so many bytes.
func extentOf(size int) extent {
	return extent{boxes: 64 + size/256, blocks: 32 + size/512, links: 16 + size/1024, images: 4 + size/4096, heads: 16 + size/4096, text: 256 + size/8}
}

// cut walks the tree below root and returns the page. size is the page's in bytes, 0 where it is not known.
func cut(root *html.Node, size int) *page {
	return new(workspace).cut(root, extentOf(size))
}

// cut is the same into the memory of a workspace.
func (ws *workspace) cut(root *html.Node, e extent) *page {
	p := &page{ws: ws, blocks: room(ws.blocks, e.blocks), boxes: room(ws.boxes, e.boxes), links: room(ws.links, e.links), images: room(ws.images, e.images), heads: room(ws.heads, e.heads), times: ws.times}
	w := &walker{p: p, root: root, arena: room(ws.arena, e.text), stack: ws.stack, classes: interner{ws: ws}, infos: ws.classes}
	p.boxes = append(p.boxes, box{node: root, parent: -1})
	w.run.reset(0)
	w.walk()
	w.flush()
	w.finish()
	// The longest they get; what grew is kept.
	ws.blocks, ws.boxes, ws.links, ws.images, ws.heads, ws.times = p.blocks, p.boxes, p.links, p.images, p.heads, p.times
	ws.arena, ws.stack, ws.classes = w.arena, w.stack, w.infos
	return p
}

// A walker is the state of the one walk.
type walker struct {
	p       *page
	root    *html.Node
	arena   []byte
	stack   []frame
	classes interner    // of class attributes and the like
	infos   []classInfo // ... by their numbers
	run     run
	pending []imageAt // pictures inside the current run of text
}

// A frame is an element that is being walked.
type frame struct {
	node  *html.Node
	box   int32
	link  int32
	style style
	marks marks // of inline elements since the box
	in    place
	block bool // leaving it ends the run
	text  bool // its text is the page's text
}

// A run is the text since the last block boundary.
type run struct {
	start     int
	box       int32
	link0     int32
	style     style // common to all its text
	any       bool  // it has text
	pre       bool
	space     byte // white space that is due: 0, ' ' or '\n'
	breaks    int  // line breaks since the last text
	marks     marks
	linkBytes int
	boldBytes int
}

type imageAt struct {
	node *html.Node
	link int32
}

func (r *run) reset(start int) {
	*r = run{start: start, style: ^style(0), link0: -1}
}

// classInfo is what a class attribute says, found once per distinct attribute.
type classInfo struct {
	id     int32
	marks  marks
	unseen bool // text for screen readers alone
}

// walk goes through the tree in document order without recursion. A child
// whose Parent or PrevSibling does not lead back is not followed: that makes
// a cycle in a caller's tree harmless.
func (w *walker) walk() {
	w.stack = append(w.stack, frame{link: -1, text: true})
	n := w.root
	for {
		if w.enter(n) {
			if c := n.FirstChild; c != nil && w.sound(c, n, nil) {
				n = c
				continue
			}
			w.leave()
		}
		for {
			if n == w.root {
				return
			}
			if s := n.NextSibling; s != nil && w.sound(s, n.Parent, n) {
				n = s
				break
			}
			n = n.Parent
			w.leave()
		}
	}
}

func (w *walker) sound(n, parent, prev *html.Node) bool {
	ok := n.Parent == parent && n.PrevSibling == prev && n != w.root
	w.p.unsound = w.p.unsound || !ok
	return ok
}

// enter handles a node; it reports whether the node's children are to be walked,
// in which case leave must follow.
func (w *walker) enter(n *html.Node) bool {
	top := &w.stack[len(w.stack)-1]
	switch n.Type {
	case html.TextNode:
		if top.text {
			w.addText(n.Data, top)
		}
		return false
	case html.DocumentNode:
		w.stack = append(w.stack, *top)
		return n.FirstChild != nil || w.unpush()
	case html.ElementNode:
		if len(w.stack) > maxNesting {
			return false
		}
		return w.enterElement(n, *top)
	}
	return false
}

// unpush takes back the frame of a node that has no children to walk.
func (w *walker) unpush() bool {
	w.leave()
	return false
}

func (w *walker) leave() {
	f := &w.stack[len(w.stack)-1]
	if f.block {
		w.flush()
		w.p.boxes[f.box].last = int32(len(w.p.blocks))
	} else if f.link >= 0 && w.p.links[f.link].node == f.node {
		w.p.links[f.link].end = int32(len(w.arena))
	}
	w.stack = w.stack[:len(w.stack)-1]
}

func (w *walker) enterElement(n *html.Node, f frame) bool {
	f.node, f.block = n, false
	if n.Namespace != "" { // SVG and MathML: their text is no prose, but HTML inside them is.
		f.text = false
		w.stack = append(w.stack, f)
		return n.FirstChild != nil || w.unpush()
	}
	switch n.DataAtom {
	case atom.Textarea:
		w.p.boxes[f.box].asks = true
		return false
	case atom.Script, atom.Style, atom.Template, atom.Select, atom.Canvas, atom.Datalist, atom.Optgroup, atom.Option, atom.Noembed:
		w.addHead(n)
		return false
	case atom.Meta, atom.Link, atom.Base, atom.Title:
		w.addHead(n)
		return false
	case atom.Input:
		if isTyped(attr(n, "type")) {
			w.p.boxes[f.box].asks = true
		}
		return false
	case atom.Wbr, atom.Area, atom.Source, atom.Track, atom.Param, atom.Col:
		return false
	case atom.Br:
		w.lineBreak(&f)
		return false
	case atom.Img, atom.Image:
		w.addImage(n, &f)
		return false
	case atom.Iframe, atom.Video, atom.Audio, atom.Object, atom.Embed:
		w.addEmbed(n, &f)
		return false
	case atom.Html:
		if w.p.lang == "" {
			w.p.lang = attr(n, "lang")
		}
	}
	f.text = true
	in, isBlock := blockPlace(n.DataAtom)
	if !isBlock && n.DataAtom == 0 && strings.IndexByte(n.Data, '-') > 0 {
		if strings.HasSuffix(n.Data, "-img") {
			w.addImage(n, &f)
			return false
		}
		if _, ok := players[n.Data]; ok {
			w.addEmbed(n, &f)
			return false
		}
		isBlock = f.in&(inParagraph|inHeading) == 0 // a custom element between paragraphs holds a component
	}
	ci, hides := w.readAttributes(n)
	if n.DataAtom == 0 && isBlock {
		ci.marks |= w.classInfo(n.Data).marks // its name says what it is, as a class does
	}
	if isBlock {
		w.enterBox(n, &f, in, ci, hides)
	} else if hides&hidesFromEyes != 0 && n.DataAtom != atom.Time && isAside(n) {
		return false
	} else {
		w.enterInline(n, &f, ci, hides)
	}
	w.stack = append(w.stack, f)
	return n.FirstChild != nil || w.unpush()
}

func (w *walker) enterBox(n *html.Node, f *frame, in place, ci classInfo, hides hiding) {
	w.flush()
	parent := &w.p.boxes[f.box]
	b := box{
		node: n, parent: f.box, tag: n.DataAtom, depth: parent.depth + 1,
		sig:   int32(n.DataAtom)*31 + ci.id*8191,
		first: int32(len(w.p.blocks)), marks: ci.marks, up: parent.up | parent.marks, in: parent.in | in,
	}
	if b.in&inHeading != 0 && in&(inParagraph|inQuote|inList|inTable) != 0 && w.headingIsOver(f.box) {
		b.in &^= inHeading
	}
	if in&(inParagraph|inHeading) != 0 {
		b.in &^= inPre // code holds no paragraphs: its end tag was forgotten
	}
	if hides&hidesText != 0 {
		b.in |= inHidden
	}
	if hides&hidesForever != 0 {
		b.in |= inHiddenForGood
	}
	f.block, f.in, f.marks = true, b.in, 0
	f.box = int32(len(w.p.boxes))
	w.p.boxes = append(w.p.boxes, b)
}

// headingIsOver says whether a heading that box x stands in has text already, so
// that a paragraph that begins in it is none of it: its end tag was forgotten.
func (w *walker) headingIsOver(x int32) bool {
	for ; x >= 0 && w.p.boxes[x].in&inHeading != 0; x = w.p.boxes[x].parent {
		if in, _ := blockPlace(w.p.boxes[x].tag); in&inHeading != 0 {
			return len(w.p.blocks) > int(w.p.boxes[x].first)
		}
	}
	return false
}

func (w *walker) enterInline(n *html.Node, f *frame, ci classInfo, hides hiding) {
	f.marks |= ci.marks
	if hides&hidesText != 0 {
		f.style |= styleHidden
	}
	switch n.DataAtom {
	case atom.A:
		if len(w.p.links) < maxLinks && hasAttr(n, "href") {
			f.link = int32(len(w.p.links))
			at := int32(len(w.arena))
			w.p.links = append(w.p.links, link{node: n, box: f.box, start: at, end: at, block: int32(len(w.p.blocks))})
		}
	case atom.B, atom.Strong:
		f.style |= styleBold
	case atom.I, atom.Em:
		f.style |= styleItalic
	case atom.Cite:
		f.style |= styleItalic | styleCite
	case atom.Button:
		f.style |= styleButton
	case atom.Label:
		f.style |= styleLabel
	case atom.Time:
		f.style |= styleTime
		if len(w.p.times) < maxHeads {
			w.p.times = append(w.p.times, timeAt{n, int32(len(w.p.blocks))})
		}
	case atom.Small, atom.Sub, atom.Sup:
		f.style |= styleSmall
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		f.style |= styleCode
	}
}

// maxAside is how many bytes a remark for screen readers has at most, in how many texts and elements.
const maxAside, maxAsideParts = 60, 9

// isAside says whether an inline element that is not seen holds a remark for
// screen readers ("opens in a new tab") or an icon's name: a few words and no
// element but empty inline ones and drawings. What is longer may be text that a click shows.
func isAside(n *html.Node) bool {
	size, parts := 0, 0
	for c := range n.ChildNodes() {
		if isBlank(c) {
			continue
		}
		if parts++; parts > maxAsideParts || c.Type == html.ElementNode && c.Namespace == "" && (isBlock(c) || !isEmpty(c)) {
			return false
		}
		if c.Type == html.TextNode {
			size += len(trimSpaceLeft(c.Data))
		}
	}
	return size <= maxAside
}

// isBlank says whether a node is white space or a comment.
func isBlank(n *html.Node) bool {
	return n.Type == html.CommentNode || n.Type == html.TextNode && trimSpaceLeft(n.Data) == ""
}

func isBlock(n *html.Node) bool {
	_, ok := blockPlace(n.DataAtom)
	return ok
}

// isEmpty says whether an element holds nothing but white space, comments, and what is not read there.
func isEmpty(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Iframe, atom.Noembed, atom.Textarea, atom.Template, atom.Script, atom.Style:
		return true
	}
	for c := range n.ChildNodes() {
		if !isBlank(c) {
			return false
		}
	}
	return true
}

// hidesVisually says whether a class is one of those that themes give to text for screen readers alone.
func hidesVisually(class string) bool {
	for from := 0; ; from++ { // all of them have an s
		i := strings.IndexByte(class[from:], 's')
		if i < 0 {
			return false
		}
		from += i
		s := class[from:]
		if strings.HasPrefix(s, "sr-only") || strings.HasPrefix(s, "screen-reader") ||
			strings.HasSuffix(class[:from], "vi") && (strings.HasPrefix(s, "suallyhidden") || strings.HasPrefix(s, "sually-hidden")) {
			return true
		}
	}
}

// A hiding is what an element's attributes say of who does not perceive it.
type hiding uint8

const (
	hidesText     hiding = 1 << iota // from eyes until a click, or from screen readers
	hidesFromEyes                    // also what is for screen readers alone
	hidesForever                     // from eyes, whatever is clicked
)

// readAttributes reads an element's class, id and what hides it, in one pass.
func (w *walker) readAttributes(n *html.Node) (ci classInfo, hides hiding) {
	var id marks
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class":
			ci = w.classInfo(a.Val)
			if ci.unseen {
				hides |= hidesFromEyes
			}
		case "id", "role":
			id |= w.classInfo(a.Val).marks
		case "itemprop":
			id |= w.classInfo(a.Val).marks
			if isDateProp(a.Val) {
				w.addHead(n)
			}
		case "hidden":
			hides |= hidesText | hidesFromEyes
		case "aria-hidden":
			if a.Val == "true" {
				hides |= hidesText
			}
		case "style":
			hides |= hidingOf(a.Val)
		}
	}
	ci.marks |= id
	return ci, hides
}

// isDateProp says whether microdata says that an element holds the time of publication or of the last change.
func isDateProp(v string) bool {
	return strings.EqualFold(v, "datePublished") || strings.EqualFold(v, "dateModified")
}

func (w *walker) classInfo(s string) classInfo {
	if s == "" {
		return classInfo{}
	}
	id := int(w.classes.id(hashText(s)))
	if id == len(w.infos) {
		w.infos = append(w.infos, classInfo{id: int32(id + 1), marks: readMarks(s), unseen: hidesVisually(s)})
	}
	return w.infos[id]
}

// hidesByStyle says whether a style attribute takes its element off the screen.
func hidesByStyle(s string) bool {
	if len(s) > 1000 {
		s = s[:1000]
	}
	i := strings.Index(s, "display")
	if i >= 0 {
		v := strings.TrimLeft(s[i+len("display"):], ": ")
		if strings.HasPrefix(v, "none") {
			return true
		}
	}
	i = strings.Index(s, "visibility")
	return i >= 0 && strings.HasPrefix(strings.TrimLeft(s[i+len("visibility"):], ": "), "hidden")
}

// hidingOf is what a style attribute hides.
func hidingOf(s string) (h hiding) {
	if hidesByStyle(s) {
		h |= hidesText | hidesFromEyes
	}
	if strings.Contains(s, "clip:rect(0") || strings.Contains(s, "clip: rect(0") {
		h |= hidesFromEyes
	}
	if hidesForGood(s) {
		h |= hidesForever
	}
	return h
}

// hidesForGood says whether a style attribute takes text out of sight in a way
// that no button of a page undoes: far off the screen, letters of no size, or
// letters of the colour that they stand on.
func hidesForGood(s string) bool {
	var colour, ground string
	for declaration := range strings.SplitSeq(s[:min(len(s), 1000)], ";") {
		name, value, _ := strings.Cut(declaration, ":")
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "left", "right", "top", "text-indent", "margin-left":
			if isFarOff(styleValue(value)) {
				return true
			}
		case "font-size":
			if v := styleValue(value); v == "0" || v == "0px" || v == "0em" || v == "0pt" || v == "0%" {
				return true
			}
		case "color":
			colour = styleValue(value)
		case "background", "background-color":
			ground = styleValue(value)
		}
	}
	switch colour {
	case "", "none", "inherit", "initial", "unset":
		return false
	}
	return colour == ground
}

func styleValue(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// isFarOff says whether a length is so far below zero (-999em, -9999px, -10000px) that nothing of it is on a screen.
func isFarOff(length string) bool {
	number, err := strconv.Atoi(strings.TrimRight(length, "abcdefghijklmnopqrstuvwxyz !"))
	return err == nil && number <= -900
}

func (w *walker) addHead(n *html.Node) {
	if len(w.p.heads) < maxHeads {
		w.p.heads = append(w.p.heads, n)
	}
}

// lineBreak handles a <br>: one is white space within a run, two end it.
func (w *walker) lineBreak(f *frame) {
	r := &w.run
	if r.pre {
		w.arena = append(w.arena, '\n')
		return
	}
	r.breaks++
	if r.breaks >= 2 {
		w.flush()
		return
	}
	if r.any {
		r.space = '\n'
	}
}

// addText adds a text node to the current run.
func (w *walker) addText(s string, f *frame) {
	r := &w.run
	if !r.any {
		if s = trimSpaceLeft(s); s == "" {
			return
		}
		r.start, r.box, r.pre = len(w.arena), f.box, f.in&inPre != 0
		r.link0 = int32(len(w.p.links))
		if f.link >= 0 {
			r.link0 = f.link
			if l := &w.p.links[f.link]; l.start == l.end {
				l.start = int32(len(w.arena))
			}
		}
	}
	before := len(w.arena)
	if r.pre {
		w.arena = append(w.arena, s...)
		r.any = true
	} else {
		w.arena, r.space = appendFolded(w.arena, s, r.space, len(w.arena) > r.start)
		if len(w.arena) == before {
			return
		}
		r.any, r.breaks = true, 0
	}
	r.style &= f.style
	r.marks |= f.marks
	n := len(w.arena) - before
	if f.link >= 0 {
		r.linkBytes += n
		w.p.links[f.link].end = int32(len(w.arena))
	}
	if f.style&styleBold != 0 {
		r.boldBytes += n
	}
}

// flush ends the current run.
func (w *walker) flush() {
	r := &w.run
	if r.any {
		w.p.blocks = append(w.p.blocks, block{
			box: r.box, start: int32(r.start), image: -1, style: r.style, marks: r.marks,
			link0: r.link0, link1: int32(len(w.p.links)),
			linkBytes: int32(r.linkBytes), boldBytes: int32(r.boldBytes),
		})
		if r.pre {
			w.p.blocks[len(w.p.blocks)-1].style |= styleCode
		}
		w.arena = append(w.arena, '\n')
	}
	if len(w.pending) > 0 {
		for _, im := range w.pending {
			w.appendImage(im.node, r.box, im.link)
		}
		w.pending = w.pending[:0]
	}
	r.reset(len(w.arena))
}

// addImage notes a picture. One that stands within a run of text does not
// break it: it follows as a block of its own.
func (w *walker) addImage(n *html.Node, f *frame) {
	if e := emoji(n); e != "" {
		w.addText(e, f)
		return
	}
	if len(w.p.images) >= maxImages {
		return
	}
	if w.run.any {
		w.pending = append(w.pending, imageAt{n, f.link})
		return
	}
	w.appendImage(n, f.box, f.link)
}

func (w *walker) appendImage(n *html.Node, in, link int32) {
	w.p.images = append(w.p.images, image{
		node: n, box: in, block: int32(len(w.p.blocks)), link: link,
		noscript: w.p.boxes[in].in&inNoscript != 0,
	})
	w.p.blocks = append(w.p.blocks, block{
		kind: imageBlock, box: in, node: n, image: int32(len(w.p.images) - 1),
		start: int32(len(w.arena)), link0: int32(len(w.p.links)), link1: int32(len(w.p.links)),
	})
}

func (w *walker) addEmbed(n *html.Node, f *frame) {
	w.flush()
	w.p.blocks = append(w.p.blocks, block{
		kind: embedBlock, box: f.box, node: n, image: -1,
		start: int32(len(w.arena)), link0: int32(len(w.p.links)), link1: int32(len(w.p.links)),
	})
}

// finish turns the arena into the page's text and measures each block.
func (w *walker) finish() {
	p := w.p
	p.text = string(w.arena)
	p.boxes[0].last = int32(len(p.blocks))
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.kind != textBlock {
			continue
		}
		end := len(p.text)
		if i+1 < len(p.blocks) {
			end = int(p.blocks[i+1].start)
		}
		b.text = trimLineEnd(p.text[b.start:end])
		b.textStats = measure(b.text)
	}
	p.openForms()
}

// line is the block's text in one line. White space is folded in it already, but in a <pre>.
func (b *block) line() string {
	switch {
	case b.style&styleCode != 0:
		return foldSpace(b.text)
	case strings.IndexByte(b.text, '\n') < 0:
		return b.text
	}
	return strings.ReplaceAll(b.text, "\n", " ")
}

// maxFormWords is how many words a form has at most. One with more is a page
// whose publishing system puts everything into a form, or was never closed.
const maxFormWords = 200

// openForms lets the containers in a form that is none stand in no form.
func (p *page) openForms() {
	for i := range p.boxes {
		x := &p.boxes[i]
		if x.in&inForm == 0 || x.parent >= 0 && p.boxes[x.parent].in&inForm != 0 {
			continue // in no form, or in one that stays
		}
		if x.tag != atom.Form || p.isLong(x) {
			x.in &^= inForm
		}
	}
}

// isLong says whether a container has more words than a form.
func (p *page) isLong(x *box) bool {
	words := 0
	for j := x.first; j < x.last && words <= maxFormWords; j++ {
		words += int(p.blocks[j].words)
	}
	return words > maxFormWords
}

// emoji returns the character that an <img> draws, "" where it draws none.
func emoji(n *html.Node) string {
	var alt string
	isEmoji := false
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "alt":
			alt = a.Val
		case "class":
			isEmoji = isEmoji || strings.Contains(a.Val, "emoji") || strings.Contains(a.Val, "smiley")
		}
	}
	if isEmoji && len(alt) <= 32 && alt != "" && alt[0] >= 0x80 {
		return alt
	}
	return ""
}

// isTyped says whether an <input> of this type is one to type in.
func isTyped(kind string) bool {
	switch strings.ToLower(kind) {
	case "", "text", "email", "tel", "url":
		return true
	}
	return false
}

// attr returns the value of an element's attribute, "" where it has none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key && n.Attr[i].Namespace == "" {
			return n.Attr[i].Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}
