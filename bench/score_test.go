package main

import (
	"reflect"
	"testing"
	"time"

	"github.com/newspage-go/newspage"
)

func TestScorePage(t *testing.T) {
	gold := truth{
		Text: "one two three four", Title: "A Bridge", Authors: []authorName{"Mara Lindholm", "Tove Brandt"},
		Date: "2025-06-14", Paragraphs: []string{"one two", "three four"},
	}
	got := scorePage(gold, reading{
		Title: "a bridge!", Authors: []string{"MARA LINDHOLM"}, Published: parseMoment("2025-06-14T09:30:00Z"),
		Paragraphs: []string{"one two", "three four"},
	})
	want := scores{
		figP: 1, figR: 1, figWords: 1, figExact: 1, figParas: 1, figTitle: 1, figAuthor: 2.0 / 3, figDay: 1,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestScorePageOfNothing(t *testing.T) {
	got := scorePage(truth{Text: "one two three four", Title: "T"}, reading{})
	want := scores{figR: 0, figWords: 0, figExact: 0, figTitle: 0}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v: no precision without text, and no figure without gold", got, want)
	}
}

func TestParagraphsForTakesTheSubtitleThatGoldHas(t *testing.T) {
	r := reading{Subtitle: "The sub", Paragraphs: []string{"Body."}}
	if got := paragraphsFor(truth{Text: "The sub. Body."}, r); len(got) != 2 || got[0] != "The sub" {
		t.Errorf("got %q", got)
	}
	if got := paragraphsFor(truth{Text: "Body."}, r); len(got) != 1 {
		t.Errorf("got %q", got)
	}
}

func TestSummarize(t *testing.T) {
	got := summarize([]scores{{figP: 1, figR: 0.5}, {figR: 0}, {figTitle: 1}})
	if !near(got[figP], 1) || !near(got[figR], 0.25) || !near(got[figText], 0.4) || !near(got[figTitle], 1) {
		t.Errorf("got %v", got)
	}
}

func TestReadArticle(t *testing.T) {
	a := &newspage.Article{
		Title: "T", Subtitle: "Sub", Authors: []newspage.Author{{Name: "A"}},
		Published: time.Date(2025, 6, 14, 0, 0, 0, 0, newspage.DateOnly),
		Body: []newspage.Block{
			{Kind: newspage.KindParagraph, Text: "p"},
			{Kind: newspage.KindList, Items: []string{"i", "j"}},
			{Kind: newspage.KindTable, Rows: [][]string{{"c", ""}, {"d"}}},
			{Kind: newspage.KindQuote, Quote: &newspage.Quote{Text: "q\nr", Kind: newspage.QuoteBlock}},
			{Kind: newspage.KindQuote, Quote: &newspage.Quote{Text: "pulled", Kind: newspage.QuotePull}},
			{Kind: newspage.KindFigure, Image: &newspage.Image{Caption: "caption"}},
			{Kind: newspage.KindEmbed, URL: "https://video.example"},
		},
	}
	got := readArticle(a)
	if want := []string{"p", "i", "j", "c", "d", "q", "r"}; !reflect.DeepEqual(got.Paragraphs, want) {
		t.Errorf("paragraphs %q, want %q", got.Paragraphs, want)
	}
	if got.Subtitle != "Sub" || got.Title != "T" || got.Published.zoned || !reflect.DeepEqual(got.Authors, []string{"A"}) {
		t.Errorf("got %+v", got)
	}
}

func TestLooseSubtitle(t *testing.T) {
	repeated := &newspage.Article{Subtitle: "Sub", Body: []newspage.Block{{Kind: newspage.KindHeading, Text: "SUB."}}}
	if got := looseSubtitle(repeated); got != "" {
		t.Errorf("a subtitle that the body repeats: %q", got)
	}
	if got := looseSubtitle(&newspage.Article{Subtitle: "Sub"}); got != "" {
		t.Errorf("a subtitle without a body: %q", got)
	}
}
