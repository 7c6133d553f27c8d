package newspagetest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/newspage-go/newspage"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// A Page is a generated page and the article that it was made from.
type Page struct {
	HTML        []byte
	URL         string // where the page would have come from
	ContentType string // the header it would have come with; its charset may be in the page alone
	// Theme is how the page is marked up: "semantic", "hashed", "wordpress",
	// "tables", "custom", "blog", "components", "bare" (no class says anything),
	// "app". A page of the last prints nothing: a program would.
	Theme string

	// Article is what the page prints, or says in its metadata. What the page
	// does not say is absent here too: a page without metadata has no Site,
	// though its title names one. Its Confidence is 0.
	Article newspage.Article
}

// Generate makes a news page: the same one for the same seed, any of which will
// do. Pages differ in language (Arabic, Chinese, Dutch, English, French, German,
// Hindi, Italian, Japanese, Korean, Polish, Portuguese, Russian, Spanish, Swedish,
// Turkish), markup (see [Page.Theme]), charset, metadata, and in what the article
// has: figures, quotes with attributions, lists, "Read also" links, a source,
// related articles.
func Generate(seed uint64) Page {
	rng := rand.New(rand.NewPCG(seed, 0x6e657773))
	g := &generator{builder: newBuilder(rng, pick(rng, languages), pick(rng, themes))}
	g.plan()
	g.write()
	return Page{HTML: g.encode(), URL: g.art.URL, ContentType: g.contentType, Theme: g.theme.name, Article: g.art}
}

// A generator makes one page.
type generator struct {
	*builder
	art         newspage.Article
	site        string
	charset     string
	contentType string
	metadata    int // a mask of the kinds below
	printed     printedDate
	carried     int  // where the text is that the page does not print
	crumbs      bool // the way to the page is printed
	folded      bool // the end of the body shows on a click
	form        bool // the article stands in a form
	bylineLinks bool
	portraits   bool                          // stand in the byline
	byline      int                           // its style
	parts       []part                        // of the body
	after       []newspage.Related            // the list at the end
	again       *newspage.Related             // stands there too, and within the text
	paragraphs  func(*builder, string) string // how they are printed
}

// The kinds of metadata.
const (
	metaJSONLD = 1 << iota
	metaOpenGraph
)

// A printedDate is how the page shows its date.
type printedDate uint8

const (
	dateNowhere printedDate = iota
	dateAsDay
	dateAsTime // in a <time> element
)

// plan decides what the article is.
func (g *generator) plan() {
	a := &g.art
	g.site = pick(g.rng, g.sites)
	g.host = "https://www." + slug(strings.ReplaceAll(g.site, " ", "")) + ".example"
	a.Site, a.Language = "", g.languageTag()
	a.Title = g.headline()
	a.URL = g.host + g.address(a.Title)
	g.metadata = pick(g.rng, []int{0, metaJSONLD, metaOpenGraph, metaJSONLD | metaOpenGraph})
	if g.theme.app {
		g.metadata |= metaJSONLD
	}
	if g.metadata != 0 {
		a.Site = g.site
	}
	g.crumbs = g.chance(2) && !g.theme.app
	if g.metadata != 0 || g.crumbs && strings.Contains(g.attr("breadcrumb"), "breadcrumb") {
		a.Section = pick(g.rng, g.sections)
	}
	if g.chance(2) && !g.theme.app {
		a.Subtitle = g.expand(g.draw(&g.rest, g.sentences))
	}
	g.bylineLinks, g.portraits, g.byline = g.chance(2), g.chance(6), g.rng.IntN(3)
	for range pick(g.rng, []int{0, 1, 1, 1, 1, 1, 2}) {
		name := g.person().name
		au := newspage.Author{Name: name}
		if g.bylineLinks {
			au.URL = g.host + "/" + pick(g.rng, []string{"author", "staff", "people"}) + "/" + slug(name)
		}
		a.Authors = append(a.Authors, au)
	}
	g.planDate()
	if g.chance(3) && !g.theme.app {
		a.Tags = append(a.Tags, g.place, pick(g.rng, g.sections)+" "+fmt.Sprint(2020+g.rng.IntN(6)))
	}
	g.planImage()
	g.planBody()
	if !g.theme.app {
		g.planSource()
		g.planRelated()
	}
	g.folded, g.form, g.carried = g.chance(10), g.chance(12), g.rng.IntN(carriedWays)
	g.paragraphs = pick(g.rng, g.theme.marks)
	charsets := g.charsets
	if g.theme.app {
		charsets = []string{"utf-8"}
	}
	if charsets == nil {
		charsets = []string{"utf-8", "utf-8", "utf-8", "windows-1252", "iso-8859-1"}
	}
	g.charset = pick(g.rng, charsets)
	g.contentType = pick(g.rng, []string{"", "text/html", "text/html; charset=" + g.charset})
}

