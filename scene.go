package newspage

import (
	"golang.org/x/net/html/atom"
)

// This file measures a page as a whole, before single blocks are judged: how
// much prose each container holds, which container holds the best of it, which
// blocks are marked up alike. Everything is a sum over the sequence of blocks,
// so that each block and each container is touched a fixed number of times.

// A scene is what the features of single blocks are read from.
type scene struct {
	rd     *reading
	text   []int32   // indices of the text blocks, in order
	good   []bool    // by position in text: running prose by itself
	sums   []totals  // prefix sums over all blocks: sums[i] is blocks[:i]
	scores []float32 // readability score by box, link density taken off
	best   int32     // the box with the highest score
	half   int32     // the innermost box with half of the page's good words
	most   int32     // ... with 85 % of them
	lca    [3][]int32
	tags   []int32 // group number of the path of tags, by box with text of its own
	like   [3][]int32
	groups [4][]totals // by group number: blocks of one signature (self; with parent; with grandparent) and of one tag path
	alike  []int32     // by box: children of its parent with its signature
	total  totals

	firstGood, lastGood int32 // positions in text, -1 where there is none
}

// totals are sums over blocks.
type totals struct {
	blocks, paras, words, good, goodBlocks, bytes, linkBytes, commas, images float32
}

func (t *totals) add(u *totals) {
	t.blocks += u.blocks
	t.paras += u.paras
	t.words += u.words
	t.good += u.good
	t.goodBlocks += u.goodBlocks
	t.bytes += u.bytes
	t.linkBytes += u.linkBytes
	t.commas += u.commas
	t.images += u.images
}

func (t totals) minus(u *totals) totals {
	return totals{t.blocks - u.blocks, t.paras - u.paras, t.words - u.words, t.good - u.good, t.goodBlocks - u.goodBlocks, t.bytes - u.bytes, t.linkBytes - u.linkBytes, t.commas - u.commas, t.images - u.images}
}

// goodWords is how many words a block needs to count as running prose by itself.
const goodWords = 15

// survey measures the page.
func (rd *reading) survey() *scene {
	sc := &scene{rd: rd, firstGood: -1, lastGood: -1}
	sc.sumBlocks()
	sc.scoreBoxes()
	sc.findCentres()
	sc.groupBoxes()
	sc.sumGroups()
	return sc
}

func (sc *scene) sumBlocks() {
	rd := sc.rd
	ws := rd.scratch()
	sc.sums = ws.totals.take(len(rd.blocks) + 1)
	sc.text = ws.int32s.take(len(rd.blocks))[:0]
	sc.good = ws.bools.take(len(rd.blocks))[:0]
	for i := range rd.blocks {
		t := sc.sums[i]
		b := &rd.blocks[i]
		switch b.kind {
		case imageBlock:
			t.images++
		case textBlock:
			good := b.words >= goodWords && b.linkDensity() < 0.35 && (b.sentences > 0 || b.commas > 0)
			own := b.totals(good, rd.boxes[b.box].tag == atom.P)
			t.add(&own)
			if good {
				if sc.firstGood < 0 {
					sc.firstGood = int32(len(sc.text))
				}
				sc.lastGood = int32(len(sc.text))
			}
			sc.text = append(sc.text, int32(i))
			sc.good = append(sc.good, good)
		}
		sc.sums[i+1] = t
	}
	sc.total = sc.sums[len(rd.blocks)]
}

// totals are a text block's own sums.
func (b *block) totals(good, para bool) totals {
	t := totals{blocks: 1, words: float32(b.words), bytes: float32(len(b.text)), linkBytes: float32(b.linkBytes), commas: float32(b.commas)}
	if para {
		t.paras = 1
	}
	if good {
		t.good, t.goodBlocks = t.words, 1
	}
	return t
}

// in is the sum over the blocks inside a box.
func (sc *scene) in(b int32) totals {
	x := &sc.rd.boxes[b]
	return sc.sums[x.last].minus(&sc.sums[x.first])
}

// scoreBoxes gives each container the score that readability tools give it:
// its paragraphs' points, less at each level up, times what is no link.
func (sc *scene) scoreBoxes() {
	rd := sc.rd
	sc.scores = rd.scratch().floats.take(len(rd.boxes))
	for k, i := range sc.text {
		if !sc.good[k] {
			continue
		}
		b := &rd.blocks[i]
		points := 1 + float32(b.commas) + min(float32(b.chars)/100, 3)
		at := b.box
		if at > 0 && rd.boxes[at].tag != atom.Div && rd.boxes[at].tag != atom.Section && rd.boxes[at].tag != atom.Article {
			at = rd.boxes[at].parent
		}
		for level := 0; level < 5 && at >= 0; level++ {
			sc.scores[at] += points * levelShare[level]
			at = rd.boxes[at].parent
		}
	}
	for b := range sc.scores {
		if sc.scores[b] > 0 {
			t := sc.in(int32(b))
			sc.scores[b] *= 1 - ratio(t.linkBytes, t.bytes)
		}
		if sc.scores[b] > sc.scores[sc.best] {
			sc.best = int32(b)
		}
	}
}

var levelShare = [5]float32{1, 0.5, 1.0 / 6, 1.0 / 9, 1.0 / 12}

// findCentres finds the containers that distances are measured to.
func (sc *scene) findCentres() {
	rd := sc.rd
	for b := range rd.boxes {
		good := sc.in(int32(b)).good
		if good >= 0.5*sc.total.good && rd.boxes[b].depth >= rd.boxes[sc.half].depth {
			sc.half = int32(b)
		}
		if good >= 0.85*sc.total.good && rd.boxes[b].depth >= rd.boxes[sc.most].depth {
			sc.most = int32(b)
		}
	}
	for k, centre := range [3]int32{sc.best, sc.half, sc.most} {
		sc.lca[k] = sc.depthsOfMeeting(centre)
	}
}

