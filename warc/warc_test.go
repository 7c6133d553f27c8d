package warc

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// record writes a record of a type with a block.
func record(kind, uri, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-06-14T09:30:00Z\r\n"+
		"WARC-Record-ID: <urn:test:%s>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, uri, len(block), block)
}

// response is a response record of an HTML page.
func response(uri, body string) string {
	return record("response", uri, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"+body)
}

func gzipped(parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		_, _ = z.Write([]byte(p))
		_ = z.Close()
	}
	return b.String()
}

// read is what Pages yields: bodies, and errors in angle brackets.
func read(t testing.TB, file string, opts *Options) (out []string) {
	t.Helper()
	for p, err := range Pages(strings.NewReader(file), opts) {
		out = append(out, show(t, p, err))
	}
	return out
}

func readIn(t testing.TB, file string, start, end int64) (out []string) {
	t.Helper()
	for p, err := range PagesIn(strings.NewReader(file), int64(len(file)), &Options{Start: start, End: end}) {
		out = append(out, show(t, p, err))
	}
	return out
}

func show(t testing.TB, p *Page, err error) string {
	if err != nil {
		var e *Error
		require.ErrorAs(t, err, &e)
		return "<" + e.Err.Error() + ">"
	}
	return string(p.Body)
}

const uri = "https://news.example/a"

