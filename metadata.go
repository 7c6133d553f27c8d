package newspage

import (
	"html"
	"net/url"
	"slices"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/newspage-go/newspage/internal/jsonld"
	"github.com/newspage-go/newspage/internal/weburl"
)

// This file is the only reader of the head and of structured data. What it
// returns are the page's claims about itself; headline.go, byline.go and
// assemble.go weigh them against what is printed.

// metadata is what the page says of itself.
type metadata struct {
	base      weburl.Base
	page      string // the address the page was fetched from, "" where unknown
	docTitle  string // <title>, whole
	titles    []string
	desc      string
	site      string
	siteNames []string // every name the site calls itself by
	section   string
	crumbs    []crumb // the way to the page
	tags      []string
	lang      string
	canonical string
	domain    string // what the site's owner registered: "ledger" of news.ledger.example, as squash writes it
	authors   []Author
	metaNames []string // bylines of <meta> families, as they stand
	published pageDate
	modified  pageDate
	image     Image
	lead      pictureID // what that image is known by
	body      string    // JSON-LD articleBody
	article   jsonld.Object
	source    Source  // where structured data says the article was taken from
	typeCode  float32 // og:type: 2 article, 1 another, 0 none
	has       kindClaims
}

// ogArticle is the typeCode of a page whose og:type is an article.
const ogArticle = 2

// kindClaims are the kinds of page that JSON-LD says this one is.
type kindClaims struct{ product, list, forum bool }

// readMetadata reads the head elements that the walk has found.
func readMetadata(p *page, pageURL *url.URL) *metadata {
	h := readHeads(p)
	m := &metadata{base: h.baseOf(pageURL), docTitle: h.title, lang: p.lang}
	if pageURL != nil {
		m.page = weburl.NewBase(pageURL, "").Resolve(pageURL.String())
	}
	m.article = pickArticle(h.graph, h, m.base)
	m.readAddresses(h)
	m.domain = squash(weburl.Label(firstOf(m.page, m.canonical)))
	m.readNames(h)
	m.readTexts(h)
	m.readPeople(h)
	m.readLanguage(h)
	m.readTimes(h)
	m.readImage(h)
	m.readOrigin(h)
	m.readKind(h)
	return m
}

// baseOf is the base of the page's references: its own <base>, its address, or
// where nobody knows that what the page says its address is, unless it says two
// of different sites.
func (h *heads) baseOf(pageURL *url.URL) weburl.Base {
	if pageURL != nil || h.base != "" {
		return weburl.NewBase(pageURL, h.base)
	}
	own, other := h.canonical, h.first("og:url")
	switch {
	case weburl.Host(own) == "": // none, or a relative one
		own = other
	case other != "" && !weburl.SameSite(own, other):
		own = ""
	}
	return weburl.NewBase(nil, own)
}

// heads are the elements of the head, sorted.
type heads struct {
	title     string
	base      string
	canonical string
	meta      map[string][]string // content by lower-case name, property or itemprop, in document order
	graph     jsonld.Graph
}

// maxMetaValues is how many values of one name are kept: tags are given one by one.
const maxMetaValues = 64

func readHeads(p *page) *heads {
	h := &heads{meta: make(map[string][]string, 64)}
	for _, n := range p.heads {
		switch n.DataAtom {
		case atom.Title:
			if h.title == "" {
				h.title = truncateLine(foldSpace(textOf(n, 8192)), maxTitle)
			}
		case atom.Base:
			if h.base == "" && isWebRef(attr(n, "href")) {
				h.base = attr(n, "href")
			}
		case atom.Link:
			h.readLink(n)
		case atom.Meta:
			h.readMeta(n)
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
				_ = h.graph.Add(rawText(n)) // a bad block is skipped: the page has other sources
			}
		default:
			h.readProp(n)
		}
	}
	return h
}

// isWebRef says whether a <base> can be one: javascript: and the like are passed over.
func isWebRef(s string) bool {
	s = strings.TrimSpace(strings.ToLower(truncateRunes(s, 64)))
	return s != "" && (strings.HasPrefix(s, "http:") || strings.HasPrefix(s, "https:") || !strings.Contains(strings.SplitN(s, "/", 2)[0], ":"))
}

