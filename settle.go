package newspage

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// This file looks again at what the classifier chose, in the light of what it
// cannot see block by block: sentences that were broken in two, lists and
// tables that are one thing, lines that are the site's own.

// settleBody revises the body's blocks.
func (rd *reading) settleBody() {
	rd.settleBroken()
	rd.settleWholes()
	rd.dropContents()
	rd.settleOutside()
	rd.settleRepeats()
	rd.settleHeadings()
	rd.dropCounts()
	rd.settleLines()
	rd.settlePrompts()
	rd.bound()
	rd.trimTail()
	rd.bound()
	rd.forgetWrappers()
}

// sureTail is the probability from which a form's line at the end of the body stays.
const sureTail = 0.8

// trimTail drops what the body cannot end with: a heading over nothing, a line of a
// form that is not sure to be text.
func (rd *reading) trimTail() {
	if len(rd.chosen.body) > 0 {
		return
	}
	for i := rd.last - 1; i >= rd.first; i-- {
		b := &rd.blocks[i]
		switch {
		case !b.role.isProse():
		case b.role == roleHeading:
			rd.claim(i, boilerplate, "heading over nothing")
		case b.role == roleParagraph && b.words <= 10 && rd.boxes[b.box].in&inForm != 0 && b.probability < sureTail,
			b.role == roleParagraph && b.words <= 10 && phraseHas(phraseComments, b.text) && b.probability < sureTail:
			rd.claim(i, boilerplate, "line of a form after the text")
		default:
			return
		}
	}
}

// sureText is the probability from which a paragraph stays in the body whatever it stands in.
const sureText = 0.9

// isSureText says whether a block is a paragraph that only the article can hold.
func (b *block) isSureText() bool {
	return b.role.isProse() && b.words >= 20 && b.probability >= sureText
}

// maxPromptWords is how many words a box that asks the reader for something has at most.
const maxPromptWords = 80

// settlePrompts takes out small boxes that ask the reader for something: those
// called newsletter, subscription or paywall, and what stands around a field to
// type an address or a comment in.
func (rd *reading) settlePrompts() {
	most := min(maxPromptWords, rd.wordsIn(&rd.boxes[0])/3)
	var shaped []int
	for x := range rd.boxes {
		y := &rd.boxes[x]
		switch {
		case y.marks&(markPromo|markPaywall|markConsent) != 0 && y.marks&(markBody|markArticle) == 0 && rd.isPromptSized(y, most):
			rd.dropPrompt(y)
		case y.asks && rd.isPromptSized(y, most):
			for y.parent > 0 && rd.isPromptSized(&rd.boxes[y.parent], most) {
				y = &rd.boxes[y.parent]
			}
			rd.dropPrompt(y)
		case len(shaped) <= maxShaped && rd.isCallShaped(y) && int(y.first) > rd.first:
			shaped = append(shaped, x)
		}
	}
	rd.dropCalls(shaped)
}

// dropCalls takes out the calls to the reader among the containers that have the shape of one.
func (rd *reading) dropCalls(shaped []int) {
	if len(shaped) > maxShaped {
		return // a page that is made of such pieces
	}
	calls := slices.DeleteFunc(shaped, func(x int) bool { return !rd.isCall(x) })
	if len(calls) > maxCalls {
		return
	}
	for _, x := range calls {
		rd.dropPart(&rd.boxes[x], "a sentence over a link, amid the text")
	}
}

// What a call to the reader has at most, and how many of them a page has.
const (
	maxCalls     = 4
	maxShaped    = 16 // containers of that shape, calls or not
	maxCallWords = 45
	maxCallLink  = 4 // words of its link or button
	maxCallParts = 4 // blocks
)

// isCall says whether a container of that shape is of a kind that holds nothing
// else of the body.
func (rd *reading) isCall(at int) bool {
	y := &rd.boxes[at]
	for i := int(y.parent) + 1; i < len(rd.boxes) && i > 0; i++ {
		x := &rd.boxes[i]
		if i == at || x.parent != y.parent || x.sig != y.sig || rd.proseIn(x) == 0 || rd.isCallShaped(x) {
			continue
		}
		// Where containers have no class, a paragraph's holds its text itself, a call's holds elements.
		if attr(x.node, "class") != "" || rd.blocks[x.first].box != int32(i) {
			return false
		}
	}
	return true
}

