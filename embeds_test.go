package newspage

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhereAnEmbedLeads(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{`<iframe src="https://video.example/1"></iframe>`, "https://video.example/1"},
		{`<iframe data-src="https://video.example/1"></iframe>`, "https://video.example/1"},
		{`<iframe src="about:blank" data-ezsrc="https://video.example/1"></iframe>`, "https://video.example/1"},
		{`<iframe class="cmplazyload" data-cmp-src="https://video.example/1"></iframe>`, "https://video.example/1"},
		{`<video><source src="https://video.example/1.mp4"></video>`, "https://video.example/1.mp4"},
		{`<p><lite-youtube videoid="Ab_cd-12345"></lite-youtube></p>`, "https://www.youtube.com/embed/Ab_cd-12345"},
		{`<amp-youtube data-videoid="Ab_cd-12345" width="480"></amp-youtube>`, "https://www.youtube.com/embed/Ab_cd-12345"},
		{`<lite-vimeo videoid="76979871"></lite-vimeo>`, "https://player.vimeo.com/video/76979871"},
		{`<lite-youtube videoid="../../evil?x=1"></lite-youtube>`, ""},
		{`<lite-youtube></lite-youtube>`, ""},
		{`<iframe src="javascript:alert(1)"></iframe>`, ""},
	} {
		var got string
		for _, b := range parseStory(t, storyPage(c.html, "")).Body {
			if b.Kind == KindEmbed {
				got += b.URL
			}
		}
		assert.Equal(t, c.want, got, c.html)
	}
}
