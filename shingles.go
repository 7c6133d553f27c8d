package newspage

import "hash/maphash"

// This file compares a block's words with a longer text's in linear time: by
// hashes, in a fixed amount of memory, with no map.

// A shingleSet remembers the runs of three words of a text as bits; a run that
// was never added is found wrongly about once in four at its fullest.
type shingleSet struct {
	bits []uint64
	n    int
}

const shingleBits = 1 << 16

// maxShingleText is how many bytes of a text are remembered.
const maxShingleText = 100000

func (s *shingleSet) add(text string) {
	if text == "" {
		return
	}
	if s.bits == nil {
		s.bits = make([]uint64, shingleBits/64)
	}
	eachShingle(text[:min(len(text), maxShingleText)], func(h uint64) {
		h %= shingleBits
		s.bits[h/64] |= 1 << (h % 64)
		s.n++
	})
}

// has is 1 where the set has the run with this hash, else 0.
func (s *shingleSet) has(h uint64) float32 {
	if s.n == 0 {
		return 0
	}
	h %= shingleBits
	return float32(s.bits[h/64] >> (h % 64) & 1)
}

// eachShingle calls f with the hash of each run of three words; a text of fewer words is one run.
func eachShingle(text string, f func(uint64)) {
	var a, b, c uint64
	n := 0
	eachWordHash(text, func(h uint64) {
		a, b, c = b, c, h
		if n++; n >= 3 {
			f(mix(mix(a, b), c))
		}
	})
	if n > 0 && n < 3 {
		f(mix(mix(a, b), c))
	}
}

// eachWordHash calls f with the hash of each word, letters folded to lower case; a CJK character is a word.
func eachWordHash(text string, f func(uint64)) {
	var h uint64
	for i := 0; i < len(text); i++ {
		c := text[i]
		for 'a' <= c && c <= 'z' {
			h = h*1099511628211 + uint64(c) + 1
			if i++; i == len(text) {
				f(h)
				return
			}
			c = text[i]
		}
		switch {
		case c >= 0x80:
			if c >= 0xe3 && c <= 0xed && i+2 < len(text) { // three-byte sequences of the CJK planes
				if h != 0 {
					f(h)
				}
				f(mix(uint64(c)<<16|uint64(text[i+1])<<8|uint64(text[i+2]), 7))
				h = 0
				i += 2
				continue
			}
			if c == 0xe2 || c == 0xc2 { // typographic punctuation and spaces
				if h != 0 {
					f(h)
				}
				h = 0
				for i+1 < len(text) && text[i+1]&0xc0 == 0x80 {
					i++
				}
				continue
			}
			h = h*1099511628211 + uint64(c) + 1
		case c >= 'A' && c <= 'Z':
			h = h*1099511628211 + uint64(c+'a'-'A') + 1
		case c >= '0' && c <= '9':
			h = h*1099511628211 + uint64(c) + 1
		default:
			if h != 0 {
				f(h)
			}
			h = 0
		}
	}
	if h != 0 {
		f(h)
	}
}

// maxTitleHashes caps the words that a block is compared with.
const maxTitleHashes = 64

func appendWordHashes(dst []uint32, s string) []uint32 {
	eachWordHash(s[:min(len(s), 2000)], func(h uint64) {
		if len(dst) < maxTitleHashes {
			dst = append(dst, uint32(h>>8))
		}
	})
	return dst
}

// compareBytes is how much of a block is compared with titles and promised texts.
const compareBytes = 300

// compare is the share of a block's words that are words of the page's titles
// (0 for a long block), and the shares of its runs of three words that stand in
// the page's description and in the body that JSON-LD promises. The words are
// hashed once for all three.
func (f *featurizer) compare(b *block) (title, described, promised float32) {
	inTitle := len(f.title) > 0 && b.words > 0 && b.words <= 40
	if !inTitle && f.desc.n == 0 && f.promise.n == 0 {
		return 0, 0, 0
	}
	var words, hits, runs, inDesc, inBody float32
	var x, y, z uint64
	n := 0
	run := func() {
		h := mix(mix(x, y), z)
		runs++
		inDesc += f.desc.has(h)
		inBody += f.promise.has(h)
	}
	eachWordHash(b.text[:min(len(b.text), compareBytes)], func(h uint64) {
		words++
		if inTitle && f.isTitleWord(uint32(h>>8)) {
			hits++
		}
		x, y, z = y, z, h
		if n++; n >= 3 {
			run()
		}
	})
	if n > 0 && n < 3 {
		run()
	}
	return ratio(hits, words), ratio(inDesc, runs), ratio(inBody, runs)
}

// addTitle remembers the words of a title.
func (f *featurizer) addTitle(title string) {
	f.title = appendWordHashes(f.title, title)
	for _, h := range f.title {
		f.titleBits[h/64%4] |= 1 << (h % 64)
	}
}

func (f *featurizer) isTitleWord(h uint32) bool {
	if f.titleBits[h/64%4]>>(h%64)&1 == 0 {
		return false
	}
	for _, t := range f.title {
		if t == h {
			return true
		}
	}
	return false
}

// textSeed is for hashText; it differs from run to run, and nothing that depends on it is printed.
var textSeed = maphash.MakeSeed()

// hashText hashes a text for finding it again on the same page.
func hashText(s string) uint64 { return maphash.String(textSeed, s) }
