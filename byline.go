package newspage

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// This file finds who wrote the article, as printed near the headline or under
// the text, and weighs it against what the page says of itself.

const (
	bylineReach = 40 // blocks around the headline that a byline may stand in
	bylineTail  = 16 // blocks under the text that it may stand in
	bylineRow   = 6  // blocks between the names of two authors
)

// How much speaks for a block being the byline.
const (
	clueNone     = iota
	cluePlace    // a person's name by itself beside a date
	clueAround   // a small container that is called byline or author
	clueMarked   // an element that is called so
	clueLinked   // a link to an author's page
	clueLabelled // "By" before the name
)

// A bylineClue is a block that may name authors.
type bylineClue struct {
	block   int
	weight  int
	authors []Author
}

// findByline claims byline and date line and decides on the authors and the time.
func (rd *reading) findByline() {
	from, to := rd.bylineRange()
	var clues []bylineClue
	for i := from; i < to; i++ {
		if !rd.mayNameAuthors(i) {
			continue
		}
		if c := rd.bylineClue(i); c.weight > clueNone {
			clues = append(clues, c)
		}
	}
	printed := rd.readClues(clues)
	if len(printed) == 0 {
		printed = rd.readClues(rd.tailClues())
	}
	rd.authors = rd.chooseAuthors(printed)
	rd.findDates(from, to)
}

// maxBioWords is how many words a paragraph on the author has at most.
const maxBioWords = 80

// dropAuthorBox takes out of the body what stands behind it on its author: a
// paragraph that begins with the author's name, in a container that is none of
// the text's, with the picture and the heading there.
func (rd *reading) dropAuthorBox() {
	last := rd.bodyBefore(rd.last)
	if last < 0 || len(rd.chosen.body) > 0 || rd.blocks[last].words > maxBioWords || !rd.beginsWithAuthor(rd.blocks[last].text) && !rd.isAuthor(rd.blocks[last].text) {
		return
	}
	before := rd.bodyBefore(last)
	if before >= 0 && rd.isAuthor(rd.blocks[before].text) {
		before = rd.bodyBefore(before)
	}
	if before < 0 {
		return
	}
	x, y := rd.below(rd.blocks[last].box, rd.blocks[before].box), rd.below(rd.blocks[before].box, rd.blocks[last].box)
	if x < 0 || x == rd.blocks[last].box && !rd.isAuthor(rd.blocks[last].text) || y >= 0 && rd.areAlike(x, y) {
		return
	}
	for i := rd.boxes[x].first; i < rd.boxes[x].last; i++ {
		switch r := rd.blocks[i].role; {
		case r.isProse(), r == roleFigure, r == roleCaption, r == roleCredit:
			rd.claim(int(i), boilerplate, "about the author")
		}
	}
	rd.bound()
}

const (
	maxPortraitAlt  = 6  // words of the alt text of a portrait
	maxBylineBlocks = 12 // blocks of a byline with what belongs to it
	maxDateWords    = 12 // words of a line with a date that is no caption
)

// isPortrait says whether a picture is an author's, as its alt text says, or one
// outside the text that goes with the byline or the date line: it shares a
// container with it that holds neither headline nor text.
func (rd *reading) isPortrait(i int) bool {
	alt := cleanText(attr(rd.images[rd.blocks[i].image].node, "alt"))
	if rd.isAuthor(alt) {
		return true
	}
	if i >= rd.first && i < rd.last || len(strings.Fields(alt)) > maxPortraitAlt || rd.isLeadImage(i) {
		return false
	}
	for x := rd.blocks[i].box; x >= 0; x = rd.boxes[x].parent {
		y := &rd.boxes[x]
		if y.last-y.first > maxBylineBlocks {
			return false
		}
		signed := false
		for j := y.first; j < y.last; j++ {
			switch r := rd.blocks[j].role; {
			case r == roleHeadline, r == roleStandfirst, r.isProse():
				return false
			case r == roleByline, r == roleDate && rd.blocks[j].words <= maxDateWords:
				signed = true
			}
		}
		if signed {
			return true
		}
	}
	return false
}

