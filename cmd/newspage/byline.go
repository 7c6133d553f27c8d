package main

import (
	"strings"
	"time"

	"github.com/newspage-go/newspage"
)

// A byline is the line under a headline: who wrote the article, when, where it
// was published. It has no words of its own but one, for pages are in all languages.
type byline struct {
	Authors   []newspage.Author
	Published *moment
	Modified  *moment // nil also where it is no later than Published
	Site      string
}

// A moment is a time as people and as machines read it.
type moment struct{ Text, Machine string }

func bylineOf(a *newspage.Article) byline {
	b := byline{Authors: a.Authors, Published: momentOf(a.Published), Site: a.Site}
	if m := momentOf(a.Modified); m != nil && (b.Published == nil || a.Modified.After(a.Published) && m.Text != b.Published.Text) {
		b.Modified = m
	}
	return b
}

// momentOf is a time with as much as the page said of it, nil for none.
func momentOf(t time.Time) *moment {
	switch {
	case t.IsZero():
		return nil
	case t.Location() == newspage.DateOnly:
		day := t.Format(time.DateOnly)
		return &moment{day, day}
	case t.Location() == newspage.Floating:
		return &moment{t.Format("2006-01-02 15:04"), t.Format("2006-01-02T15:04:05")}
	}
	zone := t.Format("-07:00")
	if zone == "+00:00" {
		zone = "UTC"
	}
	return &moment{t.Format("2006-01-02 15:04 ") + zone, t.Format(time.RFC3339)}
}

// String is the byline as text, "" where nothing is known.
func (b byline) String() string {
	var parts []string
	names := make([]string, len(b.Authors))
	for i, a := range b.Authors {
		names[i] = a.Name
	}
	if len(names) > 0 {
		parts = append(parts, strings.Join(names, ", "))
	}
	if b.Published != nil {
		parts = append(parts, b.Published.Text)
	}
	if b.Modified != nil {
		parts = append(parts, "updated "+b.Modified.Text)
	}
	if b.Site != "" {
		parts = append(parts, b.Site)
	}
	return strings.Join(parts, " · ")
}
