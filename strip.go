package newspage

import (
	"bytes"
	"io"
)

// This file leaves out of a page, before html.Parse reads it, what nobody looks
// at: the text of scripts and style sheets, which is half of the bytes of a news
// page, and the attributes that are never asked for. The parser would read each of
// their bytes and copy most of them twice. The elements stay, and the scripts'
// text is kept beside the tree, for a page that carries its article in one.
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
	whole   bool     // all attributes are kept: a selector may name them
	scripts [][]byte // what was left out of <script> elements
	flood   flood

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
	s.at += i + 1
	switch c := s.text[s.at]; {
	case isLetter(c):
		return s.startTag()
	case isComment(s.text[s.at:]):
		return s.goTo(endOfComment(s.text, s.at+len("!--")))
	case c == '!' && s.svg > 0:
		return false // <![CDATA[ is text here, a comment elsewhere
	case c == '!' || c == '?':
		return s.goTo(endOfMarkup(s.text, s.at))
	case c != '/':
		return true
	}
	s.at++
	if c := s.text[s.at]; !isLetter(c) {
		return s.goTo(endOfMarkup(s.text, s.at))
	}
	return s.endTag()
}

// goTo goes on to a place, if there is one.
func (s *stripper) goTo(at int) bool {
	s.at = max(at, s.at)
	return at >= 0
}

// tag reads a tag from its name on and goes past its end. Attributes of a start
// tag that nobody asks for are left out.
func (s *stripper) tag(end bool) (t tagName, ok bool) {
	s.at = t.read(s.text, s.at)
	e := t.element()
	s.flood.see(e, end)
	asked := asksMost
	if e != nil {
		asked = e.asked
	}
	// Of formatting elements the parser compares the attributes.
	some := !end && !s.whole && (e == nil || e.kind != formattingElement)
	kept, from := len(s.kept), s.from
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
		case some && asked.of(&a, s.text) == "" && a.standsAlone(s.text):
			s.leave(a.key, skipSpace(s.text, a.end))
		}
		i = next
	}
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

// holdText goes to the end tag of an element whose text is no markup.
func (s *stripper) holdText(t *tagName, open bool) bool {
	if open {
		return s.holdsTextAlone(t)
	}
	return s.goTo(endOfText(s.text, s.at, t.name[:t.n]))
}

// holdsTextAlone says whether no tag stands between a start tag and its end tag,
// so that it does not matter whether the parser looks for tags there.
func (s *stripper) holdsTextAlone(t *tagName) bool {
	i := bytes.IndexByte(s.text[s.at:], '<')
	return i >= 0 && s.at+i == endOfText(s.text, s.at, t.name[:t.n])
}

// leaveOut goes to the end tag of a script or style sheet and leaves out its text.
func (s *stripper) leaveOut(t *tagName, tag []byte) bool {
	end := endOfText(s.text, s.at, t.name[:t.n])
	if end < 0 {
		return false
	}
	body := s.text[s.at:end]
	if len(body) >= s.least && !holdsFold(tag, "json") {
		s.leave(s.at, end)
		if t.is("script") {
			s.scripts = append(s.scripts, body)
		}
	}
	s.at = end
	return true
}
