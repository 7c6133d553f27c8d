package newspage

import (
	"bytes"
	"io"
)

// This file leaves out of a page, before it is parsed, what is no markup: the
// scripts and style sheets, which are half of the bytes of a news page. The
// parser would read each of their bytes and copy them twice. Their elements
// stay, empty, and the scripts' text is kept beside the tree, for a page that
// carries its article in one.
//
// A script is left out only where the parser is sure to take it for one. That
// takes a reader of tags that agrees with html.Tokenizer, and that gives up,
// leaving the rest of the page as it is, where what the parser makes of a tag
// depends on what it has open.

// minLeftOut is how many bytes of a script or style sheet are worth leaving out.
const minLeftOut = 128

// A stripper reads the tags of a page.
type stripper struct {
	text    []byte
	at      int
	kept    [][]byte // the page without what is left out
	from    int      // where the piece begins that is kept next
	least   int      // bytes that are worth leaving out
	scripts [][]byte // what was left out of <script> elements

	svg, selects int // elements open in which <title>, <style> and <script> may be other things
}

// strip returns the pieces of a page without its scripts and style sheets, and
// the text of these scripts. What has less than least bytes stays, and so does
// JSON: it may be the page's data.
func strip(text []byte, least int) (kept, scripts [][]byte) {
	s := stripper{text: text, least: least}
	for s.next() {
	}
	return append(s.kept, text[s.from:]), s.scripts
}

// next reads on to the end of the next tag or comment, and over the text of an
// element that holds no markup. It is false at the end, and where it gives up.
func (s *stripper) next() bool {
	i := bytes.IndexByte(s.text[s.at:], '<')
	if i < 0 || s.at+i+2 >= len(s.text) {
		return false
	}
	s.at += i + 1
	switch c := s.text[s.at]; {
	case isLetter(c):
		return s.startTag()
	case c == '!' && bytes.HasPrefix(s.text[s.at+1:], []byte("--")):
		return s.comment()
	case c == '!' && s.svg > 0:
		return false // <![CDATA[ is text here, a comment elsewhere
	case c == '!' || c == '?':
		return s.skipPast('>')
	case c != '/':
		return true
	}
	s.at++
	if c := s.text[s.at]; !isLetter(c) {
		return s.skipPast('>')
	}
	return s.endTag()
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
			return true
		}
	}
	return false
}

// A tagName is the name of a tag in lower case, as far as it is looked at.
type tagName struct {
	name [12]byte
	n    int
}

// is says whether the tag has this name.
func (t *tagName) is(name string) bool { return string(t.name[:t.n]) == name }

// tag reads a tag from its name on and goes past its end.
func (s *stripper) tag() (t tagName, ok bool) {
	for ; s.at < len(s.text) && !endsName(s.text[s.at]); s.at++ {
		if t.n < len(t.name) {
			c := s.text[s.at]
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			t.name[t.n] = c
			t.n++
		}
	}
	s.at = endOfTag(s.text, s.at)
	return t, s.at >= 0
}

// endOfTag is where the tag ends whose attributes begin at i, -1 where it does not end.
func endOfTag(text []byte, i int) int {
	for {
		if i = skipSpace(text, i); i >= len(text) {
			return -1
		}
		if text[i] == '>' {
			return i + 1
		}
		for start := i; i < len(text) && (text[i] == '=' && i == start || text[i] != '=' && !endsName(text[i])); i++ {
		}
		if i = skipSpace(text, i); i >= len(text) {
			return -1
		}
		switch text[i] {
		case '/':
			i++
		case '=':
			if i = endOfValue(text, skipSpace(text, i+1)); i < 0 {
				return -1
			}
		}
	}
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
	t, ok := s.tag()
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
	t, ok := s.tag()
	if !ok {
		return false
	}
	open := s.svg > 0 || s.selects > 0
	switch t.name[0] {
	case 'd': // HTML within SVG
		return !t.is("desc") || s.svg == 0 || s.holdsTextAlone(&t)
	case 'f', 'm', 'p':
		return !t.is("frameset") && !t.is("foreignobjec") && !t.is("math") && !t.is("plaintext")
	case 's':
		switch {
		case t.is("svg"):
			if !closesAtOnce(s.text[begin:s.at]) {
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
		s.kept = append(s.kept, s.text[s.from:s.at])
		s.from = end
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

// A pieceReader reads pieces one after the other.
type pieceReader struct{ pieces [][]byte }

func (r *pieceReader) Read(p []byte) (int, error) {
	for len(r.pieces) > 0 {
		n := copy(p, r.pieces[0])
		if r.pieces[0] = r.pieces[0][n:]; len(r.pieces[0]) == 0 {
			r.pieces = r.pieces[1:]
		}
		if n > 0 || len(p) == 0 {
			return n, nil
		}
	}
	return 0, io.EOF
}
