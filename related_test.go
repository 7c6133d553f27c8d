package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRelatedLists(t *testing.T) {
	ferry := Related{Title: "The ferry that would not leave", URL: "https://news.example/2025/05/ferry", Place: PlaceList}
	cables := Related{Title: "How a lost shipment was found", URL: "https://news.example/2025/04/cables", Place: PlaceList}
	summed := ferry
	summed.Summary = "It has crossed the harbour since 1931."
	pictured := summed
	pictured.Image = &Image{URL: "https://news.example/i/ferry.jpg", Alt: "A ferry"}
	for _, c := range []struct {
		name, html string
		want       []Related
	}{
		{"list items", `<h3>Related articles</h3><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul>`, []Related{ferry, cables}},
		{"German", `<section><h2>Mehr zum Thema</h2><a href="/2025/05/ferry">The ferry that would not leave</a><br><a href="/2025/04/cables">How a lost shipment was found</a></section>`, []Related{ferry, cables}},
		{"French", `<div><div>À lire aussi</div><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul></div>`, []Related{ferry, cables}},
		{"Japanese", `<div><p>関連記事</p><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul></div>`, []Related{ferry, cables}},
		{"cards", `<h3>Related</h3><div class="c"><div><a href="/2025/05/ferry"><img src="/i/ferry.jpg" alt="A ferry"></a><h4><a href="/2025/05/ferry">The ferry that would not leave</a></h4><p>It has crossed the harbour since 1931.</p></div><div><h4><a href="/2025/04/cables">How a lost shipment was found</a></h4></div></div>`, []Related{pictured, cables}},
		{"one link around each card", `<h3>Related</h3><div><a href="/2025/05/ferry"><img src="/i/ferry.jpg" alt="A ferry"><h4>The ferry that would not leave</h4><p>It has crossed the harbour since 1931.</p></a><a href="/2025/04/cables"><h4>How a lost shipment was found</h4></a></div>`, []Related{pictured, cables}},
		{"empty links laid over the cards", `<h3>Related stories</h3><ul><li><a href="/2025/05/ferry" aria-label="x"></a><div><h4>The ferry that would not leave</h4><p>It has crossed the harbour since 1931.</p></div></li><li><a href="/2025/04/cables"></a><h4>How a lost shipment was found</h4></li></ul>`, []Related{summed, cables}},
		{"label, title and date in one link", `<h3>Related</h3><ul><li><a href="/2025/05/ferry"><span class="label">Premium</span><span class="title">The ferry that would not leave</span><span class="date">12 May 2025</span></a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul>`, []Related{ferry, cables}},
		{"one entry an article, tracking gone, the page itself left out", `<h3>Related</h3><ul><li><a href="/2025/05/ferry?utm_source=box">The ferry that would not leave</a></li><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/06/story">Harbour bridge opens early</a></li></ul>`, []Related{ferry}},
		{"what is paid for is no related article", `<h3>You may also like</h3><ul><li><a rel="sponsored nofollow" href="https://win.example/1/one-weird-trick">One weird trick of the harbour</a></li><li><a href="/2025/05/ferry">The ferry that would not leave</a></li></ul>`, []Related{ferry}},
		{"nothing but what is paid for", `<h3>You may also like</h3><ul><li><a rel="nofollow SPONSORED" href="https://win.example/1/one-weird-trick">One weird trick of the harbour</a></li><li><a rel="sponsored" href="https://win.example/2/another-weird-trick">Another weird trick of the harbour</a></li></ul>`, nil},
		{"where to buy it is no summary", `<h3>Related</h3><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a><p>Check <a rel="sponsored" href="https://shop.example/ferry">the price at a shop (it is on sale!)</a></p></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul>`, []Related{ferry, cables}},
		{"cards under a kicker", `<h3>Related</h3><div><span>Latest news</span><h4><a href="/2025/05/ferry">The ferry that would not leave</a></h4></div><div><span>Latest news</span><h4><a href="/2025/04/cables">How a lost shipment was found</a></h4></div>`, []Related{ferry, cables}},
		{"a title twice, for narrow screens", `<h3>Related</h3><div><a href="/2025/05/ferry"><h4><span class="wide">The ferry that would not leave</span><span class="narrow">The ferry that would not leave</span></h4></a></div><div><a href="/2025/04/cables"><h4>How a lost shipment was found</h4></a></div>`, []Related{ferry, cables}},
		{"a heading of paid links", `<div><h3>おすすめ広告</h3><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul></div>`, nil},
		{"no heading but called related", `<div class="related-posts"><div><h4><a href="/2025/05/ferry-leaves-not">The ferry that would not leave</a></h4></div><div><h4><a href="/2025/04/lost-shipment-found">How a lost shipment was found</a></h4></div></div>`, []Related{{Title: ferry.Title, URL: "https://news.example/2025/05/ferry-leaves-not", Place: PlaceList}, {Title: cables.Title, URL: "https://news.example/2025/04/lost-shipment-found", Place: PlaceList}}},
		{"no heading, and the links say Read more", `<div class="related-posts"><div><h4>The ferry that would not leave</h4><a href="/2025/05/ferry-leaves-not">Read more</a></div><div><h4>How a lost shipment was found</h4><a href="/2025/04/lost-shipment-found">Read more</a></div></div>`, []Related{{Title: ferry.Title, URL: "https://news.example/2025/05/ferry-leaves-not", Place: PlaceList}, {Title: cables.Title, URL: "https://news.example/2025/04/lost-shipment-found", Place: PlaceList}}},
		{"no heading, but kickers that head lists elsewhere", `<div class="related-posts"><div><span>Latest news</span><h4><a href="/2025/05/ferry-leaves-not">The ferry that would not leave</a></h4></div><div><span>Latest news</span><h4><a href="/2025/04/lost-shipment-found">How a lost shipment was found</a></h4></div></div>`, []Related{{Title: ferry.Title, URL: "https://news.example/2025/05/ferry-leaves-not", Place: PlaceList}, {Title: cables.Title, URL: "https://news.example/2025/04/lost-shipment-found", Place: PlaceList}}},
		{"called related, but headed Latest news", `<div class="related-posts"><h3>Latest news</h3><div><h4><a href="/2025/05/ferry-leaves-not">The ferry that would not leave</a></h4></div><div><h4><a href="/2025/04/lost-shipment-found">How a lost shipment was found</a></h4></div></div>`, nil},
		{"a heading that leads to the section", `<h3>Related</h3><div><h2><a href="/harbour-and-sea">Next up in Harbour and Sea</a></h2><h4><a href="/harbour-and-sea/2025/05/ferry">The ferry that would not leave</a></h4><h4><a href="/2025/04/cables">How a lost shipment was found</a></h4></div>`, []Related{{Title: ferry.Title, URL: "https://news.example/harbour-and-sea/2025/05/ferry", Place: PlaceList}, cables}},
		{"most read is no list of related articles", `<h3>Most read</h3><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul>`, nil},
		{"a site-wide list behind a related one", `<h3>Related</h3><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li></ul><h3>Latest news</h3><ul><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul>`, []Related{ferry}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, storyPage("", "<div class=below>"+c.html+"</div>"))
			assert.Equal(t, c.want, a.Related)
			assert.NotContains(t, bodyText(a), "ferry that would not leave")
		})
	}
}

