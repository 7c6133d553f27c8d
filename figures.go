package newspage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/newspage-go/newspage/internal/weburl"
)

// This file knows pictures: where a lazily loaded one has its address, and
// which pictures are the article's.

// findFigures claims the pictures of the article and their captions.
func (rd *reading) findFigures() {
	from := rd.first
	if rd.headline >= 0 && rd.headline < rd.first {
		from = rd.headline // the lead picture stands between headline and text
	}
	end := rd.last // where a picture behind the text may stand: there, or behind another
	for i := from; i <= end && i < len(rd.blocks); i++ {
		b := &rd.blocks[i]
		if b.removed || b.kind != imageBlock || b.role != boilerplate {
			continue
		}
		if why := rd.notAFigure(i); why != "" {
			b.reason = why
			continue
		}
		rd.claim(i, roleFigure, "picture within the article")
		rd.findCaption(i)
		if i >= rd.last {
			end = max(end, rd.behindCaption(i))
		}
	}
}

// settleFigures takes out the pictures over the text and behind it that belong to
// something else, once all else is told: the author's box, lists, the byline.
func (rd *reading) settleFigures() {
	rd.bound()
	end := rd.last
	for i := range rd.blocks {
		b := &rd.blocks[i]
		if b.role != roleFigure || b.kind != imageBlock {
			continue
		}
		switch captioned := rd.hasCaption(i); {
		case !captioned && rd.isPortrait(i), captioned && rd.isSigned(i):
			rd.claim(i, boilerplate, "portrait of the author")
		case !captioned && i < rd.first && rd.isLeadImage(i):
			rd.claim(i, boilerplate, "the page's lead picture over the text")
			rd.lead = rd.figure(i)
		case i < rd.last:
		case captioned && i > end+captionedGap, !captioned && (i > end || !rd.endsText(i)):
			rd.dropFigure(i, "picture of what follows the text")
		default:
			end = rd.behindCaption(i)
		}
	}
}

// isSigned says whether a picture with a caption is an author's: its alternative
// text is a name that the caption says too, "By Jane Roe, editor".
func (rd *reading) isSigned(i int) bool {
	alt := cleanText(attr(rd.images[rd.blocks[i].image].node, "alt"))
	rest, labelled := phrasePrefix(phraseBy, rd.figure(i).Caption)
	return labelled && isPersonName(alt) && strings.HasPrefix(rest, alt)
}

// behindCaption is the block behind the picture at block i and its caption.
func (rd *reading) behindCaption(i int) int {
	end := i + 1
	for j := i + 1; j < len(rd.blocks) && j < i+captionReach; j++ {
		if b := &rd.blocks[j]; b.group == int32(i)+1 || b.kind == imageBlock && rd.images[b.image].noscript {
			end = j + 1
		}
	}
	return end
}

// dropFigure takes a picture out of the body with its caption.
func (rd *reading) dropFigure(i int, reason string) {
	rd.claim(i, boilerplate, reason)
	for j := max(0, i-captionBefore); j < len(rd.blocks) && j < i+captionReach; j++ {
		if rd.blocks[j].group == int32(i)+1 {
			rd.claim(j, boilerplate, reason)
		}
	}
}

// endsText says whether a picture behind the text goes on with it: it stands
// where the text's last line does, or alone in an element there. One that has
// text or other pictures around it belongs to an author's box, a banner or a list.
func (rd *reading) endsText(i int) bool {
	if rd.last == 0 {
		return false
	}
	y := rd.below(rd.blocks[i].box, rd.blocks[rd.last-1].box)
	return y < 0 || rd.boxes[y].last-rd.boxes[y].first == 1
}

// captionedGap is how many blocks may stand between the text and a picture with a caption behind it.
const captionedGap = 3

// How many blocks before and behind a picture its caption may stand.
const (
	captionBefore = 6
	captionReach  = 12
)

// hasCaption says whether a caption or credit was claimed for the picture at block i.
func (rd *reading) hasCaption(i int) bool {
	for j := max(0, i-captionBefore); j < len(rd.blocks) && j < i+captionReach; j++ {
		if rd.blocks[j].group == int32(i)+1 {
			return true
		}
	}
	return false
}

// isLeadImage says whether the picture at block i is the one the page names as its own.
func (rd *reading) isLeadImage(i int) bool {
	return rd.meta.lead.is(rd.imageURL(&rd.images[rd.blocks[i].image]))
}

