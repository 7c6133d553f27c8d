package newspage

import (
	"bytes"

	"golang.org/x/net/html/atom"
)

// This file knows pages that cost html.Parse far more than their bytes: root
// tags again and again, whose attributes it merges one by one each time, and
// formatting elements that are never closed, which it opens again in every
// paragraph that follows. Such a page is flattened before it is parsed.

const (
	maxRoots      = 16  // <html> and <body> tags of a page
	maxFormatting = 100 // formatting elements that stand open
)

// floods says whether a page has more root tags or open formatting elements
// than a page has. It looks at names alone, also within scripts: a page that is
// flattened without need loses nothing.
func floods(text []byte) bool {
	roots, open := 0, 0
	for {
		i := bytes.IndexByte(text, '<')
		if i < 0 || i+2 >= len(text) {
			return false
		}
		text = text[i+1:]
		end := text[0] == '/'
		if end {
			text = text[1:]
		}
		switch tagKind(text) {
		case rootTag:
			if !end {
				roots++
			}
		case formattingTag:
			if !end {
				open++
			} else if open > 0 {
				open--
			}
		}
		if roots > maxRoots || open > maxFormatting {
			return true
		}
	}
}

// The kinds of tags that floods counts.
const (
	otherTag = iota
	rootTag
	formattingTag
)

// maxTagName is the length of the longest name that is looked at.
const maxTagName = 6

// tagKind is the kind of the tag whose name text begins with.
func tagKind(text []byte) int {
	var name [maxTagName]byte
	n := 0
	for n < len(text) && n <= maxTagName {
		c := text[n] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		if n == maxTagName {
			return otherTag
		}
		name[n] = c
		n++
	}
	if n < len(text) && !endsName(text[n]) {
		return otherTag
	}
	switch {
	case n == 4 && (string(name[:4]) == "html" || string(name[:4]) == "body"):
		return rootTag
	case n > 0 && isFormattingName(name[:n]):
		return formattingTag
	}
	return otherTag
}

// endsName says whether a tag's name ends before c.
func endsName(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\r', '\f', '/', '>':
		return true
	}
	return false
}

// isFormattingName says the same as isFormatting of a name in lower case. Links
// are left out: real pages forget to close hundreds, and each closes the one before.
func isFormattingName(name []byte) bool {
	switch name[0] {
	case 'b', 'c', 'e', 'f', 'i', 'n', 's', 't', 'u':
		return string(name) != "a" && isFormatting(atom.Lookup(name))
	}
	return false
}
