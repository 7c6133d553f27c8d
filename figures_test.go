package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage/internal/weburl"
)

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name, html string
		want       *Image
	}{
		{"caption and credit", `<figure><img src="/i/bridge.jpg" alt="A bridge"><figcaption>The last cable. Photo: Jo Tran/Ledger</figcaption></figure>`, &Image{"https://news.example/i/bridge.jpg", "A bridge", "The last cable.", "Jo Tran/Ledger"}},
		{"credit in a span", `<figure><img src="/i/bridge.jpg" alt="A bridge"><figcaption>The last cable. <span class="credit">JO TRAN</span></figcaption></figure>`, &Image{"https://news.example/i/bridge.jpg", "A bridge", "The last cable.", "JO TRAN"}},
		{"caption in a div", `<div class="photo"><img src="/i/bridge.jpg" alt="A bridge"><div class="caption">The last cable.</div></div>`, &Image{"https://news.example/i/bridge.jpg", "A bridge", "The last cable.", ""}},
		{"lazy", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/i/bridge.jpg" alt="A bridge">`, &Image{"https://news.example/i/bridge.jpg", "A bridge", "", ""}},
		{"srcset alone", `<img srcset="/i/small.jpg 320w, /i/bridge.jpg 1280w" alt="A bridge">`, &Image{"https://news.example/i/bridge.jpg", "A bridge", "", ""}},
		{"noscript copy", `<img class="lazy" alt="A bridge"><noscript><img src="/i/bridge.jpg" alt="A bridge"></noscript>`, &Image{"https://news.example/i/bridge.jpg", "A bridge", "", ""}},
		{"linked to its own page, with a caption", `<figure><a href="/photo/12"><img src="/i/bridge.jpg" alt="A bridge"></a><figcaption>The last cable.</figcaption></figure>`, &Image{"https://news.example/i/bridge.jpg", "A bridge", "The last cable.", ""}},
		{"an icon is none", `<img src="/i/icon.png" width="16" height="16" alt="">`, nil},
		{"a placeholder is none", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`, nil},
		{"a card's picture is none", `<a href="/2025/05/ferry"><img src="/i/ferry.jpg"></a>`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, storyPage(c.html, ""))
			var got []*Image
			for _, b := range a.Body {
				if b.Kind == KindFigure {
					got = append(got, b.Image)
				}
			}
			if c.want == nil {
				assert.Empty(t, got)
				return
			}
			require.Len(t, got, 1)
			assert.Equal(t, c.want, got[0])
			assert.NotContains(t, bodyText(a), "The last cable", "a caption is no paragraph")
		})
	}
}

func TestPicturesInAContainerOfAllTheText(t *testing.T) {
	for _, class := range []string{"card related", "comments", "popular-post", "post-author", "ad-layout share"} {
		for _, where := range []string{`<main>`, `<article>`, `<div class="story-body">`} {
			page := storyPage(`<img src="/i/bridge.jpg" alt="A bridge"><p><img src="/i/ferry.jpg" alt="A ferry"></p><div class="`+class+`"><img src="/i/shed.jpg"><p>The shed</p></div>`, "")
			page = strings.Replace(page, where, `<div class="`+class+`">`, 1)
			var got []string
			for _, b := range parseStory(t, page).Body {
				if b.Kind == KindFigure {
					got = append(got, b.Image.URL)
				}
			}
			assert.Equal(t, []string{"https://news.example/i/bridge.jpg", "https://news.example/i/ferry.jpg"}, got, "%s in place of %s", class, where)
		}
	}
}

func TestPicturesBesideTheText(t *testing.T) {
	const img = `<img src="/i/bridge.jpg" alt="A bridge">`
	for _, c := range []struct {
		name, before, after string
		want                int
	}{
		{"lead picture", img, ``, 1},
		{"lead picture under the byline", `<p>By Mara Lindholm</p>` + img, ``, 1},
		{"portrait beside the byline", `<div><div>` + img + `</div><div>By Mara Lindholm</div></div>`, ``, 0},
		{"a picture with a caption beside the byline", `<div><figure>` + img + `<figcaption>The last cable.</figcaption></figure><p>By Mara Lindholm</p></div>`, ``, 1},
		{"icon beside the date", `<div><div>` + img + `</div><div>June 12, 2025</div></div>`, ``, 0},
		{"last line of the text", ``, `<p>` + img + `</p>`, 1},
		{"banner under the text", ``, `<div>` + img + `<p>Join us</p></div>`, 0},
		{"logos under the text", ``, `<div>` + img + `<img src="/i/ferry.jpg"></div>`, 0},
		{"portrait with the byline for a caption", `<figure><a rel="author" href="/a"><img src="/i/a.jpg" alt="Mara Lindholm"></a><figcaption><address>By <a rel="author" href="/a">Mara Lindholm</a>, editor</address></figcaption></figure>`, ``, 0},
		{"picture with a caption under the text", ``, `<div><figure>` + img + `<figcaption>The last cable.</figcaption></figure></div>`, 1},
		{"gallery under the text", ``, `<div><figure>` + img + `<figcaption>The last cable.</figcaption></figure><figure><img src="/i/ferry.jpg"><figcaption>The ferry.</figcaption></figure><figure><img src="/i/shed.jpg"><figcaption>The shed.</figcaption></figure></div>`, 3},
		{"author's box under the text", ``, `<p>Share Facebook WhatsApp</p><div class="x">` + img + `<p>Mara Lindholm has covered the council for ten years.</p></div><h4>Related articles</h4><ul><li><a href="/2025/05/ferry">The ferry that would not leave the harbour</a></li><li><a href="/2025/05/shed">What the shed behind the harbour held</a></li></ul>`, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := `<html><head><title>Bridge opens early</title></head><body><article><h1>Bridge opens early</h1>` + c.before + strings.Replace(twoParagraphs, "</div>", c.after+"</div>", 1) + `</article></body></html>`
			assert.Equal(t, c.want, countBlocks(parseStory(t, page), KindFigure))
		})
	}
}

func TestPicturesAndTheirLines(t *testing.T) {
	bridge := func(caption, credit string) []Image {
		return []Image{{"https://news.example/i/bridge.jpg", "A bridge", caption, credit}}
	}
	const img = `<img src="/i/bridge.jpg" alt="A bridge">`
	for _, c := range []struct {
		name, html string
		want       []Image
	}{
		{"credit line after the picture", img + `<p>Photo: Jo Tran</p>`, bridge("", "Jo Tran")},
		{"credit line that is called so", `<div>` + img + `<div class="credit">Jo Tran</div></div>`, bridge("", "Jo Tran")},
		{"caption and credit in two elements", `<figure>` + img + `<figcaption><span class="caption">The last cable.</span> <span class="credit">Jo Tran</span></figcaption></figure>`, bridge("The last cable.", "Jo Tran")},
		{"German credit", `<figure>` + img + `<figcaption>Das letzte Seil. Foto: Jo Tran</figcaption></figure>`, bridge("Das letzte Seil.", "Jo Tran")},
		{"linked to its larger copy", `<a href="/i/bridge-large.jpg">` + img + `</a>`, bridge("", "")},
		{"sources of a picture element", `<picture><source srcset="/i/bridge.jpg 1280w"><img alt="A bridge"></picture>`, bridge("", "")},
		{"lazy attributes of plug-ins", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-pagespeed-lazy-src="/i/bridge.jpg" alt="A bridge">`, bridge("", "")},
		{"lazy srcset", `<img data-srcset="/i/small.jpg 320w, /i/bridge.jpg 1280w" alt="A bridge">`, bridge("", "")},
		{"noscript copy beside a lazy picture counts once", `<img data-src="/i/bridge.jpg" alt="A bridge"><noscript>` + img + `</noscript>`, bridge("", "")},
		{"printed twice", img + img, bridge("", "")},
		{"custom element in a paragraph", `<p><amp-img src="/i/bridge.jpg" alt="A bridge"></amp-img></p>`, bridge("", "")},
		{"in a prompt", `<div><div>` + img + `</div><p>The day's news by mail</p><form><input type="email"><button>Sign up</button></form></div>`, nil},
		{"two pictures with a caption each", `<figure>` + img + `<figcaption>The last cable.</figcaption></figure><figure><img src="/i/ferry.jpg" alt="A ferry"><figcaption>The old ferry.</figcaption></figure>`,
			append(bridge("The last cable.", ""), Image{"https://news.example/i/ferry.jpg", "A ferry", "The old ferry.", ""})},
		{"picture in an aside is none", `<aside>` + img + `</aside>`, nil},
		{"author's picture is none", `<div class="author-box">` + img + `</div>`, nil},
		{"share button is none", `<div class="share-buttons">` + img + `</div>`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, storyPage(c.html, ""))
			var got []Image
			for _, b := range a.Body {
				if b.Kind == KindFigure {
					got = append(got, *b.Image)
				}
			}
			assert.Equal(t, c.want, got)
			assert.Equal(t, paragraphsOf(parseStory(t, storyPage("", ""))), paragraphsOf(a), "captions and credits are no text")
		})
	}
}

