package newspage

import (
	"bytes"
	"io"
)

// This file leaves out of a page, before it is parsed, what nobody looks at: the
// text of scripts and style sheets, which is half of the bytes of a news page,
// the attributes that are never asked for, and the lines of drawings. The parser
// would read each of their bytes and copy most of them twice. The elements stay,
// and the scripts' text is kept beside the tree, for a page that carries its
// article in one.
//
// Something is left out only where the parser is sure to take it for what it
// is. That takes a reader of tags that agrees with html.Tokenizer, and that
// gives up, leaving the rest of the page as it is, where what the parser makes
// of a tag depends on what it has open.

// minLeftOut is how many bytes of a script or style sheet are worth leaving out.
const minLeftOut = 128

// A stripper reads the tags of a page and gives the page without what is left
// out. Read fails with errFlood where the page would cost the parser far more
// than its bytes.
type stripper struct {
	text    []byte
	at      int
	from    int      // where the piece begins that is kept next
	kept    [][]byte // pieces without what is left out
	turn    int      // the piece that is read next
	done    bool     // all of the text is read or kept
	least   int      // bytes of a script that are worth leaving out
	whole   bool     // all attributes and drawings are kept: a selector may name them
	scripts [][]byte // what was left out of <script> elements
	flood   flood
	gaps    gaps
	behind  int // where the tag or comment before ends, -1 where text follows it
	tagAt   int // where the tag begins that is being read
	gap     int // where the white space right before it begins, -1 where there is none to leave out

	svg, selects int // elements open in which <title>, <style> and <script> may be other things
}

// strip returns a reader of the page without its scripts and style sheets that
// have more than minLeftOut bytes, and, unless all of them are wanted, without
// what else nobody looks at. JSON stays: it may be the page's data. What the
// scripts were is known once all is read.
func strip(text []byte, whole bool) *stripper {
	return &stripper{text: text, least: minLeftOut, whole: whole}
}

// maxAhead is how many bytes a stripper reads before it hands on what it kept.
const maxAhead = 16 << 10

func (s *stripper) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if s.turn == len(s.kept) {
			if s.done {
				return n, io.EOF
			}
			if err := s.readOn(); err != nil {
				return n, err
			}
			continue
		}
		piece := &s.kept[s.turn]
		k := copy(p[n:], *piece)
		n += k
		if *piece = (*piece)[k:]; len(*piece) == 0 {
			s.turn++
		}
	}
	return n, nil
}

// readOn reads some more tags and keeps what it does not leave out.
func (s *stripper) readOn() error {
	s.kept, s.turn = s.kept[:0], 0
	for stop := s.at + maxAhead; !s.done && s.at < stop; {
		if s.next() {
			continue
		}
		s.done = true
		s.flood.rises(s.text[s.at:])
		s.at = len(s.text)
	}
	if s.flood.over {
		return errFlood
	}
	s.keep(s.at)
	return nil
}

// keep keeps what comes before end and was not left out.
func (s *stripper) keep(end int) {
	if end > s.from {
		s.kept = append(s.kept, s.text[s.from:end])
		s.from = end
	}
}

// leave leaves out a piece of the text behind all that was left out before.
func (s *stripper) leave(from, to int) {
	s.keep(from)
	s.from = to
}

// next reads on to the end of the next tag or comment, and over the text of an
// element that holds no markup. It is false at the end, and where it gives up.
func (s *stripper) next() bool {
	i := bytes.IndexByte(s.text[s.at:], '<')
	if i < 0 || s.at+i+2 >= len(s.text) {
		return false
	}
	s.meetTag(s.at + i)
	c := s.text[s.at]
	if !isLetter(c) && c != '!' && c != '?' && c != '/' {
		return true // a sign of the text
	}
	read := s.markup(c)
	s.behind = s.at
	return read
}

// markup reads the tag or comment that begins with < and c.
func (s *stripper) markup(c byte) bool {
	switch {
	case isLetter(c):
		return s.startTag()
	case c == '!' && bytes.HasPrefix(s.text[s.at+1:], []byte("--")):
		return s.comment()
	case c == '!' && s.svg > 0:
		return false // <![CDATA[ is text here, a comment elsewhere
	case c == '!' || c == '?':
		return s.skipPast('>')
	}
	s.at++
	if c := s.text[s.at]; !isLetter(c) {
		return s.skipPast('>')
	}
	return s.endTag()
}

// meetTag goes past the < at i and notes what stands before it.
func (s *stripper) meetTag(i int) {
	s.gap = -1
	if s.behind != s.at || skipSpace(s.text, s.at) < i {
		s.behind = -1
		s.gaps.opened, s.gaps.spaced = false, false
	} else if s.at < i && s.svg == 0 && s.selects == 0 && !s.whole {
		s.gap = s.at
	}
	s.tagAt, s.at = i, i+1
}

