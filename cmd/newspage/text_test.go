package main

import (
	"strings"
	"testing"
	"time"

	"github.com/newspage-go/newspage"
	"github.com/stretchr/testify/assert"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one two three", 8, []string{"one two", "three"}},
		{"one two  three", 13, []string{"one two", "three"}},
		{"extraordinarily long", 6, []string{"extraordinarily", "long"}},
		{"well-known", 6, []string{"well-", "known"}},
		{"two\nlines", 20, []string{"two", "lines"}},
		{"日本語の文章。次", 8, []string{"日本語の", "文章。次"}},
		{"日本語の。", 8, []string{"日本語", "の。"}}, // no line begins with a full stop
		{"東京 is big", 7, []string{"東京 is", "big"}},
		{"e\u0301te\u0301 e\u0301te\u0301", 7, []string{"e\u0301te\u0301 e\u0301te\u0301"}},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, wrap(tt.text, tt.width), tt.text)
	}
}

// TestStyles: with styles a text has codes and no underlines, and each line ends its own.
func TestStyles(t *testing.T) {
	a := &newspage.Article{Title: "A title that needs two lines", Body: []newspage.Block{{Kind: newspage.KindParagraph, Text: "Text."}}}
	assert.Equal(t, "\x1b[1mA title that needs\x1b[0m\n\x1b[1mtwo lines\x1b[0m\n\nText.\n", textOf(a, screen{columns: 20, styled: true}))
	assert.Equal(t, "A title that needs\ntwo lines\n==================\n\nText.\n", textOf(a, screen{columns: 20}))
}

func TestShowsStyles(t *testing.T) {
	tests := []struct {
		system string
		env    map[string]string
		want   bool
	}{
		{"linux", nil, true},
		{"linux", map[string]string{"TERM": "xterm-256color"}, true},
		{"linux", map[string]string{"TERM": "dumb"}, false},
		{"linux", map[string]string{"NO_COLOR": "1"}, false},
		{"windows", nil, false},
		{"windows", map[string]string{"WT_SESSION": "1"}, true},
		{"windows", map[string]string{"WT_SESSION": "1", "NO_COLOR": "1"}, false},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, showsStyles(tt.system, func(k string) string { return tt.env[k] }), tt)
	}
}

func TestReadableWidth(t *testing.T) {
	for columns, want := range map[int]int{0: 80, -1: 80, 5: 20, 60: 60, 200: 80} {
		assert.Equal(t, want, readable(columns), columns)
	}
	assert.Equal(t, 80, screen{}.width())
}

func TestTextOfBlocks(t *testing.T) {
	tests := []struct {
		name  string
		block newspage.Block
		want  string
	}{
		{"numbers are aligned", newspage.Block{Kind: newspage.KindList, Ordered: true, Items: strings.Fields("a b c d e f g h i j")},
			" 1. a\n 2. b\n 3. c\n 4. d\n 5. e\n 6. f\n 7. g\n 8. h\n 9. i\n10. j\n"},
		{"items hang", newspage.Block{Kind: newspage.KindList, Items: []string{"one two three four five six"}},
			"- one two three four five\n  six\n"},
		{"quote", newspage.Block{Kind: newspage.KindQuote, Quote: &newspage.Quote{Text: "One.\nTwo.", Attribution: &newspage.Attribution{Speaker: "Jo Berg", Role: "pilot of the old ferry"}}},
			"  │ One.\n  │ Two.\n  │ — Jo Berg, pilot of the\n  │   old ferry\n"},
		{"code is not wrapped", newspage.Block{Kind: newspage.KindCode, Text: "if a {\n\n\treturn a very long line of code\n}"},
			"    if a {\n\n    \treturn a very long line of code\n    }\n"},
		{"picture", newspage.Block{Kind: newspage.KindFigure, Image: &newspage.Image{URL: "https://a.example/i", Alt: "Alt", Caption: "Caption", Credit: "Jo"}},
			"[Picture] Caption (Jo)\n"},
		{"picture that nothing is known of", newspage.Block{Kind: newspage.KindFigure, Image: &newspage.Image{URL: "https://a.example/i"}}, ""},
		{"address is not wrapped", newspage.Block{Kind: newspage.KindEmbed, URL: "https://video.example/a/very/long-address"},
			"https://video.example/a/very/long-address\n"},
		{"table", newspage.Block{Kind: newspage.KindTable, Rows: [][]string{{"City", "人口"}, {"東京", "14"}, {"Oslo"}}},
			"City │ 人口\n東京 │ 14\nOslo │\n"},
		{"wide table", newspage.Block{Kind: newspage.KindTable, Rows: [][]string{{"a", "a cell that needs more than one line"}, {"b", "c"}}},
			"a │ a cell that needs more\n  │ than one line\nb │ c\n"},
		{"table of many columns", newspage.Block{Kind: newspage.KindTable, Rows: [][]string{{"January", "February", "March", "April", "May"}, {"1", "", "3"}}},
			"- January\n  February\n  March\n  April\n  May\n- 1\n  3\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := textOf(&newspage.Article{Body: []newspage.Block{tt.block}}, screen{columns: 28})
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestByline(t *testing.T) {
	published := time.Date(2025, 6, 14, 9, 30, 0, 0, time.FixedZone("", 3600))
	tests := []struct {
		article newspage.Article
		want    string
	}{
		{newspage.Article{}, ""},
		{newspage.Article{Authors: []newspage.Author{{Name: "A"}, {Name: "B"}}, Site: "S"}, "A, B · S"},
		{newspage.Article{Published: published, Modified: published}, "2025-06-14 09:30 +01:00"},
		{newspage.Article{Published: published.UTC()}, "2025-06-14 08:30 UTC"},
		{newspage.Article{Published: published, Modified: published.Add(-time.Hour)}, "2025-06-14 09:30 +01:00"},
		{newspage.Article{Published: published, Modified: published.Add(time.Hour)}, "2025-06-14 09:30 +01:00 · updated 2025-06-14 10:30 +01:00"},
		{newspage.Article{Published: time.Date(2025, 6, 14, 0, 0, 0, 0, newspage.DateOnly)}, "2025-06-14"},
		{newspage.Article{Modified: time.Date(2025, 6, 14, 9, 30, 0, 0, newspage.Floating)}, "updated 2025-06-14 09:30"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, bylineOf(&tt.article).String())
	}
}
