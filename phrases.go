package newspage

import (
	"embed"
	"encoding/binary"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newspage-go/newspage/internal/lookup"
)

// This file knows the words that news pages of many languages use for their
// own furniture: headings of lists, labels, bylines, attributions. The words
// are data, in phrases/<language>.txt; a page's language is not asked for,
// because pages mix languages and often declare a wrong one.

// A phraseKind is what a phrase says of the text it heads, labels or stands in.
type phraseKind uint8

// The kinds, one a section of the phrase files.
const (
	phraseRelated     phraseKind = iota // heading over a list of related articles
	phraseInline                        // label before a related link between paragraphs
	phraseSitewide                      // heading of a site-wide list: latest, most read
	phraseSponsored                     // label of paid content
	phraseSource                        // introduces where the article comes from
	phraseAnchor                        // text of a source link, never an outlet's name
	phraseBy                            // before an author's name
	phraseAnd                           // between names
	phraseCredit                        // label of a picture credit
	phraseSaid                          // attributes a quotation
	phraseTold                          // of those, followed by the outlet
	phraseVia                           // between a speaker and the outlet
	phraseRole                          // an office or job
	phraseOutlet                        // by which an outlet or agency is known
	phrasePublished                     // before the date of publication
	phraseUpdated                       // before the date of the last change
	phraseComments                      // heading of comments or of their form
	phraseNewsletter                    // opens a prompt to sign up, follow or install
	phraseShare                         // whole text of a share or tool button
	phraseMore                          // whole text of a card's button
	phraseBoilerplate                   // opens a line that is never article
	phrasePremium                       // paid-access label before a title
	phraseKicker                        // short label before a headline
	phraseOrg                           // in a byline: names no person
	phraseWith                          // before an outlet that contributed: "with Reuters"
	phraseCounted                       // what a number counts over a text: views, minutes to read
	phraseFront                         // the front page in breadcrumbs, or a section that is none
	phraseKinds                         // how many there are
)

// phraseSections are the names of the kinds in the phrase files.
var phraseSections = [phraseKinds]string{
	phraseRelated: "related", phraseInline: "inline", phraseSitewide: "sitewide", phraseSponsored: "sponsored",
	phraseSource: "source", phraseAnchor: "anchor", phraseBy: "by", phraseAnd: "and", phraseCredit: "credit",
	phraseSaid: "said", phraseTold: "told", phraseVia: "via", phraseRole: "role", phraseOutlet: "outlet",
	phrasePublished: "published", phraseUpdated: "updated", phraseComments: "comments", phraseNewsletter: "newsletter",
	phraseShare: "share", phraseMore: "more", phraseBoilerplate: "boilerplate", phrasePremium: "premium",
	phraseKicker: "kicker", phraseOrg: "org", phraseWith: "with", phraseCounted: "counted", phraseFront: "front",
}

// maxPhrase is the length of the longest phrase in bytes, and of the longest text that is compared as a whole.
const maxPhrase = 80

// A phraseSet is the set of kinds that a phrase is of. The zero set is that of text that is no phrase.
type phraseSet uint32

const _ phraseSet = 1 << (phraseKinds - 1) // there is room for all kinds

func (p phraseSet) has(k phraseKind) bool { return p&(1<<k) != 0 }

// phraseSets are all kinds whose phrase s is, folded. None for a long s.
func phraseSets(s string) phraseSet {
	if len(s) > maxPhrase || !phrases().mayBegin(s) {
		return 0
	}
	var stack [2 * maxPhrase]byte
	return phrases().wholeOf(trimFolded(appendPhrase(stack[:0], s)))
}

// phraseIs says whether the whole of s, folded, is a phrase of kind k.
func phraseIs(k phraseKind, s string) bool { return phraseSets(s).has(k) }

