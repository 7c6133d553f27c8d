package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWithin(t *testing.T) {
	all := make([]byte, 256)
	for c := range all {
		all[c] = byte(c)
	}
	for _, ends := range []string{"az", "AZ", "09", "  ", "!~", ",,", "\x00\x7f"} {
		for i := 0; i < len(all); i += 8 {
			got := eightAt(string(all), i).within(ends[0], ends[1])
			for k := range 8 {
				c := all[i+k]
				require.Equal(t, ends[0] <= c && c <= ends[1], got>>(8*k+7)&1 == 1, "%q within %q", c, ends)
			}
			require.Zero(t, got&^eachHigh)
		}
	}
}

func TestPlainIn(t *testing.T) {
	for s, want := range map[string]int{
		"abcdefgh": 8, "ab cd, e": 8, "a b c d ": 7, "a  b c d": 1, " abcdefg": 8, "  abcdef": 0, "ab\ncdefg": 2, "ab cdé g": 5, "abcdefg\x7f": 7, "\x00bcdefgh": 0,
	} {
		assert.Equal(t, want, eightAt(s, 0).plainIn(), "%q", s)
	}
}

// measureSlowly is measure, one character at a time.
func measureSlowly(s string) textStats {
	var t textStats
	parts := strings.SplitAfter(s, "") // no text of eight bytes is looked at as one
	inWord := false
	for _, p := range parts {
		own := measure("a" + p)
		t.chars += own.chars - 1
		if p == " " || p == "\n" || p == "\t" {
			inWord = false
			continue
		}
		if own.words == 2 { // CJK
			return textStats{}
		}
		if !inWord {
			t.words++
			t.capitals += measure(p).capitals
		}
		inWord = true
		t.digits += own.digits
		t.commas += own.commas
	}
	return t
}

func FuzzMeasure(f *testing.F) {
	for _, s := range []string{"", "a", "The bridge opens on Monday, the mayor said.", "Aa Bb, c1; 2d  E", "Über Ähren – 3,5 %", "x\ty\nZ z", "  lead and trail  ", "İstanbul ß ǅ\u00ad"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		if strings.ContainsFunc(s, isCJK) {
			return
		}
		want, got := measureSlowly(s), measure(s)
		assert.Equal(t, want.chars, got.chars, "chars")
		assert.Equal(t, want.words, got.words, "words")
		assert.Equal(t, want.capitals, got.capitals, "capitals")
		assert.Equal(t, want.digits, got.digits, "digits")
		assert.Equal(t, want.commas, got.commas, "commas")
	})
}

// foldedSlowly folds white space, one character at a time.
func foldedSlowly(s string) string {
	var b strings.Builder
	space := false
	for len(s) > 0 {
		kind, size := special(s)
		switch kind {
		case isSpace:
			space = true
		case isText, isBad:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			if kind == isBad {
				b.WriteString("\uFFFD")
			} else {
				b.WriteString(s[:size])
			}
		}
		s = s[size:]
	}
	return b.String()
}

func FuzzAppendFolded(f *testing.F) {
	for _, s := range []string{"", "a b", "  The bridge  opens ", "a\u00a0b\u00adc", "seven s eight ei", "tab\there and\nthere", "\xff bad \x00", "abcdefg  h"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, _ := appendFolded(nil, s, 0, false)
		require.Equal(t, foldedSlowly(s), string(got))
	})
}

// phraseSlowly folds a phrase, one character at a time.
func phraseSlowly(s string) string {
	var b []rune
	for _, r := range s {
		f := foldRune(r)
		if f >= 0 && !(f == ' ' && len(b) > 0 && b[len(b)-1] == ' ') && !(len(b) == 0 && isTrimmed(f)) {
			b = append(b, f)
		}
	}
	return string(b)
}

func FuzzAppendPhrase(f *testing.F) {
	for _, s := range []string{"", "Read more", " – Read  MORE at 9 o’clock: ", "ab cd ef gh ij ", "abcdefgh", "abcdefg  h", "        abcdefgh", "É 12\u00ad34 x\tyz abcdefghijk"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := appendPhrase([]byte("> "), s)
		require.Equal(t, "> "+phraseSlowly(s), string(got))
	})
}
