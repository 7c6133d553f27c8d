package newspage

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestBylineAndDate(t *testing.T) {
	const prose = `<div><p>The harbour bridge will carry traffic again in September, a year earlier than the council had promised, the engineers said on Friday.</p><p>Lorries will have to wait until the spring, and until then the old ferry goes on running in the mornings and in the evenings.</p></div>`
	for _, c := range []struct {
		name, lines string
		authors     []Author
		published   time.Time
	}{
		{"by and a date without a zone", `<p>By Mara Lindholm</p><p>June 12, 2025, 9:30 am</p>`, []Author{{Name: "Mara Lindholm"}}, time.Date(2025, 6, 12, 9, 30, 0, 0, Floating)},
		{"day alone", `<p>Von Karla Nissen</p><p>12. Juni 2025</p>`, []Author{{Name: "Karla Nissen"}}, time.Date(2025, 6, 12, 0, 0, 0, 0, DateOnly)},
		{"two authors, one linked", `<p class="byline">By <a href="/people/lindholm">Mara Lindholm</a> and Jo Tran</p>`, []Author{{Name: "Mara Lindholm", URL: "https://news.example/people/lindholm"}, {Name: "Jo Tran"}}, time.Time{}},
		{"time element", `<p>Par Jeanne Dupuis <time datetime="2025-06-12T09:30:00+02:00">hier</time></p>`, []Author{{Name: "Jeanne Dupuis"}}, time.Date(2025, 6, 12, 9, 30, 0, 0, time.FixedZone("", 7200))},
		{"updated stands before published", `<p>Updated: June 14, 2025</p><p>Published: June 12, 2025</p>`, nil, time.Date(2025, 6, 12, 0, 0, 0, 0, DateOnly)},
		{"date as an item of a list", `<ul><li>June 12, 2025</li></ul>`, nil, time.Date(2025, 6, 12, 0, 0, 0, 0, DateOnly)},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+c.lines+prose+`</article></body></html>`)
			assert.Equal(t, c.authors, a.Authors)
			assert.True(t, c.published.Equal(a.Published), "%v", a.Published)
			if !c.published.IsZero() && c.published.Location() != a.Published.Location() {
				assert.Equal(t, c.published.Format(time.RFC3339), a.Published.Format(time.RFC3339))
			}
			assert.NotContains(t, bodyText(a), "2025")
		})
	}
}

func TestAuthors(t *testing.T) {
	mara, jo := Author{Name: "Mara Lindholm"}, Author{Name: "Jo Tran"}
	for _, c := range []struct {
		name, line string
		want       []Author
	}{
		{"By", `<p>By Mara Lindholm</p>`, []Author{mara}},
		{"Von", `<p>Von Mara Lindholm</p>`, []Author{mara}},
		{"Par", `<p>Par Mara Lindholm</p>`, []Author{mara}},
		{"Por", `<p>Por Mara Lindholm</p>`, []Author{mara}},
		{"기자 behind the name", `<p>김혜원 기자</p>`, []Author{{Name: "김혜원"}}},
		{"two names, and a date", `<p><span>박지은</span> · <span>장성훈</span> 기자 | 2023년 12월 1일</p>`, []Author{{Name: "박지은"}, {Name: "장성훈"}}},
		{"记者", `<p>记者 王小明、李明</p>`, []Author{{Name: "王小明"}, {Name: "李明"}}},
		{"capitals are set as a name is written", `<p>BY MARA LINDHOLM</p>`, []Author{mara}},
		{"no label but called byline", `<div class="byline">Mara Lindholm</div>`, []Author{mara}},
		{"two with and", `<p>By Mara Lindholm and Jo Tran</p>`, []Author{mara, jo}},
		{"two with und", `<p>Von Mara Lindholm und Jo Tran</p>`, []Author{mara, jo}},
		{"three", `<p>By Mara Lindholm, Jo Tran and Tove Brandt</p>`, []Author{mara, jo, {Name: "Tove Brandt"}}},
		{"date in the same line", `<p>By Mara Lindholm | June 12, 2025</p>`, []Author{mara}},
		{"same name twice", `<p>By Mara Lindholm</p><div class="byline">Mara Lindholm</div>`, []Author{mara}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+c.line+twoParagraphs+`</article></body></html>`)
			assert.Equal(t, c.want, a.Authors)
			assert.NotContains(t, bodyText(a), "Lindholm")
		})
	}
}

