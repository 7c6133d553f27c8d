package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDateLines(t *testing.T) {
	for _, c := range []struct {
		name, head, line, tail string
		published, modified    string
	}{
		{"both in one line, the change first", "", `<p>Updated June 14, 2025 | Published June 12, 2025</p>`, "", "2025-06-12", "2025-06-14"},
		{"both in one line", "", `<p>Published June 12, 2025, updated June 14, 2025</p>`, "", "2025-06-12", "2025-06-14"},
		{"label in a block of its own", "", `<div>Updated</div><div>June 14, 2025</div><div>June 12, 2025</div>`, "", "2025-06-12", "2025-06-14"},
		{"both in one line of <time> elements", "", `<p><time datetime="2025-06-12T09:30:00Z">June 12, 2025</time> <span>Updated <time datetime="2025-06-14T10:45:00Z">June 14, 2025</time></span></p>`, "", "2025-06-12T09:30", "2025-06-14T10:45"},
		{"a label that has another in it", "", `<p>2025年6月12日 更新时间 2025年6月14日</p>`, "", "2025-06-12", "2025-06-14"},
		{"a long line", "", `<div>15 de abril de 2025, 11:50 Actualizado 17 de abril de 2025</div>`, "", "2025-04-15T11:50", "2025-04-17"},
		{"the change alone", "", `<p>Updated June 14, 2025</p>`, "", "2025-06-14", "2025-06-14"},
		{"grown to the author's name", "", `<p class="byline"><span>Mara Lindholm</span><span>June 12, 2025</span></p>`, "", "2025-06-12", ""},
		{"under the text", "", "", `<p class="meta">Published on June 12, 2025</p>`, "2025-06-12", ""},
		{"under the text, and all of the page in a card", `</head><body class="card related">`, "", `<p>June 12, 2025</p>`, "2025-06-12", ""},
		{"far under the text, said to be that of publication", "", "", strings.Repeat(`<p>Bridges</p><p>Ferries</p>`, 10) + `<div class="meta"><h4>Published</h4><div>June 12, 2025</div></div>`, "2025-06-12", ""},
		{"far under the text, of no one knows what", "", "", strings.Repeat(`<p>Bridges</p><p>Ferries</p>`, 10) + `<div class="meta"><h4>Reviewed</h4><div>June 12, 2025</div></div>`, "", ""},
		{"of a card under the text is none", "", "", `<div class="card"><p>June 12, 2025</p></div>`, "", ""},
		{"in the article's own footer", "", `<footer><span>June 12, 2025 |</span></footer>`, "", "2025-06-12", ""},
		{"<meta> of the site's own", `<meta name="x-published-date" content="2025-06-12T06:00:00Z">`, "", "", "2025-06-12T06:00", ""},
		{"the page's own object", `<script type="application/ld+json">{"@type":"WebPage","datePublished":"2025-06-12","dateModified":"2025-06-14"}</script>`, "", "", "2025-06-12", "2025-06-14"},
		{"microdata", "", `<span itemprop="datePublished" content="2025-06-12">last Thursday</span>`, "", "2025-06-12", ""},
		{"microdata's time element", "", `<p>Seen <time itemprop="dateModified" datetime="2025-06-14"></time></p><p>June 12, 2025</p>`, "", "2025-06-12", "2025-06-14"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, `<html lang="en"><head><title>Bridge opens early</title>`+c.head+`</head><body><article><h1>Bridge opens early</h1>`+c.line+twoParagraphs+c.tail+`</article></body></html>`)
			assert.NotContains(t, bodyText(a), "Actualizado")
			day := func(published bool) string {
				d := a.Modified
				if published {
					d = a.Published
				}
				if d.IsZero() {
					return ""
				}
				if d.Location() != DateOnly {
					return d.Format("2006-01-02T15:04")
				}
				return d.Format("2006-01-02")
			}
			assert.Equal(t, c.published, day(true), "published")
			assert.Equal(t, c.modified, day(false), "modified")
		})
	}
}
