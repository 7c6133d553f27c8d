package newspage

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordHashes(t *testing.T) {
	hashes := func(s string) []uint64 { return new(hasher).words(s) }
	for s, want := range map[string]int{
		"": 0, " .,": 0, "bridge": 1, "The bridge opens.": 3, "don't": 2, "“The” – bridge…": 2, "橋が開": 3, "橋opens開": 3, "Brücke": 1, "2025": 1, "a\u00a0b": 2,
	} {
		assert.Len(t, hashes(s), want, "%q", s)
	}
	assert.Equal(t, hashes("the bridge"), hashes("THE  “Bridge”!"), "case and marks do not count")
	assert.NotEqual(t, hashes("bridge"), hashes("ridge"))
	assert.NotEqual(t, hashes("ab"), hashes("ba"))
}

// FuzzWordHashes: where a word begins in the text, and in which case, does not change its hash.
func FuzzWordHashes(f *testing.F) {
	for _, s := range []string{"", "The bridge over the harbour opens", "internationalisation eightlet Brückengeländer", "橋が開a橋", "don’t “a” 12345678 123456789", "\xe3\x81 \xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := new(hasher).words(s)
		for n := range 9 {
			got := new(hasher).words(strings.Repeat(" ", n) + s)
			assert.Equal(t, want, got, "behind %d spaces", n)
		}
		one := []uint64{}
		for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r < 0x80 && !isWordRune(r) }) {
			one = append(one, new(hasher).words(word)...)
		}
		assert.Equal(t, one, append([]uint64{}, want...), "word by word")
		upper := strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' {
				return r - 'a' + 'A'
			}
			return r
		}, strings.ToValidUTF8(s, "?"))
		assert.Equal(t, new(hasher).words(strings.ToValidUTF8(s, "?")), new(hasher).words(upper), "in capitals")
	})
}

func TestRunHashes(t *testing.T) {
	for s, want := range map[string]int{"": 0, "one": 1, "one two": 1, "one two three": 1, "one two three four": 2, "a b c d e f": 4} {
		assert.Len(t, new(hasher).runs(s), want, "%q", s)
	}
}

// described is the share of a text's runs of three words that a set has.
func described(s *shingleSet, text string) float32 {
	f := &featurizer{desc: *s, hasher: &hasher{}}
	_, share, none := f.compare(&block{text: text, textStats: measure(text)})
	if none != 0 {
		return -1
	}
	return share
}

func TestShingleShare(t *testing.T) {
	var s shingleSet
	assert.Zero(t, described(&s, "The bridge opens on Monday"), "of an empty set")
	s.add(&hasher{}, "")
	assert.Nil(t, s.bits, "nothing is kept of nothing")
	s.add(&hasher{}, "The bridge over the harbour opens on Monday, the mayor said.")
	assert.Equal(t, float32(1), described(&s, "“the bridge over the harbour”"))
	assert.Equal(t, float32(0.5), described(&s, "opens on Monday maybe"))
	assert.Zero(t, described(&s, "About nine thousand people crossed it"))
	assert.Zero(t, described(&s, "Monday on opens"), "the order counts")
	assert.Zero(t, described(&s, "bridge opens"), "the words must stand together")
	assert.Zero(t, described(&s, ""))
	s.add(&hasher{}, "About nine thousand people crossed it.")
	assert.Equal(t, float32(1), described(&s, "nine thousand people"))
	assert.Equal(t, float32(1), described(&s, "the harbour opens"), "what was added before is kept")
}

func TestShingleShareOfCJK(t *testing.T) {
	var s shingleSet
	s.add(&hasher{}, "市長は橋が開通したと述べた。")
	assert.Equal(t, float32(1), described(&s, "橋が開通した"))
	assert.Zero(t, described(&s, "渡船は廃止"))
}

// TestShingleSetFull: at its fullest a set finds few runs that were never added.
func TestShingleSetFull(t *testing.T) {
	var long strings.Builder
	for i := 0; long.Len() < 2*maxShingleText; i++ {
		fmt.Fprintf(&long, "word%d ", i)
	}
	var s shingleSet
	s.add(&hasher{}, long.String())
	assert.LessOrEqual(t, s.n, maxShingleText/4)
	var wrong float32
	const tries = 500
	for i := range tries {
		wrong += described(&s, fmt.Sprintf("never%d added%d here%d", i, i, i))
	}
	assert.Less(t, wrong/tries, float32(0.3))
}

func TestShareOfTitle(t *testing.T) {
	f := &featurizer{hasher: &hasher{}}
	f.addTitle("Bridge reopens after two years")
	share := func(s string) float32 { t, _, _ := f.compare(&block{text: s, textStats: measure(s)}); return t }
	assert.Equal(t, float32(1), share("BRIDGE REOPENS"))
	assert.Equal(t, float32(0.5), share("bridge closed"))
	assert.Zero(t, share("ferry stops"))
	assert.Zero(t, share(""))
	assert.Zero(t, share(strings.Repeat("bridge ", 41)), "long blocks are not compared")
	f.title = nil
	assert.Zero(t, share("bridge"))
}

// TestCompareAtOnce: the three shares are of their own texts.
func TestCompareAtOnce(t *testing.T) {
	f := &featurizer{hasher: &hasher{}}
	f.addTitle("Bridge reopens")
	f.desc.add(f.hasher, "the harbour bridge opens")
	f.promise.add(f.hasher, "opens on Monday")
	text := "The harbour bridge opens on Monday"
	title, desc, promised := f.compare(&block{text: text, textStats: measure(text)})
	assert.InDelta(t, 1.0/6, title, 1e-6)
	assert.Equal(t, float32(0.5), desc)
	assert.Equal(t, float32(0.25), promised)
	long := text + strings.Repeat(" and then some more", 200)
	title, desc, _ = f.compare(&block{text: long, textStats: measure(long)})
	assert.Zero(t, title)
	assert.Greater(t, desc, float32(0), "the beginning of a long block is compared with the description")
}

func TestTitleHashesAreCapped(t *testing.T) {
	var w hasher
	h := w.appendTitle(nil, strings.Repeat("a b ", 1000))
	assert.Len(t, h, maxTitleHashes)
	assert.Len(t, w.appendTitle(h, "more"), maxTitleHashes)
}

func TestHashText(t *testing.T) {
	assert.Equal(t, hashText("The bridge"), hashText("The bridge"))
	assert.NotEqual(t, hashText("The bridge"), hashText("the bridge"))
	assert.NotEqual(t, hashText("ab"), hashText("ba"))
}
