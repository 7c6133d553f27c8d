package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFolder(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.html": "B", "a.HTM": "A", "c.xhtml": "C", "d.html.gz": gzipped(t, "D"), "e/f/g.htm.gz": "G",
		"notes.txt": "no", "html": "no", "x.gz": "no", "y.json": "no",
	})
	got := cli("-format", "jsonl", dir)
	require.Equal(t, exitOK, got.code, got.stderr)
	all := lines(t, got.stdout)
	assert.Equal(t, []string{"A", "B", "C", "D", "G"}, titles(all))
	assert.Equal(t, filepath.Join(dir, "e", "f", "g.htm.gz"), all[4].Input)
}

func TestFolderBehindLink(t *testing.T) {
	dir := folder(t, map[string]string{"a.html": "A", "real/b.txt": "B"})
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Skip(err)
	}
	require.NoError(t, os.Symlink(filepath.Join(dir, "real", "b.txt"), filepath.Join(dir, "b.html")))
	require.NoError(t, os.Symlink(filepath.Join(dir, "real"), filepath.Join(dir, "c.html")))
	require.NoError(t, os.Symlink("nowhere", filepath.Join(dir, "d.html")))
	got := cli("-format", "jsonl", link)
	assert.Equal(t, exitFailed, got.code)
	all := lines(t, got.stdout)
	assert.Equal(t, []string{"A", "B", ""}, titles(all))
	assert.Equal(t, "no such file or directory", all[2].Error)
}

func TestFolderWithoutPages(t *testing.T) {
	dir := folder(t, map[string]string{"notes.txt": "no", "sub/more.txt": "no"})
	got := cli(dir, page(t, "A"), "-format", "text")
	assert.Equal(t, exitFailed, got.code)
	assert.Equal(t, "A\n=\n\nA\n", got.stdout)
	assert.Equal(t, "newspage: "+dir+": no pages (.html, .htm, .xhtml, .warc, or these with .gz) in this folder\n", got.stderr)
}

func TestUnreadableFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	dir := folder(t, map[string]string{"a/x.html": "X", "b.html": "B"})
	require.NoError(t, os.Chmod(filepath.Join(dir, "a"), 0))
	defer os.Chmod(filepath.Join(dir, "a"), 0o755)
	got := cli(dir, "-format", "text")
	assert.Equal(t, outcome{exitFailed, "B\n", "newspage: " + filepath.Join(dir, "a") + ": permission denied\n"}, got)
}

func TestFiles(t *testing.T) {
	dir := folder(t, map[string]string{
		"plain.html": "plain", "zipped.html.gz": gzipped(t, "zipped"), "zipped.html": gzipped(t, "hidden"),
		"plain.html.gz": "not zipped", "any.name": "any", "empty.html": "", "one.html": "\x1f",
		"cut.html.gz": gzipped(t, "cut in the middle")[:20], "head.gz": "\x1f\x8bxxxxxxxxxxxxxx", "short.gz": "\x1f\x8b\x08",
		"big.html": strings.Repeat("x", 101), "bomb.html.gz": gzipped(t, strings.Repeat("x", 1<<20)), "fits.html": strings.Repeat("x", 100),
	})
	tests := []struct{ file, title, err string }{
		{"plain.html", "plain", ""},
		{"zipped.html.gz", "zipped", ""},
		{"zipped.html", "hidden", ""},
		{"plain.html.gz", "not zipped", ""},
		{"any.name", "any", ""},
		{"empty.html", "", ""},
		{"one.html", "\x1f", ""},
		{"cut.html.gz", "", "reading the page: broken gzip data: they end too early"},
		{"head.gz", "", "broken gzip data: gzip: invalid header"},
		{"short.gz", "", "broken gzip data: they end too early"},
		{"big.html", "", "page is too large"},
		{"bomb.html.gz", "", "page is too large"},
		{"fits.html", strings.Repeat("x", 100), ""},
		{"missing.html", "", "no such file or directory"},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			file := filepath.Join(dir, tt.file)
			got := cli("-format", "jsonl", "-max-bytes", "100", file)
			l := lines(t, got.stdout)[0]
			assert.Equal(t, line{Input: file, Title: tt.title, Error: tt.err}, l)
			if tt.err == "" {
				assert.Equal(t, exitOK, got.code)
				assert.Empty(t, got.stderr)
				return
			}
			assert.Equal(t, exitFailed, got.code)
			assert.Equal(t, "newspage: "+file+": "+tt.err+"\n", got.stderr)
		})
	}
}

func TestIsWebAddress(t *testing.T) {
	for arg, want := range map[string]bool{
		"http://a": true, "HTTPS://a": true, "https:/a": false, "ftp://a": false, "a.html": false, "-": false, "dir/http://": false,
	} {
		assert.Equal(t, want, isWebAddress(arg), arg)
	}
}
