package newspage

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// This file finds the quotations that are set apart from the running text, and
// who is quoted. A <blockquote> alone is a poor sign: fewer than half of those
// on news pages quote anyone. What quotes nobody goes back to what it is.

// A foundQuote is a quote and where it stands.
type foundQuote struct {
	Quote
	first, last int // its blocks, attribution included
}

// maxQuotes caps the quotes of one page.
const maxQuotes = 1000

// findQuotes claims the quotes within the article.
func (rd *reading) findQuotes() {
	rd.applyQuotes()
	rd.said = nil
	folds := map[int32]int{} // words of the body in what is hidden as one
	done := int32(0)         // boxes up to here are inside a quote already
	for i := range rd.boxes {
		x := &rd.boxes[i]
		if x.first < done || x.first == x.last || rd.blocks[x.first].group > 0 || len(rd.quotes) >= maxQuotes {
			continue
		}
		kind := rd.quoteKind(x)
		if kind == "" || !rd.nearBody(x) || kind != QuotePull && rd.isHiddenAlone(int32(i), folds) {
			continue
		}
		if rd.readQuote(i, kind, false) {
			done = x.last
		}
	}
}

// nearBody says whether a container stands within the article's text.
func (rd *reading) nearBody(x *box) bool {
	return int(x.first) >= rd.first-1 && int(x.last) <= rd.last+2 && x.in&(inNav|inFooter|inDialog) == 0 && (x.up|x.marks)&(markComment|markRelated) == 0
}

// isHiddenAlone says whether a container is hidden, and not by a fold of the
// article that hides other text of it too.
func (rd *reading) isHiddenAlone(at int32, folds map[int32]int) bool {
	if !rd.isOutOfSight(at) {
		return false
	}
	fold := at
	for p := rd.boxes[fold].parent; p >= 0 && rd.isOutOfSight(p); p = rd.boxes[p].parent {
		fold = p
	}
	words, known := folds[fold]
	if !known {
		words = rd.proseIn(&rd.boxes[fold])
		folds[fold] = words
	}
	return words <= rd.proseIn(&rd.boxes[at])
}

// quoteKind says what kind of quote a container may be, "" for none.
func (rd *reading) quoteKind(x *box) string {
	switch {
	case x.tag == atom.Blockquote && x.marks&markSocial != 0:
		return QuoteSocial
	case x.marks&markPull != 0 && x.marks&(markQuote|markPull) != 0 && x.tag != atom.Article && x.marks&(markCard|markRelated) == 0:
		return QuotePull
	case x.tag == atom.Blockquote:
		return QuoteBlock
	case x.marks&markQuote != 0 && x.marks&markByline == 0 && (x.tag == atom.Figure || x.tag == atom.Aside || x.tag == atom.Div) && !rd.holdsBlockquote(x):
		return QuotePull
	}
	return ""
}

func (rd *reading) holdsBlockquote(x *box) bool {
	for j := x.first; j < x.last; j++ {
		if rd.boxes[rd.blocks[j].box].in&inQuote != 0 {
			return true
		}
	}
	return false
}

// readQuote reads the container as a quote; it reports whether it is one. What
// the caller chose is one by that.
func (rd *reading) readQuote(at int, kind string, chosen bool) bool {
	x := &rd.boxes[at]
	q := foundQuote{Quote: Quote{Kind: kind}, first: int(x.first), last: int(x.last)}
	if kind == QuoteBlock && x.up&markPull != 0 {
		q.Kind = QuotePull
	}
	if x.tag != atom.Blockquote && rd.wordsIn(x) > maxPullWords {
		return false // a wrapper that is called after a quote in it
	}
	if why := rd.notAQuote(x, kind); why != "" {
		rd.releaseQuote(x, why)
		return true
	}
	texts, att := rd.splitQuote(x, kind)
	if len(texts) == 0 {
		return false
	}
	if att == nil {
		att = rd.attributionBeside(&q, at)
	}
	if att == nil {
		att = rd.attributionAbove(&q, at)
	}
	q.Attribution = att
	q.Text = rd.quoteText(texts, &q)
	if q.Attribution == nil && kind == QuoteBlock && rd.introduces(q.first-1) {
		if s := readIntroduction(rd.blocks[rd.proseBefore(q.first)].line()); s != "" {
			q.Attribution = &Attribution{Speaker: s}
		}
	}
	if q.Text == "" || !chosen && !rd.isQuotation(x, &q, texts) {
		rd.unclaimQuote(&q)
		return false
	}
	q.Kind = rd.settledKind(x, &q)
	rd.quotes = append(rd.quotes, q)
	n := int32(len(rd.quotes))
	for j := q.first; j < q.last; j++ {
		rd.blocks[j].group = n
		if b := &rd.blocks[j]; b.kind == textBlock && b.role != roleAttribution {
			rd.claim(j, roleQuote, "quotation set apart ("+q.Kind+")")
		} else if b.kind != textBlock {
			b.role, b.reason = boilerplate, "picture of a quotation"
		}
	}
	return true
}

