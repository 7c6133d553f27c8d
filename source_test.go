package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSource(t *testing.T) {
	radio := &Source{Name: "Coast Radio", URL: "https://coastradio.example/bridge"}
	for _, c := range []struct {
		name, html string
		want       *Source
	}{
		{"label and link", `<p>Source: <a href="https://coastradio.example/bridge">Coast Radio</a></p>`, radio},
		{"name alone", `<p>Source: Reuters</p>`, &Source{Name: "Reuters"}},
		{"German", `<p>Quelle: dpa</p>`, &Source{Name: "dpa"}},
		{"link that names nobody", `<p><a href="https://coastradio.example/bridge">Source link</a></p>`, &Source{URL: "https://coastradio.example/bridge"}},
		{"originally published", `<p><em>This article was originally published on <a href="https://coastradio.example/bridge">Coast Radio</a>.</em></p>`, radio},
		{"before a note on the author", `<p><a href="https://coastradio.example/bridge">Source link</a></p><p>Visited 3 times</p><img src="/i/a.jpg"><p>Mara writes about the harbour, the people who work there and the people who would rather they did not. She joined in 2021.</p>`, &Source{URL: "https://coastradio.example/bridge"}},
		{"the site itself", `<p>Source: The Northern Ledger</p>`, nil},
		{"none", ``, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, strings.Replace(storyPage("", ""), "</div></article>", c.html+"</div></article>", 1))
			assert.Equal(t, c.want, a.Source)
			if c.want != nil {
				assert.NotContains(t, bodyText(a), "Coast Radio")
				assert.NotContains(t, bodyText(a), "Source")
			}
		})
	}
}

func TestTheSourceOfATableIsNotTheArticles(t *testing.T) {
	a := parseStory(t, storyPage(`<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2023</td><td>9,000</td></tr><tr><td>2024</td><td>11,000</td></tr></table><p>Source: Harbour Office</p>`, ""))
	assert.Nil(t, a.Source)
}
