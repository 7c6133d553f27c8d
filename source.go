package newspage

import (
	"strings"

	"github.com/newspage-go/newspage/internal/weburl"
)

// This file finds the line or link that says where the article was taken from.
// Most lines that begin with "Source:" credit a picture, a table or a claim;
// the article's own stands at the end of its text, at its start, or by itself.

// sourceReach is how many blocks after the last long paragraph are looked at.
const sourceReach = 10

// findSource claims the source line and reads it.
func (rd *reading) findSource() {
	if rd.applySource() {
		return
	}
	end := rd.lastParagraph()
	for i := max(rd.first, end-3); i < min(end+1+sourceReach, len(rd.blocks)); i++ {
		if rd.readSourceLine(i) {
			return
		}
	}
	// A short line that is no text stands for itself even before the last paragraphs,
	// which may be a note on the author.
	for i := end - 4; i >= max(rd.first, end-sourceReach); i-- {
		if b := &rd.blocks[i]; b.role == boilerplate && b.words <= 8 && rd.readSourceLine(i) {
			return
		}
	}
	for i := max(0, rd.first-3); i < min(rd.first+2, rd.last); i++ {
		if rd.readSourceLine(i) {
			return
		}
	}
	if rd.meta.source != (Source{}) {
		s := rd.meta.source
		rd.source = &s
	}
}

// lastParagraph is the last block of the body that is long enough to be no line of its own.
func (rd *reading) lastParagraph() int {
	for i := rd.last - 1; i >= rd.first; i-- {
		if b := &rd.blocks[i]; b.role.isProse() && b.words >= goodWords {
			return i
		}
	}
	return max(rd.last-1, 0)
}

// readSourceLine reads block i as a source line; it reports whether it is one.
func (rd *reading) readSourceLine(i int) bool {
	b := &rd.blocks[i]
	if b.removed || b.kind != textBlock || b.words > 40 || len(b.text) > 400 || b.role != boilerplate && !b.role.isProse() || b.role == roleQuote {
		return false
	}
	x := &rd.boxes[b.box]
	if x.in&(inNav|inFigure|inCaption|inDialog|inQuote|inHeading|inTable&inCell) != 0 || (x.marks|x.up)&(markComment|markRelated|markCaption) != 0 {
		return false
	}
	text := strings.TrimLeft(b.line(), "([–—- ")
	rest, ok := phrasePrefix(phraseSource, text)
	if with := rd.withOutlet(i, text); with != "" && (rest == "" || isNameOfTwo(with, rest)) {
		rest, ok = with, true
	}
	if !ok {
		return false
	}
	// "Source:" under a table is the table's; "This article was first published by" is not.
	if strings.Count(text[:len(text)-len(rest)], " ") < 3 && rd.afterTable(i) {
		return false
	}
	s := rd.sourceOf(i, strings.Trim(rest, " ()[].:"))
	if s == nil {
		if rest = strings.Trim(rest, " ()[].:"); rest != "" && rd.isSiteName(rest) {
			rd.claim(i, boilerplate, "names the site itself as the source")
		}
		return false
	}
	rd.claim(i, roleSource, "says where the article was taken from")
	rd.source = s
	return true
}

// isNameOfTwo says whether name is tail with one more word before it: "Avec
// Agence Ouest" is no "Avec agence", an agency without a name.
func isNameOfTwo(name, tail string) bool {
	first, more, _ := strings.Cut(name, " ")
	return !startsSmall(first) && more == strings.Trim(tail, " ()[].:")
}

// maxWithWords is how many words a line such as "With the Harbour Radio" has at most.
const maxWithWords = 5

// withOutlet is the outlet of a line that names nothing else, "With Reuters",
// "Avec Radio Rive"; "" of other lines. A name that looks like no outlet's has to
// be a link to another site, be called source, or be written as a title is,
// "Avec Le Phare".
func (rd *reading) withOutlet(i int, line string) string {
	if strings.Count(line, " ") >= maxWithWords {
		return ""
	}
	rest, ok := phrasePrefix(phraseWith, line)
	name := strings.Trim(rest, " ()[].:")
	if !ok || name == "" {
		return ""
	}
	first, more, _ := strings.Cut(name, " ")
	if isOrganisation(name) || phraseIs(phraseOutlet, name) || inSet(definite, first) && !startsSmall(first) && more != "" && !startsSmall(more) ||
		!startsSmall(name) && (rd.isCalledSource(i) || rd.linksAway(i, name) && !isPersonName(name)) {
		return name
	}
	return ""
}

// isCalledSource says whether a block or its container is called a source.
func (rd *reading) isCalledSource(i int) bool {
	b := &rd.blocks[i]
	return (b.marks|rd.boxes[b.box].marks)&markSource != 0
}

// linksAway says whether the whole of name is a link to another site.
func (rd *reading) linksAway(i int, name string) bool {
	b := &rd.blocks[i]
	for l := b.link0; l < b.link1; l++ {
		if rd.linkText(l) == name {
			u := rd.linkURL(l)
			return u != "" && !rd.isHome(u)
		}
	}
	return false
}

// afterTable says whether the block follows a table or a picture, whose source it then names.
func (rd *reading) afterTable(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch rd.blocks[j].role {
		case roleCaption, roleCredit:
			return rd.boxes[rd.blocks[j].box].in&inCaption == 0 // in a <figcaption> the picture would say it itself
		case roleCell, roleFigure, roleEmbed:
			return true
		case boilerplate:
			continue
		}
		return false
	}
	return false
}

// sourceOf reads what follows the label: an outlet's name, a link to it, or both.
func (rd *reading) sourceOf(i int, rest string) *Source {
	b := &rd.blocks[i]
	if after, ok := phrasePrefix(phraseBy, rest); ok && isPersonName(after) {
		return nil // "originally written by Jane Roe" names an author
	}
	s := &Source{}
	for l := b.link0; l < b.link1; l++ {
		u := rd.linkURL(l)
		if u == "" {
			continue
		}
		// Of several outlets the first; of an outlet's front page and its article the article.
		if s.URL == "" || !hasPath(s.URL) && hasPath(u) && phraseIs(phraseAnchor, rd.linkText(l)) {
			s.URL = u
		}
		if t := strings.TrimSpace(rd.linkText(l)); s.Name == "" && t != "" && !phraseIs(phraseAnchor, t) && !phraseIs(phraseSource, t) && !isURLish(t) {
			s.Name = t
		}
	}
	if s.Name == "" && rest != "" && !phraseIs(phraseAnchor, rest) && !isURLish(rest) && len(rest) < 100 {
		s.Name = rest
	}
	if s.URL == "" && (s.Name == "" || rd.isSiteName(s.Name) || b.words > 12) {
		return nil
	}
	if s.Name != "" && (rd.isSiteName(s.Name) || startsSmall(s.Name) && weburl.SameSite(s.URL, rd.pageURL())) {
		return nil // "written by experts", with a link to who they are
	}
	return s
}

// linkText is the text of a link.
func (p *page) linkText(l int32) string {
	return p.lineOf(p.links[l].start, p.links[l].end)
}

// linkTextIn is what of a link's text stands in a block: a link that is never
// closed goes on through all that follow.
func (p *page) linkTextIn(l int32, b *block) string {
	return p.lineOf(max(p.links[l].start, b.start), min(p.links[l].end, b.start+int32(len(b.text))))
}

// lineOf is a piece of the page's text on one line, "" where it is none.
func (p *page) lineOf(start, end int32) string {
	if end <= start {
		return ""
	}
	return foldSpace(strings.Trim(p.text[start:end], " \n"))
}
