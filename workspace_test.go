package newspage

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWorkspaceIsAsNew reads all test pages one after the other in one
// workspace, there and back: each gives what it gives in a workspace of its own.
func TestWorkspaceIsAsNew(t *testing.T) {
	pages := testPages(t)
	ws := new(workspace)
	read := func(path string, ws *workspace) string {
		doc, err := decode(bytes.NewReader(readPageFile(t, path)), &Options{})
		require.NoError(t, err)
		rd, err := ws.newReading(doc, &Options{})
		require.NoError(t, err)
		rd.model, rd.pageModel = bodyModel(), pageModel()
		article, _ := rd.read(&Options{})
		ws.forget() // before the Article is looked at: nothing of it may stand there
		data, err := json.Marshal(article)
		require.NoError(t, err)
		return string(data)
	}
	want := make([]string, len(pages))
	for i, path := range pages {
		want[i] = read(path, new(workspace))
	}
	for i := range pages {
		assert.Equal(t, want[i], read(pages[i], ws), pages[i])
	}
	for i := len(pages) - 1; i >= 0; i-- {
		assert.Equal(t, want[i], read(pages[i], ws), pages[i])
	}
}

func TestWorkspaceForgetsThePage(t *testing.T) {
	ws := new(workspace)
	rd, err := ws.newReading(&document{root: parsePage(t, `<p class=a><a href=/x>word</a><img src=a.jpg><time>1</time><p>more`)}, &Options{})
	require.NoError(t, err)
	newFeaturizer(rd.survey())
	require.NotEmpty(t, ws.blocks)
	assert.Positive(t, ws.forget())
	assert.Empty(t, ws.classes)
	for _, b := range ws.blocks[:cap(ws.blocks)] {
		assert.Zero(t, b)
	}
	for _, b := range ws.boxes[:cap(ws.boxes)] {
		assert.Zero(t, b)
	}
	for _, f := range ws.stack[:cap(ws.stack)] {
		assert.Zero(t, f)
	}
	for _, l := range ws.links[:cap(ws.links)] {
		assert.Zero(t, l)
	}
	for _, n := range ws.int32s.all {
		assert.Zero(t, n)
	}
}

func TestSlab(t *testing.T) {
	var s slab[int32]
	a := s.take(3)
	a[0], a[2] = 1, 2
	assert.Positive(t, s.reset(), "the next page finds room")
	b, c := s.take(2), s.take(1)
	assert.Equal(t, []int32{0, 0}, b)
	assert.Equal(t, []int32{0, 0, 7}, append(b, 7))
	assert.Equal(t, []int32{0}, c, "what grows does not grow into its neighbour")
	c[0] = 5
	s.reset()
	assert.Equal(t, []int32{0, 0, 0}, s.take(3))
	assert.Len(t, s.take(100), 100, "more than there is room for")
}

// TestHugePagesKeepNoMemory: what one page of 16 MB took is not kept for the next.
func TestHugePagesKeepNoMemory(t *testing.T) {
	ws := new(workspace)
	page := strings.Repeat("<p>one two three", 1<<20)
	_, err := ws.newReading(&document{root: parsePage(t, page), extent: extentOf(len(page))}, &Options{})
	require.NoError(t, err)
	assert.Greater(t, ws.forget(), maxKept)
}

// TestASmallPageShrinksWhatAHugeOneLeft: else every small page would pay for clearing it.
func TestASmallPageShrinksWhatAHugeOneLeft(t *testing.T) {
	ws := new(workspace)
	read := func(page string) {
		_, err := ws.newReading(&document{root: parsePage(t, page)}, &Options{})
		require.NoError(t, err)
		ws.forget()
	}
	read(strings.Repeat("<div><p>One <a href=/a>two</a></div>", 5000))
	assert.Greater(t, cap(ws.blocks), 4000, "kept for pages of its size")
	read("<p>One")
	assert.Less(t, cap(ws.blocks), 2000)
	assert.Less(t, cap(ws.boxes), 2000)
}

func TestRooms(t *testing.T) {
	var r rooms[int32]
	a := append(r.next(2), 1, 2)
	b := append(r.next(3), 3, 4, 5)
	assert.Equal(t, []int32{1, 2, 3, 4, 5}, append(slices.Clone(a), b...))
	assert.Equal(t, 4*5, r.reset())
	again := r.next(2)
	assert.Empty(t, again)
	assert.Equal(t, []int32{0, 0}, again[:cap(again)], "what stood there is forgotten")
	assert.Same(t, &a[:1][0], &again[:1][0], "the same room")
	assert.GreaterOrEqual(t, cap(r.next(100)), 100, "one that is too small is no room")
	assert.Equal(t, 4*102, r.reset())
	r.next(1)
	assert.Equal(t, 4*2, r.reset(), "what the last tree had no use for is not kept")
}

// TestHugeTreesKeepNoMemory: what the tree of one page of 16 MB took is not kept for the next.
func TestHugeTreesKeepNoMemory(t *testing.T) {
	doc, ok := parseTidy([]byte(strings.Repeat("<p>one two three", 1<<20)))
	require.True(t, ok)
	assert.Greater(t, doc.room.nodes.reset(), maxKept)
}

func TestTextRoom(t *testing.T) {
	var r textRoom
	var kept, want []string
	for i := range 2000 {
		s := strings.Repeat(strconv.Itoa(i), i%100)
		b := []byte(s)
		kept, want = append(kept, r.keep(b)), append(want, s)
		clear(b) // what was kept is a copy
	}
	assert.Equal(t, want, kept)
	assert.LessOrEqual(t, r.open.Cap(), textRoomSize, "a string keeps no more alive")
	assert.Zero(t, testing.AllocsPerRun(10, func() { r.keep([]byte("a")) }))
}
