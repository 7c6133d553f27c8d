package newspage

import (
	"github.com/newspage-go/newspage/internal/dates"
)

// This file reads when the article was published, as printed near the headline.

// readTimeElements reads the <time datetime> elements among the byline's blocks.
// Of two, the first is the publication, as real pages print it before the update.
func (rd *reading) readTimeElements(from, to int) {
	for _, t := range rd.times {
		i := int(t.block)
		if i < from || i >= to {
			continue
		}
		if _, updated := phrasePrefix(phraseUpdated, rd.blocks[i].text); updated {
			continue
		}
		if d := readDate(attr(t.node, "datetime")); d.betterThan(rd.published) {
			rd.published = d
		}
	}
}

// isDateLine says whether block i holds a date.
func (rd *reading) isDateLine(i int) bool {
	text := oneLine(rd.blocks[i].text)
	if len(text) > 200 {
		return false
	}
	_, _, _, ok := dates.Find(text, rd.meta.lang)
	return ok
}

// readDateLine reads the date printed in block i.
func (rd *reading) readDateLine(i int) {
	b := &rd.blocks[i]
	x := &rd.boxes[b.box]
	text := oneLine(b.text)
	if len(text) > 200 || b.digits == 0 || x.in&(inNav|inFooter) != 0 || b.words > 25 {
		return
	}
	d, start, end, ok := dates.Find(text, rd.meta.lang)
	if !ok {
		return
	}
	mostly := 2*(end-start) > len(text) // the line is little but the date
	if b.role == boilerplate || (b.role == roleParagraph || b.role == roleListItem) && b.words < 12 && b.ends != '.' && mostly {
		rd.claim(i, roleDate, "date line")
	}
	if _, updated := phrasePrefix(phraseUpdated, text); updated {
		return
	}
	if (pageDate{d}).betterThan(rd.published) {
		rd.published = pageDate{d}
	}
}