// bodyBefore is the last block of the body's text before block i, -1 where there is none.
func (rd *reading) bodyBefore(i int) int {
	for i--; i >= rd.first; i-- {
		if rd.blocks[i].role.isProse() {
			return i
		}
	}
	return -1
}

// beginsWithAuthor says whether a text begins with the name of one of the authors.
func (rd *reading) beginsWithAuthor(text string) bool {
	for _, a := range rd.authors {
		if rest, ok := strings.CutPrefix(text, a.Name); ok {
			if r, _ := utf8.DecodeRuneInString(rest); rest != "" && (!unicode.IsLetter(r) || isCJK(r)) {
				return true
			}
		}
	}
	return false
}

// isAuthor says whether a text is the name of one of the authors.
func (rd *reading) isAuthor(text string) bool {
	return slices.ContainsFunc(rd.authors, func(a Author) bool { return a.Name == text })
}

// below is the container around a that stands directly in the innermost one
// around both a and b; -1 where a is that one.
func (rd *reading) below(a, b int32) int32 {
	common := rd.commonBox(a, b)
	if a == common {
		return -1
	}
	for rd.boxes[a].parent != common {
		a = rd.boxes[a].parent
	}
	return a
}

func (rd *reading) bylineRange() (int, int) {
	at := rd.headline
	if at < 0 {
		at = rd.first
	}
	to := min(max(rd.first+2, at+1), at+bylineReach, len(rd.blocks))
	return max(0, at-8), to
}

// mayNameAuthors says whether a block can hold a byline or a date line.
func (rd *reading) mayNameAuthors(i int) bool {
	b := &rd.blocks[i]
	switch b.role {
	case roleHeadline, roleStandfirst, roleCaption, roleCredit:
		return false
	}
	return !b.removed && b.kind == textBlock && b.style&styleButton == 0 && b.words <= 40 && !(b.role.isProse() && i > rd.first+1)
}

// tailClues are the bylines under the text: labelled, linked or called so.
func (rd *reading) tailClues() []bylineClue {
	var clues []bylineClue
	for i := max(rd.last-3, 0); i < min(rd.last+bylineTail, len(rd.blocks)); i++ {
		b := &rd.blocks[i]
		if b.removed || b.kind != textBlock || b.style&styleButton != 0 || b.words > 25 || rd.marksAround(b)&markComment != 0 || b.phrases().starts.has(phraseShare) || b.role != boilerplate && !(b.role == roleParagraph && b.ends != '.') {
			continue
		}
		if c := rd.bylineClue(i); (c.weight >= clueAround || c.weight == cluePlace && i <= rd.last+1 && b.phrases().whole == 0) && len(rd.persons(c.authors)) > 0 {
			clues = append(clues, c)
		}
	}
	return clues
}

// readClues takes the authors of the clue that most speaks for, and of those
// beside it that as much speaks for: each author may stand in a block of their own.
func (rd *reading) readClues(clues []bylineClue) []Author {
	best := -1
	for k := range clues {
		if best < 0 || rd.betterClue(&clues[k], &clues[best]) {
			best = k
		}
	}
	if best < 0 {
		return nil
	}
	c := &clues[best]
	authors := c.authors
	rd.claim(c.block, roleByline, "names the author")
	last := c.block
	for k := best + 1; k < len(clues) && clues[k].block <= last+bylineRow; k++ {
		d := &clues[k]
		if d.weight == c.weight && rd.boxes[rd.blocks[d.block].box].sig == rd.boxes[rd.blocks[c.block].box].sig && len(rd.persons(d.authors)) == len(d.authors) {
			authors = append(authors, d.authors...)
			rd.claim(d.block, roleByline, "names another author")
			last = d.block
		}
	}
	return authors
}