func (h *heads) readLink(n *xhtml.Node) {
	href := attr(n, "href")
	switch strings.ToLower(strings.TrimSpace(attr(n, "rel"))) {
	case "canonical":
		if h.canonical == "" {
			h.canonical = href
		}
	}
}

// readProp reads microdata's times, which stand on any element. They come behind
// all other families: the first on a page may be a card's.
func (h *heads) readProp(n *xhtml.Node) {
	if prop := attr(n, "itemprop"); isDateProp(prop) {
		if v := firstOf(attr(n, "content"), attr(n, "datetime")); v != "" {
			h.add("itemprop:"+strings.ToLower(prop), v)
		}
	}
}

func (h *heads) readMeta(n *xhtml.Node) {
	var content string
	var names [4]string
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "content", "value":
			content = a.Val
		case "name":
			names[0] = a.Val
		case "property":
			names[1] = a.Val
		case "itemprop":
			names[2] = a.Val
		case "http-equiv":
			names[3] = a.Val
		}
	}
	if content == "" || len(content) > 20000 {
		return
	}
	for i, name := range names {
		if name == "" || len(name) > 64 || i > 0 && name == names[i-1] {
			continue
		}
		h.add(strings.ToLower(strings.TrimSpace(name)), content)
	}
}

func (h *heads) add(name, content string) {
	if len(h.meta[name]) < maxMetaValues {
		h.meta[name] = append(h.meta[name], content)
	}
}

// first returns the first value that one of the names has, as text.
func (h *heads) first(names ...string) string {
	for _, k := range names {
		for _, v := range h.meta[k] {
			if s := metaText(v); s != "" {
				return s
			}
		}
	}
	return ""
}

// metaText cleans an attribute that holds text: entities that were escaped twice, tags, white space.
func metaText(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	return foldSpace(s)
}

// articleTypes are schema.org's types of an article (https://schema.org/Article and its subtypes).
var articleTypes = []string{
	"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle",
	"BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "TechArticle", "ScholarlyArticle",
	"Report", "SatiricalArticle", "AdvertiserContentArticle", "SocialMediaPosting", "DiscussionForumPosting",
}

// pickArticle chooses the JSON-LD object that describes this page and not a teaser on it.
func pickArticle(g jsonld.Graph, h *heads, base weburl.Base) jsonld.Object {
	var best jsonld.Object
	bestScore := 0
	title := foldPhrase(h.first("og:title", "twitter:title"))
	canonical := weburl.Key(base.Resolve(h.canonical))
	for _, o := range g.Objects() {
		if !jsonld.Is(o, articleTypes...) {
			continue
		}
		score := 1
		if t := foldPhrase(jsonld.Text(o["headline"])); t != "" {
			score += 2
			if t == title || strings.Contains(foldPhrase(h.title), t) {
				score += 8
			}
		}
		if u := jsonld.URL(o["url"]); u != "" && weburl.Key(base.Resolve(u)) == canonical {
			score += 4
		}
		if u := jsonld.URL(o["mainEntityOfPage"]); u != "" && weburl.Key(base.Resolve(u)) == canonical {
			score += 4
		}
		if o["datePublished"] != nil {
			score += 2
		}
		if o["author"] != nil {
			score++
		}
		if score > bestScore {
			best, bestScore = o, score
		}
	}
	return best
}

// maxTitle is how many characters a headline has at most.
const maxTitle = 1000

func (m *metadata) readTexts(h *heads) {
	for _, s := range []string{
		jsonld.Text(m.article["headline"]), h.first("og:title"), h.first("twitter:title"), h.first("parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title"),
		jsonld.Text(m.article["name"]),
	} {
		if s != "" {
			m.titles = append(m.titles, truncateLine(foldSpace(html.UnescapeString(s)), maxTitle)) // some are escaped twice
		}
	}
	m.desc = h.first("og:description", "description", "twitter:description", "dc.description")
	if m.desc == "" {
		m.desc = jsonld.Text(m.article["description"])
	}
	m.body = jsonld.Text(m.article["articleBody"])
	m.section = firstOf(h.first("article:section", "parsely-section", "prism.section"), jsonld.Text(m.article["articleSection"]), h.first("section"))
	m.readCrumbs(h)
	m.readTags(h)
}

