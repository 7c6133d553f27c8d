package newspagetest

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/newspage-go/newspage"
)

// A part is a piece of a page's body: a paragraph, or ready HTML.
type part struct {
	text      *newspage.Block // of a paragraph
	html      string          // of anything else
	tight     bool            // belongs to the part before it
	markAfter bool            // boilerplate may follow
	end       bool            // stands at the end, in the body or behind it
}

// planBody makes the body. Paragraphs lead and end it, and stand between all
// other things, so that each can be told from its neighbours.
func (g *generator) planBody() {
	var sentences []string // that a pull quote may repeat
	add := func(p []string) {
		b := newspage.Block{Kind: newspage.KindParagraph, Text: strings.Join(p, g.space())}
		if g.chance(5) {
			b.Links = g.linkWords(b.Text)
		}
		g.art.Body = append(g.art.Body, b)
		g.parts = append(g.parts, part{text: &b, markAfter: true})
		sentences = append(sentences, p...)
	}
	opening := g.opening()
	if g.chance(8) { // a dateline; its agency is no source
		opening[0] = g.place + " (" + pick(g.rng, g.outlets) + ") – " + opening[0]
	}
	add(opening)
	if g.theme.app {
		for range 3 + g.rng.IntN(6) {
			add(g.paragraph())
		}
		return
	}
	interview := g.chance(8)
	pulled := false
	for range 4 + g.rng.IntN(8) {
		if interview && g.chance(2) {
			g.addQuestion()
		}
		add(g.paragraph())
		switch g.rng.IntN(16) {
		case 0:
			g.addHeading()
			add(g.paragraph())
		case 1:
			g.addList()
		case 2, 3:
			g.addQuote()
		case 4:
			g.addInline()
		case 5:
			if !pulled {
				g.addPull(pick(g.rng, sentences))
				pulled = true
			}
		case 9:
			g.addEmbed()
		case 10:
			g.addTable()
		case 11:
			g.addPicture()
		case 12:
			g.addBox()
		case 13:
			g.addGallery()
		case 14:
			g.addShell()
		case 15:
			g.addLinkCard()
		}
	}
	add(g.paragraph())
}

// linkWords links two to four plain words of a text.
func (g *generator) linkWords(text string) []newspage.Link {
	if g.unspaced {
		if s := g.topic; strings.Count(text, s) == 1 {
			return []newspage.Link{{Text: s, URL: g.host + "/topics/" + g.number()}}
		}
		return nil
	}
	words := strings.Fields(text)
	for range 20 {
		n := 2 + g.rng.IntN(3)
		i := 1 + g.rng.IntN(len(words)-n-1)
		s := strings.Join(words[i:i+n], " ")
		if strings.ContainsFunc(s, func(r rune) bool {
			return r != ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
		}) || strings.Count(text, s) != 1 {
			continue
		}
		host := pick(g.rng, []string{g.host, "https://records.example"})
		return []newspage.Link{{Text: s, URL: host + "/" + slug(s) + "/" + g.number()}}
	}
	return nil
}

// paragraphHTML is the inner HTML of a paragraph.
func (g *generator) paragraphHTML(p part) string {
	if len(p.text.Links) == 0 {
		return g.emphasized(p.text.Text)
	}
	l := p.text.Links[0]
	before, after, _ := strings.Cut(p.text.Text, l.Text)
	address := l.URL
	if g.chance(2) {
		address = strings.TrimPrefix(address, g.host)
	}
	return esc(before) + link(address, l.Text) + esc(after)
}

// emphasized is a text as HTML, of which some words may be set apart.
func (g *generator) emphasized(text string) string {
	words := strings.Fields(text)
	if !g.chance(5) || g.unspaced {
		return esc(text)
	}
	n := 1 + g.rng.IntN(3)
	i := g.rng.IntN(len(words) - n)
	before, said, after := strings.Join(words[:i], " "), strings.Join(words[i:i+n], " "), strings.Join(words[i+n:], " ")
	if i > 0 {
		before = esc(before) + " "
	}
	switch tag := pick(g.rng, []string{"b", "em", "strong", "i", "span", "u", "mark", "nbsp"}); tag {
	case "nbsp":
		return before + strings.ReplaceAll(esc(said), " ", "&nbsp;") + "&nbsp;" + esc(after)
	default:
		return before + "<" + tag + ">" + esc(said) + "</" + tag + "> " + esc(after)
	}
}