// betterClue says whether more speaks for a than for b: a person before an
// organisation, then the weight; the first of equals stays.
func (rd *reading) betterClue(a, b *bylineClue) bool {
	x, y := len(rd.persons(a.authors)) > 0, len(rd.persons(b.authors)) > 0
	if x != y {
		return x
	}
	return a.weight > b.weight
}

func clueOf(i int) bylineClue { return bylineClue{block: i} }

// bylineBars part the pieces of a byline.
const bylineBars = "|·•"

// cutLabel cuts "By" off a line, at its beginning or behind a date and a bar, or
// what says so behind the name: 김혜원 기자. A text longer than a byline has none.
func cutLabel(text string) (rest string, labelled bool) {
	if len(text) > maxByline {
		return text, false
	}
	if rest, ok := phrasePrefix(phraseBy, text); ok {
		return rest, true
	}
	for at := 0; at < len(text); {
		i := strings.IndexAny(text[at:], bylineBars)
		if i < 0 {
			break
		}
		_, size := utf8.DecodeRuneInString(text[at+i:])
		at += i + size
		behind := trimSpaceLeft(text[at:])
		if r, _ := utf8.DecodeRuneInString(behind); strings.ContainsRune(bylineBars, r) {
			continue // the label is looked for behind the last of them
		}
		if rest, ok := phrasePrefix(phraseBy, behind); ok && rest != "" {
			return rest, true
		}
	}
	name, _, _ := strings.Cut(text, "|")
	if before, ok := phraseSuffix(phraseBy, name); ok && before != "" && isCJK(lastRune(strings.TrimSpace(name))) {
		return before, true
	}
	return text, false
}

// maxDatedByline is how many words a line has at most that names the author behind the date.
const maxDatedByline = 15

// bylineClue reads block i as a byline.
func (rd *reading) bylineClue(i int) bylineClue {
	b := &rd.blocks[i]
	x := &rd.boxes[b.box]
	c := clueOf(i)
	if x.in&inNav != 0 || x.in&inFooter != 0 && (i < rd.last || rd.ancestor(b.box, atom.Article) < 0) || rd.linksToSection(i) || rd.isOfAnotherTitle(i) {
		return c
	}
	text := rd.bylineText(i)
	rest, labelled := cutLabel(text)
	if !labelled && b.digits > 0 && b.words <= maxDatedByline {
		if after, ok := cutLabel(cutDate(text)); ok { // "June 12, 2025 by Jane Roe"
			rest, labelled = after, true
		}
	}
	if rest == "" && labelled {
		return c // a label by itself; the name's own block says the rest
	}
	if len(rest) > 300 {
		return c
	}
	switch {
	case labelled:
		c.weight = clueLabelled
	case rd.linksToAuthor(i):
		c.weight = clueLinked
	case (b.marks|x.marks)&markByline != 0:
		c.weight = clueMarked
	case rd.isLabelledBefore(i):
		c.weight = clueLabelled
	case rd.standsInByline(b.box):
		c.weight = clueAround
	case i >= rd.last && rd.isNameOverBio(i, text):
		c.weight = clueAround
	case rd.isNameWithDate(i, text) || rd.isNameBesideDate(i, text) || rd.isNamesAtEdge(i, text):
		c.weight = cluePlace
	default:
		return c
	}
	if i < rd.headline-3 && c.weight != clueMarked {
		return clueOf(i) // what stands high over the headline is the site's, unless it is called byline
	}
	for _, n := range readNames(rest) {
		if rd.mayBeAuthor(n, c.weight) && !rd.leadsToAnother(i, n) {
			c.authors = append(c.authors, Author{Name: n, URL: rd.linkOf(i, n)})
		}
	}
	if len(c.authors) == 0 {
		c.weight = clueNone
	}
	return c
}

