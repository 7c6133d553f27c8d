package main

import (
	"bytes"
	"strings"
	"time"

	"github.com/newspage-go/newspage"
)

func extractNewspage(p page) (func() reading, error) {
	a, err := newspage.Parse(bytes.NewReader(p.HTML), &newspage.Options{URL: p.URL})
	if a == nil {
		return nothing, err
	}
	// With ErrNoArticle comes an Article that has the title and the date.
	return func() reading { return readArticle(a) }, err
}

func readArticle(a *newspage.Article) reading {
	r := reading{Title: a.Title, Subtitle: looseSubtitle(a), Published: newspageMoment(a.Published)}
	for _, author := range a.Authors {
		r.Authors = append(r.Authors, author.Name)
	}
	for _, b := range a.Body {
		r.Paragraphs = append(r.Paragraphs, blockTexts(b)...)
	}
	r.Paragraphs = dropBlank(r.Paragraphs)
	return r
}

// looseSubtitle is the subtitle where no block of the body repeats it. An
// article without a body has none: it has no text at all.
func looseSubtitle(a *newspage.Article) string {
	sub := key(a.Subtitle)
	if sub == "" || len(a.Body) == 0 {
		return ""
	}
	for _, b := range a.Body {
		if key(b.Text) == sub {
			return ""
		}
	}
	return a.Subtitle
}

// blockTexts are the texts of a block that count as body text; captions,
// credits and attributions do not.
func blockTexts(b newspage.Block) []string {
	switch b.Kind {
	case newspage.KindFigure, newspage.KindEmbed:
		return nil
	case newspage.KindList:
		return b.Items
	case newspage.KindTable:
		var cells []string
		for _, row := range b.Rows {
			cells = append(cells, row...)
		}
		return cells
	case newspage.KindQuote:
		if b.Quote == nil || b.Quote.Kind == newspage.QuotePull {
			return nil
		}
		return strings.Split(b.Quote.Text, "\n")
	}
	return []string{b.Text}
}

// newspageMoment keeps whether the page gave a zone.
func newspageMoment(t time.Time) moment {
	zoned := t.Location() != newspage.Floating && t.Location() != newspage.DateOnly
	return moment{t, zoned && !t.IsZero()}
}
