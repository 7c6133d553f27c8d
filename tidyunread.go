package newspage

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// This file goes past what stands on a page and nobody reads there: the text of
// scripts and style sheets, and what templates and drawings hold.

// addUnread adds an element of which what it holds is no part of the page's text.
func (p *tidyParser) addUnread(t *startTag) {
	n := p.add(t.element, t.attrs)
	switch t.kind {
	case templateElement:
		p.goTo(endOfTemplate(p.text, p.at))
	case drawingElement:
		n.Namespace = "svg"
		if !t.closed {
			p.goTo(endOfDrawing(p.text, p.at))
		}
	case titleElement, styleElement, scriptElement, frameElement, textareaElement:
		p.readRawText(t, n)
	}
}

// readRawText reads the text of an element that holds no markup, and its end tag.
func (p *tidyParser) readRawText(t *startTag, n *html.Node) {
	text := p.text[p.at:]
	end := endOfText(p.text, p.at, []byte(t.name))
	switch {
	case end >= 0:
		text = p.text[p.at:end]
		p.goTo(endOfTag(p.text, end+len("</")+len(t.name)))
	case holdsFold(text, "</"+t.name): // an end tag that is cut off
		p.fail()
		return
	default: // all of the page that follows
		p.at = len(p.text)
	}
	switch {
	case len(text) == 0:
	case t.kind == titleElement:
		p.appendRaw(n, p.texts.unescaped(text))
	case t.kind == scriptElement && len(text) >= minLeftOut && !holdsFold(t.raw, "json"):
		p.scripts = append(p.scripts, text)
	case t.kind == scriptElement:
		p.appendRaw(n, string(p.texts.withNewlines(text)))
	}
}

func (p *tidyParser) appendRaw(n *html.Node, text string) {
	c := p.newNode(html.TextNode)
	c.Data = text
	p.appendTo(n, c)
}

// barsTemplates are the elements that a template may hold the end of differently
// for: the marks that they set outlive it, or their text is markup or not by where they stand.
var barsTemplates = newNameTable([]string{"noscript", "td", "th", "caption", "object", "applet", "marquee"})

// endOfTemplate is where the template ends that what begins at i stands in, -1
// where that is not sure.
func endOfTemplate(text []byte, i int) int {
	s := stripper{text: text, at: i, whole: true}
	for depth := 1; depth > 0; {
		k := bytes.IndexByte(text[s.at:], '<')
		if k < 0 || s.at+k+2 >= len(text) {
			return -1
		}
		begin := s.at + k + 1
		end := text[begin] == '/'
		if end {
			begin++
		}
		var t tagName
		if isLetter(text[begin]) {
			t.read(text, begin)
		}
		switch {
		case barsTemplates.find(t.packed()) >= 0:
			return -1
		case !t.is("template"):
			if !s.next() || s.svg > 0 && !end && t.n > 0 && !t.is("svg") && !t.isInDrawing() {
				return -1
			}
			continue
		case s.svg > 0 || s.selects > 0:
			return -1
		case end:
			depth--
		default:
			depth++
		}
		if s.at = begin; !s.goTo(endOfTag(text, begin+t.n)) {
			return -1
		}
	}
	return s.at
}

// maxDrawing is how deep the parts of a drawing are nested.
const maxDrawing = 32

// A drawing is what stands open in an <svg>.
type drawing struct {
	open [maxDrawing]tagName
	n    int
}

// endOfDrawing is where the <svg> ends that what begins at i stands in: behind its
// end tag, or before a start tag that ends it; -1 where something else may end it, or
// may be HTML in it.
func endOfDrawing(text []byte, i int) int {
	var d drawing
	for {
		k := bytes.IndexByte(text[i:], '<')
		if i += k + 1; k < 0 || i+1 >= len(text) {
			return -1
		}
		switch c := text[i]; {
		case isLetter(c):
			if endsDrawings.find(packAt(text, i, readName(text, i))) >= 0 {
				return i - 1
			}
			i = d.start(text, i)
		case c == '/' && isLetter(text[i+1]):
			var over bool
			if i, over = d.end(text, i+1); over {
				return i
			}
		case isComment(text[i:]):
			i = endOfComment(text, i+len("!--"))
		case c == '!' || c == '?' || c == '/':
			return -1
		}
		if i < 0 {
			return -1
		}
	}
}

// start follows a start tag whose name begins at i and returns where it ends, -1 where it may be HTML.
func (d *drawing) start(text []byte, i int) int {
	var t tagName
	name := t.read(text, i)
	end := endOfTag(text, name)
	if end < 0 || name-i > t.n || !t.isInDrawing() {
		return -1
	}
	switch {
	case text[end-2] == '/':
		if !closesAtOnce(text[name:end]) && text[end-3] != '"' && text[end-3] != '\'' && !isTagSpace(text[end-3]) {
			return -1 // the slash may be an attribute's
		}
		return end
	case t.holdsText() && nextAngle(text, end) != endOfText(text, end, t.name[:t.n]), d.n == len(d.open):
		return -1
	}
	d.open[d.n] = t
	d.n++
	return end
}

// end follows an end tag whose name begins at i. It returns where the tag ends,
// -1 where it closes nothing, and whether it ends the drawing.
func (d *drawing) end(text []byte, i int) (end int, over bool) {
	var t tagName
	name := t.read(text, i)
	if end = endOfTag(text, name); end < 0 || name-i > t.n {
		return -1, true
	}
	for k := d.n - 1; k >= 0; k-- {
		if d.open[k] == t {
			d.n = k
			return end, false
		}
	}
	if !t.is("svg") {
		return -1, true
	}
	return end, true
}

// nextAngle is where the next < stands, -1 where there is none.
func nextAngle(text []byte, i int) int {
	k := bytes.IndexByte(text[i:], '<')
	if k < 0 {
		return -1
	}
	return i + k
}

// endingDrawings are the elements that end a drawing that they begin in (section
// 13.2.6.5 of the HTML Standard).
const endingDrawings = "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"

var endsDrawings = newNameTable(strings.Fields(endingDrawings))

// htmlInDrawings are these, those that are or may be HTML in a drawing, and those
// whose text may be no markup.
var htmlInDrawings = newNameTable(strings.Fields(endingDrawings + " foreignobject font iframe math noembed noframes noscript plaintext select template textarea xmp"))

// isInDrawing says whether an element is one of a drawing, wherever it stands in it.
func (t *tagName) isInDrawing() bool { return htmlInDrawings.find(t.packed()) < 0 }

// holdsText says whether an element of a drawing holds text, in which tags may be HTML.
func (t *tagName) holdsText() bool {
	return t.is("title") || t.is("desc") || t.is("style") || t.is("script")
}
