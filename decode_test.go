package newspage

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// bridgeProse is prose enough for an article.
const bridgeProse = `<p>The bridge over the harbour opens again on Monday, the mayor said, after two years of work on its steel and its foundations.</p>
<p>About nine thousand people crossed it every day before it was closed, and the ferry that took its place stops on the same day.</p>
<p>The work cost thirty million, which is four million more than the council had planned, because the old piers had to be replaced.</p>`

// bridgePage is a page of an article with open before and shut after its prose.
func bridgePage(open, shut string) string {
	return `<!DOCTYPE html><html lang="en"><head><title>Bridge reopens after two years</title></head><body><article><h1>Bridge reopens after two years</h1>` +
		open + bridgeProse + shut + `</article></body></html>`
}

// requireBridge checks that the article of bridgePage was found.
func requireBridge(t testing.TB, a *Article, err error) {
	t.Helper()
	require.NoError(t, err)
	assert.Equal(t, "Bridge reopens after two years", a.Title)
	text := a.Text()
	for _, want := range []string{"The bridge over the harbour opens", "About nine thousand people", "The work cost thirty million"} {
		assert.Contains(t, text, want)
	}
}

// A countingReader counts the bytes that are read of an endless page.
type countingReader struct{ n int64 }

func (r *countingReader) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	r.n += int64(len(p))
	return len(p), nil
}

func TestTooLarge(t *testing.T) {
	for _, limit := range []int64{1, 511, 512, 513, 70000, 1 << 20} {
		r := &countingReader{}
		a, err := Parse(r, &Options{MaxBytes: limit})
		require.ErrorIs(t, err, ErrTooLarge)
		assert.Nil(t, a)
		assert.LessOrEqual(t, r.n, limit+1, "bytes read at a limit of %d", limit)
	}
}

func TestLimitItselfIsRead(t *testing.T) {
	page := bridgePage("", "")
	a, err := Parse(strings.NewReader(page), &Options{MaxBytes: int64(len(page))})
	requireBridge(t, a, err)
	_, err = Parse(strings.NewReader(page), &Options{MaxBytes: int64(len(page)) - 1})
	require.ErrorIs(t, err, ErrTooLarge)
	assert.Equal(t, int64(DefaultMaxBytes), (&Options{}).maxBytes())
	assert.Equal(t, int64(DefaultMaxBytes), (&Options{MaxBytes: -1}).maxBytes())
}

func TestReadersOfAllManners(t *testing.T) {
	page := bridgePage("", strings.Repeat("<!-- nothing -->", 6000)) // longer than the first buffer
	want, err := Parse(strings.NewReader(page), nil)
	requireBridge(t, want, err)
	for name, r := range map[string]io.Reader{
		"a byte at a time":      iotest.OneByteReader(strings.NewReader(page)),
		"half of it":            iotest.HalfReader(strings.NewReader(page)),
		"data with the end":     iotest.DataErrReader(strings.NewReader(page)),
		"a buffer":              bytes.NewBufferString(page),
		"without a length":      io.MultiReader(strings.NewReader(page)),
		"one empty read apiece": &lazyReader{r: strings.NewReader(page), empty: 1},
		"99 empty reads apiece": &lazyReader{r: strings.NewReader(page), empty: 99},
		"a length that is a lie": struct {
			io.Reader
			liar
		}{Reader: strings.NewReader(page)},
	} {
		got, err := Parse(r, nil)
		require.NoError(t, err, name)
		assert.Equal(t, want, got, name)
	}
}

// A liar gives a wrong length.
type liar struct{}

func (liar) Len() int { return -5 }

// A lazyReader reads nothing some times before each read.
type lazyReader struct {
	r          io.Reader
	empty, now int
}

func (l *lazyReader) Read(p []byte) (int, error) {
	if l.now < l.empty {
		l.now++
		return 0, nil
	}
	l.now = 0
	return l.r.Read(p)
}

func TestReaderErrors(t *testing.T) {
	broken := errors.New("the line is broken")
	half := bridgePage("", "")[:400]
	a, err := Parse(io.MultiReader(strings.NewReader(half), iotest.ErrReader(broken)), nil)
	require.ErrorIs(t, err, broken)
	assert.Nil(t, a)
	_, err = Parse(iotest.ErrReader(io.ErrUnexpectedEOF), nil)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	_, err = Parse(&lazyReader{r: strings.NewReader(half), empty: 1 << 30}, nil)
	require.ErrorIs(t, err, io.ErrNoProgress)
	a, err = Parse(nil, nil)
	require.EqualError(t, err, "newspage: reader is nil")
	assert.Nil(t, a)
	_, err = ParseNode(nil, nil)
	require.EqualError(t, err, "newspage: node is nil")
}