// depthsOfMeeting is, by box, the depth of the innermost box around both it and the centre.
func (sc *scene) depthsOfMeeting(centre int32) []int32 {
	boxes := sc.rd.boxes
	ws := sc.rd.scratch()
	meet := ws.int32s.take(len(boxes))
	around := ws.bools.take(len(boxes))
	for b := centre; b >= 0; b = boxes[b].parent {
		around[b] = true
	}
	for b := range boxes {
		if around[b] {
			meet[b] = boxes[b].depth
		} else if p := boxes[b].parent; p >= 0 {
			meet[b] = meet[p]
		}
	}
	return meet
}

// groupBoxes numbers the containers with text of their own that are marked up alike.
func (sc *scene) groupBoxes() {
	boxes := sc.rd.boxes
	n := len(boxes)
	ws := sc.rd.scratch()
	path := ws.keys.take(n)
	siblings := interner{ws: ws}
	ids := [4]interner{siblings, siblings, siblings, siblings}
	for k := range sc.like {
		sc.like[k] = ws.int32s.take(n)
	}
	sc.tags = ws.int32s.take(n)
	sib := ws.int32s.take(n)
	counts := ws.int32s.take(n)
	holds := ws.bools.take(n) // text of its own: only these are asked for
	for _, i := range sc.text {
		holds[sc.rd.blocks[i].box] = true
	}
	for b := range boxes {
		x := &boxes[b]
		own := uint64(uint32(x.sig)) + 1
		var up, upup uint64
		if p := x.parent; p >= 0 {
			path[b] = mix(path[p], uint64(x.tag))
			up = uint64(uint32(boxes[p].sig)) + 1
			if g := boxes[p].parent; g >= 0 {
				upup = uint64(uint32(boxes[g].sig)) + 1
			}
		}
		sib[b] = siblings.id(mix(mix(5, own), uint64(x.parent+1)))
		counts[sib[b]]++
		if !holds[b] {
			continue
		}
		sc.like[0][b] = ids[0].id(mix(1, own))
		sc.like[1][b] = ids[1].id(mix(mix(2, own), up))
		sc.like[2][b] = ids[2].id(mix(mix(mix(3, own), up), upup))
		sc.tags[b] = ids[3].id(mix(path[b], 4))
	}
	sc.alike = sib
	for b := range sib {
		sib[b] = counts[sib[b]]
	}
	for k := range sc.groups {
		sc.groups[k] = ws.totals.take(int(ids[k].n))
	}
}

func (sc *scene) sumGroups() {
	rd := sc.rd
	for k, i := range sc.text {
		b := &rd.blocks[i]
		own := b.totals(sc.good[k], rd.boxes[b.box].tag == atom.P)
		sc.groups[0][sc.like[0][b.box]].add(&own)
		sc.groups[1][sc.like[1][b.box]].add(&own)
		sc.groups[2][sc.like[2][b.box]].add(&own)
		sc.groups[3][sc.tags[b.box]].add(&own)
	}
}

// ratio is a/b, 0 where b is 0.
func ratio(a, b float32) float32 {
	if b == 0 {
		return 0
	}
	return a / b
}

// mix hashes two numbers into one (the finaliser of MurmurHash3 over a product).
func mix(a, b uint64) uint64 {
	h := (a^0x9e3779b97f4a7c15)*0xff51afd7ed558ccd + b
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>29
}

// An interner numbers hashes in the order they come. It is an open table that
// grows with what it holds: most pages have few keys, however many blocks.
type interner struct {
	keys []uint64
	ids  []int32
	n    int32
	ws   *workspace // where its table stands; nil: by itself
}

const leastKeys = 64

func (in *interner) id(key uint64) int32 {
	if 2*int(in.n) >= len(in.keys) {
		in.grow()
	}
	key |= 1 // 0 marks an empty place
	mask := uint64(len(in.keys) - 1)
	for at := key >> 7 & mask; ; at = (at + 1) & mask {
		switch in.keys[at] {
		case key:
			return in.ids[at]
		case 0:
			in.keys[at] = key
			in.ids[at] = in.n
			in.n++
			return in.ids[at]
		}
	}
}

// expect makes room for n keys at once, in an interner that has none yet.
func (in *interner) expect(n int) {
	size := leastKeys
	for size < 2*n {
		size *= 2
	}
	in.resize(size)
}

// grow makes room for four times as many keys.
func (in *interner) grow() { in.resize(max(4*len(in.keys), leastKeys)) }

func (in *interner) resize(size int) {
	keys, ids := in.keys, in.ids
	if in.ws != nil {
		in.keys, in.ids = in.ws.keys.take(size), in.ws.int32s.take(size)
	} else {
		in.keys, in.ids = make([]uint64, size), make([]int32, size)
	}
	mask := uint64(size - 1)
	for i, key := range keys {
		if key == 0 {
			continue
		}
		at := key >> 7 & mask
		for in.keys[at] != 0 {
			at = (at + 1) & mask
		}
		in.keys[at], in.ids[at] = key, ids[i]
	}
}

// find is the number of a key, if it was numbered.
func (in *interner) find(key uint64) (int32, bool) {
	key |= 1
	if len(in.keys) == 0 {
		return 0, false
	}
	mask := uint64(len(in.keys) - 1)
	for at := key >> 7 & mask; in.keys[at] != 0; at = (at + 1) & mask {
		if in.keys[at] == key {
			return in.ids[at], true
		}
	}
	return 0, false
}
