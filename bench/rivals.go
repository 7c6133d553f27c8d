package main

import (
	"bytes"
	"strings"
	"time"

	readeck "codeberg.org/readeck/go-readability/v2"
	goose "github.com/advancedlogic/GoOse"
	shiori "github.com/go-shiori/go-readability"
	distiller "github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
)

// Every rival is called with its default options through the function that
// takes a page's bytes, and what is timed includes making its text output.

func extractReadeck(p page) (func() reading, error) {
	a, err := readeck.FromReader(bytes.NewReader(p.HTML), p.URL)
	if err != nil {
		return nothing, err
	}
	var text strings.Builder
	if err := a.RenderText(&text); err != nil {
		return nothing, err
	}
	return func() reading {
		published, _ := a.PublishedTime()
		return rivalReading(a.Title(), one(a.Byline()), published, text.String())
	}, nil
}

func extractShiori(p page) (func() reading, error) {
	a, err := shiori.FromReader(bytes.NewReader(p.HTML), p.URL)
	if err != nil {
		return nothing, err
	}
	return func() reading {
		return rivalReading(a.Title, one(a.Byline), pointed(a.PublishedTime), a.TextContent)
	}, nil
}

func extractTrafilatura(fallback bool) func(p page) (func() reading, error) {
	return func(p page) (func() reading, error) {
		opts := trafilatura.Options{OriginalURL: p.URL, EnableFallback: fallback}
		a, err := trafilatura.Extract(bytes.NewReader(p.HTML), opts)
		if err != nil || a == nil {
			return nothing, err
		}
		return func() reading {
			m := a.Metadata
			// It joins the authors it finds with a semicolon.
			return rivalReading(m.Title, strings.Split(m.Author, "; "), m.Date, a.ContentText)
		}, nil
	}
}

func extractDistiller(p page) (func() reading, error) {
	a, err := distiller.ApplyForReader(bytes.NewReader(p.HTML), &distiller.Options{OriginalURL: p.URL})
	if err != nil {
		return nothing, err
	}
	return func() reading {
		authors := a.MarkupInfo.Article.Authors
		if len(authors) == 0 {
			authors = one(a.MarkupInfo.Author)
		}
		r := rivalReading(a.Title, authors, time.Time{}, a.Text)
		r.Published = parseMoment(a.MarkupInfo.Article.PublishedTime)
		return r
	}, nil
}

// extractGoose makes goose once: its stop words are the same for every page.
func extractGoose() func(p page) (func() reading, error) {
	g := goose.New()
	return func(p page) (func() reading, error) {
		a, err := g.ExtractFromRawHTML(string(p.HTML), p.URL.String())
		if err != nil {
			return nothing, err
		}
		return func() reading {
			return rivalReading(a.Title, nil, pointed(a.PublishDate), a.CleanedText)
		}, nil
	}
}

// rivalReading takes a time as an instant: that a rival read a wall clock as
// UTC does not show, and the score of the day is the kinder one.
func rivalReading(title string, authors []string, published time.Time, text string) reading {
	return reading{
		Title:      title,
		Authors:    authors,
		Published:  moment{published, !published.IsZero()},
		Paragraphs: dropBlank(strings.Split(text, "\n")),
	}
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func pointed(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return *t
}