func TestNotHTML(t *testing.T) {
	for what, data := range map[string]string{
		"gzip":      "\x1f\x8b\x08\x00\x00\x00\x00\x00",
		"Zstandard": "\x28\xb5\x2f\xfd\x00\x00",
		"PDF":       "%PDF-1.7\n1 0 obj",
		"JSON":      `{"title":"Bridge reopens","body":[1,2]}`,
		"PNG":       "\x89PNG\r\n\x1a\n\x00\x00",
		"JPEG":      "\xff\xd8\xff\xe0\x00\x10JFIF",
		"ZIP":       "PK\x03\x04\x14\x00",
		"RSS":       `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>`,
	} {
		a, err := Parse(strings.NewReader(data), nil)
		require.ErrorIs(t, err, ErrNotHTML, what)
		assert.ErrorContains(t, err, what)
		assert.Nil(t, a)
	}
}

func TestNothingIsNoArticle(t *testing.T) {
	for name, data := range map[string]string{
		"no bytes": "", "spaces": strings.Repeat(" ", 1<<16), "NULs": strings.Repeat("\x00", 1<<16), "a tag": "<p>", "an empty page": "<html></html>", "a few words": "It opens.",
	} {
		a, err := Parse(strings.NewReader(data), nil)
		require.ErrorIs(t, err, ErrNoArticle, name)
		require.NotNil(t, a, name)
		assert.Empty(t, a.Body, name)
	}
}

// TestDeepPages: what nests beyond the parser's limit is flattened, not lost.
func TestDeepPages(t *testing.T) {
	r := strings.Repeat
	for name, page := range map[string]string{
		"100,000 divs around the prose":         bridgePage(r("<div>", 100000), r("</div>", 100000)),
		"100,000 divs that are never closed":    bridgePage(r("<div>", 100000), ""),
		"1,000 divs before the prose":           bridgePage(r("<div>", 1000)+r("</div>", 1000), ""),
		"100,000 fonts that are never closed":   bridgePage(r("<font>", 100000), ""),
		"10,000 <b>x":                           bridgePage(r("<b>x", 10000), ""),
		"160 tables in tables":                  bridgePage(r("<table><tr><td>", 160), ""),
		"stray end tags of unknown elements":    bridgePage(r("<div></x>", 1000), ""),
		"stray end tags of known elements":      bridgePage(r("<div></span>", 1000), ""),
		"490 divs, below the limit":             bridgePage(r("<div>", 490), r("</div>", 490)),
		"2,000 spans in each other":             bridgePage(r("<span>", 2000), r("</span>", 2000)),
		"600 lists in lists before the article": bridgePage(r("<ul><li>", 600)+"deep"+r("</ul>", 600), ""),
	} {
		t.Run(name, func(t *testing.T) {
			a, err := Parse(strings.NewReader(page), nil)
			requireBridge(t, a, err)
		})
	}
}

func TestFlatten(t *testing.T) {
	r := strings.Repeat
	for _, c := range []struct{ name, in, want string }{
		{"a shallow page is as it was", "<div class=a>x<br><p>y</div><!-- z -->", "<div class=a>x<br><p>y</div><!-- z -->"},
		{"no more than maxOpen are open", r("<div>", 300) + "x" + r("</div>", 300), r("<div>", 200) + "x" + r("</div>", 200)},
		{"formatting stops early", r("<b>", 300) + "x", r("<b>", maxFlatFormatting) + "x"},
		{"void elements are kept at any depth", r("<div>", 201) + "<img src=a><br>", r("<div>", 200) + "<img src=a><br>"},
		{"paragraphs are kept at any depth", r("<div>", 201) + "<p>x</p>", r("<div>", 200) + "<p>x</p>"},
		{"open ones come and go", r("<div>x</div>", 300), r("<div>x</div>", 300)},
		{"stray end tags", "</div></div>" + "<div>x</div>", "</div></div><div>x</div>"},
	} {
		assert.Equal(t, c.want, flatten([]byte(c.in)), c.name)
	}
}

func FuzzFlatten(f *testing.F) {
	f.Add("<div><div>x</div><p>y", uint16(300))
	f.Add("<b><a href=x>", uint16(600))
	f.Add("<table><tr><td>", uint16(200))
	f.Add("</p><svg><title>", uint16(20))
	f.Fuzz(func(t *testing.T, s string, n uint16) {
		if len(s) > 200 {
			return
		}
		deep := strings.Repeat(s, int(n%1024))
		flat := flatten([]byte(deep))
		if len(flat) > len(deep) {
			t.Fatalf("%d bytes became %d", len(deep), len(flat))
		}
		if c := strings.Count(flat, "<"); c > strings.Count(deep, "<") {
			t.Fatalf("%d tags more than before", c)
		}
	})
}
