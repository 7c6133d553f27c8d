package newspage

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestFoldSpace(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"already folded", "The bridge opens.", "The bridge opens."},
		{"white space alone", " \t\r\n\f ", ""},
		{"runs and ends", "  The \n\t bridge\r\nopens. ", "The bridge opens."},
		{"no-break and narrow spaces", "10\u00a0000\u202f\u2009km", "10 000 km"},
		{"ideographic space", "橋\u3000開通", "橋 開通"},
		{"line and paragraph separators", "a\u2028b\u2029c", "a b c"},
		{"soft hyphen", "Brücken\u00adbau", "Brückenbau"},
		{"zero-width space and byte order mark", "\ufeffa\u200bb\u2060c", "abc"},
		{"zero-width joiners are text", "\u0645\u06cc\u200c\u0631\u0648\u062f", "\u0645\u06cc\u200c\u0631\u0648\u062f"},
		{"C0 and C1 controls", "a\x00b\x07c\x7fd\u0081e", "abcde"},
		{"bidirectional overrides and isolates", "\u202eabc\u202c \u2066def\u2069", "abc def"},
		{"controls between spaces", "a \u200b b", "a b"},
		{"controls at the ends", "\u200b a \u200b", "a"},
		{"bytes that are no UTF-8", "a\xffb\xc3", "a\ufffdb\ufffd"},
		{"a printed replacement character", "a\ufffdb", "a\ufffdb"},
		{"other scripts", "Мост  открыт", "Мост открыт"},
	} {
		assert.Equal(t, c.want, foldSpace(c.in), c.name)
	}
}

func TestAppendFoldedKeepsSpaceDue(t *testing.T) {
	dst, space := appendFolded(nil, "a ", 0, false)
	assert.Equal(t, "a", string(dst))
	assert.Equal(t, byte(' '), space)
	dst, space = appendFolded(dst, " b", space, true)
	assert.Equal(t, "a b", string(dst))
	assert.Zero(t, space)

	dst, space = appendFolded([]byte("a"), "  ", '\n', true)
	assert.Equal(t, byte('\n'), space, "a line break outlives a space")
	dst, _ = appendFolded(dst, "b", space, true)
	assert.Equal(t, "a\nb", string(dst))

	dst, _ = appendFolded(nil, "b", '\n', false)
	assert.Equal(t, "b", string(dst), "no white space before the first text")
}

func TestIsFolded(t *testing.T) {
	for _, s := range []string{"", "a", "a b", "The bridge (new) opens!"} {
		assert.True(t, isFolded(s), "%q", s)
	}
	for _, s := range []string{" ", " a", "a ", "a  b", "a\nb", "a\tb", "a\u00a0b", "a\x00b"} {
		assert.False(t, isFolded(s), "%q", s)
	}
}

func TestTrimSpaceLeft(t *testing.T) {
	for in, want := range map[string]string{
		"":                  "",
		" \n\u00a0\u200b":   "",
		"  a ":              "a ",
		"\u3000\u2060橋":     "橋",
		"\u00adé":           "é",
		"\xffa":             "\xffa",
		"a":                 "a",
		"\u0301 combining ": "\u0301 combining ",
	} {
		assert.Equal(t, want, trimSpaceLeft(in), "%q", in)
	}
}

func TestTruncateRunes(t *testing.T) {
	assert.Equal(t, "Brü", truncateRunes("Brücke", 3))
	assert.Equal(t, "Brücke", truncateRunes("Brücke", 6))
	assert.Equal(t, "Brücke", truncateRunes("Brücke", 7))
	assert.Equal(t, "", truncateRunes("Brücke", 0))
	assert.Equal(t, "橋が", truncateRunes("橋が開通", 2))
}

func TestMeasure(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       textStats
	}{
		{"nothing", "", textStats{}},
		{"a sentence", "The bridge, Anna said, opens in 2025.", textStats{
			chars: 37, words: 7, sentences: 1, commas: 2, digits: 4, capitals: 2, ends: '.', begins: 'A'}},
		{"a dot within a number or name ends nothing", "3.14 x.org", textStats{
			chars: 10, words: 2, digits: 3, begins: '0'}},
		{"a quoted sentence", "“It opens.”", textStats{
			chars: 11, words: 2, sentences: 1, capitals: 0, ends: '.', begins: '"'}},
		{"separators", "News | Local · Today", textStats{
			chars: 20, words: 5, bars: 2, capitals: 3, begins: 'A'}},
		{"a lower-case beginning and a colon", "and then:", textStats{
			chars: 9, words: 2, ends: ':', begins: 'a'}},
		{"accented capitals", "Élan Ökonom école", textStats{
			chars: 17, words: 3, capitals: 2, begins: 'A'}},
		{"a capital within a word counts once", "McAdam NATO", textStats{
			chars: 11, words: 2, capitals: 2, begins: 'A'}},
		{"lines", "One.\nTwo? Three!", textStats{
			chars: 16, words: 3, sentences: 3, capitals: 3, ends: '.', begins: 'A'}},
	} {
		assert.Equal(t, c.want, measure(c.text), c.name)
	}
}

