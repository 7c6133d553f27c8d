package newspage

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func TestText(t *testing.T) {
	a := fullArticle()
	assert.Equal(t, `See the plan & map.

What it cost

- steel
- paint

1. first
2. second

> We will open it.
> On Monday.
> — Anna Lind, mayor of Harbour, via Coast Radio

Year | Cost
2024 | 3 m

if a < b {
	return
}`, a.Text())
	assert.Empty(t, (&Article{}).Text())
}

func TestTextOfQuoteWithoutAttribution(t *testing.T) {
	a := Article{Body: []Block{{Kind: KindQuote, Quote: &Quote{Text: "At last."}}}}
	assert.Equal(t, "> At last.", a.Text())
	a.Body[0].Quote.Attribution = &Attribution{URL: "https://n.example/"}
	assert.Equal(t, "> At last.", a.Text(), "an attribution that names nobody is not printed")
}

func TestAttributionString(t *testing.T) {
	var none *Attribution
	assert.Empty(t, none.String())
	assert.Equal(t, "Jane Roe", (&Attribution{Speaker: "Jane Roe"}).String())
	assert.Equal(t, "CEO of Acme, via Reuters", (&Attribution{Role: "CEO of Acme", Via: "Reuters"}).String())
	assert.Equal(t, "via Reuters", (&Attribution{Via: "Reuters"}).String())
}

func TestHTML(t *testing.T) {
	a := fullArticle()
	assert.Equal(t, `<article>
<hgroup>
<h1>Bridge &lt;reopens&gt; &amp; stays</h1>
<p>After two years</p>
</hgroup>
<p>See the <a href="https://news.example/plan">plan</a> &amp; map.</p>
<h2>What it cost</h2>
<ul>
<li>steel</li>
<li>paint</li>
</ul>
<ol>
<li>first</li>
<li>second</li>
</ol>
<blockquote>
<p>We will open it.</p>
<p>On Monday.</p>
<footer>— Anna Lind, mayor of Harbour, via Coast Radio</footer>
</blockquote>
<figure><img src="https://news.example/c.jpg" alt=""></figure>
<table>
<tr><td>Year</td><td>Cost</td></tr>
<tr><td>2024</td><td>3 m</td></tr>
</table>
<pre><code>if a &lt; b {
	return
}</code></pre>
<p><a href="https://video.example/1">https://video.example/1</a></p>
</article>
`, a.HTML())
	assert.Equal(t, "<article>\n</article>\n", (&Article{}).HTML())
}

func TestHeadingLevels(t *testing.T) {
	for level, tag := range map[int]string{-1: "h2", 0: "h2", 1: "h2", 2: "h2", 3: "h3", 6: "h6", 9: "h6"} {
		a := Article{Body: []Block{{Kind: KindHeading, Level: level, Text: "Cost"}}}
		assert.Contains(t, a.HTML(), "<"+tag+">Cost</"+tag+">", "level %d", level)
	}
}

func TestFigureCaptions(t *testing.T) {
	for want, im := range map[string]Image{
		`<img src="u" alt="a"></figure>`:                                         {URL: "u", Alt: "a"},
		`<img src="u" alt=""><figcaption>The bridge</figcaption></figure>`:       {URL: "u", Caption: "The bridge"},
		`<img src="u" alt=""><figcaption>The bridge (Doe)</figcaption></figure>`: {URL: "u", Caption: "The bridge", Credit: "Doe"},
		`<img src="u" alt=""><figcaption>(Doe)</figcaption></figure>`:            {URL: "u", Credit: "Doe"},
	} {
		a := Article{Body: []Block{{Kind: KindFigure, Image: &im}}}
		assert.Contains(t, a.HTML(), want)
	}
}

func TestLinkedText(t *testing.T) {
	const u = "https://n.example/"
	for _, c := range []struct {
		name, text string
		links      []Link
		want       string
	}{
		{"no links", "a < b", nil, "a &lt; b"},
		{"a link", "see here now", []Link{{"here", u}}, `see <a href="` + u + `">here</a> now`},
		{"one text twice", "here and here", []Link{{"here", u + "1"}, {"here", u + "2"}},
			`<a href="` + u + `1">here</a> and <a href="` + u + `2">here</a>`},
		{"text that is not there", "see now", []Link{{"here", u}}, "see now"},
		{"a link without text", "see now", []Link{{"", u}}, "see now"},
		{"text and address escaped", `x <b>&"y" z`, []Link{{`<b>&"y"`, u + `?a="&b=<`}},
			`x <a href="` + u + `?a=&#34;&amp;b=&lt;">&lt;b&gt;&amp;&#34;y&#34;</a> z`},
	} {
		assert.Equal(t, c.want, linkedText(c.text, c.links), c.name)
	}
}

