package newspage

import "encoding/binary"

// This file looks names up: of tags and attributes there are a hundred
// thousand on a page.

// maxName is how many bytes of a name are looked at. No name that is known has as many.
const maxName = 24

// A packedName is a name with nothing but zeros behind it, as numbers that are
// compared at once. (An array of them would not stand in the processor's registers.)
type packedName struct{ a, b, c uint64 }

// packNumbers packs a name that has n bytes. Those behind them are zero.
func packNumbers(a, b, c uint64, n int) packedName {
	return packedName{a, b, c | uint64(n)<<56} // what a name ends with may be a zero too
}

// pack packs a name that has n bytes.
func pack(name *[maxName]byte, n int) packedName {
	return packNumbers(binary.LittleEndian.Uint64(name[0:]), binary.LittleEndian.Uint64(name[8:]), binary.LittleEndian.Uint64(name[16:]), n)
}

// packText packs a name.
func packText[T string | []byte](name T) packedName {
	var b [maxName]byte
	return pack(&b, copy(b[:], name))
}

// packAt packs the name that stands in text from i up to end, in lower case. It is
// read eight bytes at a time: what is written byte by byte cannot be read so at once.
func packAt(text []byte, i, end int) packedName {
	switch n := end - i; {
	case n <= 8:
		return packNumbers(lowerEight(text, i, n), 0, 0, n)
	case n < maxName:
		return packNumbers(lowerEight(text, i, 8), lowerEight(text, i+8, n-8), lowerEight(text, i+16, n-16), n)
	}
	return packedName{} // of no name that is known
}

// lowerEight are n bytes of text from i on, eight at most, in lower case.
func lowerEight(text []byte, i, n int) uint64 {
	if n <= 0 {
		return 0
	}
	var e eight
	switch {
	case i+8 > len(text):
		for k := range min(n, 8) {
			e |= eight(text[i+k]) << (8 * k)
		}
	case n < 8:
		e = eight(binary.LittleEndian.Uint64(text[i:])) & (1<<(8*n) - 1)
	default:
		e = eight(binary.LittleEndian.Uint64(text[i:]))
	}
	return e.withSmall(e.letters())
}

// A nameTable finds a name among some that are known, at most 255.
type nameTable struct {
	names []packedName
	slots [nameSlots]uint8 // place in names and 1, by slot; 0: none
}

const nameSlots = 1 << 9

func newNameTable(names []string) *nameTable {
	t := &nameTable{}
	for i, name := range names {
		packed := packText(name)
		t.names = append(t.names, packed)
		at := packed.slot()
		for t.slots[at] != 0 {
			at = (at + 1) % nameSlots
		}
		t.slots[at] = uint8(i + 1)
	}
	return t
}

// find is the place of a name, -1 for one that is not known.
func (t *nameTable) find(name packedName) int {
	for at := name.slot(); ; at = (at + 1) % nameSlots {
		i := int(t.slots[at]) - 1
		if i < 0 || name == t.names[i] {
			return i
		}
	}
}

// slot is where a name is looked for first.
func (n packedName) slot() uint64 {
	return (n.a ^ n.b*0xff51afd7ed558ccd ^ n.c*0xc4ceb9fe1a85ec53) * 0x9e3779b97f4a7c15 >> (64 - 9)
}
