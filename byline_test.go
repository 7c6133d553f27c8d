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
