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

// A node is eight bytes, so that a model of some thousand nodes stays in the
// nearest cache. A leaf is a split that always leads to itself: going on from it
// changes nothing, so that a walk through several trees at once need not ask.
type node struct {
	feature   uint16
	right     uint16  // how far on the right child is; the left one is right before it. 0 for a leaf
	threshold float32 // of a leaf -Inf: nothing is less
}

// leaf stands in a file for the feature of a leaf.
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
		m.nodes[i].threshold = r.float32()
	}
	left := make([]uint16, nodes)
	for i := range left {
		left[i] = r.uint16()
	}
	m.means = make([]float32, nodes)
	for i := range m.means {
		m.means[i] = r.float32()
	}
	if r.failed || !m.link(left) {
		return nil, ErrFormat
	}
	return m, nil
}

// link sets where the nodes' children are, given the left ones counted from
// their roots. It checks that they come after their parents and within the tree.
func (m *Model) link(left []uint16) bool {
	for i, root := range m.roots {
		end := uint32(len(m.nodes))
		if i+1 < len(m.roots) {
			end = m.roots[i+1]
		}
		if root >= end || end > uint32(len(m.nodes)) {
			return false
		}
		for k := range m.nodes[root:end] {
			at := root + uint32(k)
			n, child := &m.nodes[at], int(left[at])
			if n.feature == leaf {
				n.feature, n.threshold = 0, float32(math.Inf(-1))
				continue
			}
			right := child - k + 1
			if int(n.feature) >= m.Features || child <= k || root+uint32(child)+1 >= end || right > math.MaxUint16 {
				return false
			}
			n.right = uint16(right)
		}
	}
	return true
}

// Margin is the sum over the trees for a row of m.Features numbers.
func (m *Model) Margin(row []float32) float32 {
	return m.sum(m.Base, row, m.roots)
}

// A Gate is where a row may be settled: where the first Trees trees add up to
// less than Floor, or to more than Ceiling.
type Gate struct {
	Trees          int
	Floor, Ceiling float32
	Below, Above   float32 // what a row beyond them comes to in the end, on average
}

// GatedMargin is Margin, but ends early on rows that a gate settles: boosted
// trees say most of what they say in the first few. The gates are in the order
// of their trees.
func (m *Model) GatedMargin(row []float32, gates []Gate) float32 {
	sum, done := m.Base, 0
	for _, g := range gates {
		upTo := min(g.Trees, len(m.roots))
		sum = m.sum(sum, row, m.roots[done:upTo])
		done = upTo
		switch {
		case sum < g.Floor:
			return g.Below
		case sum > g.Ceiling:
			return g.Above
		}
	}
	return m.sum(sum, row, m.roots[done:])
}

// sum walks through four trees at once: a step has to wait for the one before,
// and which child it takes cannot be foreseen, but the trees do not wait for
// each other.
func (m *Model) sum(sum float32, row []float32, roots []uint32) float32 {
	row = row[:m.Features]
	nodes := m.nodes
	for ; len(roots) >= 4; roots = roots[4:] {
		a, b, c, d := roots[0], roots[1], roots[2], roots[3]
		for {
			na, nb, nc, nd := nodes[a], nodes[b], nodes[c], nodes[d]
			if na.right|nb.right|nc.right|nd.right == 0 {
				break
			}
			a += uint32(na.right) - less(row[na.feature], na.threshold)
			b += uint32(nb.right) - less(row[nb.feature], nb.threshold)
			c += uint32(nc.right) - less(row[nc.feature], nc.threshold)
			d += uint32(nd.right) - less(row[nd.feature], nd.threshold)
		}
		sum = sum + m.means[a] + m.means[b] + m.means[c] + m.means[d]
	}
	for _, at := range roots {
		for m.nodes[at].right != 0 {
			at = m.step(at, row)
		}
		sum += m.means[at]
	}
	return sum
}

// step goes from a split to one of its children.
func (m *Model) step(at uint32, row []float32) uint32 {
	n := m.nodes[at]
	return at + uint32(n.right) - less(row[n.feature], n.threshold)
}

// less is 1 where x < y, else 0. It compiles to no jump.
func less(x, y float32) uint32 {
	var n uint32
	if x < y {
		n = 1
	}
	return n
}

// Explain adds to effects, one a feature, how far each moved the margin: along
// each tree's path, the change of the mean below from a split to the child taken.
func (m *Model) Explain(row, effects []float32) {
	for _, at := range m.roots {
		for m.nodes[at].right != 0 {
			next := m.step(at, row)
			effects[m.nodes[at].feature] += m.means[next] - m.means[at]
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
