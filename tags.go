package newspage

import "bytes"

// This file reads tags as html.Tokenizer does: where their names, attributes and
// values end, where a comment ends, and a text that is no markup.

// A tagName is the name of a tag in lower case, or what it begins with.
type tagName struct {
	name [maxName]byte
	n    int
}

// is says whether the tag has this name.
func (t *tagName) is(name string) bool { return string(t.name[:t.n]) == name }

// element is what is known of the elements of this name, nil for one that HTML does not know.
func (t *tagName) element() *element { return lookElement(t.packed()) }

func (t *tagName) packed() packedName { return pack(&t.name, t.n) }

// read reads the name that begins at i and returns where it ends.
func (t *tagName) read(text []byte, i int) int {
	for ; i < len(text) && !endsName(text[i]); i++ {
		if t.n < len(t.name) {
			t.name[t.n] = lowerByte(text[i])
			t.n++
		}
	}
	return i
}

func isLetter(c byte) bool { c |= 0x20; return 'a' <= c && c <= 'z' }

func lowerByte(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c |= 0x20
	}
	return c
}

// endsName says whether a tag's name ends before c.
func endsName(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\r', '\f', '/', '>':
		return true
	}
	return false
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

// An attribute is a piece of a tag: its name, and where it ends with its value.
type attribute struct{ key, keyEnd, end int }

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

// value is the attribute's value as it is written, without quotation marks.
func (a *attribute) value(text []byte) []byte {
	v := text[a.keyEnd:a.end]
	v = v[skipSpace(v, min(skipSpace(v, 0)+1, len(v))):]
	if len(v) > 0 && (v[0] == '"' || v[0] == '\'') {
		v = v[1 : len(v)-1]
	}
	return v
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

// closesAtOnce says whether a tag surely ends in a slash that is not an attribute's.
func closesAtOnce(tag []byte) bool {
	return bytes.HasSuffix(tag, []byte("/>")) && bytes.IndexByte(tag, '=') < 0
}

// endOfMarkup is where the piece of markup ends that < begins, -1 where it does
// not end or stands open: behind the next >.
func endOfMarkup(text []byte, i int) int {
	k := bytes.IndexByte(text[i:], '>')
	if k < 0 {
		return -1
	}
	return i + k + 1
}

// isComment says whether what follows < is a comment's beginning.
func isComment(text []byte) bool { return bytes.HasPrefix(text, []byte("!--")) }

// endOfComment is where the comment ends whose text begins at from, -1 where it
// does not end. It ends at the first > that follows -- or --!, or nothing but the
// dashes it began with.
func endOfComment(text []byte, from int) int {
	for i := from; i < len(text); {
		if i = endOfMarkup(text, i); i < 0 {
			break
		}
		said := text[from : i-1]
		if len(said) == 0 || string(said) == "-" || bytes.HasSuffix(said, []byte("--")) || bytes.HasSuffix(said, []byte("--!")) {
			return i
		}
	}
	return -1
}

// endOfText is where the end tag of an element begins whose text is no markup
// and begins at i, -1 where there is none.
func endOfText(text []byte, i int, name []byte) int {
	if string(name) == "script" {
		return endOfScript(text, i)
	}
	for {
		k := bytes.IndexByte(text[i:], '<')
		if k < 0 || i+k+2+len(name) >= len(text) {
			return -1
		}
		i += k + 1
		if text[i] == '/' && bytes.EqualFold(text[i+1:i+1+len(name)], name) && endsName(text[i+1+len(name)]) {
			return i - 1
		}
	}
}

// A scriptMode is how the next end tag of a script is taken (sections 13.2.5.15 to
// 13.2.5.31 of the HTML Standard): <!-- in it begins a comment, in which <script>
// begins a script within, whose end tag ends nothing else.
type scriptMode uint8

const (
	inScript scriptMode = iota
	inScriptComment
	inScriptWithin
)

// endOfScript is where the end tag of a script begins whose text begins at i, -1
// where there is none.
func endOfScript(text []byte, i int) int {
	mode, dashes := inScript, 0 // dashes: how many stand before i in a row
	for i < len(text) {
		if mode == inScript {
			if i = nextAngle(text, i); i < 0 {
				return -1
			}
		}
		switch c := text[i]; {
		case c != '<':
			i++
			switch {
			case c == '-':
				dashes++
				continue
			case c == '>' && dashes >= 2:
				mode = inScript
			}
		case mode == inScript && bytes.HasPrefix(text[i:], []byte("<!--")):
			mode, dashes = inScriptComment, 2 // which may close it at once
			i += len("<!--")
			continue
		case namesScript(text, i+1, '/'):
			if mode != inScriptWithin {
				return i
			}
			mode = inScriptComment
			i += len("</script>")
		case mode == inScriptComment && namesScript(text, i+1):
			mode = inScriptWithin
			i += len("<script>")
		case mode == inScriptComment && i+1 < len(text) && text[i+1] != '/' && !isLetter(text[i+1]):
			mode = inScript
			i++
		default:
			i++
		}
		dashes = 0
	}
	return -1
}

// namesScript says whether the name of a script stands at i, whole, behind what leads to it.
func namesScript(text []byte, i int, lead ...byte) bool {
	const name = "script"
	end := i + len(lead) + len(name)
	return end < len(text) && bytes.HasPrefix(text[i:], lead) && endsName(text[end]) && bytes.EqualFold(text[i+len(lead):end], []byte(name))
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