func TestDatesKeepWhatIsKnownOfThem(t *testing.T) {
	cest := time.FixedZone("", 2*3600)
	for _, c := range []struct {
		name, line string
		want       time.Time
	}{
		{"day alone", `<p>June 12, 2025</p>`, time.Date(2025, 6, 12, 0, 0, 0, 0, DateOnly)},
		{"time without a zone", `<p>12 June 2025 09:30</p>`, time.Date(2025, 6, 12, 9, 30, 0, 0, Floating)},
		{"time element with a zone", `<time datetime="2025-06-12T09:30:00+02:00">June 12</time>`, time.Date(2025, 6, 12, 9, 30, 0, 0, cest)},
		{"time element in UTC", `<time datetime="2025-06-12T09:30:00Z">June 12</time>`, time.Date(2025, 6, 12, 9, 30, 0, 0, time.UTC)},
		{"time element without a zone", `<time datetime="2025-06-12T09:30">June 12</time>`, time.Date(2025, 6, 12, 9, 30, 0, 0, Floating)},
		{"time element of a day", `<time datetime="2025-06-12">June 12</time>`, time.Date(2025, 6, 12, 0, 0, 0, 0, DateOnly)},
		{"of two time elements the first", `<p><time datetime="2025-06-12T09:30:00Z">June 12</time></p><p><time datetime="2025-06-14T09:30:00Z">June 14</time></p>`, time.Date(2025, 6, 12, 9, 30, 0, 0, time.UTC)},
		{"updated time element before the published", `<p>Updated <time datetime="2025-06-14T09:30:00Z">June 14</time></p><p>Published <time datetime="2025-06-12T09:30:00Z">June 12</time></p>`, time.Date(2025, 6, 12, 9, 30, 0, 0, time.UTC)},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html lang="en"><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+c.line+twoParagraphs+`</article></body></html>`)
			assert.Equal(t, c.want.Format(time.RFC3339), a.Published.Format(time.RFC3339))
			for _, vague := range []*time.Location{Floating, DateOnly} {
				assert.Equal(t, c.want.Location() == vague, a.Published.Location() == vague, "%v", vague)
			}
		})
	}
}

// TestBylineClues: what speaks for a block being the byline, in the markup of real pages.
func TestBylineClues(t *testing.T) {
	mara := Author{Name: "Mara Lindholm"}
	linked := Author{Name: "Mara Lindholm", URL: "https://news.example/authors/mara-lindholm"}
	for _, c := range []struct {
		name, line string
		want       []Author
	}{
		{"label grown to the name", `<p>By<a href="/authors/mara-lindholm">Mara Lindholm</a><span>Updated</span><span>June 12, 2025</span></p>`, []Author{linked}},
		{"date grown to the name", `<p class="byline"><span>Mara Lindholm</span><span>June 12, 2025</span></p>`, []Author{mara}},
		{"date behind a line break", `<div>By <a href="/authors/mara-lindholm">Mara Lindholm</a> and Jo Tran<br>Published June 12, 2025</div>`, []Author{linked, {Name: "Jo Tran"}}},
		{"role grown to the name", `<p>By <span>Mara Lindholm</span><span>Travel Editor</span></p>`, []Author{mara}},
		{"link to an author's page", `<p><a href="/authors/mara-lindholm">Mara Lindholm</a></p>`, []Author{linked}},
		{"rel author", `<p><a rel="author" href="/authors/mara-lindholm">Mara Lindholm</a></p>`, []Author{linked}},
		{"link to a section is none", `<p class="byline"><a href="/category/harbour">Harbour Bridge</a></p>`, nil},
		{"container called author", `<div class="author"><div><p class="x"><span>Mara Lindholm</span></p></div></div>`, []Author{mara}},
		{"name beside a date", `<p>Mara Lindholm</p><p>June 12, 2025</p>`, []Author{mara}},
		{"words beside a date are no name", `<p>Fact Checked</p><p>June 12, 2025</p>`, nil},
		{"label by itself", `<p>By</p><p>Mara Lindholm</p>`, []Author{mara}},
		{"label behind the date", `<p>Thu 12.06.25 | 14:07 | Von Mara Lindholm</p>`, []Author{mara}},
		{"names in elements of their own", `<div class="byline"><span>Mara Lindholm</span> <span>Jo Tran</span></div>`, []Author{mara, {Name: "Jo Tran"}}},
		{"authors in blocks of their own", `<div class="author"><p class="n">Mara Lindholm</p></div><div class="author"><p class="n">Jo Tran</p></div>`, []Author{mara, {Name: "Jo Tran"}}},
		{"what systems print for nobody", `<p class="author">admin</p>`, nil},
		{"words of a sentence", `<p>By following these simple steps</p>`, nil},
		{"one word behind By", `<p>By Eliz</p>`, []Author{{Name: "Eliz"}}},
		{"a button", `<p><button class="author">Mara Lindholm</button></p>`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+c.line+twoParagraphs+`</article></body></html>`)
			assert.Equal(t, c.want, a.Authors)
		})
	}
}