// maxPullWords is the length beyond which no styled box is a pull quote.
const maxPullWords = 120

// notAQuote says why a container that looks like a quote holds none.
func (rd *reading) notAQuote(x *box, kind string) string {
	if x.marks&markRelated != 0 || x.marks&markWidget != 0 && x.tag == atom.Blockquote && x.marks&markSocial == 0 && (rd.wordsIn(x) < minQuoteWords || rd.linksIn(x) > 0.5) {
		return "card or shell of an embed"
	}
	if kind == QuoteSocial && (rd.wordsIn(x) < 3 || rd.linksIn(x) > 0.9) {
		return "empty shell of an embed"
	}
	return ""
}

// releaseQuote takes the text of what is no quote out of the body.
func (rd *reading) releaseQuote(x *box, why string) {
	for j := x.first; j < x.last; j++ {
		rd.blocks[j].role, rd.blocks[j].reason = boilerplate, why
	}
}

func (rd *reading) unclaimQuote(q *foundQuote) {
	for j := q.first; j < q.last; j++ {
		if rd.blocks[j].role == roleAttribution {
			rd.claim(j, roleParagraph, "line of a blockquote that quotes nobody")
		}
	}
}

// wordsIn is how many words a container holds.
func (rd *reading) wordsIn(x *box) int {
	if rd.wordSums == nil {
		rd.wordSums = make([]int32, len(rd.blocks)+1)
		for i := range rd.blocks {
			rd.wordSums[i+1] = rd.wordSums[i] + rd.blocks[i].words
		}
	}
	return int(rd.wordSums[x.last] - rd.wordSums[x.first])
}

// splitQuote parts a container's blocks into the quotation and its attribution.
func (rd *reading) splitQuote(x *box, kind string) (texts []int, att *Attribution) {
	for j := int(x.first); j < int(x.last); j++ {
		b := &rd.blocks[j]
		if b.removed || b.kind != textBlock || b.style&styleButton != 0 {
			continue
		}
		bx := &rd.boxes[b.box]
		inside := bx.tag == atom.Footer || bx.tag == atom.Figcaption || b.style&styleCite != 0 || bx.tag == atom.Cite ||
			(b.marks|bx.marks)&(markByline|markCaption|markCredit|markSource) != 0 && b.words < 30
		if inside && len(texts) > 0 {
			att = mergeAttribution(att, rd.attributionOf(j))
			rd.claim(j, roleAttribution, "names who is quoted")
			continue
		}
		if att != nil && b.words <= maxRoleWords && b.ends != '.' && kind != QuoteSocial {
			att = mergeAttribution(att, &Attribution{Role: b.line()})
			rd.claim(j, roleAttribution, "says what the one who is quoted does")
			continue
		}
		texts = append(texts, j)
	}
	if kind == QuoteSocial {
		return rd.splitPost(texts, att)
	}
	for att == nil && len(texts) > 1 {
		j := texts[len(texts)-1]
		if !looksLikeAttribution(rd.blocks[j].text, false) {
			break
		}
		att = rd.attributionOf(j)
		if att == nil {
			break
		}
		rd.claim(j, roleAttribution, "last line of the quotation names who is quoted")
		texts = texts[:len(texts)-1]
	}
	return texts, att
}

// splitPost parts a social post: its last line names the account.
func (rd *reading) splitPost(texts []int, att *Attribution) ([]int, *Attribution) {
	if len(texts) == 0 {
		return nil, att
	}
	j := texts[len(texts)-1]
	if speaker, ok := readPostFooter(rd.blocks[j].line()); ok {
		att = &Attribution{Speaker: speaker, URL: rd.lastLink(j)}
		rd.claim(j, roleAttribution, "account of the post")
		texts = texts[:len(texts)-1]
	}
	return texts, att
}

// maxRoleWords is how many words the line under a speaker's name has at most.
const maxRoleWords = 12

