package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inputs are a WARC file that is whole, one that is cut off, an empty one, the
// first in other forms, and a folder.
func inputs(t *testing.T) []string {
	whole, err := os.ReadFile("../../testdata/sample.warc.gz")
	require.NoError(t, err)
	dir := t.TempDir()
	cut := filepath.Join(dir, "cut.warc.gz")
	require.NoError(t, os.WriteFile(cut, whole[:len(whole)*2/3], 0o644))
	pages := filepath.Join(dir, "pages")
	require.NoError(t, os.Mkdir(pages, 0o755))
	require.NoError(t, os.WriteFile(pages+"/none.html", []byte("<p>Nothing to read."), 0o644))
	require.NoError(t, os.WriteFile(pages+"/broken.html.gz", []byte("\x1f\x8b\x08zzz"), 0o644))
	// The same, as a file that is not compressed and as one gzip member for all.
	z, err := gzip.NewReader(bytes.NewReader(whole))
	require.NoError(t, err)
	plain, err := io.ReadAll(z)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(dir+"/plain.warc", plain, 0o644))
	var member bytes.Buffer
	w := gzip.NewWriter(&member)
	w.Write(plain)
	require.NoError(t, w.Close())
	require.NoError(t, os.WriteFile(dir+"/member.warc.gz", member.Bytes(), 0o644))
	require.NoError(t, os.WriteFile(dir+"/empty.warc.gz", nil, 0o644))
	return []string{"../../testdata/sample.warc.gz", cut, pages, dir + "/plain.warc", dir + "/member.warc.gz", dir + "/empty.warc.gz"}
}

func inputFlags(inputs []string) []string {
	var flags []string
	for _, input := range inputs {
		flags = append(flags, "--input="+input)
	}
	return flags
}

// requireSame requires that a run gives the lines of the command newspage.
func requireSame(t *testing.T, inputs []string, flags ...string) (stderr string) {
	args := []string{"-format", "jsonl"}
	for _, flag := range flags {
		if n, ok := strings.CutPrefix(flag, "--max_bytes="); ok {
			args = append(args, "-max-bytes="+n)
		}
	}
	want, _, _ := runTool(t, "newspage", append(args, inputs...)...)
	require.Contains(t, want, `"error":`)
	output := filepath.Join(t.TempDir(), "articles")
	_, stderr, code := runTool(t, "newspage-beam", append(append(inputFlags(inputs), "--output="+output), flags...)...)
	require.Zero(t, code, stderr)
	require.Equal(t, sortedLines(want), outputLines(t, output))
	failures := outputLines(t, output+"-failures")
	require.Len(t, failures, strings.Count(want, `,"error":`))
	return stderr
}

func TestSameLinesAsTheCommandOnPrismInOneProcess(t *testing.T) {
	stderr := requireSame(t, inputs(t))
	assert.Contains(t, stderr, "\nfailures_read: 3\n")
	assert.Regexp(t, `\npage_micros: mean \d+, least \d+, most \d+\n`, stderr)
	requireSame(t, inputs(t), "--max_bytes=13000")
	requireSame(t, inputs(t), "--split_bytes=1000", "--parse_threads=1", "--num_shards=3")
}

// The portable way: a job server and the workers are processes of their own.
func TestSameLinesAsTheCommandOnARunnerOfItsOwn(t *testing.T) {
	require.NoError(t, built().err)
	if err := built().prismErr; err != nil {
		t.Skip("Prism cannot be built here: ", err)
	}
	jobs, workers := freePort(t), freePort(t)
	startTool(t, "prism", "--job_port="+jobs, "--serve_http=false")
	startTool(t, "newspage-beam", "--worker_pool="+workers)
	waitFor(t, jobs)
	waitFor(t, workers)
	runner := []string{"--runner=universal", "--endpoint=localhost:" + jobs}
	t.Run("a pool of workers", func(t *testing.T) {
		requireSame(t, inputs(t), append(runner, "--environment_type=EXTERNAL", "--environment_config=localhost:"+workers)...)
	})
	t.Run("workers that the runner starts", func(t *testing.T) {
		requireSame(t, inputs(t), append(runner, "--environment_type=PROCESS", `--environment_config={"command":"`+built().dir+`/newspage-beam"}`)...)
	})
}

func TestSiteReportAndDistinct(t *testing.T) {
	dir := t.TempDir()
	sample := "../../testdata/sample.warc.gz"
	again := filepath.Join(dir, "again.warc.gz")
	text, err := os.ReadFile(sample)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(again, text, 0o644))
	_, stderr, code := runTool(t, "newspage-beam", "--input="+sample, "--input="+again, "--output="+dir+"/out", "--distinct", "--site-report="+dir+"/sites.csv")
	require.Zero(t, code, stderr)
	once, _, _ := runTool(t, "newspage", "-format", "jsonl", again)
	refused := strings.Count(once, `,"error":`)
	assert.Len(t, outputLines(t, dir+"/out"), strings.Count(once, "\n")+refused, "each article once, each failure twice")
	report, err := os.ReadFile(dir + "/sites.csv")
	require.NoError(t, err)
	assert.Regexp(t, `^host,.*\nshop.example,2,0,2,0,0,0,0.0000\nnews.example,24,24,0,0,0,0,0\.\d{4}\n$`, string(report))
}

func TestOutputOfAnotherRunIsNotMixed(t *testing.T) {
	dir := t.TempDir()
	there := dir + "/out-00003-of-00007.jsonl"
	require.NoError(t, os.WriteFile(there, nil, 0o644))
	_, stderr, code := runTool(t, "newspage-beam", "--input="+dir, "--output="+dir+"/out")
	assert.Equal(t, 1, code)
	assert.Equal(t, "newspage-beam: "+there+" is there from another run: remove it and its like, or give another --output\n", stderr)
}

func TestWrongUsage(t *testing.T) {
	for want, args := range map[string][]string{
		"--input is missing: a pattern of files such as crawl/*.warc.gz": {"--output=x"},
		"--output is missing: the prefix of the files to write":          {"--input=x"},
		"what to read is given as --input=crawl.warc.gz":                 {"--output=x", "crawl.warc.gz"},
		"--num_shards must not be negative":                              {"--input=x", "--output=x", "--num_shards=-1"},
		"--max_bytes must be at least 1":                                 {"--input=x", "--output=x", "--max_bytes=0"},
		"--split_bytes must be at least 1":                               {"--input=x", "--output=x", "--split_bytes=0"},
		"--parse_threads must not be negative":                           {"--input=x", "--output=x", "--parse_threads=-1"},
		"--suffix is empty":                                              {"--input=x", "--output=x", "--suffix="},
		`--worker_pool is a port, not "localhost:1"`:                     {"--worker_pool=localhost:1"},
	} {
		_, stderr, code := runTool(t, "newspage-beam", args...)
		assert.Equal(t, 2, code, args)
		assert.Equal(t, "newspage-beam: "+want+"\n", stderr)
	}
}

func TestDefaultThreads(t *testing.T) {
	for _, runner := range []string{"flink", "universal", "DataflowRunner"} {
		assert.Equal(t, 1, defaultThreads(runner))
	}
	assert.Equal(t, defaultThreads(""), defaultThreads("PrismRunner"))
}