// isCallShaped says whether a container is a sentence or two over a link or button of a few words.
func (rd *reading) isCallShaped(y *box) bool {
	n := y.last - y.first
	if n < 2 || n > maxCallParts || y.in&(inTable|inList|inPre) != 0 {
		return false
	}
	b := &rd.blocks[y.last-1]
	if b.kind != textBlock || b.words > maxCallLink || int(b.linkBytes) < len(b.text) && b.style&styleButton == 0 || b.text == "" {
		return false
	}
	words := rd.proseIn(y)
	return words > 0 && words <= maxCallWords && rd.areSentences(y)
}

// isPromptSized says whether a container is small enough for a prompt and not the article.
func (rd *reading) isPromptSized(y *box, most int) bool {
	if y.last-y.first > 12 || int(y.first) <= rd.headline && rd.headline < int(y.last) {
		return false
	}
	return rd.wordsIn(y) <= most
}

// dropPrompt takes out what is not sure to be text; its pictures go with all of it.
func (rd *reading) dropPrompt(y *box) {
	const reason = "in a box that asks the reader for something"
	sure := false
	for j := y.first; j < y.last; j++ {
		if b := &rd.blocks[j]; b.isSureText() {
			sure = true
		} else if b.role.isProse() {
			rd.claim(int(j), boilerplate, reason)
		}
	}
	if sure {
		return
	}
	for j := y.first; j < y.last; j++ {
		if rd.blocks[j].kind == imageBlock {
			rd.blocks[j].marks |= markPromo
		}
	}
}

// areSentences says whether all of the body in a container is paragraphs that end as sentences do.
func (rd *reading) areSentences(y *box) bool {
	for j := y.first; j < y.last-1; j++ {
		if b := &rd.blocks[j]; b.role.isProse() && (b.role != roleParagraph || !endsSentence(b.text)) {
			return false
		}
	}
	return true
}

// headingThreshold is the probability from which a heading between two blocks of the body is body.
const headingThreshold = 0.25

// headingAlone is the same for a heading with text of the body after it alone.
const headingAlone = 0.45

// settleHeadings takes in headings, and bold lines that stand for some, such as
// the questions of an interview, that the body goes on after: they have little
// text to be judged by, but what they stand over is known.
func (rd *reading) settleHeadings() {
	for i := range rd.blocks {
		b := &rd.blocks[i]
		x := &rd.boxes[b.box]
		if b.kind != textBlock || b.role != boilerplate || b.removed || x.in&inHeading == 0 && !(x.tag == pTag && b.isBold()) || b.probability < headingThreshold || b.linkDensity() > 0.3 {
			continue
		}
		after := rd.textBeside(i, 1)
		led := rd.isProseNear(i, -1) || b.probability >= headingAlone
		if led && after >= 0 && rd.blocks[after].role.isProse() {
			rd.giveBodyRole(i, "heading between blocks of the text")
		}
	}
}

// isBold says whether all of a block is set in bold.
func (b *block) isBold() bool { return b.boldBytes > 0 && int(b.boldBytes) >= len(b.text) }

// textBeside is the next text block before or after i, -1 where there is none.
func (rd *reading) textBeside(i, step int) int {
	for j := i + step; j >= 0 && j < len(rd.blocks); j += step {
		if rd.blocks[j].kind == textBlock {
			return j
		}
	}
	return -1
}

// bound notes where the body's text begins and ends.
func (rd *reading) bound() {
	rd.first, rd.last = len(rd.blocks), 0
	for i := range rd.blocks {
		if rd.blocks[i].role.isProse() {
			rd.first, rd.last = min(rd.first, i), i+1
		}
	}
	rd.first = min(rd.first, rd.last)
}

// forgetWrappers forgets what the classes of containers around all of the text
// say of what they hold: "related" or "card" on one of them is about a theme's
// layout, and no reason to take a picture or a line of the article for another's.
func (rd *reading) forgetWrappers() {
	if rd.first == rd.last {
		return
	}
	for i := range rd.boxes {
		x := &rd.boxes[i]
		if x.parent < 0 {
			continue
		}
		parent := &rd.boxes[x.parent]
		if x.up = parent.up; !rd.isWrapper(parent) {
			x.up |= parent.marks
		}
	}
}

// marksAround are what the classes of a block's element and of the containers
// around it say, but for those around all of the text.
func (rd *reading) marksAround(b *block) marks {
	x := &rd.boxes[b.box]
	if rd.isWrapper(x) {
		return b.marks | x.up
	}
	return b.marks | x.marks | x.up
}

// isWrapper says whether a container is around all of the text, and around more
// than one block: an element of its own may be what its class says.
func (rd *reading) isWrapper(x *box) bool {
	return int(x.first) <= rd.first && int(x.last) >= rd.last && x.last-x.first > 1
}

