package lookup

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTable(t *testing.T) {
	m := map[string]int{"a": 1, "ab": 2, "abc": 3, "abcd": 4, "abcdefgh": 5, "abcdefghi": 6, strings.Repeat("x", MaxKey): 7}
	table := New(m)
	for key, want := range m {
		got, ok := table.GetString(key)
		require.True(t, ok, key)
		require.Equal(t, want, got, key)
		got, ok = table.Get([]byte(key))
		require.True(t, ok, key)
		require.Equal(t, want, got, key)
	}
	for _, key := range []string{"", "b", "ba", "abd", "abce", "abcdefgi", "abcdefghj", strings.Repeat("x", MaxKey-1), strings.Repeat("x", MaxKey+1)} {
		got, ok := table.GetString(key)
		require.False(t, ok, key)
		require.Zero(t, got, key)
	}
}

func TestEmptyTable(t *testing.T) {
	for _, table := range []*Table[int]{New[int](nil), {}} {
		_, ok := table.GetString("a")
		require.False(t, ok)
	}
}

func TestKeysOfOneTag(t *testing.T) {
	table := New(map[string]int{"one": 1})
	h := hash([]byte("other"))
	table.slots[h>>table.shift] = table.slots[hash([]byte("one"))>>table.shift]
	table.slots[h>>table.shift].tag = uint32(h)
	_, ok := table.GetString("other")
	require.False(t, ok)
}

func TestNewPanics(t *testing.T) {
	require.PanicsWithValue(t, "lookup: a key of 0 bytes", func() { New(map[string]int{"": 1}) })
	require.PanicsWithValue(t, "lookup: a key of 256 bytes", func() { New(map[string]int{strings.Repeat("x", 256): 1}) })
	many := map[string]int{}
	for i := range 70_000 {
		many[fmt.Sprintf("%0240d", i)] = i
	}
	require.PanicsWithValue(t, "lookup: 16800000 bytes of keys", func() { New(many) })
}

// The hash spreads keys that differ little: most stand in the first place looked at.
func TestSpread(t *testing.T) {
	m := map[string]int{}
	for i := range 10_000 {
		m[fmt.Sprint("key ", i)] = i
		m[fmt.Sprint(i)] = i
	}
	table := New(m)
	steps := 0
	for key := range m {
		h := hash([]byte(key))
		for i := h >> table.shift; table.slots[i].tag != uint32(h); i = (i + 1) % uint64(len(table.slots)) {
			steps++
		}
	}
	require.Less(t, float64(steps)/float64(len(m)), 0.6)
}

func FuzzTable(f *testing.F) {
	f.Add("a b abc abcdefgh abcdefghijkl", "abc")
	f.Fuzz(func(t *testing.T, keys, asked string) {
		m := map[string]int{}
		for i, key := range strings.Fields(keys) {
			if len(key) <= MaxKey {
				m[key] = i
			}
		}
		table := New(m)
		for _, key := range append(strings.Fields(keys), asked, "") {
			want, known := m[key]
			got, ok := table.Get([]byte(key))
			require.Equal(t, known, ok)
			require.Equal(t, want, got)
			got, ok = table.GetString(key)
			require.Equal(t, known, ok)
			require.Equal(t, want, got)
		}
	})
}

func BenchmarkGet(b *testing.B) {
	m := map[string]int{}
	for i := range 40_000 {
		m[fmt.Sprint("a phrase ", i)] = i
	}
	table, keys := New(m), [][]byte{[]byte("a phrase 1"), []byte("a phrase 39999"), []byte("no phrase"), []byte("x")}
	b.Run("table", func(b *testing.B) {
		for b.Loop() {
			for _, key := range keys {
				table.Get(key)
			}
		}
	})
	b.Run("map", func(b *testing.B) {
		n := 0
		for b.Loop() {
			for _, key := range keys {
				n += m[string(key)]
			}
		}
	})
}