// phrasePrefix says whether s begins with a phrase of kind k. rest is what
// follows the longest one, as it stands in s, without leading spaces and one
// mark that sets it off (colon, dash, bar, arrow); empty where no word follows.
func phrasePrefix(k phraseKind, s string) (rest string, ok bool) {
	cut := longestPhrase(k, s, false)
	if cut < 0 {
		return "", false
	}
	rest = trimSpaceLeft(s[cut:])
	if rest != "" && (rest[0] == ')' || rest[0] == ']') && strings.ContainsAny(s[:cut], "([") { // "(AP) – Text".
		rest = trimSpaceLeft(rest[1:])
	}
	if r, size := utf8.DecodeRuneInString(rest); isSetOff(r) && !opensQuote(r, rest[size:]) {
		rest = trimSpaceLeft(rest[size:])
	}
	return ifWords(rest), true
}

// mayBeginPhrase is false for most words that begin no phrase of one of the kinds,
// never for another.
func mayBeginPhrase(kinds phraseSet, word string) bool {
	if len(word) > maxPhrase {
		return false
	}
	var stack [2 * maxPhrase]byte
	b := appendPhrase(stack[:0], word)
	if len(b) == 0 {
		return true // marks that count for nothing before the next word
	}
	e, _ := phrases().first.Get(b[:tokenLen(b)])
	return e.set&kinds != 0
}

// ifWords is s, or nothing where s is but punctuation.
func ifWords(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return !isTrimmed(r) }) < 0 {
		return ""
	}
	return s
}

// phraseSuffix says whether s ends in a phrase of kind k. before is what
// stands before the longest one, as it stands in s, without trailing spaces
// and one mark that sets the phrase off.
func phraseSuffix(k phraseKind, s string) (before string, ok bool) {
	cut := longestPhrase(k, s, true)
	if cut < 0 {
		return "", false
	}
	before = strings.TrimRightFunc(s[:len(s)-cut], unicode.IsSpace)
	if r, size := utf8.DecodeLastRuneInString(before); isSetOff(r) && r != '»' {
		before = strings.TrimRightFunc(before[:len(before)-size], unicode.IsSpace)
	}
	return ifWords(before), true
}

// phraseHas says whether a phrase of kind k stands within s, in its first 300 bytes.
func phraseHas(k phraseKind, s string) bool {
	const look = 300
	var stack [look + look/2]byte
	b := appendPhrase(stack[:0], cutWords(s, look))
	book := phrases()
	for len(b) > 0 {
		size := tokenLen(b)
		if e, _ := book.first.Get(b[:size]); e.set.has(k) && book.beginsWith(b, k, int(e.max)) {
			return true
		}
		b = b[size:]
	}
	return false
}

// foldPhrase brings s into the form in which phrases are compared: lower case,
// straight apostrophes and hyphens, single spaces, nothing but letters and
// digits at its ends. Spellings that differ between writers or in capitals are
// made one: Greek without accents, Arabic without vowel signs, ё as е, Turkish
// ı as i.
func foldPhrase(s string) string {
	return string(trimFolded(appendPhrase(make([]byte, 0, len(s)), s)))
}

