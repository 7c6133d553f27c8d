package newspage

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file knows text and nothing of pages: folding white space, and the
// figures of a run of text that the roles are judged by.

// textStats are the figures of a run of text.
type textStats struct {
	chars     int32 // characters
	words     int32 // words; two CJK characters count as one
	sentences int32 // sentence ends
	commas    int32
	digits    int32
	capitals  int32 // words that begin with a capital letter
	ends      byte  // what the text ends in: '.', ':', ',', '"' or 0
	begins    byte  // what it begins with: 'A' capital, 'a' lower case, '0', '"', '-', '(' or 0
	bars      int32 // separators such as | · •
}

// measure counts in one pass over the text.
func measure(s string) textStats {
	var t textStats
	var cjk int32
	inWord := false
	for i := 0; i < len(s); {
		if i+8 <= len(s) {
			var n int
			if n, inWord = t.count(eightAt(s, i), inWord); n > 0 {
				i += n
				continue
			}
		}
		if s[i] == ' ' {
			t.chars++
			inWord = false
			i++
			continue
		}
		r := rune(s[i])
		size := 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		t.chars++
		switch {
		case r == '\n' || r == '\t':
			inWord = false
			continue
		case r < utf8.RuneSelf:
			c := byte(r)
			switch {
			case c >= '0' && c <= '9':
				t.digits++
			case c >= 'A' && c <= 'Z':
				if !inWord {
					t.capitals++
				}
			case c == ',' || c == ';':
				t.commas++
			case c == '.' || c == '!' || c == '?':
				if endsHere(s, i) {
					t.sentences++
				}
			case c == '|':
				t.bars++
			}
		case isCJK(r):
			cjk++
			continue
		default:
			switch r {
			case '。', '！', '？', '؟', '।', '…', '｡':
				t.sentences++
			case '，', '、', '،', '；':
				t.commas++
			case '·', '•', '›', '»', '｜':
				t.bars++
			default:
				if !inWord && unicode.IsUpper(r) {
					t.capitals++
				}
			}
		}
		if !inWord {
			t.words++
			inWord = true
		}
	}
	t.words += (cjk + 1) / 2
	t.ends = endClass(s)
	t.begins = beginClass(s)
	return t
}

// endsHere says whether a sentence end at s[:i] is one: white space, a closing mark or nothing follows.
func endsHere(s string, i int) bool {
	if i >= len(s) {
		return true
	}
	switch c := s[i]; c {
	case ' ', '\n', '"', '\'', ')', ']':
		return true
	default:
		return c == 0xE2 || c == 0xC2 // typographic closing marks and spaces
	}
}

func isCJK(r rune) bool {
	return r >= 0x3005 && (r <= 0x3007 || r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3ffff)
}

// closing are marks that may follow the end of a sentence.
const closing = "\"'”’»“)]›）」』】*"

func endClass(s string) byte {
	s = trimLineEnd(s)
	if s == "" || isLetter(s[len(s)-1]) {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	quoted := false
	for strings.ContainsRune(closing, r) {
		quoted = quoted || r != ')' && r != ']'
		s = strings.TrimRight(s, " ")
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
		r, _ = utf8.DecodeLastRuneInString(s)
		if s == "" {
			return '"'
		}
	}
	switch r {
	case '.', '!', '?', '。', '！', '？', '…', '؟', '।', '｡', '۔', '։':
		return '.'
	case ':', '：':
		return ':'
	case ',', ';', '，', '、', '،', '-', '–', '—':
		return ','
	}
	if quoted {
		return '"'
	}
	return 0
}

// trimLineEnd cuts white space off the end of folded text.
func trimLineEnd(s string) string {
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == '\n' || s[len(s)-1] == '\t') {
		s = s[:len(s)-1]
	}
	return s
}

func beginClass(s string) byte {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r >= 'a' && r <= 'z':
		return 'a'
	case r >= 'A' && r <= 'Z':
		return 'A'
	case r >= '0' && r <= '9':
		return '0'
	case strings.ContainsRune("\"'“„«‘‚»「『", r):
		return '"'
	case strings.ContainsRune("-–—―‒•·*►▪→", r):
		return '-'
	case r == '(' || r == '[' || r == '（':
		return '('
	case unicode.IsLower(r):
		return 'a'
	case unicode.IsLetter(r):
		return 'A'
	}
	return 0
}

