package newspage

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/newspage-go/newspage/internal/weburl"
)

// This file finds the related articles that no heading announces: lists of
// links and single cards that stand between the paragraphs or right under them.
// What tells them from the rest of the page is where they stand, that they are
// no text, and that each entry has one link to an article of the same site.

const (
	teaserTail      = 4  // blocks under the text that a list may begin in
	minTeaserWords  = 3  // words of an entry's title
	maxTeaserBlocks = 8  // blocks of a single card
	maxTeaserWords  = 90 // words of one
	sureItem        = 0.75
)

// findMarkedLists claims the lists without a heading that are called related.
func (rd *reading) findMarkedLists(seen map[string]int) {
	for x := int32(1); x < int32(len(rd.boxes)) && len(rd.related) < maxRelated; x++ {
		if y := &rd.boxes[x]; y.marks&markRelated != 0 && y.up&markRelated == 0 && rd.isMarkedList(y) {
			rd.readCards(int(y.first), int(y.last), rd.placeOf(int(y.last)), seen)
		}
	}
}

// findTeasers claims the lists and cards within the article.
func (rd *reading) findTeasers(seen map[string]int) {
	for x := int32(1); x < int32(len(rd.boxes)) && len(rd.related) < maxRelated; x++ {
		y := &rd.boxes[x]
		if (y.tag == atom.Ul || y.tag == atom.Ol) && int(y.first) > rd.first && int(y.first) <= rd.last+teaserTail && rd.isTeaserList(y) {
			rd.readCards(int(y.first), int(y.last), rd.placeOf(int(y.last)), seen)
		}
	}
	for i := rd.first + 1; i < rd.last && len(rd.related) < maxRelated; i++ {
		if rd.isTitleLine(i) {
			rd.readCards(i, i+1, PlaceInline, seen)
			continue
		}
		if end := rd.teaserEnd(i); end > i {
			rd.readCards(i, end, PlaceInline, seen)
			i = end
		}
	}
}

// isMarkedList says whether a container that is called related is a list of two
// articles of the site or more that nothing announces, neither as related nor as
// anything else.
func (rd *reading) isMarkedList(y *box) bool {
	if int(y.first) <= rd.first || y.in&(inNav|inFooter|inDialog) != 0 || (y.marks|y.up)&(markNav|markTags|markShare|markComment|markPopular|markSponsored|markProduct) != 0 {
		return false
	}
	titles := 0
	for j := int(y.first); j < int(y.last); j++ {
		b := &rd.blocks[j]
		switch {
		case b.kind != textBlock:
		case b.removed, b.role == roleRelated, b.role.isProse():
			return false
		case titles == 0 && (rd.isRelatedLabel(b) || b.linkBytes == 0 && rd.isUnderSiteLabel(j+1) && !rd.isInCard(j, int(y.first))):
			return false
		case b.words >= minTeaserWords && b.linkDensity() > 0.85 && rd.leadsToTeaser(j),
			b.linkBytes == 0 && rd.boxes[b.box].in&inHeading != 0 && rd.overlayLink(j, int(y.first), int(y.last)) >= 0:
			titles++
		}
	}
	return titles >= 2
}

// isTitleLine says whether a paragraph is a link to an article of the site and
// nothing else, as a title is: no sentence, no list's item.
func (rd *reading) isTitleLine(i int) bool {
	b := &rd.blocks[i]
	return b.kind == textBlock && !b.removed && (b.role == roleParagraph || b.role == boilerplate) && b.probability < 0.9 && b.words >= 5 && b.words <= 30 && b.ends != '.' && b.ends != ':' &&
		b.link1-b.link0 == 1 && b.linkDensity() > 0.98 && rd.boxes[b.box].in&(inList|inQuote|inHeading) == 0 && rd.boxes[b.box].tag == atom.P && rd.leadsToTeaser(i) && !(rd.boxes[b.box].in&inCell != 0 && rd.inDataTable(b.box))
}

// placeOf is the place of a list that ends before block i.
func (rd *reading) placeOf(i int) string {
	if i < rd.last {
		return PlaceInline
	}
	return PlaceList
}

