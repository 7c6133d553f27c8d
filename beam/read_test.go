package newsbeam

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/rtrackers/offsetrange"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var wholeFiles = &readFn{SplitBytes: 1 << 20, MaxBytes: 1 << 20}

func TestReadFormats(t *testing.T) {
	two := `{"url":"https://a.example/1","html":"<p>1"}` + "\n\n" + `{"url":"https://a.example/2","html":"<p>2"}`
	for name, c := range map[string]struct {
		text     string
		pages    []string // INPUT URL HTML, the folder left out
		failures []string // INPUT ERROR
	}{
		"a.html":       {"<p>x", []string{"a.html  <p>x"}, nil},
		"a.HTM.GZ":     {zipped(t, "<p>x"), []string{"a.HTM.GZ  <p>x"}, nil},
		"plain.htm.gz": {"<p>x", []string{"plain.htm.gz  <p>x"}, nil},
		"empty.html":   {"", []string{"empty.html  "}, nil},
		"cut.html.gz":  {zipped(t, "<p>x")[:15], nil, []string{"cut.html.gz broken gzip data: they end too early"}},
		"a.txt":        {"x", []string{"a.txt  x"}, nil},
		"crawl":        {response("https://a.example/", "text/html", "<p>x"), []string{"crawl#0 https://a.example/ <p>x"}, nil},
		"crawl.zip":    {zipped(t, response("https://a.example/", "text/html", "<p>x")), []string{"crawl.zip#0 https://a.example/ <p>x"}, nil},
		"a.jsonl":      {two, []string{"a.jsonl#0 https://a.example/1 <p>1", "a.jsonl#45 https://a.example/2 <p>2"}, nil},
		"a.jsonl.gz":   {zipped(t, two), []string{"a.jsonl.gz#0 https://a.example/1 <p>1", "a.jsonl.gz#45 https://a.example/2 <p>2"}, nil},
		"empty.jsonl":  {"", nil, nil},
		"bom.ndjson":   {"\uFEFF" + `{"html":"é"}`, []string{"bom.ndjson#0  é"}, nil},
		"bad.jsonl": {`{"url":"https://a.example/"}` + "\nnonsense\n" + `{"html":"ok"}` + "\n", []string{"bad.jsonl#38  ok"}, []string{
			`bad.jsonl#0 the line has no "html"`,
			`bad.jsonl#29 not a line {"url": "...", "html": "..."}: invalid character 'o' in literal null (expecting 'u')`,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := write(t, map[string]string{name: c.text})
			got := readWhole(t, wholeFiles, fileAt(t, filepath.Join(dir, name)))
			var pages, failures []string
			for _, p := range got.pages {
				pages = append(pages, fmt.Sprintf("%s %s %s", strings.TrimPrefix(p.Input, dir+"/"), p.URL, p.HTML))
			}
			for _, f := range got.failures {
				assert.Equal(t, FailedRead, f.Kind)
				failures = append(failures, strings.TrimPrefix(f.Input, dir+"/")+" "+f.Error)
			}
			assert.Equal(t, c.pages, pages)
			assert.Equal(t, c.failures, failures)
		})
	}
}

func TestMissingFileIsAFailure(t *testing.T) {
	got := readWhole(t, wholeFiles, storedName{"/no/such/page.html", 10})
	assert.Equal(t, []Failure{{Input: "/no/such/page.html", Kind: FailedOpen, Error: "no such file or directory"}}, got.failures)
}

func TestLargePageIsKeptToTellItsSize(t *testing.T) {
	dir := write(t, map[string]string{"a.html": strings.Repeat("x", 100), "b.jsonl": `{"html":"` + strings.Repeat("x", 1<<20) + `"}` + "\n" + `{"html":"y"}`})
	f := &readFn{SplitBytes: 1 << 20, MaxBytes: 10}
	page := readWhole(t, f, fileAt(t, dir+"/a.html"))
	assert.Len(t, page.pages[0].HTML, 11)
	lines := readWhole(t, f, fileAt(t, dir+"/b.jsonl"))
	assert.Equal(t, "the line is too long", lines.failures[0].Error)
	assert.Equal(t, "y", string(lines.pages[0].HTML))
}