func TestRelatedInline(t *testing.T) {
	for _, c := range []struct{ name, html, title string }{
		{"read also", `<p>Read also: <a href="/2025/05/ferry">The ferry that would not leave</a></p>`, "The ferry that would not leave"},
		{"Lesen Sie auch", `<p><strong>Lesen Sie auch:</strong> <a href="/2025/05/ferry">Die Fähre, die bleiben wollte</a></p>`, "Die Fähre, die bleiben wollte"},
		{"Читайте также", `<p>Читайте также: <a href="/2025/05/ferry">Паром, который не хотел уходить</a></p>`, "Паром, который не хотел уходить"},
		{"label in the link", `<p><a href="/2025/05/ferry">READ MORE: The ferry that would not leave</a></p>`, "The ferry that would not leave"},
		{"label in a paragraph of its own", `<p>Read also</p><p><a href="/2025/05/ferry">The ferry that would not leave</a></p>`, "The ferry that would not leave"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, storyPage(c.html, ""))
			require.Len(t, a.Related, 1)
			assert.Equal(t, Related{Title: c.title, URL: "https://news.example/2025/05/ferry", Place: PlaceInline}, a.Related[0])
			assert.NotContains(t, bodyText(a), c.title)
		})
	}
}

func TestASentenceWithALinkStaysProse(t *testing.T) {
	a := parseStory(t, storyPage(`<p>The council had promised as much in <a href="/2025/05/ferry">its answer to the ferry company</a>, which sued it in the spring.</p>`, ""))
	assert.Empty(t, a.Related)
	assert.Contains(t, bodyText(a), "which sued it in the spring")
}

func TestHeadingsOverRelatedLists(t *testing.T) {
	for _, heading := range []string{"Related articles", "Mehr zum Thema", "À lire aussi", "Artículos relacionados", "Leggi anche", "Читайте также", "Lees ook", "関連記事"} {
		t.Run(heading, func(t *testing.T) {
			a := parseStory(t, storyPage("", `<section><h2>`+heading+`</h2><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul></section>`))
			assert.Equal(t, []Related{
				{Title: "The ferry that would not leave", URL: "https://news.example/2025/05/ferry", Place: PlaceList},
				{Title: "How a lost shipment was found", URL: "https://news.example/2025/04/cables", Place: PlaceList},
			}, a.Related)
			assert.NotContains(t, bodyText(a), heading)
		})
	}
}

