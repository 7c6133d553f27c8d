package newspage

// This file takes out of the body what the page prints a second time: the whole
// article again, for a script or a print view; the title; the label of an empty
// slot between all paragraphs. A paragraph that stands twice by itself stays:
// lists, terms and recipes say things twice.

const (
	minRepeatWords = 20  // a shorter text may be said twice
	minWholeWords  = 100 // of a block that may be the whole text again, in one piece
	repeatShare    = 0.8 // of such a block's runs of three words that stood before
	secondCopy     = 0.4 // of the text that stands again where the whole is printed twice
	maxCopies      = 2   // of the text; what stands more often is a list of terms, or a test's filling
	minTitleAgain  = 4   // words of a title that is not printed twice by chance
	maxSlotWords   = 6   // words of the label of a slot
	minSlots       = 3   // how often a label stands that is no text
	slotShare      = 0.3 // of the paragraphs that are such a label
)

// settleRepeats takes repeated text out of the body; the first copy stays.
func (rd *reading) settleRepeats() {
	rd.dropSecondCopy()
	rd.dropTitleAgain()
	rd.dropSlots()
}

// dropSecondCopy takes out the paragraphs that stood before, where most of the text stands twice.
func (rd *reading) dropSecondCopy() {
	texts := interner{ws: rd.scratch()}
	var counts []int32
	var again []int
	var runs runsBefore
	if rd.holdsWhole() { // only then the runs of words are looked at
		runs.rd = rd
	}
	first, second, copies := 0, 0, 0
	for i := range rd.blocks {
		b := &rd.blocks[i]
		if !rd.mayRepeat(b) {
			continue
		}
		id := texts.id(hashText(b.text))
		if int(id) == len(counts) {
			counts = append(counts, 0)
		}
		counts[id]++
		whole := b.words >= minWholeWords && 2*int(b.words) >= first && runs.repeated(i)
		if counts[id] == 1 && !whole {
			first += int(b.words)
			continue
		}
		again = append(again, i)
		copies += int(b.words)
		if counts[id] <= 2 {
			second += int(b.words)
		}
	}
	if float64(second) < secondCopy*float64(first) || copies > maxCopies*second {
		return
	}
	for _, i := range again {
		rd.claim(i, boilerplate, "the text once more")
	}
}

// mayRepeat says whether a block is a paragraph that is compared with those before.
func (rd *reading) mayRepeat(b *block) bool {
	return b.role.isProse() && b.words >= minRepeatWords && b.role != roleCode
}

// holdsWhole says whether one block is as long as half of what stands before it, so
// that it may be the whole text once more.
func (rd *reading) holdsWhole() bool {
	before := 0
	for i := range rd.blocks {
		b := &rd.blocks[i]
		if !rd.mayRepeat(b) {
			continue
		}
		if b.words >= minWholeWords && before >= minWholeWords && 2*int(b.words) >= before {
			return true
		}
		before += int(b.words)
	}
	return false
}

// runsBefore are the runs of three words of the blocks before one. The zero value has none.
type runsBefore struct {
	rd    *reading
	upTo  int        // the blocks before it are in the set
	some  shingleSet // a few too many
	exact interner   // ... are here, once the set has found most of a block again
	known int
}

// repeated says whether most of a block's runs of words stood in blocks before. The
// blocks must be asked for in their order.
func (r *runsBefore) repeated(i int) bool {
	if r.rd == nil {
		return false
	}
	r.upTo = r.each(r.upTo, i, r.some.addRun)
	text := r.rd.blocks[i].text
	if !r.mostly(text, r.some.has) {
		return false
	}
	r.known = r.each(r.known, i, func(h uint64) { r.exact.id(h) })
	return r.mostly(text, func(h uint64) bool { _, ok := r.exact.find(h); return ok })
}

// each calls f with the runs of the blocks from one up to another and returns the latter.
func (r *runsBefore) each(from, to int, f func(h uint64)) int {
	for k := from; k < to; k++ {
		if b := &r.rd.blocks[k]; r.rd.mayRepeat(b) {
			for _, h := range r.rd.scratch().hasher.runs(b.text) {
				f(h)
			}
		}
	}
	return to
}

// mostly says whether most runs of a text are among those that has knows.
func (r *runsBefore) mostly(text string, has func(h uint64) bool) bool {
	runs, again := r.rd.scratch().hasher.runs(text), 0
	for _, h := range runs {
		if has(h) {
			again++
		}
	}
	return len(runs) > 0 && float64(again) >= repeatShare*float64(len(runs))
}

// dropTitleAgain takes out lines of the body that are the title's words.
func (rd *reading) dropTitleAgain() {
	w := &rd.scratch().hasher
	title := hashOfAll(w.words(rd.title))
	for i := range rd.blocks {
		b := &rd.blocks[i]
		if b.words >= minTitleAgain && b.role.isProse() && b.role != roleCell && len(b.text) < 2*len(rd.title) && hashOfAll(w.words(b.text)) == title {
			rd.claim(i, boilerplate, "the title again")
		}
	}
}

// hashOfAll is a hash of a text's words, whatever stands between them, of those of the words.
func hashOfAll(words []uint64) uint64 {
	h := uint64(1)
	for _, w := range words {
		h = mix(h, w)
	}
	return h
}

// dropSlots takes out short lines without an end that stand in the text again
// and again, as a template prints them where an advertisement may stand.
func (rd *reading) dropSlots() {
	var slots []int
	paragraphs := 0
	for i := range rd.blocks {
		b := &rd.blocks[i]
		if b.role != roleParagraph {
			continue
		}
		paragraphs++
		if b.words <= maxSlotWords && b.ends == 0 && (b.begins == 'A' || b.begins == 'a') {
			slots = append(slots, i)
		}
	}
	if len(slots) < minSlots {
		return
	}
	texts := interner{ws: rd.scratch()}
	counts := make([]int, len(slots))
	for _, i := range slots {
		counts[texts.id(hashText(rd.blocks[i].text))]++
	}
	for _, i := range slots {
		if n := counts[texts.id(hashText(rd.blocks[i].text))]; n >= minSlots && float64(n) >= slotShare*float64(paragraphs) {
			rd.claim(i, boilerplate, "a label that stands again and again")
		}
	}
}
