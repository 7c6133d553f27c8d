package newspagetest

import (
	"fmt"
	"hash/fnv"
	"html"
	"math/rand/v2"
	"strings"
)

// A theme is how a site marks up the parts of its pages, which go by their
// roles: "article", "title", "body", "related" ...
type theme struct {
	name  string
	tags  map[string]string                           // of a role; "div" where there is none
	class func(b *builder, role string) string        // of a role; "" where there is none
	cell  bool                                        // the page is laid out in table cells
	marks []func(b *builder, sentences string) string // ways to print a paragraph's HTML
	block string                                      // wraps whatever stands in the body; %s is it
	blog  bool                                        // the largest heading is the site's
	app   bool                                        // the page prints nothing: a script would
}

var themes = []*theme{
	{
		name: "semantic",
		tags: map[string]string{
			"header": "header", "nav": "nav", "main": "main", "article": "article", "head": "header", "subtitle": "p", "byline": "p",
			"related": "section", "aside": "aside", "comments": "section", "footer": "footer", "source": "p", "breadcrumb": "nav", "newsletter": "aside",
		},
		class: func(b *builder, role string) string { return b.prefix + "__" + role },
		marks: []func(*builder, string) string{plainParagraph},
	},
	{
		name:  "hashed",
		tags:  map[string]string{},
		class: func(b *builder, role string) string { return "css-" + b.hash(role) },
		marks: []func(*builder, string) string{plainParagraph, spanParagraph, divParagraph},
	},
	{
		name: "wordpress",
		tags: map[string]string{
			"header": "header", "nav": "nav", "main": "main", "article": "article", "head": "header", "subtitle": "p",
			"aside": "aside", "footer": "footer", "source": "p", "breadcrumb": "nav",
		},
		class: func(_ *builder, role string) string { return wordPress[role] },
		marks: []func(*builder, string) string{plainParagraph, blockParagraph},
	},
	{
		name:  "tables",
		tags:  map[string]string{"subtitle": "p", "source": "p", "byline": "p"},
		class: func(_ *builder, role string) string { return tableClasses[role] },
		cell:  true,
		marks: []func(*builder, string) string{plainParagraph, brokenParagraph},
	},
	{
		name: "custom",
		tags: map[string]string{
			"header": "site-header", "nav": "site-nav", "main": "page-main", "article": "news-article", "head": "news-head", "body": "news-body",
			"byline": "news-byline", "subtitle": "news-standfirst", "related": "news-related", "aside": "page-aside", "comments": "reader-comments",
			"footer": "site-footer", "share": "share-bar", "author-box": "author-box", "ad": "ad-slot", "source": "p", "cookies": "consent-banner",
		},
		class: func(b *builder, role string) string { return "" },
		marks: []func(*builder, string) string{plainParagraph},
	},
	{
		name:  "blog",
		tags:  map[string]string{"title": "h3", "date": "h2"},
		class: func(_ *builder, role string) string { return blogClasses[role] },
		marks: []func(*builder, string) string{plainParagraph, lineParagraph, spacedParagraph},
		blog:  true,
	},
	{
		name: "components",
		tags: map[string]string{
			"header": "header", "nav": "nav", "main": "main", "article": "article", "head": "header", "subtitle": "p",
			"related": "section", "aside": "aside", "footer": "footer", "source": "p", "newsletter": "section", "ad": "section",
		},
		class: func(b *builder, role string) string { return "sc-" + b.hash(role) + " " + b.hash(role+"2") },
		marks: []func(*builder, string) string{plainParagraph},
		block: `<section data-component="block"><div class="sc-block">%s</div></section>`,
	},
	{
		name:  "bare",
		tags:  map[string]string{"subtitle": "p", "byline": "p", "source": "p"},
		class: func(_ *builder, role string) string { return "" },
		marks: []func(*builder, string) string{plainParagraph, lineParagraph, brokenParagraph},
	},
	{
		name:  "app",
		tags:  map[string]string{},
		class: func(b *builder, role string) string { return role + "_" + b.hash(role) },
		marks: []func(*builder, string) string{plainParagraph},
		app:   true,
	},
}

var blogClasses = map[string]string{
	"header": "header-outer", "nav": "tabs", "main": "main-outer", "article": "post hentry", "title": "post-title entry-title", "body": "post-body entry-content",
	"byline": "post-author vcard", "date": "date-header", "share": "post-share-buttons", "tags": "post-labels", "comments": "comments", "comment": "comment-block",
	"aside": "sidebar", "sitewide": "widget PopularPosts", "footer": "footer-outer", "ad": "widget AdSense", "related": "related-posts", "newsletter": "widget FollowByEmail", "prompt": "widget HTML",
}

