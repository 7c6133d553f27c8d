package newsbeam

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The whole way from files to files, with one and with many threads, with
// shards of the bundles and a fixed number: the lines are the same.
func TestPipeline(t *testing.T) {
	files := map[string]string{
		"none.html":         "<p>Nothing to read here.",
		"cut.html.gz":       zipped(t, story("Cut"))[:40],
		"deep/lines.jsonl":  fmt.Sprintf("{\"url\":\"https://a.example/1\",\"html\":%q}\nnonsense\n", "<p>1"),
		"deep/not-read.txt": "x",
	}
	for i := range 7 {
		files[fmt.Sprintf("story%d.html", i)] = story(fmt.Sprintf("Bridge number %d opens", i))
	}
	dir := write(t, files)
	var first []string
	for _, c := range []struct {
		threads int
		write   WriteOptions
		files   string
		most    int // of them; 0: as many as there are
	}{
		{0, WriteOptions{}, ".jsonl", 0},
		{3, WriteOptions{Shards: 4, Suffix: ".jsonl.gz"}, ".jsonl.gz", 4},
		{2, WriteOptions{ShardBytes: 2000}, ".jsonl", 0},
	} {
		out := t.TempDir()
		counts := runPipeline(t, func(s beam.Scope) {
			pages, unread := ReadPages(s, dir, ReadOptions{})
			results, refused := Extract(s, pages, ExtractOptions{Threads: c.threads})
			WriteLines(s, out+"/articles", c.write, Lines(s, results), Lines(s, FailureResults(s, unread)))
			WriteLines(s, out+"/failures", WriteOptions{}, FailureLines(s, unread), FailureLines(s, refused))
		})
		assert.Equal(t, map[string]int64{
			"pages": 9, "articles": 7, "failures": 4, "failures_no_article": 2, "failures_read": 2,
			"bytes": int64(7*len(files["story0.html"]) + len(files["none.html"]) + len("<p>1")),
		}, counts)
		lines := readLines(t, out+"/articles-*-of-*"+c.files)
		require.Len(t, lines, 11)
		if c.most > 0 {
			names, err := filepath.Glob(out + "/articles-*")
			require.NoError(t, err)
			assert.LessOrEqual(t, len(names), c.most)
		}
		if first == nil {
			first = lines
		}
		assert.Equal(t, first, lines)
		assert.Len(t, readLines(t, out+"/failures-*-of-*.jsonl"), 4)
		leftovers, err := filepath.Glob(out + "/*.tmp-*")
		require.NoError(t, err)
		assert.Empty(t, leftovers)
	}
	assert.Contains(t, first, `{"input":"`+dir+`/cut.html.gz","error":"broken gzip data: they end too early"}`)
}

func TestNothingFoundIsAFailureAndAnEmptyOutput(t *testing.T) {
	dir := t.TempDir()
	counts := runPipeline(t, func(s beam.Scope) {
		pages, unread := ReadPages(s, dir+"/*.html", ReadOptions{})
		results, _ := Extract(s, pages, ExtractOptions{})
		WriteLines(s, dir+"/articles", WriteOptions{}, Lines(s, results))
		WriteLines(s, dir+"/failures", WriteOptions{}, FailureLines(s, unread))
	})
	assert.Equal(t, map[string]int64{"failures": 1, "failures_list": 1}, counts)
	info, err := os.Stat(dir + "/articles-00000-of-00001.jsonl")
	require.NoError(t, err)
	assert.Zero(t, info.Size())
	assert.Equal(t, []string{`{"input":"` + dir + `/*.html","kind":"list","error":"no such file, or no pages in it"}`}, readLines(t, dir+"/failures-*"))
}

func TestDistinctAndSitesInAPipeline(t *testing.T) {
	dir := write(t, map[string]string{"a.html": story("Same"), "b.html": story("Same"), "c.html": story("Other"), "d.html": "no"})
	runPipeline(t, func(s beam.Scope) {
		pages, _ := ReadPages(s, dir, ReadOptions{})
		results, _ := Extract(s, pages, ExtractOptions{})
		newest, others := Distinct(s, results)
		WriteLines(s, dir+"/out", WriteOptions{}, Lines(s, newest), Lines(s, others))
		WriteSites(s, dir+"/sites.csv", Sites(s, newest, others))
	})
	var inputs []string
	for _, line := range readLines(t, dir+"/out-*") {
		var input string
		fmt.Sscanf(line, `{"input":%q`, &input)
		inputs = append(inputs, filepath.Base(input))
	}
	assert.Equal(t, []string{"b.html", "c.html", "d.html"}, inputs)
	report, err := os.ReadFile(dir + "/sites.csv")
	require.NoError(t, err)
	assert.Regexp(t, `^host,pages,articles,no_article,not_html,too_large,failed,mean_confidence\n,1,0,1,0,0,0,0.0000\nledger.example,2,2,0,0,0,0,0\.\d{4}\n$`, string(report))
}