func TestSiteWideListsAreNotRelated(t *testing.T) {
	for _, heading := range []string{"Most read", "Latest news", "Meistgelesen", "Les plus lus", "Lo más leído", "I più letti"} {
		t.Run(heading, func(t *testing.T) {
			a := parseStory(t, storyPage("", `<section><h2>`+heading+`</h2><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul></section>`))
			assert.Empty(t, a.Related)
			assert.NotContains(t, bodyText(a), "ferry that would not leave")
		})
	}
}

func TestLabelsOfInlineLinks(t *testing.T) {
	for _, label := range []string{"Read also:", "Lesen Sie auch:", "Lire aussi :", "Lea también:", "Leggi anche:", "Lees ook:", "Leia mais:", "Читайте также:"} {
		t.Run(label, func(t *testing.T) {
			a := parseStory(t, storyPage(`<p>`+label+` <a href="/2025/05/ferry?utm_source=inline">The ferry that would not leave</a></p>`, ""))
			assert.Equal(t, []Related{{Title: "The ferry that would not leave", URL: "https://news.example/2025/05/ferry", Place: PlaceInline}}, a.Related)
			assert.NotContains(t, bodyText(a), "ferry that would not leave")
		})
	}
}

func TestWhatIsNoInlineLink(t *testing.T) {
	for _, c := range []struct{ name, html string }{
		{"to the page itself", `<p>Read also: <a href="/2025/06/story">Harbour bridge opens early</a></p>`},
		{"to a tag", `<p>Read also: <a href="/tag/harbour">Everything on the harbour</a></p>`},
		{"to the front page", `<p>Read also: <a href="/">The Northern Ledger at home</a></p>`},
		{"sentence that starts like a label", `<p>Read also what the engineers wrote in <a href="/2025/05/ferry">their report of the spring</a>, which fills nine hundred pages.</p>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Empty(t, parseStory(t, storyPage(c.html, "")).Related)
		})
	}
}

func TestAnArticleIsOfferedOnce(t *testing.T) {
	a := parseStory(t, storyPage(`<p>Read also: <a href="/2025/05/ferry">The ferry that would not leave</a></p>`,
		`<section><h2>Related articles</h2><ul><li><a href="/2025/05/ferry?utm_source=list">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul></section>`))
	assert.Equal(t, []Related{
		{Title: "The ferry that would not leave", URL: "https://news.example/2025/05/ferry", Place: PlaceInline},
		{Title: "How a lost shipment was found", URL: "https://news.example/2025/04/cables", Place: PlaceList},
	}, a.Related)
}

// TestACardOfAnotherArticleIsRelated: a publishing system prints the address of an article as a blockquote with a frame behind it.
func TestACardOfAnotherArticleIsRelated(t *testing.T) {
	const frame = `<iframe class="wp-embedded-content" src="https://news.example/2025/05/ferry/embed/"></iframe>`
	for name, c := range map[string]struct {
		html   string
		want   []Related
		embeds int
	}{
		"a card":             {`<blockquote class="wp-embedded-content"><a href="https://news.example/2025/05/ferry/">The ferry that would not leave</a></blockquote>` + frame, []Related{{Title: "The ferry that would not leave", URL: "https://news.example/2025/05/ferry/", Place: PlaceInline}}, 0},
		"of another site":    {`<blockquote class="wp-embedded-content"><a href="https://other.example/2025/05/ferry/">The ferry that would not leave</a></blockquote>`, []Related{{Title: "The ferry that would not leave", URL: "https://other.example/2025/05/ferry/", Place: PlaceInline}}, 0},
		"a cited address":    {`<blockquote><p><a href="https://other.example/2025/05/ferry/">The ferry that would not leave</a></p></blockquote>`, nil, 0},
		"a quotation":        {`<blockquote><p>“The ferry stays.”</p><cite><a href="https://news.example/2025/05/ferry/">The ferry that would not leave</a></cite></blockquote>`, nil, 0},
		"a film is no frame": {`<iframe src="https://films.example/embed/1"></iframe>`, nil, 1},
	} {
		a := parseStory(t, storyPage(c.html, ""))
		assert.Equal(t, c.want, a.Related, name)
		assert.Equal(t, c.embeds, countBlocks(a, KindEmbed), name)
	}
}

// TestTheButtonOfAFoldIsNoLabel: "Show more" shows more of this article, whatever stands behind it.
func TestTheButtonOfAFoldIsNoLabel(t *testing.T) {
	const title = `<p><a href="/ferry">The ferry that would not leave</a></p>`
	for before, want := range map[string]int{`<p>Read more</p>`: 1, `<button>Read more</button>`: 0, `<p><a href="/2025/04/cables">Read more</a></p>`: 0} {
		assert.Len(t, parseStory(t, storyPage(before+title, "")).Related, want, before)
	}
}

// TestATitleInALayoutTable: a line that is a link to an article is one in a page that is laid out in cells, too.
func TestATitleInALayoutTable(t *testing.T) {
	page := strings.NewReplacer("<main>", "<table><tr><td>", "</main>", "</td></tr></table>").Replace(storyPage(`<p><strong><a href="/2025/05/ferry-leaves-not">The ferry that would not leave</a></strong></p>`, ""))
	assert.Equal(t, []Related{{Title: "The ferry that would not leave", URL: "https://news.example/2025/05/ferry-leaves-not", Place: PlaceInline}}, parseStory(t, page).Related)
}

// TestExcerptsOfCardsWithoutALinkedTitle: the text of a card is none of the body, though its title is not the link.
func TestExcerptsOfCardsWithoutALinkedTitle(t *testing.T) {
	card := func(title, path string) string {
		return `<div class="c1"><h4>` + title + `</h4><p>It has crossed the harbour since 1931, on every day of the year but one, and nobody in the town can tell which one that was.</p><a href="` + path + `">Read more</a></div>`
	}
	rd := readingFor(t, storyPage("", `<h3>Related</h3>`+card("The ferry that would not leave", "https://news.example/2025/05/ferry")+card("How a lost shipment was found", "https://news.example/2025/04/cables")))
	rd.findHeadline()
	for i := range rd.blocks {
		if b := &rd.blocks[i]; rd.boxes[b.box].tag == pTag && rd.boxes[b.box].in&inFooter == 0 {
			rd.claim(i, roleParagraph, "test") // as a model may take it
		}
	}
	rd.bound()
	rd.findRelated()
	require.Len(t, rd.related, 2)
	assert.Equal(t, "https://news.example/2025/05/ferry", rd.related[0].URL)
	for i := range rd.blocks {
		if b := &rd.blocks[i]; strings.HasPrefix(b.text, "It has crossed") {
			assert.Equal(t, roleRelated, b.role)
		}
	}
}

func TestALinkAroundAWholeCard(t *testing.T) {
	const head = `<section><h2>Related articles</h2>`
	for _, c := range []struct{ name, card, summary string }{
		{"title and excerpt", `<h3>The ferry that would not leave</h3><div>It had been standing in a shed two streets away since the autumn of last year.</div>`, "It had been standing in a shed two streets away since the autumn of last year."},
		{"kicker of a lower rank", `<h4>Letters from the harbour</h4><h3>The ferry that would not leave</h3><p>June 12, 2025</p>`, ""},
		{"date behind the title", `<h3>The ferry that would not leave</h3><div class="card-date">News release, June 12, 2025</div>`, ""},
		{"title in a paragraph, said twice", `<div class="post-title"><p class="h3">The ferry that would not leave</p></div><div class="post-topic"><p>Study</p></div><div style="display:none"><p>The ferry that would not leave</p><p>It had been standing in a shed two streets away since the autumn of last year.</p></div>`, "It had been standing in a shed two streets away since the autumn of last year."},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, storyPage("", head+`<div class="tile"><a href="/2025/05/ferry">`+c.card+`</a></div><div class="tile"><a href="/2025/05/cables"><h3>How a lost shipment of cables was found</h3></a></div></section>`))
			want := []Related{
				{Title: "The ferry that would not leave", URL: "https://news.example/2025/05/ferry", Summary: c.summary, Place: PlaceList},
				{Title: "How a lost shipment of cables was found", URL: "https://news.example/2025/05/cables", Place: PlaceList},
			}
			assert.Equal(t, want, a.Related)
		})
	}
}

func TestPicturesBehindACard(t *testing.T) {
	for _, thumb := range []string{
		`<a href="/2025/05/ferry"><span class="entry-thumb" data-type="css_image" data-img-url="/i/ferry.jpg"></span></a>`,
		`<a href="/2025/05/ferry"><span style="background-image:url('/i/ferry.jpg')"></span></a>`,
		`<div class="thumb" data-bg="/i/ferry.jpg"></div>`,
	} {
		a := parseStory(t, storyPage("", `<section><h2>Related articles</h2><div class="module">`+thumb+`<h3><a href="/2025/05/ferry">The ferry that would not leave</a></h3></div>
<div class="module"><h3><a href="/2025/05/cables">How a lost shipment of cables was found</a></h3></div></section>`))
		assert.Equal(t, []Related{
			{Title: "The ferry that would not leave", URL: "https://news.example/2025/05/ferry", Image: &Image{URL: "https://news.example/i/ferry.jpg"}, Place: PlaceList},
			{Title: "How a lost shipment of cables was found", URL: "https://news.example/2025/05/cables", Place: PlaceList},
		}, a.Related, thumb)
	}
}
