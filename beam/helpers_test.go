package newsbeam

import (
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/sdf"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/rtrackers/offsetrange"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/stretchr/testify/require"
)

// story is a page with an article whose title is the one given.
func story(title string) string {
	return `<html lang="en"><head><title>` + title + ` - The Ledger</title><link rel="canonical" href="https://ledger.example/` +
		strings.ReplaceAll(strings.ToLower(title), " ", "-") + `"><meta property="og:type" content="article"></head><body><article><h1>` + title + `</h1>` +
		strings.Repeat(`<p>The harbour bridge will carry traffic again in September, a year earlier than the council had promised, the engineers said on Friday.</p>`, 4) +
		`</article></body></html>`
}

func zipped(t *testing.T, text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

// write writes files into a new folder and returns it.
func write(t *testing.T, files map[string]string) string {
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	}
	return dir
}

// A reading is what reading a file gave.
type reading struct {
	pages    []Page
	failures []Failure
}

func (r *reading) add(other reading) {
	r.pages = append(r.pages, other.pages...)
	r.failures = append(r.failures, other.failures...)
}

// inputs names all that was read, in order.
func (r reading) inputs() []string {
	var all []string
	for _, p := range r.pages {
		all = append(all, p.Input)
	}
	return all
}

func fileAt(t *testing.T, name string) storedName {
	size, err := sizeOf(context.Background(), name)
	require.NoError(t, err)
	return storedName{name, size}
}

// readWhole reads a file as one range.
func readWhole(t *testing.T, f *readFn, file storedName) reading {
	return readRange(t, f, file, f.CreateInitialRestriction(file), nil)
}

// readRange has the DoFn read a range as a runner would. Where split is not
// nil it is called for each item with how many came before it, and may have the
// tracker split; what the tracker splits off is read behind it.
func readRange(t *testing.T, f *readFn, file storedName, r offsetrange.Restriction, split func(n int) (fraction float64, ok bool)) reading {
	var got reading
	rt := f.CreateTracker(r)
	var residuals []offsetrange.Restriction
	n := 0
	step := func() {
		n++
		if split == nil {
			return
		}
		if fraction, ok := split(n); ok {
			_, residual, err := rt.TrySplit(fraction)
			require.NoError(t, err)
			if residual != nil {
				residuals = append(residuals, residual.(offsetrange.Restriction))
			}
		}
	}
	err := f.ProcessElement(context.Background(), rt, file,
		func(p Page) { got.pages = append(got.pages, p); step() },
		func(x Failure) { got.failures = append(got.failures, x); step() })
	require.NoError(t, err)
	requireDone(t, rt)
	for _, residual := range residuals {
		got.add(readRange(t, f, file, residual, split))
	}
	return got
}

// requireDone is the check that Beam makes after each ProcessElement.
func requireDone(t *testing.T, rt *sdf.LockRTracker) {
	require.NoError(t, rt.GetError())
	require.True(t, rt.IsDone(), "%v", rt)
}

// lines reads the lines of files, sorted.
func readLines(t *testing.T, pattern string) []string {
	names, err := filepath.Glob(pattern)
	require.NoError(t, err)
	var all []string
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		if strings.HasSuffix(name, ".gz") {
			z, err := gzip.NewReader(bytes.NewReader(text))
			require.NoError(t, err)
			var b bytes.Buffer
			_, err = b.ReadFrom(z)
			require.NoError(t, err)
			text = b.Bytes()
		}
		for line := range strings.Lines(string(text)) {
			all = append(all, strings.TrimSuffix(line, "\n"))
		}
	}
	slices.Sort(all)
	return all
}

// runPipeline builds and runs a pipeline and returns its counters.
func runPipeline(t *testing.T, build func(s beam.Scope)) map[string]int64 {
	p, s := beam.NewPipelineWithRoot()
	build(s)
	result, err := ptest.RunWithMetrics(p)
	require.NoError(t, err)
	counts := map[string]int64{}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == Namespace {
			counts[c.Name()] += c.Result()
		}
	}
	return counts
}
