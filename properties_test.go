package newspage

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/newspage-go/newspage/internal/charset"
)

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

// eachPage runs a test on every test page.
func eachPage(t *testing.T, f func(t *testing.T, data []byte, opts *Options)) {
	t.Helper()
	for _, page := range testPages(t) {
		t.Run(strings.TrimSuffix(filepath.Base(page), ".html"), func(t *testing.T) {
			f(t, readFile(t, page), &Options{URL: pageURL(t, page)})
		})
	}
}

// toJSON is the JSON of an Article, the form that results are compared in.
func toJSON(t testing.TB, a *Article) string {
	t.Helper()
	data, err := json.Marshal(a)
	require.NoError(t, err)
	return string(data)
}

// eachString calls f with every text and every address of an Article, and what they are.
func eachString(a *Article, text, address func(what, s string)) {
	image := func(im *Image) {
		if im != nil {
			address("an image", im.URL)
			text("an alt text", im.Alt)
			text("a caption", im.Caption)
			text("a credit", im.Credit)
		}
	}
	quote := func(q *Quote) {
		text("a quote", q.Text)
		if at := q.Attribution; at != nil {
			text("a speaker", at.Speaker)
			text("a speaker's role", at.Role)
			text("an attribution's outlet", at.Via)
			address("an attribution", at.URL)
		}
	}
	address("the page", a.URL)
	text("the title", a.Title)
	text("the subtitle", a.Subtitle)
	text("the site", a.Site)
	text("the section", a.Section)
	text("the language", a.Language)
	for _, au := range a.Authors {
		text("an author", au.Name)
		address("an author", au.URL)
	}
	for _, tag := range a.Tags {
		text("a tag", tag)
	}
	image(a.Image)
	for i := range a.Body {
		b := &a.Body[i]
		text("a "+string(b.Kind), b.Text)
		address("an embed", b.URL)
		for _, l := range b.Links {
			text("a link", l.Text)
			address("a link", l.URL)
		}
		for _, it := range b.Items {
			text("an item", it)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				text("a cell", cell)
			}
		}
		image(b.Image)
		if b.Quote != nil {
			quote(b.Quote)
		}
	}
	for i := range a.Quotes {
		quote(&a.Quotes[i])
	}
	if a.Source != nil {
		text("the source", a.Source.Name)
		address("the source", a.Source.URL)
	}
	for i := range a.Related {
		r := &a.Related[i]
		text("a related title", r.Title)
		text("a summary", r.Summary)
		address("a related article", r.URL)
		image(r.Image)
	}
}

// requireSound checks what holds for every Article of any page.
func requireSound(t testing.TB, a *Article) {
	t.Helper()
	eachString(a, func(what, s string) {
		require.True(t, utf8.ValidString(s), "%s: %q is UTF-8", what, s)
		if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
			require.Fail(t, "a control character", "%s: %q", what, s)
		}
	}, func(what, s string) {
		require.True(t, s == "" || strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://"), "%s: %q is an address on the web", what, s)
		require.True(t, utf8.ValidString(s), "%s: %q is UTF-8", what, s)
		require.False(t, strings.ContainsAny(s, " \t\n\"<>\x00"), "%s: %q", what, s)
	})
	require.True(t, a.Confidence >= 0 && a.Confidence <= 1, "confidence %v", a.Confidence)
	for i := range a.Body {
		requireKind(t, &a.Body[i])
	}
	for _, q := range a.Quotes {
		require.NotEmpty(t, q.Text, "a quote without words")
		require.Contains(t, []string{QuoteBlock, QuotePull, QuoteSocial}, q.Kind)
	}
	for _, r := range a.Related {
		require.NotEmpty(t, r.Title, "a related article without a title")
		require.Contains(t, []string{PlaceInline, PlaceList}, r.Place)
	}
	require.LessOrEqual(t, len(a.Related), 100)
	requireSafeHTML(t, a.HTML())
	require.True(t, utf8.ValidString(a.Text()))
}

