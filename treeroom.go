package newspage

import (
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// This file holds the memory of the trees that Parse makes: nothing of a tree
// outlives its parse, so that the next one is made in the same place.

// A treeRoom is room for the nodes and attributes of one tree.
type treeRoom struct {
	nodes rooms[html.Node]
	attrs rooms[html.Attribute]
}

var treeRooms = sync.Pool{New: func() any { return new(treeRoom) }}

// release gives the room back once nothing of its tree is used any longer.
func (r *treeRoom) release() {
	if r != nil && r.nodes.reset()+r.attrs.reset() <= maxKept {
		treeRooms.Put(r)
	}
}

// rooms are slices that are filled one after the other.
type rooms[T any] struct {
	all  [][]T
	used int
}

// next returns an empty slice with room for at least n elements, which are zero.
func (r *rooms[T]) next(n int) []T {
	if r.used == len(r.all) || cap(r.all[r.used]) < n {
		r.all = append(r.all[:r.used], make([]T, 0, n))
	}
	r.used++
	return r.all[r.used-1][:0]
}

// reset takes all slices back but those that the last tree had no use for, and
// returns how many bytes they hold.
func (r *rooms[T]) reset() (held int) {
	clear(r.all[r.used:])
	r.all, r.used = r.all[:r.used], 0
	for _, s := range r.all {
		clear(s[:cap(s)])
		held += sizeOfAll(s)
	}
	return held
}

// A textRoom makes strings of pieces of a page, the short ones one behind the other
// in the same memory. Unlike the nodes they may outlive the parse, and keep
// textRoomSize bytes at most alive then. The zero value is ready.
type textRoom struct {
	open    strings.Builder
	returns bool // there are carriage returns on the page
}

const (
	textRoomSize = 1 << 10
	maxShared    = textRoomSize / 4 // a longer string has memory of its own
)

// keep returns b as a string.
func (r *textRoom) keep(b []byte) string {
	if len(b) > maxShared {
		return string(b)
	}
	at := r.open.Len()
	if r.open.Cap()-at < len(b) {
		r.open, at = strings.Builder{}, 0
		r.open.Grow(textRoomSize)
	}
	r.open.Write(b)
	return r.open.String()[at:]
}
