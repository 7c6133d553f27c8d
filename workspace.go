package newspage

import (
	"sync"
	"unsafe"

	"golang.org/x/net/html"
)

// This file holds the memory that a page needs only while it is read. Half of
// what a parse would allocate is of that kind, so it is used again by the next
// parse. Nothing of an Article stands in it.

// A workspace is what one reading of a page works in. The zero value is ready.
type workspace struct {
	blocks  []block
	boxes   []box
	links   []link
	images  []image
	heads   []*html.Node
	times   []timeAt
	arena   []byte
	stack   []frame
	classes []classInfo
	hasher  hasher

	int32s slab[int32]
	floats slab[float32]
	bools  slab[bool]
	keys   slab[uint64]
	totals slab[totals]
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// maxKept is how many bytes a workspace holds at most that is kept for other
// pages: ten times what the reading of a usual page takes. A huge page must not
// hold its memory for longer than it is read.
const maxKept = 8 << 20

// release gives a workspace back once nothing of it is used any longer. It
// forgets the page, so that no tree or text is kept alive by it.
func (ws *workspace) release() {
	if ws.forget() <= maxKept {
		workspaces.Put(ws)
	}
}

// forget empties the workspace and returns how many bytes it holds.
func (ws *workspace) forget() int {
	ws.arena = ws.arena[:0]
	return cap(ws.arena) + ws.hasher.reset() +
		empty(&ws.classes) + empty(&ws.blocks) + empty(&ws.boxes) + empty(&ws.links) + empty(&ws.images) +
		empty(&ws.heads) + empty(&ws.times) + empty(&ws.stack) +
		ws.int32s.reset() + ws.floats.reset() + ws.bools.reset() + ws.keys.reset() + ws.totals.reset()
}

// maxSpare is how many elements a slice may hold beyond eight times those in use:
// a small page must not pay for clearing what a huge one left.
const maxSpare = 1024

// empty clears and empties a slice, and returns how many bytes it holds.
func empty[T any](s *[]T) int {
	if cap(*s) > 8*len(*s)+maxSpare {
		*s = nil
		return 0
	}
	clear((*s)[:cap(*s)]) // shortened slices still hold what they were
	*s = (*s)[:0]
	return sizeOfAll(*s)
}

// sizeOfAll is how many bytes a slice holds.
func sizeOfAll[T any](s []T) int { return cap(s) * sizeOfOne[T]() }

func sizeOfOne[T any]() int {
	var one T
	return int(unsafe.Sizeof(one))
}

// room returns an empty slice with room for n elements, s itself where it has it.
func room[T any](s []T, n int) []T {
	if cap(s) >= n {
		return s[:0]
	}
	return make([]T, 0, n)
}

// A slab hands out pieces of one slice. What it has no room for is allocated,
// and the next page finds a slab that would have sufficed.
type slab[T any] struct {
	all  []T
	used int // elements handed out, and those there was no room for
	want int // elements that would have sufficed; they are allocated once any are asked for
}

// take returns n zero elements that can grow only by being copied.
func (s *slab[T]) take(n int) []T {
	if s.want > 0 {
		s.all, s.want = make([]T, s.want), 0
	}
	from := s.used
	s.used += n
	if s.used > len(s.all) {
		return make([]T, n)
	}
	return s.all[from:s.used:s.used]
}

// reset takes all pieces back and returns how many bytes the slab holds, or will.
func (s *slab[T]) reset() int {
	if s.used > len(s.all) {
		s.all, s.want = nil, s.used+s.used/4
	} else {
		clear(s.all[:s.used])
	}
	s.used = 0
	return sizeOfAll(s.all) + s.want*sizeOfOne[T]()
}

// scratch is the workspace of the page.
func (p *page) scratch() *workspace {
	if p.ws == nil {
		p.ws = new(workspace)
	}
	return p.ws
}