// requireKind checks that a block has what its kind says.
func requireKind(t testing.TB, b *Block) {
	t.Helper()
	switch b.Kind {
	case KindParagraph, KindCode:
		require.NotEmpty(t, b.Text)
	case KindHeading:
		require.NotEmpty(t, b.Text)
		require.True(t, b.Level >= 1 && b.Level <= 6, "level %d", b.Level)
	case KindList:
		require.NotEmpty(t, b.Items)
		require.NotContains(t, b.Items, "")
	case KindQuote:
		require.NotNil(t, b.Quote)
	case KindFigure:
		require.NotNil(t, b.Image)
		require.NotEmpty(t, b.Image.URL)
	case KindTable:
		require.NotEmpty(t, b.Rows)
	case KindEmbed:
		require.NotEmpty(t, b.URL)
	default:
		require.Fail(t, "an unknown kind", "%q", b.Kind)
	}
	if b.Kind != KindParagraph && b.Kind != KindHeading && b.Kind != KindList {
		require.Empty(t, b.Links, "links in a %s", b.Kind)
	}
}

func TestPagesAreSound(t *testing.T) {
	eachPage(t, func(t *testing.T, data []byte, opts *Options) {
		a, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		requireSound(t, a)
		requireRoundTrip(t, a)
	})
}

// requireRoundTrip checks that an Article's JSON gives the same Article.
func requireRoundTrip(t testing.TB, a *Article) {
	t.Helper()
	want := toJSON(t, a)
	var back Article
	require.NoError(t, json.Unmarshal([]byte(want), &back))
	require.Equal(t, want, toJSON(t, &back))
}

func TestSameTwiceAndFromTheTree(t *testing.T) {
	eachPage(t, func(t *testing.T, data []byte, opts *Options) {
		first, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		second, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		assert.Equal(t, toJSON(t, first), toJSON(t, second))

		doc := wholeTree(t, data, opts)
		for range 2 {
			node, err := ParseNode(doc, opts)
			require.NoError(t, err)
			assert.Equal(t, toJSON(t, first), toJSON(t, node))
		}
	})
}

// wholeTree parses a page with all that is left out of it else, as a caller of ParseNode does.
func wholeTree(t *testing.T, data []byte, opts *Options) *html.Node {
	t.Helper()
	text, err := charset.Decode(data, opts.ContentType)
	require.NoError(t, err)
	if _, err := io.ReadAll(strip(text, true)); err == nil {
		if doc, err := html.ParseWithOptions(bytes.NewReader(text), html.ParseOptionEnableScripting(false)); err == nil {
			return doc
		}
	}
	doc, err := parseHTML(text, true)
	require.NoError(t, err)
	return doc.root
}

func TestTreeIsLeftAsItWas(t *testing.T) {
	eachPage(t, func(t *testing.T, data []byte, opts *Options) {
		doc := wholeTree(t, data, opts)
		var before, after bytes.Buffer
		require.NoError(t, html.Render(&before, doc))
		opts.Selectors = &Selectors{Title: "h1", Remove: "aside"}
		_, err := ParseNode(doc, opts)
		require.NoError(t, err)
		require.NoError(t, html.Render(&after, doc))
		assert.Equal(t, before.String(), after.String())
	})
}

// TestTruncatedPages: a page cut off anywhere gives an Article or ErrNoArticle.
func TestTruncatedPages(t *testing.T) {
	eachPage(t, func(t *testing.T, data []byte, opts *Options) {
		for n := 0; n < len(data); n += 97 {
			a, err := Parse(bytes.NewReader(data[:n]), opts)
			if err != nil {
				require.ErrorIs(t, err, ErrNoArticle, "%d bytes", n)
			}
			requireSound(t, a)
		}
	})
}

func TestConcurrentParses(t *testing.T) {
	eachPage(t, func(t *testing.T, data []byte, opts *Options) {
		want, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		doc := wholeTree(t, data, opts)
		var got [16]*Article
		var errs [16]error
		var wg sync.WaitGroup
		for i := range got {
			wg.Go(func() {
				if i%2 == 0 {
					got[i], errs[i] = Parse(bytes.NewReader(data), opts)
				} else {
					got[i], errs[i] = ParseNode(doc, opts)
				}
			})
		}
		wg.Wait()
		for i := range got {
			require.NoError(t, errs[i])
			assert.Equal(t, toJSON(t, want), toJSON(t, got[i]))
		}
	})
}

