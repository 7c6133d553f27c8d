package newspage

import (
	"strings"

	"github.com/newspage-go/newspage/internal/dates"
)

// This file finds who wrote the article and when, as printed near the
// headline, and weighs it against what the page says of itself.

// bylineReach is how many blocks around the headline a byline may stand.
const bylineReach = 40

// findByline claims byline and date line and decides on the authors and the time.
func (rd *reading) findByline() {
	var printed []Author
	from, to := rd.bylineRange()
	for i := from; i < to; i++ {
		b := &rd.blocks[i]
		if b.removed || b.kind != textBlock || b.words > 40 || b.role.isProse() && i > rd.first+1 || b.role == roleHeadline || b.role == roleStandfirst || b.role == roleCaption || b.role == roleCredit {
			continue
		}
		if a := rd.bylineOf(i); len(a) > 0 && len(printed) == 0 {
			printed = a
			rd.claim(i, roleByline, "names the author")
		}
		rd.readDateLine(i)
	}
	rd.readTimeElements(from, to)
	rd.authors = rd.chooseAuthors(printed)
	if rd.meta.published.precision() > 0 && !rd.published.betterThan(rd.meta.published) {
		rd.published = rd.meta.published
	}
}

func (rd *reading) bylineRange() (int, int) {
	at := rd.headline
	if at < 0 {
		at = rd.first
	}
	to := min(max(rd.first+2, at+1), at+bylineReach, len(rd.blocks))
	return max(0, at-8), to
}

// bylineOf reads block i as a byline.
func (rd *reading) bylineOf(i int) []Author {
	b := &rd.blocks[i]
	x := &rd.boxes[b.box]
	text := oneLine(b.text)
	rest, labelled := phrasePrefix(phraseBy, text)
	marked := (b.marks|x.marks)&markByline != 0
	if !labelled {
		rest = text
	}
	if !labelled && !marked || len(rest) > 300 || x.in&(inNav|inFooter) != 0 || i < rd.headline-3 {
		return nil
	}
	names := readNames(rest)
	var out []Author
	for _, n := range names {
		if !isPersonName(n) && !labelled {
			continue
		}
		out = append(out, Author{Name: n, URL: rd.linkOf(i, n)})
	}
	return out
}

// linkOf is the address that a name is linked to within block i.
func (rd *reading) linkOf(i int, name string) string {
	b := &rd.blocks[i]
	for l := b.link0; l < b.link1; l++ {
		if t := rd.linkText(l); t != "" && (strings.Contains(t, name) || strings.EqualFold(t, name)) {
			return rd.linkURL(l)
		}
	}
	return ""
}

// chooseAuthors weighs the three sources: structured data that names persons,
// the printed byline, <meta> bylines; an organisation counts where no person is named.
func (rd *reading) chooseAuthors(printed []Author) []Author {
	meta := rd.metaAuthors()
	for _, list := range [][]Author{rd.persons(rd.meta.authors), rd.persons(printed), rd.persons(meta), rd.meta.authors, printed, meta} {
		if len(list) > 0 {
			return uniqueAuthors(list, printed)
		}
	}
	return nil
}

func (rd *reading) metaAuthors() []Author {
	var out []Author
	for _, s := range rd.meta.metaNames {
		for _, n := range readNames(s) {
			out = append(out, Author{Name: n})
		}
	}
	return out
}

// persons are those of a list that are people and not the site or an agency.
func (rd *reading) persons(list []Author) []Author {
	var out []Author
	for _, a := range list {
		if isPersonName(a.Name) && !rd.isSiteName(a.Name) {
			out = append(out, a)
		}
	}
	return out
}

// uniqueAuthors drops repeated names and takes missing addresses from the printed byline.
func uniqueAuthors(list, printed []Author) []Author {
	seen := map[string]bool{}
	var out []Author
	for _, a := range list {
		k := squash(a.Name)
		if k == "" || seen[k] || len(out) >= maxAuthors {
			continue
		}
		seen[k] = true
		for _, p := range printed {
			if a.URL == "" && squash(p.Name) == k {
				a.URL = p.URL
			}
		}
		out = append(out, a)
	}
	return out
}

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