func (g *generator) languageTag() string {
	return pick(g.rng, []string{g.language.tag, g.locale})
}

func (g *generator) planDate() {
	t := time.Date(2023+g.rng.IntN(3), time.Month(1+g.rng.IntN(12)), 1+g.rng.IntN(28), 5+g.rng.IntN(17), 5*g.rng.IntN(12), 0, 0, time.FixedZone("", 3600*(1+g.rng.IntN(2))))
	g.printed = printedDate(g.rng.IntN(3))
	switch {
	case g.metadata != 0 || g.printed == dateAsTime:
		g.art.Published = t
		if g.chance(3) {
			g.art.Modified = t.Add(time.Duration(5+g.rng.IntN(5000)) * time.Minute)
		}
	case g.printed == dateAsDay:
		g.art.Published = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, newspage.DateOnly)
	}
}

func (g *generator) planImage() {
	if g.chance(2) {
		return
	}
	g.art.Image = &newspage.Image{URL: g.host + "/media/" + g.number() + ".jpg"}
	if g.theme.app || g.metadata&metaOpenGraph != 0 && g.chance(2) {
		return // in the metadata alone
	}
	im := g.art.Image
	g.describe(im)
	if im.Caption == "" && g.metadata != 0 {
		// A lead picture that the page names, without a caption, is no block of the body.
		g.parts = append(g.parts, part{html: g.figure(im)})
		return
	}
	copied := *im
	g.art.Body = append(g.art.Body, newspage.Block{Kind: newspage.KindFigure, Image: &copied})
	g.parts = append(g.parts, part{html: g.figure(im)})
}

func (g *generator) planSource() {
	if !g.chance(3) {
		return
	}
	outlet := pick(g.rng, g.outlets)
	address := fmt.Sprintf("https://%s.example/story/%s", slug(strings.ReplaceAll(outlet, " ", "")), g.number())
	if g.chance(4) {
		g.art.Source = &newspage.Source{URL: address}
		g.parts = append(g.parts, part{html: g.as("p", "source", link(address, pick(g.rng, g.links))), end: true})
		return
	}
	s := &newspage.Source{Name: outlet}
	shown := esc(outlet)
	if g.chance(2) {
		s.URL, shown = address, link(address, outlet)
	}
	g.art.Source = s
	inner := strings.ReplaceAll(pick(g.rng, g.sources), "{O}", shown)
	if g.chance(3) {
		inner = "<em>" + inner + "</em>"
	}
	g.parts = append(g.parts, part{html: g.as("p", "source", inner), end: true})
}

