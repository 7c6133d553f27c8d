package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/newspage-go/newspage"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestUsageErrors(t *testing.T) {
	file := page(t, "A")
	tests := []struct {
		name string
		args []string
		want string // in the error
	}{
		{"unknown flag", []string{"-colour"}, "-colour"},
		{"unknown format", []string{"-format", "xml", file}, `unknown -format "xml"`},
		{"zero max-bytes", []string{"-max-bytes", "0", file}, "-max-bytes must be at least 1"},
		{"negative timeout", []string{"-timeout", "-1s", file}, "-timeout must not be negative"},
		{"broken timeout", []string{"-timeout", "soon", file}, "-timeout"},
		{"no workers", []string{"-j", "0", file}, "-j must be at least 1"},
		{"relative url", []string{"-url", "/a", file}, "no absolute http or https address"},
		{"other scheme", []string{"-url", "ftp://example.com/", file}, "no absolute http or https address"},
		{"url without host", []string{"-url", "http://:80/", file}, "no absolute http or https address"},
		{"broken url", []string{"-url", "http://[::1", file}, "broken address"},
		{"url for two", []string{"-url", "https://example.com/", file, file}, "one page"},
		{"url for a manifest", []string{"-url", "https://example.com/", "-manifest", "m"}, "one page"},
		{"url for a folder", []string{"-url", "https://example.com/", t.TempDir()}, "is a folder"},
		{"stdin twice", []string{"-", "-"}, "only once"},
		{"empty input", []string{""}, "an input is empty"},
		{"explain two", []string{"-explain", "r.html", file, file}, "one page"},
		{"explain a folder", []string{"-explain", "r.html", t.TempDir()}, "one page"},
		{"explain a manifest", []string{"-explain", "r.html", "-manifest", "m"}, "one page"},
		{"explain to standard output", []string{"-explain", "-", file}, "name of a file"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := cli(tt.args...)
			assert.Equal(t, exitUsage, got.code)
			assert.Empty(t, got.stdout)
			assert.Contains(t, got.stderr, tt.want)
			assert.True(t, strings.HasPrefix(got.stderr, "newspage: "), got.stderr)
			assert.Contains(t, got.stderr, "newspage -h")
		})
	}
}

func TestHelpAndVersion(t *testing.T) {
	for _, flag := range []string{"-h", "-help", "--help"} {
		assert.Equal(t, outcome{exitOK, usage, ""}, cli(flag), flag)
	}
	got := cli("-version", "no-such-file.html")
	assert.Equal(t, exitOK, got.code)
	assert.Regexp(t, `^newspage \S+\n$`, got.stdout)
}

// TestUsageNamesEveryFlag keeps the documentation complete.
func TestUsageNamesEveryFlag(t *testing.T) {
	for _, name := range []string{"format", "url", "manifest", "j", "max-bytes", "timeout", "trace", "explain", "version", "h"} {
		assert.Contains(t, usage, "\n    -"+name, name)
	}
	for text := range strings.Lines(usage) {
		assert.LessOrEqual(t, len(text), 81, text)
	}
}

func TestFlagsAfterInputs(t *testing.T) {
	file := page(t, "A")
	assert.Equal(t, outcome{exitOK, "A\n=\n\nA\n", ""}, cli(file, "-format", "text"))
	got := cli("-format", "text", "--", file, "-format")
	assert.Equal(t, "A\n=\n\nA\n", got.stdout)
	assert.Contains(t, got.stderr, "newspage: -format: ")
}

func TestStandardInput(t *testing.T) {
	for _, args := range [][]string{{"-format", "jsonl"}, {"-format", "jsonl", "-"}} {
		got := cliWith(fakeParse, "A", args...)
		assert.Equal(t, outcome{exitOK, `{"input":"-","title":"A","body":[{"kind":"paragraph","text":"A"}]}` + "\n", ""}, got)
	}
	got := cliWith(fakeParse, "A", "-url", "https://example.com/a", "-format", "jsonl")
	assert.Equal(t, "https://example.com/a", lines(t, got.stdout)[0].URL)
	got = cliWith(fakeParse, "none", "-format", "text")
	assert.Equal(t, outcome{exitFailed, "", "newspage: standard input: no article found\n"}, got)
}

func TestNullDeviceIsNoTerminal(t *testing.T) {
	f, err := os.Open(os.DevNull)
	require.NoError(t, err)
	defer f.Close()
	assert.False(t, isTerminal(f))
	assert.False(t, isTerminal(strings.NewReader("")))
}

func TestWriteErrors(t *testing.T) {
	dir := folder(t, map[string]string{"a.html": "A", "b.html": "B", "c.html": "C"})
	tests := []struct {
		name   string
		err    error
		stderr string
	}{
		{"full disk", &os.PathError{Op: "write", Path: "/dev/stdout", Err: errFull}, "newspage: writing the output: no space left on device\n"},
		{"closed pipe", &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}, ""},
		{"closed io.Pipe", io.ErrClosedPipe, ""},
		{"short write", nil, "newspage: writing the output: short write\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, args := range [][]string{{"-format", "text", dir}, {"-h"}, {"-version"}} {
				var stderr bytes.Buffer
				c := &command{stdin: strings.NewReader(""), stdout: &failingWriter{room: 3, err: tt.err}, stderr: &stderr, parse: fakeParse}
				if tt.err == nil && args[0] != "-format" {
					continue // io.WriteString leaves short writes to the writer.
				}
				assert.Equal(t, exitFailed, c.run(context.Background(), args), args)
				assert.Equal(t, tt.stderr, stderr.String(), args)
			}
		})
	}
}

func TestClosedPipe(t *testing.T) {
	r, w, err := os.Pipe()
	require.NoError(t, err)
	require.NoError(t, r.Close())
	defer w.Close()
	var stderr bytes.Buffer
	assert.Equal(t, exitFailed, run([]string{page(t, "<p>A</p>"), "-format", "json"}, strings.NewReader(""), w, &stderr))
	assert.NotContains(t, stderr.String(), "pipe")
}

// A cancellingWriter calls cancel once it has taken a number of writes.
type cancellingWriter struct {
	bytes.Buffer
	left   int
	cancel func()
}

func (w *cancellingWriter) Write(p []byte) (int, error) {
	if w.left--; w.left == 0 {
		defer w.cancel()
	}
	return w.Buffer.Write(p)
}

// TestInterrupt stops a batch while its third page hangs: what is printed is
// whole lines, and the page cut short is not reported as failed.
func TestInterrupt(t *testing.T) {
	dir := folder(t, map[string]string{"a.html": "A", "b.html": "B", "c.html": "hang", "d.html": "D"})
	ctx, cancel := context.WithCancel(context.Background())
	release := make(chan struct{})
	defer close(release)
	parse := func(r io.Reader, o *newspage.Options) (*newspage.Article, error) {
		a, err := fakeParse(r, o)
		if err == nil && a.Title == "hang" {
			<-release
		}
		return a, err
	}
	stdout := &cancellingWriter{left: 2, cancel: cancel}
	var stderr bytes.Buffer
	c := &command{stdin: strings.NewReader(""), stdout: stdout, stderr: &stderr, parse: parse}
	assert.Equal(t, exitFailed, c.run(ctx, []string{"-j", "2", "-format", "jsonl", dir}))
	assert.Equal(t, []string{"A", "B"}, titles(lines(t, stdout.String())))
	assert.Equal(t, "newspage: interrupted\n", stderr.String())
}