// attributionOf reads the block as an attribution; nil where it names nobody.
// A person's name in an inline element of its own ends where the element does.
func (rd *reading) attributionOf(j int) *Attribution {
	text := rd.blocks[j].text
	if parts := inlineParts(rd.boxes[rd.blocks[j].box].node); len(parts) == 2 && isPersonName(parts[0].text) {
		if rest, ok := strings.CutPrefix(rd.blocks[j].line(), parts[0].text); ok && strings.TrimSpace(rest) == parts[1].text && parts[1].text[0] != ',' {
			text = parts[0].text + "\n" + parts[1].text
		}
	}
	a, ok := readAttribution(text)
	if !ok {
		return nil
	}
	a.URL = rd.lastLink(j)
	return &a
}

// lastLink is the address of the last link in a block.
func (rd *reading) lastLink(j int) string {
	b := &rd.blocks[j]
	for l := b.link1 - 1; l >= b.link0; l-- {
		if u := rd.linkURL(l); u != "" {
			return u
		}
	}
	return ""
}

// linkURL is the absolute address of a link.
func (rd *reading) linkURL(l int32) string {
	return rd.meta.base.Resolve(attr(rd.links[l].node, "href"))
}

// mergeAttribution joins name and role that stand in two elements.
func mergeAttribution(a, b *Attribution) *Attribution {
	if a == nil || b == nil {
		if a == nil {
			return b
		}
		return a
	}
	if a.Role == "" {
		a.Role = firstOf(b.Role, b.Speaker)
	} else if a.Speaker == "" {
		a.Speaker = b.Speaker
	}
	a.Via = firstOf(a.Via, b.Via)
	a.URL = firstOf(a.URL, b.URL)
	return a
}

// attributionBeside reads the attribution that stands in the same figure, or right after the quotation.
func (rd *reading) attributionBeside(q *foundQuote, at int) *Attribution {
	x := &rd.boxes[at]
	j := int(x.last)
	if j >= len(rd.blocks) {
		return nil
	}
	b := &rd.blocks[j]
	bx := &rd.boxes[b.box]
	if b.removed || b.kind != textBlock || b.words > 30 || b.role == roleHeading {
		return nil
	}
	parent := &rd.boxes[max(x.parent, 0)]
	same := j < int(parent.last) && (parent.tag == atom.Figure || parent.marks&(markQuote|markPull) != 0)
	named := bx.tag == atom.Figcaption || b.style&styleCite != 0 || bx.marks&(markByline|markCredit|markQuote) != 0
	if !same && !named && (isSentence(b.text) || !looksLikeAttribution(b.text, true)) {
		return nil
	}
	a := rd.attributionOf(j)
	if a == nil {
		return nil
	}
	rd.claim(j, roleAttribution, "line after the quotation names who is quoted")
	q.last = j + 1
	return a
}

// attributionAbove reads the attribution that stands over a quotation in a
// container that is called a quotation and holds nothing but the two.
func (rd *reading) attributionAbove(q *foundQuote, at int) *Attribution {
	x := &rd.boxes[at]
	y := &rd.boxes[max(x.parent, 0)]
	j := int(x.first) - 1
	if y.tag != atom.Figure && y.marks&(markQuote|markPull) == 0 || j != int(y.first) || y.last != x.last {
		return nil
	}
	if b := &rd.blocks[j]; b.removed || b.kind != textBlock || b.words > 30 || rd.boxes[b.box].in&inHeading != 0 {
		return nil
	}
	a := rd.attributionOf(j)
	if a == nil || !isPersonName(a.Speaker) {
		return nil
	}
	rd.claim(j, roleAttribution, "line over the quotation names who is quoted")
	q.first = j
	return a
}

// quoteText joins the paragraphs of a quotation; an attribution that runs on in the last one is split off.
func (rd *reading) quoteText(texts []int, q *foundQuote) string {
	var parts []string
	for k, j := range texts {
		t := rd.blocks[j].text
		if k == len(texts)-1 && q.Attribution == nil {
			if text, line := splitRunOn(t); line != "" {
				if a, ok := readAttribution(line); ok {
					a.URL = rd.lastLink(j)
					q.Attribution = &a
					t = text
				}
			}
		}
		if t = strings.TrimSpace(t); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, "\n")
}

// proseBefore is the nearest text block of the body before i, or i itself.
func (rd *reading) proseBefore(i int) int {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if rd.blocks[j].role.isProse() {
			return j
		}
	}
	return i
}

// introduces says whether the block before a quotation ends in a colon.
func (rd *reading) introduces(i int) bool {
	j := rd.proseBefore(i + 1)
	return j <= i && rd.blocks[j].ends == ':'
}
