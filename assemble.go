package newspage

import (
	"math"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// This file puts the Article together from roles and metadata. It decides
// nothing about what a block is.

// assemble returns the Article of a page whose blocks have their roles.
func (rd *reading) assemble() *Article {
	m := rd.meta
	a := &Article{
		URL: firstOf(m.canonical, m.page), Title: rd.title, Subtitle: rd.subtitle, Authors: rd.authors,
		Published: rd.published.time(), Modified: rd.modified.time(),
		Site: firstOf(m.site, rd.siteInTitle()), Section: rd.section(), Tags: rd.tags(), Language: languageTag(firstOf(m.lang)),
		Source: rd.source, Related: rd.related, Confidence: math.Round(float64(rd.confidence)*100) / 100,
	}
	as := assembler{rd: rd, body: make([]Block, 0, 32), list: -1, table: -1, stray: -1}
	for i := range rd.blocks {
		as.at = -1
		as.add(i)
		if rd.tracing {
			rd.became = append(rd.became, as.at)
		}
	}
	as.endItem()
	for i := range as.body {
		if b := &as.body[i]; b.Kind == KindTable {
			b.Rows = trimTable(b.Rows)
		}
	}
	a.Body = as.body
	for i := range rd.quotes {
		a.Quotes = append(a.Quotes, rd.quotes[i].Quote)
	}
	a.Image = rd.leadImage(a.Body)
	return a
}

// leadImage is the picture the page names, with what is printed of it in the
// article; else the figure over the first paragraph.
func (rd *reading) leadImage(body []Block) *Image {
	var first *Image
	started := false
	for i := range body {
		started = started || body[i].Kind == KindParagraph
		if im := body[i].Image; im != nil {
			if first == nil && !started {
				first = im
			}
			if rd.meta.lead.is(im.URL) {
				lead := *im
				lead.URL = rd.meta.image.URL
				return &lead
			}
		}
	}
	if rd.meta.image.URL != "" {
		lead := rd.meta.image
		if lead.Alt == "" && rd.lead != nil {
			lead.Alt = rd.lead.Alt
		}
		return &lead
	}
	if first == nil {
		return nil
	}
	lead := *first
	return &lead
}

// An assembler builds the body from blocks in reading order.
type assembler struct {
	rd         *reading
	body       []Block
	list       int32 // box of the list that is being built, or -1
	item       int32 // of the list, whose text goes on
	table      int32 // box of the table that is being built, or -1
	tableAt    int32 // where in body it is
	row        int32
	cell       int32
	column     int // of the cell, and where it is
	columnNode *html.Node
	stray      int32 // a row whose cells are not its children
	quote      int32
	lines      []string // of the last item of the list, where it has several
	at         int32    // where in body the block that is being added went, or -1
}

func (as *assembler) add(i int) {
	b := &as.rd.blocks[i]
	if b.role != roleListItem && b.role.isProse() {
		as.list = -1
	}
	if b.role != roleCell && b.role.isProse() {
		as.table = -1
	}
	switch b.role {
	case roleParagraph:
		as.addParagraph(i)
	case roleHeading:
		as.addHeading(b)
	case roleListItem:
		if b.line() != "" {
			as.addItem(i)
		}
	case roleCell:
		as.addCell(i)
	case roleCode:
		as.push(Block{Kind: KindCode, Text: codeText(b.text)})
	case roleFigure:
		as.push(Block{Kind: KindFigure, Image: as.rd.figure(i)})
	case roleEmbed:
		as.addEmbed(b)
	case roleQuote:
		as.addQuote(b)
	}
}

// push adds a block; a text of nothing but control characters is none.
func (as *assembler) push(b Block) {
	switch b.Kind {
	case KindParagraph, KindHeading, KindCode:
		if b.Text == "" {
			return
		}
	}
	as.endItem()
	as.at = int32(len(as.body))
	as.body = append(as.body, b)
}

// addParagraph adds a paragraph, or the second half of one that was broken in two.
func (as *assembler) addParagraph(i int) {
	b := &as.rd.blocks[i]
	text := b.line()
	if b.group == joined {
		for k := len(as.body) - 1; k >= 0; k-- {
			if p := &as.body[k]; p.Kind == KindParagraph {
				p.Text = joinText(p.Text, text)
				p.Links = append(p.Links, as.links(b)...)
				as.at = int32(k)
				return
			}
		}
	}
	as.push(Block{Kind: KindParagraph, Text: text, Links: as.links(b)})
}

// links are the links of a block that have text and an address.
func (as *assembler) links(b *block) []Link {
	var out []Link
	for l := b.link0; l < b.link1; l++ {
		if t := as.rd.linkTextIn(l, b); t != "" {
			if u := as.rd.linkURL(l); u != "" {
				out = append(out, Link{Text: t, URL: u})
			}
		}
	}
	return out
}

// addHeading adds a heading without the link to itself that some pages print in it.
func (as *assembler) addHeading(b *block) {
	text := b.line()
	for l := b.link0; l < b.link1; l++ {
		if mark := as.rd.linkTextIn(l, b); isPermalinkMark(mark) {
			text = strings.TrimSpace(strings.TrimPrefix(strings.TrimSuffix(text, mark), mark))
		}
	}
	links := slices.DeleteFunc(as.links(b), func(k Link) bool { return isPermalinkMark(k.Text) })
	if len(links) == 0 {
		links = nil
	}
	as.push(Block{Kind: KindHeading, Level: as.headingLevel(b), Text: text, Links: links})
}

// isPermalinkMark says whether a link's text is the mark that stands for the address of a heading.
func isPermalinkMark(s string) bool {
	switch s {
	case "#", "##", "¶", "§", "🔗", "🔗︎", "⚓", "∞":
		return true
	}
	return false
}

// headingLevel is the level of a heading block; text that is only styled as one counts as 3.
func (as *assembler) headingLevel(b *block) int {
	for at := b.box; at >= 0; at = as.rd.boxes[at].parent {
		switch as.rd.boxes[at].tag {
		case atom.H1:
			return 1
		case atom.H2:
			return 2
		case atom.H3:
			return 3
		case atom.H4:
			return 4
		case atom.H5:
			return 5
		case atom.H6:
			return 6
		}
	}
	return 3
}

// addItem adds a block of a list: a new item, or more of the one before.
func (as *assembler) addItem(i int) {
	b := &as.rd.blocks[i]
	list, item := as.rd.listOf(b.box)
	if list != as.list || len(as.body) == 0 || as.body[len(as.body)-1].Kind != KindList {
		as.push(Block{Kind: KindList, Ordered: list >= 0 && as.rd.boxes[list].tag == atom.Ol})
		as.list, as.item = list, -1
	}
	as.at = int32(len(as.body) - 1)
	l := &as.body[as.at]
	text := b.line()
	if item == as.item && len(l.Items) > 0 && item >= 0 {
		as.addToItem(l, text)
	} else {
		as.endItem()
		l.Items = append(l.Items, text)
	}
	as.item = item
	l.Links = append(l.Links, as.links(b)...)
}

// addToItem adds to the list's last item, whose text is joined once all is known:
// an item of very many lines would be copied as often.
func (as *assembler) addToItem(l *Block, text string) {
	if len(as.lines) == 0 {
		as.lines = append(as.lines, l.Items[len(l.Items)-1])
	}
	as.lines = append(as.lines, text)
}

// endItem gives the last item of the last list the text of all its lines.
func (as *assembler) endItem() {
	if len(as.lines) == 0 {
		return
	}
	items := as.body[len(as.body)-1].Items
	items[len(items)-1] = strings.Join(slices.DeleteFunc(as.lines, func(s string) bool { return s == "" }), " ")
	as.lines = as.lines[:0]
}

// listOf returns the outermost list around a box and the innermost item, -1 where there is none.
func (p *page) listOf(b int32) (list, item int32) {
	list, item = -1, -1
	for ; b >= 0; b = p.boxes[b].parent {
		switch p.boxes[b].tag {
		case atom.Li, atom.Dt, atom.Dd:
			if item < 0 {
				item = b
			}
		case atom.Ul, atom.Ol, atom.Dl, atom.Menu, atom.Dir:
			list = b
		}
	}
	return list, item
}

// addEmbed adds an embed that has an address on the web.
func (as *assembler) addEmbed(b *block) {
	if u := as.rd.embedURL(b.node); u != "" {
		as.push(Block{Kind: KindEmbed, URL: u})
	}
}

// addQuote adds the quote that the block belongs to, at its first block.
func (as *assembler) addQuote(b *block) {
	if b.group <= 0 || b.group == as.quote {
		return
	}
	as.quote = b.group
	if q := as.rd.quotes[b.group-1].Quote; q.Kind != QuotePull {
		as.push(Block{Kind: KindQuote, Quote: &q})
	}
}

// codeText keeps the line breaks of preformatted text, without blank lines around it.
func codeText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	return strings.TrimRight(strings.Trim(strings.ToValidUTF8(dropControls(s), "\uFFFD"), "\n"), " \n\t")
}

// dropControls leaves out control characters but line breaks and tabs.
func dropControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff {
			return -1
		}
		return r
	}, s)
}

// languageTag returns a BCP 47 tag in its usual case, "" where s is none.
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if len(s) > 35 {
		return ""
	}
	parts := strings.Split(s, "-")
	for i, p := range parts {
		switch {
		case !isAlnum(p) || len(p) > 8 || i == 0 && (len(p) < 2 || len(p) > 3):
			return ""
		case i == 0:
			parts[i] = strings.ToLower(p)
		case len(p) == 2:
			parts[i] = strings.ToUpper(p)
		case len(p) == 4 && p[0] > '9':
			parts[i] = strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		default:
			parts[i] = strings.ToLower(p)
		}
	}
	return strings.Join(parts, "-")
}

func isAlnum(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
			return false
		}
	}
	return s != ""
}
