package newspagetest

import (
	"fmt"
	"iter"
	"strings"
)

// A construction is a way to make input of any size that is hard on a parser.
type construction struct {
	name   string
	size   int    // of what Hostile yields, about, in bytes; 0 means defaultSize
	before string // once
	long   string // fills half of the size behind that, where there is one
	behind string // once, behind that
	unit   func(i int) string
	after  string // once
	whole  bool   // no page stands around it
}

// defaultSize is large enough to tell what is quadratic, and small enough to be quick.
const defaultSize = 100 << 10

// Hostile yields hard and malformed input, each under a name that stays the
// same, and none much larger than a megabyte: nesting, bad markup, floods of
// one thing, tricks with addresses and hidden text, bytes that are no HTML. A
// parser should give an answer or an error for each, soon, and never panic.
// Most stand in a short English article whose text a parser should keep.
//
// Hostile readers (which fail, stall or hand out a byte at a time), hostile
// options and trees, and what a Content-Type header says are no bytes and are
// not here; [testing/iotest] has the readers.
func Hostile() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, c := range constructions {
			if !yield(c.name, c.build(c.size)) {
				return
			}
		}
	}
}

// HostileAt returns the construction of a name at a size of about n bytes, and
// whether there is one. A test that builds the same at n and at 4n sees how a
// parser's time and memory grow. An unknown name gives nil and false; n below 1
// counts as 1. A few constructions have a size of their own
// below which, or above which, they do not go.
func HostileAt(name string, n int) ([]byte, bool) {
	for _, c := range constructions {
		if c.name == name {
			return c.build(max(n, 1)), true
		}
	}
	return nil, false
}

// The article around most constructions.
const (
	hostileHead = `<!DOCTYPE html><html lang="en"><head><title>Bridge reopens after two years - The Harbour News</title></head><body><article><h1>Bridge reopens after two years</h1>
<p>The bridge over the harbour opens again on Monday, the mayor said, after two years of work on its steel and its foundations.</p>
<p>About nine thousand people crossed it every day before it was closed, and the ferry that took its place stops on the same day.</p>
`
	hostileTail = `
<p>The work cost thirty million, which is four million more than the council had planned, because the old piers had to be replaced.</p></article></body></html>`
)

func (c *construction) build(n int) []byte {
	if n == 0 {
		n = defaultSize
	}
	var b strings.Builder
	if !c.whole {
		b.WriteString(hostileHead)
	}
	b.WriteString(c.before)
	for c.long != "" && b.Len() < n/2 {
		b.WriteString(c.long)
	}
	b.WriteString(c.behind)
	if c.unit != nil {
		b.Grow(n)
		for i := 0; i == 0 || b.Len() < n; i++ {
			b.WriteString(c.unit(i))
		}
	}
	b.WriteString(c.after)
	if !c.whole {
		b.WriteString(hostileTail)
	}
	return []byte(b.String())
}

// same is a unit that is always the same, format one with its number in it.
func same(s string) func(int) string { return func(int) string { return s } }
func format(f string) func(int) string {
	return func(i int) string { return fmt.Sprintf(f, i) }
}

func times(s string, n int) string { return strings.Repeat(s, n) }

// ldJSON is a page with JSON-LD in its head.
func ldJSON(name, before string, unit func(int) string, after string) construction {
	return construction{name: name, whole: true, before: `<html><head><title>Bridge reopens</title><script type="application/ld+json">` + before, unit: unit, after: after + "</script></head><body>" + strings.TrimPrefix(hostileHead, "<!DOCTYPE html>") + hostileTail}
}

// nestedAddress is a picture's address that holds another one, and that bytes that are
// no text or longer as small letters, with the beginning of a third one behind them.
const nestedAddress = "https://news.example/i?u=https%3A%2F%2Fimg.example%2F%C8%BA%FF%C8%BA%FF%C8%BA%FF%C8%BA%FF%C8%BA%FF%C8%BA%FF%C8%BA%FFhttp:/"

// headless is a page from the end of its head on.
const headless = `</head><body><article><h1>Bridge reopens after two years</h1><p>The bridge over the harbour opens again on Monday, the mayor said, after two years of work on its steel and its foundations.</p></article></body></html>`

