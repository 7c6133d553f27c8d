package newspage_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/newspage-go/newspage"
)

// shapes are pages that are long in one way each; unit i of a page is one more of what it is long in.
var shapes = []struct {
	name string
	unit func(i int) string
}{
	{"long text", func(i int) string {
		return fmt.Sprintf("<p>Paragraph %d of the report says that the council met on Tuesday, heard both sides, and put the vote off until the spring.</p>\n", i)
	}},
	{"many cards", func(i int) string {
		return fmt.Sprintf(`<div class="card"><a href="/news/story-%d"><img src="/img/%d.jpg" alt=""><h3>Story number %d of the long list</h3></a><p>What it is about.</p></div>`, i, i, i)
	}},
	{"deep nesting", func(i int) string {
		return strings.Repeat("<div>", 400) + fmt.Sprintf("<p>Deep down, line %d of the text.</p>", i) + strings.Repeat("</div>", 400)
	}},
	{"one table", func(i int) string {
		return fmt.Sprintf("<tr><td>%d</td><td>North ward</td><td>%d votes</td></tr>\n", i, i*7)
	}},
	{"many links", func(i int) string { return fmt.Sprintf(`<a href="/tag/%d">topic %d</a> `, i, i) }},
}

// shaped is a page of one shape and about n bytes.
func shaped(unit func(int) string, table bool, n int) []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html lang=en><title>Council puts off the vote</title><body><h1>Council puts off the vote</h1><article>")
	if table {
		b.WriteString("<table>")
	}
	for i := 0; b.Len() < n; i++ {
		b.WriteString(unit(i))
	}
	return []byte(b.String())
}

// TestLargePagesCostTheSameAByte compares pages of 4 MB with pages of 100 KB of
// the same shape, and allows for what the collector and the caches cost.
func TestLargePagesCostTheSameAByte(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	const most = 3
	_, _ = newspage.Parse(bytes.NewReader([]byte("<p>warm")), nil)
	for _, s := range shapes {
		t.Run(s.name, func(t *testing.T) {
			small, large := shaped(s.unit, s.name == "one table", 100<<10), shaped(s.unit, s.name == "one table", 4<<20)
			dearer := 0.0
			for range 3 {
				time1, _ := costOf(t, small)
				time40, _ := costOf(t, large)
				dearer = float64(time40) / float64(len(large)) / (float64(time1) / float64(len(small)))
				if dearer <= most {
					break
				}
			}
			t.Logf("%-13s %.2f times as much a byte", s.name, dearer)
			assert.LessOrEqual(t, dearer, float64(most))
		})
	}
}

// BenchmarkShape measures pages of 100 KB and 10 MB of each shape; MB/s is the figure to compare.
func BenchmarkShape(b *testing.B) {
	for _, s := range shapes {
		for _, size := range []int{100 << 10, 10 << 20} {
			b.Run(fmt.Sprintf("%s/%dKB", strings.ReplaceAll(s.name, " ", "-"), size>>10), func(b *testing.B) {
				page := shaped(s.unit, s.name == "one table", size)
				b.SetBytes(int64(len(page)))
				b.ReportAllocs()
				for b.Loop() {
					_, _ = newspage.Parse(bytes.NewReader(page), nil)
				}
			})
		}
	}
}
