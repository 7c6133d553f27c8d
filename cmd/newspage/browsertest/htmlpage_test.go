package browsertest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// htmlFile is what -format html prints of pages.
func htmlFile(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "article.html")
	out := run(t, stdin, append([]string{"-format", "html"}, args...)...)
	require.NoError(t, os.WriteFile(file, []byte(out), 0o644))
	return file
}

// TestHTMLPage: nothing of a hostile page runs in the html format, and of the
// web it asks for the pictures alone.
func TestHTMLPage(t *testing.T) {
	b := open(t, htmlFile(t, hostilePage(), "-url", "https://news.example/story"))
	assert.False(t, eval[bool](b, "'hit' in window"))
	assert.Equal(t, 0, eval[int](b, "document.scripts.length"))
	text := b.text("article")
	for _, h := range hostile {
		assert.Contains(t, text, h)
	}
	messages, requests := b.noted()
	for _, m := range messages {
		assert.NotContains(t, m, "Content Security Policy")
	}
	for _, r := range requests {
		assert.True(t, strings.HasPrefix(r, "https://img.example/a.jpg"), r)
	}
	assert.Len(t, requests, 1)
}

// TestSeveralHTMLPages: the document of several articles is sound, each in its
// own direction, and none wider than a narrow screen.
func TestSeveralHTMLPages(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "testdata", "pages")
	b := open(t, htmlFile(t, "", filepath.Join(dir, "readme.html"), filepath.Join(dir, "akhbar_ar.html"), filepath.Join(dir, "code_en.html")))
	b.resize(400, 800)
	assert.Equal(t, "ltr rtl ltr", eval[string](b, "[...document.querySelectorAll('body > article')].map(e => getComputedStyle(e).direction).join(' ')"))
	assert.LessOrEqual(t, eval[int](b, "document.documentElement.scrollWidth"), 400)
}
