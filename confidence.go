package newspage

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/newspage-go/newspage/internal/jsonld"
	"github.com/newspage-go/newspage/internal/trees"
)

// This file says how sure it is that the page is an article at all: listings,
// shops and forums have texts too. A second small model judges the page by
// what was found on it.

// articleThreshold is the confidence below which a page is no article. It is
// set so that about one article in two hundred is refused.
const articleThreshold = 0.04

// judgePage gives the page its confidence.
func (rd *reading) judgePage() {
	w := rowWriter{row: make(featureRow, numPageFeatures)}
	rd.writePageFeatures(&w)
	rd.pageRow = w.row
	if rd.pageModel != nil {
		rd.confidence = trees.Logistic(rd.pageModel.Margin(w.row))
	}
}

// numPageFeatures is the length of the row that a page is judged by.
const numPageFeatures = 45

// bodyFigures are sums over the body's blocks.
type bodyFigures struct {
	blocks, words, links, bytes, headings, items, cells, figures, long, mass float32
}

func (rd *reading) bodyFigures() (body bodyFigures, all totals) {
	for i := range rd.blocks {
		b := &rd.blocks[i]
		if b.role == roleFigure {
			body.figures++
		}
		if b.kind == imageBlock {
			all.images++
		}
		if b.kind != textBlock {
			continue
		}
		own := b.totals(b.words >= goodWords, rd.boxes[b.box].tag == atom.P)
		all.add(&own)
		body.mass += b.probability * own.words
		if !b.role.isProse() {
			continue
		}
		body.blocks++
		body.words += own.words
		body.links += own.linkBytes
		body.bytes += own.bytes
		if b.words >= goodWords {
			body.long += own.words
		}
		switch b.role {
		case roleHeading:
			body.headings++
		case roleListItem:
			body.items++
		case roleCell:
			body.cells++
		}
	}
	return body, all
}

// writePageFeatures writes what the page is judged by.
func (rd *reading) writePageFeatures(w *rowWriter) {
	body, all := rd.bodyFigures()
	w.within("body ")
	w.put("words", body.words)                                     // words of the body
	w.put("blocks", body.blocks)                                   // its blocks
	w.put("words/block", ratio(body.words, body.blocks))           // their mean length
	w.put("long", ratio(body.long, body.words))                    // share of its words in long blocks
	w.put("links", ratio(body.links, body.bytes))                  // share of its text in links
	w.put("headings", ratio(body.headings, body.blocks))           // share of headings
	w.put("items", ratio(body.items, body.blocks))                 // share of list items
	w.put("cells", ratio(body.cells, body.blocks))                 // share of table cells
	w.put("figures", ratio(body.figures, body.blocks))             // figures a block
	w.put("share", ratio(body.words, all.words))                   // share of the page's words
	w.put("sure", ratio(body.mass, body.words))                    // probability a word
	w.put("lead", clampf(float32(rd.first-rd.headline)))           // blocks from the headline to the body
	w.put("spread", ratio(body.blocks, float32(rd.last-rd.first))) // share of body blocks between its ends
	w.within("page ")
	w.put("words", all.words)
	w.put("blocks", all.blocks)
	w.put("words/block", ratio(all.words, all.blocks))
	w.put("links", ratio(all.linkBytes, all.bytes))
	w.put("long", ratio(all.good, all.words))
	w.put("paragraphs", all.paras)
	w.put("images", all.images)
	w.put("related", float32(len(rd.related)))
	w.put("quotes", float32(len(rd.quotes)))
	rd.writeRepetition(w)
	rd.writeClaims(w)
	rd.writeAddress(w)
}

// writeRepetition writes how much of the page is cards marked up alike.
func (rd *reading) writeRepetition(w *rowWriter) {
	articles, forms, times, headings, headingLinks := 0, 0, len(rd.times), 0, 0
	comment := 0
	for i := range rd.boxes {
		x := &rd.boxes[i]
		switch x.tag {
		case atom.Article:
			articles++
		case atom.Form:
			forms++
		case atom.H2, atom.H3, atom.H4:
			headings++
			for j := x.first; j < x.last; j++ {
				if rd.blocks[j].linkDensity() > 0.8 {
					headingLinks++
					break
				}
			}
		}
		if x.marks&markComment != 0 {
			comment++
		}
	}
	products := 0
	for i := range rd.boxes {
		if rd.boxes[i].marks&markProduct != 0 {
			products++
		}
	}
	w.put("articles", float32(articles))                                // <article> elements
	w.put("times", float32(times))                                      // <time> elements
	w.put("headings", float32(headings))                                // h2 to h4
	w.put("linked headings", float32(headingLinks))                     // of those, links
	w.put("comments", float32(min(comment, 100)))                       // containers called comment
	w.put("products", ratio(float32(products), float32(len(rd.boxes)))) // share of containers called product, price, shop
}

// writeClaims writes what the page says it is.
func (rd *reading) writeClaims(w *rowWriter) {
	m := rd.meta
	w.within("says ")
	w.flag("article", m.article != nil)
	w.flag("news", m.article != nil && jsonld.Is(m.article, "NewsArticle", "ReportageNewsArticle", "BlogPosting"))
	w.put("type", m.typeCode)        // og:type: 2 article, 1 another, 0 none
	w.flag("product", m.has.product) // JSON-LD Product, Offer, Course …
	w.flag("list", m.has.list)       // JSON-LD ItemList, CollectionPage, SearchResultsPage
	w.flag("forum", m.has.forum)     // JSON-LD QAPage, DiscussionForumPosting
	w.put("published", float32(rd.published.precision()))
	w.put("modified", float32(m.modified.precision()))
	w.put("authors", float32(min(len(rd.authors), 5)))
	w.flag("headline", rd.headline >= 0)
	w.put("title words", float32(countFields(rd.title)))
	w.put("description", float32(countFields(m.desc)))
	w.flag("standfirst", rd.subtitle != "")
}

// writeAddress writes what the page's address looks like.
func (rd *reading) writeAddress(w *rowWriter) {
	var depth, hyphens, digits float32
	u, err := url.Parse(firstOf(rd.meta.page, rd.meta.canonical))
	if err == nil {
		path := strings.Trim(u.Path, "/")
		if path != "" {
			depth = float32(strings.Count(path, "/") + 1)
		}
		last := path[strings.LastIndexByte(path, '/')+1:]
		hyphens = float32(strings.Count(last, "-") + strings.Count(last, "_"))
		for _, c := range path {
			if c >= '0' && c <= '9' {
				digits++
			}
		}
	}
	w.within("address ")
	w.put("depth", depth)
	w.put("hyphens", min(hyphens, 15)) // of the last segment
	w.put("digits", min(digits, 15))
	w.flag("query", err == nil && u.RawQuery != "")
}

// countFields is how many pieces of s there are between white space.
func countFields(s string) (n int) {
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