// Each cut in two at any place, and any cuts in several, give each line once.
func TestLinesAreReadOnceWhateverTheCuts(t *testing.T) {
	text := "\n"
	for i := range 9 {
		text += fmt.Sprintf(`{"html":"%s"}`, strings.Repeat("x", i*i)) + strings.Repeat("\n", 1+i%3)
	}
	dir := write(t, map[string]string{"a.jsonl": text})
	requireReadOnce(t, fileAt(t, dir+"/a.jsonl"), 9)
}

// requireReadOnce reads a file whole, then cut at each byte, then with many
// cuts, then with splits while it is read: all must give the same items.
func requireReadOnce(t *testing.T, file storedName, pages int) {
	f := &readFn{SplitBytes: 1 << 30, MaxBytes: 1 << 20}
	whole := readWhole(t, f, file)
	require.Len(t, whole.pages, pages)
	for cut := int64(1); cut < file.Size; cut++ {
		got := readRange(t, f, file, offsetrange.Restriction{Start: 0, End: cut}, nil)
		got.add(readRange(t, f, file, offsetrange.Restriction{Start: cut, End: file.Size}, nil))
		require.Equal(t, whole, got, "cut at %d", cut)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		f := &readFn{SplitBytes: 1 + rnd.Int64N(file.Size), MaxBytes: 1 << 20}
		var got reading
		for _, r := range f.SplitRestriction(file, f.CreateInitialRestriction(file)) {
			got.add(readRange(t, f, file, r, func(int) (float64, bool) { return rnd.Float64(), rnd.IntN(3) == 0 }))
		}
		require.ElementsMatch(t, whole.inputs(), got.inputs())
		require.ElementsMatch(t, whole.failures, got.failures)
	}
}

func TestSplitRestriction(t *testing.T) {
	for _, c := range []struct {
		name string
		size int64
		want []int64 // the ends
	}{
		{"a.jsonl", 0, []int64{1}},
		{"a.jsonl", 100, []int64{100}},
		{"a.warc.gz", 250, []int64{100, 200, 250}},
		{"a.warc.gz", 220, []int64{100, 220}}, // a small rest goes with the last
		{"a.jsonl.gz", 1000, []int64{1000}},   // no places to start
		{"a.html", 1000, []int64{1000}},
	} {
		f := &readFn{SplitBytes: 100}
		file := storedName{c.name, c.size}
		var ends []int64
		next := int64(0)
		for _, r := range f.SplitRestriction(file, f.CreateInitialRestriction(file)) {
			assert.Equal(t, next, r.Start)
			next = r.End
			ends = append(ends, r.End)
		}
		assert.Equal(t, c.want, ends, "%s of %d bytes", c.name, c.size)
	}
}

// A file without places to start is read by the worker that has its first byte,
// whole, whatever the runner splits off.
func TestUnsplittableFileIsReadOnce(t *testing.T) {
	dir := write(t, map[string]string{"a.html": "<p>x</p>"})
	file := fileAt(t, dir+"/a.html")
	got := readRange(t, wholeFiles, file, offsetrange.Restriction{Start: 0, End: file.Size}, func(int) (float64, bool) { return 0.5, true })
	assert.Equal(t, []string{file.Name}, got.inputs())
	assert.Equal(t, "<p>x</p>", string(got.pages[0].HTML))
}

// A WARC file that only its first bytes tell is read by one worker, once.
func TestUnnamedWARCFileIsReadOnce(t *testing.T) {
	dir := write(t, map[string]string{"crawl": strings.Join(crawl(5), "")})
	file := fileAt(t, dir+"/crawl")
	got := readRange(t, wholeFiles, file, offsetrange.Restriction{Start: 0, End: file.Size}, func(int) (float64, bool) { return 0.1, true })
	assert.Len(t, got.pages, 5)
}