func (m *metadata) readTags(h *heads) {
	var tags tagList
	for _, v := range h.meta["article:tag"] {
		addSplit(tags.add, metaText(v))
	}
	for _, v := range jsonld.Texts(m.article["keywords"]) {
		addSplit(tags.add, v)
	}
	for _, v := range jsonld.Texts(m.article["about"]) {
		tags.add(v)
	}
	if len(tags.all) == 0 {
		addSplit(tags.add, h.first("news_keywords", "parsely-tags", "sailthru.tags", "keywords"))
	}
	m.tags = tags.all
}

// addSplit adds the parts of a list written with commas.
func addSplit(add func(string), s string) {
	for part := range strings.FieldsFuncSeq(truncateRunes(s, 4000), func(r rune) bool { return r == ',' || r == ';' || r == '、' || r == '،' }) {
		add(part)
	}
}

func (m *metadata) readAddresses(h *heads) {
	for _, ref := range []string{h.canonical, h.first("og:url"), jsonld.URL(m.article["url"]), jsonld.URL(m.article["mainEntityOfPage"])} {
		u := m.base.Resolve(ref)
		if u == "" {
			continue
		}
		if m.page != "" && !weburl.SameSite(u, m.page) {
			continue // another site's address is a claim about the origin, see readOrigin
		}
		m.canonical = weburl.StripTracking(u)
		return
	}
}

// readOrigin reads where structured data says the article comes from.
func (m *metadata) readOrigin(h *heads) {
	for _, ref := range []string{h.first("syndication-source"), h.first("original-source"), jsonld.URL(m.article["isBasedOn"]), h.canonical} {
		u := m.base.Resolve(ref)
		if u != "" && m.canonical != "" && !weburl.SameSite(u, m.canonical) && hasPath(u) {
			m.source = Source{URL: weburl.StripTracking(u)}
			return
		}
	}
}

// readKind reads what kind of page it says it is.
func (m *metadata) readKind(h *heads) {
	switch t := strings.ToLower(h.first("og:type")); {
	case strings.Contains(t, "article"):
		m.typeCode = ogArticle
	case t != "":
		m.typeCode = 1
	}
	for _, o := range h.graph.Objects() {
		m.has.product = m.has.product || jsonld.Is(o, "Product", "Offer", "AggregateOffer", "Course", "SoftwareApplication", "ProductGroup")
		m.has.list = m.has.list || jsonld.Is(o, "ItemList", "CollectionPage", "SearchResultsPage", "OfferCatalog")
		m.has.forum = m.has.forum || jsonld.Is(o, "QAPage", "DiscussionForumPosting", "Question")
	}
}

// hasPath says whether an address leads to a page and not to a site's front.
func hasPath(u string) bool {
	p, err := url.Parse(u)
	return err == nil && len(strings.Trim(p.Path, "/")) > 3
}

func (m *metadata) readNames(h *heads) {
	names := []string{
		h.first("og:site_name"), jsonld.Text(m.article["publisher"]), h.first("application-name", "apple-mobile-web-app-title"),
		jsonld.Text(m.article["isPartOf"]), h.first("twitter:site", "al:ios:app_name", "al:android:app_name"),
	}
	var authors []string // an agency that wrote the article is not the site
	if list := jsonld.List(h.graph.Resolve(m.article["author"])); len(list) > 1 {
		for _, v := range list {
			authors = append(authors, jsonld.Text(v))
		}
	}
	for _, o := range h.graph.Objects() {
		if jsonld.Is(o, "WebSite", "NewsMediaOrganization", "Organization") && !slices.Contains(authors, jsonld.Text(o["name"])) {
			names = append(names, jsonld.Text(o["name"]), jsonld.Text(o["alternateName"]))
		}
	}
	for i, s := range names {
		s = foldSpace(s)
		if s == "" || len(s) > 120 || isURLish(s) {
			continue
		}
		if m.site == "" && i < 3 {
			m.site = s
		}
		m.siteNames = append(m.siteNames, strings.TrimPrefix(s, "@"))
	}
	m.site = m.nameOfSite()
}