func TestBylineUnderTheText(t *testing.T) {
	for name, tail := range map[string]string{
		"labelled":              `<p>Written by Mara Lindholm</p>`,
		"author box":            `<div class="author-bio"><h4>Mara Lindholm</h4></div>`,
		"last line of the text": `<p><b>Mara Lindholm</b></p>`,
	} {
		t.Run(name, func(t *testing.T) {
			a := parseStory(t, `<html><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+twoParagraphs+tail+`</article></body></html>`)
			assert.Equal(t, []Author{{Name: "Mara Lindholm"}}, a.Authors)
		})
	}
}

// TestCommentersAreNoAuthors: the first name under the text may be a commenter's.
func TestMoreWaysToSignAnArticle(t *testing.T) {
	jane := []Author{{Name: "Jane Roe"}}
	for _, c := range []struct {
		name, over, under string
		want              []Author
	}{
		{"role grown to the name", `<p>By Jane Roe Senior Motoring Reporter</p>`, ``, jane},
		{"role and date behind bars", `<p>Jane Roe | Senior Writer | June 12, 2025</p>`, ``, jane},
		{"a place and a date are none", `<p>Harbour | June 12, 2025</p>`, ``, nil},
		{"a sentence at the end", ``, `<p>This post was written by Jane Roe, head of the harbour office.</p>`, jane},
		{"name over what is said of its bearer", ``, `<div class="x"><div>Jane Roe</div><p>Jane Roe has covered the harbour and its ferries for more than ten years.</p></div>`, jane},
		{"a heading over a text on another", ``, `<div class="x"><h4>Harbour Office</h4><p>Open on all days but Sunday, from nine in the morning until five in the afternoon.</p></div>`, nil},
		{"in the article's own footer", ``, `<footer><p>By Jane Roe</p></footer>`, jane},
		{"in the site's footer", ``, `</article><footer><p>By Jane Roe</p></footer><article>`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html lang="en"><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+c.over+twoParagraphs+c.under+`</article></body></html>`)
			assert.Equal(t, c.want, a.Authors)
		})
	}
}

func TestLinksOfABylineThatLeadToNoAuthor(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       []Author
	}{
		{"a category beside the author", `<p class="byline">By <a rel="author" href="/a/jane">Jane Roe</a> | June 12, 2025 | <a href="/category/kit-reviews/">Kit Reviews</a></p>`, []Author{{Name: "Jane Roe", URL: "https://news.example/a/jane"}}},
		{"a category alone", `<p class="byline">June 12, 2025 in <a href="/category/wellness">Wellness Prevention</a></p>`, nil},
		{"a second author without a link", `<p class="byline">By <a rel="author" href="/a/jane">Jane Roe</a> and John Doe</p>`, []Author{{Name: "Jane Roe", URL: "https://news.example/a/jane"}, {Name: "John Doe"}}},
		{"an author's link that does not say so", `<p class="byline">By <a href="/jane-roe">Jane Roe</a></p>`, []Author{{Name: "Jane Roe", URL: "https://news.example/jane-roe"}}},
		{"a button beside the date", `<p><a href="/book">Browse Open Investments</a></p><p>June 12, 2025</p>`, nil},
		{"a line of the site's own", `<p class="byline"><a href="/legal">Privacy Policy</a></p>`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html lang="en"><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+c.line+twoParagraphs+`</article></body></html>`)
			assert.Equal(t, c.want, a.Authors)
		})
	}
}

func TestAuthorAndDateInOneLine(t *testing.T) {
	for _, c := range []struct{ line, over, under, day string }{
		{"Posted by Jane Roe on June 12, 2025", "Jane Roe", "Jane Roe", "2025-06-12"},
		{"Posted by David at June 12, 2025 11:15 AM", "David", "", "2025-06-12"},
		{"Geschrieben von Jane Roe am 12. Juni 2025", "Jane Roe", "Jane Roe", "2025-06-12"},
		{"June 12, 2025 at 11:15 AM by Jane Roe", "Jane Roe", "Jane Roe", "2025-06-12"},
		{"Posted at 11:15 AM, Jun 12, 2025 by Jane Roe", "Jane Roe", "Jane Roe", "2025-06-12"},
		{"Le 12 juin 2025 par Jane Roe", "Jane Roe", "Jane Roe", "2025-06-12"},
	} {
		lang := map[bool]string{true: "de", false: "en"}[strings.HasPrefix(c.line, "Ge")]
		for at, want := range []string{c.over, c.under} {
			lines := [2]string{}
			lines[at] = `<p>` + c.line + `</p>`
			a := parseStory(t, `<html lang="`+lang+`"><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+lines[0]+twoParagraphs+lines[1]+`</article></body></html>`)
			var got string
			for _, au := range a.Authors {
				got += au.Name
			}
			assert.Equal(t, want, got, "%s, at %d", c.line, at)
			assert.Equal(t, c.day, a.Published.Format("2006-01-02"), "%s, at %d", c.line, at)
		}
	}
}

func TestCommentersAreNoAuthors(t *testing.T) {
	a := parseStory(t, `<html><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+twoParagraphs+
		`</article><div><h3>Comments (1)</h3><div><b>Jane Kessler</b> <p>Nobody asked us, and now we pay for it.</p><a href="#reply">Reply</a></div></div></body></html>`)
	assert.Empty(t, a.Authors)
	a = parseStory(t, `<html><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+twoParagraphs+
		`</article><div class="comments-area"><div class="comment-author">Jane Kessler <span>says</span></div><p>Nobody asked us, and now we pay for it.</p></div></body></html>`)
	assert.Empty(t, a.Authors)
}

// TestAuthorsOfStructuredData: persons before the site, agencies beside persons, the printed person before an organisation.
func TestAuthorsOfStructuredData(t *testing.T) {
	const site = `<meta property="og:site_name" content="The Northern Ledger">`
	for _, c := range []struct {
		name, authors, line string
		want                []string
	}{
		{"a person and an agency", `[{"@type":"Person","name":"Mara Lindholm"},{"@type":"Organization","name":"Nordic News Agency"}]`, "", []string{"Mara Lindholm", "Nordic News Agency"}},
		{"a person and the site", `[{"@type":"Person","name":"Mara Lindholm"},{"@type":"Organization","name":"The Northern Ledger"}]`, "", []string{"Mara Lindholm"}},
		{"the site, and a person is printed", `{"@type":"Organization","name":"The Northern Ledger"}`, "<p>By Jo Tran</p>", []string{"Jo Tran"}},
		{"an organisation alone", `{"@type":"Organization","name":"Nordic News Agency"}`, "", []string{"Nordic News Agency"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html><head><title>Bridge opens early</title>`+site+`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens early","author":`+c.authors+
				`}</script></head><body><article><h1>Bridge opens early</h1>`+c.line+twoParagraphs+`</article></body></html>`)
			var names []string
			for _, x := range a.Authors {
				names = append(names, x.Name)
			}
			assert.Equal(t, c.want, names)
		})
	}
}

