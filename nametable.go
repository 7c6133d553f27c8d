package newspage

import "encoding/binary"

// This file looks names up: of tags and attributes there are a hundred
// thousand on a page.

// maxName is how many bytes of a name are looked at. No name that is known has as many.
const maxName = 24

// A packedName is a name with nothing but zeros behind it, as numbers that are
// compared at once.
type packedName [maxName / 8]uint64

// pack packs a name that has n bytes. Those behind them are zero.
func pack(name *[maxName]byte, n int) packedName {
	return packedName{
		binary.LittleEndian.Uint64(name[0:]),
		binary.LittleEndian.Uint64(name[8:]),
		binary.LittleEndian.Uint64(name[16:]) | uint64(n)<<56, // what a name ends with may be a zero too
	}
}

// packText packs a name.
func packText[T string | []byte](name T) packedName {
	var b [maxName]byte
	return pack(&b, copy(b[:], name))
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
	return (n[0] ^ n[1]*0xff51afd7ed558ccd ^ n[2]*0xc4ceb9fe1a85ec53) * 0x9e3779b97f4a7c15 >> (64 - 9)
}
