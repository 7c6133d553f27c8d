package newspage

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTitle(t *testing.T) {
	const prose = `<p>The harbour bridge will carry traffic again in September, a year earlier than the council had promised, the engineers said on Friday.</p><p>Lorries will have to wait until the spring, and until then the old ferry goes on running in the mornings and in the evenings.</p>`
	for _, c := range []struct{ name, head, body string }{
		{"site's name after a bar", `<title>Bridge opens early | The Ledger</title><meta property="og:site_name" content="The Ledger">`, `<article>` + prose + `</article>`},
		{"site's name before a dash", `<title>The Ledger - Bridge opens early</title><meta property="og:site_name" content="The Ledger">`, `<article>` + prose + `</article>`},
		{"logo is the h1, headline an h2", `<title>Bridge opens early | The Ledger</title>`, `<h1><a href="/">The Ledger</a></h1><article><h2>Bridge opens early</h2>` + prose + `</article>`},
		{"kicker in the heading", `<title>Bridge opens early | The Ledger</title><meta property="og:title" content="Bridge opens early">`, `<article><h1><span>Traffic</span> Bridge opens early</h1>` + prose + `</article>`},
		{"headline in a div", `<title>Bridge opens early</title>`, `<div class="headline">Bridge opens early</div><div>` + prose + `</div>`},
		{"no title but the heading", ``, `<article><h1>Bridge opens early</h1>` + prose + `</article>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, "<html><head>"+c.head+"</head><body>"+c.body+"</body></html>")
			assert.Equal(t, "Bridge opens early", a.Title)
			assert.NotContains(t, bodyText(a), "Bridge opens early")
		})
	}
}

func TestStandfirst(t *testing.T) {
	a := parseStory(t, `<html><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>
<p class="standfirst">The last cable was hung on Friday, and the toll is gone</p><p class="byline">By Mara Lindholm</p>
<div><p>The harbour bridge will carry traffic again in September, a year earlier than the council had promised, the engineers said on Friday.</p>
<p>Lorries will have to wait until the spring, and until then the old ferry goes on running in the mornings and in the evenings.</p></div></article></body></html>`)
	assert.Equal(t, "The last cable was hung on Friday, and the toll is gone", a.Subtitle)
	assert.NotContains(t, bodyText(a), "The last cable")
	assert.Equal(t, []Author{{Name: "Mara Lindholm"}}, a.Authors)
}

func TestSimilarity(t *testing.T) {
	assert.InDelta(t, 1, similarity("Bridge opens early", "BRIDGE opens, early!"), 1e-9)
	assert.InDelta(t, 0, similarity("Bridge opens early", "Ferry sinks"), 1e-9)
	assert.InDelta(t, 0.5, similarity("bridge opens", "bridge closes"), 1e-9)
	assert.Zero(t, similarity("", "bridge"))
}
