package trees

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A testNode is a node of a model written by hand.
type testNode struct {
	feature   uint16
	threshold float32
	left      uint16
	value     float32
}

// file writes a model file.
func file(note string, features int, base float32, roots []uint32, nodes []testNode) []byte {
	le := binary.LittleEndian
	out := []byte(magic)
	out = le.AppendUint32(out, uint32(len(note)))
	out = append(out, note...)
	out = le.AppendUint32(out, uint32(features))
	out = le.AppendUint32(out, uint32(len(roots)))
	out = le.AppendUint32(out, uint32(len(nodes)))
	out = le.AppendUint32(out, math.Float32bits(base))
	for _, r := range roots {
		out = le.AppendUint32(out, r)
	}
	for _, n := range nodes {
		out = le.AppendUint16(out, n.feature)
	}
	for _, n := range nodes {
		out = le.AppendUint32(out, math.Float32bits(n.threshold))
	}
	for _, n := range nodes {
		out = le.AppendUint16(out, n.left)
	}
	for _, n := range nodes {
		out = le.AppendUint32(out, math.Float32bits(n.value))
	}
	return out
}

// twoTrees is a model of two trees over three features:
//
//	x0 < 1 ? -1 : (x2 < 5 ? 0.5 : 2)   and   x1 < 0 ? 0.25 : -0.25
func twoTrees() []byte {
	return file(`{"made_from":"hand"}`, 3, 0.125, []uint32{0, 5}, []testNode{
		{0, 1, 1, 0.5},
		{leaf, 0, 0, -1},
		{2, 5, 3, 1},
		{leaf, 0, 0, 0.5},
		{leaf, 0, 0, 2},
		{1, 0, 1, 0.0625},
		{leaf, 0, 0, 0.25},
		{leaf, 0, 0, -0.25},
	})
}

func TestMargin(t *testing.T) {
	m, err := Load(twoTrees())
	require.NoError(t, err)
	assert.JSONEq(t, `{"made_from":"hand"}`, string(m.Note))
	assert.Equal(t, 3, m.Features)
	nan := float32(math.NaN())
	for _, c := range []struct {
		name string
		row  []float32
		want float32
	}{
		{"left, left", []float32{0, -1, 9}, 0.125 - 1 + 0.25},
		{"right then left", []float32{2, -1, 4}, 0.125 + 0.5 + 0.25},
		{"right then right", []float32{2, 3, 6}, 0.125 + 2 - 0.25},
		{"a threshold itself goes right", []float32{1, 0, 5}, 0.125 + 2 - 0.25},
		{"no number goes right", []float32{nan, nan, nan}, 0.125 + 2 - 0.25},
		{"a longer row is cut", []float32{0, -1, 9, 77}, 0.125 - 1 + 0.25},
	} {
		assert.Equal(t, c.want, m.Margin(c.row), c.name)
	}
}

func TestExplain(t *testing.T) {
	m, err := Load(twoTrees())
	require.NoError(t, err)
	effects := make([]float32, 3)
	m.Explain([]float32{2, 3, 6}, effects)
	assert.Equal(t, []float32{1 - 0.5, -0.25 - 0.0625, 2 - 1}, effects)
	m.Explain([]float32{2, 3, 6}, effects)
	assert.Equal(t, float32(1), effects[0], "effects are added to what is there")
}

// TestExplainSumsToMargin: what the features moved, with the roots' means and the base, is the margin.
func TestExplainSumsToMargin(t *testing.T) {
	m, err := Load(twoTrees())
	require.NoError(t, err)
	const roots = 0.5 + 0.0625
	for _, x0 := range []float32{0, 1, 2} {
		for _, x1 := range []float32{-1, 0, 1} {
			for _, x2 := range []float32{4, 5, 6} {
				row, effects := []float32{x0, x1, x2}, make([]float32, 3)
				m.Explain(row, effects)
				sum := m.Base + roots + effects[0] + effects[1] + effects[2]
				assert.InDelta(t, m.Margin(row), sum, 1e-6, "row %v", row)
			}
		}
	}
}