// paragraphsOf are the texts of the body's blocks that have one.
func paragraphsOf(a *Article) []string {
	var out []string
	for _, b := range a.Body {
		if b.Text != "" {
			out = append(out, b.Text)
		}
	}
	return out
}

// TestCreditsAtTheEndOfCaptions: behind a label with a mark, or one cut short before an owner's name.
func TestATableInAFigureKeepsItsCells(t *testing.T) {
	a := parseStory(t, storyPage(`<figure><table><tr><th>Ferry</th><th>Seats</th></tr><tr><td><img src="/i/old.jpg">Old one</td><td>40</td></tr><tr><td>New one</td><td>90</td></tr></table><figcaption>Source: harbour office</figcaption></figure>`, ""))
	var rows [][]string
	for _, b := range a.Body {
		rows = append(rows, b.Rows...)
	}
	assert.Equal(t, [][]string{{"Ferry", "Seats"}, {"Old one", "40"}, {"New one", "90"}}, rows)
}

func TestTheLeadPictureOfThePage(t *testing.T) {
	const head = `<html><head><title>Bridge opens early</title><meta property="og:image" content="/i/bridge.jpg"></head><body><article><h1>Bridge opens early</h1>`
	for _, c := range []struct {
		name, over string
		figures    int
		want       Image
	}{
		{"not printed", ``, 0, Image{URL: "https://news.example/i/bridge.jpg"}},
		{"printed without a caption", `<img src="/i/bridge.jpg" alt="A bridge">`, 0, Image{URL: "https://news.example/i/bridge.jpg", Alt: "A bridge"}},
		{"printed with a caption", `<figure><img src="/i/bridge.jpg" alt="A bridge"><figcaption>The last cable.</figcaption></figure>`, 1, Image{URL: "https://news.example/i/bridge.jpg", Alt: "A bridge", Caption: "The last cable."}},
		{"printed in another size", `<img src="/cache/i/bridge-of-harbour-1024x683.jpg?w=1024" alt="A bridge">`, 0, Image{URL: "https://news.example/i/bridge-of-harbour.jpg", Alt: "A bridge"}},
		{"of the site's theme", `<img src="/wp-content/themes/ledger/bridge.jpg" alt="A bridge">`, 0, Image{URL: "https://news.example/i/bridge.jpg"}},
		{"under a standfirst", `<p>The last cable was hung on Friday, and the toll is gone for good.</p><p>By Mara Lindholm</p><img src="/i/bridge.jpg" alt="A bridge">`, 0, Image{URL: "https://news.example/i/bridge.jpg", Alt: "A bridge"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := head + c.over + twoParagraphs + `</article></body></html>`
			if strings.Contains(c.want.URL, "of-harbour") {
				page = strings.Replace(page, `content="/i/bridge.jpg"`, `content="/i/bridge-of-harbour.jpg"`, 1)
			}
			a := parseStory(t, page)
			require.NotNil(t, a.Image)
			assert.Equal(t, c.want, *a.Image)
			assert.Equal(t, c.figures, countBlocks(a, KindFigure))
		})
	}
}