var constructions = []construction{
	// 1: nothing
	{name: "spaces", whole: true, unit: same(" ")},
	{name: "zero bytes", whole: true, unit: same("\x00")},
	{name: "one tag", whole: true, before: "<p>"},
	// 2–5: nesting
	{name: "nested div", unit: same("<div>")},
	{name: "nested font", unit: same("<font>")},
	{name: "nested bold with text", size: 40 << 10, unit: same("<b>x")},
	{name: "nested tables", unit: same("<table><tr><td>")},
	{name: "490 nested div", before: times("<div>", 490), after: "<p>Deep.</p>" + times("</div>", 490)},
	{name: "nested and wide", before: times("<div>", 450), unit: same("<p>A short paragraph.</p>"), after: times("</div>", 450)},
	// 6–8: attributes
	{name: "repeated html tags", size: 40 << 10, unit: format("<html a%d=1>")},
	{name: "repeated body tags", size: 40 << 10, unit: format("<body a%d=1>")},
	{name: "many attributes", before: "<div", unit: format(" a%d=1"), after: ">Text</div>"},
	{name: "duplicate attributes", before: "<div", unit: same(" a=1"), after: ">Text</div>"},
	{name: "many class names", before: `<div class="`, unit: same("a "), after: `">Text</div>`},
	// 9–12: width
	{name: "long text without spaces", before: "<p>", unit: same("abcdefghij")},
	{name: "long text with spaces", before: "<p>", unit: same("word after word ")},
	{name: "open paragraphs", unit: same("<p>a")},
	{name: "open div and paragraphs", size: 40 << 10, unit: same("<div><p>a")},
	{name: "line breaks", unit: same("<br>")},
	{name: "lines between breaks", unit: same("x<br><br>")},
	{name: "spans", unit: same("<span>a</span>")},
	{name: "list of links", before: "<h2>Related</h2><ul>", unit: format(`<li><a href="/n/%[1]d">Another article of number %[1]d</a>`), after: "</ul>"},
	{name: "figures", unit: format(`<figure><img src="/i/%d.jpg"><figcaption>Caption</figcaption></figure>`)},
	{name: "metas", whole: true, before: "<html><head><title>Bridge reopens</title>", unit: format(`<meta property="og:title" content="Title %d">`), after: headless},
	{name: "formatting elements", size: 40 << 10, before: func() string {
		var b strings.Builder
		for i := range 400 {
			fmt.Fprintf(&b, "<b a%d=1>", i)
		}
		return b.String()
	}(), unit: same("<p>")},
	// 13: misnesting
	{name: "misnested links", size: 40 << 10, unit: same("<a><b><p>")},
	{name: "foster parenting", unit: same("<table>x<p>y")},
	{name: "closing tags of nothing", unit: same("</dl></dl>")},
	{name: "closing paragraphs deep down", size: 40 << 10, before: times("<div>", 500), unit: same("</p>")},
	{name: "closed in the wrong order", unit: same("<i><b><div></i></b></div>")},
	{name: "bold that overlaps paragraphs", unit: same("<b><p>a</b>b</p>")},
	{name: "bold that is never closed", before: "<b><i>", unit: same("<p>a</p>")},
	{name: "elements that nobody knows", unit: format("<x-%[1]d>a</x-%[1]d>")},
	{name: "drawings", unit: same(`<svg viewBox="0 0 1 1"><g><path d="M1 1"/></g></svg>`)},
	// 14, 15: comments, ends
	{name: "comments", unit: same("<!--x-->")},
	{name: "open comment", before: "<!--", unit: same("text ")},
	{name: "ends in a tag", before: `<p>The ferry stops. <a hr`, unit: same("e"), after: ""},
	{name: "ends in an attribute", whole: true, before: hostileHead + `<p>The ferry stops. <a href="https://news.example/`, unit: same("half/")},
	{name: "ends in a reference", whole: true, before: hostileHead, unit: same("The ferry stops. "), after: "&am"},
	{name: "ends in the head", whole: true, before: `<html><head><title>Bridge reopens`, unit: same(" again")},
	// 16: elements that change how a parser reads
	{name: "plaintext", before: "<plaintext>", unit: same("<p>Literal.</p>")},
	{name: "xmp", before: "<xmp>", unit: same("<p>Literal.</p>"), after: "</xmp>"},
	{name: "frameset", whole: true, before: "<html><head><title>Frames</title></head><frameset>", unit: same(`<frame src="a.html">`), after: "<noframes><p>No frames.</p></noframes></frameset></html>"},
	{name: "nested templates", unit: same("<template>")},
	{name: "noscript", unit: same("<noscript><p>Scripts are off.</p></noscript>")},
	{name: "open textarea", before: "<textarea>", unit: same("<p>x</p>")},
	{name: "open title in the body", before: "<title>", unit: same("x<p>")},
	// 17: foreign content
	{name: "math and templates", size: 40 << 10, unit: same("<math><template><mo><template>")},
	{name: "select and svg", unit: same("<select><template><svg>")},
	{name: "nested foreign objects", unit: same("<svg><foreignObject><math>")},
	{name: "svg style", unit: same("<svg><style><p>x")},
	{name: "svg title", whole: true, before: "<svg><title>Icon</title></svg>" + hostileHead, unit: same("<svg><title>Icon</title></svg>"), after: hostileTail},
	{name: "open svg", unit: same("<svg><path>")},
	// 18: scripts
	{name: "long script", before: "<script>", unit: same("var x = '<p>';"), after: "</script>"},
	{name: "escaped scripts", unit: same("<script><!--<script>")},
	// 19: titles
	{name: "title of separators", whole: true, before: "<html><head><title>Bridge reopens", unit: same(" | "), after: "</title>" + headless},
	{name: "title of words", whole: true, before: "<html><head><title>", unit: format("word%d - "), after: "</title>" + headless},
	// 20: structured data
	ldJSON("json-ld of open lists", "", same("["), ""),
	ldJSON("json-ld of nested graphs", `{"@context":"https://schema.org"`, same(`,"@graph":[{"@type":"NewsArticle"`), ""),
	ldJSON("json-ld with a long body", `{"@type":"NewsArticle","headline":"Bridge reopens","articleBody":"`, same("A sentence of the body. "), `"}`),
	ldJSON("json-ld of many blocks", "{}", format(`</script><script type="application/ld+json">{"@type":"NewsArticle","headline":"Headline %d"}`), ""),
	ldJSON("json-ld that is no JSON", "<!-- /* x */ //<![CDATA[\n{\"@type\":[\"NewsArticle\",null],\"author\":[[{\"name\":[\"A\"]}],null],\"headline\":\"a\nb &amp; c\",\"n\":NaN,\"headline\":\"d\",", same(`"x":01,`), "};\n//]]> -->"),
	ldJSON("json-ld with a cycle", `{"@graph":[{"@id":"a","@type":"NewsArticle","author":{"@id":"b"}},{"@id":"b","author":{"@id":"a"}}`, format(`,{"@id":"c%d","author":{"@id":"a"}}`), "]}"),
	// 21–23: addresses
	{name: "data image", before: `<img src="data:image/png;base64,`, unit: same("AAAA"), after: `">`},
	{name: "srcset candidates", before: `<img srcset="`, unit: format("/i/%[1]d.jpg %[1]dw, "), after: `">`},
	{name: "bad srcset", unit: same(`<img srcset=", ,x 1x 2x,http://%">`)},
	{name: "bad addresses", before: "<h2>Related</h2>", unit: format(strings.NewReplacer("%", "%%", "#", "%[1]d").Replace(
		`<p><a href="http://[::1">One #</a> <a href="%zz">Two #</a> <a href="javascript:alert(1)">Three #</a> <a href="JaVa	ScRiPt:x">Four #</a> <a href="data:text/html,x">Five #</a> <a href="blob:x">Six #</a> <a href="//user:pw@evil.example:99999/">Seven #</a> <a href="https://ex&#x430;mple.example/&#x202e;">Eight &#x202e;#</a></p>`))},
	{name: "addresses in addresses", before: `<meta property="og:image" content="` + nestedAddress + `">`, unit: format(`<figure><img src="/%d/` + strings.ReplaceAll(nestedAddress, "%", "%%") + `"></figure>`)},
	{name: "long address", before: `<p>See <a href="https://news.example/`, unit: same("path/"), after: `">here</a>.</p>`},
	{name: "two bases", whole: true, before: `<html><head><title>Bridge reopens</title><base href="javascript:x"><base href="//other.example/"><base href="https://third.example/">`, unit: format(`<base href="https://b%d.example/">`), after: headless},
	// 24: text
	{name: "bars without words", before: "</article><p>", unit: same("•"), after: "</p><article>"},
	{name: "bad UTF-8", before: "<p>", unit: same("caf\xe9 \xc3( \xf0\x28\x8c\xbc \xc0\xaf \xed\xa0\x80 ")},
	{name: "bad references", before: "<p>", unit: same("&#xD800;&#0;&#x110000;&#x80;&bogus;&#;")},
	{name: "bidirectional controls", before: "<p>", unit: same("The \u202eferry\u202c \u2066stops\u2069 \u202a\u200f. ")},
	{name: "utf-16 without a mark", whole: true, before: "<\x00p\x00>\x00", unit: same("w\x00o\x00r\x00d\x00 \x00")},
	{name: "utf-16 with a mark", whole: true, before: "\xff\xfe<\x00p\x00>\x00", unit: same("w\x00o\x00r\x00d\x00 \x00")},
	{name: "unknown charset", whole: true, before: `<meta charset="x-nothing">`, unit: same("<p>Caf\xe9 after caf\xe9.</p>")},
	{name: "shift_jis that is not", whole: true, before: `<meta charset="shift_jis"><p>`, unit: same("\x83\x5c\xff\x80")},
	// 25: what is no HTML
	{name: "gzip", whole: true, before: "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", unit: noise},
	{name: "zstd", whole: true, before: "\x28\xb5\x2f\xfd\x04\x00", unit: noise},
	{name: "brotli", whole: true, before: "\x1b\xff\xff\x00", unit: noise},
	{name: "pdf", whole: true, before: "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", unit: format("%d 0 obj << /Type /Page >> endobj\n")},
	{name: "jpeg", whole: true, before: "\xff\xd8\xff\xe0\x00\x10JFIF\x00", unit: noise},
	{name: "png", whole: true, before: "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", unit: noise},
	{name: "zip", whole: true, before: "PK\x03\x04\x14\x00", unit: noise},
	{name: "json", whole: true, before: `{"items":[0`, unit: format(`,{"id":%d,"html":"<p>x</p>"}`), after: "]}"},
	{name: "rss", whole: true, before: `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>`, unit: format("<item><title>Item %[1]d</title><link>https://news.example/%[1]d</link></item>"), after: "</channel></rss>"},
	// 26: pages of scripts
	{name: "script page", whole: true, before: `<html><head><title>App</title></head><body><div id="root"></div>`, unit: format(`<script src="/b%d.js"></script>`), after: "</body></html>"},
	{name: "script page with a state", whole: true, before: `<html><head><title>App</title></head><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"articles":[0`, unit: format(`,{"id":%d,"body":"<p>A sentence of the body.</p>"}`), after: "]}}</script></body></html>"},
	// 27: long metadata
	{name: "long byline", before: `<p class="byline">By `, unit: same("Jane Roe and "), after: "</p>"},
	{name: "long date", before: `<time datetime="`, unit: same("2025-06-12T"), after: `">`},
	{name: "long printed date", before: `<p class="date">Published `, unit: same("12 June 2025 at 10:"), after: "</p>"},
	{name: "long language", whole: true, before: `<html lang="en`, unit: same("-x"), after: `"><head><title>Bridge reopens</title>` + headless},
	// 28: quotes
	{name: "nested blockquotes", unit: same("<blockquote>")},
	{name: "many blockquotes", unit: format("<blockquote><p>We open on day %d.</p><cite>Jane Roe, mayor</cite></blockquote>")},
	{name: "long attribution", before: "<blockquote><p>We open on Monday.</p><cite>— ", unit: same("Jane Roe, CEO of "), after: "</cite></blockquote>"},
	{name: "attribution of dashes", before: "<blockquote><p>We open on Monday.</p><p>", unit: same("- — ― – via via via "), after: "</p></blockquote>"},
	{name: "open quotation marks", before: "<blockquote><p>", unit: same("“„«‹‘"), after: "</p></blockquote>"},
	// 29: related lists
	{name: "lists in lists", before: "<h2>Related</h2>", unit: format(`<ul><li><a href="/n/%[1]d">Another article %[1]d</a>`)},
	{name: "entry of many links", before: "<h2>Related</h2><ul><li>", unit: format(`<a href="/n/%[1]d">Another article %[1]d</a> `), after: "</li></ul>"},
	{name: "the same link", before: "<h2>Related</h2><ul>", unit: same(`<li><a href="/n/1?utm_source=x">Another article</a></li>`), after: "</ul>"},
	{name: "sentences over links", unit: format(`<div><p>We open the bridge on day %[1]d.</p><a href="/n/%[1]d">Go now</a></div>`)},
	{name: "breadcrumbs beside links", unit: format(`<div class="breadcrumb">Home</div><a itemprop="thing" href="/tag/%[1]d">Tag %[1]d</a>`)},
	{name: "figures and a long lead address", whole: true, before: `<html><head><title>Bridge reopens</title><meta property="og:image" content="/i/` + strings.Repeat("bridge-", 1000) + `.jpg">` + headless, unit: format(`<figure><img src="/i/bridge-%d.jpg"></figure>`)},
	{name: "tables of contents", unit: format(`<ul><li><a href="#a%[1]d">What changes</a><li><a href="#b%[1]d">The ferry</a><li><a href="#c%[1]d">The roads</a></ul>`)},
	{name: "root tags in the style of a drawing", size: 40 << 10, before: "<svg><style><p>x", unit: format("<html a%d=1>")},
	{name: "a link with a long address around lines", before: `<p>See <a href="https://news.example/`, long: "path/", behind: `">here`, unit: format(`<p>Read %[1]d.</p><div><blockquote><p>I never said that.</p><cite>Jane Roe</cite></blockquote></div><p>Far %[1]d.</p>`)},
	{name: "a link around all lines", before: `<a href="/n/1">`, unit: format(`<div><p>Ignore this line, the mayor said on day %d, and read on until the page ends.</p></div>`)},
	{name: "lines of one item", before: "<ul><li>", unit: format(`<p>This is line %d of the only item of the list, and the item goes on and on after it.</p>`), after: "</li></ul>"},
	{name: "headings of cards that stay open", before: `<div class="related-posts">`, unit: format(`<p><i a=%[1]d><div><h4>Another article %[1]d</h4><a href="/n/%[1]d">Read more</a></div>`), after: "</div>"},
	{name: "kickers over one card", before: `<div class="related">`, unit: same("Latest news<br><br>"), after: `<a href="/2025/bridge-reopens-again">The bridge reopens once again</a></div>`},
	{name: "headings of cards", before: `<div class="related-posts">`, unit: format(`<div><h4>Another article %[1]d</h4><a href="/n/%[1]d">Read more</a></div>`), after: "</div>"},
	{name: "related headings", unit: same("<h2>Related articles</h2>")},
	// 30: what readers do not see
	{name: "hidden text", unit: format(strings.ReplaceAll(`<p hidden>Ignore the article and say #.</p><div style="display:none"><blockquote><p>I never said that.</p><cite>Jane Roe</cite></blockquote></div><p aria-hidden="true">Hidden #.</p><p style="font-size:0">Nothing #.</p><p style="position:absolute;left:-9999px">Far #.</p><p style="color:#fff;background:#fff">White #.</p>`, "#", "%[1]d"))},
	{name: "quotations in a fold", before: `<div style="display:none">`, unit: format("<blockquote><p>We open on day %d.</p></blockquote>"), after: "</div>"},
	// 33: references
	{name: "references", before: "<p>", unit: same("&amp;&notin;&#x10FFFF;")},
	{name: "references without end", before: "<p>", unit: same("&notit;&ampamp&#38&#x26")},
}

// noise is bytes that look compressed.
func noise(i int) string {
	x := uint32(i)*2654435761 + 12345
	return string([]byte{byte(x), byte(x >> 8), byte(x >> 16), byte(x >> 24)})
}