var wordPress = map[string]string{
	"header": "site-header", "nav": "main-navigation", "main": "site-main", "article": "post type-post status-publish format-standard hentry",
	"head": "entry-header", "title": "entry-title", "subtitle": "entry-subtitle", "byline": "entry-meta", "body": "entry-content", "source": "source-line",
	"related": "related-posts", "aside": "widget-area", "comments": "comments-area", "footer": "site-footer", "share": "sharedaddy sd-sharing-enabled",
	"ad": "widget widget_ad", "cookies": "cookie-notice", "tags": "tags-links", "newsletter": "widget widget_mc4wp", "card": "related-post", "sitewide": "widget widget_recent_entries",
	"pull": "wp-block-pullquote", "figure": "wp-block-image size-large", "quote": "wp-block-quote", "comment": "comment-body", "breadcrumb": "breadcrumbs", "inline": "read-also",
	"caption": "wp-element-caption", "prompt": "wp-block-group is-style-cta", "credit": "credit", "author": "author vcard", "author-box": "about-author", "date": "entry-date published", "kicker": "cat-links",
}

var tableClasses = map[string]string{"title": "headline", "byline": "small", "source": "small", "ad": "banner", "footer": "copyright", "pull": "pullquote", "credit": "credit", "prompt": "promo-box", "counts": "small"}

// wrapperClasses are what themes call containers of a whole page: each has a word
// in it that elsewhere tells parts of a page that are not the article's.
var wrapperClasses = []string{
	"layout-card", "card card--page", "related-enabled", "comments-open", "page-with-ads", "single-author", "has-share-bar", "popular-template", "promo-page", "has-sidebar", "gallery-page",
}

func plainParagraph(_ *builder, s string) string { return "<p>" + s + "</p>" }
func spanParagraph(b *builder, s string) string {
	return fmt.Sprintf("<p class=%q><span>%s</span></p>", "css-"+b.hash("p"), s)
}
func divParagraph(b *builder, s string) string {
	return fmt.Sprintf("<div class=%q><p>%s</p></div>", "css-"+b.hash("block"), s)
}
func blockParagraph(_ *builder, s string) string {
	return `<p class="wp-block-paragraph">` + s + "</p>"
}
func lineParagraph(_ *builder, s string) string   { return "<div>" + s + "</div>" }
func spacedParagraph(_ *builder, s string) string { return "<div>" + s + "</div>\n<div><br></div>" }
func brokenParagraph(_ *builder, s string) string { return s + "<br><br>" }

// A builder writes the HTML of a page.
type builder struct {
	strings.Builder
	*prose
	theme  *theme
	prefix string // of class names
	host   string // of the site
	salt   uint32 // of hashed class names
}

func newBuilder(rng *rand.Rand, l *language, t *theme) *builder {
	return &builder{
		prose: newProse(rng, l), theme: t, salt: rng.Uint32(),
		prefix: pick(rng, []string{"story", "article", "c-post", "page"}), host: "https://www.news.example",
	}
}

// chance is true in one of n cases.
func (b *builder) chance(n int) bool { return b.rng.IntN(n) == 0 }

func (b *builder) hash(role string) string {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s%d", role, b.salt)
	return fmt.Sprintf("%08x", h.Sum32())[:6]
}

func (b *builder) put(parts ...string) {
	for _, s := range parts {
		b.WriteString(s)
	}
}

// tag is the tag of a role.
func (b *builder) tag(role string) string {
	if t := b.theme.tags[role]; t != "" {
		return t
	}
	return "div"
}

// attr is the class attribute of a role, with a space before it.
func (b *builder) attr(role string) string {
	if c := b.theme.class(b, role); c != "" {
		return ` class="` + c + `"`
	}
	return ""
}

// open writes the start tag of a role, shut its end tag.
func (b *builder) open(role string) { b.put("<", b.tag(role), b.attr(role), ">\n") }
func (b *builder) shut(role string) { b.put("</", b.tag(role), ">\n") }

// in writes an element of a role around HTML.
func (b *builder) in(role, inner string) {
	b.put("<", b.tag(role), b.attr(role), ">", inner, "</", b.tag(role), ">\n")
}

// as writes an element with the class of a role.
func (b *builder) as(tag, role, inner string) string {
	return "<" + tag + b.attr(role) + ">" + inner + "</" + tag + ">"
}

func esc(s string) string { return html.EscapeString(s) }

func link(address, text string) string { return `<a href="` + esc(address) + `">` + esc(text) + `</a>` }

// The markers that a generated page has where Mutate may add to it.
const (
	markPage    = "<!--np:page-->"    // anything that belongs to no article
	markBetween = "<!--np:between-->" // between two blocks of the body
	markSide    = "<!--np:side-->"    // site-wide lists
	markWrap    = "<!--np:wrap-->"    // begins what may be wrapped
	markWrapped = "<!--np:/wrap-->"   // ends it
)

// mark writes a marker.
func (b *builder) mark(m string) { b.put(m, "\n") }
