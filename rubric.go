package newspage

import (
	"html"
	"net/url"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/newspage-go/newspage/internal/jsonld"
	"github.com/newspage-go/newspage/internal/weburl"
)

// This file finds the section and the tags of an article: what the metadata name,
// else the way to the page in JSON-LD or as printed, and links that say what they
// are (rel="category", rel="tag", https://microformats.org/wiki/rel-tag).

// A crumb is a step of the way from the front page to this one.
type crumb struct{ name, url string }

// maxRubric is how long the name of a section is at most, in bytes.
const maxRubric = 80

// Limits of the ways that are read: how many steps, and how many containers are
// looked through for the links of one.
const (
	maxCrumbs     = 32
	maxCrumbLists = 8
)

// readCrumbs reads the first BreadcrumbList of JSON-LD (https://schema.org/BreadcrumbList).
func (m *metadata) readCrumbs(h *heads) {
	for _, o := range h.graph.Objects() {
		if !jsonld.Is(o, "BreadcrumbList") {
			continue
		}
		for _, v := range jsonld.List(h.graph.Resolve(o["itemListElement"])) {
			step, ok := v.(jsonld.Object)
			if !ok || len(m.crumbs) >= maxCrumbs {
				continue
			}
			item := h.graph.Resolve(step["item"])
			name := jsonld.Text(step["name"])
			if name == "" {
				name = jsonld.Text(item)
			}
			m.crumbs = append(m.crumbs, crumb{html.UnescapeString(name), m.base.Resolve(jsonld.URL(item))})
		}
		if len(m.crumbs) > 0 {
			return
		}
	}
}

// section is the section as the page names it, "" where it names none.
func (rd *reading) section() string {
	if s := firstRubric(rd.meta.section); s != "" {
		return s
	}
	if s := rd.lastRubric(rd.meta.crumbs); s != "" {
		return s
	}
	if s := rd.lastRubric(rd.printedCrumbs()); s != "" {
		return s
	}
	return rd.categoryLink()
}

// firstRubric is the section that metadata name: the first of a list of them.
func firstRubric(s string) string {
	s = foldSpace(html.UnescapeString(truncateRunes(s, 4*maxRubric)))
	if strings.Count(s, ",") < 2 && len(s) <= maxRubric {
		return cleanRubric(s)
	}
	for part := range strings.SplitSeq(s, ",") {
		if part = cleanRubric(part); part != "" && len(part) <= maxRubric {
			return part
		}
	}
	return ""
}

// lastRubric is the last step of a way that is a section: not the page itself, not the front page.
func (rd *reading) lastRubric(way []crumb) string {
	page := weburl.Key(rd.pageURL())
	for i := len(way) - 1; i >= 0; i-- {
		c := way[i]
		c.name = cleanRubric(c.name)
		switch {
		case c.name == "", len(c.name) > maxRubric, rd.isSiteName(c.name), rd.isOwnTitle(c.name),
			c.url == "" && (i == len(way)-1 || i == 0), // this page, or the front
			c.url != "" && (!hasPath(c.url) && isFront(c.url) || page != "" && weburl.Key(c.url) == page),
			phraseIs(phraseBoilerplate, c.name):
			continue
		}
		return c.name
	}
	return ""
}

// cleanRubric takes off a section's name what is printed with it: a label
// ("Category: Travel"), an arrow behind it. One that leads back to where the
// reader came from, or is only called "uncategorized", is none.
func cleanRubric(s string) string {
	s = strings.TrimRight(foldSpace(s), " »›>→/|:")
	if s == "" || strings.ContainsRune("<«‹←", firstRune(s)) {
		return ""
	}
	if label, name, ok := strings.Cut(s, ": "); ok && (strings.EqualFold(label, "category") || strings.EqualFold(label, "section")) {
		s = name
	}
	if phraseIs(phraseFront, s) || isURLish(s) {
		return ""
	}
	return s
}

// isFront says whether an address has no path, or one that only names a language.
func isFront(u string) bool {
	_, path, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(u, "https://"), "http://"), "/")
	path, _, _ = strings.Cut(path, "?")
	path = strings.Trim(path, "/")
	return len(path) <= len("en") || strings.HasPrefix(path, "index.")
}

// isOwnTitle says whether a text is the article's title, or its beginning.
func (rd *reading) isOwnTitle(s string) bool {
	f := squash(strings.TrimRight(s, ".… "))
	if f == "" {
		return true
	}
	for _, t := range append(rd.titleClaims(), rd.title) {
		if q := squash(t); q == f || len(f) >= minTitle && strings.HasPrefix(q, f) {
			return true
		}
	}
	return false
}

// printedCrumbs is the way that is printed over the article: the links of the
// first container that is called breadcrumbs.
func (rd *reading) printedCrumbs() []crumb {
	looked := 0
	for x := range rd.boxes {
		y := &rd.boxes[x]
		if y.marks&markCrumbs == 0 || y.first == y.last || int(y.first) > max(rd.first, rd.headline) {
			continue
		}
		if looked++; looked > maxCrumbLists {
			break
		}
		var way []crumb
		for l := range rd.links {
			k := &rd.links[l]
			if k.block < y.first || k.block >= y.last || len(way) >= maxCrumbs {
				continue
			}
			if name := rd.linkText(int32(l)); name != "" {
				way = append(way, crumb{name, rd.linkURL(int32(l))})
			}
		}
		if len(way) > 0 {
			return way
		}
	}
	return rd.microdataCrumbs()
}

