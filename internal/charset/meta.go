package charset

import (
	"bytes"
	"strings"
)

// prescanBytes is how far into a page a declaration is looked for. Browsers
// stop at 1,024 bytes; real pages put scripts and styles before their meta.
const prescanBytes = 64 << 10

// spaces is the white space of HTML.
const spaces = " \t\n\f\r"

// declared finds the charset that a page declares of itself: the first usable
// meta element, else the XML declaration it starts with. It follows the HTML
// standard's prescan, but reads further and skips the contents of scripts,
// styles and titles, which may print a meta they do not mean.
func declared(data []byte) string {
	p := prescan{data: data[:min(len(data), prescanBytes)]}
	name := p.meta()
	if name == "" {
		name = inMarkup(lookup(xmlLabel(p.data)))
	}
	return name
}

// inMarkup maps what markup cannot mean: to read a declaration as ASCII is to
// know that the page is not UTF-16.
func inMarkup(name string) string {
	switch name {
	case nameUTF16LE, nameUTF16BE:
		return nameUTF8
	case nameUserDefined:
		return nameWindows1252
	}
	return name
}

// xmlLabel reads the encoding of an XML declaration at the start of a page.
func xmlLabel(data []byte) string {
	data = bytes.TrimLeft(data, spaces)
	if !bytes.HasPrefix(data, []byte("<?xml")) {
		return ""
	}
	end := bytes.IndexByte(data, '>')
	if end < 0 {
		return ""
	}
	const word = "encoding"
	s := string(data[:min(end, 1<<10)])
	i := strings.Index(s, word)
	if i < 0 {
		return ""
	}
	s, found := strings.CutPrefix(strings.TrimLeft(s[i+len(word):], spaces), "=")
	if !found {
		return ""
	}
	return labelValue(strings.TrimRight(strings.TrimLeft(s, spaces), "?"))
}

// A prescan walks over the tags at the start of a page.
type prescan struct {
	data []byte
	pos  int
	open [len(rawText)]bool // rawText elements known to have no end tag further on
}

// rawText are the elements whose contents are no markup.
var rawText = [...]string{"script", "style", "title", "textarea"}

// meta returns the charset of the first meta element that declares a usable one.
func (p *prescan) meta() string {
	for p.pos < len(p.data) {
		i := bytes.IndexByte(p.data[p.pos:], '<')
		if i < 0 {
			return ""
		}
		p.pos += i + 1
		rest := p.data[p.pos:]
		switch {
		case bytes.HasPrefix(rest, []byte("!--")):
			p.skipComment()
		case len(rest) > 0 && (rest[0] == '!' || rest[0] == '?'):
			p.skipPast('>')
		case len(rest) > 1 && rest[0] == '/' && isLetter(rest[1]):
			p.pos++
			p.tag()
		case len(rest) > 0 && isLetter(rest[0]):
			if name := p.element(); name != "" {
				return name
			}
		}
	}
	return ""
}

// element reads a start tag: a meta for its charset, others to get past them.
func (p *prescan) element() string {
	tag := p.name()
	if strings.EqualFold(tag, "meta") {
		return p.metaCharset()
	}
	p.attributes()
	for i, raw := range rawText {
		if strings.EqualFold(tag, raw) && !p.open[i] {
			p.skipRaw(i)
		}
	}
	return ""
}

// tag skips a tag, whatever it is.
func (p *prescan) tag() {
	p.name()
	p.attributes()
}

func (p *prescan) attributes() {
	for {
		if _, _, ok := p.attribute(); !ok {
			return
		}
	}
}

