package newspage

import (
	"net/url"
	"slices"
	"sort"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/newspage-go/newspage/internal/weburl"
)

// This file finds the other articles that the page offers with this one: the
// "Read also" link between the paragraphs and the list under "Related". Cards
// are known by structure (each has one main link to an article) and by the
// words over the list, not by the names of their classes alone.

// inlineTail is how many blocks under the text an inline link may stand, behind a source line or tags.
const inlineTail = 4

// maxRelated caps the entries of one page.
const maxRelated = 100

// findRelated claims related entries, inline ones first, lists then.
func (rd *reading) findRelated() {
	seen := map[string]int{weburl.Key(rd.pageURL()): ownPage} // index of the entry by its key
	for _, s := range rd.chosen.related {
		rd.readList(s.first-1, s.last, seen)
	}
	rd.findMarkedLists(seen)
	for i := 0; i < len(rd.blocks); i++ {
		if len(rd.related) >= maxRelated {
			return
		}
		if rd.blocks[i].role.isProse() || i >= rd.first && i < rd.last+inlineTail {
			if rd.readLinkCard(i, seen) || rd.readInline(i, seen) {
				continue
			}
		}
		if end, ok := rd.listAt(i); ok {
			rd.readList(i, end, seen)
			i = end - 1
		}
	}
	rd.findTeasers(seen)
}

func (rd *reading) pageURL() string {
	return firstOf(rd.meta.canonical, rd.meta.page)
}

// readLinkCard reads block i as another article that stands between the
// paragraphs as a publishing system prints one by its address: a blockquote that
// is one link, and a frame with its preview.
func (rd *reading) readLinkCard(i int, seen map[string]int) bool {
	b := &rd.blocks[i]
	if b.removed || b.kind != textBlock || b.linkBytes < minTitle || b.linkDensity() < 0.9 {
		return false
	}
	x := rd.ancestor(b.box, atom.Blockquote)
	if x < 0 || rd.boxes[x].last-rd.boxes[x].first != 1 {
		return false
	}
	l := rd.longestLink(i)
	if l < 0 || !rd.isHome(rd.linkURL(l)) && rd.boxes[x].marks&markWidget == 0 {
		return false
	}
	u := weburl.StripTracking(rd.linkURL(l))
	rd.addRelated(Related{Title: rd.linkText(l), URL: u, Place: PlaceInline}, seen)
	rd.claim(i, roleRelated, "card of another article")
	for j := i + 1; j < min(i+3, len(rd.blocks)); j++ {
		if e := &rd.blocks[j]; e.kind == embedBlock && strings.HasPrefix(rd.embedURL(e.node), u) {
			rd.claim(j, boilerplate, "preview of another article")
		}
	}
	return true
}

// readInline reads block i as an inline related link.
func (rd *reading) readInline(i int, seen map[string]int) bool {
	b := &rd.blocks[i]
	if b.removed || b.kind != textBlock || b.link1 == b.link0 || b.words > 60 || rd.boxes[b.box].in&inCell != 0 && rd.inDataTable(b.box) {
		return false
	}
	text := b.line()
	rest, labelled := phrasePrefix(phraseInline, text)
	marked := labelled && strings.ContainsAny(text[:len(text)-len(rest)], ":：|-–—→»►")
	if labelled && !marked && b.linkDensity() > 0.95 && isTitleWord(text[:len(text)-len(rest)]) {
		labelled = false
	}
	if !labelled || rest == "" || !marked && b.linkDensity() < 0.7 {
		if !rd.labelBefore(i) || b.linkDensity() < 0.9 {
			return false
		}
		rest = text
	}
	l := rd.longestLink(i)
	if l < 0 {
		return false
	}
	title := cutInlineLabel(rd.linkText(l))
	if len(title)*2 < len(rest) || len(title) < minTitle || len(title) < 40 && len(wordsOf(title, 4)) < 3 {
		return false // a sentence that contains a link
	}
	rd.addRelated(Related{Title: title, URL: weburl.StripTracking(rd.linkURL(l)), Place: PlaceInline}, seen)
	rd.claim(i, roleRelated, "inline link to another article")
	return true
}

// cutInlineLabel cuts "Read also:" off a title; "Column:" and the like are its own words.
func cutInlineLabel(title string) string {
	after, ok := phrasePrefix(phraseInline, title)
	if !ok || after == "" {
		return title
	}
	label := title[:len(title)-len(after)]
	if isTitleWord(label) {
		return title
	}
	return after
}

