package newspage

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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

// twoParagraphs are a short body; pages that say little of their title stand around it.
const twoParagraphs = `<div class="story-body"><p>The harbour bridge will carry traffic again in September, a year earlier than the council had promised, the engineers said on Friday.</p>
<p>Lorries will have to wait until the spring, and until then the old ferry goes on running in the mornings and in the evenings.</p>
<p>The work cost nine million less than planned, the council said, and the difference is to be spent on the roads that lead to the bridge.</p></div>`

func TestTitleAmongOtherHeadings(t *testing.T) {
	for _, c := range []struct{ name, head, body string }{
		{"section and site after bars", `<title>Bridge opens early | Traffic | The Ledger</title><meta property="og:site_name" content="The Ledger">`, `<h1>Bridge opens early</h1>`},
		{"kicker named after the title it stands in", `<title>Bridge opens early | The Ledger</title>`, `<h1 class="article-title"><span class="article-title__overline">Traffic in the north</span> <span> - </span> <span class="article-title__text">Bridge opens early</span></h1>`},
		{"a bar of Hangul", `<title>Bridge opens earlyㅣThe Ledger</title><meta property="og:site_name" content="The Ledger">`, ``},
		{"site's name in the heading too", `<title>Bridge opens early – The Ledger - The Ledger</title><meta property="og:site_name" content="The Ledger">`, `<h1>Bridge opens early – The Ledger</h1>`},
		{"kicker in a line over the headline", `<title>Bridge opens early | The Ledger</title>`, `<p class="kicker">Traffic and transport</p><h1>Bridge opens early</h1>`},
		{"section as a second h1", `<title>Bridge opens early | The Ledger</title>`, `<h1>Traffic</h1><h1>Bridge opens early</h1>`},
		{"teaser of the same size", `<title>Bridge opens early</title>`, `<h1>Bridge opens early</h1><aside><h1><a href="/2025/05/ferry">The ferry that would not leave</a></h1></aside>`},
		{"line break in the heading", `<title>Bridge opens early</title>`, `<h1>Bridge<br>opens early</h1>`},
		{"no heading printed", `<title>Bridge opens early | The Ledger</title><meta property="og:title" content="Bridge opens early">`, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html><head>`+c.head+`</head><body><article>`+c.body+twoParagraphs+`</article></body></html>`)
			assert.Equal(t, "Bridge opens early", a.Title)
			assert.NotContains(t, bodyText(a), "opens early")
		})
	}
}

// TestOfHeadingsThatSayAnotherTitleTheFirst: the page's own title may be another than is printed.
func TestOfHeadingsThatSayAnotherTitleTheFirst(t *testing.T) {
	a := parseStory(t, `<html><head><title>Where to bike in Houston | The Ledger</title></head><body><article><h1 class="headline">The best trails and quarters in Houston for biking</h1>`+twoParagraphs+
		`</article><div class="widget"><h1 class="widget__title">Next in your guide to being outside in Houston</h1><a href="/a">A garden by the bay</a></div></body></html>`)
	assert.Equal(t, "The best trails and quarters in Houston for biking", a.Title)
	a = parseStory(t, `<html><head><title>Where to bike in Houston | The Ledger</title></head><body><h1>The Ledger's guides</h1><article><h1>Where to bike in Houston</h1>`+twoParagraphs+`</article></body></html>`)
	assert.Equal(t, "Where to bike in Houston", a.Title, "one that says it is the headline wherever it stands")
}

func TestTheSitesNameInAHeadline(t *testing.T) {
	for _, c := range []struct{ title, heading, want string }{
		{"What nobody says of the toll - ledger readers on the bridge", "h1", "What nobody says of the toll - ledger readers on the bridge"},
		{"Ledger: we were wrong about the bridge", "h1", "Ledger: we were wrong about the bridge"},
		{"The bridge opens early | Ledger", "h1", "The bridge opens early"},
		{"The bridge opens early | Ledger Daily News", "p", "The bridge opens early"},
		{"The bridge opens early | Ledger", "p", "The bridge opens early"},
		{"The bridge opens early: ledger of a winter", "p", "The bridge opens early: ledger of a winter"},
	} {
		page := `<html><head><title>` + c.title + `</title></head><body><article><` + c.heading + `>` + c.title + `</` + c.heading + `>` + twoParagraphs + `</article></body></html>`
		a, err := Parse(strings.NewReader(page), &Options{URL: &url.URL{Scheme: "https", Host: "news.ledger.example", Path: "/a"}})
		require.NoError(t, err)
		assert.Equal(t, c.want, a.Title)
	}
}

func TestWhatIsAStandfirst(t *testing.T) {
	const sum = "The last cable was hung on Friday, and the toll is gone for good"
	for _, c := range []struct{ name, head, line, want string }{
		{"called so", ``, `<div class="article-standfirst">` + sum + `</div>`, sum},
		{"heading under the headline", ``, `<h2>` + sum + `</h2>`, sum},
		{"what the description says", `<meta name="description" content="` + sum + `">`, `<div>` + sum + `</div>`, sum},
		{"sentence by itself under the headline", ``, `<div>` + sum + `</div>`, sum},
		{"sentence that begins as a byline", ``, `<p>By Friday evening, 39 firms had offered help with the last cable of the bridge.</p><p>By Mara Lindholm</p>`, "By Friday evening, 39 firms had offered help with the last cable of the bridge."},
		{"sentence that begins as a date line", ``, `<p>On the north bank nobody but the ferryman believed in it until the last cable hung.</p><p>By Mara Lindholm</p>`, "On the north bank nobody but the ferryman believed in it until the last cable hung."},
		{"sentence that begins with an elision", ``, `<p>C'est peu à côté des millions que la ville gagne chaque année avec le pont.</p><p>Par Mara Lindholm</p>`, "C'est peu à côté des millions que la ville gagne chaque année avec le pont."},
		{"a caption over the text is none", ``, `<div class="image top"><img src="/i/bridge.jpg" alt="A bridge"><p>The last cable is hung on Friday over the harbour, and all the town looks on.</p></div>`, ""},
		{"the headline again, and the standfirst under it", ``, `<h2>Bridge opens early</h2><p class="teaser-text">` + sum + `</p>`, sum},
		{"another article's headline", ``, `<h2><a href="/2025/05/ferry">The ferry that would not leave the harbour at all</a></h2>`, ""},
		{"a byline is none", ``, `<p class="byline">By Mara Lindholm and Jo Tran</p>`, ""},
		{"a date line is none", ``, `<p class="date">Published on Thursday, June 12, 2025</p>`, ""},
		{"the first paragraph is none", ``, ``, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html><head><title>Bridge opens early</title>`+c.head+`</head><body><article><header><h1>Bridge opens early</h1>`+c.line+`</header>`+twoParagraphs+`</article></body></html>`)
			assert.Equal(t, c.want, a.Subtitle)
			assert.NotContains(t, bodyText(a), sum)
			assert.Contains(t, bodyText(a), "a year earlier than the council had promised")
		})
	}
}

// TestALineOfCountsIsNoStandfirst: how long the text is and how many have read it sums nothing up.
func TestALineOfCountsIsNoStandfirst(t *testing.T) {
	for line, want := range map[string]string{
		`<div><span>37 comentarios</span> <span>Escuchar el artículo</span> <span>Lectura: 24 minutos</span></div>`: "",
		`<div><span>Ein Bericht über 37 Jahre, die niemand vergisst, in drei Teilen</span></div>`:                   "Ein Bericht über 37 Jahre, die niemand vergisst, in drei Teilen",
		`<div>The last of <b>37</b> cables was hung on Friday, and the toll is gone</div>`:                          "The last of 37 cables was hung on Friday, and the toll is gone",
	} {
		a := parseStory(t, `<html><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+line+twoParagraphs+`</article></body></html>`)
		assert.Equal(t, want, a.Subtitle, line)
	}
}

// TestAPageInAForm: a publishing system puts the whole page into a form, or a form is never closed.
func TestAPageInAForm(t *testing.T) {
	more := strings.Repeat(strings.ReplaceAll(twoParagraphs, "early", "late"), 3)
	const sum = "The last cable was hung on Friday, and the toll is gone."
	page := `<html><head><title>Bridge opens early</title></head><body><form method="post" id="aspnetForm"><article><h1>Bridge opens early</h1><p>` + sum + `</p><p>By Mara Lindholm</p>` + twoParagraphs + more + `</article>`
	for _, end := range []string{"</form></body></html>", "</body></html>"} {
		assert.Equal(t, sum, parseStory(t, page+end).Subtitle)
	}
	p := readingFor(t, page+`<form><input name="q"><p>Search</p></form>`).page
	for i := range p.blocks {
		if b := &p.blocks[i]; b.text == "Search" {
			assert.Zero(t, p.boxes[b.box].in&inForm, "HTML has no form in a form")
		}
	}
	small := readingFor(t, `<body><form><p>Search</p></form>`+more+`</body>`).page
	assert.NotZero(t, small.boxes[small.blocks[0].box].in&inForm)
}

// TestFirstParagraphInAWrapperIsNoStandfirst: where each paragraph has wrappers of its own, the first does not stand by itself.
func TestFirstParagraphInAWrapperIsNoStandfirst(t *testing.T) {
	const first = "It was Edith Harrow who first noticed the gap in the accounts, three days before the union called a meeting."
	for open, shut := range map[string]string{`<div class="css-1">`: "</div>", `<section class="block"><div class="css-1">`: "</div></section>"} {
		text := strings.NewReplacer("<p>", open+"<p>", "</p>", "</p>"+shut).Replace(strings.Replace(twoParagraphs, "<p>", "<p>"+first+"</p><p>", 1))
		a := parseStory(t, `<html><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+text+`</article></body></html>`)
		assert.Empty(t, a.Subtitle, open)
		assert.Contains(t, bodyText(a), first)
	}
}