func isLetter(c byte) bool { c |= 0x20; return 'a' <= c && c <= 'z' }

// skipPast goes past the next c.
func (s *stripper) skipPast(c byte) bool {
	i := bytes.IndexByte(s.text[s.at:], c)
	s.at += i + 1
	return i >= 0
}

// comment goes past a comment. It ends at the first > that follows -- or --!,
// or nothing but the dashes it began with.
func (s *stripper) comment() bool {
	s.at += len("!--")
	for from := s.at; s.skipPast('>'); {
		said := s.text[from : s.at-1]
		if len(said) == 0 || string(said) == "-" || bytes.HasSuffix(said, []byte("--")) || bytes.HasSuffix(said, []byte("--!")) {
			s.leaveComment()
			return true
		}
	}
	return false
}

// leaveComment leaves out the comment that was read, and the white space before
// it where some follows. One that text stands beside stays: what it separates
// might make a tag together, or belong elsewhere in a broken table.
func (s *stripper) leaveComment() {
	space := s.at < len(s.text) && isTagSpace(s.text[s.at])
	tag := s.at+1 < len(s.text) && s.text[s.at] == '<' && (isLetter(s.text[s.at+1]) || s.text[s.at+1] == '/')
	switch {
	case s.whole || s.gaps.pre > 0 || s.gaps.formatting.lost:
	case s.gap >= 0 && space:
		s.leave(s.gap, s.at)
	case s.gap >= 0 && tag, s.tagAt == s.behind:
		s.leave(s.tagAt, s.at)
	}
}

// A tagName is the name of a tag in lower case, or what it begins with.
type tagName struct {
	name [16]byte
	n    int
}

// kind is what floods knows of the tag.
func (t *tagName) kind() tagKind { return kindOfName(t.name[:t.n]) }

// is says whether the tag has this name.
func (t *tagName) is(name string) bool { return string(t.name[:t.n]) == name }

// read reads the name that begins at i and returns where it ends.
func (t *tagName) read(text []byte, i int) int {
	for ; i < len(text) && !endsName(text[i]); i++ {
		if t.n < len(t.name) {
			c := text[i]
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			t.name[t.n] = c
			t.n++
		}
	}
	return i
}

// tag reads a tag from its name on and goes past its end. Attributes of a start
// tag that nobody asks for are left out.
func (s *stripper) tag(end bool) (t tagName, ok bool) {
	s.at = t.read(s.text, s.at)
	kind := t.kind()
	s.flood.see(kind, end)
	kept, from := len(s.kept), s.from
	s.leaveGap(&t, kind, end)
	// Of formatting elements the parser compares the attributes.
	some := !end && !s.whole && kind&formattingTag == 0
	for i := s.at; ; {
		if i = skipSpace(s.text, i); i < len(s.text) && s.text[i] == '>' {
			s.at = i + 1
			return t, true
		}
		a, next := readAttribute(s.text, i)
		if next < 0 {
			s.kept, s.from = s.kept[:kept], from
			return t, false
		}
		switch {
		case s.text[a.end-1] == '/' && next == a.end && next < len(s.text) && s.text[next] == '>':
			// Whether the slash closes the tag depends on the attributes before it.
			s.kept, s.from = s.kept[:kept], from
		case some && !kind.asksFor(&a, s.text) && a.standsAlone(s.text):
			s.leave(a.key, skipSpace(s.text, a.end))
		}
		i = next
	}
}

// leaveGap leaves out the white space before a tag whose name is read, where nobody sees it.
func (s *stripper) leaveGap(t *tagName, kind tagKind, end bool) {
	if s.gap >= 0 && s.gaps.hidden(kind, end, s.text[s.at:]) {
		s.leave(s.gap, s.tagAt)
	}
	switch {
	case s.svg == 0 && !t.is("svg"):
		s.gaps.see(t, kind, end, s.gap >= 0)
	case kind&(formattingTag|linkTag|preTag) != 0 && !end:
		s.gaps.stay() // it may have ended the drawing
	}
}

// An attribute is a piece of a tag: its name, and where it ends with its value.
type attribute struct{ key, keyEnd, end int }

// value is the attribute's value as it is written, with its quotation marks.
func (a *attribute) value(text []byte) []byte {
	v := text[a.keyEnd:a.end]
	return v[skipSpace(v, min(skipSpace(v, 0)+1, len(v))):]
}