// A pictureID is what a picture is known by, whatever its size. The zero value is no picture's.
type pictureID struct{ url, key, name string }

func pictureIDOf(url string) pictureID {
	return pictureID{url, weburl.Key(url), weburl.PictureName(url)}
}

// is says whether an address is of the picture, perhaps in another size.
func (p pictureID) is(url string) bool {
	if p.url == "" || url == "" {
		return false
	}
	return p.url == url || p.key == weburl.Key(url) || p.name != "" && p.name == weburl.PictureName(url)
}

// notAFigure says why a picture is not the article's, "" where it is.
func (rd *reading) notAFigure(i int) string {
	b := &rd.blocks[i]
	x := &rd.boxes[b.box]
	im := &rd.images[b.image]
	m := rd.marksAround(b)
	switch {
	case x.in&inNoscript != 0:
		return "for browsers without scripts"
	case x.in&(inNav|inAside|inFooter|inDialog) != 0:
		return "picture beside the article"
	case m&(markByline|markAuthorBox|markRelated|markShare|markPopular|markPromo|markAd|markComment|markSponsored|markNav|markCard) != 0 && x.in&inFigure == 0:
		return "picture of another part"
	case isSmall(im.node):
		return "too small for a picture of the article"
	case im.link >= 0 && rd.leadsElsewhere(im.link) && !rd.hasFigcaption(b.box):
		return "picture of a link"
	case rd.imageURL(im) == "":
		return "picture without an address"
	case isThemes(rd.imageURL(im)):
		return "picture of the site's theme"
	case rd.samePictureBefore(i):
		return "the same picture again"
	}
	return ""
}

// isThemes says whether a picture is part of the site's design: publishing systems
// keep their themes' files in a folder of that name (WordPress, Drupal).
func isThemes(address string) bool {
	path, _, _ := strings.Cut(address, "?")
	return strings.Contains(path, "/themes/")
}

// hasFigcaption says whether a picture stands in a <figure> with a caption: then
// it is the article's even where it links to a page of its own.
func (rd *reading) hasFigcaption(b int32) bool {
	f := rd.ancestor(b, atom.Figure)
	if f < 0 || (rd.boxes[f].marks|rd.boxes[f].up)&(markCard|markRelated|markPopular) != 0 {
		return false
	}
	for j := rd.boxes[f].first; j < rd.boxes[f].last; j++ {
		if rd.boxes[rd.blocks[j].box].in&inCaption != 0 {
			return true
		}
	}
	return false
}

// leadsElsewhere says whether a link around a picture leads to a page and not to the picture itself.
func (rd *reading) leadsElsewhere(l int32) bool {
	href := attr(rd.links[l].node, "href")
	return href != "" && href[0] != '#' && !isPictureRef(href)
}

// isPictureRef says whether an address ends like that of a picture.
func isPictureRef(s string) bool {
	if len(s) > weburl.MaxLength {
		return false
	}
	s, _, _ = strings.Cut(s, "?")
	switch strings.ToLower(s[strings.LastIndexByte(s, '.')+1:]) {
	case "jpg", "jpeg", "png", "webp", "gif", "avif":
		return strings.Contains(s, ".")
	}
	return false
}

// samePictureBefore says whether the picture just before has the same address:
// galleries and lazy loaders print one twice.
func (rd *reading) samePictureBefore(i int) bool {
	u := rd.imageURL(&rd.images[rd.blocks[i].image])
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		b := &rd.blocks[j]
		if b.role == roleFigure && rd.imageURL(&rd.images[b.image]) == u {
			return true
		}
	}
	return false
}

// minPicture is the side in pixels below which a picture is an icon.
const minPicture = 60

// isSmall says whether an <img> says itself that it is an icon.
func isSmall(n *html.Node) bool {
	for _, key := range [...]string{"width", "height"} {
		v, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(attr(n, key)), "px"))
		if err == nil && v > 0 && v < minPicture {
			return true
		}
	}
	return false
}

// lazyAttributes hold a lazily loaded picture's address, by how often they are right.
var lazyAttributes = [...]string{"data-src", "data-lazy-src", "data-original", "data-full-src", "data-hi-res-src", "data-large-file", "data-lazy", "data-url", "data-image", "data-img-src", "data-orig-file", "data-echo", "data-fallback-src", "nitro-lazy-src", "data-flickity-lazyload", "data-pin-media", "data-cfsrc",
	"data-orig-src", "data-pagespeed-lazy-src", "data-opt-src", "data-ezsrc", "data-wpfc-original-src", "data-img-url", "data-actualsrc"}

