package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/expose"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// explainPage runs -explain on a page and returns the report and what was printed.
func explainPage(t *testing.T, page string, args ...string) (string, outcome) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	var stdout, stderr bytes.Buffer
	code := run(append([]string{"-explain", file}, args...), strings.NewReader(page), &stdout, &stderr)
	report, err := os.ReadFile(file)
	if code == exitOK {
		require.NoError(t, err)
	}
	return string(report), outcome{code, stdout.String(), stderr.String()}
}

func readPageFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(testPage(name))
	require.NoError(t, err)
	return string(data)
}

func TestExplainPrintsOnlyWhatIsAskedFor(t *testing.T) {
	story := readPageFile(t, "readme")
	report, got := explainPage(t, story)
	assert.Equal(t, outcome{exitOK, "", ""}, got)
	assert.True(t, strings.HasPrefix(report, reportMark))

	_, got = explainPage(t, story, "-format", "text")
	assert.Zero(t, got.code)
	assert.True(t, strings.HasPrefix(got.stdout, "Harbour bridge"), got.stdout)
	assert.Empty(t, got.stderr)

	_, got = explainPage(t, story, "-trace")
	assert.Empty(t, got.stdout)
	assert.Contains(t, got.stderr, "trace of standard input:\n   0 boilerplate <nav>")
}

// TestExplainPageWithoutArticle: the report of a page that is none says why,
// and the run has failed all the same; a page that cannot be read has none.
func TestExplainPageWithoutArticle(t *testing.T) {
	report, got := explainPage(t, "<h1>Nothing</h1><p>here.</p>")
	assert.Equal(t, outcome{exitFailed, "", "newspage: standard input: no article found\n"}, got)
	assert.Contains(t, report, "No Article with a body was made of this page: no article found.")
	assert.Contains(t, report, `<p class="text" dir="auto">here.</p>`)

	report, got = explainPage(t, "%PDF-1.4")
	assert.Equal(t, exitFailed, got.code)
	assert.Empty(t, report)
}

func TestExplainKeepsOtherFiles(t *testing.T) {
	story := readPageFile(t, "readme")
	file := page(t, story)
	again := func() outcome {
		var stdout, stderr bytes.Buffer
		code := run([]string{"-explain", file}, strings.NewReader(story), &stdout, &stderr)
		return outcome{code, stdout.String(), stderr.String()}
	}
	got := again()
	assert.Equal(t, exitFailed, got.code)
	assert.Contains(t, got.stderr, "give another name to -explain")
	kept, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, story, string(kept))

	require.NoError(t, os.WriteFile(file, nil, 0o644))
	assert.Equal(t, outcome{exitOK, "", ""}, again(), "an empty file")
	assert.Equal(t, outcome{exitOK, "", ""}, again(), "a report")

	require.NoError(t, os.Remove(file))
	require.NoError(t, os.Mkdir(file, 0o755))
	got = again()
	assert.Equal(t, exitFailed, got.code)
	assert.Contains(t, got.stderr, "writing the report: ")
}

// TestExplainOfSeveralPages: an input that turns out to be several pages is
// refused at its second one.
func TestExplainOfSeveralPages(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.html")
	c := &command{settings: settings{explain: file, maxBytes: newspage.DefaultMaxBytes}, stdin: strings.NewReader(""), parse: newspage.Parse}
	for i, want := range []error{nil, errOnePage} {
		r := c.readPage(context.Background(), input{name: "readme", path: testPage("readme")})
		assert.Equal(t, want, r.err, i)
	}
}

func TestTracer(t *testing.T) {
	var lines bytes.Buffer
	tests := []struct {
		s    settings
		want io.Writer
	}{
		{settings{}, nil},
		{settings{trace: true}, &lines},
		{settings{explain: "r"}, &expose.Recorder{}},
		{settings{explain: "r", trace: true}, &expose.Recorder{Lines: &lines}},
	}
	for _, tt := range tests {
		c := &command{settings: tt.s}
		assert.Equal(t, tt.want, c.tracer(&lines))
	}
}

