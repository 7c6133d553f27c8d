package newspage

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files from what is parsed now; read the difference before you commit it")

// testPages are the pages written by hand; each has its Article (.json) and its
// blocks with their roles (.roles) beside it. A page added is a test added.
func testPages(t testing.TB) []string {
	t.Helper()
	pages, err := filepath.Glob("testdata/pages/*.html")
	require.NoError(t, err)
	require.NotEmpty(t, pages)
	return pages
}

// pageURL is the address that a test page is parsed with.
func pageURL(t testing.TB, page string) *url.URL {
	t.Helper()
	u, err := url.Parse("https://news.example/" + filepath.Base(page))
	require.NoError(t, err)
	return u
}

func TestGoldenPages(t *testing.T) {
	for _, page := range testPages(t) {
		name := strings.TrimSuffix(filepath.Base(page), ".html")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(page)
			require.NoError(t, err)
			opts := &Options{URL: pageURL(t, page)}
			article, err := Parse(bytes.NewReader(data), opts)
			require.NoError(t, err)
			checkGolden(t, strings.TrimSuffix(page, ".html")+".json", indentJSON(t, article))
			checkGolden(t, strings.TrimSuffix(page, ".html")+".roles", rolesOf(t, data, opts))
		})
	}
}

// rolesOf lists a page's blocks with their roles. The reasons are left out: the
// classifier's figures change with each training, what a block is should not.
func rolesOf(t testing.TB, data []byte, opts *Options) string {
	t.Helper()
	rd := readPage(t, data, opts)
	var out strings.Builder
	for i := range rd.blocks {
		b := &rd.blocks[i]
		fmt.Fprintf(&out, "%-11s %-12s %s\n", b.role, rd.tagName(b), truncateRunes(rd.gist(b), 100))
	}
	return out.String()
}

// readPage runs the pipeline up to the roles.
func readPage(t testing.TB, data []byte, opts *Options) *reading {
	t.Helper()
	doc, err := decode(bytes.NewReader(data), opts)
	require.NoError(t, err)
	rd, err := newReading(doc, opts)
	require.NoError(t, err)
	rd.model, rd.pageModel = bodyModel(), pageModel()
	rd.assignRoles()
	rd.judgePage()
	return rd
}

func indentJSON(t testing.TB, v any) string {
	t.Helper()
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	require.NoError(t, enc.Encode(v))
	return buf.String()
}

// checkGolden compares with a golden file, or rewrites it.
func checkGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "run go test -update for a new page, then read what it wrote")
	assert.Equal(t, string(want), got)
}
