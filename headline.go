package newspage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// This file finds the headline and the standfirst: what is printed over the
// article, told apart from the site's name, kickers and teasers by what the
// page says its title is.

// findHeadline decides on the title and claims its block.
func (rd *reading) findHeadline() {
	rd.headline = -1
	if rd.applyTitle() {
		return
	}
	claims := rd.titleClaims()
	hashed := make([][]uint32, len(claims))
	for i, c := range claims {
		hashed[i] = appendWordsOf(nil, c)
	}
	best, bestScore := -1, 0.0
	for i := range rd.blocks {
		s := rd.scoreHeadline(i, hashed)
		if best >= 0 && min(s, bestScore) > 0 && max(s, bestScore) < sureHeadline {
			s -= laterHeadline // neither says what the page does: the first is over the text
		}
		if s > bestScore {
			best, bestScore = i, s
		}
	}
	if best >= 0 && bestScore >= minHeadline {
		rd.headline = best
		rd.claim(best, roleHeadline, "heading that agrees with the page's own title")
		rd.title = rd.printedTitle(best)
		return
	}
	if len(claims) > 0 {
		rd.title = claims[0]
	}
}

// minHeadline is the score from which a printed heading is the headline: the
// page's only h1, or any heading that says what the metadata say.
const minHeadline = 1.0

// From sureHeadline on a heading says what the metadata say; below it a later one
// has to be better by laterHeadline.
const (
	sureHeadline  = 1.9
	laterHeadline = 0.4
)

// maxHeadlineWords: real headlines have at most some forty words.
const maxHeadlineWords = 60

// scoreHeadline judges a block as the headline by the hashed words of what the
// page says its title is: 0 for none.
func (rd *reading) scoreHeadline(i int, claims [][]uint32) float64 {
	b := &rd.blocks[i]
	x := &rd.boxes[b.box]
	if b.removed || b.kind != textBlock || b.words > maxHeadlineWords || b.chars < 2 || x.in&(inNav|inDialog|inNoscript|inCaption) != 0 {
		return 0
	}
	heading := x.in&inHeading != 0
	named := (b.marks|x.marks)&markHeadline != 0
	if !heading && !named && b.boldBytes == 0 {
		return 0
	}
	agrees := 0.0
	var stack [maxAlikeWords]uint32
	words := appendWordsOf(stack[:0], b.text)
	for _, c := range claims {
		agrees = max(agrees, alike(words, c))
	}
	score := 0.0
	switch {
	case x.tag == atom.H1:
		score = 1
	case heading:
		score = 0.4
	case named:
		score = 0.3
	}
	if named && heading {
		score += 0.2
	}
	if agrees < 0.5 {
		if x.tag != atom.H1 || len(claims) > 0 && agrees < 0.2 {
			return 0
		}
		if len(claims) > 0 {
			score -= 0.2
		}
	}
	score += 2 * agrees
	if b.linkDensity() > 0.5 {
		score -= 0.5
	}
	if (x.marks|x.up)&(markRelated|markCard|markPopular|markSidebar|markNav) != 0 || x.in&(inAside|inFooter) != 0 {
		score -= 0.5
	}
	if x.in&inHidden != 0 {
		score -= 1
	}
	return score
}

// titleClaims are what the page says its title is, without the site's name, the most trusted first.
func (rd *reading) titleClaims() []string {
	var claims []string
	for _, t := range append(rd.meta.titles, rd.meta.docTitle) {
		if t = rd.stripSite(t); t != "" && !slices.Contains(claims, t) {
			claims = append(claims, t)
		}
	}
	return claims
}

// titleSeparators stand between a headline and a site's name in <title>.
var titleSeparators = []string{" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", " / ", "｜", "ㅣ", " ― ", "|", ": "}

// stripSite cuts the site's name off a title, at its end or its start.
func (rd *reading) stripSite(title string) string {
	for range 3 { // "Headline | Section | Site"
		cut := rd.stripSiteOnce(title)
		if cut == title {
			break
		}
		title = cut
	}
	return title
}

func (rd *reading) stripSiteOnce(title string) string {
	for _, sep := range titleSeparators {
		first := strings.Index(title, sep)
		if first < 0 {
			continue
		}
		if i := strings.LastIndex(title, sep); i > 0 && (rd.isSiteName(title[i+len(sep):]) || isBar(sep) && rd.namesDomain(title[i+len(sep):])) {
			return strings.TrimSpace(title[:i])
		}
		if first > 0 && rd.isSiteName(title[:first]) {
			return strings.TrimSpace(title[first+len(sep):])
		}
	}
	return title
}

