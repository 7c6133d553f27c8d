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
