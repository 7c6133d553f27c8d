// Package jsonld reads JSON as real pages write it inside
// <script type="application/ld+json">: strict JSON gives what encoding/json
// gives, broken JSON is repaired as far as its meaning is clear. It knows
// nothing of news, of any vocabulary, or of JSON-LD contexts.
package jsonld

import (
	"errors"
	"html"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The caps that keep a hostile block from costing more than it is worth.
const (
	MaxBytes  = 1 << 20 // bytes of one block; a larger one is refused with ErrTooLarge
	MaxDepth  = 64      // nested containers; a deeper one becomes nil
	MaxValues = 200_000 // values of one block; beyond it the block reads as if cut off there
)

// maxKeyPeek is how many bytes of a possible key are looked at to tell whether
// a quote begins a member. It keeps that look-ahead constant.
const maxKeyPeek = 64

// The errors of Parse and Graph.Add; compare with errors.Is.
var (
	// ErrTooLarge means that a block, or all blocks together, are over a cap.
	ErrTooLarge = errors.New("jsonld: block is too large")

	// ErrNoValue means that the text holds no JSON value at all.
	ErrNoValue = errors.New("jsonld: no JSON value found")
)

// Parse reads one block of JSON into map[string]any, []any, string, float64,
// bool or nil. Valid JSON within the caps gives exactly what encoding/json
// gives, but for one thing: an integer beyond ±2⁵³, which a float64 cannot
// hold exactly, is kept as the string of its digits.
//
// Repaired are: byte order mark, comments, HTML comment and CDATA marks,
// trailing and missing commas, single and typographic quotes, bare keys,
// quotes left unescaped inside a string, raw control characters, invalid
// escapes, mismatched brackets, words that are no JSON value (nil), a whole
// block written with &quot; for its quotes, and text before or after the
// value. Of truncated input what was complete is kept. Several objects or
// arrays one after another are returned as one []any.
//
// Strings are valid UTF-8, with U+FFFD for each invalid byte; HTML entities in
// them are left as they are. Strings share the memory of src where they can.
// The error is ErrTooLarge or ErrNoValue.
func Parse(src string) (any, error) {
	p := parser{budget: MaxValues}
	return p.parse(src)
}

// A parser is the state of one walk over src. The position i only ever grows.
type parser struct {
	src    string
	i      int
	valid  bool // src is valid UTF-8, so its substrings need no check
	budget int  // how many more values may be read

	stack           []any // the elements of the arrays being read
	objects, arrays int   // how many of each are open

	// dead says, for each kind of string (see kindOf), up to which position
	// the search for another closing quote is known to be in vain.
	dead [4]int

	keep  bool             // record every object in nodes
	nodes []map[string]any // in the order of their opening brackets
}

// parse sets the parser on src and reads it.
func (p *parser) parse(src string) (any, error) {
	if len(src) > MaxBytes {
		return nil, ErrTooLarge
	}
	if quotesEscaped(src) {
		src = html.UnescapeString(src)
	}
	p.src, p.valid = src, utf8.ValidString(src)
	v, ok := p.first()
	if !ok {
		return nil, ErrNoValue
	}
	more := []any(nil)
	for p.nextValue() {
		w, ok := p.value(p.src[p.i], 0)
		if !ok {
			break
		}
		if more == nil {
			more = append(more, v)
		}
		more = append(more, w)
	}
	if more != nil {
		return more, nil
	}
	return v, nil
}

// quotesEscaped reports whether the first quote after the opening brackets is
// a character reference: the whole block went through an HTML escaper.
func quotesEscaped(src string) bool {
	s := strings.TrimLeft(src, "\ufeff \t\r\n{[")
	if len(s) == len(src) || s == "" || s[0] != '&' {
		return false
	}
	for _, ref := range [...]string{"&quot;", "&#34;", "&#034;", "&#x22;"} {
		if strings.HasPrefix(s, ref) {
			return true
		}
	}
	return false
}

// first reads the first value. Text that is no value, such as the left side of
// an assignment, is passed over up to the first bracket.
func (p *parser) first() (v any, ok bool) {
	c := p.space()
	start := p.i
	switch {
	case c == '{' || c == '[':
		return p.value(c, 0)
	case c == '"' || c == '\'' || isDigit(c) || c == '-' && isDigit(p.at(p.i+1)):
		v, ok = p.value(c, 0)
	case isLetter(c):
		v, ok = literal(p.letters())
	}
	if ok {
		return v, true
	}
	b := strings.IndexAny(p.src[start:], "{[")
	if b < 0 {
		return nil, false
	}
	p.i = start + b
	return p.value(p.src[p.i], 0)
}

// nextValue moves to the bracket of a further value after the first, if
// nothing but punctuation stands between.
func (p *parser) nextValue() bool {
	for {
		switch p.space() {
		case '{', '[':
			return true
		case ',', ';', '}', ']', ')', '=':
			p.i++
		default:
			return false
		}
	}
}

// value reads the value that begins with c at p.i; depth is the number of
// containers around it. Not ok means that there is no whole value to keep. It
// always moves on.
func (p *parser) value(c byte, depth int) (any, bool) {
	if p.budget <= 0 {
		p.i = len(p.src)
		return nil, false
	}
	p.budget--
	switch c {
	case '"', '\'':
		s, ok := p.string(c)
		return s, ok
	case '{', '[':
		if depth >= MaxDepth {
			p.skipContainer()
			return nil, true
		}
		if c == '{' {
			return p.object(depth + 1), true
		}
		return p.array(depth + 1), true
	case '-', '+', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return p.number(depth > 0)
	}
	return p.bareValue()
}

// object reads an object from its bracket to the closing one, or as far as it goes.
func (p *parser) object(depth int) map[string]any {
	m := make(map[string]any)
	if p.keep {
		p.nodes = append(p.nodes, m)
	}
	p.objects++
	p.i++
	for !p.objectEnds() {
		c := p.src[p.i]
		if c == '{' || c == '[' {
			p.skipContainer() // A value without a key.
			continue
		}
		key, ok := p.key(c)
		if !ok {
			continue
		}
		c = p.space()
		if c == 0 {
			break
		}
		if c == ',' || c == '}' || c == ']' {
			m[key] = nil
			continue
		}
		start := p.i
		v, ok := p.value(c, depth)
		if ok && (c == '"' || c == '\'') {
			if s, longer := p.extend(start, true); longer {
				v = s
			}
		}
		if ok {
			m[key] = v
		}
	}
	p.objects--
	return m
}

// objectEnds moves to the next member and reports whether there is none. A
// closing bracket that belongs to an array around the object ends it too.
func (p *parser) objectEnds() bool {
	for {
		switch p.space() {
		case 0:
			return true
		case '}':
			p.i++
			return true
		case ']':
			if p.arrays > 0 {
				return true
			}
			p.i++
		case ',', ';':
			p.i++
		default:
			return false
		}
	}
}

// key reads a key that begins with c and the colon after it. Not ok means that
// what was read is no key; it is passed over.
func (p *parser) key(c byte) (key string, ok bool) {
	if c == '"' || c == '\'' && p.isMember(p.i) { // Else it is an apostrophe.
		key, ok = p.string(c)
	} else if key, ok = p.curlyString(); !ok {
		key, ok = p.bareKey()
	}
	if !ok {
		return "", false
	}
	switch p.space() {
	case ':':
		p.i++
		return key, true
	case '=':
		p.i++
		if p.at(p.i) == '>' {
			p.i++
		}
		return key, true
	}
	return "", false
}

// bareKey reads a key without quotes; where there is none one byte is passed over.
func (p *parser) bareKey() (string, bool) {
	start := p.i
	for isWord(p.at(p.i)) {
		p.i++
	}
	if p.i == start {
		p.i++
		return "", false
	}
	return p.clean(p.src[start:p.i]), true
}

// array reads an array from its bracket to the closing one, or as far as it goes.
func (p *parser) array(depth int) []any {
	base := len(p.stack)
	p.arrays++
	p.i++
	for !p.arrayEnds() {
		c, start := p.src[p.i], p.i
		v, ok := p.value(c, depth)
		if ok && (c == '"' || c == '\'') {
			if s, longer := p.extend(start, false); longer {
				v = s
			}
		}
		if ok {
			p.stack = append(p.stack, v)
		}
	}
	p.arrays--
	out := make([]any, len(p.stack)-base)
	copy(out, p.stack[base:])
	p.stack = p.stack[:base]
	return out
}

// arrayEnds moves to the next element and reports whether there is none. A
// closing bracket that belongs to an object around the array ends it too.
func (p *parser) arrayEnds() bool {
	for {
		switch p.space() {
		case 0:
			return true
		case ']':
			p.i++
			return true
		case '}':
			if p.objects > 0 {
				return true
			}
			p.i++
		case ',', ';', ':':
			p.i++
		default:
			return false
		}
	}
}

// skipContainer passes over a container without reading it, however deep.
func (p *parser) skipContainer() {
	depth := 0
	for p.i < len(p.src) {
		c := p.src[p.i]
		p.i++
		switch c {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return
			}
		case '"':
			end, _ := closingQuote(p.src, p.i, '"')
			if end < 0 {
				end = len(p.src) - 1
			}
			p.i = end + 1
		}
	}
}

