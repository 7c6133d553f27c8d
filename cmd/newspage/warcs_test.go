package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// warcRecord is a response record of a page that fakeParse reads.
func warcRecord(url, text string) string {
	block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n" + text
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(block), block)
}

func TestWARCFiles(t *testing.T) {
	a, b := warcRecord("https://news.example/a", "first"), warcRecord("https://news.example/b", "second")
	dir := folder(t, map[string]string{"x.warc": a + b, "sub/y.warc.gz": gzipped(t, a) + gzipped(t, b), "plain": a, "page.html": "third", "one.warc.gz": gzipped(t, a+b)})
	at := func(name string, n int) string { return fmt.Sprintf("%s#%d", filepath.Join(dir, name), n) }

	o := cli("-format", "jsonl", filepath.Join(dir, "x.warc"))
	assert.Equal(t, []line{
		{Input: at("x.warc", 0), URL: "https://news.example/a", Title: "first", Section: "text/html; charset=koi8-r"},
		{Input: at("x.warc", len(a)), URL: "https://news.example/b", Title: "second", Section: "text/html; charset=koi8-r"},
	}, lines(t, o.stdout))
	assert.Zero(t, o.code, o.stderr)

	o = cli("-format", "jsonl", filepath.Join(dir, "one.warc.gz"))
	assert.Equal(t, at("one.warc.gz", 0)+".1", lines(t, o.stdout)[1].Input, "records in one gzip member are told apart")

	o = cli("-format", "jsonl", filepath.Join(dir, "plain"))
	assert.Equal(t, []string{"first"}, titles(lines(t, o.stdout)), "known by its first bytes")

	o = cli("-format", "jsonl", dir)
	assert.Equal(t, []string{"first", "second", "third", "first", "second", "first", "second"}, titles(lines(t, o.stdout)), "in a folder, in the order of names")

	o = cliWith(fakeParse, gzipped(t, a)+gzipped(t, b), "-format", "jsonl")
	assert.Equal(t, []string{"first", "second"}, titles(lines(t, o.stdout)), "on standard input")
	assert.Equal(t, "-#0", lines(t, o.stdout)[0].Input)

	require.NoError(t, os.WriteFile(filepath.Join(dir, "m.jsonl"), []byte(`{"path": "x.warc"}`+"\n"+`{"path": "page.html"}`), 0o644))
	o = cli("-format", "jsonl", "-manifest", filepath.Join(dir, "m.jsonl"))
	assert.Equal(t, []string{"first", "second", "third"}, titles(lines(t, o.stdout)), "in a manifest")
	assert.Equal(t, "x.warc#0", lines(t, o.stdout)[0].Input, "called as the manifest calls the file")

	o = cli("-url", "https://news.example/", filepath.Join(dir, "plain"))
	assert.Equal(t, exitUsage, o.code)
	assert.Contains(t, o.stderr, "which has the addresses of its pages")

	o = cli("-format", "jsonl", filepath.Join(dir, "**", "*.warc*"))
	assert.Equal(t, []string{"first", "second", "first", "second", "first", "second"}, titles(lines(t, o.stdout)), "by a pattern")
}

func TestWARCFilesThatAreDamaged(t *testing.T) {
	a, b := warcRecord("https://news.example/a", "first"), warcRecord("https://news.example/b", "second")
	dir := folder(t, map[string]string{"cut.warc.gz": gzipped(t, a) + gzipped(t, b)[:60], "empty.warc": "", "no.warc": "hello", "none.warc": strings.Replace(a, "text/html", "image/png", 1)})
	for name, want := range map[string]string{
		"cut.warc.gz": fmt.Sprintf("#%d: the file ends within the record", len(gzipped(t, a))),
		"empty.warc":  ": not a WARC file: it is empty",
		"no.warc":     `: not a WARC file: it begins with "hello"`,
		"none.warc":   ": no pages of HTML in this WARC file",
	} {
		o := cli("-format", "jsonl", filepath.Join(dir, name))
		assert.Equal(t, 1, o.code, name)
		assert.Equal(t, "newspage: "+filepath.Join(dir, name)+want+"\n", o.stderr)
	}
	o := cli("-format", "jsonl", "-max-bytes", "5", filepath.Join(dir, "cut.warc.gz"))
	assert.Equal(t, "first", lines(t, o.stdout)[0].Title, "of five bytes")
}