// TestHTMLEscapesEverything: whatever the fields hold, the tags and attributes are the renderer's own.
func TestHTMLEscapesEverything(t *testing.T) {
	const bad = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`
	im := &Image{URL: bad, Alt: bad, Caption: bad, Credit: bad}
	q := &Quote{Text: bad, Attribution: &Attribution{Speaker: bad, Role: bad, Via: bad, URL: bad}}
	a := Article{Title: bad, Subtitle: bad, Body: []Block{
		{Kind: KindParagraph, Text: "x " + bad + " y", Links: []Link{{Text: bad, URL: bad}}},
		{Kind: KindHeading, Level: 2, Text: bad}, {Kind: KindList, Items: []string{bad}},
		{Kind: KindQuote, Quote: q}, {Kind: KindFigure, Image: im}, {Kind: KindTable, Rows: [][]string{{bad}}},
		{Kind: KindCode, Text: bad}, {Kind: KindEmbed, URL: bad}, {Kind: "unknown", Text: bad},
	}}
	requireSafeHTML(t, a.HTML())
}

var safeTags = map[string]bool{
	"article": true, "hgroup": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "p": true, "a": true, "ul": true, "ol": true, "li": true,
	"blockquote": true, "footer": true, "figure": true, "figcaption": true, "img": true, "table": true, "tr": true, "td": true, "pre": true, "code": true,
}

// requireSafeHTML checks that HTML has the renderer's tags and attributes and no others.
func requireSafeHTML(t testing.TB, s string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.CommentToken, html.DoctypeToken:
			require.Fail(t, "a comment", "%s", z.Raw())
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			require.True(t, safeTags[tok.Data], "the tag %s", tok)
			for _, at := range tok.Attr {
				require.True(t, at.Key == "href" && tok.Data == "a" || (at.Key == "src" || at.Key == "alt") && tok.Data == "img", "the attribute %s of %s", at.Key, tok)
			}
		}
	}
}

func TestScriptAddressesAreNeverRendered(t *testing.T) {
	page := `<html><head><title>Bridge reopens after two years</title><base href="javascript:alert(0)"></head><body><article><h1>Bridge reopens after two years</h1>`
	for _, href := range []string{
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", " java\tscript:alert(1)", "&#106;avascript:alert(1)", "data:text/html,<script>alert(1)</script>",
		"vbscript:x", "blob:https://x.example/1", "\x01javascript:alert(1)", "https://user:pw@n.example/",
	} {
		page += `<p>The <a href="` + href + `">bridge over the harbour</a> opens on Monday, the mayor said, after two years of work, and the ferry stops on the same day.</p>` +
			`<figure><img src="` + href + `" alt="x"><figcaption>The bridge</figcaption></figure><iframe src="` + href + `"></iframe>`
	}
	a, err := Parse(strings.NewReader(page+`</article></body></html>`), nil)
	require.NoError(t, err)
	require.NotEmpty(t, a.Body)
	out := strings.ToLower(a.HTML())
	for _, bad := range []string{"javascript:", "vbscript:", "data:", "blob:", "user:pw"} {
		assert.NotContains(t, out, bad)
	}
	requireSafeHTML(t, a.HTML())
}

// TestRenderingOfArticlesFromElsewhere: an Article read from JSON that Parse did
// not write may lack what its blocks speak of; no method panics for that.
func TestRenderingOfArticlesFromElsewhere(t *testing.T) {
	var a Article
	require.NoError(t, json.Unmarshal([]byte(`{"body":[{"kind":"quote"},{"kind":"figure"},{"kind":"table"},{"kind":"list"},{"kind":"other"},{"kind":"paragraph","text":"left"}]}`), &a))
	assert.Contains(t, a.Text(), "left")
	assert.Contains(t, a.HTML(), "<p>left</p>")
}

func TestTitlesThatAreCutEndInAWord(t *testing.T) {
	page := "<title>" + strings.Repeat("a ", maxTitle) + "</title>" + strings.Repeat("<p>The council met on Monday, and the mayor spoke for an hour about the bridge.", 5)
	a, err := Parse(strings.NewReader(page), nil)
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(a.Title), a.Title)
	assert.Greater(t, len(a.Title), maxTitle/2)
}
