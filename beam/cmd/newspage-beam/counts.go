package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	newsbeam "github.com/newspage-go/newspage/beam"
)

// printCounts prints what was counted, a line a metric.
func printCounts(w io.Writer, result beam.PipelineResult) {
	if result == nil {
		return
	}
	all := result.Metrics().AllMetrics()
	// The steps that count the same are added up.
	counts := map[string]int64{}
	for _, c := range all.Counters() {
		if c.Namespace() == newsbeam.Namespace {
			counts[c.Name()] += c.Result()
		}
	}
	var lines []string
	for name, n := range counts {
		lines = append(lines, fmt.Sprintf("%s: %d\n", name, n))
	}
	for _, d := range all.Distributions() {
		if v := d.Result(); d.Namespace() == newsbeam.Namespace && v.Count > 0 {
			lines = append(lines, fmt.Sprintf("%s: mean %d, least %d, most %d\n", d.Name(), v.Sum/v.Count, v.Min, v.Max))
		}
	}
	slices.Sort(lines)
	for _, line := range lines {
		io.WriteString(w, line)
	}
}
