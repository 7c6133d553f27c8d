package newspage

import (
	"golang.org/x/net/html/atom"

	"github.com/newspage-go/newspage/internal/dates"
)

// This file reads when the article was published and changed, as printed near
// the headline or under the text.

const (
	dateReach   = 8  // blocks beyond the byline's that a date line may stand in
	dateTail    = 16 // blocks under the text that it may stand in
	maxDateLine = 200
	maxDates    = 4 // of one line
)

// findDates claims the date lines and decides on the time of publication: what
// the page's metadata say, unless a more precise time is printed. Where a page
// only prints when it was last changed, that is the time it is known by.
func (rd *reading) findDates(from, to int) {
	for i := from; i < to; i++ {
		if rd.mayNameAuthors(i) {
			rd.readDateLine(i)
		}
	}
	rd.readTimeElements(from, to)
	if rd.published.precision() == 0 && rd.meta.published.precision() == 0 {
		rd.findLateDates(to)
	}
	if rd.meta.published.precision() > 0 && !rd.published.betterThan(rd.meta.published) {
		rd.published = rd.meta.published
	}
	rd.modified = rd.meta.modified
	if rd.modified.precision() == 0 {
		rd.modified = rd.updated
	}
	if rd.published.precision() == 0 {
		rd.published = rd.updated
	}
}

// findLateDates looks for the date between the first paragraphs and under the
// text, and further down for one that is said to be that of publication.
func (rd *reading) findLateDates(from int) {
	ranges := [2][2]int{{from, from + dateReach}, {max(from, rd.last-2), rd.last + dateTail}}
	for _, r := range ranges {
		for i := r[0]; i < min(r[1], len(rd.blocks)) && rd.published.precision() == 0; i++ {
			if rd.mayBeLateDate(i) {
				rd.readDateLine(i)
			}
		}
		rd.readTimeElements(r[0], min(r[1], len(rd.blocks)))
	}
	for i := rd.last + dateTail; i < len(rd.blocks) && rd.published.precision() == 0; i++ {
		if rd.mayBeLateDate(i) && rd.isLabelledDate(i) {
			rd.readDateLine(i)
		}
	}
}

// mayBeLateDate says whether block i is a short line of the page's that may hold
// the article's date.
func (rd *reading) mayBeLateDate(i int) bool {
	b := &rd.blocks[i]
	return !b.removed && b.kind == textBlock && (b.role == boilerplate && b.linkDensity() <= 0.5 || b.role == roleByline) && b.words <= 15 && !rd.isOfAnotherTitle(i) &&
		rd.marksAround(b)&(markCard|markRelated|markPopular|markComment|markFooter) == 0
}

// isLabelledDate says whether "Published" stands at the head of block i, or alone over it.
func (rd *reading) isLabelledDate(i int) bool {
	if _, ok := phrasePrefix(phrasePublished, rd.blocks[i].text); ok {
		return true
	}
	before := rd.textBeside(i, -1)
	return before >= 0 && rd.blocks[before].words <= 4 && rd.blocks[before].phrases().whole.has(phrasePublished)
}

// readTimeElements reads the <time datetime> elements among the byline's blocks.
// Of two, the first is the publication, as real pages print it before the update.
func (rd *reading) readTimeElements(from, to int) {
	for n, t := range rd.times {
		i := int(t.block)
		if i < from || i >= to || i >= len(rd.blocks) || rd.isOfAnotherTitle(i) || rd.marksAround(&rd.blocks[i])&(markCard|markRelated|markPopular|markComment) != 0 {
			continue
		}
		d := readDate(attr(t.node, "datetime"))
		_, updated := phrasePrefix(phraseUpdated, rd.blocks[i].text)
		second := n > 0 && rd.times[n-1].block == t.block // of a line "12 June 2025, updated 13 June 2025"
		if updated || rd.isUnderLabel(i) || second && d.isDayOf(rd.updated) {
			if d.betterThan(rd.updated) {
				rd.updated = d
			}
			continue
		}
		if d.betterThan(rd.published) {
			rd.published = d
		}
	}
}

// isUnderLabel says whether the block before is "Updated" and nothing else.
func (rd *reading) isUnderLabel(i int) bool {
	before := rd.textBeside(i, -1)
	return before >= 0 && rd.blocks[before].words <= 4 && rd.blocks[before].phrases().whole.has(phraseUpdated)
}

// isDateLine says whether block i holds a date.
func (rd *reading) isDateLine(i int) bool {
	if len(rd.blocks[i].text) > maxDateLine {
		return false
	}
	text := rd.bylineText(i)
	if len(text) > maxDateLine {
		return false
	}
	_, _, _, ok := dates.Find(text, rd.meta.lang)
	return ok
}

// readDateLine reads the dates printed in block i. Each goes by the words before it.
func (rd *reading) readDateLine(i int) {
	b := &rd.blocks[i]
	x := &rd.boxes[b.box]
	if len(b.text) > maxDateLine || b.digits == 0 || x.in&inNav != 0 || b.words > 25 || x.in&inFooter != 0 && (i < rd.headline || rd.ancestor(b.box, atom.Article) < 0) {
		return
	}
	text := rd.bylineText(i)
	dated := 0
	for at, n := 0, 0; n < maxDates; n++ {
		d, start, end, ok := dates.Find(text[at:], rd.meta.lang)
		if !ok {
			break
		}
		dated += end - start
		label := text[at : at+start]
		updated := phraseIs(phraseUpdated, label) || phraseHas(phraseUpdated, label) && !phraseHas(phrasePublished, label)
		rd.noteDate(pageDate{d}, updated || n == 0 && rd.isUnderLabel(i))
		at += end
	}
	if dated == 0 {
		return
	}
	mostly := 2*dated > len(text) // the line is little but the date
	if b.role == boilerplate || (b.role == roleParagraph || b.role == roleListItem) && b.words < 16 && b.ends != '.' && mostly {
		rd.claim(i, roleDate, "date line")
	}
}

// noteDate keeps a printed date where it is more precise than what is known.
func (rd *reading) noteDate(d pageDate, updated bool) {
	kept := &rd.published
	if updated {
		kept = &rd.updated
	}
	if d.betterThan(*kept) {
		*kept = d
	}
}