func (g *generator) planRelated() {
	if g.chance(4) {
		return
	}
	if i := slices.IndexFunc(g.art.Related, func(r newspage.Related) bool { return r.Place == newspage.PlaceList }); i >= 0 && g.chance(3) {
		g.again = &g.art.Related[i] // offered twice, and one entry
	}
	images, summaries := g.chance(2), g.chance(2)
	for range 2 + g.rng.IntN(5) {
		r := newspage.Related{Title: g.teaserHeadline(), Place: newspage.PlaceList}
		r.URL = g.host + g.address(r.Title)
		if images {
			r.Image = &newspage.Image{URL: g.host + "/media/" + g.number() + "-300x200.jpg"}
			if g.chance(2) {
				r.Image.Alt = g.expand(pick(g.rng, g.captions))
			}
		}
		if summaries {
			r.Summary = g.expand(g.draw(&g.rest, g.sentences))
		}
		g.after = append(g.after, r)
	}
	g.art.Related = append(g.art.Related, g.after...)
}

// encodings are the charsets that pages come in, apart from UTF-8.
var encodings = map[string]encoding.Encoding{
	"windows-1251": charmap.Windows1251, "windows-1252": charmap.Windows1252, "windows-1256": charmap.Windows1256,
	"windows-1254": charmap.Windows1254, "iso-8859-2": charmap.ISO8859_2, "iso-8859-1": charmap.ISO8859_1, "koi8-r": charmap.KOI8R,
	"shift_jis": japanese.ShiftJIS, "euc-jp": japanese.EUCJP, "euc-kr": korean.EUCKR, "gb18030": simplifiedchinese.GB18030,
}

// encode returns the page in its charset. What the charset lacks becomes references.
func (g *generator) encode() []byte {
	page := sloppy(g.String(), g.rng)
	e := encodings[g.charset]
	if e == nil {
		return []byte(page)
	}
	out, err := encoding.HTMLEscapeUnsupported(e.NewEncoder()).String(page)
	if err != nil {
		panic("newspagetest: " + err.Error())
	}
	return []byte(out)
}

func (g *generator) write() {
	g.head()
	g.put("<body>\n")
	g.mark(markPage)
	if g.theme.app {
		g.app()
		return
	}
	g.put(`<a class="skip" href="#content">`, esc(g.skip), "</a>\n")
	if g.theme.cell {
		g.put(`<table width="100%" cellpadding="0" cellspacing="0"><tr><td colspan="3">`, "\n")
	}
	if g.chance(6) {
		g.ticker()
	}
	g.siteHeader(g.site)
	if g.chance(8) { // a bar with the headline that shows when the reader scrolls
		g.in("sticky", "<span>"+esc(g.art.Title)+"</span>")
	}
	if g.theme.cell {
		g.put(`</td></tr><tr><td width="160" valign="top">`, "\n")
		g.sitewideList()
		g.put(`</td><td valign="top">`, "\n")
	}
	g.mark(markWrap)
	if g.form {
		g.put(`<form method="post" action="`, g.art.URL, `" id="aspnetForm">`, "\n<input type=\"hidden\" name=\"__VIEWSTATE\" value=\"", g.hash("state"), "\">\n")
	}
	depth := g.rng.IntN(5)
	misnamed := -1
	if g.chance(5) {
		misnamed = g.rng.IntN(depth + 1)
	}
	for i := range depth {
		attr := g.attr(fmt.Sprintf("wrap%d", i))
		if i == misnamed {
			attr = ` class="` + pick(g.rng, wrapperClasses) + `"`
		}
		g.put("<div", attr, ">")
	}
	g.open("main")
	g.article()
	g.shut("main")
	g.put(strings.Repeat("</div>", depth), "\n")
	if g.form && g.chance(2) {
		g.put("</form>\n")
	}
	g.mark(markWrapped)
	if g.theme.cell {
		g.put(`</td><td width="200" valign="top">`, "\n")
	}
	g.open("aside")
	g.ad()
	if g.chance(2) {
		g.sitewideList()
	}
	g.mark(markSide)
	g.shut("aside")
	if g.theme.cell {
		g.put(`</td></tr><tr><td colspan="3">`, "\n")
	}
	g.siteFooter(g.site)
	if g.theme.cell {
		g.put("</td></tr></table>\n")
	}
	if g.chance(2) {
		g.cookieBanner()
	}
	if g.chance(8) {
		g.dialog()
	}
	g.mark(markPage)
	g.put("</body>\n</html>\n")
}