// isOfAnotherTitle says whether a line after the text stands under the heading of
// another article, whose author or date it then gives.
func (rd *reading) isOfAnotherTitle(i int) bool {
	if i < rd.last {
		return false
	}
	before := rd.textBeside(i, -1)
	return before >= rd.last && rd.isTitleOfAnother(before)
}

// bylineText is a block's text, with a bar for a line break, and between inline
// elements that no space parts: style sheets set "By", a name and a date apart that have none in the source.
func (rd *reading) bylineText(i int) string {
	b := &rd.blocks[i]
	text := b.line()
	if strings.IndexByte(b.text, '\n') >= 0 {
		return strings.ReplaceAll(b.text, "\n", " | ")
	}
	parts := rd.partsOf(b.box)
	if len(parts) < 2 {
		return text
	}
	var out strings.Builder
	at, last := 0, ""
	for _, p := range parts {
		k := strings.Index(text[at:], p.text)
		if k < 0 {
			continue // of another block
		}
		switch before := text[:at]; {
		case k == 0 && isGlued(before, p.text) && phraseIs(phraseBy, before):
			out.WriteString(" ")
		case k == 0 && isGlued(before, p.text), isPersonName(last) && isPersonName(p.text) && strings.TrimSpace(text[at:at+k]) == "":
			out.WriteString(" | ")
		}
		last = p.text
		out.WriteString(text[at : at+k+len(p.text)])
		at += k + len(p.text)
	}
	out.WriteString(text[at:])
	return out.String()
}

// partsOf are the inline parts of a container, of which several lines may be asked for.
func (rd *reading) partsOf(at int32) []inlinePart {
	n := rd.boxes[at].node
	if c := n.FirstChild; c == nil || c == n.LastChild && c.Type == html.TextNode {
		return nil // one at most
	}
	if rd.parts == nil || rd.partsBox != at {
		rd.parts, rd.partsBox = inlineParts(n), at
	}
	return rd.parts
}

// isGlued says whether a new word begins between two texts although no space stands there.
func isGlued(before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	z, _ := utf8.DecodeRuneInString(after)
	return (unicode.IsLetter(a) || unicode.IsDigit(a)) && (unicode.IsUpper(z) || unicode.IsDigit(z) && !unicode.IsDigit(a))
}

// isLabelledBefore says whether the block before is "By" and nothing else.
func (rd *reading) isLabelledBefore(i int) bool {
	before := rd.textBeside(i, -1)
	return before >= 0 && rd.blocks[before].words <= 3 && rd.blocks[before].phrases().whole.has(phraseBy)
}

// maxBylineBox is how many words a container that is a byline has at most.
const maxBylineBox = 30

// standsInByline says whether a small container around a box is called byline or author.
func (rd *reading) standsInByline(at int32) bool {
	for steps := 0; at > 0 && steps < 4; at, steps = rd.boxes[at].parent, steps+1 {
		x := &rd.boxes[at]
		if rd.wordsIn(x) > maxBylineBox {
			return false
		}
		if x.marks&markByline != 0 {
			return true
		}
	}
	return false
}

// isNameOverBio says whether block i is a person's name over a text that begins with it, as in an author's box.
func (rd *reading) isNameOverBio(i int, text string) bool {
	next := rd.textBeside(i, 1)
	if rd.blocks[i].words > maxNameWords || next < 0 || next > i+3 || rd.blocks[next].words < minBioWords || !isPersonName(text) || rd.isSiteName(text) {
		return false
	}
	rest, ok := strings.CutPrefix(rd.blocks[next].text, text)
	return ok && strings.HasPrefix(rest, " ")
}

// Words of a name by itself at most, and of what is said of its bearer at least.
const (
	maxNameWords = 4
	minBioWords  = 8
)