// isTitleWord says whether a label is rather the first word of a title: a kicker or an outlet's name, "Column", "Tribune".
func isTitleWord(label string) bool {
	s := phraseSets(label)
	return len(strings.Fields(label)) == 1 && (s.has(phraseKicker) || s.has(phraseOutlet))
}

// labelBefore says whether the block before is a label such as "Read also" by itself.
func (rd *reading) labelBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		b := &rd.blocks[j]
		if b.kind != textBlock {
			continue
		}
		if b.words <= 6 && b.style&styleButton == 0 && b.linkBytes == 0 && (b.phrases().whole.has(phraseInline) || b.phrases().whole.has(phraseRelated)) {
			if b.role != roleRelated {
				rd.claim(j, roleRelated, "label over a related article")
			}
			return true
		}
		return b.role == roleRelated && rd.boxes[b.box].sig == rd.boxes[rd.blocks[i].box].sig && rd.areSiblings(b.box, rd.blocks[i].box)
	}
	return false
}

// longestLink is the link with most text in block i, -1 where none leads to an article.
func (rd *reading) longestLink(i int) int32 {
	b := &rd.blocks[i]
	best, most := int32(-1), int32(0)
	for l := b.link0; l < b.link1; l++ {
		if n := rd.links[l].end - rd.links[l].start; n > most && rd.leadsToArticle(l) {
			best, most = l, n
		}
	}
	return best
}

// leadsToArticle says whether a link's address looks like an article's: on
// the web, deeper than a front page, no list of a tag or an author, not paid for.
func (rd *reading) leadsToArticle(l int32) bool {
	u := rd.linkURL(l)
	if u == "" || rd.isPaidFor(l) {
		return false
	}
	p, err := url.Parse(u)
	if err != nil {
		return false
	}
	path := strings.ToLower(strings.Trim(p.Path, "/"))
	if path == "" && p.RawQuery == "" {
		return false
	}
	for seg := range strings.SplitSeq(path, "/") {
		switch seg {
		case "abonnement", "abonnements", "abo", "abonner", "subscriptions", "subscribe-now", "inloggen", "connexion", "signup", "sign-up", "signin", "register",
			"product", "products", "shop", "store", "event", "person", "pricing", "demo", "free", "trial", "contact",
			"thema", "themen", "tema", "temas", "sujet", "kategorie", "rubrik", "subjects", "section", "sections", "schlagwort", "profile",
			"tag", "tags", "author", "authors", "category", "topic", "topics", "search", "login", "subscribe", "newsletter", "newsletters", "account":
			return false
		}
	}
	return true
}

// isPaidFor says whether a link is marked as paid for: rel="sponsored", which
// Google asks advertisers to set.
func (rd *reading) isPaidFor(l int32) bool {
	for rel := range strings.FieldsSeq(attr(rd.links[l].node, "rel")) {
		if strings.EqualFold(rel, "sponsored") {
			return true
		}
	}
	return false
}

// maxListSteps is how often in all the blocks of a page are looked at to find where lists end.
const maxListSteps = 8

// listAt says whether a list of related articles begins at block i, and where it ends.
func (rd *reading) listAt(i int) (int, bool) {
	b := &rd.blocks[i]
	if b.removed || b.kind != textBlock || b.words > maxLabelWords || rd.boxes[b.box].in&inNav != 0 || !rd.isRelatedLabel(b) || b.linkDensity() > 0.9 && rd.leadsToArticleIn(b) {
		return 0, false
	}
	whole := b.phrases().whole.has(phraseRelated)
	box := b.box
	for depth := 0; depth < 6 && box > 0; depth++ {
		x := &rd.boxes[box]
		end := rd.endOfList(i+1, int(x.last))
		if rd.listSteps += end - i; rd.listSteps > maxListSteps*(len(rd.blocks)+100) {
			return 0, false // headings without end, none of which has a list
		}
		if !whole && rd.holdsText(i+1, end) {
			return 0, false // a section of the article
		}
		n := rd.mainLinks(i+1, end)
		if n == 1 && i > rd.first && i < rd.last-2 {
			return 0, false // one link between the paragraphs is an inline one
		}
		if n >= 2 || n == 1 && depth > 0 {
			return end, true
		}
		if x.tag == atom.Body || x.tag == atom.Main {
			break
		}
		box = x.parent
	}
	return 0, false
}