// appendPhrase folds s, all but the trimming of its end.
func appendPhrase(dst []byte, s string) []byte {
	var prev rune
	begin := len(dst)
	for i := 0; i < len(s); {
		if i+8 <= len(s) { // most text: letters and digits need no look at the tables
			e := eightAt(s, i)
			letters := e.letters()
			if n := e.wordsIn(letters); n > 0 && (s[i] != ' ' || len(dst) > begin && prev != ' ') {
				dst = binary.LittleEndian.AppendUint64(dst, e.withSmall(letters))
				dst = dst[:len(dst)-8+n]
				prev = rune(dst[len(dst)-1])
				i += n
				continue
			}
		}
		if c := s[i]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			dst, prev = append(dst, c), rune(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		f := foldRune(r)
		if f < 0 || f == ' ' && prev == ' ' || len(dst) == begin && isTrimmed(f) {
			continue
		}
		dst = utf8.AppendRune(dst, f)
		prev = f
	}
	return dst
}

func trimFolded(b []byte) []byte {
	for len(b) > 0 {
		r, size := utf8.DecodeLastRune(b)
		if !isTrimmed(r) {
			break
		}
		b = b[:len(b)-size]
	}
	return b
}

// isTrimmed says whether a folded character is cut off at the ends of text:
// spaces, punctuation, arrows, emoji; not the signs that are words.
func isTrimmed(r rune) bool {
	switch r {
	case '&', '@', '#', '+', '%', '$', '€', '©', '®', '™':
		return false
	}
	return !isWordRune(r)
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// isSetOff are the marks between a label and what it labels.
func isSetOff(r rune) bool {
	switch r {
	case ':', '：', '=', '＝', '/', '／', '・', '-', '–', '—', '―', '‒', '|', '｜', '•', '·', '›', '»', '>', '→', '▸', '►', '▶':
		return true
	}
	return false
}

// opensQuote says whether a »-like mark opens a quotation: text follows at once.
func opensQuote(r rune, rest string) bool {
	return (r == '»' || r == '›') && rest != "" && trimSpaceLeft(rest) == rest
}

// foldRune folds one character; negative: it is left out.
func foldRune(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return r
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < ' ' || r == 0x7f:
		if r == '\t' || r == '\n' || r == '\r' || r == '\f' {
			return ' '
		}
		return -1
	case r == '`':
		return '\''
	case r < utf8.RuneSelf:
		return r
	case r >= 0xff01 && r <= 0xff5e: // full-width ASCII
		return foldRune(r - 0xff01 + '!')
	case r >= 0xfe00 && r <= 0xfe0f || r == 0xad || r == 0xfeff || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x206f:
		return -1 // variation selectors, soft hyphen, joiners and directions
	case r < 0xa0 && r != 0x85:
		return -1
	case unicode.IsSpace(r):
		return ' '
	case r >= 0x2010 && r <= 0x2015 || r == 0x2212:
		return '-'
	}
	return foldLetter(unicode.ToLower(r))
}

// foldLetter makes one of the spellings of a lower-case letter.
func foldLetter(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '′', '´', 'ʹ', 'ʻ', '‛':
		return '\''
	case 'ı': // capital I is that of both i and ı
		return 'i'
	case 'ё':
		return 'е'
	case 'ș': // Romanian with a comma or, in older fonts, a cedilla
		return 'ş'
	case 'ț':
		return 'ţ'
	case 'ς':
		return 'σ'
	case 'ά':
		return 'α'
	case 'έ':
		return 'ε'
	case 'ή':
		return 'η'
	case 'ί':
		return 'ι'
	case 'ό':
		return 'ο'
	case 'ύ':
		return 'υ'
	case 'ώ':
		return 'ω'
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ی':
		return 'ي'
	case 'ک':
		return 'ك'
	}
	if r == 0x640 || r >= 0x64b && r <= 0x652 || r == 0x670 { // tatweel and vowel signs
		return -1
	}
	return r
}

// tokenLen is the length of the token that folded b begins with: a word, or
// one character that is no part of a spaced word (a sign, a CJK character).
func tokenLen(b []byte) int {
	n := 0
	for n < len(b) && (b[n] >= 'a' && b[n] <= 'z' || b[n] >= '0' && b[n] <= '9') {
		n++
	}
	if n > 0 && (n == len(b) || b[n] < utf8.RuneSelf) {
		return n // a word of ASCII
	}
	r, size := utf8.DecodeRune(b)
	if !isWordRune(r) || isCJK(r) {
		return size
	}
	for size < len(b) {
		r, n := utf8.DecodeRune(b[size:])
		if !isWordRune(r) || isCJK(r) {
			break
		}
		size += n
	}
	return size
}