func TestLoadRejectsEveryTruncation(t *testing.T) {
	data := twoTrees()
	for n := range data {
		_, err := Load(data[:n])
		require.ErrorIs(t, err, ErrFormat, "the first %d bytes of %d", n, len(data))
	}
	_, err := Load(nil)
	require.ErrorIs(t, err, ErrFormat)
}

func TestLoadRejectsBrokenFiles(t *testing.T) {
	split := []testNode{{0, 1, 1, 0}, {leaf, 0, 0, -1}, {leaf, 0, 0, 1}}
	with := func(change func(n []testNode)) []testNode {
		n := append([]testNode(nil), split...)
		change(n)
		return n
	}
	one := []uint32{0}
	_, err := Load(file("{}", 1, 0, one, split))
	require.NoError(t, err, "the file that the others are changed from")
	for name, data := range map[string][]byte{
		"another magic":                append([]byte("nptrees1"), file("{}", 1, 0, one, split)[8:]...),
		"a feature beyond the row":     file("{}", 1, 0, one, with(func(n []testNode) { n[0].feature = 1 })),
		"a child that is the parent":   file("{}", 1, 0, one, with(func(n []testNode) { n[0].left = 0 })),
		"a child beyond the nodes":     file("{}", 1, 0, one, with(func(n []testNode) { n[0].left = 2 })),
		"a child far beyond the nodes": file("{}", 1, 0, one, with(func(n []testNode) { n[0].left = 0xFFFE })),
		"a child too far away":         file("{}", 1, 0, one, append([]testNode{{0, 1, 0xFFFF, 0}}, slices.Repeat([]testNode{{leaf, 0, 0, 1}}, 0x10000)...)),
		"a root beyond the nodes":      file("{}", 1, 0, []uint32{3}, split),
		"roots out of order":           file("{}", 1, 0, []uint32{2, 0}, split),
		"two trees with one root":      file("{}", 1, 0, []uint32{0, 0}, split),
		"a tree that reaches into the next": file("{}", 1, 0, []uint32{0, 2},
			split),
		"too many features": file("{}", leaf+1, 0, one, split),
		"a note that is longer than the file": func() []byte {
			d := file("{}", 1, 0, one, split)
			binary.LittleEndian.PutUint32(d[len(magic):], 0xFFFFFFFF)
			return d
		}(),
		"more trees than bytes": func() []byte {
			d := file("{}", 1, 0, one, split)
			binary.LittleEndian.PutUint32(d[len(magic)+4+2+4:], 0xFFFFFFFF)
			return d
		}(),
		"more nodes than bytes": func() []byte {
			d := file("{}", 1, 0, one, split)
			binary.LittleEndian.PutUint32(d[len(magic)+4+2+8:], 0x7FFFFFFF)
			return d
		}(),
	} {
		_, err := Load(data)
		assert.ErrorIs(t, err, ErrFormat, name)
	}
}

func TestModelWithoutTrees(t *testing.T) {
	m, err := Load(file("", 2, 0.5, nil, nil))
	require.NoError(t, err)
	assert.Equal(t, float32(0.5), m.Margin([]float32{1, 2}))
}

func TestLogistic(t *testing.T) {
	assert.Equal(t, float32(0.5), Logistic(0))
	assert.InDelta(t, 0.880797, Logistic(2), 1e-6)
	assert.InDelta(t, 1, Logistic(3)+Logistic(-3), 1e-6)
	assert.Equal(t, float32(1), Logistic(1000))
	assert.Equal(t, float32(0), Logistic(-1000))
}

func TestEvaluatingNeedsNoMemory(t *testing.T) {
	m, err := Load(twoTrees())
	require.NoError(t, err)
	row, effects := []float32{2, 3, 6}, make([]float32, 3)
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		m.Margin(row)
		m.Explain(row, effects)
	}))
}