// number reads a number. One that touches the end of truncated input may lack
// digits: inside a container it is not whole. What begins like a number but is
// none, such as a date without quotes, is kept as a string.
func (p *parser) number(inside bool) (any, bool) {
	start := p.i
	integer := true
	for ; p.i < len(p.src); p.i++ {
		if c := p.src[p.i]; isDigit(c) {
			continue
		} else if c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-' && p.i > start {
			integer = false
		} else if c != '-' {
			break
		}
	}
	if p.i == len(p.src) && inside {
		return nil, false
	}
	if !endsToken(p.at(p.i)) || p.src[start:p.i] == "-" {
		return p.oddNumber(start)
	}
	lit := p.src[start:p.i]
	if integer {
		return integerValue(lit), true
	}
	f, err := strconv.ParseFloat(lit, 64)
	if err == nil {
		return f, true
	}
	if errors.Is(err, strconv.ErrRange) {
		return nil, true
	}
	return p.oddNumber(start)
}

// oddNumber reads the word at start, which only looked like a number.
func (p *parser) oddNumber(start int) (any, bool) {
	p.i = start
	p.token()
	if word := p.src[start:p.i]; isDigit(word[0]) {
		return p.clean(word), p.i < len(p.src)
	}
	return nil, p.i < len(p.src)
}

