package newspage

import (
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