// nameOfSite is the site's name without the slogan that some print behind it, and
// with its spaces and capitals where it is written as a handle elsewhere.
func (m *metadata) nameOfSite() string {
	site := m.withoutSlogan()
	if strings.ContainsRune(site, ' ') {
		return site
	}
	for _, name := range m.siteNames {
		if q := squash(name); name == strings.Trim(name, barMarks) && strings.ContainsRune(name, ' ') && (q == squash(site) || q == "the"+squash(site)) {
			return name
		}
	}
	return site
}

// barMarks are the marks between a name and what is none of it.
const barMarks = " |-–—•·»:"

// withoutSlogan is the part of the site's name that it calls itself elsewhere, if
// there is one, and not by its domain ("JPost.com").
func (m *metadata) withoutSlogan() string {
	for _, sep := range titleSeparators {
		if !isBar(sep) {
			continue
		}
		first, rest, ok := strings.Cut(m.site, sep)
		last := rest[strings.LastIndex(rest, sep)+1:]
		for _, part := range []string{first, strings.TrimPrefix(last, strings.TrimLeft(sep, " "))} {
			if part = strings.Trim(part, barMarks); ok && part != "" && !strings.ContainsRune(part, '.') && m.isNamed(squash(part)) {
				return part
			}
		}
	}
	return strings.Trim(m.site, barMarks)
}

// isNamed says whether the site calls itself so somewhere else, or its domain does.
func (m *metadata) isNamed(name string) bool {
	if len(name) >= 3 && (name == m.domain || strings.HasPrefix(name, m.domain) && len(m.domain) >= minDomain) {
		return true
	}
	return name != "" && slices.ContainsFunc(m.siteNames, func(s string) bool { return squash(s) == name })
}

// isURLish says whether a name is an address.
func isURLish(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "//")
}

func (m *metadata) readPeople(h *heads) {
	for _, key := range []string{"author", "creator"} {
		for _, v := range jsonld.List(h.graph.Resolve(m.article[key])) {
			m.addPerson(h.graph.Whole(v))
		}
		if len(m.authors) > 0 {
			break
		}
	}
	for _, k := range []string{"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor", "byl", "twitter:data1", "article:author_name", "authors", "citation_author"} {
		for _, v := range h.meta[k] {
			if v = metaText(v); v != "" && !isURLish(v) && (k != "twitter:data1" || strings.HasPrefix(strings.ToLower(h.first("twitter:label1")), "written by")) {
				m.metaNames = append(m.metaNames, v)
			}
		}
	}
}

// readLanguage reads the language that the metadata name, where <html lang> names none.
func (m *metadata) readLanguage(h *heads) {
	for _, s := range []string{m.lang, h.first("content-language"), h.first("dc.language", "dcterms.language", "language"), jsonld.Text(m.article["inLanguage"]), h.first("og:locale")} {
		if s, _, _ = strings.Cut(s, ","); languageTag(s) != "" {
			m.lang = s
			return
		}
	}
}

// addPerson adds an author of JSON-LD: an object with a name, or a string that may hold several.
func (m *metadata) addPerson(v any) {
	var link string
	if o, ok := v.(map[string]any); ok {
		if u, ok := o["url"].(string); ok {
			link = m.base.Resolve(u)
		}
		if link == "" {
			link = m.base.Resolve(jsonld.URL(o["sameAs"]))
		}
		if names := jsonld.Texts(o["name"]); len(names) > 1 {
			for _, n := range names {
				m.addNames(n, "")
			}
			return
		}
	}
	m.addNames(jsonld.Text(v), link)
}

func (m *metadata) addNames(s, link string) {
	names := readNames(s)
	for _, name := range names {
		if len(names) > 1 {
			link = ""
		}
		if len(m.authors) < maxAuthors && !inSet(notAuthors, name) {
			m.authors = append(m.authors, Author{Name: name, URL: link})
		}
	}
}

const maxAuthors = 50

func firstNonNil(vs ...any) any {
	for _, v := range vs {
		if v != nil {
			return v
		}
	}
	return nil
}