// integerValue is the value of an optional minus sign and digits: a float64
// where that is exact, else the literal.
func integerValue(lit string) any {
	digits := strings.TrimPrefix(lit, "-")
	if len(digits) > 15 {
		if n, err := strconv.ParseInt(lit, 10, 64); err != nil || n > 1<<53 || n < -1<<53 {
			return lit
		}
	}
	n := int64(0)
	for i := range len(digits) {
		n = n*10 + int64(digits[i]-'0')
	}
	f := float64(n)
	if len(digits) < len(lit) {
		f = math.Copysign(f, -1)
	}
	return f
}

// bareValue reads a value that begins with no JSON character but perhaps with
// the letters of a literal. Anything else is nil: NaN, undefined, a template's
// left-over, an expression.
func (p *parser) bareValue() (any, bool) {
	if s, ok := p.curlyString(); ok {
		return s, true
	}
	start := p.i
	v, ok := literal(p.letters())
	if ok && endsToken(p.at(p.i)) {
		return v, true
	}
	p.i = start
	p.token()
	return nil, p.i < len(p.src)
}

// literal is the value of a word that scripts and serializers write for one.
func literal(word string) (v any, ok bool) {
	switch word {
	case "true", "True", "TRUE":
		return true, true
	case "false", "False", "FALSE":
		return false, true
	case "null", "Null", "NULL", "None", "NaN", "nan", "undefined", "Infinity":
		return nil, true
	}
	return nil, false
}

// letters reads the ASCII letters at p.i.
func (p *parser) letters() string {
	start := p.i
	for isLetter(p.at(p.i)) {
		p.i++
	}
	return p.src[start:p.i]
}

// token passes over one byte and then over all that could belong to the same
// word without quotes.
func (p *parser) token() {
	p.i++
	for p.i < len(p.src) {
		switch p.src[p.i] {
		case ' ', '\t', '\n', '\r', ',', '{', '}', '[', ']', '"':
			return
		}
		p.i++
	}
}