// readAttribute reads the attribute that begins at i, or the slash there. next
// is where the next one may begin, -1 where the text ends before that is known.
func readAttribute(text []byte, i int) (a attribute, next int) {
	for a.key = i; i < len(text) && (text[i] == '=' && i == a.key || text[i] != '=' && !endsName(text[i])); i++ {
	}
	a.keyEnd, a.end = i, i
	if i = skipSpace(text, i); i >= len(text) {
		return a, -1
	}
	switch text[i] {
	case '/':
		i++
	case '=':
		if i = endOfValue(text, skipSpace(text, i+1)); i < 0 {
			return a, -1
		}
		a.end = i
	}
	return a, i
}

// standsAlone says whether a tag without the attribute means the same but for
// it: neither what comes before nor what follows runs into it.
func (a *attribute) standsAlone(text []byte) bool {
	if a.key == a.keyEnd || text[a.key] == '=' || text[a.key-1] == '/' || text[a.end-1] == '/' {
		return false
	}
	i := skipSpace(text, a.end)
	return i < len(text) && text[i] != '='
}

// endOfValue is where the attribute's value ends that begins at i, -1 where it does not end.
func endOfValue(text []byte, i int) int {
	if i >= len(text) {
		return -1
	}
	if q := text[i]; q == '"' || q == '\'' {
		end := bytes.IndexByte(text[i+1:], q)
		if end < 0 {
			return -1
		}
		return i + end + 2
	}
	for i < len(text) && text[i] != '>' && !isTagSpace(text[i]) {
		i++
	}
	return i
}

func skipSpace(text []byte, i int) int {
	for i < len(text) && isTagSpace(text[i]) {
		i++
	}
	return i
}

func isTagSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'
}

func (s *stripper) endTag() bool {
	t, ok := s.tag(true)
	switch {
	case t.is("svg"):
		s.svg = max(s.svg-1, 0)
	case t.is("select"):
		s.selects = max(s.selects-1, 0)
	}
	return ok
}

func (s *stripper) startTag() bool {
	begin := s.at
	t, ok := s.tag(false)
	if !ok {
		return false
	}
	open := s.svg > 0 || s.selects > 0
	switch t.name[0] {
	case 'd': // HTML within SVG
		return !t.is("desc") || s.svg == 0 || s.holdsTextAlone(&t)
	case 'f', 'm', 'p':
		return !t.is("frameset") && !t.is("foreignobject") && !t.is("math") && !t.is("plaintext")
	case 's':
		switch {
		case t.is("svg"):
			tag := s.text[begin:s.at]
			if !open && !s.whole && !bytes.HasSuffix(tag, []byte("/>")) {
				s.leaveDrawing()
			}
			if !closesAtOnce(tag) {
				s.svg++
			}
		case t.is("select"):
			s.selects++
			return s.svg == 0
		case t.is("script"), t.is("style"):
			if open {
				return s.holdsTextAlone(&t)
			}
			return s.leaveOut(&t, s.text[begin:s.at])
		}
	case 't':
		switch {
		case t.is("template"):
			return !open
		case t.is("textarea"), t.is("title"):
			return s.holdText(&t, open)
		}
	case 'i', 'n', 'x':
		if t.is("iframe") || t.is("noembed") || t.is("noframes") || t.is("xmp") {
			return s.holdText(&t, open)
		}
	}
	return true
}

// closesAtOnce says whether a tag surely ends in a slash that is not an attribute's.
func closesAtOnce(tag []byte) bool {
	return bytes.HasSuffix(tag, []byte("/>")) && bytes.IndexByte(tag, '=') < 0
}

// holdText goes to the end tag of an element whose text is no markup.
func (s *stripper) holdText(t *tagName, open bool) bool {
	if open {
		return s.holdsTextAlone(t)
	}
	end := s.endOf(t)
	s.at = max(end, s.at)
	return end >= 0
}

// holdsTextAlone says whether no tag stands between a start tag and its end tag,
// so that it does not matter whether the parser looks for tags there.
func (s *stripper) holdsTextAlone(t *tagName) bool {
	i := bytes.IndexByte(s.text[s.at:], '<')
	return i >= 0 && s.at+i == s.endOf(t)
}

// endOf is where the end tag of an element begins whose text is no markup, -1 where there is none.
func (s *stripper) endOf(t *tagName) int {
	for at := s.at; ; {
		i := bytes.IndexByte(s.text[at:], '<')
		if i < 0 || at+i+2+t.n >= len(s.text) {
			return -1
		}
		at += i + 1
		if s.text[at] != '/' || !bytes.EqualFold(s.text[at+1:at+1+t.n], t.name[:t.n]) || !endsName(s.text[at+1+t.n]) {
			continue
		}
		return at - 1
	}
}