func TestPictureRefs(t *testing.T) {
	for ref, want := range map[string]bool{
		"/i/bridge.jpg": true, "https://x.example/a.JPEG?w=100": true, "b.webp": true, "/a.b/c.avif": true,
		"": false, "jpg": false, "/jpg": false, "/bridge.html": false, "/i?src=a.jpg": false, "/i/bridge.jpg/": false,
		strings.Repeat("a", weburl.MaxLength) + ".jpg": false,
	} {
		assert.Equal(t, want, isPictureRef(ref), "%.40s", ref)
	}
}

// TestPictureWithinAnAddress: an address may hold another, and that bytes that are no
// text or grow in lower case; Parse once panicked there.
func TestPictureWithinAnAddress(t *testing.T) {
	for _, within := range []string{strings.Repeat("%C8%BA", 20), strings.Repeat("%FF", 20), strings.Repeat("%E2%84%AA", 20)} {
		src := "https://a.example/i?u=https%3A%2F%2Fb.example%2F" + within + "http:/"
		a, err := Parse(strings.NewReader(`<meta property="og:image" content="`+src+`"><article><h1>Bridge reopens</h1><p>`+
			strings.Repeat("The bridge over the harbour opens on Monday, the mayor said. ", 10)+`</p><figure><img src="`+src+`"></figure></article>`), nil)
		require.NoError(t, err)
		assert.Equal(t, src, a.Image.URL)
	}
}