// string reads a string in the quotes c. Not ok means that it is not closed.
func (p *parser) string(c byte) (string, bool) {
	start := p.i + 1
	end, escaped := closingQuote(p.src, start, c)
	if end < 0 {
		p.i = len(p.src)
		return "", false
	}
	p.i = end + 1
	return p.text(p.src[start:end], escaped), true
}

// curlyString reads a string whose quotes an editor's autocorrection has made
// typographic. It must be closed, by such a quote or a straight one, on its line.
func (p *parser) curlyString() (string, bool) {
	start := p.i + len("“")
	if p.at(p.i) < utf8.RuneSelf || start > len(p.src) || !strings.Contains("“”„″", p.src[p.i:start]) {
		return "", false
	}
	end := strings.IndexAny(p.src[start:], "“”″\"\n")
	if end < 0 || p.src[start+end] == '\n' {
		return "", false
	}
	end += start
	_, size := utf8.DecodeRuneInString(p.src[end:])
	p.i = end + size
	return p.text(p.src[start:end], strings.IndexByte(p.src[start:end], '\\') >= 0), true
}

// closingQuote finds the first quote at or after from that no backslash
// escapes, or -1, and whether a backslash stands before it.
func closingQuote(s string, from int, quote byte) (end int, escaped bool) {
	end = indexFrom(s, from, quote)
	for end >= 0 {
		b := strings.IndexByte(s[from:end], '\\')
		if b < 0 {
			return end, escaped
		}
		escaped = true
		from += b + 2
		if from > end {
			end = indexFrom(s, from, quote)
		}
	}
	return -1, escaped
}

// indexFrom is strings.IndexByte from a position that may lie beyond the end.
func indexFrom(s string, from int, c byte) int {
	if from >= len(s) {
		return -1
	}
	i := strings.IndexByte(s[from:], c)
	if i < 0 {
		return -1
	}
	return from + i
}

// text is the string that raw, the text between two quotes, stands for.
func (p *parser) text(raw string, escaped bool) string {
	raw = p.clean(raw)
	if !escaped {
		return raw
	}
	var b strings.Builder
	b.Grow(len(raw))
	for {
		i := strings.IndexByte(raw, '\\')
		if i < 0 {
			b.WriteString(raw)
			return b.String()
		}
		b.WriteString(raw[:i])
		raw = raw[i+1:]
		if raw != "" {
			raw = raw[unescape(&b, raw):]
		}
	}
}

// unescape writes what the escape in s, the text after a backslash, stands
// for, and returns its length. As in scripts, a character that is no escape
// stands for itself and an escaped line break for nothing.
func unescape(b *strings.Builder, s string) int {
	switch s[0] {
	case 'b':
		b.WriteByte('\b')
	case 'f':
		b.WriteByte('\f')
	case 'n':
		b.WriteByte('\n')
	case 'r':
		b.WriteByte('\r')
	case 't':
		b.WriteByte('\t')
	case 'u':
		return unescapeRune(b, s)
	case '\n':
	default:
		_, size := utf8.DecodeRuneInString(s)
		b.WriteString(s[:size])
		return size
	}
	return 1
}

// unescapeRune is unescape for \u and for the two halves of a surrogate pair.
// Half a pair, or fewer than four digits, stand for U+FFFD.
func unescapeRune(b *strings.Builder, s string) int {
	r, n := hex4(s[1:])
	if n < 4 {
		b.WriteRune(utf8.RuneError)
		return 1 + n
	}
	if r >= 0xD800 && r < 0xDC00 && strings.HasPrefix(s[5:], `\u`) {
		if low, n := hex4(s[7:]); n == 4 && low >= 0xDC00 && low < 0xE000 {
			b.WriteRune((r-0xD800)<<10 + low - 0xDC00 + 0x10000)
			return 11
		}
	}
	b.WriteRune(r) // A lone surrogate is written as U+FFFD.
	return 5
}