var lazySrcsets = [...]string{"srcset", "data-srcset", "data-lazy-srcset", "nitro-lazy-srcset", "imagesrcset", "data-ezsrcset"}

// maxSources is how many siblings of a picture are looked at.
const maxSources = 16

// imageURL is the real address of a picture, "" where there is none.
func (rd *reading) imageURL(im *image) string {
	if u := rd.nodeImageURL(im.node); u != "" {
		return u
	}
	// <picture><source srcset> beside it, or a <noscript> copy after it.
	for s, n := im.node.PrevSibling, 0; s != nil && n < maxSources; s, n = s.PrevSibling, n+1 {
		if s.DataAtom == atom.Source {
			if u := rd.nodeImageURL(s); u != "" {
				return u
			}
		}
	}
	return rd.noscriptURL(im)
}

// nodeImageURL reads an <img> or <source>. A lazy attribute goes before src: where
// there is one, src is a placeholder or a smaller copy.
func (rd *reading) nodeImageURL(n *html.Node) string {
	for _, key := range lazyAttributes {
		if v := attr(n, key); v != "" && !weburl.IsPlaceholder(v) && !strings.HasPrefix(v, "{") {
			if u := rd.meta.base.Resolve(v); u != "" {
				return u
			}
		}
	}
	if src := attr(n, "src"); src != "" && !weburl.IsPlaceholder(src) {
		if u := rd.meta.base.Resolve(src); u != "" {
			return u
		}
	}
	for _, key := range lazySrcsets {
		if v := attr(n, key); v != "" {
			if u := rd.meta.base.Resolve(weburl.BestSrcset(v)); u != "" && !weburl.IsPlaceholder(u) {
				return u
			}
		}
	}
	return ""
}

// maxBackgrounds is how many elements of a card are looked at for a background picture.
const maxBackgrounds = 60

// backgroundIn is the address of the first picture that a style or a lazy attribute
// sets behind a container, or behind an element inside it; "" where there is none.
func (rd *reading) backgroundIn(at int32) string {
	if at < 0 {
		return ""
	}
	top := rd.boxes[at].node
	for n, looked := top, 0; n != nil && looked < maxBackgrounds; n = following(n, top) {
		if n.Type != html.ElementNode {
			continue
		}
		looked++
		for _, v := range [...]string{backgroundURL(attr(n, "style")), attr(n, "data-bg"), attr(n, "data-background"), attr(n, "data-background-image"), attr(n, "data-img-url")} {
			if v == "" || weburl.IsPlaceholder(v) {
				continue
			}
			if u := rd.meta.base.Resolve(v); u != "" {
				return u
			}
		}
	}
	return ""
}

// following is the node behind n in document order, nil behind the last one below top.
func following(n, top *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for ; n != top; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
}

// backgroundURL is the address in "background-image: url('…')" or "background: url(…)".
func backgroundURL(style string) string {
	if len(style) > 4000 {
		return ""
	}
	i := strings.Index(style, "background")
	if i < 0 {
		return ""
	}
	_, rest, ok := strings.Cut(style[i:], "url(")
	if !ok {
		return ""
	}
	u, _, ok := strings.Cut(rest, ")")
	if !ok {
		return ""
	}
	return strings.Trim(u, " '\"")
}

// noscriptURL looks for the copy of a lazily loaded picture that browsers without scripts get.
func (rd *reading) noscriptURL(im *image) string {
	for j := im.block + 1; int(j) < len(rd.blocks) && j <= im.block+2; j++ {
		b := &rd.blocks[j]
		if b.kind == imageBlock && rd.images[b.image].noscript && !im.noscript {
			return rd.nodeImageURL(b.node)
		}
	}
	return ""
}

func (rd *reading) imagesIn(x *box) int {
	n := 0
	for j := x.first; j < x.last; j++ {
		if b := &rd.blocks[j]; b.kind == imageBlock && !rd.images[b.image].noscript {
			n++
		}
	}
	return n
}

// ancestor returns the nearest box at or above b with the tag, -1 where there is none.
func (p *page) ancestor(b int32, tag atom.Atom) int32 {
	for ; b >= 0; b = p.boxes[b].parent {
		if p.boxes[b].tag == tag {
			return b
		}
	}
	return -1
}

// joinText joins two texts with a space.
func joinText(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// cleanText cleans an attribute that holds text.
func cleanText(s string) string { return foldSpace(truncateRunes(s, 2000)) }
