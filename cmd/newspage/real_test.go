package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestRunWithParse runs the whole command with newspage.Parse behind it.
func TestRunWithParse(t *testing.T) {
	const story = `<html><head><title>Bridge reopens</title></head><body><article><h1>Bridge reopens</h1>
<p>The bridge over the river was reopened on Monday after two years of repairs, the city said.</p>
<p>Traffic had been led through the old town, where residents complained of the noise and the dust.</p>
<p>See <a href="/plan">the plan of the works</a>, which the council voted for in the spring of last year.</p>
</article></body></html>`
	dir := folder(t, map[string]string{
		"a.html": story, "b.html.gz": gzipped(t, story), "c.html": "%PDF-1.4 binary", "d.html": "",
		"e.html": strings.Repeat(" ", 5000), "f.html.gz": gzipped(t, story)[:60],
	})
	var stdout, stderr bytes.Buffer
	code := run([]string{"-format", "jsonl", "-max-bytes", "4000", dir}, strings.NewReader(""), &stdout, &stderr)
	assert.Equal(t, exitFailed, code)
	all := lines(t, stdout.String())
	assert.Equal(t, []string{"Bridge reopens", "Bridge reopens", "", "", "", ""}, titles(all))
	for i, want := range []string{"", "", "not HTML", "no article found", "page is too large", "broken gzip data: they end too early"} {
		assert.Contains(t, all[i].Error, want)
		assert.Equal(t, want == "", all[i].Error == "", all[i].Error)
		assert.NotContains(t, all[i].Error, "newspage:")
	}
	assert.Equal(t, 4, strings.Count(stderr.String(), "\n"))

	stdout.Reset()
	stderr.Reset()
	code = run([]string{"-trace", "-url", "https://example.com/news/a", filepath.Join(dir, "a.html")}, nil, &stdout, &stderr)
	assert.Equal(t, exitOK, code, stderr.String())
	assert.Contains(t, stdout.String(), `"url": "https://example.com/plan"`)
	assert.Contains(t, stderr.String(), "over the river")
}