// hex4 reads up to four hexadecimal digits, n of them.
func hex4(s string) (r rune, n int) {
	for ; n < 4 && n < len(s); n++ {
		c := s[n]
		switch {
		case isDigit(c):
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return r, n
		}
		r = r<<4 | rune(c)
	}
	return r, n
}

// clean replaces each invalid byte with U+FFFD, as encoding/json does.
func (p *parser) clean(s string) string {
	if p.valid || utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}

// extend repairs a string with unescaped quotes inside. The string that begins
// at start was just read up to its first closing quote; if what follows cannot
// follow a string, the quote is part of the text, and the string goes on to
// the first quote after which a container can go on. Each stretch of text is
// searched once, whatever the outcome, so that the cost stays linear.
func (p *parser) extend(start int, inObject bool) (string, bool) {
	if p.follows(p.i, inObject) {
		return "", false
	}
	quote := p.src[start]
	dead := &p.dead[kindOf(quote, inObject)]
	for from := p.i; from >= *dead; {
		end, _ := closingQuote(p.src, from, quote)
		if end < 0 {
			*dead = len(p.src) + 1
			break
		}
		from = end + 1
		if p.endsString(from, inObject) {
			p.i = from
			return p.text(p.src[start+1:end], strings.IndexByte(p.src[start+1:end], '\\') >= 0), true
		}
		if inObject && p.beginsLine(end) && p.isMember(end) {
			*dead = from // The next member begins: the string ended before it.
			break
		}
	}
	return "", false
}

// kindOf numbers the kinds of strings for parser.dead.
func kindOf(quote byte, inObject bool) int {
	k := 0
	if quote == '\'' {
		k = 1
	}
	if inObject {
		k += 2
	}
	return k
}

// follows reports whether the text at i, after a closing quote, lets the
// container go on or end. It trusts the quote where endsString doubts it.
func (p *parser) follows(i int, inObject bool) bool {
	j := p.blanks(i)
	switch c := p.at(j); c {
	case 0, ',', '}', ']', ';':
		return true
	case '/':
		return p.isComment(j)
	case '"', '\'':
		return !inObject || p.isMember(j)
	case '{', '[':
		return !inObject
	default:
		return c == '<' && (strings.HasPrefix(p.src[j:], "<!--") || strings.HasPrefix(p.src[j:], "<![CDATA[")) ||
			inObject && isWord(c) && strings.IndexByte(p.src[i:j], '\n') >= 0 && p.isMember(j)
	}
}

// endsString reports whether a quote that stands before i, in a text with
// unescaped quotes, is the one that closes the string.
func (p *parser) endsString(i int, inObject bool) bool {
	i = p.blanks(i)
	switch p.at(i) {
	case 0:
		return true
	case '}':
		return inObject
	case ']':
		return !inObject
	case '/':
		return p.isComment(i)
	case '"', '\'':
		return !inObject || p.isMember(i)
	case ',':
		if inObject {
			return p.beginsMember(i + 1)
		}
		return p.beginsElement(i + 1)
	}
	return false
}

// beginsMember reports whether the text after a comma at i-1 is that of a
// further member, or the end of the object. A bare key counts only right after
// the comma or on a new line: elsewhere it is a word of the text.
func (p *parser) beginsMember(i int) bool {
	j := p.blanks(i)
	switch c := p.at(j); c {
	case 0, '}', '/':
		return true
	case '"', '\'':
		return p.isMember(j)
	default:
		return (j == i || strings.IndexByte(p.src[i:j], '\n') >= 0) && p.isMember(j)
	}
}

// beginsElement reports whether the text after a comma at i-1 is that of a
// further element, or the end of the array.
func (p *parser) beginsElement(i int) bool {
	i = p.blanks(i)
	switch c := p.at(i); c {
	case 0, '"', '\'', '{', '[', ']', '/', '-':
		return true
	default:
		return isDigit(c)
	}
}

// isMember reports whether a key and a colon stand at i.
func (p *parser) isMember(i int) bool {
	quote := p.at(i)
	end := i
	if quote == '"' || quote == '\'' {
		end = indexFrom(p.src[:min(len(p.src), i+maxKeyPeek)], i+1, quote) + 1
		if end == 0 {
			return false
		}
	} else {
		for end < i+maxKeyPeek && isWord(p.at(end)) {
			end++
		}
		if end == i {
			return false
		}
	}
	return p.at(p.blanks(end)) == ':'
}