func (g *generator) head() {
	a := &g.art
	g.put("<!DOCTYPE html>\n<html lang=\"", a.Language, "\">\n<head>\n")
	if g.charset == "utf-8" || g.chance(2) {
		g.put("<meta charset=\"", g.charset, "\">\n")
	} else {
		g.put("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=", g.charset, "\">\n")
	}
	g.put("<title>", esc(a.Title+pick(g.rng, []string{" - ", " | ", " – "})+g.site), "</title>\n")
	g.put("<link rel=\"canonical\" href=\"", a.URL, "\">\n")
	if g.metadata&metaOpenGraph != 0 {
		g.openGraph()
	}
	if g.metadata&metaJSONLD != 0 {
		g.jsonLD()
	}
	g.put("<link rel=\"stylesheet\" href=\"/static/site.css\">\n</head>\n")
}

func (g *generator) openGraph() {
	a := &g.art
	property := func(name, value string) {
		if value != "" {
			g.put("<meta property=\"", name, "\" content=\"", esc(value), "\">\n")
		}
	}
	property("og:type", "article")
	property("og:title", a.Title)
	property("og:description", a.Subtitle)
	property("og:url", a.URL)
	property("og:site_name", g.site)
	property("article:published_time", a.Published.Format(time.RFC3339))
	if !a.Modified.IsZero() {
		property("article:modified_time", a.Modified.Format(time.RFC3339))
	}
	property("article:section", a.Section)
	if a.Image != nil {
		property("og:image", a.Image.URL)
	}
	if len(a.Authors) == 1 && g.chance(2) {
		g.put("<meta name=\"author\" content=\"", esc(a.Authors[0].Name), "\">\n")
	}
}

func (g *generator) jsonLD() {
	a := &g.art
	object := map[string]any{
		"@context": "https://schema.org", "@type": "NewsArticle", "headline": a.Title, "url": a.URL, "datePublished": a.Published.Format(time.RFC3339),
		"articleSection": a.Section, "publisher": map[string]any{"@type": "Organization", "name": g.site},
	}
	if !a.Modified.IsZero() {
		object["dateModified"] = a.Modified.Format(time.RFC3339)
	}
	if g.theme.app && g.carried == carriedInJSONLD {
		object["articleBody"] = strings.Join(g.texts(), "\n\n")
	}
	var authors []any
	for _, au := range a.Authors {
		one := map[string]any{"@type": "Person", "name": au.Name}
		if au.URL != "" {
			one["url"] = au.URL
		}
		authors = append(authors, one)
	}
	if authors != nil {
		object["author"] = authors
	}
	if a.Image != nil {
		object["image"] = []string{a.Image.URL}
	}
	var value any = object
	if g.chance(3) {
		delete(object, "@context")
		value = map[string]any{"@context": "https://schema.org", "@graph": []any{
			object, map[string]any{"@type": "WebSite", "name": g.site, "url": g.host + "/"},
		}}
	}
	text, err := json.Marshal(value) // escapes <, > and &
	if err != nil {
		panic("newspagetest: " + err.Error())
	}
	g.put("<script type=\"application/ld+json\">", string(text), "</script>\n")
}

