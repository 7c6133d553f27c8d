// Package lookup finds short texts among those that are known when a program
// starts. A page asks a thousand times, for words and phrases that mostly are not
// known, and between two pages a program does other things, so that the tables
// come from memory each time. A look-up of Go's maps reads five places in memory
// that depend on each other; one of a Table reads one.
package lookup

import (
	"encoding/binary"
	"math/bits"
)

// A Table holds a value for each of its keys. It never changes, so that any
// number of goroutines may use it. The zero Table has no keys.
//
// It knows its keys by 64 bits of a hash. That another text has the hash of one of
// them does not happen by chance; who tries to can find such a text, and has it
// taken for the key then.
type Table[V any] struct {
	slots []slot[V] // a power of two of them, at most half of them taken
	shift uint8     // from a hash to the slot that is looked at first
}

// A slot is a key's value and hash. No hash: the slot is free.
type slot[V any] struct {
	value V
	hash  uint64
}

// New returns a Table of the keys and values of m.
func New[V any](m map[string]V) *Table[V] {
	size := 2
	for size < 2*len(m) {
		size *= 2
	}
	t := &Table[V]{slots: make([]slot[V], size), shift: uint8(64 - bits.TrailingZeros(uint(size)))}
	for key, value := range m {
		h := hash([]byte(key))
		i := h >> t.shift
		for t.slots[i].hash != 0 {
			i = (i + 1) % uint64(size)
		}
		t.slots[i] = slot[V]{value, h}
	}
	return t
}

// Get returns the value of a key, and whether it is one.
func (t *Table[V]) Get(key []byte) (value V, ok bool) {
	if len(t.slots) == 0 {
		return value, false
	}
	h := hash(key)
	last := uint64(len(t.slots) - 1)
	for i := h >> t.shift; ; i++ {
		switch s := &t.slots[i&last]; s.hash {
		case h:
			return s.value, true
		case 0:
			return value, false
		}
	}
}

// GetString is Get for a string.
func (t *Table[V]) GetString(key string) (V, bool) {
	return t.Get([]byte(key)) // copies nothing: Get does not keep it
}

const mixer = 0x9e3779b97f4a7c15

// hash takes eight bytes at a time; those at the end may be taken twice. It is never 0.
func hash(key []byte) uint64 {
	n := len(key)
	h := uint64(n+1) * mixer
	switch {
	case n >= 8:
		for b := key; len(b) > 8; b = b[8:] {
			h = mix(h ^ binary.LittleEndian.Uint64(b))
		}
		h = mix(h ^ binary.LittleEndian.Uint64(key[n-8:]))
	case n >= 4:
		h = mix(h ^ (uint64(binary.LittleEndian.Uint32(key)) | uint64(binary.LittleEndian.Uint32(key[n-4:]))<<32))
	case n > 0:
		h = mix(h ^ (uint64(key[0]) | uint64(key[n/2])<<8 | uint64(key[n-1])<<16))
	}
	return max(h, 1)
}

func mix(h uint64) uint64 {
	h *= mixer
	return h ^ h>>32
}
