package main

import (
	"strings"
)

// The figures of a page, in the order of the tables. text comes of P and R.
const (
	figText   = "text"
	figP      = "P"
	figR      = "R"
	figWords  = "words"
	figExact  = "exact"
	figParas  = "paras"
	figTitle  = "title"
	figAuthor = "author"
	figDay    = "day"
)

var figures = []string{figText, figP, figR, figWords, figExact, figParas, figTitle, figAuthor, figDay}

// A scores holds the figures that are defined.
type scores map[string]float64

// scorePage holds a reading against the truth.
func scorePage(t truth, r reading) scores {
	s := scores{}
	paras := paragraphsFor(t, r)
	if t.Text != "" {
		s.addText(t.Text, strings.Join(paras, "\n\n"))
	}
	if len(t.Paragraphs) > 0 {
		gold := append(append([]string{}, t.Standfirst...), t.Paragraphs...)
		s[figParas] = keysF1(gold, paras)
	}
	if t.Title != "" {
		s[figTitle] = truthValue(key(t.Title) == key(r.Title))
	}
	if len(t.Authors) > 0 {
		s[figAuthor] = keysF1(authorNames(t.Authors), r.Authors)
	}
	if t.Date != "" {
		s[figDay] = truthValue(sameDay(parseMoment(t.Date), r.Published))
	}
	return s
}

func (s scores) addText(gold, got string) {
	p, r := shinglePR(gold, got)
	s.add(figP, p)
	s.add(figR, r)
	s[figWords] = bagF1(gold, got)
	s[figExact] = exact(gold, got)
}

func (s scores) add(figure string, v share) {
	if v.defined {
		s[figure] = v.value
	}
}

// paragraphsFor are the paragraphs of the body, with the subtitle before them
// where the gold text has it too: data sets differ on that.
func paragraphsFor(t truth, r reading) []string {
	if sub := key(r.Subtitle); sub != "" && strings.Contains(key(t.Text), sub) {
		return append([]string{r.Subtitle}, r.Paragraphs...)
	}
	return r.Paragraphs
}

func authorNames(authors []authorName) []string {
	names := make([]string, len(authors))
	for i, a := range authors {
		names[i] = string(a)
	}
	return names
}

// summarize makes the means of the pages' figures. text is the F1 of the mean
// precision and the mean recall.
func summarize(pages []scores) scores {
	sum, count := scores{}, map[string]int{}
	for _, page := range pages {
		for figure, v := range page {
			sum[figure] += v
			count[figure]++
		}
	}
	for figure := range sum {
		sum[figure] /= float64(count[figure])
	}
	p, okP := sum[figP]
	r, okR := sum[figR]
	if okP && okR {
		sum[figText] = f1(p, r)
	}
	return sum
}
