package main

import (
	"bufio"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestManifest(t *testing.T) {
	other := page(t, "elsewhere")
	dir := folder(t, map[string]string{
		"list/m.jsonl": "\uFEFF" + `{"path": "pages/a.html", "url": "https://example.com/a", "id": 7, "URL": "x", "Path": 3}` + "\r\n" +
			"\n" +
			`{"path": "pages/b.html.gz"}` + "\n" +
			`{"path": "` + filepath.ToSlash(other) + `", "url": null}` + "\n" +
			`{"path": "../c.html", "url": ""}`,
		"list/pages/a.html": "A", "list/pages/b.html.gz": gzipped(t, "B"), "c.html": "C",
	})
	got := cli("-format", "jsonl", page(t, "first"), "-manifest", filepath.Join(dir, "list", "m.jsonl"))
	require.Equal(t, exitOK, got.code, got.stderr)
	all := lines(t, got.stdout)
	assert.Equal(t, []string{"first", "A", "B", "elsewhere", "C"}, titles(all))
	assert.Equal(t, line{Input: "pages/a.html", URL: "https://example.com/a", Title: "A"}, all[1])
	assert.Equal(t, line{Input: "pages/b.html.gz", Title: "B"}, all[2])
	assert.Equal(t, "../c.html", all[4].Input)
}

func TestManifestErrors(t *testing.T) {
	tests := []struct{ name, text, input, err string }{
		{"no JSON", `pages/a.html`, "M:2", "not a JSON object: invalid character 'p' looking for beginning of value"},
		{"cut", `{"path": "a.html"`, "M:2", "not a JSON object: unexpected end of JSON input"},
		{"array", `["a.html"]`, "M:2", "not a JSON object: json: cannot unmarshal array"},
		{"null", `null`, "M:2", `neither "path" nor "url"`},
		{"two values", `{"path": "a.html"} {}`, "M:2", "not a JSON object: invalid character '{' after top-level value"},
		{"empty path", `{"path": ""}`, "M:2", `neither "path" nor "url"`},
		{"path no string", `{"path": 1}`, "M:2", `"path" is not a string`},
		{"url no string", `{"path": "a.html", "url": 1}`, "a.html", `M:2: "url" is not a string`},
		{"url relative", `{"path": "a.html", "url": "/a"}`, "a.html", `M:2: "/a" is no absolute http or https address`},
		{"url broken", `{"path": "a.html", "url": "http://a/%zz"}`, "a.html", `M:2: broken address "http://a/%zz": invalid URL escape`},
		{"missing page", `{"path": "x.html"}`, "x.html", "no such file or directory"},
		{"folder", `{"path": "."}`, ".", "is a folder, not a page"},
		{"long line", strings.Repeat(" ", maxManifestLine+1) + `{"path": "a.html"}`, "M:2", "the line is too long"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			whole := `{"path": "a.html"}`
			dir := folder(t, map[string]string{"m.jsonl": whole + "\n" + tt.text + "\n" + whole + "\n", "a.html": "A"})
			m := filepath.Join(dir, "m.jsonl")
			got := cli("-format", "jsonl", "-manifest", m)
			assert.Equal(t, exitFailed, got.code)
			all := lines(t, got.stdout)
			require.Len(t, all, 3)
			assert.Equal(t, []string{"A", "", "A"}, titles(all))
			assert.Equal(t, strings.Replace(tt.input, "M", m, 1), all[1].Input)
			assert.Contains(t, all[1].Error, strings.Replace(tt.err, "M", m, 1))
			assert.Equal(t, "newspage: "+all[1].Input+": "+all[1].Error+"\n", got.stderr)
		})
	}
}

func TestManifestMissing(t *testing.T) {
	got := cli("-manifest", "no-such-manifest", page(t, "A"), "-format", "text")
	assert.Equal(t, outcome{exitFailed, "A\n=\n\nA\n", "newspage: no-such-manifest: no such file or directory\n"}, got)
	dir := t.TempDir()
	assert.Equal(t, outcome{exitFailed, "", "newspage: " + dir + ": is a directory\n"}, cli("-manifest", dir))
}

func TestReadLine(t *testing.T) {
	long := strings.Repeat("x", maxManifestLine)
	r := bufio.NewReader(strings.NewReader("a\n\n" + long + "\n" + long[1:] + "\nend"))
	for _, want := range []struct {
		size int
		err  error
	}{{2, nil}, {1, nil}, {-1, errLongLine}, {maxManifestLine, nil}, {3, nil}, {0, io.EOF}, {0, io.EOF}} {
		got, err := readLine(r)
		assert.Equal(t, want.err, err)
		if want.size >= 0 {
			assert.Len(t, got, want.size)
		}
		assert.LessOrEqual(t, len(got), maxManifestLine)
	}
}
