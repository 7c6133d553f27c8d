package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// longCell is a sentence that is longer than any datum.
var longCell = strings.Repeat("the engineers hung another cable over the harbour ", 12)

func TestWhichTablesAreData(t *testing.T) {
	for _, c := range []struct {
		name, table string
		want        bool
	}{
		{"two rows of two cells", `<tr><th>Year</th><th>Cars</th></tr><tr><td>2024</td><td>11,000</td></tr>`, true},
		{"sections of a table", `<thead><tr><th>Year</th><th>Cars</th></tr></thead><tbody><tr><td>2024</td><td>11,000</td></tr></tbody>`, true},
		{"some cells are empty", `<tr><th></th><th>Cars</th></tr><tr><td>2024</td><td></td></tr>`, true},
		{"one row", `<tr><td>2024</td><td>11,000</td></tr>`, false},
		{"one column", `<tr><td>2024</td></tr><tr><td>2025</td></tr>`, false},
		{"a cell of prose", `<tr><td>2024</td><td>` + longCell + `</td></tr><tr><td>2025</td><td>9,000</td></tr>`, false},
		{"a table within", `<tr><td>2024</td><td><table><tr><td>a</td></tr></table></td></tr><tr><td>2025</td><td>9,000</td></tr>`, false},
		{"nearly all cells empty", `<tr><td>2024</td><td></td><td></td><td></td></tr><tr><td></td><td></td><td></td><td></td></tr>`, false},
		{"many lines in each cell", `<tr><td><p>a<p>b<p>c<p>d</td><td><p>a<p>b<p>c<p>d</td></tr><tr><td><p>a<p>b<p>c<p>d</td><td><p>a<p>b<p>c<p>d</td></tr>`, false},
		{"nothing", ``, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := html.Parse(strings.NewReader(`<table>` + c.table + `</table>`))
			require.NoError(t, err)
			p := cut(doc, 0)
			for i := range p.boxes {
				if p.boxes[i].tag == atom.Table {
					assert.Equal(t, c.want, p.isDataTable(int32(i)))
					return
				}
			}
			require.Fail(t, "no table was cut")
		})
	}
}

func TestTablesInTheBody(t *testing.T) {
	for _, c := range []struct {
		name, table string
		want        [][]string
	}{
		{"rows and cells in order", `<table><tr><th>Year</th><th>Cars a day</th></tr><tr><td>2023</td><td>9,000</td></tr><tr><td>2024</td><td>11,000</td></tr></table>`, [][]string{{"Year", "Cars a day"}, {"2023", "9,000"}, {"2024", "11,000"}}},
		{"empty cells", `<table><tr><th></th><th>Old</th><th>New</th></tr><tr><td>Seats</td><td>&nbsp;</td><td>90</td></tr><tr><td>Cars</td><td>12</td><td></td></tr></table>`, [][]string{{"", "Old", "New"}, {"Seats", "", "90"}, {"Cars", "12", ""}}},
		{"an empty column and an empty row", `<table><tr><th></th><th>Ferry</th><th>Seats</th></tr><tr><td><img src="/icon.png" width="9"></td><td>Old</td><td>40</td></tr><tr><td></td><td></td><td></td></tr><tr><td></td><td>New</td><td>90</td></tr></table>`, [][]string{{"Ferry", "Seats"}, {"Old", "40"}, {"New", "90"}}},
		{"pictures in its cells", `<table><tr><th>Ferry</th><th>Seats</th></tr><tr><td><img src="/i/old.jpg">Old one</td><td>40</td></tr><tr><td><img src="/i/new.jpg">New one</td><td>90</td></tr></table>`, [][]string{{"Ferry", "Seats"}, {"Old one", "40"}, {"New one", "90"}}},
		{"two lines of a cell are one text", `<table><tr><th>Year</th><th>Cars a day</th></tr><tr><td>2023</td><td><p>9,000</p><p>counted</p></td></tr></table>`, [][]string{{"Year", "Cars a day"}, {"2023", "9,000 counted"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var tables [][][]string
			for _, b := range parseStory(t, storyPage(c.table, "")).Body {
				if b.Kind == KindTable {
					tables = append(tables, b.Rows)
				}
			}
			assert.Equal(t, [][][]string{c.want}, tables)
		})
	}
}

func TestALayoutTableHoldsParagraphs(t *testing.T) {
	a := parseStory(t, storyPage(`<table><tr><td><p>The toll, which had paid for the old bridge twice over, is gone for good from Monday on, the council said in the evening.</p></td></tr></table>`, ""))
	assert.Contains(t, bodyText(a), "The toll, which had paid for the old bridge twice over")
	for _, b := range a.Body {
		assert.NotEqual(t, KindTable, b.Kind)
	}
}