// article writes the article with its head, its body and what follows.
func (g *generator) article() {
	inside := g.chance(2) // the lists of related articles stand in the article
	g.open("article")
	g.articleHead()
	g.open("body")
	ended := g.chance(2) // the source line stands in the body
	fold := len(g.parts)
	if g.folded {
		fold = 2 + g.rng.IntN(3)
	}
	for i, p := range g.parts {
		if p.end && !ended {
			continue
		}
		if i > 0 && g.parts[i-1].markAfter && !p.tight {
			g.mark(markBetween)
			if g.chance(9) {
				pick(g.rng, []func(){g.ad, g.ad, g.ad, g.newsletter, g.shareBar, g.prompt})()
			}
		}
		if i == fold {
			g.put(`<div class="`, g.prefix, `-rest" style="display:none">`, "\n")
		}
		g.put(g.partHTML(p), "\n")
	}
	if fold < len(g.parts) {
		g.put("</div>\n<button>", esc(g.unfold), "</button>\n")
	}
	g.shut("body")
	for _, p := range g.parts {
		if p.end && !ended {
			g.put(p.html, "\n")
		}
	}
	if g.chance(12) {
		g.pagination()
	}
	if g.art.Tags != nil {
		var links []string
		for _, t := range g.art.Tags {
			links = append(links, `<a rel="tag" href="/tag/`+slug(t)+`">`+esc(t)+"</a>")
		}
		g.in("tags", "<span>"+esc(g.tags)+":</span> "+strings.Join(links, " "))
	}
	if g.chance(2) {
		g.shareBar()
	}
	if g.chance(4) && len(g.art.Authors) == 1 {
		g.authorBox()
	}
	if g.chance(3) {
		g.newsletter()
	}
	if inside {
		g.relatedList()
	}
	g.shut("article")
	if !inside {
		g.relatedList()
	}
	if g.chance(5) {
		g.promotedList()
	}
	g.mark(markSide)
	if g.chance(2) {
		g.commentSection()
	}
	if g.chance(8) {
		g.nextArticle()
	}
}

// partHTML prints a part of the body.
func (g *generator) partHTML(p part) string {
	html := p.html
	if p.text != nil {
		html = g.paragraphs(g.builder, g.paragraphHTML(p))
	}
	if g.theme.block != "" {
		html = fmt.Sprintf(g.theme.block, html)
	}
	return html
}

// Where a page that prints nothing has its text.
const (
	carriedInJSONLD = iota
	carriedInState  // the object that the program of the page begins with
	carriedWays
)

// texts are the paragraphs.
func (g *generator) texts() (texts []string) {
	for _, b := range g.art.Body {
		texts = append(texts, b.Text)
	}
	return texts
}

// app writes a page that a program in the browser would fill.
func (g *generator) app() {
	g.put(`<div id="root"></div>`, "\n<noscript>JavaScript</noscript>\n")
	if g.carried == carriedInState {
		var markup strings.Builder
		for _, s := range g.texts() {
			markup.WriteString("<p>" + esc(s) + "</p>")
		}
		text, err := json.Marshal(map[string]any{"page": map[string]any{"id": g.number(), "article": map[string]any{"title": g.art.Title, "content": markup.String()}}, "theme": "light"})
		if err != nil {
			panic("newspagetest: " + err.Error())
		}
		g.put("<script>window.__STATE__ = ", string(text), ";</script>\n")
	}
	g.put(`<script src="/static/app.`, g.hash("app"), `.js"></script>`, "\n</body>\n</html>\n")
}

// authorBox writes who the author is.
func (g *generator) authorBox() {
	name := g.art.Authors[0].Name
	g.open("author-box")
	if g.chance(2) {
		g.put(g.portrait(name))
	}
	if g.chance(2) {
		g.put(g.as(pick(g.rng, []string{"h3", "h4", "strong"}), "author-name", esc(name)), "\n")
	}
	g.put("<p>", esc(strings.Replace(g.expand(pick(g.rng, g.bios)), "@", name, 1)), "</p>\n")
	g.shut("author-box")
}

// portrait is a picture of an author, whose size may stand in a style sheet.
func (g *generator) portrait(name string) string {
	alt, size := "", ""
	if g.chance(2) {
		alt = esc(name)
	}
	if g.chance(2) {
		size = ` width="80" height="80"`
	}
	return `<img src="/media/` + g.number() + `-80x80.jpg" alt="` + alt + `"` + size + ">"
}