// attribute is the value of an element's attribute, "" where it has none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestReport(t *testing.T) {
	report, got := explainPage(t, readPageFile(t, "readme"), "-url", "https://ledger.example/2025/06/bridge")
	require.Equal(t, exitOK, got.code, got.stderr)
	doc, err := html.Parse(strings.NewReader(report))
	require.NoError(t, err)
	var blocks, parts []string // role or text, and the part
	for n := range doc.Descendants() {
		class := strings.Fields(attribute(n, "class"))
		switch {
		case len(class) > 1 && class[0] == "block":
			blocks = append(blocks, class[1]+" "+attribute(n, "data-part"))
		case len(class) > 0 && class[0] == "part":
			parts = append(parts, attribute(n, "data-part"))
		}
	}
	assert.Equal(t, []string{
		"boilerplate ", "headline title", "byline byline", "boilerplate ", "paragraph body-0", "paragraph body-1", "quote body-2",
		"attribution body-2", "paragraph body-3", "related related-0", "paragraph body-4", "source source", "boilerplate ", "related ",
		"related related-1", "related related-1", "related related-1", "related related-2", "boilerplate ",
	}, blocks)
	assert.Equal(t, []string{
		"title", "byline", "body-0", "body-1", "body-2", "body-3", "body-4", "source", "related-0", "related-1", "related-2",
	}, parts)
	assert.Contains(t, report, `value="paragraph" checked> paragraph <b>4</b>`)
	assert.Contains(t, report, "<dd>77 %</dd>")
}

// TestReportCountsWords: each word of the page is counted once.
func TestReportCountsWords(t *testing.T) {
	r := report{Article: &newspage.Article{}, From: map[string]int{}}
	r.addBlocks([]expose.Block{
		{Role: "paragraph", Prose: true, Words: 10, Body: 0, Quote: -1}, {Role: "headline", Words: 5, Body: -1, Quote: -1},
		{Role: "caption", Words: 3, Body: 1, Quote: -1}, {Role: "boilerplate", Words: 2, Body: -1, Quote: -1},
	})
	assert.Equal(t, wordCounts{Text: 10, Around: 8, Dropped: 2}, r.Words)
}

// TestReportOfHostilePage: the report has no elements but its own, one script,
// and no address that is not of the web, whatever the page says.
func TestReportOfHostilePage(t *testing.T) {
	report, got := explainPage(t, hostilePage())
	require.Equal(t, exitOK, got.code, got.stderr)
	doc, err := html.Parse(strings.NewReader(report))
	require.NoError(t, err)
	scripts := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		assert.NotContains(t, []string{"iframe", "object", "embed", "form", "base", "link", "img"}, n.Data)
		if n.Data == "script" {
			scripts++
			assert.Equal(t, reportScript, n.FirstChild.Data)
		}
		for _, a := range n.Attr {
			assert.False(t, strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc", a.Key)
			if a.Key == "href" || a.Key == "src" {
				assert.Regexp(t, "^(https?://|#)", a.Val)
			}
		}
	}
	assert.Equal(t, 1, scripts)
	assert.NotContains(t, report, "\x1b")
	assert.NotContains(t, report, "\u202e")
}

// TestRolesAreKnown: every role has its place among the filters and its rules in the style sheet.
func TestRolesAreKnown(t *testing.T) {
	for _, role := range roleOrder {
		class := roleClass(role)
		assert.Contains(t, reportStyle, ".no-"+class+" .block."+class, role)
		assert.Regexp(t, `(?m)^[^{]*\.`+class+`[ ,][^}]*--role`, reportStyle, role)
	}
	for _, name := range goldenPages {
		rec := &expose.Recorder{}
		_, err := newspage.Parse(strings.NewReader(readPageFile(t, name)), &newspage.Options{Trace: rec})
		require.NoError(t, err)
		for _, b := range rec.Blocks {
			assert.Contains(t, roleOrder, b.Role)
		}
	}
}
