package newspage

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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
