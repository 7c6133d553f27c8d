package newspage_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/newspagetest"
)

// textsOf are the texts of the body's paragraphs, and those of its quotes.
func textsOf(a *newspage.Article) (paragraphs, quotes []string) {
	for _, b := range a.Body {
		if b.Kind == newspage.KindParagraph {
			paragraphs = append(paragraphs, b.Text)
		}
		if b.Kind == newspage.KindQuote {
			quotes = append(quotes, b.Quote.Text)
		}
	}
	return paragraphs, quotes
}

// TestHTMLIsReadAgain: an article's own HTML gives its title, paragraphs and quotes.
func TestHTMLIsReadAgain(t *testing.T) {
	for seed := range uint64(60) {
		page := newspagetest.Generate(seed)
		a, err := newspage.Parse(bytes.NewReader(page.HTML), &newspage.Options{ContentType: page.ContentType})
		require.NoError(t, err, "seed %d", seed)
		again, err := newspage.Parse(strings.NewReader(a.HTML()), nil)
		require.NoError(t, err, "seed %d", seed)
		assert.Equal(t, a.Title, again.Title, "seed %d", seed)
		paragraphs, quotes := textsOf(a)
		paragraphsAgain, quotesAgain := textsOf(again)
		assert.Equal(t, paragraphs, paragraphsAgain, "seed %d", seed)
		assert.Equal(t, quotes, quotesAgain, "seed %d", seed)
	}
}

// FuzzHostile starts from every hostile construction and from generated pages:
// whatever becomes of them, an Article is valid and the same twice.
func FuzzHostile(f *testing.F) {
	for name := range newspagetest.Hostile() {
		data, _ := newspagetest.HostileAt(name, 600)
		f.Add(data)
	}
	for seed := range uint64(8) {
		f.Add(newspagetest.Generate(seed).HTML)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		opts := &newspage.Options{MaxBytes: 1 << 18}
		a, err := newspage.Parse(bytes.NewReader(data), opts)
		if errors.Is(err, newspage.ErrNotHTML) || errors.Is(err, newspage.ErrTooLarge) {
			return
		}
		if err != nil && !errors.Is(err, newspage.ErrNoArticle) {
			t.Fatal(err)
		}
		first, err := json.Marshal(a)
		require.NoError(t, err)
		require.True(t, utf8.Valid(first))
		b, _ := newspage.Parse(bytes.NewReader(data), opts)
		second, err := json.Marshal(b)
		require.NoError(t, err)
		require.Equal(t, string(first), string(second))
	})
}

// TestLinkAroundParagraphs: of a link around several paragraphs each has its own words.
func TestLinkAroundParagraphs(t *testing.T) {
	a, err := newspage.Parse(strings.NewReader(`<html><head><title>Bridge reopens after two years</title></head><body><article><h1>Bridge reopens after two years</h1>
<p>The bridge over the harbour opens again on Monday, the mayor said, after two years of work on its steel and its foundations.</p>
<a href="https://news.example/n/1"><div><p>About nine thousand people crossed it every day before it was closed, and the ferry stops on the same day.</p>
<p>The work cost thirty million, which is four million more than the council had planned for the old piers.</p></div></a>
<p>The old piers had to be replaced, which took most of the winter and of the spring that came after it, said the mayor.</p></article></body></html>`), nil)
	require.NoError(t, err)
	links := 0
	for _, b := range a.Body {
		for _, l := range b.Links {
			links++
			require.Equal(t, b.Text, l.Text)
		}
	}
	require.Equal(t, 2, links)
}
