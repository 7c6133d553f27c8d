package newspage

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestThePagesOwnAddressIsItsBase: where the caller knows no address, the page's own word stands for it.
func TestThePagesOwnAddressIsItsBase(t *testing.T) {
	const related = `<h3>Related</h3><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul>`
	for head, want := range map[string]string{
		`<link rel="canonical" href="https://news.example/2025/06/story">`:                                                                  "https://news.example/2025/05/ferry",
		`<meta property="og:url" content="https://news.example/story">`:                                                                     "https://news.example/2025/05/ferry",
		`<link rel="canonical" href="https://news.example/2025/06/story"><meta property="og:url" content="https://www.news.example/story">`: "https://news.example/2025/05/ferry",
		`<link rel="canonical" href="https://wire.example/story"><meta property="og:url" content="https://news.example/story">`:             "",
		`<link rel="canonical" href="/2025/06/story">`:                                                                                      "",
		`<link rel="canonical" href="/2025/06/story"><meta property="og:url" content="https://news.example/story">`:                         "https://news.example/2025/05/ferry",
		`<base href="https://cdn.example/"><link rel="canonical" href="https://news.example/story">`:                                        "https://cdn.example/2025/05/ferry",
		``: "",
	} {
		a, err := Parse(strings.NewReader(strings.Replace(storyPage("", related), "<head>", "<head>"+head, 1)), nil)
		require.NoError(t, err)
		got := ""
		if len(a.Related) > 0 {
			got = a.Related[0].URL
		}
		assert.Equal(t, want, got, head)
	}
}

func TestTheSitesName(t *testing.T) {
	const organization = `<script type="application/ld+json">{"@type":"WebSite","name":"The Northern Ledger"}</script>`
	for _, c := range []struct{ head, want string }{
		{`<meta property="og:site_name" content="Northern Ledger">`, "Northern Ledger"},
		{`<meta property="og:site_name" content="The Northern Ledger - All the news of the coast">` + organization, "The Northern Ledger"},
		{`<meta property="og:site_name" content="Read us every day | The Northern Ledger">` + organization, "The Northern Ledger"},
		{`<meta property="og:site_name" content="northernledger">` + organization, "The Northern Ledger"},
		{`<meta property="og:site_name" content="The Northern Ledger -">`, "The Northern Ledger"},
		{`<meta property="og:site_name" content="Ledger - News of the coast">`, "Ledger"},
		{`<meta property="og:site_name" content="Coast - News of the harbour">`, "Coast - News of the harbour"},
		{`<meta property="og:site_name" content="The Northern Ledger | ledger.example">` + organization, "The Northern Ledger"},
	} {
		a, err := Parse(strings.NewReader(`<html><head><title>Bridge opens early</title>`+c.head+`</head><body><article><h1>Bridge opens early</h1>`+twoParagraphs+`</article></body></html>`), &Options{URL: &url.URL{Scheme: "https", Host: "www.ledger.example", Path: "/a"}})
		require.NoError(t, err)
		assert.Equal(t, c.want, a.Site, c.head)
	}
}

func TestTheLanguage(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{`<html lang="en-GB"><head><meta property="og:locale" content="de_DE">`, "en-GB"},
		{`<html><head><meta http-equiv="Content-Language" content="de, en">`, "de"},
		{`<html><head><meta name="dc.language" content="pt-BR">`, "pt-BR"},
		{`<html><head><meta property="og:locale" content="de_DE">`, "de-DE"},
		{`<html><head><meta name="language" content="English"><meta property="og:locale" content="en_GB">`, "en-GB"},
		{`<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens early","inLanguage":"nl"}</script>`, "nl"},
		{`<html><head>`, ""},
	} {
		a := parseStory(t, c.html+`<title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+twoParagraphs+`</article></body></html>`)
		assert.Equal(t, c.want, a.Language, c.html)
	}
}

func TestTheAuthorsPage(t *testing.T) {
	article := func(author string) string {
		return `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bridge opens early","author":` + author + `},
			{"@type":"Person","@id":"#mara","name":"Mara Lindholm","url":"/authors/mara","sameAs":["https://social.example/mara"]}]}</script>`
	}
	const printed = `<p class="byline">By <a rel="author" href="/staff/mara-lindholm">Mara Lindholm</a></p>`
	for _, c := range []struct{ name, head, line, want string }{
		{"said under its @id", article(`{"@id":"#mara","name":"Mara Lindholm"}`), "", "https://news.example/authors/mara"},
		{"said with the article", article(`{"@id":"#mara","name":"Mara Lindholm","url":"/team/mara"}`), "", "https://news.example/team/mara"},
		{"another site's, and one of this printed", article(`{"@type":"Person","name":"Mara Lindholm","url":"https://social.example/mara"}`), printed, "https://news.example/staff/mara-lindholm"},
		{"the front page, and one of the author's printed", article(`{"@type":"Person","name":"Mara Lindholm","url":"https://news.example/"}`), printed, "https://news.example/staff/mara-lindholm"},
		{"another site's alone", article(`{"@type":"Person","name":"Mara Lindholm","url":"https://social.example/mara"}`), "", "https://social.example/mara"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html><head><title>Bridge opens early</title>`+c.head+`</head><body><article><h1>Bridge opens early</h1>`+c.line+twoParagraphs+`</article></body></html>`)
			assert.Equal(t, []Author{{Name: "Mara Lindholm", URL: c.want}}, a.Authors)
		})
	}
}
