package newspage

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSection(t *testing.T) {
	for _, c := range []struct{ name, head, over, under, want string }{
		{"metadata", `<meta property="article:section" content="Transport">`, `<nav class="breadcrumb"><a href="/">Home</a> <a href="/news">News</a></nav>`, "", "Transport"},
		{"a list of them", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens early","articleSection":"Home, Transport, bridges, ferries"}</script>`, "", "", "Transport"},
		{"one that is none", `<meta property="article:section" content="Uncategorized">`, "", "", ""},
		{"breadcrumbs of JSON-LD", `<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[
			{"@type":"ListItem","position":1,"item":{"@id":"https://news.example/","name":"Startseite"}},
			{"@type":"ListItem","position":2,"item":{"@id":"https://news.example/news","name":"News"}},
			{"@type":"ListItem","position":3,"name":"Transport &amp; Roads","item":"https://news.example/news/transport"},
			{"@type":"ListItem","position":4,"item":{"@id":"https://news.example/2025/06/story","name":"Bridge opens early"}}]}</script>`, "", "", "Transport & Roads"},
		{"the page without an address at their end", `<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"Transport","item":"https://news.example/transport"},{"name":"A bridge"}]}</script>`, "", "", "Transport"},
		{"breadcrumbs with the front page alone", `<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"The Ledger","item":"https://news.example/en/"},{"name":"Bridge opens early"}]}</script>`, "", "", ""},
		{"printed breadcrumbs", "", `<ul class="site-breadcrumbs"><li><a href="/">The Ledger</a></li><li><a href="/news">News</a></li><li><a href="/news/transport">Transport »</a></li><li>Bridge opens early</li></ul>`, "", "Transport"},
		{"breadcrumbs in microdata", "", `<ul class="x1"><li itemprop="itemListElement"><a itemprop="item" href="/"><span itemprop="name">The Ledger</span></a></li><li itemprop="itemListElement"><a itemprop="item" href="/transport"><span itemprop="name">Transport</span></a></li></ul>`, "", "Transport"},
		{"breadcrumbs that lead back", "", `<div class="breadcrumb"><a href="/news">&lt; Back to all news</a></div>`, "", ""},
		{"link to the category", "", `<p class="cat-links"><a rel="category tag" href="/c/transport">Transport</a></p>`, "", "Transport"},
		{"link to the category under the text", "", "", `<footer><a rel="tag category" href="/c/transport">Transport</a></footer>`, "Transport"},
		{"link to the category of another", "", "", `<div class="related-card"><a rel="category" href="/c/sport">Sport</a></div>`, ""},
		{"nothing", "", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html lang="en"><head><title>Bridge opens early</title>`+c.head+`</head><body>`+c.over+`<article><h1>Bridge opens early</h1>`+twoParagraphs+c.under+`</article></body></html>`)
			assert.Equal(t, c.want, a.Section)
		})
	}
}

func TestTags(t *testing.T) {
	const printed = `<ul class="tags"><li><a rel="tag" href="/t/bridges">#Bridges</a></li><li><a href="/t/ferries" rel="nofollow tag">Ferries</a></li><li><a rel="tag" href="/t/bridges">bridges</a></li></ul>`
	for _, c := range []struct {
		name, head, within, under string
		want                      []string
	}{
		{"metadata", `<meta name="keywords" content="harbour, ferries">`, "", printed, []string{"harbour", "ferries"}},
		{"links under the text", "", "", printed, []string{"Bridges", "Ferries"}},
		{"links to addresses of tags", "", "", `<div><span>Filed under</span> <a href="/tags/parks">Parks</a>, <a href="/tags/bridges?p=1">Bridges</a></div>`, []string{"Parks", "Bridges"}},
		{"a link to a tag amid words is none", "", "", `<div>The harbour office has told all that it knows of the old ferry in its <a href="/tags/ferries">reports</a> of June</div>`, nil},
		{"categories are none", "", "", `<a rel="category tag" href="/c/transport">Transport</a>`, nil},
		{"links within a sentence are none", "", `<p>The ferry has long been loved by the town, said those who wrote of <a rel="tag" href="/t/ferries">ferries</a> for years.</p>`, "", nil},
		{"links of a footer are none", "", "", `</article><footer>` + printed + `</footer><article>`, nil},
		{"links in another's card are none", "", "", `<div class="card">` + printed + `</div>`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html lang="en"><head><title>Bridge opens early</title>`+c.head+`</head><body><article><h1>Bridge opens early</h1>`+twoParagraphs+c.within+c.under+`</article></body></html>`)
			assert.Equal(t, c.want, a.Tags)
		})
	}
}