// holdsText says whether sentences of the article stand in a range of blocks.
func (rd *reading) holdsText(from, to int) bool {
	for j := from; j < to; j++ {
		if b := &rd.blocks[j]; b.role.isProse() && b.words >= 12 && b.linkDensity() < 0.3 {
			return true
		}
	}
	return false
}

// maxLabelWords is how many words the heading of a list has at most.
const maxLabelWords = 10

// isRelatedLabel says whether a line is the heading of a list of related
// articles: such a phrase and nothing else, or a heading that begins with one
// and goes on with the subject ("More on car repair").
func (rd *reading) isRelatedLabel(b *block) bool {
	x := &rd.boxes[b.box]
	whole := b.phrases().whole
	if whole.has(phraseSponsored) || whole.has(phraseMore) && b.linkDensity() > 0.9 && x.in&inHeading == 0 {
		return false // "Read more" as a link leads on
	}
	if whole.has(phraseRelated) {
		return true
	}
	if b.ends == '.' || b.linkBytes > 0 || x.in&(inList|inCell) != 0 || x.in&inHeading == 0 && b.ends != ':' && b.style&styleBold == 0 && (b.role.isProse() || b.words > 8) {
		return false
	}
	return b.phrases().starts.has(phraseRelated)
}

func (rd *reading) leadsToArticleIn(b *block) bool {
	return b.link1 > b.link0 && rd.leadsToArticle(b.link0) && b.words > 4
}

// endOfList is where the next section begins: another heading over a list, comments, a form.
func (rd *reading) endOfList(from, to int) int {
	for j := from; j < to; j++ {
		b := &rd.blocks[j]
		if b.kind != textBlock {
			continue
		}
		x := &rd.boxes[b.box]
		if b.words <= 8 && b.linkBytes == 0 && x.depth <= rd.boxes[rd.blocks[max(from-1, 0)].box].depth+1 {
			s := b.phrases().whole
			if x.in&inHeading == 0 && (s.has(phraseKicker) || s.has(phraseSitewide) && !s.has(phraseRelated) && rd.isInCard(j, from)) {
				continue // a card's own label
			}
			if s.has(phraseSitewide) || s.has(phraseComments) || s.has(phraseSponsored) || s.has(phraseNewsletter) || s.has(phraseRelated) {
				return j
			}
		}
		if x.in&(inFooter|inForm|inNav) != 0 && rd.boxes[rd.blocks[max(from-1, 0)].box].in&(inFooter|inForm|inNav) != x.in&(inFooter|inForm|inNav) || (x.marks|x.up)&markComment != 0 {
			return j
		}
		if b.role.isProse() && b.words >= 20 && b.linkDensity() < 0.3 && !rd.isExcerpt(j, from) {
			return j
		}
	}
	return to
}

// isInCard says whether block j stands in a container of its own over the title of
// one article: a kicker may be a word that heads a list elsewhere ("Local").
func (rd *reading) isInCard(j, from int) bool {
	x := &rd.boxes[rd.blocks[j].box]
	return int(x.first) >= from && x.last-x.first <= maxTeaserBlocks && len(rd.cardsIn(j+1, int(x.last))) == 1
}

// isExcerpt says whether a block that reads like body stands in a card of the
// list: right behind a title that links, in a container with little else.
func (rd *reading) isExcerpt(j, from int) bool {
	b := &rd.blocks[j]
	if b.link0 < b.link1 && rd.links[b.link0].start <= b.start && len(rd.linkText(b.link0)) >= minTitle && strings.IndexByte(b.text, '\n') > 0 {
		return true // title and excerpt in one block, a line break between
	}
	for k := j - 1; k >= from && k >= j-3; k-- {
		if rd.isLinkedTitle(k) {
			return !rd.isAmidProse(j, k)
		}
	}
	return false
}

// isLinkedTitle says whether block k is little else than a link with a title, or
// the heading of a card that has one link.
func (rd *reading) isLinkedTitle(k int) bool {
	b := &rd.blocks[k]
	if b.kind != textBlock {
		return false
	}
	return b.linkBytes >= minTitle && b.linkDensity() > 0.7 ||
		b.linkBytes == 0 && rd.boxes[b.box].in&inHeading != 0 && rd.overlayLink(k, 0, len(rd.blocks)) >= 0
}