// isTeaserList says whether a list is two links to articles of the site or more, and nothing else.
func (rd *reading) isTeaserList(y *box) bool {
	if y.in&(inNav|inFooter|inDialog|inTable) != 0 || (y.marks|y.up)&(markNav|markTags|markShare|markComment|markPopular|markSponsored|markByline|markProduct) != 0 {
		return false
	}
	if rd.isUnderSiteLabel(int(y.first)) {
		return false
	}
	items := 0
	for j := y.first; j < y.last; j++ {
		b := &rd.blocks[j]
		switch {
		case b.kind != textBlock:
		case b.removed, b.role != boilerplate && !(b.role == roleListItem && b.probability < sureItem), b.linkDensity() < 0.85, b.words < minTeaserWords, !rd.leadsToTeaser(int(j)):
			return false
		default:
			items++
		}
	}
	return items >= 2
}

// isUnderSiteLabel says whether the line before block i heads a list that is the same on every page.
func (rd *reading) isUnderSiteLabel(i int) bool {
	j := rd.textBeside(i, -1)
	if j < 0 || rd.blocks[j].words > maxLabelWords {
		return false
	}
	s := rd.blocks[j].phrases().whole
	return s.has(phraseSitewide) || s.has(phraseSponsored) || s.has(phraseComments) || s.has(phraseNewsletter)
}

// teaserEnd says where the card that begins at block i ends, 0 where none
// begins: what stands between two paragraphs and is no text, with one link to an
// article of the site under a heading or around a picture.
func (rd *reading) teaserEnd(i int) int {
	if b := &rd.blocks[i]; b.role != boilerplate || !rd.blocks[i-1].role.isProse() && rd.blocks[i-1].kind == textBlock {
		return 0
	}
	end, words, title, pictured := i, 0, -1, false
	keys := ""
	for ; end < rd.last && end-i <= maxTeaserBlocks; end++ {
		b := &rd.blocks[end]
		linked := b.role == roleHeading && b.linkDensity() > 0.85 && rd.leadsToTeaser(end) // the title of a card
		if b.role.isProse() && !linked || b.role == roleFigure {
			break
		}
		if b.role != boilerplate && !linked || b.removed || b.style&styleButton != 0 {
			return 0
		}
		words += int(b.words)
		x := &rd.boxes[b.box]
		if x.in&(inForm|inNav|inDialog) != 0 || x.asks || (b.marks|x.marks)&(markShare|markNav|markTags|markByline|markPromo|markProduct|markAd|markComment) != 0 {
			return 0
		}
		if b.kind == imageBlock {
			pictured = pictured || rd.images[b.image].link >= 0
			continue
		}
		if x.in&inHeading != 0 && b.words >= minTeaserWords && title < 0 {
			title = end
		}
		for l := b.link0; l < b.link1; l++ {
			if !rd.isTeaserLink(l) {
				continue
			}
			if k := weburl.Key(rd.linkURL(l)); keys == "" {
				keys = k
			} else if k != keys {
				return 0 // links to several articles: no card
			}
			if title < 0 && b.words >= minTeaserWords && b.linkDensity() > 0.85 && pictured {
				title = end
			}
		}
	}
	if title < 0 || keys == "" || words > maxTeaserWords || end-i > maxTeaserBlocks || end >= rd.last {
		return 0
	}
	return end
}

// leadsToTeaser says whether a block's longest link leads to an article of the site.
func (rd *reading) leadsToTeaser(i int) bool {
	l := rd.longestLink(i)
	return l >= 0 && rd.isTeaserLink(l)
}

// isTeaserLink says whether a link leads to an article of the site: on the same
// site, with an address whose end is written out or numbered as articles' are.
func (rd *reading) isTeaserLink(l int32) bool {
	if !rd.leadsToArticle(l) {
		return false
	}
	u := rd.linkURL(l)
	page := rd.pageURL()
	if page != "" && !weburl.SameSite(u, page) {
		return false
	}
	p, err := url.Parse(u)
	return err == nil && isArticlePath(p.Path)
}

// isArticlePath says whether the last segment of a path is a title written out, a number or a file.
func isArticlePath(path string) bool {
	last := strings.Trim(path, "/")
	last = last[strings.LastIndexByte(last, '/')+1:]
	digits := 0
	for _, c := range last {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	return strings.Count(last, "-")+strings.Count(last, "_") >= 2 || digits >= 5 || strings.HasSuffix(last, ".html") || strings.HasSuffix(last, ".htm") || strings.HasSuffix(last, ".php")
}