// isTokenEdge says whether a token ends between the folded characters a and b.
func isTokenEdge(a, b rune) bool {
	return !isWordRune(a) || !isWordRune(b) || isCJK(a) || isCJK(b)
}

// cutWords cuts s to at most n bytes, before the word that would be cut in two.
func cutWords(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	next, _ := utf8.DecodeRuneInString(s[n:])
	for n > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:n])
		if isTokenEdge(r, next) {
			break
		}
		next = r
		n -= size
	}
	return s[:n]
}

// A phraseScan is text folded character by character, from its beginning on
// or from its end backwards, no further than phrases reach.
type phraseScan struct {
	buf  [maxPhrase + utf8.UTFMax]byte // filled from the front, or from the back
	n    int
	back bool
	prev rune // the last one folded
}

func (p *phraseScan) text() []byte {
	if p.back {
		return p.buf[len(p.buf)-p.n:]
	}
	return p.buf[:p.n]
}

// skips says whether the folded character f adds nothing.
func (p *phraseScan) skips(f rune) bool {
	return f < 0 || f == ' ' && p.prev == ' ' || p.n == 0 && isTrimmed(f)
}

// add takes the folded character f. No room: false.
func (p *phraseScan) add(f rune) bool {
	size := utf8.RuneLen(f)
	if p.n+size > len(p.buf) {
		return false
	}
	at := p.n
	if p.back {
		at = len(p.buf) - p.n - size
	}
	utf8.EncodeRune(p.buf[at:], f)
	p.n += size
	p.prev = f
	return true
}

// joins says whether the folded character f joins a word to the one after it:
// the hyphen of "co-founder", the apostrophe of "reader's".
func joins(f, after rune) bool {
	return (f == '-' || f == '\'') && isWordRune(after) && !isCJK(after)
}

// runsOn says whether a phrase is one letter of a script without spaces and the
// next one follows at once: 图 ("picture") begins the word 图书馆 ("library").
func runsOn(phrase []byte, next rune) bool {
	r, size := utf8.DecodeRune(phrase)
	return size == len(phrase) && isCJK(r) && isCJK(next)
}

// maxPhraseReach is how many bytes of a text are looked at for a phrase, with the
// marks around it and what is left out of it.
const maxPhraseReach = 8 * maxPhrase

// longestPhrase is the length in s of the longest phrase of kind k that s
// begins with (back: ends in), with what is trimmed around it; -1: none. It
// gives up at the first word that begins (ends) no phrase of that kind.
func longestPhrase(k phraseKind, s string, back bool) int {
	book := phrases()
	p := phraseScan{back: back}
	cut, limit := -1, 0
	for i := 0; i < len(s); {
		if i > maxPhraseReach {
			return cut
		}
		r, size := runeAt(s, i, back)
		f := foldRune(r)
		if !p.skips(f) {
			if p.n > 0 && isTokenEdge(p.prev, f) {
				if limit == 0 {
					if limit = book.reach(p.text(), k, back); limit == 0 {
						return -1
					}
				}
				after, _ := runeAt(s, i+size, back)
				if !joins(f, after) && (back || !runsOn(p.text(), f)) && book.setOf(p.text()).has(k) {
					cut = i
				}
			}
			if limit > 0 && p.n >= limit || !p.add(f) {
				return cut
			}
		}
		i += size
	}
	if p.n > 0 && book.setOf(p.text()).has(k) {
		return len(s)
	}
	return cut
}

// runeAt is the character i bytes from the beginning of s (back: from its end).
func runeAt(s string, i int, back bool) (rune, int) {
	switch {
	case i >= len(s):
		return 0, 0
	case back:
		return utf8.DecodeLastRuneInString(s[:len(s)-i])
	}
	return utf8.DecodeRuneInString(s[i:])
}

// A phraseEdge is what is known of the phrases that begin, or end, with a token.
type phraseEdge struct {
	set phraseSet // the kinds of all of them
	max uint8     // the length of the longest
}

