package main

import (
	"encoding/json"
	"io"
	"maps"
	"math"
	"runtime"
	"slices"
)

// A report is everything that is printed.
type report struct {
	Go       string     `json:"go"`
	Platform string     `json:"platform"`
	Pages    int        `json:"pages"`
	Bytes    int        `json:"bytes"`
	Runs     int        `json:"runs"`
	Collect  bool       `json:"collect"` // the garbage was collected before each timed call
	Speed    []speed    `json:"speed"`
	Accuracy []accuracy `json:"accuracy,omitempty"`
}

// A speed is the row of an extractor in the table of costs. A figure that is
// undefined, where no page was extracted, is left out.
type speed struct {
	Extractor string         `json:"extractor"`
	Module    string         `json:"module"`
	Version   string         `json:"version,omitempty"`
	Median    float64        `json:"median,omitzero"` // multiples of html.Parse
	P90       float64        `json:"p90,omitzero"`
	MBps      float64        `json:"mb_per_second,omitzero"`
	Bytes     float64        `json:"bytes_per_page,omitzero"`
	Allocs    float64        `json:"allocs_per_page,omitzero"`
	Failures  map[string]int `json:"failures,omitempty"` // pages by way of failing
}

// An accuracy is the row of an extractor on a set of pages.
type accuracy struct {
	Set       string `json:"set"`
	Pages     int    `json:"pages"`
	Extractor string `json:"extractor"`
	Figures   scores `json:"figures"`
}

// newReport makes the figures of the measurements, of which the first is the baseline's.
func newReport(s settings, pages []page, all []*measurement, truths map[string]truth) report {
	r := report{
		Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH,
		Pages: len(pages), Runs: s.runs, Collect: s.collect,
	}
	for _, p := range pages {
		r.Bytes += len(p.HTML)
	}
	versions := moduleVersions()
	for _, m := range all {
		s := speedOf(m, all[0], pages)
		s.Version = versions[m.Module]
		r.Speed = append(r.Speed, s)
	}
	r.Accuracy = accuracies(pages, all[1:], truths)
	return r
}

func speedOf(m, base *measurement, pages []page) speed {
	ratios := ratiosOf(m, base)
	s := speed{
		Extractor: m.Name, Module: m.Module, MBps: rate(m, pages), Failures: failures(m),
		Median: orZero(quantile(ratios, 0.5)), P90: orZero(quantile(ratios, 0.9)),
	}
	if m.counted > 0 {
		s.Bytes = float64(m.bytes) / float64(m.counted)
		s.Allocs = float64(m.allocs) / float64(m.counted)
	}
	return s
}

// ratiosOf are the pages' times in multiples of the baseline's of the same page.
func ratiosOf(m, base *measurement) []float64 {
	var ratios []float64
	for i, took := range m.best {
		if took > 0 && base.best[i] > 0 {
			ratios = append(ratios, float64(took)/float64(base.best[i]))
		}
	}
	return ratios
}

// rate is the megabytes a second over the pages that were timed.
func rate(m *measurement, pages []page) float64 {
	size, seconds := 0, 0.0
	for i, took := range m.best {
		if took > 0 {
			size += len(pages[i].HTML)
			seconds += took.Seconds()
		}
	}
	if seconds == 0 {
		return 0
	}
	return float64(size) / 1e6 / seconds
}

func failures(m *measurement) map[string]int {
	n := map[string]int{}
	for _, way := range m.failed {
		if way != "" {
			n[way]++
		}
	}
	return n
}

// accuracies are the extractors' scores, set by set.
func accuracies(pages []page, all []*measurement, truths map[string]truth) []accuracy {
	sets := map[string][]int{}
	for i, p := range pages {
		if t, ok := truths[p.ID]; ok {
			sets[t.Set] = append(sets[t.Set], i)
		}
	}
	var rows []accuracy
	for _, set := range slices.Sorted(maps.Keys(sets)) {
		for _, m := range all {
			rows = append(rows, accuracyOf(set, sets[set], m, pages, truths))
		}
	}
	return rows
}

func accuracyOf(set string, in []int, m *measurement, pages []page, truths map[string]truth) accuracy {
	var list []scores
	for _, i := range in {
		list = append(list, scorePage(truths[pages[i].ID], m.readings[i]))
	}
	figures := summarize(list)
	if m.NoAuthors {
		delete(figures, figAuthor)
	}
	return accuracy{Set: set, Pages: len(in), Extractor: m.Name, Figures: figures}
}

func orZero(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

func (r report) writeJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}