// joined marks a block that goes on with the sentence of the one before.
const joined = -1

// maxBetween is how many blocks may stand between the halves of a sentence.
const maxBetween = 4

// findBroken finds sentences that an advertisement or an embed broke in two: an
// element that may not stand in a <p> ends it, and the rest of the sentence is
// bare text beside it. Both halves get the figures of the whole, so that they
// are judged as one.
func (rd *reading) findBroken() {
	for i := 0; i+1 < len(rd.blocks); i++ {
		b := &rd.blocks[i]
		if b.kind != textBlock || b.ends != 0 && b.ends != ',' || rd.boxes[b.box].tag != pTag {
			continue
		}
		for j := i + 1; j < len(rd.blocks) && j <= i+maxBetween; j++ {
			c := &rd.blocks[j]
			if c.kind != textBlock {
				continue
			}
			if rd.continues(i, j) {
				whole := joinStats(b.textStats, c.textStats)
				b.textStats, c.textStats = whole, whole
				c.group = joined
				break
			}
			if c.words > 12 || rd.boxes[c.box].tag == pTag {
				break
			}
		}
	}
}

// joinStats are the figures of two texts that follow each other.
func joinStats(a, b textStats) textStats {
	a.chars += b.chars + 1
	a.words += b.words
	a.sentences += b.sentences
	a.commas += b.commas
	a.digits += b.digits
	a.capitals += b.capitals
	a.bars += b.bars
	a.ends = b.ends
	return a
}

// continues says whether bare text at b goes on with the sentence of the paragraph at a, with something between.
func (rd *reading) continues(a, b int) bool {
	y := &rd.blocks[b]
	if b == a+1 || y.begins != 'a' {
		return false
	}
	return rd.blocks[b].box == rd.boxes[rd.blocks[a].box].parent
}

// settleBroken makes both halves of a sentence body where one is.
func (rd *reading) settleBroken() {
	for j := range rd.blocks {
		c := &rd.blocks[j]
		if c.group != joined {
			continue
		}
		for i := j - 1; i >= 0 && i >= j-maxBetween; i-- {
			b := &rd.blocks[i]
			if b.kind != textBlock || rd.boxes[b.box].tag != pTag {
				continue
			}
			if (b.role == roleParagraph) != (c.role == roleParagraph) {
				rd.giveBodyRole(i, "half of a sentence of the text")
				rd.giveBodyRole(j, "half of a sentence of the text")
			}
			if c.role != roleParagraph {
				c.group = 0
			}
			break
		}
	}
}

// settleWholes makes a list or a table in the text body as a whole or not at all.
func (rd *reading) settleWholes() {
	for x := int32(0); x < int32(len(rd.boxes)); x++ {
		y := &rd.boxes[x]
		switch y.tag {
		case atom.Ul, atom.Ol, atom.Dl:
		case atom.Table:
			if !rd.inDataTable(x) {
				continue
			}
		default:
			continue
		}
		rd.settleWhole(y)
	}
}

// listThreshold is the mean probability from which a list between two paragraphs
// is body, listAnnounced the one after a paragraph that ends in a colon.
const (
	listThreshold = 0.3
	listAnnounced = 0.15
)

// isListOfText says whether a list without links, in which each entry by itself
// is too short to be sure of, stands right between paragraphs of the body.
func (rd *reading) isListOfText(y *box) bool {
	before := rd.textBeside(int(y.first), -1)
	if before < 0 || rd.blocks[before].role != roleParagraph || !rd.isProseNear(int(y.last)-1, 1) || rd.linksIn(y) > 0 {
		return false
	}
	var sum, n float32
	for j := y.first; j < y.last; j++ {
		if b := &rd.blocks[j]; b.kind == textBlock {
			sum += b.probability
			n++
		}
	}
	return sum >= listThreshold*n || sum >= listAnnounced*n && rd.blocks[before].ends == ':'
}

// minContents is how many entries a table of contents has at least.
const minContents = 3

