package newspage

// This file takes parts of the page out of the body that are not the article,
// whatever their text reads like: dialogs that ask for consent, readers'
// comments, text that is not shown.

// settleOutside revises the body by the parts of the page that its blocks stand in.
func (rd *reading) settleOutside() {
	before := 0 // words of the body so far, boxes being in the order of their beginnings
	next := 0
	for x := range rd.boxes {
		y := &rd.boxes[x]
		for ; next < int(y.first); next++ {
			if b := &rd.blocks[next]; b.role.isProse() {
				before += int(b.words)
			}
		}
		if y.first == y.last || y.marks&(markBody|markArticle) != 0 || int(y.first) <= rd.headline && rd.headline < int(y.last) {
			continue
		}
		switch {
		case y.marks&markConsent != 0 && before >= minArticleWords:
			rd.dropPart(y, "asks for consent")
		case y.marks&markComment != 0 && before >= 2*minArticleWords:
			rd.dropPart(y, "readers' comments")
		case before < 2*minArticleWords || rd.wordsIn(y) > maxAsideWords:
		case y.marks&(markCaption|markByline|markFooter) != 0:
			rd.dropPart(y, "in a container called caption, byline or footer")
		case rd.isPictureBox(y):
			rd.dropPart(y, "in a picture's container")
		case y.marks&(markTags|markNav) != 0 && rd.linksIn(y) > 0.5:
			rd.dropPart(y, "links to other parts of the site")
		}
	}
	rd.dropHidden()
}

// maxAsideWords is how many words a container has at most whose class says that it is beside the text.
const maxAsideWords = 150

// linksIn is the share of a container's text that stands in links.
func (rd *reading) linksIn(y *box) float64 {
	var linked, all int
	for j := y.first; j < y.last; j++ {
		if b := &rd.blocks[j]; b.kind == textBlock {
			linked += int(b.linkBytes)
			all += len(b.text)
		}
	}
	return float64(linked) / float64(max(all, 1))
}

// minShownWords is how much of the body is to be seen where a fold beside it is none of it.
const minShownWords = 100

// dropHidden takes out what is hidden outside the container of the body that is
// shown. Inside it the hidden text is a fold that one click opens.
func (rd *reading) dropHidden() {
	shown, hidden := 0, 0
	around := int32(-1) // the container of all that is shown
	for i := range rd.blocks {
		b := &rd.blocks[i]
		switch {
		case !b.role.isProse():
		case rd.isOutOfSight(b.box):
			hidden += int(b.words)
		default:
			shown += int(b.words)
			around = rd.commonBox(around, b.box)
		}
	}
	if hidden == 0 || shown < minArticleWords {
		return // the only text there is
	}
	most := shown >= minShownWords && shown >= hidden
	x := &rd.boxes[around]
	for i := range rd.blocks {
		b := &rd.blocks[i]
		if !b.role.isProse() || !rd.isOutOfSight(b.box) {
			continue
		}
		switch {
		case most && (i < int(x.first) || i >= int(x.last)):
			rd.claim(i, boilerplate, "hidden, and no part of the text that is shown")
		case rd.boxes[b.box].in&inHiddenForGood != 0 && 2*shown >= hidden:
			rd.claim(i, boilerplate, "hidden in a way that no click undoes")
		case rd.isLoneHidden(b.box):
			rd.claim(i, boilerplate, "hidden by itself amid the text that is shown")
		}
	}
}

// isOutOfSight says whether a container or one around it is hidden.
func (rd *reading) isOutOfSight(x int32) bool { return rd.boxes[x].in&(inHidden|inHiddenForGood) != 0 }

// isLoneHidden says whether what container x holds is hidden by itself, with text that is shown
// on both sides. A fold hides all that follows, or several paragraphs in one
// container, or what stands under the heading that opens it.
func (rd *reading) isLoneHidden(x int32) bool {
	for rd.boxes[x].parent >= 0 && rd.isOutOfSight(rd.boxes[x].parent) {
		x = rd.boxes[x].parent
	}
	top := &rd.boxes[x]
	before, after := int(top.first)-1, int(top.last)
	return top.last-top.first <= 2 && rd.isShownProse(before) && !rd.opensFold(before) && rd.isShownProse(after)
}

// opensFold says whether a block is a heading or a button, which may open what follows it.
func (rd *reading) opensFold(i int) bool {
	b := &rd.blocks[i]
	return b.role == roleHeading || b.style&styleButton != 0 || rd.boxes[b.box].in&(inHeading|inSummary) != 0
}

// isShownProse says whether a block is text of the body that is seen.
func (rd *reading) isShownProse(i int) bool {
	return i >= 0 && i < len(rd.blocks) && rd.blocks[i].role.isProse() && !rd.isOutOfSight(rd.blocks[i].box)
}

// commonBox is the innermost container around two; -1 stands for no container yet.
func (rd *reading) commonBox(a, b int32) int32 {
	if a < 0 {
		return b
	}
	for a != b {
		if rd.boxes[a].depth > rd.boxes[b].depth {
			a = rd.boxes[a].parent
		} else {
			b = rd.boxes[b].parent
		}
	}
	return a
}

// dropPart takes the blocks of a container out of the body.
func (rd *reading) dropPart(y *box, reason string) {
	for j := y.first; j < y.last; j++ {
		if rd.blocks[j].role.isProse() {
			rd.claim(int(j), boilerplate, reason)
		}
	}
}