func TestPatterns(t *testing.T) {
	dir := folder(t, map[string]string{"a1.html": "one", "a2.html": "two", "b.html": "three", "[x].html": "four"})
	o := cli("-format", "jsonl", filepath.Join(dir, "a?.html"))
	assert.Equal(t, []string{"one", "two"}, titles(lines(t, o.stdout)))
	o = cli("-format", "jsonl", filepath.Join(dir, "[x].html"))
	assert.Equal(t, []string{"four"}, titles(lines(t, o.stdout)), "a file that is called like a pattern")
	o = cli(filepath.Join(dir, "c*.html"))
	assert.Equal(t, "newspage: "+filepath.Join(dir, "c*.html")+": no file fits this pattern\n", o.stderr)
	assert.Equal(t, 1, o.code)
}

// TestContinue breaks off a run at every byte of its output; taken up again, the
// output is that of a run that was not broken off.
func TestContinue(t *testing.T) {
	records := ""
	for i := range 4 {
		records += warcRecord(fmt.Sprintf("https://news.example/%d", i), fmt.Sprint("page ", i))
	}
	dir := folder(t, map[string]string{"x.warc": records, "bad.html": "bad", "a.html": "a"})
	out := filepath.Join(dir, "out")
	page := filepath.Join(dir, "a.html")
	args := []string{"-format", "jsonl", "-o", out, "-quiet", page, filepath.Join(dir, "bad.html"), filepath.Join(dir, "x.warc"), page}
	cli(args...)
	whole, err := os.ReadFile(out)
	require.NoError(t, err)
	require.Len(t, lines(t, string(whole)), 7)
	for n := range len(whole) + 1 {
		require.NoError(t, os.WriteFile(out, whole[:n], 0o644))
		o := cli(append([]string{"-continue"}, args...)...)
		again, err := os.ReadFile(out)
		require.NoError(t, err)
		require.Equal(t, string(whole), string(again), "broken off after %d bytes: %s", n, o.stderr)
	}
}

func TestOutputFile(t *testing.T) {
	dir := folder(t, map[string]string{"a.html": "a", "b.html": "none", "there": "mine", "other": `{"title": "x"}` + "\n"})
	path := func(name string) string { return filepath.Join(dir, name) }
	o := cli("-format", "jsonl", "-o", path("new"), path("a.html"), path("b.html"))
	assert.Equal(t, 1, o.code)
	assert.Empty(t, o.stdout)
	assert.Regexp(t, `^newspage: .*b.html: no article found\nnewspage: 2 pages in \S+ \(\d+/s\): 1 articles; 1 no article\n$`, o.stderr)
	data, err := os.ReadFile(path("new"))
	require.NoError(t, err)
	assert.Len(t, lines(t, string(data)), 2)

	for want, args := range map[string][]string{
		"there is there already: give -continue to take it up, or remove it":               {"-o", path("there"), path("a.html")},
		`line 1 is not what newspage -format jsonl writes: it does not begin with "input"`: {"-format", "jsonl", "-continue", "-o", path("other"), path("a.html")},
		"-continue needs -o FILE, the output to take up":                                   {"-format", "jsonl", "-continue", path("a.html")},
		"-continue needs -format jsonl, whose lines say which inputs are done":             {"-continue", "-o", path("x"), path("a.html")},
		"no such file or directory":                                                        {"-o", path("no/folder"), path("a.html")},
		"-o needs -format beside -explain: the article is printed only where it is given":  {"-explain", path("r.html"), "-o", path("x"), path("a.html")},
	} {
		o := cli(args...)
		assert.Equal(t, exitUsage, o.code, want)
		assert.Contains(t, o.stderr, want)
	}
	data, err = os.ReadFile(path("there"))
	require.NoError(t, err)
	assert.Equal(t, "mine", string(data))
}

// TestFullDisk: what cannot be written is said, and the exit code tells of it.
func TestFullDisk(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("there is no /dev/full here")
	}
	o := cli("-format", "jsonl", "-o", "/dev/full", page(t, "a"))
	assert.Equal(t, 1, o.code)
	assert.Equal(t, "newspage: writing the output: no space left on device\n", o.stderr)
}
