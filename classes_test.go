package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReadMarks(t *testing.T) {
	for _, c := range []struct {
		name, class string
		want        marks
	}{
		{"nothing", "", 0},
		{"one word", "byline", markByline},
		{"two classes", "byline caption", markByline | markCaption},
		{"hyphens, underscores, colons", "c-byline__caption:quote", markByline | markCaption | markQuote},
		{"digits end a word", "h2headline3", markHeadline},
		{"a piece of a hash", "css-5e6ad2", 0},
		{"between digits, but longer", "h2nav 4promo2", markNav | markPromo},
		{"capitals", "BYLINE", markByline},
		{"camel case", "photoCaption", markImage | markCaption},
		{"camel case with a digit between", "photo2Caption", markImage | markCaption},
		{"a run of capitals is one word", "HTMLCaption", 0},
		{"a word within a word is none", "bylined", 0},
		{"single letters", "c a b", 0},
		{"a word without a meaning", "section wrapper", 0},
		{"a teaser is a summary on a card", "teaser", markSummary | markCard},
		{"run together with a tail", "captionwrap", markCaption},
		{"another tail", "newslettersection", markWords["newsletter"]},
		{"a tail after camel case", "quoteContainer", markQuote},
		{"a listed word before its tail", "authorbox", markAuthorBox},
		{"a tail alone is a word", "text", markBody},
		{"one tail is cut off, not two", "captionwrapbox", 0},
		{"no ASCII", "légende", 0},
		{"bad bytes end words", "byline\xffcaption", markByline | markCaption},
		{"tabs and line ends", "byline\n\tcaption", markByline | markCaption},
	} {
		assert.Equal(t, c.want, readMarks(c.class), c.name)
	}
}

func TestReadMarksLongWords(t *testing.T) {
	long := strings.Repeat("x", 25)
	assert.Equal(t, markByline, readMarks(long+"-byline"), "a long word is left out, the next is read")
	assert.Zero(t, readMarks("byline"+long), "its beginning is no word")
}

func TestReadMarksCaps(t *testing.T) {
	assert.Equal(t, markByline, readMarks(strings.Repeat("xx ", maxClassWords-1)+"byline"))
	assert.Zero(t, readMarks(strings.Repeat("xx ", maxClassWords)+"byline"), "words beyond the cap")
	assert.Zero(t, readMarks(strings.Repeat(" ", 4096)+"byline"), "bytes beyond the cap")
	assert.Equal(t, markByline, readMarks("byline "+strings.Repeat("x", 1<<20)))
}

func TestMarkWordsCanBeFound(t *testing.T) {
	for w := range markWords {
		if markWords[w] == 0 {
			continue
		}
		assert.LessOrEqual(t, len(w), 24, "%q is longer than the words that are looked up", w)
		assert.Equal(t, strings.ToLower(w), w)
		assert.True(t, mayMean([]byte(w)), w)
	}
}

func TestMayMean(t *testing.T) {
	assert.False(t, mayMean([]byte("bylinx")))
	assert.False(t, mayMean([]byte("x")))
	assert.False(t, mayMean([]byte(strings.Repeat("a", 24))))
}

func FuzzReadMarks(f *testing.F) {
	f.Add("c-byline__caption")
	f.Add("photoCaption newsletterbox")
	f.Fuzz(func(t *testing.T, s string) {
		if m := readMarks(s + " "); m != readMarks(s) && len(s) < 4096 {
			t.Fatalf("a space after %q changes its marks", s)
		}
		if strings.Count(s, "-") < 30 && len(s) < 40 {
			if m := readMarks(s) | readMarks("byline"); readMarks(s+" byline") != m {
				t.Fatalf("a class after %q is not read by itself", s)
			}
		}
	})
}