// maxCardReach is how many blocks around an excerpt are looked at.
const maxCardReach = 40

// isAmidProse says whether the container around the linked title k and block j
// holds more paragraphs than such titles: then it is the article, and j one of its paragraphs.
func (rd *reading) isAmidProse(j, k int) bool {
	box := rd.blocks[j].box
	for box > 0 && int(rd.boxes[box].first) > k {
		box = rd.boxes[box].parent
	}
	x := &rd.boxes[box]
	prose, titles := 0, 0
	for i := max(int(x.first), j-maxCardReach); i < min(int(x.last), j+maxCardReach); i++ {
		b := &rd.blocks[i]
		switch {
		case rd.isLinkedTitle(i):
			titles++
		case b.role.isProse() && b.words >= 20 && b.linkDensity() < 0.3:
			prose++
		}
	}
	return prose > titles+1
}

// minTitle is how many characters a link's text needs to be an article's title.
const minTitle = 12

// mainLinks counts the links of a range that carry a title.
func (rd *reading) mainLinks(from, to int) int {
	n := 0
	for j := from; j < to; j++ {
		b := &rd.blocks[j]
		if b.kind != textBlock {
			continue
		}
		linked := b.linkBytes >= minTitle && b.link1 > b.link0 && rd.leadsToArticle(b.link0)
		if linked || b.linkBytes == 0 && rd.boxes[b.box].in&inHeading != 0 && rd.overlayLink(j, from, to) >= 0 {
			n++
		}
	}
	return n
}

// A card is the part of a list that belongs to one entry.
type card struct {
	url   string
	key   string
	title int // block of the title
	link  int32
	box   int32 // the container that is the card's alone, -1 where there is none
}

// readList reads the entries of the list in blocks[i+1:end], whose heading block i is, and claims them.
func (rd *reading) readList(i, end int, seen map[string]int) {
	if rd.readCards(i+1, end, PlaceList, seen) && i >= 0 && rd.blocks[i].role != roleHeadline {
		rd.claim(i, roleRelated, "list of related articles")
		rd.blocks[i].group = 0
	}
}

// readCards reads the entries in blocks[from:end] and claims them; it reports whether there are any.
func (rd *reading) readCards(from, end int, place string, seen map[string]int) bool {
	cards := rd.cardsIn(from, end)
	if len(cards) == 1 && rd.blocks[cards[0].title].words < 4 {
		return false // a button and no article
	}
	owners := rd.ownersOf(cards, from, end)
	home := rd.linksHome(cards)
	for k := range cards {
		r := rd.readCard(&cards[k], k, owners, from)
		if r.Place = place; home && !rd.isHome(r.URL) || isSectionLink(&r) || k == 0 && rd.isHeadOfList(cards) {
			continue // an advertiser, a shop, a section among the articles
		}
		rd.addRelated(r, seen)
	}
	for j := from; j < end; j++ {
		if b := &rd.blocks[j]; b.role != roleHeadline && !(b.role == roleParagraph && b.linkBytes == 0 && len(cards) == 0) {
			rd.claim(j, roleRelated, "list of related articles")
			b.group = 0
		}
	}
	return true
}

// linksHome says whether one of the cards leads to an article of the page's own site.
func (rd *reading) linksHome(cards []card) bool {
	for i := range cards {
		if rd.isHome(cards[i].url) {
			return true
		}
	}
	return false
}

// isHome says whether an address is one of the page's own site.
func (rd *reading) isHome(u string) bool {
	page := rd.pageURL()
	return page == "" || weburl.SameSite(u, page)
}

// isSectionLink says whether an entry leads to a section of a site: a short name and a short address.
func isSectionLink(r *Related) bool {
	if len(wordsOf(r.Title, 4)) > 3 {
		return false
	}
	p, err := url.Parse(r.URL)
	return err == nil && !isArticlePath(p.Path) && p.RawQuery == ""
}

// isHeadOfList says whether the first card is the list's own heading: set otherwise
// than the next one, and linked to the section that articles of the list stand in.
func (rd *reading) isHeadOfList(cards []card) bool {
	if len(cards) < 3 || rd.boxes[rd.blocks[cards[0].title].box].tag == rd.boxes[rd.blocks[cards[1].title].box].tag {
		return false
	}
	section := strings.TrimRight(cards[0].url, "/") + "/"
	return slices.ContainsFunc(cards[1:], func(c card) bool { return strings.HasPrefix(c.url, section) })
}

