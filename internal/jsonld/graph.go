package jsonld

import (
	"html"
	"maps"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The caps on all blocks of one page together.
const (
	MaxTotalBytes = 4 << 20 // bytes of all blocks
	MaxBlocks     = 200     // blocks, the refused ones too
)

// maxNesting is how deep the reading helpers look into a value for its text or
// address. Real pages need three or four.
const maxNesting = 8

// An Object is one JSON object: a node of the graph, a reference to one, or a
// plain value.
type Object = map[string]any

// A Graph holds the objects of all blocks of one page. The zero Graph is empty
// and ready for use. It is not safe for concurrent use with Add.
type Graph struct {
	bytes, blocks, values int               // read so far
	typed                 []Object          // the objects that have a type
	byID                  map[string]Object // the fullest object of each @id
}

// Add reads one block and takes up its objects. A block that is a JSON string
// with JSON inside is read once more. The error says why the block was left
// out: ErrTooLarge, also where the block is small but those before it have
// used up a cap of the page, or ErrNoValue. The graph stays usable.
func (g *Graph) Add(src string) error {
	g.blocks++
	if g.blocks > MaxBlocks || g.values >= MaxValues || len(src) > MaxBytes || g.bytes+len(src) > MaxTotalBytes {
		return ErrTooLarge
	}
	g.bytes += len(src)
	p := parser{budget: MaxValues - g.values, keep: true}
	v, err := p.parse(src)
	if s, ok := v.(string); ok && strings.ContainsAny(s, "{[") {
		p = parser{budget: p.budget, keep: true}
		_, err = p.parse(s)
	}
	g.values = MaxValues - p.budget
	for _, o := range p.nodes {
		g.take(o)
	}
	return err
}

// take files one object under its type and its @id.
func (g *Graph) take(o Object) {
	if hasType(o) {
		g.typed = append(g.typed, o)
	}
	id := idOf(o)
	if id == "" || isReference(o) {
		return
	}
	if old, ok := g.byID[id]; ok && len(old) >= len(o) {
		return
	}
	if g.byID == nil {
		g.byID = make(map[string]Object)
	}
	g.byID[id] = o
}

// Objects returns all objects that have an @type, at any depth, each once, in
// the order in which they begin in the blocks: an outer object stands before
// those inside it. References that name a type are among them. The slice is
// the graph's own.
func (g *Graph) Objects() []Object {
	return g.typed
}

// Resolve returns the object that v refers to, if v is an object with nothing
// but an @id and perhaps an @type and another object of the graph says more
// under that @id. Where several do, it is the one with the most members, of
// equals the first. In an array each element is resolved. Anything else is
// returned as it is. The result may itself hold references, also to where one
// came from: whoever follows them must count the steps.
func (g *Graph) Resolve(v any) any {
	switch v := v.(type) {
	case Object:
		return g.resolve(v)
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			if o, ok := e.(Object); ok {
				e = g.resolve(o)
			}
			out[i] = e
		}
		return out
	}
	return v
}

// Whole returns v with the members that another object of the graph has under its
// @id and v has not: publishing systems name an author where the article is, and
// say elsewhere where the author's page is. Anything but an object with an @id is
// returned as it is. Neither object is changed.
func (g *Graph) Whole(v any) any {
	o, ok := v.(Object)
	if !ok {
		return v
	}
	full, ok := g.byID[idOf(o)]
	if !ok || idOf(o) == "" {
		return v
	}
	whole := maps.Clone(full)
	maps.Copy(whole, o)
	return whole
}

// resolve is Resolve for one object.
func (g *Graph) resolve(o Object) Object {
	if isReference(o) {
		if full, ok := g.byID[idOf(o)]; ok {
			return full
		}
	}
	return o
}

// isReference reports whether o has an @id and nothing but a type with it.
func isReference(o Object) bool {
	n := 0
	for _, name := range [...]string{"@id", "@type", "@context"} {
		if _, ok := o[name]; ok {
			n++
		}
	}
	return n == len(o) && idOf(o) != ""
}

