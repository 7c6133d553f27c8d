package newspage

import (
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// This file reads the article of a page that prints none but carries it for its
// scripts: in JSON-LD, in the state object that a framework leaves in the page.
// No script is understood. What stands between quotation marks is looked at,
// and the text that speaks of the page's title is the article.

const (
	minCarriedWords = 60      // of an article that is carried
	minCarriedPiece = 40      // bytes of a string that is looked at
	maxScriptBytes  = 8 << 20 // of all scripts that are looked at
	maxKeyBytes     = 64      // of a key
	maxScriptDepth  = 3       // JSON in a string in JSON
)

// readCarried returns a reading of the article that the page carries, nil where it carries none.
func (rd *reading) readCarried() *reading {
	if len(rd.meta.titles) == 0 || len(rd.chosen.body) > 0 || rd.meta.article == nil && rd.meta.typeCode != ogArticle {
		return nil // shops and listings carry texts too
	}
	c := carrier{titles: rd.meta.titles}
	room := maxScriptBytes
	for _, n := range rd.heads {
		if n.DataAtom != atom.Script {
			continue
		}
		if s := rawText(n); len(s) <= room {
			room -= len(s)
			c.read(s)
		}
	}
	for _, s := range rd.scripts {
		if len(s) <= room {
			room -= len(s)
			c.read(strings.ReplaceAll(string(s), "\x00", "\ufffd")) // as the parser reads it
		}
	}
	markup := c.best(rd)
	if markup == "" {
		return nil
	}
	doc, err := parseHTML([]byte("<article><h1>"+html.EscapeString(rd.meta.titles[0])+"</h1>"+markup+"</article>"), false)
	if err != nil {
		return nil
	}
	carried := &reading{page: cut(doc.root, len(markup)), meta: rd.meta, chosen: &matches{}, model: rd.model, pageModel: rd.pageModel, tracing: rd.tracing}
	carried.assignRoles()
	if len(carried.authors) == 0 {
		carried.authors = rd.authors
	}
	if carried.published.precision() == 0 {
		carried.published, carried.modified = rd.published, rd.modified
	}
	return carried
}

// A carrier collects the strings of scripts that may be an article's.
type carrier struct {
	titles []string // of the page
	titled bool     // the script that is read has one of them
	pieces []piece
	key    string
}

// A piece is a string of a script.
type piece struct {
	key  string
	text string
	html bool // holds paragraphs of its own
	n    int  // words

	titled bool // its script has the page's title too
}

// read collects the strings of a script.
func (c *carrier) read(script string) {
	from := len(c.pieces)
	c.titled = false
	c.scan(script, 0)
	for i := from; i < len(c.pieces); i++ {
		c.pieces[i].titled = c.titled
	}
}

// scan collects the strings of a script or of JSON. Strings in quotation marks
// are the same in both, and a key is a string before a colon.
func (c *carrier) scan(s string, depth int) {
	for {
		start := strings.IndexByte(s, '"')
		if start < 0 {
			return
		}
		s = s[start+1:]
		raw, escaped, ok := untilQuote(s)
		if !ok {
			return
		}
		s = s[len(raw)+1:]
		if rest := strings.TrimLeft(s[:min(len(s), 8)], " \t\r\n"); rest != "" && rest[0] == ':' {
			c.key = raw[:min(len(raw), maxKeyBytes)]
			continue
		}
		if escaped {
			raw = unescapeScript(raw)
		}
		c.titled = c.titled || slices.Contains(c.titles, raw)
		if len(raw) >= minCarriedPiece {
			c.add(raw, depth)
		}
	}
}

// untilQuote is the text before the closing quotation mark, and whether there are escapes in it.
func untilQuote(s string) (raw string, escaped, ok bool) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			escaped = true
			i++
		case '"':
			return s[:i], escaped, true
		}
	}
	return "", false, false
}

// add keeps a string that reads like prose or markup, and looks into one that is JSON itself.
func (c *carrier) add(s string, depth int) {
	if strings.Contains(s, `":`) && strings.ContainsAny(s, "{[") {
		if depth < maxScriptDepth {
			key := c.key
			c.scan(s, depth+1)
			c.key = key
		}
		return
	}
	if strings.Contains(s, "&lt;p") || strings.Contains(s, "&lt;br") || strings.Contains(s, "&lt;/") {
		s = html.UnescapeString(s)
	}
	markup := hasMarkup(s)
	t := measure(s)
	if t.words < 8 || !markup && t.sentences == 0 && t.commas == 0 {
		return
	}
	c.pieces = append(c.pieces, piece{key: c.key, text: s, html: markup, n: int(t.words)})
}

// hasMarkup says whether a string is HTML that parts paragraphs.
func hasMarkup(s string) bool {
	for _, tag := range [...]string{"</p>", "<p>", "<br", "</div>", "</li>", "</h2>"} {
		if strings.Contains(s, tag) {
			return true
		}
	}
	return false
}