// cardsIn finds the links that carry the entries' titles.
func (rd *reading) cardsIn(from, to int) []card {
	var cards []card
	byKey := map[string]int{}
	for j := from; j < to; j++ {
		b := &rd.blocks[j]
		if b.removed || b.kind != textBlock {
			continue
		}
		l := rd.longestLink(j)
		if l < 0 && rd.boxes[b.box].in&inHeading != 0 {
			l = rd.overlayLink(j, from, to)
		}
		if l < 0 || b.phrases().whole.has(phraseMore) {
			continue
		}
		if rd.isLinkRow(b) {
			cards = rd.appendRow(cards, byKey, j)
			continue
		}
		u := weburl.StripTracking(rd.linkURL(l))
		key := weburl.Key(u)
		k, ok := byKey[key]
		if !ok {
			if len(cards) >= maxRelated || b.linkBytes < minTitle && b.chars < minTitle/2 || b.linkBytes < minTitle && rd.boxes[b.box].in&inHeading == 0 {
				continue
			}
			byKey[key] = len(cards)
			cards = append(cards, card{url: u, key: key, title: j, link: l, box: -1})
			continue
		}
		if rd.betterTitle(j, cards[k].title) {
			cards[k].title, cards[k].link = j, l
		}
	}
	return cards
}

// maxRowLinks is how many links of a line are looked at to tell a list from text.
const maxRowLinks = 32

// isLinkRow says whether a block is several links and nothing else: a list whose
// entries are parted by line breaks.
func (rd *reading) isLinkRow(b *block) bool {
	if b.link1-b.link0 < 2 || b.linkDensity() < 0.85 {
		return false
	}
	for l := b.link0; l < min(b.link1, b.link0+maxRowLinks); l++ {
		if len(rd.linkText(l)) < minTitle || !rd.leadsToArticle(l) {
			return false
		}
	}
	return true
}

// appendRow adds a card for each link of block j.
func (rd *reading) appendRow(cards []card, byKey map[string]int, j int) []card {
	b := &rd.blocks[j]
	for l := b.link0; l < b.link1 && len(cards) < maxRelated; l++ {
		u := weburl.StripTracking(rd.linkURL(l))
		key := weburl.Key(u)
		if _, ok := byKey[key]; !ok {
			byKey[key] = len(cards)
			cards = append(cards, card{url: u, key: key, title: j, link: l, box: -1})
		}
	}
	return cards
}

// maxCardLinks is how many links a card has at most.
const maxCardLinks = 16

