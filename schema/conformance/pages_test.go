package conformance

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/newspagetest"
)

func TestGoldenArticlesMeetTheSchema(t *testing.T) {
	article, _ := compile(t)
	files, err := filepath.Glob("../../testdata/pages/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, validate(t, article, text), file)
	}
}

// TestGeneratedArticlesMeetTheSchema holds for what is generated, what is
// parsed from it, and what is parsed from it in part.
func TestGeneratedArticlesMeetTheSchema(t *testing.T) {
	article, _ := compile(t)
	for seed := range uint64(300) {
		page := newspagetest.Generate(seed)
		requireMeets(t, article, &page.Article, "a generated article")
		address, err := url.Parse(page.URL)
		require.NoError(t, err)
		for _, part := range [][]byte{page.HTML, page.HTML[:len(page.HTML)/2], page.HTML[len(page.HTML)/3:]} {
			for _, opts := range []*newspage.Options{nil, {URL: address, ContentType: page.ContentType}} {
				a, err := newspage.Parse(bytes.NewReader(part), opts)
				if err != nil {
					require.ErrorIs(t, err, newspage.ErrNoArticle, "seed %d", seed)
				}
				requireMeets(t, article, a, "a parsed article")
			}
		}
	}
}

// TestHostilePagesMeetTheSchema holds the schema against pages made to break parsers.
func TestHostilePagesMeetTheSchema(t *testing.T) {
	article, _ := compile(t)
	address := &url.URL{Scheme: "https", Host: "news.example", Path: "/story"}
	read := 0
	for name := range newspagetest.Hostile() {
		data, ok := newspagetest.HostileAt(name, 20_000)
		require.True(t, ok, name)
		a, _ := newspage.Parse(bytes.NewReader(data), &newspage.Options{URL: address})
		if a == nil {
			continue // no page
		}
		read++
		requireMeets(t, article, a, name)
	}
	require.Greater(t, read, 50)
}
