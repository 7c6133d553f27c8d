package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestQuotes(t *testing.T) {
	const text = "We stopped waiting for parts that were already here."
	brandt := &Attribution{Speaker: "Tove Brandt", Via: "Reuters"}
	for _, c := range []struct {
		name, html string
		want       Quote
	}{
		{"cite", `<blockquote><p>` + text + `</p><cite>– Tove Brandt via Reuters</cite></blockquote>`, Quote{text, QuoteBlock, brandt}},
		{"footer", `<blockquote><p>` + text + `</p><footer>— Tove Brandt via Reuters</footer></blockquote>`, Quote{text, QuoteBlock, brandt}},
		{"figcaption", `<figure><blockquote><p>` + text + `</p></blockquote><figcaption>Tove Brandt via Reuters</figcaption></figure>`, Quote{text, QuoteBlock, brandt}},
		{"paragraph after it", `<blockquote><p>` + text + `</p></blockquote><p>– Tove Brandt via Reuters</p>`, Quote{text, QuoteBlock, brandt}},
		{"last paragraph in it", `<blockquote><p>` + text + `</p><p>– Tove Brandt via Reuters</p></blockquote>`, Quote{text, QuoteBlock, brandt}},
		{"behind a line break", `<blockquote><p>` + text + `<br>– Tove Brandt via Reuters</p></blockquote>`, Quote{text, QuoteBlock, brandt}},
		{"nobody named", `<blockquote><p>“` + text + `”</p></blockquote>`, Quote{"“" + text + "”", QuoteBlock, nil}},
		{"nobody named, but introduced", `<p>On the wall of the office stands:</p><blockquote><p>` + text + `</p></blockquote>`, Quote{text, QuoteBlock, nil}},
		{"nobody named, but cited", `<blockquote cite="https://other.example/a"><p>` + text + `</p></blockquote>`, Quote{text, QuoteBlock, nil}},
		{"heading in quotation marks", `<blockquote><h4>“` + text + `”</h4></blockquote>`, Quote{"“" + text + "”", QuoteBlock, nil}},
		{"role under the name", `<blockquote><div>` + text + `</div><div class="author">Tove Brandt</div><div>Head of the harbour office</div></blockquote>`, Quote{text, QuoteBlock, &Attribution{Speaker: "Tove Brandt", Role: "Head of the harbour office"}}},
		{"company grown to the name", `<figure><blockquote><p>` + text + `</p></blockquote><figcaption><strong>Tove Brandt</strong> <span>Brandt Washing</span></figcaption></figure>`, Quote{text, QuoteBlock, &Attribution{Speaker: "Tove Brandt", Role: "Brandt Washing"}}},
		{"two paragraphs", `<blockquote><p>We stopped waiting.</p><p>The parts were here.</p><cite>Tove Brandt</cite></blockquote>`, Quote{"We stopped waiting.\nThe parts were here.", QuoteBlock, &Attribution{Speaker: "Tove Brandt"}}},
		{"over it, in a container of its own", `<div class="quote"><div class="quote-author">Tove Brandt via Reuters</div><blockquote><p>` + text + `</p></blockquote></div>`, Quote{text, QuoteBlock, brandt}},
		{"over it, in a figure", `<figure><p>Tove Brandt via Reuters</p><blockquote><p>` + text + `</p></blockquote></figure>`, Quote{text, QuoteBlock, brandt}},
		{"social post", `<blockquote class="twitter-tweet"><p>` + text + `</p>&mdash; Tove Brandt (@tove) <a href="https://social.example/tove/1">June 12, 2025</a></blockquote>`, Quote{text, QuoteSocial, &Attribution{Speaker: "Tove Brandt", URL: "https://social.example/tove/1"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, storyPage(c.html, ""))
			require.Len(t, a.Quotes, 1)
			assert.Equal(t, c.want, a.Quotes[0])
			var inBody []Quote
			for _, b := range a.Body {
				if b.Kind == KindQuote {
					inBody = append(inBody, *b.Quote)
				}
			}
			assert.Equal(t, a.Quotes, inBody)
			assert.NotContains(t, bodyText(a), "Tove Brandt")
		})
	}
}

