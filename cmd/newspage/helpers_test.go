package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/newspage-go/newspage"
	"github.com/stretchr/testify/require"
)

// An outcome is what a run of the command left behind.
type outcome struct {
	code   int
	stdout string
	stderr string
}

// cli runs the command with fakeParse and an empty standard input.
func cli(args ...string) outcome { return cliWith(fakeParse, "", args...) }

func cliWith(parse parseFunc, stdin string, args ...string) outcome {
	var stdout, stderr bytes.Buffer
	c := &command{stdin: strings.NewReader(stdin), stdout: &stdout, stderr: &stderr, parse: parse}
	code := c.run(context.Background(), args)
	return outcome{code, stdout.String(), stderr.String()}
}

// fakeParse reads a page that says in plain text what is to come of it:
// "none" no article, "panic" a panic, "slow" a pause, "bad" no
// HTML; else the text is the title and the body.
func fakeParse(r io.Reader, o *newspage.Options) (*newspage.Article, error) {
	data, err := io.ReadAll(io.LimitReader(r, o.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("newspage: reading the page: %w", err)
	}
	if int64(len(data)) > o.MaxBytes {
		return nil, newspage.ErrTooLarge
	}
	text := strings.TrimSpace(string(data))
	if o.Trace != nil {
		fmt.Fprintf(o.Trace, "block of %s\n", text)
	}
	a := &newspage.Article{Title: text, Section: o.ContentType}
	if o.URL != nil {
		a.URL = o.URL.String()
	}
	switch {
	case strings.HasPrefix(text, "none"):
		return a, newspage.ErrNoArticle
	case strings.HasPrefix(text, "panic"):
		panic("lost")
	case strings.HasPrefix(text, "slow"):
		time.Sleep(30 * time.Millisecond)
	case strings.HasPrefix(text, "bad"):
		return a, fmt.Errorf("%w: looks like gzip", newspage.ErrNotHTML)
	}
	a.Body = []newspage.Block{{Kind: newspage.KindParagraph, Text: text}}
	return a, nil
}

// folder writes files, by path with slashes, into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(p), 0o755))
		require.NoError(t, os.WriteFile(p, []byte(text), 0o644))
	}
	return dir
}

func page(t *testing.T, text string) string {
	t.Helper()
	return filepath.Join(folder(t, map[string]string{"page.html": text}), "page.html")
}

func gzipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

// A line is a line of jsonl as the tests look at it.
type line struct {
	Input   string
	URL     string
	Title   string
	Section string
	Error   string
}

// lines reads jsonl; every line must be whole.
func lines(t *testing.T, jsonl string) []line {
	t.Helper()
	var all []line
	for text := range strings.Lines(jsonl) {
		require.True(t, strings.HasSuffix(text, "\n"), "cut line %q", text)
		var l line
		require.NoError(t, json.Unmarshal([]byte(text), &l), text)
		all = append(all, l)
	}
	return all
}

func titles(all []line) []string {
	var s []string
	for _, l := range all {
		s = append(s, l.Title)
	}
	return s
}

// A failingWriter takes some bytes and then fails.
type failingWriter struct {
	room int
	err  error
}

func (w *failingWriter) Write(p []byte) (int, error) {
	if len(p) <= w.room {
		w.room -= len(p)
		return len(p), nil
	}
	return w.room, w.err
}

var errFull = errors.New("no space left on device")