// plainMargin is Margin, a tree after the other.
func plainMargin(m *Model, row []float32) float32 {
	sum := m.Base
	for _, at := range m.roots {
		for n := m.nodes[at]; n.right != 0; n = m.nodes[at] {
			at += uint32(n.right)
			if row[n.feature] < n.threshold {
				at--
			}
		}
		sum += m.means[at]
	}
	return sum
}

// TestTreesAtOnce: walking through four trees at once gives what their plain walk gives.
func TestTreesAtOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	odd := []float32{0, -1, float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.NaN())}
	for count := range 11 {
		var roots []uint32
		var nodes []testNode
		for range count {
			roots = append(roots, uint32(len(nodes)))
			size := 1 + 2*r.IntN(12)
			for k := 0; k < size; k++ { // the k-th split has the leaves or splits 2k+1 and 2k+2
				n := testNode{leaf, 0, 0, r.Float32()}
				if 2*k+2 < size {
					n = testNode{uint16(r.IntN(3)), r.Float32(), uint16(2*k + 1), 0}
				}
				nodes = append(nodes, n)
			}
		}
		m, err := Load(file("", 3, 0.5, roots, nodes))
		require.NoError(t, err)
		for range 200 {
			row := []float32{r.Float32(), r.Float32(), odd[r.IntN(len(odd))]}
			require.Equal(t, plainMargin(m, row), m.Margin(row), "%d trees, row %v", count, row)
		}
	}
}

// FuzzLoad: whatever is loaded can be evaluated, and ends.
func FuzzLoad(f *testing.F) {
	f.Add(twoTrees())
	f.Add(file("", 0, 0, nil, nil))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Load(data)
		if err != nil {
			if m != nil {
				t.Fatal("an error and a model")
			}
			return
		}
		row := make([]float32, m.Features)
		effects := make([]float32, m.Features)
		a := m.Margin(row)
		if b := m.Margin(row); a != b && a == a {
			t.Fatalf("margins %v and %v of one row", a, b)
		}
		m.Explain(row, effects)
	})
}

// TestGatedMargin: a row is settled at the first gate that it does not pass.
func TestGatedMargin(t *testing.T) {
	m, err := Load(twoTrees())
	require.NoError(t, err)
	low, high := []float32{0, -1, 9}, []float32{2, -1, 6}
	for _, c := range []struct {
		name  string
		row   []float32
		gates []Gate
		want  float32
	}{
		{"no gate", low, nil, 0.125 - 1 + 0.25},
		{"stopped", low, []Gate{{1, -0.5, 9, -7, 10}}, -7},
		{"passes", high, []Gate{{1, -0.5, 9, -7, 10}}, 0.125 + 2 + 0.25},
		{"passes one, stopped at the next", low, []Gate{{1, -1, 9, -7, 10}, {2, 0, 9, -8, 10}}, -8},
		{"above a ceiling", high, []Gate{{1, -0.5, 2, -7, 3}}, 3},
		{"at a ceiling", high, []Gate{{1, -0.5, 2.125, -7, 3}}, 0.125 + 2 + 0.25},
		{"a gate beyond the trees", high, []Gate{{9, -100, 100, -101, 101}}, 0.125 + 2 + 0.25},
	} {
		assert.Equal(t, c.want, m.GatedMargin(c.row, c.gates), c.name)
	}
}

// BenchmarkMargin evaluates the project's model for rows of which nothing can be foreseen.
func BenchmarkMargin(b *testing.B) {
	data, err := os.ReadFile("../../body.model")
	require.NoError(b, err)
	m, err := Load(data)
	require.NoError(b, err)
	r := rand.New(rand.NewPCG(1, 2))
	rows := make([][]float32, 256)
	for i := range rows {
		rows[i] = make([]float32, m.Features)
		for k := range rows[i] {
			rows[i][k] = float32(r.ExpFloat64())
		}
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Margin(rows[i%len(rows)])
	}
}
