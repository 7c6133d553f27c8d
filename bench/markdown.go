package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
)

const noFigure = "–"

// writeMarkdown prints a table of costs and, where there are scores, one of accuracy.
func (r report) writeMarkdown(w io.Writer) error {
	var b strings.Builder
	between := ""
	if !r.Collect {
		between = ", no collection between calls"
	}
	fmt.Fprintf(&b, "%d pages, %.1f MB, best of %d runs%s, %s, %s\n\n", r.Pages, float64(r.Bytes)/1e6, r.Runs, between, r.Go, r.Platform)
	r.writeSpeed(&b)
	if len(r.Accuracy) > 0 {
		b.WriteByte('\n')
		r.writeAccuracy(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r report) writeSpeed(b *strings.Builder) {
	b.WriteString("| extractor | version | median × html.Parse | 90th percentile | MB/s | KB a page | allocations a page | failures |\n")
	b.WriteString("|---|---|---:|---:|---:|---:|---:|---:|\n")
	for _, s := range r.Speed {
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s | %s |\n", s.Extractor, cmp.Or(s.Version, "this checkout"),
			number("%.2f", s.Median), number("%.2f", s.P90), number("%.1f", s.MBps),
			number("%.0f", s.Bytes/1000), number("%.0f", s.Allocs), failureText(s.Failures))
	}
}

func number(format string, v float64) string {
	if v == 0 {
		return noFigure
	}
	return fmt.Sprintf(format, v)
}

// failureText is the number of failures and what they were, "3 (2 error, 1 panic)".
func failureText(n map[string]int) string {
	sum := 0
	var ways []string
	for _, way := range []string{failedError, failedPanic, failedTimeout} {
		if n[way] > 0 {
			sum += n[way]
			ways = append(ways, fmt.Sprintf("%d %s", n[way], way))
		}
	}
	if sum == 0 {
		return "0"
	}
	return fmt.Sprintf("%d (%s)", sum, strings.Join(ways, ", "))
}

func (r report) writeAccuracy(b *strings.Builder) {
	shown := r.knownFigures()
	fmt.Fprintf(b, "| set | extractor | %s |\n", strings.Join(shown, " | "))
	fmt.Fprintf(b, "|---|---|%s\n", strings.Repeat("---:|", len(shown)))
	for _, a := range r.Accuracy {
		cells := []string{fmt.Sprintf("%s (%d)", a.Set, a.Pages), a.Extractor}
		for _, figure := range shown {
			cells = append(cells, figureText(a.Figures, figure))
		}
		fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
	}
}

// knownFigures are those that some row has.
func (r report) knownFigures() []string {
	var known []string
	for _, figure := range figures {
		for _, a := range r.Accuracy {
			if _, ok := a.Figures[figure]; ok {
				known = append(known, figure)
				break
			}
		}
	}
	return known
}

func figureText(s scores, figure string) string {
	v, ok := s[figure]
	if !ok {
		return noFigure
	}
	return fmt.Sprintf("%.3f", v)
}
