package newspage

import (
	"fmt"

	"golang.org/x/net/html/atom"

	"github.com/newspage-go/newspage/internal/trees"
)

// This file says which blocks are the article's text: a small learned model
// judges each text block by its features, and a block that is body gets the
// role its container says it has.

const pTag = atom.P

// bodyThreshold is the probability from which a block is the article's text.
const bodyThreshold = 0.55

// bodyGates are where a block is not judged further, and what it comes to then:
// what blocks beyond the gate come to on average. Of the 196,000 blocks that the
// cross-validation's models judged, 14 come to stand on the other side of
// bodyThreshold, and less than half of the trees are walked through. The floors leave
// more room than that takes: where all of a page is in one link, its text is judged late.
var bodyGates = []trees.Gate{
	{Trees: 8, Floor: -1.2, Below: -4.3, Ceiling: 9, Above: 9},
	{Trees: 16, Floor: -9, Below: -9, Ceiling: 1.59, Above: 4.5},
	{Trees: 24, Floor: -2.7, Below: -4.5, Ceiling: 2.17, Above: 4.3},
	{Trees: 32, Floor: -2.7, Below: -3.9, Ceiling: 1.95, Above: 3.5},
	{Trees: 44, Floor: -2.4, Below: -3.3, Ceiling: 1.77, Above: 2.9},
	{Trees: 60, Floor: -1.6, Below: -2.4, Ceiling: 1.47, Above: 2.3},
}

// classifyBody gives the blocks of the article's text their body roles.
func classifyBody(rd *reading) {
	if rd.applyBody() {
		return
	}
	f := newFeaturizer(rd.survey())
	w := rowWriter{row: make(featureRow, numFeatures)}
	for k, i := range f.text {
		b := &rd.blocks[i]
		if rd.isCrumb(b) || f.isFarFromText(b) {
			continue
		}
		w.n = 0
		f.write(&w, k)
		row := w.row
		b.probability = trees.Logistic(rd.model.GatedMargin(row, bodyGates))
		if rd.tracing && b.reason == "" {
			b.reason = rd.explain(b, row)
		}
		if b.role != boilerplate || b.removed || b.probability < bodyThreshold {
			continue
		}
		rd.giveBodyRole(int(i), b.reason)
	}
	if rd.bodyWords() < minArticleWords {
		rd.lookAgain(f.text)
	}
	rd.bound()
	for i := rd.first; i < rd.last; i++ {
		b := &rd.blocks[i]
		if b.kind == embedBlock && b.role == boilerplate && !b.removed && !rd.isAdSlot(b.box) {
			rd.claim(i, roleEmbed, "embedded within the text")
		}
	}
}

// maxAdWords is how many words say over a frame that it is an advertisement.
const maxAdWords = 4

// isAdSlot says whether a container is called one of advertisements and holds no text of the article.
func (rd *reading) isAdSlot(at int32) bool {
	x := &rd.boxes[at]
	return x.marks&markAd != 0 && rd.proseIn(x) <= maxAdWords
}

// A page where hardly anything is judged body is judged by its own measure: the
// blocks that come near its best one, if that is not hopeless.
const (
	leastLikely = 0.2 // probability of a page's best block
	nearBest    = 0.6 // of the best block's probability
)

// lookAgain gives the body role to the blocks that are most likely body on a page where none is likely.
func (rd *reading) lookAgain(text []int32) {
	best := float32(0)
	for _, i := range text {
		if b := &rd.blocks[i]; b.role == boilerplate && !b.removed && b.words >= goodWords {
			best = max(best, b.probability)
		}
	}
	if best < leastLikely {
		return
	}
	for _, i := range text {
		if b := &rd.blocks[i]; b.role == boilerplate && !b.removed && b.probability >= nearBest*best {
			rd.giveBodyRole(int(i), b.reason)
		}
	}
}

// isCrumb says whether a block is a short link in a menu, header or footer.
// Many of a page's blocks are, and leaving them out changed no figure for the worse.
func (rd *reading) isCrumb(b *block) bool {
	return b.words <= 5 && int(b.linkBytes) == len(b.text) && rd.boxes[b.box].in&(inNav|inHeader|inFooter) != 0
}

// maxFarWords is how many words a block has at most that is judged by where it stands alone.
const maxFarWords = 12

// isFarFromText says whether a short block stands in no container of the text
// and is marked up like no prose: no heading, no cell, no item without a link.
func (f *featurizer) isFarFromText(b *block) bool {
	x := &f.rd.boxes[b.box]
	if b.words > maxFarWords || x.in&(inHeading|inTable|inQuote) != 0 || x.tag == pTag && b.isBold() || x.in&inList != 0 && b.linkBytes == 0 || f.groups[2][f.like[2][b.box]].good > 0 {
		return false
	}
	at := b.box
	for range 4 {
		if p := f.rd.boxes[at].parent; p >= 0 {
			at = p
		}
	}
	return f.scores[at] < 0.05*f.scores[f.best]
}

// explain says how probable it is that the block is body, and the three features that moved it most.
func (rd *reading) explain(b *block, row []float32) string {
	effects := make([]float32, numFeatures)
	rd.model.Explain(row, effects)
	s := fmt.Sprintf("p=%.2f", b.probability)
	for range 3 {
		best := 0
		for i, e := range effects {
			if abs(e) > abs(effects[best]) {
				best = i
			}
		}
		s += fmt.Sprintf(" %s=%.3g(%+.1f)", featureNames()[best], row[best], effects[best])
		effects[best] = 0
	}
	return s
}

func abs(v float32) float32 { return max(v, -v) }

func (b *block) linkDensity() float64 {
	if len(b.text) == 0 {
		return 0
	}
	return float64(b.linkBytes) / float64(len(b.text))
}

// giveBodyRole gives a block of the article the role that its container says it has.
func (rd *reading) giveBodyRole(i int, reason string) {
	b := &rd.blocks[i]
	x := &rd.boxes[b.box]
	r := roleParagraph
	switch {
	case b.kind == imageBlock:
		return // figures.go
	case b.kind == embedBlock:
		r = roleEmbed
	case x.in&inPre != 0:
		r = roleCode
	case x.in&inHeading != 0:
		r = roleHeading
	case x.in&inCell != 0 && rd.inDataTable(b.box):
		r = roleCell
	case x.in&inList != 0 && rd.inListItem(b.box):
		r = roleListItem
	}
	rd.claim(i, r, reason)
}

// inDataTable says whether the nearest table around a box is content; the answer is kept.
func (rd *reading) inDataTable(b int32) bool {
	table := rd.ancestor(b, atom.Table)
	if table < 0 {
		return false
	}
	data, ok := rd.tables[table]
	if !ok {
		data = rd.isDataTable(table)
		if rd.tables == nil {
			rd.tables = make(map[int32]bool)
		}
		rd.tables[table] = data
	}
	return data
}

// inListItem says whether a box stands in an item of a list that is nearer than any table or article around it.
func (rd *reading) inListItem(b int32) bool {
	for ; b >= 0; b = rd.boxes[b].parent {
		switch rd.boxes[b].tag {
		case atom.Li, atom.Dt, atom.Dd:
			return true
		case atom.Td, atom.Article, atom.Blockquote:
			return false
		}
	}
	return false
}