// isNameWithDate says whether a short line begins with a person's name, set off
// from what follows, and has a date in it: "Jane Roe | Senior Writer | July 2, 2025".
func (rd *reading) isNameWithDate(i int, text string) bool {
	b := &rd.blocks[i]
	if b.words > maxDatedByline || b.digits == 0 || b.role.isProse() && b.words > maxNameWords*2 || !rd.isDateLine(i) {
		return false
	}
	names := readNames(text)
	if len(names) == 0 || !isPersonName(names[0]) || rd.isSiteName(names[0]) {
		return false
	}
	rest, ok := strings.CutPrefix(text, names[0])
	rest = strings.TrimLeft(rest, " ")
	mark, _ := utf8.DecodeRuneInString(rest)
	return ok && rest != "" && strings.ContainsRune("|•·,–—-/", mark)
}

// isNameBesideDate says whether a block is a person's name by itself right before or after a date line.
func (rd *reading) isNameBesideDate(i int, text string) bool {
	b := &rd.blocks[i]
	x := &rd.boxes[b.box]
	if b.words > 4 || phraseSets(text) != 0 || b.linkBytes > 0 && !rd.linksToAuthor(i) || (b.marks|x.marks|rd.boxes[max(x.parent, 0)].marks)&(markKicker|markTags) != 0 || rd.isSiteName(text) || !isPersonName(text) {
		return false
	}
	for _, step := range [2]int{-1, 1} {
		j := rd.textBeside(i, step)
		if j >= 0 && rd.blocks[j].words <= 12 && rd.blocks[j].digits > 0 && rd.isDateLine(j) {
			return true
		}
	}
	return false
}

// isNamesAtEdge says whether the body's first or last line is persons' names and nothing else.
func (rd *reading) isNamesAtEdge(i int, text string) bool {
	b := &rd.blocks[i]
	under := b.role == boilerplate && rd.standsUnderBody(i) && rd.boxes[b.box].in&inHeading == 0
	if b.role != roleParagraph && !under || b.linkBytes > 0 && !rd.linksToAuthor(i) || i > rd.first+1 && i < rd.last-2 || b.words > 8 || b.ends != 0 || len(rd.persons(rd.meta.authors)) > 0 {
		return false
	}
	letters := 0
	for _, n := range readNames(text) {
		if !isPersonName(n) {
			return false
		}
		letters += len(n)
	}
	return letters*5 >= len(text)*4
}

// standsUnderBody says whether a block is the first or second after the body, hard
// by it in the tree, and under no heading of its own: that would be of comments.
func (rd *reading) standsUnderBody(i int) bool {
	if rd.last <= 0 || i < rd.last || i > rd.last+1 || i > rd.last && rd.boxes[rd.blocks[rd.last].box].in&inHeading != 0 {
		return false
	}
	at := rd.blocks[i].box
	return rd.boxes[rd.commonBox(at, rd.blocks[rd.last-1].box)].depth >= rd.boxes[at].depth-2
}

// authorPaths are the segments of addresses that lead to an author's page.
var authorPaths = wordSet(`author authors auteur auteurs autor autores autora autoren autori autore people person persons profile profiles by staff
	contributor contributors writer writers journalist journalists journalisten redaktion redaktor reporter reporters columnist columnists
	expert experts profil signatures firma firmas forfatter skribent yazar penulis tac-gia`)

// linksToAuthor says whether a block's first link is to an author's page.
func (rd *reading) linksToAuthor(i int) bool {
	b := &rd.blocks[i]
	for l := b.link0; l < b.link1; l++ {
		if isAuthorLink(rd.links[l].node) {
			return true
		}
	}
	return false
}

// isAuthorLink says whether a link says itself that it leads to an author, or its path does.
func isAuthorLink(n *html.Node) bool {
	if strings.Contains(strings.ToLower(attr(n, "rel")), "author") || strings.EqualFold(attr(n, "itemprop"), "author") {
		return true
	}
	return pathHas(n, authorPaths)
}