// dropContents takes out the tables of contents: lists of links to places of this
// page whose texts are, for the most part, headings of the body.
func (rd *reading) dropContents() {
	var headings map[uint64]bool
	for x := range rd.boxes {
		y := &rd.boxes[x]
		if y.tag != atom.Ul && y.tag != atom.Ol || y.in&inList != 0 && rd.boxes[max(y.parent, 0)].in&inList != 0 || !rd.linksWithin(y) {
			continue
		}
		if headings == nil {
			headings = rd.headingHashes()
		}
		w := &rd.scratch().hasher
		entries, again := 0, 0
		for j := y.first; j < y.last; j++ {
			if b := &rd.blocks[j]; b.kind == textBlock {
				entries++
				if headings[hashOfAll(w.words(b.text))] {
					again++
				}
			}
		}
		if 2*again < entries {
			continue
		}
		for j := y.first; j < y.last; j++ {
			if rd.blocks[j].role.isProse() {
				rd.claim(int(j), boilerplate, "table of contents")
			}
		}
		if before := rd.textBeside(int(y.first), -1); before >= 0 && rd.blocks[before].role == roleHeading && rd.blocks[before].words <= maxLabelWords {
			rd.claim(before, boilerplate, "over the table of contents")
		}
	}
}

// linksWithin says whether a list of the body holds nothing but links to places of this page.
func (rd *reading) linksWithin(y *box) bool {
	n := 0
	for j := y.first; j < y.last; j++ {
		b := &rd.blocks[j]
		if b.kind != textBlock {
			continue
		}
		if !b.role.isProse() || b.link1 <= b.link0 || b.linkDensity() < 0.9 {
			return false
		}
		if href := attr(rd.links[b.link0].node, "href"); !strings.HasPrefix(href, "#") || len(href) < 2 {
			return false
		}
		n++
	}
	return n >= minContents
}

// headingHashes are the headings of the body, by the hashes of their words.
func (rd *reading) headingHashes() map[uint64]bool {
	w := &rd.scratch().hasher
	hashes := map[uint64]bool{}
	for i := range rd.blocks {
		if b := &rd.blocks[i]; b.role == roleHeading {
			hashes[hashOfAll(w.words(b.text))] = true
		}
	}
	return hashes
}

// mostlyLinks is the share of links from which a list leads elsewhere.
const mostlyLinks = 0.3

// settleWhole takes a list or table in or out as a whole, where most of it speaks for one.
func (rd *reading) settleWhole(y *box) {
	var yes, all float32
	for j := y.first; j < y.last; j++ {
		b := &rd.blocks[j]
		if b.kind == textBlock && !b.removed {
			all += float32(b.words + 2)
			if b.role.isProse() {
				yes += float32(b.words + 2)
			}
		}
	}
	if yes == all {
		return
	}
	around := y
	if p := &rd.boxes[max(y.parent, 0)]; p.tag == atom.Figure && p.last-y.last <= 1 {
		around = p // with a caption
	}
	if y.tag == atom.Table && rd.isAmidText(around) || y.tag != atom.Table && rd.isListOfText(y) {
		for j := y.first; j < y.last; j++ {
			if rd.blocks[j].kind == textBlock {
				rd.giveBodyRole(int(j), "list or table amid the text")
			}
		}
		return
	}
	if yes == 0 {
		return
	}
	most := yes*2 >= all || yes*4 >= all && y.tag != atom.Table && rd.isAmidText(y) && rd.linksIn(y) == 0
	// A row without a cell puts the others under the wrong heads.
	whole := (y.tag == atom.Table || yes*4 >= all*3) && rd.linksIn(y) < mostlyLinks && (int(y.first) > rd.headline || int(y.last) <= rd.headline)
	for j := y.first; j < y.last; j++ {
		b := &rd.blocks[j]
		switch {
		case b.kind != textBlock || b.removed:
		case most && b.role == boilerplate && (whole || b.probability > 0.15):
			rd.giveBodyRole(int(j), "part of a list or table of the text")
		case yes*5 < all && b.role.isProse():
			rd.claim(int(j), boilerplate, "part of a list or table that is no text")
		}
	}
}

// isAmidText says whether prose of the body stands close before and after a
// container, or on both sides of it in the one around it.
func (rd *reading) isAmidText(y *box) bool {
	return rd.isProseNear(int(y.first), -1) && rd.isProseNear(int(y.last)-1, 1) ||
		rd.isProseBeside(y, int(y.first)-1, -1) && rd.isProseBeside(y, int(y.last), 1)
}

// isProseNear says whether one of the three text blocks beside block i is prose of the body.
func (rd *reading) isProseNear(i, step int) bool {
	for range 3 {
		if i = rd.textBeside(i, step); i < 0 {
			return false
		}
		if rd.blocks[i].role.isProse() {
			return true
		}
	}
	return false
}

// maxBeside is how many blocks are looked at for prose in the container around another.
const maxBeside = 40