// A phraseBook holds the phrases of all languages. It is only read once it is made.
type phraseBook struct {
	sets   *lookup.Table[phraseSet]
	first  *lookup.Table[phraseEdge]
	last   *lookup.Table[phraseEdge]
	begins *prefixFilter
}

// setOf are the kinds whose phrase b is, which is folded.
func (book *phraseBook) setOf(b []byte) phraseSet {
	set, _ := book.sets.Get(b)
	return set
}

// A prefixFilter remembers the beginnings of the phrases, token by token, as
// bits: what it does not know begins no phrase; what it knows most likely does.
type prefixFilter [prefixBits / 64]uint64

const prefixBits = 1 << 19

func (f *prefixFilter) add(h uint64) { f[h%prefixBits/64] |= 1 << (h % 64) }

func (f *prefixFilter) has(h uint64) bool { return f[h%prefixBits/64]>>(h%64)&1 != 0 }

// hashMore goes on with the hash of what stood before b.
func hashMore(h uint64, b []byte) uint64 {
	for _, c := range b {
		h = (h ^ uint64(c)) * 0x100000001b3
	}
	return h ^ h>>29
}

//go:embed phrases/*.txt
var phraseFiles embed.FS

var phrases = sync.OnceValue(loadPhrases)

func loadPhrases() *phraseBook {
	list := phraseList{begins: new(prefixFilter), sets: map[string]phraseSet{}, first: map[string]phraseEdge{}, last: map[string]phraseEdge{}}
	files, _ := phraseFiles.ReadDir("phrases")
	for _, f := range files {
		text, _ := phraseFiles.ReadFile("phrases/" + f.Name())
		readPhrases(string(text), list.add)
	}
	return list.book()
}

// A phraseList is what a phraseBook is made of.
type phraseList struct {
	sets   map[string]phraseSet
	first  map[string]phraseEdge
	last   map[string]phraseEdge
	begins *prefixFilter
}

func (l *phraseList) book() *phraseBook {
	return &phraseBook{sets: lookup.New(l.sets), first: lookup.New(l.first), last: lookup.New(l.last), begins: l.begins}
}

// readPhrases calls add for each phrase of a phrase file: lines of one phrase
// under "[section]" headings, "#" before comments. Unknown sections are passed over.
func readPhrases(text string, add func(k phraseKind, phrase string)) {
	k := phraseKinds
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case line[0] == '[':
			k = phraseSection(strings.Trim(line, "[]"))
		case k < phraseKinds:
			add(k, line)
		}
	}
}

// phraseSection is the kind whose section has that name; phraseKinds: none.
func phraseSection(name string) phraseKind {
	for k, section := range phraseSections {
		if section == name {
			return phraseKind(k)
		}
	}
	return phraseKinds
}

// add takes a phrase of kind k. An apostrophe at its end is kept, unlike in
// text: "avec l'" stands before a word that is written to it.
func (l *phraseList) add(k phraseKind, phrase string) {
	key := foldPhrase(phrase)
	if strings.HasSuffix(phrase, "'") {
		key += "'"
	}
	if key == "" || len(key) > maxPhrase {
		return
	}
	l.sets[key] |= 1 << k
	b := []byte(key)
	for h, end := uint64(0), 0; end < len(b); {
		n := tokenLen(b[end:])
		h = hashMore(h, b[end:end+n])
		end += n
		l.begins.add(h)
	}
	grow(l.first, key[:tokenLen(b)], k, len(key))
	grow(l.last, key[len(key)-lastTokenLen(b):], k, len(key))
}

func grow(edges map[string]phraseEdge, token string, k phraseKind, length int) {
	e := edges[token]
	e.set |= 1 << k
	e.max = max(e.max, uint8(length))
	edges[token] = e
}

func lastTokenLen(b []byte) int {
	r, size := utf8.DecodeLastRune(b)
	for size < len(b) {
		before, n := utf8.DecodeLastRune(b[:len(b)-size])
		if isTokenEdge(before, r) {
			break
		}
		r = before
		size += n
	}
	return size
}

