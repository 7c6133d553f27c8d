package newspage

import (
	"bytes"
	"errors"
	"strings"
)

// This file knows pages that cost html.Parse far more than their bytes: root
// tags again and again, whose attributes it merges one by one each time, and
// formatting elements that are never closed, which it opens again in every
// paragraph that follows. Such a page is flattened before it is parsed.

const (
	maxRoots      = 16  // <html> and <body> tags of a page
	maxFormatting = 100 // formatting elements that stand open
)

// errFlood is the error of reading a page that is to be flattened.
var errFlood = errors.New("newspage: the page floods the parser")

// A flood counts a page's root tags and the formatting elements that stand open.
type flood struct {
	roots, open int
	over        bool // there are, or were, more than a page has
}

// see counts a tag of an element, which may be nil.
func (f *flood) see(e *element, end bool) {
	switch {
	case e == nil:
		return
	case e.isRoot() && !end:
		f.roots++
	case e.kind != formattingElement: // real pages forget to close hundreds of links
		return
	case !end:
		f.open++
	case f.open > 0:
		f.open--
	}
	f.over = f.over || f.roots > maxRoots || f.open > maxFormatting
}

// rises counts the tags of a text and says whether they became too many. It looks
// at names alone, also within scripts: a page that is flattened without need
// loses nothing.
func (f *flood) rises(text []byte) bool {
	for !f.over {
		i := bytes.IndexByte(text, '<')
		if i < 0 || i+2 >= len(text) {
			return false
		}
		text = text[i+1:]
		end := text[0] == '/'
		if end {
			text = text[1:]
		}
		f.see(elementAt(text), end)
	}
	return true
}

// fewRoots is a page of which no more than maxRoots root tags can be read as
// such, whatever they stand in: in the others < is written as text.
func fewRoots(text string) string {
	var out strings.Builder
	roots, from := 0, 0
	for i := 0; ; i++ {
		k := strings.IndexByte(text[i:], '<')
		if k < 0 {
			break
		}
		if i += k; !elementAt(text[i+1:]).isRoot() {
			continue
		}
		if roots++; roots > maxRoots {
			out.WriteString(text[from:i])
			out.WriteString("&lt;")
			from = i + 1
		}
	}
	if from == 0 {
		return text
	}
	out.WriteString(text[from:])
	return out.String()
}
