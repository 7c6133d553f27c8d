package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write what the README's commands print into the README, and what the formats print into testdata/formats")

// TestReadmeCommands runs each command line of the README that runs this
// command from a clone, and compares what it prints with what the README says.
func TestReadmeCommands(t *testing.T) {
	const readme = "../../README.md"
	text, err := os.ReadFile(readme)
	require.NoError(t, err)
	t.Chdir("../..")
	blocks := strings.Split(string(text), "```console\n$ ")
	ran := 0
	for i := 1; i < len(blocks); i++ {
		shown, after, ok := strings.Cut(blocks[i], "```")
		require.True(t, ok, "a console block of the README has no end")
		line, want, _ := strings.Cut(shown, "\n")
		args, ok := strings.CutPrefix(line, "go run ./cmd/newspage ")
		if !ok {
			continue
		}
		var stdout, stderr bytes.Buffer
		code := run(strings.Fields(args), strings.NewReader(""), &stdout, &stderr)
		assert.Zero(t, code, "%s: %s", line, stderr.String())
		if !*update {
			assert.Equal(t, want, stdout.String(), line)
		}
		blocks[i] = line + "\n" + stdout.String() + "```" + after
		ran++
	}
	require.Positive(t, ran)
	if *update {
		require.NoError(t, os.WriteFile("README.md", []byte(strings.Join(blocks, "```console\n$ ")), 0o644))
	}
}

// TestReadmeLines runs the README's other lines of the command, and the usage
// text's, on files such as they speak of.
func TestReadmeLines(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	site := newSite(t)
	dir := folder(t, map[string]string{
		"pages/a.html":         "a",
		"pages/manifest.jsonl": `{"path": "a.html", "url": "https://news.example/a"}` + "\n",
		"manifest.jsonl":       `{"path": "pages/a.html"}` + "\n",
		"crawl/x/a.warc.gz":    gzipped(t, warcRecord("https://news.example/a", "a")),
		"crawl/b.warc.gz":      gzipped(t, warcRecord("https://news.example/b", "b")),
		"PAGE":                 "a",
	})
	t.Chdir(dir)
	ran := 0
	for line := range strings.Lines(string(text) + usage) {
		args, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "    newspage ")
		if !ok || strings.Contains(args, "[flags]") {
			continue
		}
		args, _, _ = strings.Cut(args, " > ")
		args = strings.ReplaceAll(strings.ReplaceAll(args, "'", ""), "https://example.com/news/story.html", site+"/story")
		require.NoError(t, os.RemoveAll("articles.jsonl"))
		o := cli(append(strings.Fields(args), "-quiet")...)
		assert.Zero(t, o.code, "%s: %s", line, o.stderr)
		assert.Empty(t, o.stderr, line)
		assert.True(t, o.stdout != "" || strings.Contains(args, "-o ") || strings.Contains(args, "-explain "), line)
		ran++
	}
	assert.Greater(t, ran, 6)
}