// reach is how long the phrases of kind k can be that begin (back: end) with token; 0: there are none.
func (book *phraseBook) reach(token []byte, k phraseKind, back bool) int {
	edges := book.first
	if back {
		edges = book.last
	}
	if e, _ := edges.Get(token); e.set.has(k) {
		return int(e.max)
	}
	return 0
}

// begins says whether folded b begins with a phrase of kind k of at most limit bytes.
func (book *phraseBook) beginsWith(b []byte, k phraseKind, limit int) bool {
	limit = min(limit, len(b))
	for end := 0; end < limit; {
		end += tokenLen(b[end:])
		if book.setOf(b[:end]).has(k) && !joinsOn(b[end:]) {
			return true
		}
	}
	return false
}

// joinsOn says whether folded b begins with a mark that joins what comes before
// to a word: "C'est" does not begin with the "c" of "(c)".
func joinsOn(b []byte) bool {
	if len(b) < 2 || b[0] != '-' && b[0] != '\'' {
		return false
	}
	after, _ := utf8.DecodeRune(b[1:])
	return joins(rune(b[0]), after)
}

// firstTokenBytes is how much of a line is folded to see whether any phrase begins as it does.
const firstTokenBytes = 32

// phraseLine returns all kinds whose phrase the whole of s is, and all kinds of
// which a phrase stands at its beginning. Most lines begin as no phrase does
// and cost one look-up.
func phraseLine(s string) (whole, starts phraseSet) {
	book := phrases()
	if !book.mayBegin(s) {
		return 0, 0
	}
	var stack [2 * maxPhrase]byte
	if len(s) <= maxPhrase {
		return book.lineOf(trimFolded(appendPhrase(stack[:0], s)))
	}
	_, starts = book.lineOf(appendPhrase(stack[:0], cutWords(s, maxPhrase)))
	return 0, starts
}

// linePhrases are the kinds whose phrase a line is, and those of which one stands at its beginning.
type linePhrases struct {
	whole, starts phraseSet
	known         bool
}

// phrases are looked up once: a line is asked for them by many passes.
func (b *block) phrases() *linePhrases {
	l := &b.lineAs
	if !l.known {
		l.whole, l.starts = phraseLine(b.text)
		l.known = true
	}
	return l
}

// mayBegin is false for most texts that no phrase begins as, never for another.
func (book *phraseBook) mayBegin(s string) bool {
	if len(s) <= firstTokenBytes {
		return true
	}
	var stack [2 * firstTokenBytes]byte
	b := appendPhrase(stack[:0], s[:firstTokenBytes])
	end := 0
	if len(b) > 0 {
		end = tokenLen(b)
	}
	return end >= len(b)-4 || book.begins.has(hashMore(0, b[:end])) // -4: the cut may split a character
}

// wholeOf are all kinds whose phrase a folded text is.
func (book *phraseBook) wholeOf(b []byte) phraseSet {
	for h, end := uint64(0), 0; end < len(b); {
		n := tokenLen(b[end:])
		if h = hashMore(h, b[end:end+n]); !book.begins.has(h) {
			return 0
		}
		end += n
	}
	return book.setOf(b)
}

// lineOf is phraseLine of folded text.
func (book *phraseBook) lineOf(b []byte) (whole, starts phraseSet) {
	for h, end := uint64(0), 0; end < len(b); {
		n := tokenLen(b[end:])
		if h = hashMore(h, b[end:end+n]); !book.begins.has(h) {
			return 0, starts
		}
		end += n
		here := book.setOf(b[:end])
		if here == 0 {
			continue
		}
		if end == len(b) {
			whole = here
		}
		next, _ := utf8.DecodeRune(b[end:])
		if !joinsOn(b[end:]) && !runsOn(b[:end], next) {
			starts |= here
		}
	}
	return whole, starts
}
