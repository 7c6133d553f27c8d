package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFormats(t *testing.T) {
	dir := folder(t, map[string]string{"a.html": "A & <B>", "b.html": "none here", "c.html": "bad", "d.html": "D"})
	stderr := fmt.Sprintf("newspage: %s/b.html: no article found\nnewspage: %s/c.html: not HTML: looks like gzip\n", dir, dir)
	tests := []struct{ format, want string }{
		{"text", "A & <B>\n=======\n\nA & <B>\n---\nD\n=\n\nD\n"},
		{"markdown", "# A & &lt;B&gt;\n\nA & &lt;B&gt;\n\n---\n\n# D\n\nD\n"},
		{"json", `{
  "title": "A & <B>",
  "body": [
    {
      "kind": "paragraph",
      "text": "A & <B>"
    }
  ]
}
{
  "title": "none here"
}
{
  "title": "D",
  "body": [
    {
      "kind": "paragraph",
      "text": "D"
    }
  ]
}
`},
		{"jsonl", strings.ReplaceAll(`{"input":"DIR/a.html","title":"A & <B>","body":[{"kind":"paragraph","text":"A & <B>"}]}
{"input":"DIR/b.html","title":"none here","error":"no article found"}
{"input":"DIR/c.html","error":"not HTML: looks like gzip"}
{"input":"DIR/d.html","title":"D","body":[{"kind":"paragraph","text":"D"}]}
`, "DIR", dir)},
	}
	for _, tt := range tests {
		t.Run(tt.format, func(t *testing.T) {
			assert.Equal(t, outcome{exitFailed, tt.want, stderr}, cli("-format", tt.format, dir))
		})
	}
	assert.Equal(t, cli("-format", "json", dir), cli(dir), "json is the default")
}

func TestTrace(t *testing.T) {
	dir := folder(t, map[string]string{"a.html": "slow A", "b.html": "none", "c.html": "C"})
	got := cliWith(fakeParse, "S", "-j", "4", "-trace", "-format", "text", dir, "-")
	assert.Equal(t, "slow A\n======\n\nslow A\n---\nC\n=\n\nC\n---\nS\n=\n\nS\n", got.stdout)
	assert.Equal(t, strings.ReplaceAll(`trace of DIR/a.html:
block of slow A
trace of DIR/b.html:
block of none
newspage: DIR/b.html: no article found
trace of DIR/c.html:
block of C
trace of standard input:
block of S
`, "DIR", dir), got.stderr)
}

func TestTextEndsInOneLineBreak(t *testing.T) {
	for in, want := range map[string]string{"": "", "a": "a\n", "a\n": "a\n"} {
		assert.Equal(t, want, string(endLine([]byte(in))))
	}
}

// A countingWriter counts writes.
type countingWriter struct {
	bytes.Buffer
	writes int
}

func (w *countingWriter) Write(p []byte) (int, error) {
	w.writes++
	return w.Buffer.Write(p)
}

func TestOneWriteForEachPage(t *testing.T) {
	w := &countingWriter{}
	p := &printer{c: &command{settings: settings{format: formatText}, stdout: w}}
	for _, out := range []string{"a\n", "b\n", "c\n"} {
		require.NoError(t, p.print(result{out: []byte(out)}))
	}
	assert.Equal(t, 3, w.writes)
	assert.Equal(t, "a\n---\nb\n---\nc\n", w.String())
}
