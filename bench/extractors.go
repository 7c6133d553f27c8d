package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A reading is what an extractor says of a page.
type reading struct {
	Title      string
	Authors    []string
	Published  moment
	Subtitle   string // where it is not among Paragraphs; see paragraphsFor
	Paragraphs []string
}

// An extractor is one contender.
type extractor struct {
	Name   string
	Module string

	// Extract is what is timed. What it returns turns its result into the
	// form that is scored, which is nobody's work but the benchmark's.
	Extract func(p page) (func() reading, error)

	// NoAuthors: it never gives authors, and is not blamed for it.
	NoAuthors bool
}

// baseline is the parse that all extractors' times are divided by.
var baseline = extractor{
	Name:   "html.Parse",
	Module: "golang.org/x/net",
	Extract: func(p page) (func() reading, error) {
		_, err := html.Parse(bytes.NewReader(p.HTML))
		return nothing, err
	},
}

func nothing() reading { return reading{} }

// extractors are the contenders, in the order of the tables.
func extractors() []extractor {
	return []extractor{
		{Name: "newspage", Module: "github.com/newspage-go/newspage", Extract: extractNewspage},
		{Name: "readability-v2", Module: "codeberg.org/readeck/go-readability/v2", Extract: extractReadeck},
		{Name: "readability", Module: "github.com/go-shiori/go-readability", Extract: extractShiori},
		{Name: "trafilatura", Module: "github.com/markusmobius/go-trafilatura", Extract: extractTrafilatura(false)},
		{Name: "trafilatura-fallback", Module: "github.com/markusmobius/go-trafilatura", Extract: extractTrafilatura(true)},
		{Name: "domdistiller", Module: "github.com/markusmobius/go-domdistiller", Extract: extractDistiller},
		{Name: "goose", Module: "github.com/advancedlogic/GoOse", Extract: extractGoose(), NoAuthors: true},
	}
}

func extractorNames() []string {
	var names []string
	for _, e := range extractors() {
		names = append(names, e.Name)
	}
	return names
}

// chosen are the extractors with the names; all where there are none.
func chosen(names []string) ([]extractor, error) {
	all := extractors()
	for _, name := range names {
		if !slices.ContainsFunc(all, func(e extractor) bool { return e.Name == name }) {
			return nil, fmt.Errorf("no extractor is called %q; there are %s", name, strings.Join(extractorNames(), ", "))
		}
	}
	if len(names) == 0 {
		return all, nil
	}
	return slices.DeleteFunc(all, func(e extractor) bool { return !slices.Contains(names, e.Name) }), nil
}

// dropBlank leaves out the paragraphs that have no text.
func dropBlank(list []string) []string {
	var kept []string
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			kept = append(kept, s)
		}
	}
	return kept
}
