package newspage

import "math/bits"

// This file looks at eight bytes of a text at once. Most text is ASCII in words
// of small letters, parted by single spaces.

// An eight is eight bytes of a text, the first one lowest.
type eight uint64

const (
	eachOne  = 0x0101010101010101
	eachHigh = 0x8080808080808080
)

// eightAt are the eight bytes of s that begin at i.
func eightAt(s string, i int) eight {
	s = s[i : i+8]
	return eight(s[0]) | eight(s[1])<<8 | eight(s[2])<<16 | eight(s[3])<<24 |
		eight(s[4])<<32 | eight(s[5])<<40 | eight(s[6])<<48 | eight(s[7])<<56
}

// A those says of each of eight bytes whether it is meant, in its highest bit.
type those uint64

// within are the bytes from first to last, which are ASCII.
func (e eight) within(first, last byte) those {
	low := uint64(e) | eachHigh // so that no byte takes from the next
	return those((low-uint64(first)*eachOne)&^(low-uint64(last+1)*eachOne)&^uint64(e)) & eachHigh
}

// first is how many bytes are meant before the first one that is not.
func (t those) first() int { return bits.TrailingZeros64(uint64(^t)&eachHigh) / 8 }

// count is how many bytes are meant.
func (t those) count() int32 { return int32(bits.OnesCount64(uint64(t))) }

// upTo are those of the first n bytes.
func (t those) upTo(n int) those { return t & (1<<(8*n) - 1) }

// plainIn is how many of eight bytes come before the first that folding white space
// may change: anything but printable ASCII and single spaces, of which none is the last.
func (e eight) plainIn() int {
	text, space := e.within('!', '~'), e.within(' ', ' ')
	return (text | space&(text>>8)).first()
}

// smallBit is the bit that a small letter of ASCII has and a capital one has not.
const smallBit = 0x20

// letters are the bytes that are letters.
func (e eight) letters() those { return (e | smallBit*eachOne).within('a', 'z') }

// withSmall are the eight bytes with those letters made small.
func (e eight) withSmall(letters those) uint64 { return uint64(e) | uint64(letters)/(0x80/smallBit) }

// areSmall are the bytes that are small if they are letters.
func (e eight) areSmall() those { return those(e&(smallBit*eachOne)) * (0x80 / smallBit) }

// wordsIn is how many of eight bytes come before the first that is no letter, no digit
// and no space before either.
func (e eight) wordsIn(letters those) int {
	words := letters | e.within('0', '9')
	return (words | e.within(' ', ' ')&(words>>8)).first()
}

// count counts the characters of the text e, inWord saying whether a word goes on in
// it, up to the first one that is more than a letter, a digit, a space or a comma.
func (t *textStats) count(e eight, inWord bool) (n int, still bool) {
	letters, digits, spaces := e.letters(), e.within('0', '9'), e.within(' ', ' ')
	commas := e.within(',', ',') | e.within(';', ';')
	known := letters | digits | spaces | commas
	if n = known.first(); n == 0 {
		return 0, inWord
	}
	words := known.upTo(n) &^ spaces
	before := words << 8
	if inWord {
		before |= 0x80
	}
	begun := words &^ before
	t.chars += int32(n)
	t.words += begun.count()
	t.capitals += (begun & letters &^ e.areSmall()).count()
	t.digits += digits.upTo(n).count()
	t.commas += commas.upTo(n).count()
	return n, words>>(8*n-1)&1 != 0
}