// addQuestion adds a question of an interview.
func (g *generator) addQuestion() {
	s := g.expand(pick(g.rng, g.questions))
	if !g.fresh(s) {
		return
	}
	g.art.Body = append(g.art.Body, newspage.Block{Kind: newspage.KindParagraph, Text: s})
	g.parts = append(g.parts, part{html: "<p><strong>" + esc(s) + "</strong></p>"})
}

// addBox adds a box with a list of related articles to the body.
func (g *generator) addBox() {
	var b strings.Builder
	b.WriteString("<aside" + g.attr("box") + ">" + g.as(pick(g.rng, []string{"h3", "h4", "p", "strong"}), "box-title", esc(pick(g.rng, g.related))) + "\n<ul>")
	for range 2 + g.rng.IntN(2) {
		r := newspage.Related{Title: g.teaserHeadline(), Place: newspage.PlaceList}
		path := g.address(r.Title)
		r.URL = g.host + path
		g.art.Related = append(g.art.Related, r)
		b.WriteString("<li>" + link(path, r.Title) + "</li>")
	}
	b.WriteString("</ul></aside>")
	g.parts = append(g.parts, part{html: b.String(), markAfter: true})
}

func (g *generator) addHeading() {
	s := g.expand(pick(g.rng, g.subheads))
	if !g.fresh(s) {
		return
	}
	level := 2 + g.rng.IntN(2)
	g.art.Body = append(g.art.Body, newspage.Block{Kind: newspage.KindHeading, Level: level, Text: s})
	g.parts = append(g.parts, part{html: fmt.Sprintf("<h%d>%s</h%d>", level, esc(s), level)})
}

func (g *generator) addList() {
	intro := newspage.Block{Kind: newspage.KindParagraph, Text: g.expand(pick(g.rng, g.listIntro))}
	for short := true; short; short = g.wordCount(intro.Text) < minWords {
		intro.Text = g.expand(g.draw(&g.rest, g.sentences)) + g.space() + intro.Text
	}
	list := newspage.Block{Kind: newspage.KindList, Ordered: g.chance(3)}
	tag := "ul"
	if list.Ordered {
		tag = "ol"
	}
	var b strings.Builder
	b.WriteString("<" + tag + ">\n")
	for _, i := range g.rng.Perm(len(g.items))[:3+g.rng.IntN(3)] {
		s := g.expand(g.items[i])
		list.Items = append(list.Items, s)
		b.WriteString("<li>" + esc(s) + "</li>\n")
	}
	b.WriteString("</" + tag + ">")
	g.art.Body = append(g.art.Body, intro, list)
	g.parts = append(g.parts, part{text: &intro}, part{html: b.String(), tight: true, markAfter: true})
}

// addEmbed adds a film of another site.
func (g *generator) addEmbed() {
	address := "https://www.youtube.com/embed/" + g.hash(g.number())
	html := `<iframe src="` + address + `" width="560" height="315" allowfullscreen></iframe>`
	switch g.rng.IntN(3) {
	case 0:
		html = `<div class="video-wrapper">` + html + "</div>"
	case 1:
		html = "<figure>" + html + "</figure>"
	}
	g.art.Body = append(g.art.Body, newspage.Block{Kind: newspage.KindEmbed, URL: address})
	g.parts = append(g.parts, part{html: html, markAfter: true})
}