// idOf is the @id of o without space around it, or "".
func idOf(o Object) string {
	id, _ := o["@id"].(string)
	return strings.TrimSpace(id)
}

// Types returns the types of o without their vocabulary: "Article" for
// "http://schema.org/Article" and "schema:Article". No type: nil.
func Types(o Object) []string {
	var types []string
	eachType(o, func(t string) bool {
		types = append(types, t)
		return false
	})
	return types
}

// Is reports whether one of the types of o is one of names. Case does not matter.
func Is(o Object, names ...string) bool {
	return eachType(o, func(t string) bool {
		for _, name := range names {
			if strings.EqualFold(t, name) {
				return true
			}
		}
		return false
	})
}

// hasType reports whether o has a type at all.
func hasType(o Object) bool {
	return eachType(o, func(string) bool { return true })
}

// eachType calls f for each type of o until it returns true, and reports
// whether it did.
func eachType(o Object, f func(string) bool) bool {
	switch v := o["@type"].(type) {
	case string:
		t := localName(v)
		return t != "" && f(t)
	case []any:
		for _, e := range v {
			s, _ := e.(string)
			if t := localName(s); t != "" && f(t) {
				return true
			}
		}
	}
	return false
}

// localName is a type's name without the address or prefix of its vocabulary.
func localName(t string) string {
	t = strings.TrimRight(strings.TrimSpace(t), "/#:")
	return t[strings.LastIndexAny(t, "/#:")+1:]
}

// Text returns what a reader would see of v: a string or number itself, the
// first element of an array that has a text, the name or else the @value of an
// object. Character references are decoded, also those escaped twice; tags
// are taken out where the text clearly has them; white space is folded to
// single spaces and trimmed; control characters are dropped. Nothing: "".
func Text(v any) string {
	return text(v, maxNesting)
}

