package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// The formats for people, with the names of their golden files.
var readableFormats = map[string]string{formatText: ".txt", formatMarkdown: ".md", formatHTML: ".html"}

// goldenPages are the pages under ../../testdata/pages that the formats are
// held against: between them they have every kind of block, and scripts that
// are two columns wide or go from right to left.
var goldenPages = []string{"readme", "shinbun_ja", "akhbar_ar", "table_en", "code_en", "noticias_es"}

// printed is what the whole command prints of a test page.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	require.Equal(t, exitOK, run(args, strings.NewReader(""), &stdout, &stderr), stderr.String())
	return stdout.String()
}

// styleSheet is the same on every page, and no golden file's business.
var styleSheet = regexp.MustCompile(`(?s)<style>.*?</style>`)

func testPage(name string) string { return "../../testdata/pages/" + name + ".html" }

func TestGoldenFormats(t *testing.T) {
	for _, name := range goldenPages {
		for format, ext := range readableFormats {
			got := printed(t, "-format", format, "-url", "https://news.example/"+name, testPage(name))
			got = styleSheet.ReplaceAllString(got, "<style></style>")
			golden := filepath.Join("testdata", "formats", name+ext)
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
				continue
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err, "run go test -update, then read what it wrote")
			assert.Equal(t, string(want), got)
		}
	}
}

// TestSeveralPagesInOneHTML: several articles are one document.
func TestSeveralPagesInOneHTML(t *testing.T) {
	got := printed(t, "-format", "html", testPage("readme"), testPage("table_en"), testPage("code_en"))
	assert.Equal(t, 1, strings.Count(got, "<!DOCTYPE html>"))
	assert.Equal(t, 1, strings.Count(got, "<title>"))
	assert.Equal(t, 3, strings.Count(got, "<article "))
	assert.Equal(t, 3, strings.Count(got, "</article>"))
	assert.Contains(t, got, "<title>Harbour bridge to reopen a year early</title>")
}

// hostileText is what a page may print to reach the terminal or to break out of a format.
const hostileText = "\x1b[31mred\x1b[0m \x07bell \u202eevil\u202c \u009b2J &lt;/script>&lt;script>alert(1)&lt;/script> &lt;img src=x onerror=alert(1)>"

func hostilePage() string {
	p := "<p>The council said on Friday that the bridge would be reopened in the spring, " + hostileText + " and the ferry, which the town likes, goes on.</p>"
	return `<html lang="en"><head><title>Bridge ` + hostileText + `</title></head><body><article><h1>Bridge ` + hostileText + `</h1>
<p class="byline">By <a href="javascript:alert(1)" rel="author">Mara ` + hostileText + `</a></p>` + strings.Repeat(p, 3) + `
<p>See <a href="javascript:alert(2)">the plan of the works</a>, which the council voted for in the spring of last year.</p>
<pre>` + "one\x1b[2J\ttwo\x00\nthree" + `</pre>` + strings.Repeat(p, 2) + `
<blockquote><p>“We did not work faster than before, ` + hostileText + ` we stopped waiting for parts.”</p><footer>– Tove Brandt</footer></blockquote>` + p + `
<p>Source: <a href="https://source.example/&quot;onclick=alert(3)">Coast ` + hostileText + `</a></p></article></body></html>`
}

// TestNoControlCharacters: whatever a page prints, no format passes on what a
// terminal would obey.
func TestNoControlCharacters(t *testing.T) {
	file := page(t, hostilePage())
	for format := range readableFormats {
		got := printed(t, "-format", format, file)
		assert.Contains(t, got, "bell evil", format)
		assert.Contains(t, got, "Tove", format)
		for _, r := range got {
			bad := unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
			require.False(t, bad, "%s: %U", format, r)
		}
	}
}

// TestHTMLHasNothingOfThePage: what a hostile page prints is text in the html
// format; its elements are ours, without scripts, handlers or other addresses than of the web.
func TestHTMLHasNothingOfThePage(t *testing.T) {
	doc, err := html.Parse(strings.NewReader(printed(t, "-format", "html", page(t, hostilePage()))))
	require.NoError(t, err)
	text := ""
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			text += n.Data
		}
		assert.NotContains(t, []string{"script", "iframe", "object", "embed", "form", "base", "link", "img"}, n.Data)
		for _, a := range n.Attr {
			assert.False(t, strings.HasPrefix(a.Key, "on"), a.Key)
			if a.Key == "href" || a.Key == "src" {
				assert.Regexp(t, "^https?://", a.Val)
			}
		}
	}
	assert.Contains(t, text, "</script><script>alert(1)</script> <img src=x onerror=alert(1)>")
}