// addTable adds a table of figures by year and place.
func (g *generator) addTable() {
	year := 2015 + g.rng.IntN(5)
	rows := [][]string{{g.sections[0]}}
	for _, i := range g.rng.Perm(len(g.places))[:3+g.rng.IntN(3)] {
		rows = append(rows, []string{g.places[i]})
	}
	for c := range 2 + g.rng.IntN(2) {
		for i := range rows {
			cell := fmt.Sprint(year + c)
			if i > 0 {
				cell = g.large(100 + g.rng.IntN(9000))
			}
			rows[i] = append(rows[i], cell)
		}
	}
	if g.chance(3) {
		rows[0][0] = ""
	}
	if g.chance(4) {
		rows[1+g.rng.IntN(len(rows)-1)][1+g.rng.IntN(len(rows[0])-1)] = ""
	}
	pictured := g.rng.IntN(6) // 0: icons in its first column; 1: pictures
	var pictures []newspage.Block
	var b strings.Builder
	b.WriteString("<table>\n")
	for i, row := range rows {
		tag := "td"
		if i == 0 {
			tag = "th"
		}
		b.WriteString("<tr>")
		for c, cell := range row {
			image := ""
			switch {
			case i == 0 || c > 0:
			case pictured == 0:
				image = `<img src="/static/icon-` + g.number() + `.png" alt="" width="20" height="20"> `
			case pictured == 1:
				im := &newspage.Image{URL: g.host + "/media/" + g.number() + ".jpg"}
				pictures = append(pictures, newspage.Block{Kind: newspage.KindFigure, Image: im})
				image = g.imageHTML(im) + "<br>"
			}
			b.WriteString("<" + tag + ">" + image + esc(cell) + "</" + tag + ">")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>")
	g.art.Body = append(append(g.art.Body, newspage.Block{Kind: newspage.KindTable, Rows: rows}), pictures...)
	html := b.String()
	if g.chance(3) { // where the figures are from, not the article
		html = "<figure>" + html + "<figcaption>" + esc(strings.ReplaceAll(g.sources[0], "{O}", pick(g.rng, g.offices))) + "</figcaption></figure>"
	}
	g.parts = append(g.parts, part{html: html, markAfter: true})
}

// addPicture adds a picture to the body.
func (g *generator) addPicture() {
	im := g.picture()
	g.art.Body = append(g.art.Body, newspage.Block{Kind: newspage.KindFigure, Image: im})
	g.parts = append(g.parts, part{html: g.figure(im), markAfter: true})
}

// picture makes up a picture with a caption.
func (g *generator) picture() *newspage.Image {
	im := &newspage.Image{URL: g.host + "/media/" + g.number() + ".jpg"}
	g.describe(im)
	return im
}

// describe gives a picture what is printed with it, or nothing.
func (g *generator) describe(im *newspage.Image) {
	if g.chance(4) {
		if g.chance(2) {
			im.Alt = g.expand(pick(g.rng, g.captions))
		}
		return
	}
	im.Alt = g.expand(pick(g.rng, g.captions))
	im.Caption = g.expand(pick(g.rng, g.captions)) + g.stop()
	if g.chance(2) {
		im.Credit = g.person().name
	}
}

// addGallery adds several pictures that belong together.
func (g *generator) addGallery() {
	var b strings.Builder
	b.WriteString("<div" + g.attr("gallery") + ">\n")
	for range 2 + g.rng.IntN(3) {
		im := g.picture()
		g.art.Body = append(g.art.Body, newspage.Block{Kind: newspage.KindFigure, Image: im})
		b.WriteString(g.figure(im) + "\n")
	}
	b.WriteString("</div>")
	g.parts = append(g.parts, part{html: b.String(), markAfter: true})
}

// addShell adds what is left of a post of another site, or of a survey, where no script fills it.
func (g *generator) addShell() {
	html := `<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/` + g.hash(g.number()) + `/"><a href="https://www.instagram.com/p/` + g.hash(g.number()) + `/">View this post on Instagram</a></blockquote><script async src="//www.instagram.com/embed.js"></script>`
	switch g.rng.IntN(3) {
	case 0:
		html = `<div class="poll" id="poll-` + g.number() + `"><form><label><input type="radio" name="p"> ` + esc(g.accept) + `</label><button>` + esc(g.reply) + `</button></form></div>`
	case 1:
		html = "<p>&nbsp;</p>"
	}
	g.parts = append(g.parts, part{html: html, markAfter: true})
}

// addLinkCard adds another article of the site as its publishing system prints it: as a quotation.
func (g *generator) addLinkCard() {
	r := newspage.Related{Title: g.teaserHeadline(), Place: newspage.PlaceInline}
	path := g.address(r.Title)
	r.URL = g.host + path
	g.art.Related = append(g.art.Related, r)
	g.parts = append(g.parts, part{html: `<blockquote class="wp-embedded-content">` + link(r.URL, r.Title) + `</blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts" style="position:absolute; clip:rect(1px,1px,1px,1px);" src="` + r.URL + `/embed/" width="600" height="338"></iframe>`, markAfter: true})
}

// addInline adds a "Read also" link to the body.
func (g *generator) addInline() {
	r := newspage.Related{Title: g.teaserHeadline(), Place: newspage.PlaceInline}
	path := g.address(r.Title)
	r.URL = g.host + path
	label, a := esc(pick(g.rng, g.inline)), link(path, r.Title)
	html := ""
	switch g.rng.IntN(5) {
	case 0:
		html = "<p>" + label + " " + a + "</p>"
	case 1:
		html = "<p><strong>" + label + "</strong> " + a + "</p>"
	case 2:
		html = "<p><strong>" + label + " " + a + "</strong></p>"
	case 4: // no label
		html = "<p><strong>" + a + "</strong></p>"
	default:
		html = g.as("div", "inline", "<span>"+label+"</span> "+a)
	}
	g.art.Related = append(g.art.Related, r)
	g.parts = append(g.parts, part{html: html, markAfter: true})
}

func (g *generator) addPull(sentence string) {
	g.art.Quotes = append(g.art.Quotes, newspage.Quote{Text: sentence, Kind: newspage.QuotePull})
	html := `<aside class="pullquote"><p>` + esc(sentence) + "</p></aside>"
	switch g.rng.IntN(3) {
	case 0:
		html = `<figure class="wp-block-pullquote"><blockquote><p>` + esc(sentence) + "</p></blockquote></figure>"
	case 1:
		html = `<div class="pull-quote">` + esc(sentence) + "</div>"
	}
	g.parts = append(g.parts, part{html: html, markAfter: true})
}

// addQuote adds a quotation with whom it quotes, or a social post.
func (g *generator) addQuote() {
	if g.chance(6) {
		g.addPost()
		return
	}
	text := g.expand(g.draw(&g.said, g.language.said))
	bare := g.chance(7)
	if bare || g.chance(3) {
		text = g.language.open + text + g.close
	}
	q := newspage.Quote{Text: text, Kind: newspage.QuoteBlock}
	html := ""
	if bare {
		html = "<blockquote><p>" + esc(text) + "</p></blockquote>"
	} else {
		at := g.attribution()
		q.Attribution = at
		html = g.quoteHTML(text, at)
	}
	g.addQuoteBlock(q, html)
}

func (g *generator) addQuoteBlock(q newspage.Quote, html string) {
	copied := q
	g.art.Body = append(g.art.Body, newspage.Block{Kind: newspage.KindQuote, Quote: &copied})
	g.art.Quotes = append(g.art.Quotes, q)
	g.parts = append(g.parts, part{html: html, markAfter: true})
}

func (g *generator) attribution() *newspage.Attribution {
	p := g.person()
	at := &newspage.Attribution{Speaker: p.name}
	if g.chance(2) {
		at.Role = p.role
	}
	if g.via != "" && g.chance(3) {
		at.Via = pick(g.rng, g.outlets)
	}
	if g.chance(6) {
		at.URL = fmt.Sprintf("https://people.example/%s", slug(p.name))
	}
	return at
}

// quoteHTML prints a quotation and its attribution in one of the ways of real pages.
func (g *generator) quoteHTML(text string, at *newspage.Attribution) string {
	name := esc(at.Speaker)
	if at.URL != "" {
		name = link(at.URL, at.Speaker)
	}
	rest := ""
	if at.Role != "" {
		rest = g.listComma + esc(at.Role)
	}
	if at.Via != "" {
		rest += " " + g.via + " " + esc(at.Via)
	}
	by, said := name+rest, "<p>"+esc(text)+"</p>"
	dash := pick(g.rng, []string{"— ", "– "})
	open := "<blockquote" + g.attr("quote") + ">"
	switch g.rng.IntN(13) {
	case 0:
		return open + said + "<footer>" + dash + by + "</footer></blockquote>"
	case 1:
		return open + said + "<footer><cite>" + by + "</cite></footer></blockquote>"
	case 2:
		return open + said + "<cite>" + by + "</cite></blockquote>"
	case 3:
		return "<figure>" + open + said + "</blockquote><figcaption>" + by + "</figcaption></figure>"
	case 4:
		return open + said + "</blockquote>\n<p>" + dash + by + "</p>"
	case 5:
		return open + said + "<p>" + dash + by + "</p></blockquote>"
	case 6:
		return open + "<p>" + esc(text) + "<br>" + dash + by + "</p></blockquote>"
	case 7:
		return `<div class="quote">` + open + said + "</blockquote><cite>" + by + "</cite></div>"
	case 9:
		return open + said + "<div>" + by + "</div></blockquote>"
	case 10:
		return open + "<div>" + esc(text) + `</div><div class="author">` + by + "</div></blockquote>"
	case 11:
		return open + said + `<footer class="blockquote-footer"><span>` + by + "</span></footer></blockquote>"
	case 12:
		return `<div class="quote"><div class="quote-author">` + by + "</div>" + open + said + "</blockquote></div>"
	}
	return `<figure class="quote">` + open + said + "</blockquote><p>" + dash + by + "</p></figure>"
}

// addPost adds an embedded social post.
func (g *generator) addPost() {
	text := g.expand(pick(g.rng, g.posts))
	if g.chance(2) {
		text += " pic.twitter.com/" + g.hash(text)
	}
	p := g.person()
	handle := strings.ReplaceAll(slug(p.name), "-", "_")
	address := fmt.Sprintf("https://twitter.com/%s/status/%s", handle, "1932"+g.number())
	g.addQuoteBlock(newspage.Quote{Text: text, Kind: newspage.QuoteSocial, Attribution: &newspage.Attribution{Speaker: p.name, URL: address}},
		fmt.Sprintf(`<blockquote class="twitter-tweet"><p lang="%s" dir="ltr">%s</p>&mdash; %s (@%s) <a href="%s">%s</a></blockquote>`,
			g.language.tag, esc(text), esc(p.name), handle, address, pick(g.rng, []string{"June 12, 2025", "March 3, 2024"})))
}

// figure prints a picture with its caption.
func (g *generator) figure(im *newspage.Image) string {
	if im.Caption == "" {
		return fmt.Sprintf(pick(g.rng, []string{"<p>%s</p>", "<div>%s</div>", "<figure>%s</figure>", "%s", `<p style="text-align:center">%s</p>`}), g.imageHTML(im))
	}
	caption := esc(im.Caption)
	if im.Credit != "" {
		credit := esc(g.photo + ": " + im.Credit)
		if !g.chance(3) {
			credit = g.as("span", "credit", credit)
		}
		caption += " " + credit
	}
	if g.chance(6) { // as publishing systems wrote it before <figure>
		return `<div id="attachment_` + g.number() + `" class="wp-caption aligncenter">` + g.imageHTML(im) + `<p class="wp-caption-text">` + caption + "</p></div>"
	}
	return g.as("figure", "figure", g.imageHTML(im)+g.as("figcaption", "caption", caption))
}

// imageHTML prints an image, loaded at once or lazily.
func (g *generator) imageHTML(im *newspage.Image) string {
	address := im.URL
	if g.chance(2) {
		address = strings.TrimPrefix(address, g.host)
	}
	alt := ` alt="` + esc(im.Alt) + `"`
	switch g.rng.IntN(7) {
	case 0:
		return `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="` + address + `"` + alt + ` width="600" height="400">`
	case 1:
		return `<img srcset="` + address + ` 600w"` + alt + ">"
	case 4:
		return `<picture><source srcset="` + address + ` 600w" type="image/jpeg"><img src="` + address + `"` + alt + ` width="600" height="400"></picture>`
	case 5:
		return `<img class="lazyload" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-srcset="` + address + ` 600w"` + alt + `><noscript><img src="` + address + `"` + alt + `></noscript>`
	case 6:
		return `<amp-img src="` + address + `"` + alt + ` width="600" height="400" layout="responsive"></amp-img>`
	}
	return `<img src="` + address + `"` + alt + ` width="600" height="400">`
}

// relatedList prints the articles offered at the end.
func (g *generator) relatedList() {
	if g.after == nil {
		return
	}
	g.open("related")
	if !strings.Contains(g.attr("related"), "related") || !g.chance(5) { // else its class alone says what it is
		heading := pick(g.rng, []string{"h2", "h3", "h4", "div", "strong"})
		g.put(g.as(heading, "related-title", esc(pick(g.rng, g.related))), "\n")
	}
	list := g.after[0].Image == nil && g.after[0].Summary == "" && g.chance(2)
	style := g.rng.IntN(5)
	if list {
		g.put("<ul>\n")
	}
	dated, button, kicker := !g.art.Published.IsZero() && g.chance(3), g.chance(3), g.chance(5)
	for _, r := range g.after {
		if list {
			g.put("<li>", link(g.relative(r.URL), r.Title), "</li>\n")
			continue
		}
		g.card(&r, style, dated, button, kicker)
	}
	if !list && g.again != nil {
		again := newspage.Related{Title: g.again.Title, URL: g.again.URL}
		g.card(&again, style, dated, button, false)
	}
	if !list {
		g.emptyCards(style)
	}
	if list {
		g.put("</ul>\n")
	}
	g.shut("related")
}

// emptyCards writes what is no entry: the page itself, a card that a script would fill.
func (g *generator) emptyCards(style int) {
	if g.chance(6) {
		g.card(&newspage.Related{Title: g.art.Title, URL: g.art.URL}, style, false, false, false)
	}
	if g.chance(6) {
		g.put("<div", g.attr("card"), `><a href="#"><span class="skeleton"></span></a></div>`, "\n")
	}
}

// cardTitle is the title in a card that is one link, which may hold more than the title.
func (g *generator) cardTitle(title string, kicker bool) string {
	if !kicker {
		return esc(title)
	}
	switch g.rng.IntN(3) {
	case 0:
		return `<span class="kicker">` + esc(pick(g.rng, g.kickers)) + "</span> " + esc(title)
	case 1:
		return `<span class="sr-only">Premium</span> ` + esc(title)
	}
	return `<span class="hide-mobile">` + esc(title) + `</span><span class="hide-desktop" aria-hidden="true">` + esc(title) + "</span>"
}

// relative is an address as it stands on the page.
func (g *generator) relative(address string) string {
	if g.chance(2) {
		return strings.TrimPrefix(address, g.host)
	}
	return address
}

func (g *generator) card(r *newspage.Related, style int, dated, button, kicker bool) {
	if style == 3 { // the title beside the link
		g.put("<div", g.attr("card"), ">")
		if r.Image != nil {
			g.put(`<div class="thumb" style="background-image: url('`, r.Image.URL, `')"></div>`)
		}
		g.put(g.as("h4", "card-title", esc(r.Title)))
		if r.Summary != "" {
			g.put("<p>", esc(r.Summary), "</p>")
		}
		g.put(link(g.relative(r.URL), g.more), "</div>\n")
		return
	}
	tag, address := "div", g.relative(r.URL)
	if style == 4 { // a link around all of it
		g.put("<", tag, g.attr("card"), `><a href="`, address, `">`)
		if r.Image != nil {
			g.put(g.imageHTML(r.Image))
		}
		if kicker {
			g.put(g.as("h5", "kicker", esc(pick(g.rng, g.kickers))))
		}
		g.put(g.as("h3", "card-title", esc(r.Title)))
		if r.Summary != "" {
			g.put(fmt.Sprintf(pick(g.rng, []string{"<p>%s</p>", "<div>%s</div>"}), esc(r.Summary)))
		}
		if dated {
			g.put(g.as("div", "date", g.day(g.art.Published.AddDate(0, 0, -g.rng.IntN(20)))))
		}
		g.put("</a></", tag, ">\n")
		return
	}
	if style == 1 {
		tag = "article"
	}
	g.put("<", tag, g.attr("card"), ">")
	if style == 2 { // one link around everything
		g.put(`<a href="`, address, `">`)
		if r.Image != nil {
			g.put(g.imageHTML(r.Image))
		}
		g.put(g.as("h4", "card-title", g.cardTitle(r.Title, kicker)), "</a>")
	} else {
		if r.Image != nil {
			g.put(`<a href="`, address, `">`, g.imageHTML(r.Image), "</a>")
		}
		if kicker {
			g.put(g.as("span", "kicker", esc(pick(g.rng, g.kickers))))
		}
		g.put(g.as("h3", "card-title", link(address, r.Title)))
	}
	if dated {
		g.put(g.as("span", "date", g.day(g.art.Published.AddDate(0, 0, -g.rng.IntN(20)))))
	}
	if r.Summary != "" {
		g.put("<p>", esc(r.Summary), "</p>")
	}
	if button {
		g.put(link(address, g.more))
	}
	g.put("</", tag, ">\n")
}