// metaCharset reads the attributes of a meta element. Only the first of equal
// names counts; content counts where http-equiv says that it is a Content-Type.
func (p *prescan) metaCharset() string {
	var pragma bool
	var charset, content, equiv string
	var hasCharset, hasContent, hasEquiv bool
	for {
		name, value, ok := p.attribute()
		if !ok {
			break
		}
		switch {
		case strings.EqualFold(name, "charset") && !hasCharset:
			charset, hasCharset = value, true
		case strings.EqualFold(name, "content") && !hasContent:
			content, hasContent = value, true
		case strings.EqualFold(name, "http-equiv") && !hasEquiv:
			equiv, hasEquiv = value, true
		}
	}
	pragma = strings.EqualFold(strings.Trim(equiv, spaces), "content-type")
	if name := inMarkup(lookup(strings.Trim(charset, spaces))); name != "" {
		return name
	}
	if pragma {
		return inMarkup(lookup(labelIn(content)))
	}
	return ""
}

// name reads a tag's name.
func (p *prescan) name() string {
	start := p.pos
	for p.pos < len(p.data) && !isSpace(p.data[p.pos]) && p.data[p.pos] != '>' && p.data[p.pos] != '/' {
		p.pos++
	}
	return short(p.data[start:p.pos])
}

// attribute reads the next attribute of a tag; not ok, it has read past the tag's end.
func (p *prescan) attribute() (name, value string, ok bool) {
	for p.pos < len(p.data) && (isSpace(p.data[p.pos]) || p.data[p.pos] == '/') {
		p.pos++
	}
	if p.pos >= len(p.data) {
		return "", "", false
	}
	if p.data[p.pos] == '>' {
		p.pos++
		return "", "", false
	}
	start := p.pos
	p.pos++ // A "=" in front belongs to the name.
	for p.pos < len(p.data) && !isSpace(p.data[p.pos]) && !bytes.ContainsRune([]byte("=>/"), rune(p.data[p.pos])) {
		p.pos++
	}
	name = short(p.data[start:p.pos])
	p.skipSpace()
	if p.pos >= len(p.data) || p.data[p.pos] != '=' {
		return name, "", true
	}
	p.pos++
	p.skipSpace()
	return name, p.value(), true
}

// value reads an attribute's value, with or without quotes.
func (p *prescan) value() string {
	if p.pos >= len(p.data) {
		return ""
	}
	start := p.pos
	if q := p.data[p.pos]; q == '"' || q == '\'' {
		p.pos++
		p.skipPast(q)
		return short(bytes.TrimSuffix(p.data[start+1:p.pos], []byte{q}))
	}
	for p.pos < len(p.data) && !isSpace(p.data[p.pos]) && p.data[p.pos] != '>' {
		p.pos++
	}
	return short(p.data[start:p.pos])
}

// skipComment goes past a comment; "<!-->" is a whole one, one never closed
// ends the page.
func (p *prescan) skipComment() {
	p.pos++ // Past "!", so that the dashes that open may close it.
	if end := bytes.Index(p.data[p.pos:], []byte("-->")); end >= 0 {
		p.pos += end + len("-->")
		return
	}
	p.pos = len(p.data)
}

// skipRaw goes to the end tag of a rawText element. Where there is none the
// element's contents are read as markup, and it is not looked for again.
func (p *prescan) skipRaw(i int) {
	if end := indexFold(p.data[p.pos:], "</"+rawText[i]); end >= 0 {
		p.pos += end
		return
	}
	p.open[i] = true
}

func (p *prescan) skipSpace() {
	for p.pos < len(p.data) && isSpace(p.data[p.pos]) {
		p.pos++
	}
}

// skipPast goes behind the next c, or to the end.
func (p *prescan) skipPast(c byte) {
	if i := bytes.IndexByte(p.data[p.pos:], c); i >= 0 {
		p.pos += i + 1
		return
	}
	p.pos = len(p.data)
}

// short copies the start of a name or value: no label needs more.
func short(b []byte) string { return string(b[:min(len(b), 256)]) }

func isSpace(c byte) bool { return strings.IndexByte(spaces, c) >= 0 }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// indexFold finds word, which is lower-case ASCII, in s whatever its case.
func indexFold[T string | []byte](s T, word string) int {
	for i := 0; i+len(word) <= len(s); i++ {
		if s[i]|0x20 == word[0]|0x20 && strings.EqualFold(string(s[i:i+len(word)]), word) {
			return i
		}
	}
	return -1
}
