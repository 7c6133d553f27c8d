package newspage

import (
	"strings"

	"github.com/newspage-go/newspage/internal/weburl"
)

// This file takes parts of the page out of the body that are not the article,
// whatever their text reads like: dialogs that ask for consent, readers'
// comments, the next article, text that is not shown.

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
		case before >= 2*minArticleWords && (y.marks&markComment != 0 || rd.opensComments(y)):
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
	rd.dropNextArticles()
	rd.dropHidden()
}

// opensComments says whether a container begins with a heading of comments that
// gives their number ("Discussion" alone heads a part of a paper), and holds more than that.
func (rd *reading) opensComments(y *box) bool {
	b := &rd.blocks[y.first]
	return y.last-y.first > 1 && b.kind == textBlock && b.words <= maxLabelWords && b.digits > 0 && isCommentCount(b.text)
}

// maxHeadBlocks is how many blocks the head of an article has at most.
const maxHeadBlocks = 6

// dropNextArticles takes out the articles that follow this one on its page, as
// where a page goes on with the next one when the reader scrolls: containers of
// the kind that the article stands in, right beside it, with a head of their own.
func (rd *reading) dropNextArticles() {
	if rd.headline < 0 || len(rd.chosen.body) > 0 {
		return
	}
	// A page has few containers around its headline: that each is compared with
	// all of the page costs little.
	for a, up := rd.blocks[rd.headline].box, 0; a > 0 && up < maxAncestors; a, up = rd.boxes[a].parent, up+1 {
		x := &rd.boxes[a]
		if rd.proseIn(x) < minArticleWords {
			continue
		}
		for s := int(a) + 1; s < len(rd.boxes); s++ {
			y := &rd.boxes[s]
			if y.parent == x.parent && y.sig == x.sig && y.first >= x.last && rd.hasHead(y) && rd.proseIn(y) > 0 && !rd.chosen.within(y) {
				rd.remove(int(y.first), int(y.last), "part of the next article")
			}
		}
	}
}

// maxAncestors is how many containers around the headline may be the article's.
const maxAncestors = 12

// hasHead says whether a container begins as an article does: with a heading that
// is not this page's, and is a link to another page of the site or of the rank of
// this one's headline, and with a byline or a date.
func (rd *reading) hasHead(y *box) bool {
	titled, credited := false, false
	for i, n := int(y.first), 0; i < int(y.last) && n < maxHeadBlocks; i++ {
		b := &rd.blocks[i]
		if b.kind != textBlock {
			continue
		}
		n++
		x := &rd.boxes[b.box]
		switch {
		case x.in&inHeading != 0 && !titled:
			titled = rd.isTitleOfAnother(i)
		case rd.namesAuthorOrDate(i):
			credited = true
		}
	}
	return titled && credited
}

// isTitleOfAnother says whether a heading is another article's: a link to another
// page of the site, or of the rank of this page's headline.
func (rd *reading) isTitleOfAnother(i int) bool {
	b := &rd.blocks[i]
	x := &rd.boxes[b.box]
	if x.in&inHeading == 0 {
		return false
	}
	h := &rd.blocks[max(rd.headline, 0)]
	return rd.namesAnotherPage(b) || rd.headline >= 0 && x.tag == rd.boxes[h.box].tag && b.text != h.text
}

// namesAnotherPage says whether the whole of a block is a link to another page of the site.
func (rd *reading) namesAnotherPage(b *block) bool {
	if b.link0 == b.link1 || int(b.linkBytes) < len(b.text) {
		return false
	}
	u := rd.linkURL(b.link0)
	if u == "" { // of a page whose own address nobody knows
		return isRelative(attr(rd.links[b.link0].node, "href"))
	}
	return rd.isHome(u) && weburl.Key(u) != weburl.Key(rd.pageURL())
}

// isRelative says whether a reference is relative to the page's address and leads to another page.
func isRelative(ref string) bool {
	ref = strings.TrimSpace(ref)
	i := strings.IndexAny(ref, ":/?#")
	return ref != "" && ref[0] != '#' && !strings.HasPrefix(ref, "//") && (i < 0 || ref[i] != ':')
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