// TestWhatIsSaidOfTheAuthorIsNoText: without classes an author box is told by the name it begins with.
func TestWhatIsSaidOfTheAuthorIsNoText(t *testing.T) {
	const bio = "Mara Lindholm writes about ports and trains and the people who use them, and has lived on the north bank since 1997."
	page := func(tail string) *Article {
		return parseStory(t, `<html><head><title>Bridge opens early</title></head><body><div><h1>Bridge opens early</h1><p>By Mara Lindholm</p>`+twoParagraphs+tail+`</div></body></html>`)
	}
	plain := bodyText(page(""))
	for name, tail := range map[string]string{
		"a paragraph":              `<div><p>` + bio + `</p></div>`,
		"with name and portrait":   `<div><img src="/i/mara.jpg" alt="Mara Lindholm"><h4>Mara Lindholm</h4><p>` + bio + `</p></div>`,
		"with name in bold":        `<div><strong>Mara Lindholm</strong><p>` + bio + `</p></div>`,
		"portrait by the byline's": `<div><img src="/i/mara.jpg" alt="Mara Lindholm"></div>`,
	} {
		a := page(tail)
		assert.Equal(t, plain, bodyText(a), name)
		for _, b := range a.Body {
			assert.NotEqual(t, KindFigure, b.Kind, name)
		}
	}
	other := strings.Replace(bio, "Mara Lindholm", "The ferryman", 1)
	assert.Contains(t, bodyText(page(`<div><p>`+other+`</p></div>`)), other)
}