// nextArticle writes the beginning of another article, as pages do that go on
// with the next one when the reader scrolls.
func (g *generator) nextArticle() {
	title := g.teaserHeadline()
	g.open("article")
	g.open("head")
	if g.chance(3) {
		g.put(g.as(g.titleTag(), "title", esc(title)), "\n")
	} else {
		g.put("<h2", g.attr("title"), ">", link(g.address(title), title), "</h2>\n")
	}
	if g.chance(3) {
		g.in("date", g.day(time.Date(2023+g.rng.IntN(3), time.Month(1+g.rng.IntN(12)), 1+g.rng.IntN(28), 0, 0, 0, 0, time.UTC)))
	} else {
		g.in("byline", esc(strings.TrimSpace(g.by+" "+g.person().name+" "+g.byAfter)))
	}
	g.shut("head")
	g.open("body")
	for range 1 + g.rng.IntN(3) {
		g.put(g.paragraphs(g.builder, esc(strings.Join(g.paragraph(), g.space()))), "\n")
	}
	g.shut("body")
	g.put(link(g.address(title), g.more), "\n")
	g.shut("article")
}

func (g *generator) articleHead() {
	a := &g.art
	g.open("head")
	if a.Section != "" && g.crumbs {
		g.in("breadcrumb", link("/", g.language.menu[0])+" &raquo; "+link("/section/"+slug(a.Section)+"/", a.Section))
	}
	g.put(g.as(g.titleTag(), "title", esc(a.Title)), "\n")
	if a.Subtitle != "" {
		g.in("subtitle", esc(a.Subtitle))
	}
	g.bylineAndDate()
	if g.chance(4) {
		g.countsLine()
	}
	if g.chance(3) {
		g.shareBar()
	}
	g.shut("head")
}

// titleTag is the tag of the headline.
func (g *generator) titleTag() string {
	if t := g.theme.tags["title"]; t != "" {
		return t
	}
	return "h1"
}

func (g *generator) bylineAndDate() {
	var names []string
	for _, au := range g.art.Authors {
		name := esc(au.Name)
		if au.URL != "" {
			name = strings.Replace(link(au.URL, au.Name), "<a ", `<a rel="author" `, 1)
		}
		if g.portraits {
			name = g.portrait(au.Name) + " " + name
		}
		names = append(names, g.as("span", "author", name))
	}
	byline := strings.Join(names, " "+g.and+" ")
	if byline != "" {
		byline = strings.TrimSpace(g.by + " " + byline + " " + g.byAfter)
	}
	date := g.dateHTML()
	switch {
	case byline == "" && date == "":
	case g.byline == 0 && byline != "" && date != "":
		g.in("byline", byline+" | "+date)
	case g.byline == 1 && byline != "" && date != "" && g.by != "" && g.chance(2):
		g.in("byline", date+" "+byline)
	default:
		if byline != "" {
			g.in("byline", byline)
		}
		if date != "" {
			g.in("date", date)
		}
	}
}

func (g *generator) dateHTML() string {
	t := g.art.Published
	if g.printed == dateNowhere || t.IsZero() {
		return ""
	}
	day := g.day(t)
	icon := ""
	if g.chance(8) {
		icon = `<img src="/static/clock.svg" alt=""> `
	}
	if g.printed == dateAsDay {
		return icon + "<span>" + day + "</span>"
	}
	if g.chance(2) {
		day += g.at + t.Format("15:04")
	}
	shown := icon + `<time datetime="` + t.Format(time.RFC3339) + `">` + day + "</time>"
	if m := g.art.Modified; !m.IsZero() {
		shown += " <span>" + esc(g.updated) + ` <time datetime="` + m.Format(time.RFC3339) + `">` + g.day(m) + "</time></span>"
	}
	return shown
}

// day prints a day in the page's language.
func (g *generator) day(t time.Time) string {
	return strings.NewReplacer("D", fmt.Sprint(t.Day()), "M", g.months[t.Month()-1], "Y", fmt.Sprint(t.Year())).Replace(g.dateFormat)
}