// isProseBeside says whether a paragraph stands right in the container around y, from block i on.
func (rd *reading) isProseBeside(y *box, i, step int) bool {
	around := &rd.boxes[max(y.parent, 0)]
	for n := 0; n < maxBeside && i >= int(around.first) && i < int(around.last); i, n = i+step, n+1 {
		if b := &rd.blocks[i]; b.role == roleParagraph && rd.boxes[b.box].parent == y.parent {
			return true
		}
	}
	return false
}

// maxSiteLine is how many words a line of the site's own has at most.
const maxSiteLine = 14

// settleLines takes lines out of the body that are the site's own words.
func (rd *reading) settleLines() {
	for i := range rd.blocks {
		b := &rd.blocks[i]
		if !b.role.isProse() || b.words > maxSiteLine || b.role == roleCell || b.role == roleCode {
			continue
		}
		whole, start := b.phrases().whole, b.phrases().starts
		switch {
		case start.has(phraseBoilerplate) && b.ends != '.' && b.role != roleHeading,
			whole.has(phraseShare), whole.has(phraseMore), whole.has(phraseComments), whole.has(phraseSponsored), whole.has(phraseSitewide):
			rd.claim(i, boilerplate, "a line of the site's own")
		case b.role == roleParagraph && b.ends != '.' && b.link1-b.link0 >= 3 && b.linkDensity() > 0.75 && b.words <= 4*(b.link1-b.link0):
			rd.claim(i, boilerplate, "a row of links")
		case isMachineText(b):
			rd.claim(i, boilerplate, "an address or a machine's date")
		case b.linkDensity() > 0.9 && rd.allTools(b):
			rd.claim(i, boilerplate, "links to the site's own tools")
		case b.ends == ':' && rd.boxes[b.box].in&inForm != 0 && b.words <= 4:
			rd.claim(i, boilerplate, "label of a form")
		}
	}
}

// maxOverText is how many blocks of the body are looked at for counts: a
// standfirst may stand over them.
const maxOverText = 3

// dropCounts takes the lines over the text out that say how long it is, how many
// have read it or what they said.
func (rd *reading) dropCounts() {
	for i, n := rd.first, 0; i < rd.last && n < maxOverText; i++ {
		b := &rd.blocks[i]
		if !b.role.isProse() {
			continue
		}
		n++
		if b.role == roleParagraph && b.digits > 0 && (isCount(b.text) || b.ends == 0 && rd.isRowOfCounts(b) && rd.holdsCount(b)) {
			rd.claim(i, boilerplate, "counts over the text")
		}
	}
}

// holdsCount says whether one element of a line is a number of comments or what a page offers to do with it.
func (rd *reading) holdsCount(b *block) bool {
	return slices.ContainsFunc(inlineParts(rd.boxes[b.box].node), func(p inlinePart) bool {
		s := phraseSets(p.text)
		return s.has(phraseShare) || s.has(phraseBoilerplate) || isCount(p.text)
	})
}

// isCommentCount says whether a line is a number of comments.
func isCommentCount(s string) bool {
	return phraseIs(phraseComments, strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }))
}

// isCount says whether a line is nothing but numbers and what they count: comments,
// views, minutes that it takes to read.
func isCount(s string) bool {
	if isCommentCount(s) {
		return true
	}
	if len(s) > maxCountLine {
		return false
	}
	counted := 0
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("|·•:/(){}[]~≈", r) }) {
		if part = strings.Trim(part, " .,'\u00a0\u202f-–—"); part == "" {
			continue
		}
		if p := phraseSets(part); !p.has(phraseCounted) && !p.has(phraseComments) {
			return false
		}
		counted++
	}
	return counted > 0
}

// maxCountLine is how many bytes a line of counts has at most.
const maxCountLine = 120

// allTools says whether every link of a block is a share button or its like.
func (rd *reading) allTools(b *block) bool {
	for l := b.link0; l < b.link1; l++ {
		t := rd.linkTextIn(l, b)
		if s := phraseSets(t); t != "" && !s.has(phraseShare) && !s.has(phraseMore) && !s.has(phraseComments) {
			return false
		}
	}
	return b.link1 > b.link0
}

// isMachineText says whether a block is an address or a machine's date, as some
// pages print for scripts to read.
func isMachineText(b *block) bool {
	if strings.ContainsAny(b.text, " \n") || b.role == roleCode {
		return false
	}
	return isURLish(b.text) || len(b.text) >= 16 && b.digits >= 12 && readDate(b.text).precision() >= 2
}