// best is the markup of the article among the pieces: the longest single string,
// or the strings of one key together, whichever has more words and speaks of the title.
func (c *carrier) best(rd *reading) string {
	best, most := "", minCarriedWords-1
	consider := func(markup string, words int, titled bool) {
		if words > most && rd.isSpokenOf(markup, titled) {
			best, most = markup, words
		}
	}
	groups := map[string][]int{}
	var keys []string
	for i := range c.pieces {
		p := &c.pieces[i]
		if p.n > most {
			consider(p.markup(), p.n, p.titled)
		}
		if groups[p.key] == nil {
			keys = append(keys, p.key)
		}
		groups[p.key] = append(groups[p.key], i)
	}
	for _, key := range keys {
		words, titled := 0, true
		seen := map[string]bool{}
		var b strings.Builder
		for _, i := range groups[key] {
			p := &c.pieces[i]
			if seen[p.text] {
				continue
			}
			seen[p.text] = true
			words += p.n
			titled = titled && p.titled
			b.WriteString(p.markup())
		}
		// What is longer only because two versions of the text are joined is no gain.
		if len(seen) > 1 && (best == "" || words > 2*most) {
			consider(b.String(), words, titled)
		}
	}
	if best == "" {
		return c.named()
	}
	return best
}

// named is the markup of the longest piece that is called an article's text and
// has the page's title beside it, though it has none of its words.
func (c *carrier) named() string {
	best, most := "", minCarriedWords-1
	for i := range c.pieces {
		if p := &c.pieces[i]; p.titled && p.n > most && isTextKey(p.key) {
			best, most = p.markup(), p.n
		}
	}
	return best
}

// isTextKey says whether a script calls an article's text so.
func isTextKey(key string) bool {
	switch strings.ToLower(key) {
	case "articlebody", "body", "bodyhtml", "body_html", "content", "contenthtml", "content_html", "fulltext", "text", "html", "rendered":
		return true
	}
	return false
}

// markup is the piece as HTML; plain text is parted into paragraphs at its line breaks.
func (p *piece) markup() string {
	if p.html {
		return "<div>" + p.text + "</div>"
	}
	var b strings.Builder
	for line := range strings.SplitSeq(p.text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString("<p>" + html.EscapeString(html.UnescapeString(line)) + "</p>")
		}
	}
	return b.String()
}

// isSpokenOf says whether a text has words of the page's title, one of them if
// the title stands beside it, or runs of its description.
func (rd *reading) isSpokenOf(markup string, titled bool) bool {
	var text shingleSet
	var w hasher
	text.add(&w, markup)
	runs, found := w.runs(rd.meta.desc), uint64(0)
	for _, h := range runs {
		found += text.hit(h)
	}
	if len(runs) >= 4 && 2*int(found) >= len(runs) {
		return true
	}
	lower := strings.ToLower(markup)
	long, named := 0, 0
	for _, t := range rd.meta.titles {
		for _, w := range wordsOf(t, 40) {
			if utf8.RuneCountInString(w) < 4 && !strings.ContainsFunc(w, isCJK) {
				continue
			}
			long++
			if strings.Contains(lower, stem(w)) {
				named++
			}
		}
	}
	return long > 0 && 2*named >= long || titled && named > 0
}

// stem is a word without what its inflection may change.
func stem(word string) string {
	if runes := []rune(word); len(runes) > 5 {
		return string(runes[:len(runes)-2])
	}
	return word
}

// unescapeScript resolves the escapes of a string in JSON or JavaScript.
func unescapeScript(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for {
		i := strings.IndexByte(s, '\\')
		if i < 0 || i+1 >= len(s) {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i+1:]
		r, n := unescapeOne(s)
		b.WriteString(r)
		s = s[n:]
	}
}

// unescapeOne resolves the escape whose backslash stood before s, and says how long it is.
func unescapeOne(s string) (string, int) {
	switch s[0] {
	case 'n', 'r', 'u', 't', 'x', 'b', 'f':
	default:
		_, n := utf8.DecodeRuneInString(s)
		return s[:n], n
	}
	switch s[0] {
	case 'n':
		return "\n", 1
	case 'r', 't', 'b', 'f':
		return " ", 1
	case 'x':
		if r, ok := hexRune(s, 1, 2); ok {
			return string(r), 3
		}
		return "x", 1
	}
	r, ok := hexRune(s, 1, 4)
	if !ok {
		return "u", 1
	}
	if r >= 0xd800 && r < 0xdc00 && len(s) >= 11 && s[5] == '\\' && s[6] == 'u' {
		if low, ok := hexRune(s, 7, 4); ok && low >= 0xdc00 && low < 0xe000 {
			return string((r-0xd800)<<10 + (low - 0xdc00) + 0x10000), 11
		}
	}
	return string(r), 5
}

// hexRune reads n hexadecimal digits from place at on.
func hexRune(s string, at, n int) (rune, bool) {
	if len(s) < at+n {
		return 0, false
	}
	r := rune(0)
	for _, c := range []byte(s[at : at+n]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