// beginsLine reports whether nothing but blanks stand between a comma or line
// break and the position i.
func (p *parser) beginsLine(i int) bool {
	for i--; i >= 0; i-- {
		switch p.src[i] {
		case ' ', '\t', '\r':
		case ',', '\n':
			return true
		default:
			return false
		}
	}
	return false
}

// isComment reports whether the slash at i begins a comment, and not an
// address without scheme in an attribute that was pasted with its quotes.
func (p *parser) isComment(i int) bool {
	switch p.at(i + 1) {
	case '*':
		return true
	case '/':
		c := p.at(i + 2)
		return c <= ' ' || p.src[i-1] != '"' && p.src[i-1] != '\''
	}
	return false
}

// blanks is the position of the first byte at or after i that is no white space.
func (p *parser) blanks(i int) int {
	for i < len(p.src) && p.src[i] <= ' ' {
		i++
	}
	return i
}

// space passes over everything that stands between tokens, and returns the
// byte then at p.i, or 0 at the end.
func (p *parser) space() byte {
	for p.i < len(p.src) {
		c := p.src[p.i]
		switch {
		case c <= ' ': // Control characters too.
			p.i++
		case c == '/' || c == '<' || c == '-' || c == ']' || c >= utf8.RuneSelf:
			n := p.filler(c)
			if n == 0 {
				return c
			}
			p.i += n
		default:
			return c
		}
	}
	return 0
}

// filler is the length of the comment, mark or space at p.i, or 0.
func (p *parser) filler(c byte) int {
	s := p.src[p.i:]
	switch c {
	case '/':
		return commentLen(s)
	case '<', '-', ']':
		return p.markLen(s)
	}
	r, size := utf8.DecodeRuneInString(s)
	if unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' {
		return size
	}
	return 0
}

// commentLen is the length of the comment at the start of s, or 0. A line
// comment that hides one of the marks of markLen ends before it, because pages
// that were squeezed onto one line have the JSON on that same line.
func commentLen(s string) int {
	if strings.HasPrefix(s, "/*") {
		if end := strings.Index(s[2:], "*/"); end >= 0 {
			return end + 4
		}
		return len(s)
	}
	if !strings.HasPrefix(s, "//") {
		return 0
	}
	rest := strings.TrimLeft(s[2:], " \t")
	for _, mark := range [...]string{"<![CDATA[", "]]>", "<!--", "-->"} {
		if strings.HasPrefix(rest, mark) {
			return len(s) - len(rest) + len(mark)
		}
	}
	if end := strings.IndexByte(s, '\n'); end >= 0 {
		return end + 1
	}
	return len(s)
}

// markLen is the length of the mark at the start of s that hides a script from
// old browsers or XML parsers, or of an HTML comment of plain words; else 0.
func (p *parser) markLen(s string) int {
	switch {
	case strings.HasPrefix(s, "<!--"):
		if end := strings.IndexAny(s[4:], "<{[\""); end >= 0 {
			s = s[:4+end]
		}
		if end := strings.Index(s[4:], "-->"); end >= 0 {
			return end + 7
		}
		return 4
	case strings.HasPrefix(s, "-->"):
		return 3
	case strings.HasPrefix(s, "<![CDATA["):
		return 9
	case p.objects+p.arrays == 0 && strings.HasPrefix(s, "]]>"):
		return 3
	}
	return 0
}

// at is the byte at i, or 0 beyond the end.
func (p *parser) at(i int) byte {
	if i < len(p.src) {
		return p.src[i]
	}
	return 0
}

// endsToken reports whether a number or literal may end before c.
func endsToken(c byte) bool {
	switch c {
	case ',', '}', ']', ';', '/', '<', '"', '\'', '{', '[', ')':
		return true
	}
	return c <= ' ' || c >= utf8.RuneSelf
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isWord reports whether c may stand in a key without quotes.
func isWord(c byte) bool {
	return isLetter(c) || isDigit(c) || c == '_' || c == '$' || c == '@' || c == '-' || c >= utf8.RuneSelf
}
