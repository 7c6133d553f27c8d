package newspage

import (
	"hash/maphash"
	"unicode/utf8"
)

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

// add adds the runs of a text, whose words w hashes.
func (s *shingleSet) add(w *hasher, text string) {
	for _, h := range w.runs(text[:min(len(text), maxShingleText)]) {
		s.addRun(h)
	}
}

// addIn adds the runs of a text; the set stands in the workspace.
func (s *shingleSet) addIn(ws *workspace, text string) {
	if text != "" && s.bits == nil {
		s.bits = ws.keys.take(shingleBits / 64)
	}
	s.add(&ws.hasher, text)
}

// addRun adds the run with this hash.
func (s *shingleSet) addRun(h uint64) {
	if s.bits == nil {
		s.bits = make([]uint64, shingleBits/64)
	}
	h %= shingleBits
	s.bits[h/64] |= 1 << (h % 64)
	s.n++
}

// has says whether the set has the run with this hash.
func (s *shingleSet) has(h uint64) bool { return s.hit(h) == 1 }

// hit is 1 where the set has the run with this hash, else 0.
func (s *shingleSet) hit(h uint64) uint64 {
	if s.n == 0 {
		return 0
	}
	h %= shingleBits
	return s.bits[h/64] >> (h % 64) & 1
}

// A hasher hashes the words of texts. What it returns holds until it is asked
// again. The zero value is ready.
type hasher struct{ buf []uint64 }

// reset empties the hasher and returns how many bytes it holds.
func (w *hasher) reset() int {
	w.buf = w.buf[:0]
	return sizeOfAll(w.buf)
}

// runs are the hashes of each run of three words; a text of fewer words is one run.
func (w *hasher) runs(text string) []uint64 { return runsOf(w.words(text)) }

// runsOf makes the hashes of runs of words of those of the words, in their place.
func runsOf(words []uint64) []uint64 {
	switch n := len(words); n {
	case 0:
		return words
	case 1, 2:
		var a uint64
		if n == 2 {
			a = words[0]
		}
		words[0] = mix(mix(0, a), words[n-1])
		return words[:1]
	default:
		for i := range words[2:] {
			words[i] = mix(mix(words[i], words[i+1]), words[i+2])
		}
		return words[:n-2]
	}
}

// words are the hashes of each word, letters folded to lower case; a CJK character is a word.
func (w *hasher) words(text string) []uint64 {
	w.buf = appendWords(w.buf[:0], text)
	return w.buf
}

func appendWords(dst []uint64, text string) []uint64 {
	var w openWord
	for i := 0; i < len(text); {
		if w.n == 0 && i+8 <= len(text) { // most words are letters of ASCII, and short
			e := eightAt(text, i)
			letters := e.letters()
			n := (letters | e.within('0', '9')).first()
			if n == 8 {
				w.add(e.withSmall(letters))
				i += 8
				continue
			}
			if text[i+n] < utf8.RuneSelf {
				if n > 0 {
					w.add(e.withSmall(letters) & (1<<(8*n) - 1))
				}
				dst = w.end(dst)
				i += n + 1
				continue
			}
		}
		c := text[i]
		i++
		switch {
		case isLetter(c) || '0' <= c && c <= '9':
			w.addByte(lowerByte(c))
		case c < utf8.RuneSelf:
			dst = w.end(dst)
		case isMarkByte(c):
			dst = w.end(dst)
			for i < len(text) && text[i]&0xc0 == 0x80 {
				i++
			}
		case beginsCJK(c, text[i:]):
			dst = append(w.end(dst), mix(uint64(c)<<16|uint64(text[i])<<8|uint64(text[i+1]), 7))
			i += 2
		default:
			w.addByte(c)
		}
	}
	return w.end(dst)
}

// An openWord is a word whose end was not met. Its hash is made of eight bytes at a time.
type openWord struct {
	hash  uint64 // of the bytes before those in last
	last  uint64
	n     int  // bytes in last
	begun bool // there are bytes in hash
}

func (w *openWord) addByte(c byte) {
	w.last |= uint64(c) << (8 * w.n)
	if w.n++; w.n == 8 {
		w.add(w.last)
		w.last, w.n = 0, 0
	}
}

func (w *openWord) add(bytes uint64) {
	h := (w.hash ^ bytes) * 0x9e3779b97f4a7c15
	w.hash, w.begun = h^h>>32, true
}

// end appends the word's hash, if there is one, and begins the next.
func (w *openWord) end(dst []uint64) []uint64 {
	if w.n > 0 {
		w.add(w.last)
	}
	if w.begun {
		dst = append(dst, w.hash)
	}
	*w = openWord{}
	return dst
}

// beginsCJK says whether c and the next two bytes are a sequence of the CJK planes.
func beginsCJK(c byte, rest string) bool {
	return c >= 0xe3 && c <= 0xed && len(rest) >= 2 && rest[0]&0xc0 == 0x80 && rest[1]&0xc0 == 0x80
}

// isMarkByte says whether typographic punctuation or a space begins with c.
func isMarkByte(c byte) bool { return c == 0xe2 || c == 0xc2 }

// maxTitleHashes caps the words that a block is compared with.
const maxTitleHashes = 64

func (w *hasher) appendTitle(dst []uint32, s string) []uint32 {
	for _, h := range w.words(s[:min(len(s), 2000)]) {
		if len(dst) < maxTitleHashes {
			dst = append(dst, uint32(h>>8))
		}
	}
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
	words := f.hasher.words(b.text[:min(len(b.text), compareBytes)])
	var hits float32
	if inTitle {
		for _, h := range words {
			if f.isTitleWord(uint32(h >> 8)) {
				hits++
			}
		}
	}
	title = ratio(hits, float32(len(words)))
	if f.desc.n == 0 && f.promise.n == 0 {
		return title, 0, 0
	}
	runs := runsOf(words)
	var inDesc, inBody uint64
	for _, h := range runs {
		inDesc += f.desc.hit(h)
		inBody += f.promise.hit(h)
	}
	return title, ratio(float32(inDesc), float32(len(runs))), ratio(float32(inBody), float32(len(runs)))
}

// addTitle remembers the words of a title.
func (f *featurizer) addTitle(title string) {
	f.title = f.hasher.appendTitle(f.title, title)
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