// appendFolded appends s to dst with white space folded and invisible control
// characters left out. space is the white space that is due before the next
// character ('\n' outlives ' '); it is returned anew. begun says whether the
// run has text already: leading white space is dropped.
func appendFolded(dst []byte, s string, space byte, begun bool) ([]byte, byte) {
	for i := 0; i < len(s); {
		c := s[i]
		if isPlain[c] {
			j := endOfPlain(s, i+1)
			if space != 0 && begun {
				dst = append(dst, space)
			}
			space, begun = 0, true
			dst = append(dst, s[i:j]...)
			i = j
			continue
		}
		kind, size := special(s[i:])
		switch kind {
		case isSpace:
			if space == 0 {
				space = ' '
			}
		case isText:
			if space != 0 && begun {
				dst = append(dst, space)
			}
			space, begun = 0, true
			dst = append(dst, s[i:i+size]...)
		case isBad:
			if space != 0 && begun {
				dst = append(dst, space)
			}
			space, begun = 0, true
			dst = append(dst, "\uFFFD"...)
		}
		i += size
	}
	return dst, space
}

// endOfPlain is where words of plain characters end, parted by single spaces, of which one goes on at i.
func endOfPlain(s string, i int) int {
	for i+8 <= len(s) {
		n := eightAt(s, i).plainIn()
		if i += n; n < 7 { // the eighth may be a space whose word stands behind
			break
		}
	}
	for ; i < len(s); i++ {
		if !isPlain[s[i]] && (s[i] != ' ' || i+1 == len(s) || !isPlain[s[i+1]]) {
			break
		}
	}
	return i
}

type charKind uint8

const (
	isText charKind = iota
	isSpace
	isNothing // not printed: controls, soft hyphen, zero-width space, bidirectional overrides
	isBad     // no UTF-8
)

// isPlain are the bytes that are text whatever follows: printable ASCII. Others are looked at.
var isPlain = func() (t [256]bool) {
	for c := '!'; c <= '~'; c++ {
		t[c] = true
	}
	return t
}()

// special classifies the character that s begins with.
func special(s string) (charKind, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r < utf8.RuneSelf {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' {
			return isSpace, 1
		}
		if r < ' ' || r == 0x7f {
			return isNothing, 1
		}
		return isText, 1
	}
	switch {
	case r == utf8.RuneError && size <= 1:
		return isBad, 1
	case r < 0xa0:
		return isNothing, size
	case r == 0xa0 || r >= 0x2000 && r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000 || r == 0x1680 || r == 0x85:
		return isSpace, size
	case r == 0xad || r == 0x200b || r == 0xfeff || r == 0x2060 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
		return isNothing, size
	}
	return isText, size
}

// foldSpace folds all white space of s, line breaks too, and drops controls.
func foldSpace(s string) string {
	if isFolded(s) {
		return s
	}
	dst, _ := appendFolded(make([]byte, 0, len(s)), s, 0, false)
	return string(dst)
}

// isFolded says whether foldSpace would return s as it is; it may say no wrongly, never yes.
func isFolded(s string) bool {
	space := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == ' ' {
			if space {
				return false
			}
			space = true
			continue
		}
		if !isPlain[c] {
			return false
		}
		space = false
	}
	return !space || s == ""
}

func trimSpaceLeft(s string) string {
	for i := 0; i < len(s); {
		if isPlain[s[i]] {
			return s[i:]
		}
		kind, size := special(s[i:])
		if kind != isSpace && kind != isNothing {
			return s[i:]
		}
		i += size
	}
	return ""
}

// truncateLine cuts a line to at most n characters, without white space at its end.
func truncateLine(s string, n int) string { return strings.TrimRight(truncateRunes(s, n), " ") }

// truncateRunes cuts s to at most n characters.
func truncateRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