// overlayLink is the one link of the card around a heading that is not linked
// itself: an empty link laid over the card, or one around its picture. -1 where
// the card has none, or links to several articles.
func (rd *reading) overlayLink(j, from, to int) int32 {
	for at, steps := rd.blocks[j].box, 0; at > 0 && steps < 4; at, steps = rd.boxes[at].parent, steps+1 {
		x := &rd.boxes[at]
		if int(x.first) < from || int(x.last) > to {
			break
		}
		found, key := int32(-1), ""
		first := rd.firstLinkFrom(x.first)
		for l := first; int(l) < len(rd.links) && rd.links[l].block < x.last; l++ {
			if l == first+maxCardLinks {
				return -1
			}
			if !rd.leadsToArticle(l) {
				continue
			}
			k := weburl.Key(rd.linkURL(l))
			if found >= 0 && k != key {
				return -1
			}
			found, key = l, k
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

// firstLinkFrom is the first link that begins at block i or later.
func (rd *reading) firstLinkFrom(i int32) int32 {
	n := sort.Search(len(rd.links), func(l int) bool { return rd.links[l].block >= i })
	return int32(n)
}

// betterTitle says whether block a is more likely a card's title than block b.
func (rd *reading) betterTitle(a, b int) bool {
	x, y := &rd.blocks[a], &rd.blocks[b]
	hx, hy := rd.boxes[x.box].in&inHeading != 0, rd.boxes[y.box].in&inHeading != 0
	if hx != hy {
		return hx
	}
	return y.words < 4 && x.words > y.words && x.words < 30
}

// ownersOf says which card each block of blocks[from:to] belongs to, -1 for none:
// the card it links to; else the card whose title is the only one in a container
// around both; else the card before it.
func (rd *reading) ownersOf(cards []card, from, to int) []int {
	owners := make([]int, max(to-from, 0))
	byKey := make(map[string]int, len(cards))
	for k := range cards {
		byKey[cards[k].key] = k
	}
	for j := range owners {
		owners[j] = rd.linkedCard(from+j, byKey)
	}
	for k := range cards {
		first, last, box := rd.extentOf(cards, k, from, to)
		cards[k].box = box
		for j := first; j < last; j++ {
			if owners[j-from] < 0 {
				owners[j-from] = k
			}
		}
	}
	for j := 1; j < len(owners); j++ {
		if owners[j] < 0 {
			owners[j] = owners[j-1]
		}
	}
	return owners
}

// linkedCard is the card that block j links to, -1 where it links to none.
func (rd *reading) linkedCard(j int, byKey map[string]int) int {
	b := &rd.blocks[j]
	first, last := b.link0, b.link1
	if b.kind == imageBlock {
		first = rd.images[b.image].link
		last = first + 1
	}
	for l := max(first, 0); l < last; l++ {
		if k, ok := byKey[weburl.Key(rd.linkURL(l))]; ok {
			return k
		}
	}
	return -1
}

// extentOf is the range of blocks that belong to card k: the largest container
// around its title that holds no other card's title, -1 where there is none.
func (rd *reading) extentOf(cards []card, k, from, to int) (first, last int, box int32) {
	lo, hi := from, to
	if k > 0 {
		lo = cards[k-1].title + 1
	}
	if k+1 < len(cards) {
		hi = cards[k+1].title
	}
	at := cards[k].title
	first, last, box = at, at+1, -1
	for b := rd.blocks[at].box; b > 0; b = rd.boxes[b].parent {
		x := &rd.boxes[b]
		if int(x.first) < lo || int(x.last) > hi {
			break
		}
		first, last, box = int(x.first), int(x.last), b
	}
	return first, last, box
}

// readCard reads title, summary and image of card k from the blocks that belong to it.
func (rd *reading) readCard(c *card, k int, owners []int, from int) Related {
	r := Related{URL: c.url, Place: PlaceList}
	c.title = rd.headOfLink(c)
	r.Title = rd.blocks[c.title].line()
	if t := rd.linkText(c.link); rd.links[c.link].block == int32(c.title) && len(t) >= minTitle && (len(t) <= len(r.Title) || !strings.Contains(t, r.Title)) && !rd.isPartlyLinked(c) {
		r.Title = t // of a link around several blocks the title is one
	}
	if t, s := rd.splitTitle(c); t != "" {
		r.Title, r.Summary = t, s
	}
	row := rd.isLinkRow(&rd.blocks[c.title])
	if rest, ok := strings.CutPrefix(rd.blocks[c.title].text, r.Title+"\n"); ok && len(rest) > minTitle && !row {
		r.Summary = foldSpace(rest)
	}
	for i, owner := range owners {
		b := &rd.blocks[from+i]
		switch {
		case owner != k || b.removed:
		case b.kind == imageBlock && r.Image == nil:
			im := &rd.images[b.image]
			if u := rd.imageURL(im); u != "" && !isSmall(im.node) {
				r.Image = &Image{URL: u, Alt: cleanText(attr(im.node, "alt"))}
			}
		case b.kind == textBlock && from+i != c.title && rd.isSummary(b, r.Title) && (r.Summary == "" || len(b.text) > len(r.Summary)):
			r.Summary = b.line()
		}
	}
	if r.Image == nil {
		if u := rd.backgroundIn(c.box); u != "" {
			r.Image = &Image{URL: u}
		}
	}
	return r
}

// maxLinked is how many blocks of a link around a card are looked at.
const maxLinked = 8

// headOfLink is the block of a card's title: of a link around several blocks the
// heading of the highest rank, since a kicker over it may be one too.
func (rd *reading) headOfLink(c *card) int {
	best, l := c.title, &rd.links[c.link]
	if l.block != int32(c.title) {
		return best
	}
	for j := c.title + 1; j < len(rd.blocks) && j < c.title+maxLinked && rd.blocks[j].start < l.end; j++ {
		if b := &rd.blocks[j]; b.kind == textBlock && b.words > 1 && rd.headingRank(b.box) < rd.headingRank(rd.blocks[best].box) {
			best = j
		}
	}
	return best
}

// headingRank is the rank of the heading around a box, 7 where there is none.
func (rd *reading) headingRank(b int32) int {
	for ; b >= 0 && rd.boxes[b].in&inHeading != 0; b = rd.boxes[b].parent {
		switch rd.boxes[b].tag {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return int(rd.boxes[b].node.Data[1] - '0')
		}
	}
	return 7
}

// isPartlyLinked says whether a title's last words alone are linked, as writers
// of newsletters do: "Upgrading? Here is what to spend your money on".
func (rd *reading) isPartlyLinked(c *card) bool {
	b := &rd.blocks[c.title]
	l := &rd.links[c.link]
	return b.link1-b.link0 == 1 && b.words <= 25 && l.start > b.start && b.linkDensity() > 0.3 && strings.IndexByte(b.text, '\n') < 0 &&
		strings.HasSuffix(b.text, rd.linkText(c.link)) && !strings.ContainsAny(b.text[:len(b.text)-len(rd.linkText(c.link))], ":|–—") && rd.boxes[b.box].in&(inList|inHeading) != 0
}

// splitTitle parts a title line that is several inline elements: a label, the
// title, a date, an excerpt. The title is the part that is called so, else the
// first that is long enough; both are "" where the line is one part.
func (rd *reading) splitTitle(c *card) (title, summary string) {
	b := &rd.blocks[c.title]
	parts := inlineParts(rd.boxes[b.box].node)
	if rd.links[c.link].box == b.box || rd.links[c.link].block < int32(c.title) {
		if p := inlineParts(rd.links[c.link].node); len(p) > 0 && rd.links[c.link].block == int32(c.title) {
			parts = p
		}
	}
	if len(parts) < 2 || b.link1-b.link0 > 1 && b.linkDensity() < 0.9 {
		return "", ""
	}
	best := -1
	for i, p := range parts {
		switch {
		case p.marks&(markDate|markKicker|markPremium|markByline|markTags|markMeta) != 0 || p.tag == atom.Time || p.tag == atom.Em || p.tag == atom.I || p.tag == atom.B:
			if p.tag == atom.Em || p.tag == atom.I || p.tag == atom.B {
				return "", "" // words of the title that are stressed
			}
		case p.marks&markHeadline != 0 && len(p.text) >= minTitle/2:
			best = i
		case best < 0 && len(p.text) >= minTitle && p.marks&markSummary == 0:
			best = i
		}
	}
	if best < 0 {
		return "", ""
	}
	for _, p := range parts[best+1:] {
		twice := similarity(p.text, parts[best].text) > 0.8 // for narrow screens
		if p.marks&markDate == 0 && p.tag != atom.Time && len(p.text) > len(summary) && len(strings.Fields(p.text)) >= minSummaryWords && !twice {
			summary = p.text
		}
	}
	return parts[best].text, summary
}

// minSummaryWords is how many words a card's excerpt has at least.
const minSummaryWords = 5

// isSummary says whether a block of a card is its excerpt.
func (rd *reading) isSummary(b *block, title string) bool {
	if b.words < minSummaryWords || rd.boxes[b.box].in&inHeading != 0 || b.phrases().whole.has(phraseMore) {
		return false
	}
	if b.ends != '.' && b.words < 8 {
		return false
	}
	if m := b.marks | rd.boxes[b.box].marks; m&(markByline|markDate|markTags) != 0 {
		return false
	}
	if after, ok := phrasePrefix(phraseBy, b.text); ok && isPersonName(after) {
		return false
	}
	for l := b.link0; l < b.link1; l++ {
		if rd.isPaidFor(l) {
			return false // where to buy what the article is about
		}
	}
	return similarity(b.text, title) < 0.8
}

// addRelated keeps an entry once.
func (rd *reading) addRelated(r Related, seen map[string]int) {
	key := weburl.Key(r.URL)
	if r.Title == "" || key == "" {
		return
	}
	if i, ok := seen[key]; ok {
		if i != ownPage { // a card may say more than the link that stood before
			rd.related[i].Summary = firstOf(rd.related[i].Summary, r.Summary)
			if rd.related[i].Image == nil {
				rd.related[i].Image = r.Image
			}
		}
		return
	}
	if len(rd.related) >= maxRelated {
		return
	}
	seen[key] = len(rd.related)
	rd.related = append(rd.related, r)
}

// ownPage stands for the page itself among the entries' indexes.
const ownPage = -1