// leaveOut goes to the end tag of a script or style sheet and leaves out its text.
func (s *stripper) leaveOut(t *tagName, tag []byte) bool {
	end := s.endOf(t)
	if end < 0 {
		return false
	}
	body := s.text[s.at:end]
	if t.is("script") {
		// <!-- <script> in a script: its end tag is not the first that follows.
		if i := bytes.Index(body, []byte("<!--")); i >= 0 && holdsFold(body[i:], "<script") {
			return false
		}
	}
	if len(body) >= s.least && !holdsFold(tag, "json") {
		s.leave(s.at, end)
		if t.is("script") {
			s.scripts = append(s.scripts, body)
		}
	}
	s.at = end
	return true
}

// holdsFold says whether text holds what, which is in lower case, in any case.
func holdsFold(text []byte, what string) bool {
	for i := 0; i+len(what) <= len(text); i++ {
		if text[i]|0x20 == what[0]|0x20 && bytes.EqualFold(text[i:i+len(what)], []byte(what)) {
			return true
		}
	}
	return false
}

// leaveDrawing leaves out what an <svg> holds, from behind its start tag to its
// end tag, where that is nothing but lines and areas that are nested well:
// whatever else stands there may be text, or end the drawing.
func (s *stripper) leaveDrawing() {
	var open [maxDrawing]tagName
	depth := 0
	for i := s.at; ; {
		i = skipSpace(s.text, i)
		if i+1 >= len(s.text) || s.text[i] != '<' {
			return
		}
		var t tagName
		begin, end := i, s.text[i+1] == '/'
		if i++; end {
			i++
		}
		i = t.read(s.text, i)
		if end && depth == 0 {
			if t.is("svg") {
				s.leave(s.at, begin)
				s.at = begin
			}
			return
		}
		if i = endOfTag(s.text, i); i < 0 {
			return
		}
		switch {
		case end && t == open[depth-1]:
			depth--
		case end || !t.isDrawn():
			return
		case s.text[i-2] == '/': // closed at once
		case depth == maxDrawing:
			return
		default:
			open[depth] = t
			depth++
		}
	}
}

// maxDrawing is how deep the parts of a drawing that is left out are nested.
const maxDrawing = 16

// isDrawn says whether an element of SVG holds no text and nothing of HTML.
func (t *tagName) isDrawn() bool {
	switch string(t.name[:t.n]) {
	case "path", "g", "rect", "circle", "line", "polygon", "polyline", "ellipse", "use", "defs", "clippath", "mask", "lineargradient", "radialgradient", "stop":
		return true
	}
	return false
}

// endOfTag is where the tag ends whose attributes begin at i, -1 where it does not end.
func endOfTag(text []byte, i int) int {
	for i >= 0 {
		if i = skipSpace(text, i); i < len(text) && text[i] == '>' {
			return i + 1
		}
		_, i = readAttribute(text, i)
	}
	return -1
}

// asksFor says whether newspage asks an element of this kind for an attribute of text.
func (k tagKind) asksFor(a *attribute, text []byte) bool {
	key := text[a.key:a.keyEnd]
	var lower [24]byte
	if len(key) > len(lower) || k&asksNothing != 0 {
		return false
	}
	for i, c := range key {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	name := lower[:len(key)]
	switch {
	case k&asksType != 0:
		return string(name) == "type"
	case k&asksWhere != 0:
		return string(name) == "rel" || string(name) == "href"
	case string(name) == "style":
		value := a.value(text)
		return bytes.IndexByte(value, '&') >= 0 || isSeenStyle(string(value))
	}
	return isAsked(name)
}

// isSeenStyle says whether a style attribute, as it is written, hides its element or shows a picture.
func isSeenStyle(s string) bool {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		s = s[1 : len(s)-1]
	}
	return hidingOf(s) != 0 || backgroundURL(s) != ""
}

// isAsked says whether newspage asks for an attribute of this name, in lower case.
func isAsked(name []byte) bool {
	switch string(name) {
	case "class", "id", "href", "src", "style", // most first
		"alt", "aria-hidden", "cite", "content", "data", "datetime", "height", "hidden", "http-equiv", "itemprop",
		"lang", "name", "property", "rel", "role", "type", "value", "width", "xlink:href",
		"srcset", "data-srcset", "data-lazy-srcset", "nitro-lazy-srcset", "imagesrcset",
		"data-src", "data-lazy-src", "data-original", "data-full-src", "data-hi-res-src", "data-large-file",
		"data-lazy", "data-url", "data-image", "data-img-src", "data-orig-file", "data-echo", "data-fallback-src",
		"nitro-lazy-src", "data-flickity-lazyload", "data-pin-media", "data-cfsrc",
		"data-orig-src", "data-pagespeed-lazy-src", "data-opt-src", "data-ezsrc", "data-wpfc-original-src", "data-img-url", "data-actualsrc", "data-ezsrcset",
		"videoid", "data-videoid", "data-cmp-src",
		"data-bg", "data-background", "data-background-image":
		return true
	}
	return false
}
