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

func TestSourceLines(t *testing.T) {
	radio := &Source{Name: "Coast Radio", URL: "https://coastradio.example/bridge"}
	const link = `<a href="https://coastradio.example/bridge">Coast Radio</a>`
	for _, c := range []struct {
		name, html string
		want       *Source
	}{
		{"French", `<p>Source : ` + link + `</p>`, radio},
		{"Spanish", `<p>Fuente: ` + link + `</p>`, radio},
		{"Russian", `<p>Источник: ` + link + `</p>`, radio},
		{"in brackets", `<p>(Source: Reuters)</p>`, &Source{Name: "Reuters"}},
		{"label in bold", `<p><strong>Source:</strong> ` + link + `</p>`, radio},
		{"address as the link's text", `<p>Source: <a href="https://coastradio.example/bridge">https://coastradio.example/bridge</a></p>`, &Source{URL: "https://coastradio.example/bridge"}},
		{"of two labels the first", `<p>Source: ` + link + `</p><p>Source: Reuters</p>`, radio},
		{"the site's own name with a link", `<p>Source: <a href="https://news.example/">The Northern Ledger</a></p>`, nil},
		{"the site's own experts", `<p>This article is based on evidence, written by <a href="https://news.example/team">experts</a> and checked by experts.</p>`, nil},
		{"a host without capitals", `<p>Source: <a href="https://coastradio.example/bridge">coastradio.example</a></p>`, &Source{Name: "coastradio.example", URL: "https://coastradio.example/bridge"}},
		{"a sentence about sources", `<p>Sources close to the council said on Friday that the ferry would be sold abroad before the winter.</p>`, nil},
		{"with an agency", `<p>Avec AFP</p>`, &Source{Name: "AFP"}},
		{"with an outlet in brackets", `<p>(with Harbour News)</p>`, &Source{Name: "Harbour News"}},
		{"with an agency that is called so", `<p>Avec Agence Rive</p>`, &Source{Name: "Agence Rive"}},
		{"with an agency behind other words", `<p>Mit Material von Reuters</p>`, &Source{Name: "Reuters"}},
		{"with what is written as a title", `<p>Avec Le Phare</p>`, &Source{Name: "Le Phare"}},
		{"with a link to another site", `<p>With <a href="https://coastradio.example/bridge">Skerries</a></p>`, &Source{Name: "Skerries", URL: "https://coastradio.example/bridge"}},
		{"with a link to the same site", `<p>With <a href="/bridge">Skerries</a></p>`, nil},
		{"with what is called the source", `<p class="post__source">With Skerries</p>`, &Source{Name: "Skerries"}},
		{"with a person", `<p>With <a href="https://coastradio.example/jo">Jo Tran</a></p>`, nil},
		{"behind a picture that has its caption", `<figure><img src="/i/ferry.jpg"><figcaption>The ferry. Photo: Jane Roe</figcaption></figure><p>Source: Reuters</p>`, &Source{Name: "Reuters"}},
		{"behind a picture without one", `<img src="/i/ferry.jpg" width="600" height="400"><p>Source: Reuters</p>`, nil},
		{"behind an advertisement", `<div class="ad-slot"><iframe src="https://ads.example/1"></iframe></div><p>Source: Reuters</p>`, &Source{Name: "Reuters"}},
		{"with somebody who is no outlet", `<p>With love, Mara</p>`, nil},
		{"with an outlet in a sentence", `<p>With Reuters came four others to the bridge</p>`, nil},
		{"credit of a picture", `<figure><img src="/i/bridge.jpg" alt="A bridge"><figcaption>Source: Reuters</figcaption></figure>`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, strings.Replace(storyPage("", ""), "</div></article>", c.html+"</div></article>", 1))
			assert.Equal(t, c.want, a.Source)
		})
	}
}

func TestTheSourceOfAChartIsNotTheArticles(t *testing.T) {
	for _, chart := range []string{
		`<figure><img src="/i/chart.png" alt="Cars a day"></figure><p>Source: Harbour Office</p>`,
		`<iframe src="https://charts.example/cars"></iframe><p>Source: Harbour Office</p>`,
	} {
		assert.Nil(t, parseStory(t, storyPage(chart, "")).Source, chart)
	}
}