func TestAPullQuoteIsNotInTheBody(t *testing.T) {
	a := parseStory(t, storyPage(`<aside class="pullquote"><p>Lorries will have to wait until the spring</p></aside>`, ""))
	require.Len(t, a.Quotes, 1)
	assert.Equal(t, Quote{Text: "Lorries will have to wait until the spring", Kind: QuotePull}, a.Quotes[0])
	for _, b := range a.Body {
		assert.NotEqual(t, KindQuote, b.Kind)
	}
}

func TestAWrapperCalledQuoteIsNoQuote(t *testing.T) {
	a := parseStory(t, storyPage(`<div class="text-with-quote">`+longProse+`</div>`, ""))
	assert.Empty(t, a.Quotes)
	assert.Contains(t, bodyText(a), "the tide tables of the harbour office")
}

// longProse is longer than any pull quote.
const longProse = `<p>The engineers had worked from the tide tables of the harbour office, which turned out to be a year old, and so the first of the cables was hung in the dark, in the rain, by people who had been told to expect a calm and sunny morning with the water low.</p>
<p>Nobody was hurt. The second cable went up a week later, in daylight, and the third the day after, and from then on the work went twice as fast as planned, because the crews of both banks had begun to race each other, as the foreman of the northern bank put it, and neither wanted to be the last to reach the middle of the bridge, where a bottle stood waiting.</p>`

func TestABlockquoteOfAListStaysAList(t *testing.T) {
	a := parseStory(t, storyPage(`<blockquote><p>Three things change on Monday for everybody who drives:</p><ul><li>The toll is gone for all cars.</li><li>The ramp on the north bank is one-way.</li></ul></blockquote>`, ""))
	assert.Empty(t, a.Quotes)
	assert.Contains(t, bodyText(a), "The toll is gone for all cars.")
}

func TestWhoIsQuoted(t *testing.T) {
	const text = "We stopped waiting for parts that were already here."
	for _, c := range []struct {
		name, html, kind string
		want             *Attribution
	}{
		{"name and role", `<blockquote><p>` + text + `</p><cite>Tove Brandt, head of the harbour office</cite></blockquote>`, QuoteBlock, &Attribution{Speaker: "Tove Brandt", Role: "head of the harbour office"}},
		{"link of the attribution", `<blockquote><p>` + text + `</p><cite><a href="/people/brandt">Tove Brandt</a></cite></blockquote>`, QuoteBlock, &Attribution{Speaker: "Tove Brandt", URL: "https://news.example/people/brandt"}},
		{"runs on in the paragraph", `<blockquote><p>` + text + ` — Tove Brandt</p></blockquote>`, QuoteBlock, &Attribution{Speaker: "Tove Brandt"}},
		{"paragraph before it names the speaker", `<p>In a letter to the council, Tove Brandt wrote:</p><blockquote><p>` + text + `</p></blockquote>`, QuoteBlock, &Attribution{Speaker: "Tove Brandt"}},
		{"name and role in two elements", `<figure class="pullquote"><blockquote><p>` + text + `</p></blockquote><figcaption><span>Tove Brandt, head of the harbour office</span></figcaption></figure>`, QuotePull, &Attribution{Speaker: "Tove Brandt", Role: "head of the harbour office"}},
		{"pull quote with its speaker", `<aside class="pullquote"><p>` + text + `</p><footer>Tove Brandt</footer></aside>`, QuotePull, &Attribution{Speaker: "Tove Brandt"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, storyPage(c.html, ""))
			require.Len(t, a.Quotes, 1)
			assert.Equal(t, Quote{text, c.kind, c.want}, a.Quotes[0])
			assert.NotContains(t, bodyText(a), text, "a quote is no paragraph")
		})
	}
}

// TestABlockquoteThatQuotesNobodyIsText: notes, summaries and indented prose stand in blockquotes as well.
func TestABlockquoteThatQuotesNobodyIsText(t *testing.T) {
	for name, html := range map[string]string{
		"indented prose": `<blockquote><p>The work on the ramps goes on until the end of the year, in the nights alone.</p></blockquote>`,
		"summary":        `<blockquote><p>Summary</p><p>“The bridge” is what people call the whole of the harbour front by now, ramps included.</p></blockquote>`,
		"note":           `<blockquote class="wp-block-quote"><p>Note: the ramps stay closed for lorries until the end of the year.</p></blockquote>`,
	} {
		t.Run(name, func(t *testing.T) {
			a := parseStory(t, storyPage(html, ""))
			assert.Empty(t, a.Quotes)
			assert.Contains(t, bodyText(a), "ramps")
		})
	}
}

