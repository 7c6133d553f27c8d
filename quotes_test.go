package newspage

import (
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
		{"nobody named", `<blockquote><p>` + text + `</p></blockquote>`, Quote{text, QuoteBlock, nil}},
		{"two paragraphs", `<blockquote><p>We stopped waiting.</p><p>The parts were here.</p><cite>Tove Brandt</cite></blockquote>`, Quote{"We stopped waiting.\nThe parts were here.", QuoteBlock, &Attribution{Speaker: "Tove Brandt"}}},
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

func TestShellsAreNoQuotes(t *testing.T) {
	plain := bodyText(parseStory(t, storyPage("", "")))
	for _, c := range []struct{ name, html string }{
		{"empty post", `<blockquote class="twitter-tweet"><a href="https://social.example/tove/1"></a></blockquote>`},
		{"empty blockquote", `<blockquote></blockquote>`},
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
