package dates

import (
	"unicode"
	"unicode/utf8"
)

// A tokenKind says what a token is.
type tokenKind uint8

const (
	tokenEnd    tokenKind = iota // beyond the last token
	tokenNumber                  // digits of any script the printed forms use
	tokenWord                    // letters; one known word of a script without spaces
	tokenMark                    // one character of punctuation
)

// A token is a piece of the line. Tokens carry their place in it, so that what
// was read can be cut out.
type token struct {
	kind   tokenKind
	spaced bool // white space stands before it
	mark   byte // of a mark: its ASCII look-alike, or '?'
	digits int  // of a number
	value  int  // of a number with up to 9 digits
	start  int  // byte offsets in the line
	end    int
	word   *word // of a word: what it may mean; never nil
}

// is reports whether t is a word that may play a role.
func (t *token) is(role role) bool { return t.word.roles&role != 0 }

// isMark reports whether t is one of the marks.
func (t *token) isMark(marks string) bool {
	if t.kind != tokenMark {
		return false
	}
	for i := range len(marks) {
		if marks[i] == t.mark {
			return true
		}
	}
	return false
}

// noWord is the meaning of a token that is no known word.
var noWord = &word{}

// maxWord is the length of the longest word looked up, in bytes.
const maxWord = 48

// tokenize cuts a line into tokens, appended to buf, and ends them with a
// token of kind tokenEnd.
func tokenize(s string, buf []token) []token {
	spaced := true
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		t := token{spaced: spaced, start: i, word: noWord}
		switch {
		case unicode.IsSpace(r):
			i += size
			spaced = true
			continue
		case isInvisible(r):
			i += size
			continue
		case digitValue(r) >= 0:
			i = t.takeNumber(s, i)
		case isIdeograph(r):
			i = t.takeIdeographs(s, i)
		case isWordRune(r):
			i = t.takeWord(s, i)
		default:
			i += size
			t.kind, t.mark = tokenMark, asciiMark(r)
		}
		t.end = i
		spaced = false
		buf = append(buf, t)
	}
	return append(buf, token{spaced: true, start: len(s), end: len(s), word: noWord})
}

// takeNumber reads digits from i and returns where they end.
func (t *token) takeNumber(s string, i int) int {
	t.kind = tokenNumber
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		v := digitValue(r)
		if v < 0 {
			break
		}
		if t.digits++; t.digits <= 9 {
			t.value = t.value*10 + v
		}
		i += size
	}
	return i
}

// takeWord reads letters from i and returns where they end.
func (t *token) takeWord(s string, i int) int {
	t.kind = tokenWord
	var folded [maxWord + utf8.UTFMax]byte
	n := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if isInvisible(r) {
			i += size
			continue
		}
		if !isWordRune(r) || isIdeograph(r) {
			break
		}
		if r = foldRune(r); r != 0 && n <= maxWord {
			n += utf8.EncodeRune(folded[n:], r)
		}
		i += size
	}
	if n <= maxWord {
		t.word = lookUp(folded[:n])
	}
	return i
}

// takeIdeographs reads the longest known word of up to three characters from
// i, or one character: these scripts put no spaces between words.
func (t *token) takeIdeographs(s string, i int) int {
	t.kind = tokenWord
	var ends [3]int
	n, end := 0, i
	for n < len(ends) && end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !isIdeograph(r) {
			break
		}
		end += size
		ends[n] = end
		n++
	}
	for ; n > 1; n-- {
		if w, ok := words.GetString(s[i:ends[n-1]]); ok {
			t.word = w
			return ends[n-1]
		}
	}
	if w, ok := words.GetString(s[i:ends[0]]); ok {
		t.word = w
	}
	return ends[0]
}

// lookUp returns the meaning of a folded word.
func lookUp(folded []byte) *word {
	if w, ok := words.Get(folded); ok {
		return w
	}
	return noWord
}

// digitValue returns the value of a decimal digit: ASCII, full-width, Arabic,
// Persian or Devanagari; -1 for any other character.
func digitValue(r rune) int {
	for _, zero := range [...]rune{'0', 0x0660, 0x06F0, 0x0966, 0xFF10} {
		if r >= zero && r <= zero+9 {
			return int(r - zero)
		}
		if r < 0x0660 {
			break
		}
	}
	return -1
}

// isWordRune reports whether r is part of a word. Marks are: the vowels of
// Devanagari, and accents that stand apart from their letter.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r))
}

// isIdeograph reports whether r is a Chinese character or a Korean syllable.
func isIdeograph(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3
}

// isInvisible reports whether r prints nothing: joiners, direction marks, the
// soft hyphen. They stand anywhere in real datelines.
func isInvisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2069 || r == 0xFEFF || r == 0x061C
}

// asciiMark returns the ASCII character that a mark stands for. All dots and
// bars that part the pieces of a dateline are '|'; dashes that are no hyphen
// and no minus are '~'.
func asciiMark(r rune) byte {
	switch r {
	case '：', '∶':
		return ':'
	case '／', '⁄':
		return '/'
	case '．', '。':
		return '.'
	case '，', '،', '、':
		return ','
	case '（':
		return '('
	case '）':
		return ')'
	case '−', '‐', '‑', '－':
		return '-'
	case '＋':
		return '+'
	case '–', '—', '―', '‒':
		return '~'
	case '·', '•', '|', '｜', '‧', '∙', '⋅', '・', '●', '¦', '│', '»', '›':
		return '|'
	case '’', '‘', 'ʼ', '`', '´':
		return '\''
	case '°':
		return '^'
	}
	if r < utf8.RuneSelf && r > ' ' {
		return byte(r)
	}
	return '?'
}

// foldRune returns the lower-case letter without its accent, 0 for an accent
// that stands apart. It covers the letters of the month names; vowel signs of
// Devanagari stay, as they tell words apart.
func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r >= 0x0300 && r <= 0x036F, r >= 0x064B && r <= 0x0655, r == 0x0640:
		return 0
	}
	r = unicode.ToLower(r)
	if base, ok := plainLetters[r]; ok {
		return base
	}
	return r
}
