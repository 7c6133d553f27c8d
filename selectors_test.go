package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSelectors(t *testing.T) {
	page := storyPage(`<div class="odd">A line that would be dropped</div><div class="said">Nobody waits here.</div><p class="drop">The mayor, who had come by boat, thanked everyone and left again before the rain.</p><div class="from">Coast Radio</div>`,
		`<div class="more"><a href="/2025/05/ferry">The ferry that would not leave</a></div>`)
	with := func(s Selectors) *Article {
		return parseStory(t, page, func(o *Options) { o.Selectors = &s })
	}
	assert.Equal(t, "A line that would be dropped", with(Selectors{Title: ".odd"}).Title)
	assert.Contains(t, bodyText(with(Selectors{Body: ".story-body"})), "A line that would be dropped")
	assert.NotContains(t, bodyText(with(Selectors{Remove: ".drop"})), "The mayor, who had come by boat")
	assert.Equal(t, "Coast Radio", with(Selectors{Source: ".from"}).Source.Name)
	assert.Equal(t, []Related{{Title: "The ferry that would not leave", URL: "https://news.example/2025/05/ferry", Place: PlaceList}}, with(Selectors{Related: ".more"}).Related)
	quotes := with(Selectors{Quote: ".said"}).Quotes
	require.Len(t, quotes, 1)
	assert.Equal(t, "Nobody waits here.", quotes[0].Text)
	assert.Equal(t, parseStory(t, page), with(Selectors{Title: ".nothing-like-it", Body: ".nor-this"}), "what matches nothing changes nothing")
}

func TestABadSelectorIsAnError(t *testing.T) {
	_, err := Parse(strings.NewReader(storyPage("", "")), &Options{Selectors: &Selectors{Body: "div["}})
	require.Error(t, err)
	assert.Contains(t, err.Error(), "Body")
	assert.Contains(t, err.Error(), "div[")
}

func TestEachSelectorOverrulesItsPart(t *testing.T) {
	const fragment = `<div class="odd">One line</div><div class="odd">Another line</div><p class="drop">The mayor, who had come by boat, thanked everyone who had stayed to see the last cable hung over the water, and left again before the rain came in from the sea.</p>`
	const below = `<h3>Related</h3><ul class="more"><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul>`
	page := storyPage(fragment, below)
	with := func(t *testing.T, s Selectors) *Article {
		return parseStory(t, page, func(o *Options) { o.Selectors = &s })
	}
	t.Run("the first match is the title", func(t *testing.T) {
		assert.Equal(t, "One line", with(t, Selectors{Title: ".odd"}).Title)
	})
	t.Run("only blocks within the matches are body", func(t *testing.T) {
		assert.Equal(t, "The mayor, who had come by boat, thanked everyone who had stayed to see the last cable hung over the water, and left again before the rain came in from the sea.", bodyText(with(t, Selectors{Body: ".drop"})))
	})
	t.Run("several bodies are one", func(t *testing.T) {
		a := with(t, Selectors{Body: ".odd, .drop"})
		assert.Equal(t, "One line\nAnother line\nThe mayor, who had come by boat, thanked everyone who had stayed to see the last cable hung over the water, and left again before the rain came in from the sea.", bodyText(a))
	})
	t.Run("what is removed is not body even where it is chosen", func(t *testing.T) {
		a := with(t, Selectors{Body: ".story-body", Remove: ".drop"})
		assert.Contains(t, bodyText(a), "One line")
		assert.NotContains(t, bodyText(a), "The mayor")
	})
	t.Run("each match is a quote", func(t *testing.T) {
		quotes := with(t, Selectors{Quote: ".odd"}).Quotes
		assert.Equal(t, []Quote{{Text: "One line", Kind: QuoteBlock}, {Text: "Another line", Kind: QuoteBlock}}, quotes)
	})
	t.Run("a list of related entries", func(t *testing.T) {
		related := with(t, Selectors{Related: ".more"}).Related
		require.Len(t, related, 2)
		assert.Equal(t, "https://news.example/2025/05/ferry", related[0].URL)
		assert.Equal(t, "https://news.example/2025/04/cables", related[1].URL)
	})
}

func TestTheErrorNamesTheBadSelector(t *testing.T) {
	for name, s := range map[string]Selectors{
		"Title": {Title: "p["}, "Body": {Body: "p["}, "Quote": {Quote: "p["},
		"Source": {Source: "p["}, "Related": {Related: "p["}, "Remove": {Remove: "p["},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := Parse(strings.NewReader(storyPage("", "")), &Options{Selectors: &s})
			require.Error(t, err)
			assert.Nil(t, a)
			assert.Contains(t, err.Error(), "selector "+name)
			assert.Contains(t, err.Error(), `"p["`)
		})
	}
}

func TestWhatIsRemovedIsNothingElse(t *testing.T) {
	page := storyPage(`<figure class="x"><img src="/i/a.jpg"><figcaption>The last cable.</figcaption></figure>
<blockquote class="x"><p>We stopped waiting.</p><cite>Tove Brandt</cite></blockquote>
<p class="x">Read also: <a href="/2025/05/ferry">The ferry that would not leave</a></p><p class="x">Source: Reuters</p>`,
		`<div class="x"><h3>Related</h3><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul></div>`)
	a := parseStory(t, page, func(o *Options) { o.Selectors = &Selectors{Remove: ".x, h1"} })
	plain := parseStory(t, storyPage("", ""))
	assert.Equal(t, plain.Body, a.Body)
	assert.Empty(t, a.Quotes)
	assert.Nil(t, a.Source)
	assert.Empty(t, a.Related)
}

func TestTheSiteAsItsOwnSourceIsNoText(t *testing.T) {
	a := parseStory(t, strings.Replace(storyPage("", ""), "</div></article>", `<p>Source: <a href="/">The Northern Ledger</a></p></div></article>`, 1))
	assert.Nil(t, a.Source)
	assert.NotContains(t, bodyText(a), "Source")
}
