package newspage

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// benchPages are pages of the evaluation corpus where it stands beside the
// checkout (every seventeenth), else the project's own.
func benchPages(tb testing.TB) [][]byte {
	tb.Helper()
	paths, err := filepath.Glob("../shared/corpus/pages/*.html.gz")
	require.NoError(tb, err)
	if len(paths) == 0 {
		paths = testPages(tb)
	}
	var pages [][]byte
	for i, path := range paths {
		if i%17 == 0 || !strings.HasSuffix(path, ".gz") {
			pages = append(pages, readPageFile(tb, path))
		}
	}
	return pages
}

func readPageFile(tb testing.TB, path string) []byte {
	tb.Helper()
	data, err := os.ReadFile(path)
	require.NoError(tb, err)
	if !strings.HasSuffix(path, ".gz") {
		return data
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	require.NoError(tb, err)
	data, err = io.ReadAll(z)
	require.NoError(tb, err)
	return data
}

// A benchSet is pages that are measured together.
type benchSet struct {
	name  string
	pages [][]byte
}

// benchSets are the project's own pages in three sizes and, where the evaluation
// corpus stands, its pages.
func benchSets(tb testing.TB) []benchSet {
	tb.Helper()
	sets := []benchSet{{name: "testdata/under-10KB"}, {name: "testdata/10-16KB"}, {name: "testdata/over-16KB"}}
	for _, path := range testPages(tb) {
		page := readPageFile(tb, path)
		size := 0
		switch {
		case len(page) >= 16<<10:
			size = 2
		case len(page) >= 10<<10:
			size = 1
		}
		sets[size].pages = append(sets[size].pages, page)
	}
	if paths, _ := filepath.Glob("../shared/corpus/pages/*.html.gz"); len(paths) > 0 {
		sets = append(sets, benchSet{"corpus", benchPages(tb)})
	}
	return sets
}

func (s *benchSet) size() (size int64) {
	for _, p := range s.pages {
		size += int64(len(p))
	}
	return size
}

func benchmarkPages(b *testing.B, run func(page []byte)) {
	for _, set := range benchSets(b) {
		b.Run(set.name, func(b *testing.B) {
			b.SetBytes(set.size())
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range set.pages {
					run(p)
				}
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	benchmarkPages(b, func(page []byte) { _, _ = Parse(bytes.NewReader(page), nil) })
}

func BenchmarkHTMLParse(b *testing.B) {
	benchmarkPages(b, func(page []byte) { _, _ = html.Parse(bytes.NewReader(page)) })
}

// BenchmarkRatio reports what a parse and its classifier cost in multiples of
// html.Parse of the same page, measured in turn: the median over the pages, and
// the 90th percentile. Of a page the best of three runs counts.
func BenchmarkRatio(b *testing.B) {
	pages := benchPages(b)
	var whole, classifier []float64
	for b.Loop() {
		for _, page := range pages {
			const forever = time.Duration(1 << 62)
			parse, all, judged := forever, forever, forever
			for range 3 {
				parse = min(parse, timed(func() { _, _ = html.ParseWithOptions(bytes.NewReader(page), html.ParseOptionEnableScripting(false)) }))
				all = min(all, timed(func() { _, _ = Parse(bytes.NewReader(page), nil) }))
				judged = min(judged, timeToJudge(b, page))
			}
			whole = append(whole, float64(all)/float64(parse))
			classifier = append(classifier, float64(judged)/float64(parse))
		}
	}
	b.ReportMetric(quantile(whole, 0.5), "parse/html.Parse")
	b.ReportMetric(quantile(whole, 0.9), "parse/html.Parse-p90")
	b.ReportMetric(quantile(classifier, 0.5), "classifier/html.Parse")
}

// timeToJudge is what the classifier alone takes for a page.
func timeToJudge(b *testing.B, page []byte) time.Duration {
	b.Helper()
	rd := readingFor(b, string(page))
	rd.model = bodyModel()
	rd.assignRolesBeforeBody()
	return timed(func() { classifyBody(rd) })
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

func quantile(v []float64, q float64) float64 {
	sort.Float64s(v)
	if len(v) == 0 {
		return 0
	}
	return v[int(q*float64(len(v)-1))]
}