// TestManyGoroutinesOverOneSetOfPages: 64 at once, each beginning at another
// page of the set, find what one alone finds.
func TestManyGoroutinesOverOneSetOfPages(t *testing.T) {
	const goroutines, each = 64, 12
	var pages [][]byte
	var want []string
	for _, path := range testPages(t) {
		data := readPageFile(t, path)
		a, err := Parse(bytes.NewReader(data), nil)
		if err == nil {
			pages, want = append(pages, data), append(want, toJSON(t, a))
		}
	}
	require.NotEmpty(t, pages)
	var got [goroutines][each]*Article
	var wg sync.WaitGroup
	for g := range got {
		wg.Go(func() {
			for i := range got[g] {
				got[g][i], _ = Parse(bytes.NewReader(pages[(g+i)%len(pages)]), nil)
			}
		})
	}
	wg.Wait()
	for g := range got {
		for i, a := range got[g] {
			require.NotNil(t, a)
			require.Equal(t, want[(g+i)%len(pages)], toJSON(t, a))
		}
	}
}

// TestPartsAreApart: what is one part of the Article is not another as well.
func TestPartsAreApart(t *testing.T) {
	eachPage(t, func(t *testing.T, data []byte, opts *Options) {
		a, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		related := map[string]bool{}
		addresses := map[string]bool{}
		for _, r := range a.Related {
			related[r.Title] = true
			assert.False(t, r.URL != "" && addresses[r.URL], "%s is related twice", r.URL)
			addresses[r.URL] = true
			assert.NotEqual(t, a.URL, r.URL, "the page is related to itself")
		}
		pulled := map[string]bool{}
		for _, q := range a.Quotes {
			pulled[q.Text] = q.Kind == QuotePull
		}
		for _, b := range a.Body {
			assert.False(t, b.Text != "" && related[b.Text], "%q is in the body and related", b.Text)
			assert.NotEqual(t, a.Title, b.Text, "the headline is in the body")
			assert.False(t, b.Text != "" && b.Text == a.Subtitle, "the standfirst is in the body")
			if b.Kind == KindQuote {
				assert.False(t, pulled[b.Quote.Text], "the pull quote %q is in the body", b.Quote.Text)
			}
		}
	})
}

// TestTextStandsInThePage: no word of a body is made up.
func TestTextStandsInThePage(t *testing.T) {
	eachPage(t, func(t *testing.T, data []byte, opts *Options) {
		a, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		doc := wholeTree(t, data, opts)
		page := foldSpace(cut(doc, len(data)).text) + "\n" + foldSpace(string(data)) // a script may hold the body
		for _, b := range a.Body {
			assert.True(t, stands(page, foldSpace(b.Text)), "%q stands nowhere in the page", b.Text)
			for _, it := range b.Items {
				for line := range strings.SplitSeq(it, "\n") {
					assert.Contains(t, page, foldSpace(line))
				}
			}
			for _, l := range b.Links {
				assert.Contains(t, foldSpace(b.Text+"\n"+strings.Join(b.Items, "\n")), foldSpace(l.Text))
			}
		}
	})
}

// stands says whether a text stands in the page, whole or, as a sentence that
// an advertisement broke, in two parts.
func stands(page, text string) bool {
	if strings.Contains(page, text) {
		return true
	}
	for i, r := range text {
		if r == ' ' && strings.Contains(page, text[:i]) && strings.Contains(page, text[i+1:]) {
			return true
		}
	}
	return false
}

// TestTraceChangesNothing: a trace, and one whose writer fails, leave the Article as it is.
func TestTraceChangesNothing(t *testing.T) {
	eachPage(t, func(t *testing.T, data []byte, opts *Options) {
		want, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		var trace bytes.Buffer
		opts.Trace = &trace
		got, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		assert.Equal(t, toJSON(t, want), toJSON(t, got))
		assert.Equal(t, len(readPage(t, data, opts).blocks), strings.Count(trace.String(), "\n"), "a line a block")
		opts.Trace = brokenWriter{}
		got, err = Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		assert.Equal(t, toJSON(t, want), toJSON(t, got))
	})
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

// TestWithoutAnAddress: a page without an address keeps its words and has no relative links.
func TestWithoutAnAddress(t *testing.T) {
	eachPage(t, func(t *testing.T, data []byte, opts *Options) {
		with, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		without, err := Parse(bytes.NewReader(data), nil)
		require.NoError(t, err)
		requireSound(t, without)
		assert.Equal(t, with.Title, without.Title)
	})
}