func TestMeasureCJK(t *testing.T) {
	s := measure("橋が開通した。市長は、式典に出席。")
	assert.Equal(t, int32(17), s.chars)
	assert.Equal(t, int32(2), s.sentences)
	assert.Equal(t, int32(1), s.commas)
	assert.Equal(t, byte('.'), s.ends)
	assert.Equal(t, byte('A'), s.begins)

	assert.Equal(t, int32(2), measure("橋が開").words, "two characters are a word, an odd one too")
	assert.Equal(t, int32(2), measure("한국어").words)
	assert.Equal(t, int32(0), measure("橋が開").capitals)
	arabic := measure("الجسر مفتوح؟ نعم، اليوم.")
	assert.Equal(t, int32(4), arabic.words)
	assert.Equal(t, int32(2), arabic.sentences)
	assert.Equal(t, int32(1), arabic.commas)
}

func TestIsCJK(t *testing.T) {
	for _, r := range "橋がカ한龍㐀𠀀豈々〇" {
		assert.True(t, isCJK(r), "%c", r)
	}
	for _, r := range "aéЖع。、　「」אไ" {
		assert.False(t, isCJK(r), "%c", r)
	}
}

func TestEndClass(t *testing.T) {
	for text, want := range map[string]byte{
		"It opens.":        '.',
		"It opens!":        '.',
		"Really?":          '.',
		"And so on…":       '.',
		"開通した。":            '.',
		"नमस्ते।":          '.',
		"He said:":         ':',
		"内容：":              ':',
		"First,":           ',',
		"First —":          ',',
		"“It opens.”":      '.',
		"(It opens.)":      '.',
		"“It opens”":       '"',
		"The bridge":       0,
		"The bridge (new)": 0,
		"”":                '"',
		"":                 0,
	} {
		assert.Equal(t, string(rune(want)), string(rune(measure(text).ends)), "%q", text)
	}
}

func TestBeginClass(t *testing.T) {
	for text, want := range map[string]byte{
		"The":   'A',
		"Élan":  'A',
		"橋":     'A',
		"the":   'a',
		"élan":  'a',
		"2025":  '0',
		"“The":  '"',
		"„Die":  '"',
		"「橋":    '"',
		"'t is": '"',
		"- The": '-',
		"— The": '-',
		"• The": '-',
		"(AP)":  '(',
		"[1]":   '(',
		"":      0,
		"$5":    0,
		"@name": 0,
	} {
		assert.Equal(t, string(rune(want)), string(rune(beginClass(text))), "%q", text)
	}
}

func FuzzFoldSpace(f *testing.F) {
	for _, s := range []string{"", " a", "a  b", "a\u00a0b", "a\u00adb", "\u202ea", "\xff", "a\n\nb", "橋\u3000", "a b c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		// slow is what foldSpace does without its short cut.
		dst, _ := appendFolded(nil, s, 0, false)
		slow := string(dst)
		got := foldSpace(s)
		if got != slow {
			t.Fatalf("isFolded(%q) is wrong: %q is folded to %q", s, s, slow)
		}
		if !utf8.ValidString(got) {
			t.Fatalf("%q is no UTF-8", got)
		}
		if again := foldSpace(got); again != got {
			t.Fatalf("folding %q again gives %q", got, again)
		}
		if got != strings.TrimSpace(got) || strings.Contains(got, "  ") || strings.ContainsAny(got, "\n\t\r\x00") {
			t.Fatalf("%q is not folded", got)
		}
		for n := range 4 {
			if c := truncateRunes(got, n); utf8.RuneCountInString(c) > n || !strings.HasPrefix(got, c) {
				t.Fatalf("%d characters of %q are %q", n, got, c)
			}
		}
		m := measure(got)
		if int(m.chars) != utf8.RuneCountInString(got) || m.words > m.chars {
			t.Fatalf("%d characters, %d words in %q", m.chars, m.words, got)
		}
		if (got == "") != (m.chars == 0) || m.capitals > m.chars || m.digits > m.chars {
			t.Fatalf("figures %+v of %q", m, got)
		}
	})
}
