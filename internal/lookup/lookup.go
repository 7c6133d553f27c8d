// Package lookup finds short texts among those that are known when a program
// starts. A page asks a thousand times, for words and phrases that mostly are not
// known, and between two pages a program does other things, so that the tables
// come from memory each time. A look-up of Go's maps reads five places in memory
// that depend on each other; one of a Table reads one, and a second one where the
// key is known.
package lookup

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// A Table holds a value for each of its keys. It never changes, so that any
// number of goroutines may use it. The zero Table has no keys.
type Table[V any] struct {
	slots []slot[V] // a power of two of them, at most half of them taken
	shift uint8     // from a hash to the slot that is looked at first
	text  string    // the keys, one behind the other
}

// A slot is a key's value and where in text the key is. No length: the slot is free.
type slot[V any] struct {
	value V
	tag   uint32 // of the key's hash
	at    uint32 // where the key begins and, in the lowest bits, how long it is
}

const lengthBits = 8

// MaxKey is the length in bytes of the longest key that a Table can hold.
const MaxKey = 1<<lengthBits - 1

// New returns a Table of the keys and values of m. It panics if a key is empty,
// or longer than MaxKey, or if there are more than 16 MB of keys.
func New[V any](m map[string]V) *Table[V] {
	size := 2
	for size < 2*len(m) {
		size *= 2
	}
	t := &Table[V]{slots: make([]slot[V], size), shift: uint8(64 - bits.TrailingZeros(uint(size)))}
	text := make([]byte, 0, textSize(m))
	for key, value := range m {
		h := hash([]byte(key))
		i := h >> t.shift
		for t.slots[i].at != 0 {
			i = (i + 1) % uint64(size)
		}
		t.slots[i] = slot[V]{value: value, tag: uint32(h), at: uint32(len(text)<<lengthBits | len(key))}
		text = append(text, key...)
	}
	t.text = string(text)
	return t
}

// textSize is the length of all keys.
func textSize[V any](m map[string]V) (size int) {
	for key := range m {
		if key == "" || len(key) > MaxKey {
			panic(fmt.Sprintf("lookup: a key of %d bytes", len(key)))
		}
		size += len(key)
	}
	if size > 1<<(32-lengthBits) {
		panic(fmt.Sprintf("lookup: %d bytes of keys", size))
	}
	return size
}

// Get returns the value of a key, and whether it is one.
func (t *Table[V]) Get(key []byte) (value V, ok bool) {
	if len(t.slots) == 0 {
		return value, false
	}
	h := hash(key)
	last := uint64(len(t.slots) - 1)
	for i := h >> t.shift; ; i++ {
		s := &t.slots[i&last]
		if s.at == 0 {
			return value, false
		}
		if s.tag == uint32(h) && t.keyAt(s.at) == string(key) {
			return s.value, true
		}
	}
}

// GetString is Get for a string.
func (t *Table[V]) GetString(key string) (V, bool) {
	return t.Get([]byte(key)) // copies nothing: Get does not keep it
}

func (t *Table[V]) keyAt(at uint32) string {
	from, size := at>>lengthBits, at&MaxKey
	return t.text[from : from+size]
}

// Keys that a page chooses can meet in no table, so that the hash needs no secret.
const mixer = 0x9e3779b97f4a7c15

// hash takes eight bytes at a time; those at the end may be taken twice.
func hash(key []byte) uint64 {
	n := len(key)
	h := uint64(n) * mixer
	switch {
	case n >= 8:
		for b := key; len(b) > 8; b = b[8:] {
			h = mix(h ^ binary.LittleEndian.Uint64(b))
		}
		return mix(h ^ binary.LittleEndian.Uint64(key[n-8:]))
	case n >= 4:
		return mix(h ^ (uint64(binary.LittleEndian.Uint32(key)) | uint64(binary.LittleEndian.Uint32(key[n-4:]))<<32))
	case n > 0:
		return mix(h ^ (uint64(key[0]) | uint64(key[n/2])<<8 | uint64(key[n-1])<<16))
	}
	return h
}

func mix(h uint64) uint64 {
	h *= mixer
	return h ^ h>>32
}
