package main

import (
	"strings"
	"testing"
	"time"
)

func TestSpeedOf(t *testing.T) {
	pages := []page{{HTML: make([]byte, 1e6)}, {HTML: make([]byte, 1e6)}, {HTML: make([]byte, 1e6)}}
	base := &measurement{best: []time.Duration{1e9, 2e9, 1e9}, failed: make([]string, 3)}
	m := &measurement{
		best: []time.Duration{2e9, 8e9, 0}, failed: []string{"", "", failedPanic},
		bytes: 300, allocs: 30, counted: 2,
	}
	got := speedOf(m, base, pages)
	if !near(got.Median, 3) || !near(got.P90, 3.8) || !near(got.MBps, 0.2) || got.Bytes != 150 || got.Allocs != 15 {
		t.Errorf("got %+v", got)
	}
	if got.Failures[failedPanic] != 1 {
		t.Errorf("failures %v", got.Failures)
	}
}

func TestSpeedOfNothing(t *testing.T) {
	m := &measurement{best: make([]time.Duration, 1), failed: []string{failedTimeout}}
	if got := speedOf(m, m, []page{{}}); got.Median != 0 || got.MBps != 0 || got.Bytes != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestAccuraciesLeaveOutWhatAnExtractorNeverGives(t *testing.T) {
	pages := []page{{ID: "x"}, {ID: "unknown"}}
	truths := map[string]truth{"x": {ID: "x", Set: "s", Title: "T", Authors: []authorName{"A"}}}
	m := &measurement{extractor: extractor{Name: "e", NoAuthors: true}, readings: []reading{{Title: "T"}, {}}}
	got := accuracies(pages, []*measurement{m}, truths)
	if len(got) != 1 || got[0].Pages != 1 || got[0].Figures[figTitle] != 1 {
		t.Fatalf("got %+v", got)
	}
	if _, ok := got[0].Figures[figAuthor]; ok {
		t.Error("author was scored")
	}
}

func TestFailureText(t *testing.T) {
	if got := failureText(nil); got != "0" {
		t.Errorf("got %q", got)
	}
	if got := failureText(map[string]int{failedTimeout: 1, failedError: 2}); got != "3 (2 error, 1 timeout)" {
		t.Errorf("got %q", got)
	}
}

func TestMarkdownShowsTheFiguresThereAre(t *testing.T) {
	r := report{
		Speed:    []speed{{Extractor: "e", Median: 2.5}},
		Accuracy: []accuracy{{Set: "s", Pages: 3, Extractor: "e", Figures: scores{figTitle: 0.5}}},
	}
	var b strings.Builder
	if err := r.writeMarkdown(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| e | this checkout | 2.50 | – | – | – | – | 0 |",
		"| set | extractor | title |\n|---|---|---:|\n| s (3) | e | 0.500 |",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
}