// isBar says whether a titleSeparator is nothing else: behind the others a sentence may go on.
func isBar(sep string) bool { return sep != ": " && sep != " / " }

// stripPrintedSite cuts the site's name off the end of a printed headline.
func (rd *reading) stripPrintedSite(title string) string {
	for _, sep := range titleSeparators {
		if !isBar(sep) || !strings.Contains(title, sep) {
			continue
		}
		if i := strings.LastIndex(title, sep); i > 0 && rd.isSiteName(title[i+len(sep):]) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// Limits of a name that begins as the site's domain does.
const (
	minDomain      = 5
	maxDomainWords = 4
	maxDomainRest  = 18 // behind the domain: "UC Davis Children's Hospital" at ucdavis.edu
)

// namesDomain says whether a name of few words begins as the site's domain does:
// "Bridge Tires" at tires.bridge.example.
func (rd *reading) namesDomain(s string) bool {
	if len(strings.Fields(s)) > maxDomainWords {
		return false
	}
	rest, ok := strings.CutPrefix(squash(s), rd.meta.domain)
	return ok && len(rd.meta.domain) >= minDomain && len(rest) <= maxDomainRest
}

// siteInTitle is the site's name where only <title> gives it: what stands there behind the headline.
func (rd *reading) siteInTitle() string {
	rest, ok := strings.CutPrefix(rd.meta.docTitle, rd.title)
	if !ok || rd.title == "" {
		return ""
	}
	for _, sep := range titleSeparators {
		if name, ok := strings.CutPrefix(rest, sep); ok && name != "" && !strings.ContainsAny(name, "|·•:»") && len(strings.Fields(name)) <= 5 &&
			(rd.headline >= 0 || rd.isSiteName(name) || rd.namesDomain(name)) {
			return name
		}
	}
	return ""
}

// isSiteName says whether s is a name of the site, or its host written as a name.
func (rd *reading) isSiteName(s string) bool {
	f := squash(s)
	if f == "" || len(f) > 100 {
		return false
	}
	for _, n := range rd.meta.siteNames {
		if q := squash(n); q == f || len(q) > 4 && (f == q+"com" || strings.HasPrefix(f, q) && len(f) < len(q)+8) {
			return true
		}
	}
	if len(f) >= 3 && f == rd.meta.domain {
		return true
	}
	host := squash(rd.meta.host())
	return len(f) >= 3 && host != "" && (strings.HasPrefix(host, f) || strings.HasPrefix(f, host) || strings.HasPrefix(host, strings.TrimPrefix(f, "the")))
}

// squash folds a name for comparison: letters and digits alone, in lower case.
func squash(s string) string {
	s = truncateRunes(s, maxSquashed)
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if r < utf8.RuneSelf {
			if c := lowerByte(byte(r)); 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
				out = append(out, c)
			}
			continue
		}
		if r = unicode.ToLower(r); isWordRune(r) {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

// maxSquashed is how many characters of a name are compared.
const maxSquashed = 300

// printedTitle is the headline's text without its kicker: where one of the page's
// own titles is the end of the line, that is the title; where none is the whole
// line either, what is called a kicker goes.
func (rd *reading) printedTitle(i int) string {
	t := rd.stripPrintedSite(foldSpace(rd.blocks[i].text))
	whole, named := squash(t), false
	for _, c := range rd.meta.titles {
		c = rd.stripSite(c)
		named = named || squash(c) == whole
		if len(c) > 10 && len(c) < len(t) && strings.HasSuffix(t, c) && !isWordRune(lastRune(t[:len(t)-len(c)])) {
			return truncateLine(c, maxTitle)
		}
	}
	if named {
		return truncateLine(t, maxTitle)
	}
	return truncateLine(rd.withoutKicker(i, t), maxTitle)
}

// withoutKicker cuts the words off a headline that stand before it in an inline element called kicker.
func (rd *reading) withoutKicker(i int, t string) string {
	b := &rd.blocks[i]
	if b.marks&markKicker == 0 {
		return t
	}
	parts := inlineParts(rd.boxes[b.box].node)
	if len(parts) < 2 || parts[0].marks&markKicker == 0 {
		return t
	}
	// "title__overline" is a kicker where a "title__text" follows.
	titled := slices.ContainsFunc(parts[1:], func(p inlinePart) bool { return p.marks&markHeadline != 0 && p.marks&markKicker == 0 })
	if parts[0].marks&markHeadline != 0 && !titled {
		return t
	}
	rest, ok := strings.CutPrefix(t, parts[0].text)
	if rest = strings.TrimLeft(rest, " :|–—-·•"); !ok || len(rest) < minTitle {
		return t
	}
	return rest
}

// findStandfirst claims the block between headline and text that sums the article up.
func (rd *reading) findStandfirst() {
	if rd.headline < 0 {
		return
	}
	end := min(rd.last, rd.headline+40)
	title := squash(rd.title)
	for i := rd.headline + 1; i < end; i++ {
		b := &rd.blocks[i]
		if b.removed || b.kind != textBlock || b.words < 4 || b.words > 120 || b.words <= 12 && b.digits > 0 && rd.isDateLine(i) {
			continue
		}
		x := &rd.boxes[b.box]
		m := b.marks | x.marks | rd.boxes[max(x.parent, 0)].marks
		printed := b.role.isProse()
		if (b.role == roleCaption || b.role == roleCredit) && m&markStandfirst == 0 || squash(b.text) == title ||
			x.in&inHeading != 0 && b.linkDensity() > mostlyLinked {
			continue // a caption, the headline again, another article's
		}
		switch {
		case x.parent >= 0 && rd.boxes[x.parent].tag == atom.Hgroup && x.parent == rd.boxes[rd.blocks[rd.headline].box].parent && x.in&inHeading == 0,
			m&markStandfirst != 0 && m&(markCaption|markByline|markDate) == 0,
			m&(markLead|markSummary) != 0 && (!printed || !rd.standsInText(i)) && b.sentences <= 4 && x.in&inFigure == 0,
			!printed && rd.isDescription(b.text),
			rd.followsHeadline(i) && (!printed || !rd.standsInText(i) || rd.standsAlone(i)),
			x.in&inHeading != 0 && x.tag != atom.H1 && b.words >= 6 && (!printed || rd.textBeside(rd.headline, 1) == i) && rd.boxes[b.box].in&(inNav|inAside) == 0:
			rd.subtitle = foldSpace(b.text)
			rd.claim(i, roleStandfirst, "sums the article up under the headline")
			rd.bound()
			return
		}
		if b.role == roleParagraph && i > rd.first+1 {
			return
		}
	}
}

// mostlyLinked is the share of links from which a heading is another article's.
const mostlyLinked = 0.8

// followsHeadline says whether block i is a sentence by itself right under the
// headline, before byline and date.
func (rd *reading) followsHeadline(i int) bool {
	b := &rd.blocks[i]
	if rd.textBeside(rd.headline, 1) != i || b.words < 7 || b.words > 60 || b.linkBytes > 0 || b.bars > 0 || b.digits*5 > b.chars && !isSentence(b.text) || b.begins == '-' {
		return false
	}
	x := &rd.boxes[b.box]
	if (x.marks|b.marks)&(markByline|markDate|markShare|markNav|markMeta|markCaption|markPromo|markAd|markTags) != 0 || x.in&(inNav|inCaption|inFigure|inList|inForm) != 0 {
		return false
	}
	if rd.isRowOfCounts(b) {
		return false
	}
	starts := b.phrases().starts
	if !isSentence(b.text) && (starts.has(phraseBy) || starts.has(phrasePublished) || starts.has(phraseUpdated)) {
		return false // "On" and "By" begin sentences too
	}
	return !starts.has(phraseBoilerplate) && !starts.has(phraseNewsletter) && !starts.has(phraseCredit)
}

// maxCountWords is how many words one of several figures in a line has at most.
const maxCountWords = 7

// isRowOfCounts says whether a line is several short parts, each an element of
// its own, with a number among them: "5 min read", "12 comments", "Listen".
func (rd *reading) isRowOfCounts(b *block) bool {
	parts := inlineParts(rd.boxes[b.box].node)
	if len(parts) < 2 || b.digits == 0 || b.ends != 0 {
		return false
	}
	for _, p := range parts {
		if p.tag == 0 || len(strings.Fields(p.text)) > maxCountWords {
			return false
		}
	}
	return true
}

// standsAlone says whether a byline or a date follows a block before any text does.
func (rd *reading) standsAlone(i int) bool {
	next := rd.textBeside(i, 1)
	return next >= 0 && (!rd.blocks[next].role.isProse() || rd.blocks[next].ends == 0) && rd.namesAuthorOrDate(next)
}

// namesAuthorOrDate says whether a block is a line that names the author or the date.
func (rd *reading) namesAuthorOrDate(i int) bool {
	b := &rd.blocks[i]
	if b.words > 25 || isSentence(b.text) {
		return false
	}
	_, labelled := cutLabel(b.text)
	return labelled || (b.marks|rd.boxes[b.box].marks)&(markByline|markDate) != 0 || b.digits > 0 && rd.isDateLine(i)
}

// standsInText says whether the next paragraph of the body stands in the same container.
func (rd *reading) standsInText(i int) bool {
	for j := i + 1; j < rd.last; j++ {
		if b := &rd.blocks[j]; b.role == roleParagraph && (b.ends != 0 || !rd.namesAuthorOrDate(j)) {
			return rd.areSiblings(b.box, rd.blocks[i].box)
		}
	}
	return false
}

// areSiblings says whether two containers stand in the same one, or in two of
// one kind that do: each paragraph may have wrappers of its own.
func (rd *reading) areSiblings(x, y int32) bool {
	if rd.boxes[x].parent == rd.boxes[y].parent {
		return true
	}
	x, y = rd.below(x, y), rd.below(y, x)
	return x >= 0 && y >= 0 && rd.areAlike(x, y)
}

// areAlike says whether two containers are of one kind and hold one block each.
func (rd *reading) areAlike(x, y int32) bool {
	a, b := &rd.boxes[x], &rd.boxes[y]
	return a.sig == b.sig && a.last-a.first == 1 && b.last-b.first == 1
}

func (rd *reading) isDescription(s string) bool {
	return rd.meta.desc != "" && similarity(s, rd.meta.desc) > 0.9
}

// similarity is the share of words that two short texts have in common (Dice), 0 to 1.
func similarity(a, b string) float64 {
	return alike(appendWordsOf(nil, a), appendWordsOf(nil, b))
}

// maxAlikeWords is how many words of a text are compared at most.
const maxAlikeWords = 80

// alike is the share of words that two texts have in common, by the hashes of their words.
func alike(x, y []uint32) float64 {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	var used [maxAlikeWords]bool
	common := 0
	for _, w := range x {
		for k, v := range y {
			if v == w && !used[k] {
				used[k] = true
				common++
				break
			}
		}
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}

// appendWordsOf adds the hashes of a text's words, letters in lower case; a CJK
// character is a word. At most maxAlikeWords are added.
func appendWordsOf(dst []uint32, s string) []uint32 {
	most := len(dst) + maxAlikeWords
	h := uint32(0)
	for i := 0; i < len(s) && len(dst) < most; {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			if c = lowerByte(c); 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
				h = (h^uint32(c))*16777619 + 1
			} else if h != 0 {
				dst, h = append(dst, h), 0
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case isCJK(r):
			if h != 0 {
				dst, h = append(dst, h), 0
			}
			if len(dst) < most {
				dst = append(dst, uint32(r))
			}
		case isWordRune(r):
			h = (h^uint32(unicode.ToLower(r)))*16777619 + 1
		case h != 0:
			dst, h = append(dst, h), 0
		}
	}
	if h != 0 && len(dst) < most {
		dst = append(dst, h)
	}
	return dst
}

// wordsOf cuts a text into at most n words in lower case; a CJK character is one.
func wordsOf(s string, n int) []string {
	s = strings.ToLower(truncateRunes(s, 20*n))
	words := make([]string, 0, 16)
	start := -1
	for i, r := range s {
		cjk := isCJK(r)
		if start >= 0 && (cjk || !isWordRune(r)) {
			words = append(words, s[start:i])
			start = -1
		}
		if len(words) >= n {
			return words
		}
		if cjk {
			words = append(words, string(r))
		} else if start < 0 && isWordRune(r) {
			start = i
		}
	}
	if start >= 0 {
		words = append(words, s[start:])
	}
	return words
}