// TestPullQuotesRepeatTheText: what is said in the text again is a pull quote in any markup.
func TestPullQuotesRepeatTheText(t *testing.T) {
	const said = "Nobody in this office believed that the cables would hold for another winter"
	p := `<p>` + said + `, the foreman told the council in June, before anybody had asked him about it.</p>`
	for name, c := range map[string]struct{ html, kind string }{
		"blockquote that repeats":        {p + `<blockquote>` + said + `</blockquote>`, QuotePull},
		"aside that repeats":             {p + `<aside class="pullquote">` + said + `</aside>`, QuotePull},
		"box called quote that does not": {`<div class="quote"><p>“` + said + `.”</p></div>`, QuoteBlock},
		"praise":                         {`<div class="pullquote testimonial"><p>“` + said + `.”</p><cite>Tove Brandt</cite></div>`, QuoteBlock},
	} {
		t.Run(name, func(t *testing.T) {
			a := parseStory(t, storyPage(c.html, ""))
			require.Len(t, a.Quotes, 1)
			assert.Equal(t, c.kind, a.Quotes[0].Kind)
		})
	}
}

// TestASentenceAfterAPullQuoteNamesNobody: without spaces its beginning may look like a name.
func TestASentenceAfterAPullQuoteNamesNobody(t *testing.T) {
	for _, next := range []string{"没有人受伤，但通往白沙镇的道路直到周三仍封闭，无法通行。", "Nobody was hurt, but the road to the harbour was closed until Tuesday."} {
		a := parseStory(t, storyPage(`<div class="pull-quote">Lorries will have to wait until the spring</div><p>`+next+`</p>`, ""))
		require.Len(t, a.Quotes, 1)
		assert.Nil(t, a.Quotes[0].Attribution, next)
		assert.Contains(t, bodyText(a), next)
	}
}

func TestShellsAreNoQuotes(t *testing.T) {
	plain := bodyText(parseStory(t, storyPage("", "")))
	for _, c := range []struct{ name, html string }{
		{"empty post", `<blockquote class="twitter-tweet"><a href="https://social.example/tove/1"></a></blockquote>`},
		{"empty blockquote", `<blockquote></blockquote>`},
		{"post that its network has yet to load", `<blockquote class="instagram-media"><a href="https://social.example/tove/1">View this post on Social</a></blockquote>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, storyPage(c.html, ""))
			assert.Empty(t, a.Quotes)
			assert.Equal(t, plain, bodyText(a))
		})
	}
}

func TestAQuoteOfACommentIsNotTheArticles(t *testing.T) {
	a := parseStory(t, storyPage("", `<section class="comments"><h3>Comments</h3><div class="comment"><blockquote><p>Nobody waits for the ferry any longer in this town.</p></blockquote><p>Well said.</p></div></section>`))
	assert.Empty(t, a.Quotes)
	assert.NotContains(t, bodyText(a), "Nobody waits")
}

// TestAQuoteInAFold: what a click shows is the article's, with its quotes; a quote hidden by itself is not.
func TestAQuoteInAFold(t *testing.T) {
	const quote = `<blockquote><p>We stopped waiting for parts that were already here.</p><footer>— Tove Brandt</footer></blockquote>`
	const more = `<p>The council had asked three firms, of which two had declined and one had asked for more than the bridge itself had cost in its day.</p>`
	for name, c := range map[string]struct {
		html string
		want int
	}{
		"in a fold":      {`<div class="rest" style="display:none">` + more + quote + more[:len(more)-5] + `, they said.</p></div><button>Show more</button>`, 1},
		"hidden alone":   {`<div style="display:none">` + quote + `</div>`, 0},
		"hidden as such": {strings.Replace(quote, "<blockquote", `<blockquote hidden`, 1), 0},
	} {
		a := parseStory(t, storyPage(c.html, ""))
		require.Len(t, a.Quotes, c.want, name)
		if c.want > 0 {
			assert.Equal(t, &Attribution{Speaker: "Tove Brandt"}, a.Quotes[0].Attribution, name)
		}
	}
}
