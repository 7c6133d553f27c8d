package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/newspage-go/newspage"
	"github.com/schollz/progressbar/v3"
)

// This file tells who watches a long run how far it is, and what came of it.

// A tally counts what came of the pages of a run.
type tally struct {
	begin    time.Time
	pages    int
	failures map[string]int // by kind
	bar      *progressbar.ProgressBar
}

// The kinds of failures that a summary tells apart.
const (
	failedNoArticle = "no article"
	failedNotHTML   = "no HTML"
	failedTooLarge  = "too large"
	failedUnread    = "could not be read"
	failedDefect    = "internal error"
)

// kindOf is the kind of a failure.
func kindOf(err error) string {
	switch {
	case errors.Is(err, newspage.ErrNoArticle):
		return failedNoArticle
	case errors.Is(err, newspage.ErrNotHTML):
		return failedNotHTML
	case errors.Is(err, newspage.ErrTooLarge):
		return failedTooLarge
	case errors.Is(err, errDefect):
		return failedDefect
	}
	return failedUnread
}

// add counts a page.
func (t *tally) add(err error) {
	if t.pages++; err != nil {
		if t.failures == nil {
			t.failures = make(map[string]int)
		}
		t.failures[kindOf(err)]++
	}
	if t.bar != nil {
		_ = t.bar.Add(1)
	}
}

// String is the summary: "120 pages in 2.1s (57/s): 117 articles; 2 no article, 1 too large".
func (t *tally) String() string {
	took := time.Since(t.begin)
	failed := 0
	var kinds []string
	for kind, n := range t.failures {
		failed += n
		kinds = append(kinds, fmt.Sprintf("%d %s", n, kind))
	}
	slices.Sort(kinds)
	s := fmt.Sprintf("%d pages in %v (%.0f/s): %d articles", t.pages, took.Round(100*time.Millisecond), float64(t.pages)/max(took.Seconds(), 1e-3), t.pages-failed)
	if len(kinds) > 0 {
		s += "; " + strings.Join(kinds, ", ")
	}
	return s
}

// watch shows progress where somebody watches who does not see the output itself.
func (c *command) watch() {
	c.tally.begin = time.Now()
	if c.quiet || !isTerminal(c.stderr) || c.out == "" && isTerminal(c.stdout) {
		return
	}
	c.tally.bar = progressbar.NewOptions64(-1, progressbar.OptionSetWriter(c.stderr), progressbar.OptionSetDescription("pages"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("pages"),
		progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSpinnerType(14))
}

// sumUp ends the progress and prints the summary of more than one page, where
// somebody watches or the output goes to a file.
func (c *command) sumUp() {
	if c.tally.bar != nil {
		_ = c.tally.bar.Finish()
	}
	before := c.skipped.Load()
	if c.quiet || c.tally.pages+int(before) <= 1 || !isTerminal(c.stderr) && c.out == "" {
		return
	}
	s := c.tally.String()
	if before > 0 {
		s += fmt.Sprintf("; %d were done before", before)
	}
	c.complain(s)
}