// publishedNames are the <meta> families that give the time of publication, the precise and common ones first.
var publishedNames = []string{
	"article:published_time", "article:published", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created",
	"publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "publicationdate", "published_time", "date", "article.published", "cxenseparse:recs:publishtime", "og:published_time", "last-published", "displaydate", "ptime", "rnews:datepublished", "date.created", "citation_date", "originalpublicationdate", "created", "article_date_original",
}

// modifiedNames likewise for the last change.
var modifiedNames = []string{"article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "dcterms.modified", "last-modified", "lastmod", "article:modified", "article.updated", "revised", "utime"}

func (m *metadata) readTimes(h *heads) {
	m.published = readDate(jsonld.Text(firstNonNil(m.article["datePublished"], m.article["dateCreated"])))
	m.modified = readDate(jsonld.Text(m.article["dateModified"]))
	for _, k := range publishedNames {
		if d := readDate(h.first(k)); d.betterThan(m.published) {
			m.published = d
		}
	}
	for _, k := range modifiedNames {
		if d := readDate(h.first(k)); d.betterThan(m.modified) {
			m.modified = d
		}
	}
	if m.published.precision() == 0 {
		m.published = h.otherPublished()
	}
	if m.published.precision() == 0 {
		m.published = readDate(h.first("itemprop:datepublished"))
	}
	if m.modified.precision() == 0 {
		m.modified = readDate(h.first("itemprop:datemodified"))
	}
	if o := h.webPage(); o != nil {
		if d := readDate(jsonld.Text(o["datePublished"])); m.published.precision() == 0 {
			m.published = d
		}
		if d := readDate(jsonld.Text(o["dateModified"])); m.modified.precision() == 0 {
			m.modified = d
		}
	}
}

// otherPublished is the date of a <meta> whose name says that it is that of
// publication in words of the site's own ("w-published-date"), the first by name.
func (h *heads) otherPublished() pageDate {
	var names []string
	for k := range h.meta {
		if k == "published" || strings.Contains(k, "publi") && (strings.Contains(k, "date") || strings.Contains(k, "time")) {
			names = append(names, k)
		}
	}
	slices.Sort(names)
	for _, k := range names {
		if d := readDate(h.first(k)); d.precision() > 0 {
			return d
		}
	}
	return pageDate{}
}

// webPage is the page itself in JSON-LD, for what the article's own object does not say.
func (h *heads) webPage() jsonld.Object {
	for _, o := range h.graph.Objects() {
		if jsonld.Is(o, "WebPage", "ItemPage", "MedicalWebPage", "FAQPage", "Recipe", "HowTo") && o["datePublished"] != nil {
			return o
		}
	}
	return nil
}

func (m *metadata) readImage(h *heads) {
	for _, ref := range append([]string{h.first("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "parsely-image-url")}, jsonLDImages(h, m.article)...) {
		if u := m.base.Resolve(ref); u != "" && !weburl.IsPlaceholder(u) && !isThemes(u) {
			m.image = Image{URL: u, Alt: wordsOnly(h.first("og:image:alt", "twitter:image:alt"))}
			m.lead = pictureIDOf(u)
			return
		}
	}
}

func jsonLDImages(h *heads, o jsonld.Object) []string {
	var urls []string
	for _, v := range jsonld.List(h.graph.Resolve(o["image"])) {
		if u := jsonld.URL(v); u != "" {
			urls = append(urls, u)
		}
	}
	return append(urls, jsonld.URL(o["thumbnailUrl"]))
}

func firstOf(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

// textOf returns the text below a node, at most limit bytes of it.
func textOf(n *xhtml.Node, limit int) string {
	var b strings.Builder
	for c, steps := n.FirstChild, 0; c != nil && b.Len() < limit && steps < limit; c, steps = c.NextSibling, steps+1 {
		if c.Type == xhtml.TextNode {
			b.WriteString(c.Data[:min(len(c.Data), limit-b.Len())])
		}
	}
	return b.String()
}

// rawText returns the text of a script without copying it where it is one node.
func rawText(n *xhtml.Node) string {
	c := n.FirstChild
	if c == nil || c.Type != xhtml.TextNode {
		return ""
	}
	return c.Data
}

// host is the site's host without www.
func (m *metadata) host() string {
	return strings.TrimPrefix(weburl.Host(firstOf(m.page, m.canonical)), "www.")
}