func TestWhatIsAPage(t *testing.T) {
	http := func(head, body string) string { return record("response", uri, "HTTP/1.1 200 OK\r\n"+head+"\r\n"+body) }
	html := "Content-Type: text/html\r\n"
	var deflated bytes.Buffer
	z := zlib.NewWriter(&deflated)
	_, _ = z.Write([]byte("<p>small"))
	require.NoError(t, z.Close())
	for name, c := range map[string]struct {
		file string
		want []string
	}{
		"a response":                      {response(uri, "<p>a"), []string{"<p>a"}},
		"no content type":                 {http("", "<p>a"), []string{"<p>a"}},
		"XHTML":                           {http("content-type: application/xhtml+xml\r\n", "<p>a"), []string{"<p>a"}},
		"a picture":                       {http("Content-Type: image/png\r\n", "PNG"), nil},
		"not found":                       {record("response", uri, "HTTP/1.1 404 Not Found\r\n"+html+"\r\n<p>none"), nil},
		"a request, a revisit":            {record("request", uri, "GET / HTTP/1.1\r\n\r\n") + record("revisit", uri, "HTTP/1.1 200 OK\r\n\r\n"), nil},
		"chunked":                         {http(html+"Transfer-Encoding: chunked\r\n", "3\r\n<p>\r\n2\r\nab\r\n0\r\n\r\n"), []string{"<p>ab"}},
		"chunks joined already":           {http(html+"Transfer-Encoding: chunked\r\n", "<p>ab"), []string{"<p>ab"}},
		"gzip":                            {http(html+"Content-Encoding: gzip\r\n", gzipped("<p>small")), []string{"<p>small"}},
		"gzip undone already":             {http(html+"Content-Encoding: gzip\r\n", "<p>small"), []string{"<p>small"}},
		"gzip in chunks":                  {http(html+"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(gzipped("<p>c")), gzipped("<p>c"))), []string{"<p>c"}},
		"deflate":                         {http(html+"Content-Encoding: deflate\r\n", deflated.String()), []string{"<p>small"}},
		"brotli":                          {http(html+"Content-Encoding: br\r\n", "\x0b\x02\x80"), []string{"<the page is compressed with br, which is not undone>"}},
		"no HTTP":                         {record("response", uri, "hello"), []string{"<the record holds no HTTP response>"}},
		"a resource":                      {strings.Replace(record("resource", uri, "<p>r"), "application/http; msgtype=response", "text/html", 1), []string{"<p>r"}},
		"a resource of another kind":      {record("resource", uri, "r"), nil},
		"segments":                        {strings.Replace(response(uri, "<p>a"), "WARC-Type", "WARC-Segment-Number: 1\r\nWARC-Type", 1), []string{"<the record is in segments, which are not put together>"}},
		"too large":                       {response(uri, strings.Repeat("a", 101)), []string{"<the page is too large>"}},
		"too large once it is not packed": {http(html+"Content-Encoding: gzip\r\n", gzipped(strings.Repeat("a", 1000))), []string{"<the page is too large>"}},
		"a folded field":                  {strings.Replace(response(uri, "<p>a"), "WARC-Date:", "X-Long: a\r\n b\r\nWARC-Date:", 1), []string{"<p>a"}},
	} {
		assert.Equal(t, c.want, read(t, c.file, &Options{MaxBytes: 100}), name)
		assert.Equal(t, c.want, read(t, gzipped(c.file), &Options{MaxBytes: 100}), name)
	}
}

// TestBareLineBreaks: some writers end lines without a carriage return.
func TestBareLineBreaks(t *testing.T) {
	assert.Equal(t, []string{"<p>a", "<p>b"}, read(t, bare("<p>a")+bare("<p>b"), nil))
}

func bare(body string) string {
	block := "HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + body
	return fmt.Sprintf("WARC/1.0\nWARC-Type: response\nWARC-Target-URI: %s\nContent-Length: %d\n\n%s\n\n", uri, len(block), block)
}

func TestWhatAPageIsToldOf(t *testing.T) {
	file := record("warcinfo", "", "software: x") + strings.Replace(response(uri, "<p>a"), "Target-URI: "+uri, "Target-URI: <"+uri+">", 1) + record("response", uri, "HTTP/1.1 200 OK\r\nContent-Type: image/png; x\r\n\r\n")
	var skipped []string
	opts := &Options{Skipped: func(_ int64, why string) { skipped = append(skipped, why) }}
	for p, err := range Pages(strings.NewReader(file), opts) {
		require.NoError(t, err)
		assert.Equal(t, uri, p.URL.String())
		assert.Equal(t, "text/html; charset=utf-8", p.ContentType)
		assert.Equal(t, "2025-06-14T09:30:00Z", p.Time.Format("2006-01-02T15:04:05Z07:00"))
		assert.Equal(t, "urn:test:"+uri, p.ID)
		assert.Equal(t, int64(len(record("warcinfo", "", "software: x"))), p.Offset)
	}
	assert.Equal(t, []string{"image/png"}, skipped)
}

func TestDamage(t *testing.T) {
	a, b, c := response(uri, "<p>a"), response(uri, "<p>b"+strings.Repeat(" and more", 40)), response(uri, "<p>c")
	body := "<p>b" + strings.Repeat(" and more", 40)
	flip := func(s string, at int) string { return s[:at] + string(s[at]^0x55) + s[at+1:] }
	ga, gb, gc := gzipped(a), gzipped(b), gzipped(c)
	for name, k := range map[string]struct {
		file string
		want []string
	}{
		"empty":                        {"", []string{"<the file is empty>"}},
		"another file":                 {"%PDF-1.7 ...", []string{"<not a WARC file: it does not begin with a record>"}},
		"another gzip file":            {gzipped("<html>"), []string{"<no record begins here>"}},
		"cut off in a block":           {a + b[:len(b)-20], []string{"<p>a", "<the file ends within the record>"}},
		"cut off in a header":          {a + b[:40], []string{"<p>a", "<the file ends within the record>"}},
		"cut off in a member":          {ga + gb[:len(gb)-12], []string{"<p>a", "<the file ends within the record>"}},
		"a byte of a member is wrong":  {ga + flip(gb, len(gb)-5) + gc, []string{"<p>a", "<damaged gzip data>", "<p>c"}},
		"a member's header is wrong":   {ga + flip(gb, 2) + gc, []string{"<p>a", "<no record begins here>", "<p>c"}},
		"a length that is no number":   {a + strings.Replace(b, "Content-Length: ", "Content-Length: x", 1) + c, []string{"<p>a", "<the record has no Content-Length>", "<p>c"}},
		"a length that is too small":   {a + strings.Replace(b, fmt.Sprint("Content-Length: ", len(body)+60), "Content-Length: 70", 1) + c, nil},
		"noise between two records":    {a + "noise\r\n\r\n" + c, []string{"<p>a", "<no record begins here>", "<p>c"}},
		"all records in one member":    {gzipped(a + b + c), []string{"<p>a", body, "<p>c"}},
		"one of them without a length": {gzipped(a + strings.Replace(b, "Content-Length", "Content-Longth", 1) + c), []string{"<p>a", "<the record has no Content-Length>", "<p>c"}},
	} {
		stream := read(t, k.file, nil)
		file := readIn(t, k.file, 0, 0)
		if k.want != nil {
			assert.Equal(t, k.want, stream, name)
			assert.Equal(t, k.want, file, name)
			continue
		}
		for _, got := range [][]string{stream, file} {
			assert.Equal(t, "<p>a", got[0], name)
			assert.Equal(t, "<p>c", got[len(got)-1], name)
			assert.Contains(t, strings.Join(got, ""), "<", name)
		}
	}
}

func TestErrorsOfTheReaderEndIt(t *testing.T) {
	file := response(uri, "<p>a")
	lost := errors.New("lost")
	var got []string
	for p, err := range Pages(io.MultiReader(strings.NewReader(file+file[:50]), iotest.ErrReader(lost)), nil) {
		got = append(got, show(t, p, err))
	}
	assert.Equal(t, []string{"<p>a", "<lost>"}, got)
}

// crawl is a file of records of all kinds, with pages that speak of WARC files.
func crawl(r *rand.Rand, n int, pack func(string) string) (file string, pages []string) {
	for i := range n {
		body := fmt.Sprintf("<p>page %d%s", i, strings.Repeat(" word", r.IntN(300)))
		switch r.IntN(5) {
		case 0:
			body += "\r\n\r\nWARC/1.0 is a format.\r\nWARC/1.1\r\nWARC-Type: none\r\n\x1f\x8b\x08"
		case 1:
			file += pack(record("request", uri, "GET / HTTP/1.1\r\n\r\n"))
		}
		file += pack(response(uri, body))
		pages = append(pages, body)
	}
	return file, pages
}

// TestEveryCut cuts small files at every byte, and at random bytes into many
// parts: together the parts give each page once.
func TestEveryCut(t *testing.T) {
	for name, pack := range map[string]func(string) string{"plain": func(s string) string { return s }, "gzip": func(s string) string { return gzipped(s) }} {
		file, want := crawl(rand.New(rand.NewPCG(1, 2)), 8, pack)
		size := int64(len(file))
		require.Equal(t, want, readIn(t, file, 0, 0))
		for cut := int64(1); cut < size; cut++ {
			require.Equal(t, want, append(readIn(t, file, 0, cut), readIn(t, file, cut, size)...), "%s cut at %d", name, cut)
		}
		r := rand.New(rand.NewPCG(3, 4))
		file, want = crawl(r, 60, pack)
		for range 30 {
			var got []string
			for start := int64(0); start < int64(len(file)); {
				end := start + 1 + r.Int64N(int64(len(file))/4)
				got = append(got, readIn(t, file, start, end)...)
				start = end
			}
			require.Equal(t, want, got, name)
		}
	}
}

// TestCostIsThatOfARecord: each record of a long file costs a fixed number of allocations.
func TestCostIsThatOfARecord(t *testing.T) {
	one := gzipped(response(uri, strings.Repeat("<p>some words", 1000)))
	n := 0
	perPage := testing.AllocsPerRun(1, func() {
		var readers []io.Reader
		for range 2000 {
			readers = append(readers, strings.NewReader(one))
		}
		for p, err := range Pages(io.MultiReader(readers...), nil) {
			require.NoError(t, err)
			n += len(p.Body)
		}
	})
	assert.Positive(t, n)
	assert.Less(t, perPage/2000, 200.0)
}

func FuzzPages(f *testing.F) {
	a := response(uri, "<p>a")
	for _, s := range []string{"", a, gzipped(a, a), gzipped(a + a), a[:60] + a, "WARC/1.0\r\n\r\n", "\x1f\x8b\x08", gzipped(a)[:30] + gzipped(a)} {
		f.Add([]byte(s), int64(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, cut int64) {
		opts := &Options{MaxBytes: 1 << 16}
		count := func(seq func(func(*Page, error) bool)) (n int) {
			for p, err := range seq {
				if err == nil {
					require.NotNil(t, p)
					require.LessOrEqual(t, len(p.Body), 1<<16)
				}
				n++
				require.LessOrEqual(t, n, 2*len(data)+2)
			}
			return n
		}
		count(Pages(bytes.NewReader(data), opts))
		if cut > 0 && cut < int64(len(data)) {
			count(PagesIn(bytes.NewReader(data), int64(len(data)), &Options{MaxBytes: 1 << 16, End: cut}))
			count(PagesIn(bytes.NewReader(data), int64(len(data)), &Options{MaxBytes: 1 << 16, Start: cut}))
		}
	})
}