// leadsToAnother says whether a name of a byline is the text of a link that leads
// to no author, beside one that does: a category, the site's front.
func (rd *reading) leadsToAnother(i int, name string) bool {
	b := &rd.blocks[i]
	for l := b.link0; l < b.link1; l++ {
		if t := rd.linkTextIn(l, b); t != "" && strings.Contains(t, name) {
			n := rd.links[l].node
			return !isAuthorLink(n) && (rd.linksToAuthor(i) || pathHas(n, categoryPaths))
		}
	}
	return false
}

// sectionPaths are the segments of addresses that lead to a list of articles on a subject.
var sectionPaths = wordSet(`category categories tag tags topic topics section sections rubrik thema themen label`)

// linksToSection says whether a block's first link leads to a section or tag of the site.
func (rd *reading) linksToSection(i int) bool {
	b := &rd.blocks[i]
	if b.link0 == b.link1 {
		return false
	}
	u, err := url.Parse(attr(rd.links[b.link0].node, "href"))
	if err != nil {
		return false
	}
	for s := range strings.SplitSeq(strings.Trim(u.Path, "/"), "/") {
		if inSet(sectionPaths, s) {
			return true
		}
	}
	return strings.Contains(attr(rd.links[b.link0].node, "rel"), "tag")
}

// notAuthors are what systems print where no author is known, and words of a byline that name nobody.
var notAuthors = wordSet(`admin administrator undefined null none unknown guest anonymous webmaster author editor bio contributor user root test default`)

// mayBeAuthor says whether a name that was read from a byline can be one. Where
// "By" or a link speak for it, it may be a single word or an organisation.
func (rd *reading) mayBeAuthor(name string, weight int) bool {
	const furniture phraseSet = 1<<phraseBoilerplate | 1<<phraseShare | 1<<phraseMore | 1<<phraseNewsletter | 1<<phraseSitewide | 1<<phraseRelated
	if phraseSets(name)&furniture != 0 {
		return false
	}
	if isPersonName(name) {
		return true
	}
	if inSet(notAuthors, name) || strings.ContainsFunc(name, unicode.IsDigit) || len(name) > 80 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(name)
	words := strings.Count(name, " ") + 1
	if unicode.IsLower(first) && words > 1 || words > 6 {
		return false // words of a sentence
	}
	return weight >= clueMarked
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
	if len(rd.persons(rd.meta.authors)) > 0 {
		return rd.uniqueAuthors(rd.withoutSite(rd.meta.authors), printed)
	}
	for _, list := range [][]Author{rd.persons(printed), rd.persons(meta), rd.meta.authors, printed, meta} {
		if len(list) > 0 {
			return rd.uniqueAuthors(list, printed)
		}
	}
	return nil
}

// isAuthorPage says whether an address may be an author's page on this site, and not the site's front or another site.
func (rd *reading) isAuthorPage(u string) bool { return rd.isHome(u) && hasPath(u) }

func (rd *reading) metaAuthors() []Author {
	var out []Author
	for _, s := range rd.meta.metaNames {
		for _, n := range readNames(s) {
			if !inSet(notAuthors, n) {
				out = append(out, Author{Name: n})
			}
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

// withoutSite are those of a list that are not the site itself: a person and an
// agency may have written an article together.
func (rd *reading) withoutSite(list []Author) []Author {
	var out []Author
	for _, a := range list {
		if !rd.isSiteName(a.Name) {
			out = append(out, a)
		}
	}
	return out
}

// uniqueAuthors drops repeated names and takes missing addresses from the printed byline.
func (rd *reading) uniqueAuthors(list, printed []Author) []Author {
	seen := map[string]bool{}
	var out []Author
	for _, a := range list {
		k := squash(a.Name)
		if k == "" || seen[k] || len(out) >= maxAuthors {
			continue
		}
		seen[k] = true
		for _, p := range printed {
			if squash(p.Name) == k && (a.URL == "" || p.URL != "" && rd.isAuthorPage(p.URL) && !rd.isAuthorPage(a.URL)) {
				a.URL = p.URL
			}
		}
		out = append(out, a)
	}
	return out
}