// microdataCrumbs is the way whose steps are marked up as https://schema.org/ListItem.
func (rd *reading) microdataCrumbs() []crumb {
	var way []crumb
	for l := range rd.links {
		k := &rd.links[l]
		if int(k.block) > max(rd.first, rd.headline) || len(way) >= maxCrumbs {
			break
		}
		if name := rd.linkText(int32(l)); name != "" && attr(k.node, "itemprop") == "item" {
			way = append(way, crumb{name, rd.linkURL(int32(l))})
		}
	}
	return way
}

// How many blocks before the text and behind it a link to a section or tag of the article stands.
const (
	rubricBefore = 20
	rubricAfter  = 30
)

// categoryLink is the text of the first link by the article that says it leads to its category.
func (rd *reading) categoryLink() string {
	for l := range rd.links {
		if hasRel(rd.links[l].node, "category") && rd.isOfArticle(&rd.links[l]) {
			if name := cleanRubric(rd.linkText(int32(l))); name != "" && len(name) <= maxRubric {
				return name
			}
		}
	}
	return ""
}

// tags are the tags that metadata name, else those that the article links to.
func (rd *reading) tags() []string {
	if len(rd.meta.tags) > 0 {
		return rd.meta.tags
	}
	var tags tagList
	for l := range rd.links {
		if k := &rd.links[l]; rd.isTagLink(k) && rd.isOfArticle(k) {
			tags.add(strings.TrimPrefix(rd.linkText(int32(l)), "#"))
		}
	}
	return tags.all
}

// isTagLink says whether a link says that it leads to a tag, or its address does in
// a line of nothing but links and a label.
func (rd *reading) isTagLink(k *link) bool {
	if hasRel(k.node, "tag") {
		return !hasRel(k.node, "category")
	}
	i := int(k.block)
	return i > rd.headline && i < min(len(rd.blocks), rd.last+tagsAfter) && rd.blocks[i].linkDensity() > mostlyTags && pathHas(k.node, tagPaths)
}

const (
	mostlyTags = 0.4 // share of links from which a line is one of tags
	tagsAfter  = 8   // blocks behind the text that it stands in: further down are the site's own
)

// Segments of addresses that lead to what has a tag, or is in a section.
var (
	tagPaths      = wordSet(`tag tags topic topics thema themen tema temas sujet sujets etiqueta etiquetas keyword keywords hashtag hashtags label tagi`)
	categoryPaths = wordSet(`category categories categoria categorie categories kategorie kategoria rubrique rubrik section sections tag tags topic topics`)
)

// maxTagAddress is how long the address of a tag or a section is at most, in bytes.
const maxTagAddress = 512

// pathHas says whether the address of a link has one of the words as a segment, and another behind it.
func pathHas(n *xhtml.Node, words *wordTable) bool {
	href := attr(n, "href")
	if len(href) > maxTagAddress {
		return false
	}
	u, err := url.Parse(href)
	if err != nil {
		return false
	}
	segments := strings.Split(strings.Trim(u.Path, "/"), "/")
	for k, s := range segments {
		if k+1 < len(segments) && inSet(words, s) {
			return true
		}
	}
	return false
}

// isOfArticle says whether a link stands over the article, in it or under it, not
// within its sentences and not in another's card.
func (rd *reading) isOfArticle(k *link) bool {
	i := int(k.block)
	if i < min(rd.first, max(rd.headline, 0))-rubricBefore || i >= rd.last+rubricAfter || i >= len(rd.blocks) {
		return false
	}
	b, in := &rd.blocks[i], rd.boxes[k.box].in
	if in&inFooter != 0 && rd.ancestor(k.box, atom.Article) < 0 {
		return false // the site's, and not the article's own
	}
	return !b.role.isProse() && b.role != roleRelated && in&(inNav|inAside) == 0 &&
		(rd.boxes[k.box].marks|rd.boxes[k.box].up)&(markRelated|markCard|markPopular|markComment|markSidebar) == 0 && !rd.isOfAnotherTitle(i)
}

// hasRel says whether a link has a relation.
func hasRel(n *xhtml.Node, rel string) bool {
	for token := range strings.FieldsSeq(attr(n, "rel")) {
		if strings.EqualFold(token, rel) {
			return true
		}
	}
	return false
}

// A tagList is a list of tags without doubles.
type tagList struct {
	all  []string
	seen map[string]bool
}

// maxTag is how long a tag is at most, in bytes.
const maxTag = 100

// add adds a tag unless it is empty, too long or there.
func (t *tagList) add(s string) {
	s = foldSpace(s)
	if s == "" || len(s) > maxTag || len(t.all) >= maxMetaValues || t.seen[strings.ToLower(s)] {
		return
	}
	if t.seen == nil {
		t.seen = map[string]bool{}
	}
	t.seen[strings.ToLower(s)] = true
	t.all = append(t.all, s)
}
