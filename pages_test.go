package newspage

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// storyPage puts a fragment between the paragraphs of a believable article
// page, and what follows behind its text.
func storyPage(within, after string) string {
	return `<!DOCTYPE html><html lang="en"><head><title>Harbour bridge opens early | The Northern Ledger</title>
<meta property="og:site_name" content="The Northern Ledger"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<main><article><h1>Harbour bridge opens early</h1>
<div class="story-body">
<p>The harbour bridge will carry traffic again in September, a year earlier than the council had promised, the engineers said on Friday.</p>
<p>Lorries will have to wait until the spring, and until then the old ferry goes on running in the mornings and in the evenings.</p>
<p>The work cost nine million less than planned, the council said, and the difference is to be spent on the roads that lead to the bridge.</p>
` + within + `
<p>The first to cross will be the children of the school on the north bank, who have been taking the ferry for three winters in a row.</p>
<p>Nobody could say on Friday what is to become of the ferry, which the town had grown fond of and would like to keep for the summer.</p>
</div></article>` + after + `</main>
<footer><p>© The Northern Ledger. All rights reserved.</p></footer></body></html>`
}

// parseStory parses a page as the story at https://news.example/2025/06/story.
func parseStory(t *testing.T, page string, change ...func(*Options)) *Article {
	t.Helper()
	u, err := url.Parse("https://news.example/2025/06/story")
	require.NoError(t, err)
	opts := &Options{URL: u}
	for _, f := range change {
		f(opts)
	}
	a, err := Parse(strings.NewReader(page), opts)
	require.NoError(t, err)
	return a
}

// bodyText is all text of the body, a line a block or item.
func bodyText(a *Article) string {
	var lines []string
	for _, b := range a.Body {
		lines = append(lines, b.Text)
		lines = append(lines, b.Items...)
	}
	return strings.Join(lines, "\n")
}

// readingFor cuts a page and reads its metadata; no block has a role.
func readingFor(t testing.TB, page string) *reading {
	t.Helper()
	opts := &Options{}
	doc, err := decode(strings.NewReader(page), opts)
	require.NoError(t, err)
	rd, err := newReading(doc, opts)
	require.NoError(t, err)
	rd.headline = -1
	return rd
}

// countBlocks is how many blocks of a kind an article has.
func countBlocks(a *Article, kind Kind) int {
	n := 0
	for _, b := range a.Body {
		if b.Kind == kind {
			n++
		}
	}
	return n
}
