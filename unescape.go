package newspage

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// This file resolves line breaks and character references. Those of attributes'
// values are others than those of text: in "?a=1&copy=2" stands none.

// unescaped is a text with its line breaks as they count and its character references resolved.
func (r *textRoom) unescaped(b []byte) string {
	b = r.withNewlines(b)
	if bytes.IndexByte(b, '&') < 0 {
		return r.keep(b)
	}
	return html.UnescapeString(string(b))
}

// withNewlines writes all line breaks of a text as "\n".
func (r *textRoom) withNewlines(b []byte) []byte {
	if !r.returns {
		return b
	}
	return withNewlines(b)
}

func withNewlines(b []byte) []byte {
	if bytes.IndexByte(b, '\r') < 0 {
		return b
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}

// unescapedValue is an attribute's value with its character references resolved.
func (r *textRoom) unescapedValue(v []byte) string {
	if bytes.IndexByte(v, '&') < 0 {
		return r.keep(v)
	}
	var b strings.Builder
	b.Grow(len(v))
	for {
		i := bytes.IndexByte(v, '&')
		if i < 0 {
			b.Write(v)
			return b.String()
		}
		b.Write(v[:i])
		n := referenceLen(v[i:])
		b.WriteString(unescapedReference(v[i:i+n], v[i+n:]))
		v = v[i+n:]
	}
}

// referenceLen is the length of what may be a character reference at the & that v begins with.
func referenceLen(v []byte) int {
	n := 1
	if n < len(v) && v[n] == '#' {
		n++
	}
	for n < len(v) && isReferenceByte(v[n]) {
		n++
	}
	if n > 1 && n < len(v) && v[n] == ';' {
		n++
	}
	return n
}

func isReferenceByte(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' }

// unescapedReference is what a reference stands for in a value that goes on with
// rest: itself if it is a name that is no whole one.
func unescapedReference(ref, rest []byte) string {
	s := string(ref)
	switch {
	case s == "&amp;":
		return "&"
	case len(s) == 1:
		return s
	case s[1] == '#':
		return html.UnescapeString(s)
	case s[len(s)-1] != ';' && len(rest) > 0 && rest[0] == '=':
		return s
	}
	u := html.UnescapeString(s)
	for n := min(len(s)-1, maxPartReference); n > len("&x"); n-- {
		// In text the beginning of a name may be a reference: &notit; is ¬it; there.
		if part := html.UnescapeString(s[:n]); part != s[:n] && u == part+s[n:] {
			return s
		}
	}
	return u
}

// maxPartReference is the length of the longest reference that needs no semicolon.
const maxPartReference = len("&Aacute")