// TestButtonsAndShareBarsNameNobody: in a script without spaces their few letters look like a name.
func TestButtonsAndShareBarsNameNobody(t *testing.T) {
	for _, tail := range []string{`<button>もっと見る</button>`, `<div>シェア Facebook LINE X リンクをコピー</div>`, `<form><button>登録する</button></form>`} {
		a := parseStory(t, `<html lang="ja"><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>`+twoParagraphs+tail+`</article></body></html>`)
		assert.Empty(t, a.Authors, tail)
	}
}

// TestTheAuthorsNameUnderTheTextIsNoText, in a container of its own; a paragraph that begins with it may be.
func TestTheAuthorsNameUnderTheTextIsNoText(t *testing.T) {
	for tail, want := range map[string]role{"Mara Lindholm": boilerplate, "<p>杨雪梅报道港口和列车，自2016年起住在这里。</p>": boilerplate, "Mara Lindholm was at the bridge on Friday.": roleParagraph} {
		rd := roledReading(t, `<body><div><h1>Bridge opens early</h1>`+twoParagraphs+`</div><div>`+tail+`</div></body>`)
		rd.authors = []Author{{Name: "Mara Lindholm"}, {Name: "杨雪梅"}}
		rd.dropAuthorBox()
		assert.Equal(t, want, rd.blocks[len(rd.blocks)-1].role, tail)
	}
}

// TestADateUnderAnotherTitleIsNotThisOnes: below the text a card's date is the card's.
func TestADateUnderAnotherTitleIsNotThisOnes(t *testing.T) {
	a := parseStory(t, storyPage("", `<article><h1>Seven boats nobody wants</h1><p>By Jo Tran</p><p>Seven boats lay in the old harbour.</p></article>`))
	assert.Empty(t, a.Authors)
	for _, date := range []string{`<div>12 June 2025</div>`, `<time datetime="2025-06-12">12 June 2025</time>`} {
		a := parseStory(t, storyPage("", `<div><h2><a href="/2025/06/boats">Seven boats nobody wants</a></h2>`+date+`<p>Seven boats lay in the old harbour.</p></div>`))
		assert.True(t, a.Published.IsZero(), "%s: %v", date, a.Published)
	}
}

// TestBarsWithoutWords: a line of bars was looked through for a label behind each of
// them, to its end: a page of 200 KB took hours.
func TestBarsWithoutWords(t *testing.T) {
	rest, labelled := cutLabel("12 June | • by Jane Roe")
	assert.True(t, labelled, "a label is found behind several bars")
	assert.Equal(t, "Jane Roe", rest)
	page := bridgePage("", "</article><p>"+strings.Repeat("•", 200_000)+"</p><p>"+strings.Repeat("•-", 100_000)+"</p>")
	start := time.Now()
	_, err := Parse(strings.NewReader(page), nil)
	assert.NoError(t, err)
	assert.Less(t, time.Since(start), 5*time.Second)
}
