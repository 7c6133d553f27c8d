package newspage

// This file looks names up: of tags and attributes there are a hundred
// thousand on a page.

// A nameTable finds a name among a few hundred that are known.
type nameTable struct {
	names []string
	slots [nameSlots]int16 // place in names and 1, by nameSlot; 0: none
}

const nameSlots = 1 << 10

func newNameTable(names []string) *nameTable {
	t := &nameTable{names: names}
	for i, name := range names {
		at := nameSlot([]byte(name))
		for t.slots[at] != 0 {
			at = (at + 1) % nameSlots
		}
		t.slots[at] = int16(i + 1)
	}
	return t
}

// find is the place of a name, -1 for one that is not known.
func (t *nameTable) find(name []byte) int {
	if len(name) == 0 {
		return -1
	}
	for at := nameSlot(name); ; at = (at + 1) % nameSlots {
		i := int(t.slots[at]) - 1
		if i < 0 || string(name) == t.names[i] {
			return i
		}
	}
}

// nameSlot is where a name is looked for first.
func nameSlot(name []byte) int {
	n := len(name)
	return (int(name[0])*59 + int(name[n/2])*131 + int(name[n-1])*37 + n*17) % nameSlots
}