// text is Text down to depth levels.
func text(v any, depth int) string {
	if depth == 0 {
		return ""
	}
	switch v := v.(type) {
	case string:
		return plain(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		for _, e := range v {
			if s := text(e, depth-1); s != "" {
				return s
			}
		}
	case Object:
		if s := text(v["name"], depth-1); s != "" {
			return s
		}
		return text(v["@value"], depth-1)
	}
	return ""
}

// Texts returns the Text of each element of v that has one; of an object
// whose name is an array, that of each name. Nothing: nil.
func Texts(v any) []string {
	var out []string
	for _, e := range List(v) {
		if o, ok := e.(Object); ok {
			if names, ok := o["name"].([]any); ok {
				before := len(out)
				if out = appendTexts(out, List(names)); len(out) > before {
					continue
				}
			}
		}
		out = appendTexts(out, []any{e})
	}
	return out
}

// appendTexts appends the Text of each value that has one.
func appendTexts(out []string, values []any) []string {
	for _, v := range values {
		if s := Text(v); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// URL returns the address that v is or has: a string itself, the url of an
// object, else its contentUrl, else its @id; of an array the first. It is
// trimmed and its escaped ampersands are decoded, but it is not checked: it
// may be relative or no address at all. Nothing: "".
func URL(v any) string {
	return address(v, maxNesting)
}

// address is URL down to depth levels.
func address(v any, depth int) string {
	if depth == 0 {
		return ""
	}
	switch v := v.(type) {
	case string:
		return ampersands(strings.TrimSpace(v))
	case []any:
		for _, e := range v {
			if s := address(e, depth-1); s != "" {
				return s
			}
		}
	case Object:
		for _, name := range [...]string{"url", "contentUrl"} {
			if s := address(v[name], depth-1); s != "" {
				return s
			}
		}
		if id := idOf(v); !strings.HasPrefix(id, "_:") { // A blank node has no address.
			return ampersands(id)
		}
	}
	return ""
}

// ampersands decodes the escaped ampersands of an address. Other character
// references are left: the "&copy=1" of a query is none.
func ampersands(s string) string {
	for _, ref := range [...]string{"&amp;", "&#38;", "&#038;", "&#x26;"} {
		s = strings.ReplaceAll(s, ref, "&")
	}
	return s
}

// List returns the elements of v: of an array its elements without nil, those
// of arrays inside it in their place; of nil none; of anything else v alone.
// The slice may be v itself.
func List(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		for _, e := range v {
			if _, nested := e.([]any); nested || e == nil {
				return flatten(nil, v, maxNesting)
			}
		}
		return v
	}
	return []any{v}
}

// flatten appends the elements of list, and of the arrays in it down to depth levels.
func flatten(out, list []any, depth int) []any {
	for _, e := range list {
		switch e := e.(type) {
		case nil:
		case []any:
			if depth > 0 {
				out = flatten(out, e, depth-1)
			}
		default:
			out = append(out, e)
		}
	}
	return out
}

// plain is a string as it is read: decoded, without tags, folded.
func plain(s string) string {
	for range 2 {
		if strings.IndexByte(s, '&') < 0 {
			break
		}
		s = html.UnescapeString(s)
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = stripTags(s)
	}
	return fold(s)
}

// stripTags takes out the tags of HTML elements. A "<" that begins none, as in
// "a < b" or "<3", stays. Where text was apart as blocks a space stays too.
func stripTags(s string) string {
	var b strings.Builder
	lastClose := strings.LastIndexByte(s, '>')
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i > lastClose {
			break
		}
		name, size := tag(s[i:])
		if size == 0 {
			size = 1
			b.WriteString(s[:i+1])
		} else {
			b.WriteString(s[:i])
			if !inline(name) {
				b.WriteByte(' ')
			}
		}
		s = s[i+size:]
		lastClose -= i + size
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s)
	return b.String()
}

// maxTag is the length up to which "<" and ">" are taken for one tag. It
// bounds the search for the ">".
const maxTag = 2048

// tag returns the lower-case name and the length of the tag or comment at the
// start of s; a length of 0 means that there is none.
func tag(s string) (name string, size int) {
	start := 1
	if strings.HasPrefix(s, "</") {
		start = 2
	}
	n := start
	for n < len(s) && n <= start+len("blockquote") && (isLetter(s[n]) || isDigit(s[n])) {
		n++
	}
	name = strings.ToLower(s[start:n])
	if strings.HasPrefix(s, "<!--") {
		name = "!--"
	} else if n == len(s) || s[n] > ' ' && s[n] != '/' && s[n] != '>' || !inline(name) && !block(name) {
		return "", 0
	}
	return name, strings.IndexByte(s[:min(len(s), maxTag)], '>') + 1
}

// inline reports whether the HTML element leaves the words around it joined.
func inline(name string) bool {
	switch name {
	case "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s",
		"small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr":
		return true
	}
	return false
}

// block reports whether the HTML element sets the words around it apart.
func block(name string) bool {
	switch name {
	case "article", "aside", "audio", "blockquote", "br", "center", "dd", "div", "dl", "dt", "embed",
		"figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "iframe", "img",
		"li", "main", "noscript", "object", "ol", "p", "picture", "pre", "script", "section", "source", "style",
		"table", "tbody", "td", "th", "thead", "tr", "ul", "video":
		return true
	}
	return false
}

// fold trims s and makes each run of white space one space. It drops control
// characters and byte order marks and replaces invalid bytes. What needs none
// of it is returned as it is.
func fold(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			gap = true
		case unicode.IsControl(r) || r == '\ufeff':
		default:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// folded reports whether fold would return s as it is.
func folded(s string) bool {
	gap := true // So that a space at the start counts as a second one.
	for i, r := range s {
		switch {
		case r == ' ':
			if gap {
				return false
			}
			gap = true
			continue
		case r < ' ' || r == 0x7f:
			return false
		case r < utf8.RuneSelf:
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			return false
		case unicode.IsSpace(r) || unicode.IsControl(r) || r == '\ufeff':
			return false
		}
		gap = false
	}
	return s == "" || !gap
}
