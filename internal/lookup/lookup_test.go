package lookup

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTable(t *testing.T) {
	m := map[string]int{"": 8, "a": 1, "ab": 2, "abc": 3, "abcd": 4, "abcdefgh": 5, "abcdefghi": 6, strings.Repeat("x", 300): 7}
	table := New(m)
	for key, want := range m {
		got, ok := table.GetString(key)
		require.True(t, ok, key)
		require.Equal(t, want, got, key)
		got, ok = table.Get([]byte(key))
		require.True(t, ok, key)
		require.Equal(t, want, got, key)
	}
	for _, key := range []string{"b", "ba", "abd", "abce", "abcdefgi", "abcdefghj", "\x00", strings.Repeat("x", 299), strings.Repeat("x", 301)} {
		got, ok := table.GetString(key)
		require.False(t, ok, key)
		require.Zero(t, got, key)
	}
}

func TestEmptyTable(t *testing.T) {
	for _, table := range []*Table[int]{New[int](nil), {}} {
		for _, key := range []string{"", "a"} {
			_, ok := table.GetString(key)
			require.False(t, ok)
		}
	}
}

// The hash tells texts apart that differ little, and spreads them: most stand in
// the first place that is looked at.
func TestHash(t *testing.T) {
	m, hashes := map[string]int{}, map[uint64]string{}
	add := func(key string) {
		m[key] = len(m)
		h := hash([]byte(key))
		require.NotZero(t, h)
		if other, ok := hashes[h]; ok {
			require.Equal(t, other, key)
		}
		hashes[h] = key
	}
	for i := range 30_000 {
		add(fmt.Sprint("key ", i))
		add(fmt.Sprint(i))
		add(fmt.Sprint(i, " and a long text behind it"))
		add(fmt.Sprint("a long text before ", i, " and another behind it"))
	}
	for n := range 100 {
		add(strings.Repeat("\x00", n))
		add(strings.Repeat("a", n))
	}
	table := New(m)
	steps := 0
	for key := range m {
		h := hash([]byte(key))
		for i := h >> table.shift; table.slots[i].hash != h; i = (i + 1) % uint64(len(table.slots)) {
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
			m[key] = i
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
