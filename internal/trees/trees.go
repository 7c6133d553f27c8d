// Package trees evaluates boosted decision trees. A model is flat arrays, read
// from a small binary file; evaluating it needs no memory and no library.
//
// The file is little-endian: the magic "nptrees2"; the length of a JSON note
// and the note (what the model was made from); the number of features, of
// trees and of nodes as uint32, the base score as float32; per tree the index
// of its root as uint32; then the nodes' columns one after the other: feature
// (uint16, 0xFFFF for a leaf), threshold (float32), left child (uint16, from
// the root; the right child follows it), value (float32: what a leaf adds, for
// a split the mean of the leaves below it, weighted by the training rows that
// reach them).
package trees

import (
	"encoding/binary"
	"errors"
	"math"
)

// A Model is a set of trees whose values are added up. It is only read after Load.
type Model struct {
	Note     []byte // JSON: what the model was made from
	Features int    // the length of a row
	Base     float32

	roots []uint32
	nodes []node
	means []float32 // by node: what it adds, or the mean of the leaves below it
}

// A node is eight bytes, so that a model of some thousand nodes stays in the nearest cache.
type node struct {
	feature uint16
	left    uint16
	value   float32 // of a split its threshold, of a leaf what it adds
}

const leaf = 0xFFFF

const magic = "nptrees2"

// ErrFormat means that the bytes are no model.
var ErrFormat = errors.New("trees: not a model file")

// Load reads a model. It checks every index, so that evaluating a loaded model cannot fail.
func Load(data []byte) (*Model, error) {
	r := reader{data: data}
	if string(r.bytes(len(magic))) != magic {
		return nil, ErrFormat
	}
	m := &Model{}
	m.Note = r.bytes(int(r.uint32()))
	m.Features = int(r.uint32())
	trees, nodes := int(r.uint32()), int(r.uint32())
	m.Base = r.float32()
	if r.failed || trees > len(data) || nodes > len(data) || m.Features > leaf {
		return nil, ErrFormat
	}
	m.roots = make([]uint32, trees)
	for i := range m.roots {
		m.roots[i] = r.uint32()
	}
	m.nodes = make([]node, nodes)
	for i := range m.nodes {
		m.nodes[i].feature = r.uint16()
	}
	for i := range m.nodes {
		m.nodes[i].value = r.float32()
	}
	for i := range m.nodes {
		m.nodes[i].left = r.uint16()
	}
	m.means = make([]float32, nodes)
	for i := range m.means {
		m.means[i] = r.float32()
		if m.nodes[i].feature == leaf {
			m.nodes[i].value = m.means[i]
		}
	}
	if r.failed || !m.sound() {
		return nil, ErrFormat
	}
	return m, nil
}

// sound checks that children come after their parents and within the nodes.
func (m *Model) sound() bool {
	for i, root := range m.roots {
		end := uint32(len(m.nodes))
		if i+1 < len(m.roots) {
			end = m.roots[i+1]
		}
		if root >= end || end > uint32(len(m.nodes)) {
			return false
		}
		for k, n := range m.nodes[root:end] {
			if n.feature == leaf {
				continue
			}
			if int(n.feature) >= m.Features || int(n.left) <= k || root+uint32(n.left)+1 >= end {
				return false
			}
		}
	}
	return true
}

// Margin is the sum over the trees for a row of m.Features numbers.
func (m *Model) Margin(row []float32) float32 {
	return m.sum(m.Base, row, m.roots)
}

// A Gate is where a row is given up: the first Trees trees add up to less than Floor.
type Gate struct {
	Trees int
	Floor float32
}

// MarginAbove is Margin, but gives up early on rows that are hopeless: where the
// trees before a gate add up to less than its floor, their sum is returned.
// Boosted trees say most of what they say in the first few. The gates are in
// the order of their trees.
func (m *Model) MarginAbove(row []float32, gates []Gate) float32 {
	sum, done := m.Base, 0
	for _, g := range gates {
		upTo := min(g.Trees, len(m.roots))
		sum = m.sum(sum, row, m.roots[done:upTo])
		if done = upTo; sum < g.Floor {
			return sum
		}
	}
	return m.sum(sum, row, m.roots[done:])
}

func (m *Model) sum(sum float32, row []float32, roots []uint32) float32 {
	row = row[:m.Features]
	for _, root := range roots {
		n := m.nodes[root]
		for n.feature != leaf {
			next := root + uint32(n.left)
			if !(row[n.feature] < n.value) {
				next++
			}
			n = m.nodes[next]
		}
		sum += n.value
	}
	return sum
}

// Explain adds to effects, one a feature, how far each moved the margin: along
// each tree's path, the change of the mean below from a split to the child taken.
func (m *Model) Explain(row, effects []float32) {
	for _, root := range m.roots {
		at := root
		for m.nodes[at].feature != leaf {
			n := m.nodes[at]
			next := root + uint32(n.left)
			if !(row[n.feature] < n.value) {
				next++
			}
			effects[n.feature] += m.means[next] - m.means[at]
			at = next
		}
	}
}

// Logistic turns a margin into a probability.
func Logistic(margin float32) float32 {
	return float32(1 / (1 + math.Exp(-float64(margin))))
}

// A reader reads little-endian numbers; past the end it gives zeros and says so in failed.
type reader struct {
	data   []byte
	failed bool
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.failed, r.data = true, nil
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) uint32() uint32 {
	if b := r.bytes(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) uint16() uint16 {
	if b := r.bytes(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (r *reader) float32() float32 { return math.Float32frombits(r.uint32()) }
