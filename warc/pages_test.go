package warc

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPage(t *testing.T) {
	first := record("software: x\r\n", "WARC-Type: warcinfo", "WARC-Record-ID: <urn:info>")
	file := first + page("a", "<p>A</p>")
	for name, file := range map[string]string{"plain": file, "gzip": zip(first) + zip(page("a", "<p>A</p>")), "one member": zip(file)} {
		var all []*Page
		for p, err := range Pages(strings.NewReader(file), nil) {
			require.NoError(t, err)
			all = append(all, p)
		}
		require.Len(t, all, 1, name)
		p := all[0]
		assert.Equal(t, "https://example.com/a", p.URL.String())
		assert.Equal(t, "text/html", p.ContentType)
		assert.Equal(t, 200, p.Status)
		assert.Equal(t, time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), p.Time)
		assert.Equal(t, "urn:a", p.RecordID)
		assert.Equal(t, "<p>A</p>", string(p.Body))
		switch name {
		case "plain":
			assert.Equal(t, place{int64(len(first)), 0}, place{p.Offset, p.Number})
		case "gzip":
			assert.Equal(t, place{int64(len(zip(first))), 0}, place{p.Offset, p.Number})
		default:
			assert.Equal(t, place{0, 1}, place{p.Offset, p.Number})
		}
	}
}

// TestWhatIsAPage holds which records give pages.
func TestWhatIsAPage(t *testing.T) {
	const doc = "<!DOCTYPE html><p>x"
	answer := func(head, body string) string { return response("a", "https://example.com/", head, body) }
	other := func(kind, contentType, block string) string {
		return record(block, "WARC-Type: "+kind, "WARC-Record-ID: <urn:a>", "WARC-Target-URI: https://example.com/", "Content-Type: "+contentType)
	}
	tests := []struct {
		name, record string
		want         bool
	}{
		{"html", answer("Content-Type: text/html", "x"), true},
		{"upper case", answer("CONTENT-TYPE: Text/HTML;charset=utf-8", "x"), true},
		{"broken parameter", answer("Content-Type: text/html; charset=", "x"), true},
		{"xhtml", answer("Content-Type: application/xhtml+xml", "x"), true},
		{"no type, html", answer("Server: x", doc), true},
		{"no type, xhtml", answer("", `<?xml version="1.0"?><html>`), true},
		{"no type, text", answer("Server: x", "plain"), false},
		{"no type, nothing", answer("", ""), false},
		{"no type, gzip", answer("Content-Encoding: gzip", zip(doc)), true},
		{"picture", answer("Content-Type: image/png", doc), false},
		{"json", answer("Content-Type: application/json", doc), false},
		{"empty page", answer("Content-Type: text/html", ""), true},
		{"gone", strings.Replace(answer("Content-Type: text/html", "x"), "200 OK", "404 No", 1), false},
		{"moved", strings.Replace(answer("Content-Type: text/html", "x"), "200 OK", "301 No", 1), false},
		{"no reason", strings.Replace(answer("Content-Type: text/html\r\nX: yz", "x"), "200 OK\r\n", "200\r\n", 1) + "\r\n\r\n", true},
		{"dns", strings.ReplaceAll(answer("Content-Type: text/html", "x"), "https://example.com/", "dns:example.com/////"), false},
		{"request", other("request", "application/http", "GET / HTTP/1.1\r\n\r\n"), false},
		{"revisit", other("revisit", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), false},
		{"resource", other("resource", "text/html", "x"), true},
		{"resource, picture", other("resource", "image/png", "x"), false},
		{"metadata", other("metadata", "text/html", "x"), false},
		{"conversion", other("conversion", "text/html", "x"), false},
		{"no http", other("response", "application/http", "gopher"), false},
		{"other protocol", other("response", "text/dns", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nx"), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			// The record behind it must come up whatever this one is.
			got := collect(zip(tt.record)+zip(page("z", "z")), nil)
			want := []found{{id: "urn:a"}, {offset: int64(len(zip(tt.record))), id: "urn:z"}}
			if !tt.want {
				want = want[1:]
			}
			if tt.name == "no reason" { // Its length is no more what it was.
				want[0].id, got[0].err = got[0].id, ""
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestCodings(t *testing.T) {
	doc := "<!DOCTYPE html>" + strings.Repeat("<p>text</p>", 200)
	through := func(w func(io.Writer) io.WriteCloser) string {
		var b bytes.Buffer
		z := w(&b)
		io.WriteString(z, doc)
		require.NoError(t, z.Close())
		return b.String()
	}
	chunked := func(s string) string {
		return fmt.Sprintf("5;x=y\r\n%s\r\n%X\r\n%s\r\n0\r\nTrailer: x\r\n\r\n", s[:5], len(s)-5, s[5:])
	}
	zl := through(func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
	raw := through(func(w io.Writer) io.WriteCloser { z, _ := flate.NewWriter(w, 6); return z })
	br := through(func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) })
	zs := through(func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z })
	tests := []struct{ name, head, body, err string }{
		{"none", "", doc, ""},
		{"chunked", "Transfer-Encoding: chunked", chunked(doc), ""},
		{"chunks joined already", "Transfer-Encoding: chunked", doc, ""},
		{"gzip", "Content-Encoding: gzip", zip(doc), ""},
		{"x-gzip", "Content-Encoding: x-gzip", zip(doc), ""},
		{"gzip undone already", "Content-Encoding: gzip", doc, ""},
		{"gzip and rubbish", "Content-Encoding: gzip", zip(doc) + "rubbish behind", ""},
		{"gzip in two members", "Content-Encoding: gzip", zip(doc[:50]) + zip(doc[50:]), ""},
		{"gzip twice", "Content-Encoding: gzip, gzip", zip(zip(doc)), ""},
		{"gzip in chunks", "Content-Encoding: gzip\r\nTransfer-Encoding: Chunked", chunked(zip(doc)), ""},
		{"deflate", "Content-Encoding: deflate", zl, ""},
		{"deflate without zlib", "Content-Encoding: deflate", raw, ""},
		{"br", "Content-Encoding: br", br, ""},
		{"zstd", "Content-Encoding: zstd", zs, ""},
		{"identity", "Content-Encoding: identity", doc, ""},
		{"unknown, undone already", "Content-Encoding: sdch", doc, ""},
		{"unknown", "Content-Encoding: sdch", "\x01\x02", `content coding "sdch" is unknown`},
		{"too many", "Content-Encoding: gzip,gzip,gzip,gzip", zip(doc), "content coding: more than 3 of them"},
		{"gzip cut", "Content-Encoding: gzip", zip(doc)[:40], "damaged: its page cannot be read: unexpected EOF"},
		{"br broken", "Content-Encoding: br", "\xff\xff\xff", "damaged: its page cannot be read: brotli: "},
		{"chunk cut", "Transfer-Encoding: chunked", "ff\r\nshort", "damaged: its page cannot be read: unexpected EOF"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			head := strings.TrimPrefix(tt.head+"\r\nContent-Type: text/html", "\r\n")
			file := response("a", "https://example.com/", head, tt.body)
			if tt.err == "" {
				assert.Equal(t, []string{doc}, bodies(t, zip(file)))
				assert.Equal(t, []string{doc}, bodies(t, file))
				return
			}
			got := collect(file+page("z", "z"), nil)
			require.Len(t, got, 2)
			assert.True(t, strings.HasPrefix(got[0].err, tt.err), got[0].err)
			assert.Equal(t, "urn:a", got[0].id)
			assert.Equal(t, "urn:z", got[1].id)
		})
	}
}

func TestTruncatedByTheCrawler(t *testing.T) {
	doc := strings.Repeat("<p>text</p>", 2000)
	file := strings.Replace(response("a", "https://example.com/", "Content-Type: text/html\r\nContent-Encoding: gzip",
		zipAt(gzip.NoCompression, doc)[:3000]), "WARC-Type", "WARC-Truncated: length\r\nWARC-Type", 1)
	for p, err := range Pages(strings.NewReader(file), nil) {
		require.NoError(t, err)
		assert.Equal(t, "length", p.Truncated)
		assert.True(t, strings.HasPrefix(doc, string(p.Body)))
		assert.Greater(t, len(p.Body), 2000)
	}
}

func TestMaxBytes(t *testing.T) {
	zipped := response("bomb", "https://example.com/", "Content-Type: text/html\r\nContent-Encoding: gzip", zip(strings.Repeat("x", 1<<20)))
	file := page("fits", strings.Repeat("x", 100)) + page("big", strings.Repeat("x", 101)) + zipped + page("z", "z")
	got := collect(file, &Options{MaxBytes: 100})
	require.Len(t, got, 4)
	assert.Equal(t, []string{"", "page is too large", "page is too large", ""}, []string{got[0].err, got[1].err, got[2].err, got[3].err})
	assert.Equal(t, "urn:bomb", got[2].id)
}

func TestSegments(t *testing.T) {
	first := strings.Replace(page("a", "<p>"), "WARC-Type", "WARC-Segment-Number: 1\r\nWARC-Type", 1)
	second := record("more", "WARC-Type: continuation", "WARC-Record-ID: <urn:b>", "WARC-Segment-Number: 2")
	var errs []error
	for p, err := range Pages(strings.NewReader(first+second), nil) {
		assert.Nil(t, p)
		errs = append(errs, err)
	}
	require.Len(t, errs, 1)
	assert.ErrorIs(t, errs[0], ErrSegmented)
	assert.Equal(t, "record at byte 0 (https://example.com/a): the page is cut into segments, which are not put together", errs[0].Error())
}

func TestNotWARC(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"empty", "", "not a WARC file: it is empty"},
		{"page", "<!DOCTYPE html>", `not a WARC file: it begins with "<!DOCTYPE"`},
		{"page, gzip", zip("<!DOCTYPE html>"), `not a WARC file: it, uncompressed, begins with "<!DOCTYPE"`},
		{"arc", "filedesc://x.arc 0", "not a WARC file: it is an ARC file, the older format"},
		{"arc, gzip", zip("filedesc://x.arc 0"), "not a WARC file: it, uncompressed, is an ARC file, the older format"},
		{"zstd", "\x28\xb5\x2f\xfd1234", "not a WARC file: it is compressed with zstd; uncompress it first"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n := 0
			for p, err := range Pages(strings.NewReader(tt.file), nil) {
				n++
				assert.Nil(t, p)
				assert.ErrorIs(t, err, ErrNotWARC)
				assert.Equal(t, tt.want, err.Error())
			}
			assert.Equal(t, 1, n)
		})
	}
}

// TestDamage holds that a damaged record costs itself alone.
func TestDamage(t *testing.T) {
	a, b, c := page("a", "A"), page("b", strings.Repeat("B", 50)), page("c", "C")
	za, zb, zc := zip(a), zip(b), zip(c)
	garbled := []byte(zb)
	copy(garbled[len(garbled)/2:], "garbled")
	const short, noRecord = "damaged: no record follows where its Content-Length says that it ends", "damaged: no record begins here"
	at := int64(len(a))
	zat := int64(len(za))
	after := found{offset: at + int64(len(b)), id: "urn:c"}
	zafter := found{offset: zat + int64(len(zb)), id: "urn:c"}
	tests := []struct {
		name, file string
		want       []found
	}{
		{"length too short", a + strings.Replace(b, "Content-Length: 9", "Content-Length: 8", 1) + c, []found{{at, 0, "urn:b", short}, after}},
		{"length too long", a + strings.Replace(b, "Content-Length: 94", "Content-Length: 99", 1) + c, []found{{at, 0, "urn:b", short}, after}},
		{"length beyond the end", a + strings.Replace(b, "Content-Length: 94", "Content-Length: 94000", 1) + c,
			[]found{{at, 0, "urn:b", "the file ends within the record"}, {after.offset + 3, 0, "urn:c", ""}}},
		{"no length", a + strings.Replace(b, "Content-Length", "Content-Weight", 1) + c, []found{{at, 0, "urn:b", "damaged: its header has no Content-Length"}, after}},
		{"negative length", a + strings.Replace(b, "Content-Length: ", "Content-Length: -", 1) + c,
			[]found{{at, 0, "urn:b", "damaged: its header has no Content-Length"}, {after.offset + 1, 0, "urn:c", ""}}},
		{"no type", a + strings.Replace(b, "WARC-Type", "WARC-Kind", 1) + c, []found{{at, 0, "urn:b", "damaged: its header has no WARC-Type"}, after}},
		{"version 2", a + strings.Replace(b, "WARC/1.0", "WARC/2.0", 1) + c, []found{{at, 0, "", `damaged: unknown version "WARC/2.0"`}, after}},
		{"rubbish between", a + "rubbish\r\n" + c, []found{{0, 0, "urn:a", short}, {at + 9, 0, "urn:c", ""}}},
		{"cut in the block", a + b[:len(b)-20], []found{{at, 0, "urn:b", "the file ends within the record"}}},
		{"cut in the header", a + b[:40], []found{{at, 0, "", "the file ends within the record"}}},
		{"no line breaks at the end", a + b[:len(b)-4], []found{{at, 0, "urn:b", ""}}},
		{"gzip garbled", za + string(garbled) + zc, []found{{zat, 0, "", "damaged: broken gzip data: "}, zafter}},
		{"gzip checksum", za + zb[:len(zb)-8] + "\x00\x00\x00\x00" + zb[len(zb)-4:] + zc, []found{{zat, 0, "urn:b", "damaged: broken gzip data: gzip: invalid checksum"}, zafter}},
		{"gzip header", za + "\x1f\x8b\x09" + zb[3:] + zc, []found{{zat, 0, "", "damaged: broken gzip data: gzip: invalid header"}, zafter}},
		{"gzip, rubbish between", za + "rubbish" + zc, []found{{zat, 0, "", "damaged: no gzip member begins here"}, {zat + 7, 0, "urn:c", ""}}},
		{"gzip, zeros between", za + strings.Repeat("\x00", 512) + zc, []found{{zat + 512, 0, "urn:c", ""}}},
		{"gzip, zeros at the end", za + strings.Repeat("\x00", 512), nil},
		{"gzip cut", za + zb[:len(zb)-9], []found{{zat, 0, "urn:b", "the file ends within the record"}}},
		{"gzip, member ends early", za + zip(b[:len(b)-20]) + zc, []found{{zat, 0, "urn:b", "damaged: the gzip member ends within the record"},
			{zat + int64(len(zip(b[:len(b)-20]))), 0, "urn:c", ""}}},
		{"one member, damage within", za + zip(b+"rubbish\r\n"+c), []found{{zat, 0, "urn:b", short}, {zat, 1, "urn:c", ""}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := collect(tt.file, nil)
			want := tt.want
			if tt.name != "rubbish between" {
				want = append([]found{{id: "urn:a"}}, want...)
			}
			require.Len(t, got, len(want), got)
			for i := range got {
				assert.True(t, strings.HasPrefix(got[i].err, want[i].err) && (got[i].err == "") == (want[i].err == ""), got[i].err)
				if strings.HasSuffix(want[i].err, ": ") {
					got[i].id = want[i].id // How far it could be read is the compression's affair.
				}
				got[i].err, want[i].err = "", ""
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestReaderFails(t *testing.T) {
	lost := errors.New("connection lost")
	for _, file := range []string{page("a", "A") + page("b", "B"), zip(page("a", "A")) + zip(page("b", "B"))} {
		r := io.MultiReader(strings.NewReader(file[:len(file)-30]), iotest.ErrReader(lost))
		n := 0
		var last error
		for _, err := range Pages(r, nil) {
			n++
			last = err
		}
		assert.Equal(t, 2, n)
		assert.ErrorIs(t, last, lost)
	}
	for _, err := range Pages(iotest.ErrReader(lost), nil) {
		assert.Equal(t, lost, err)
	}
}

// TestReadersThatGiveLittle holds that the pages do not hang on how the bytes come.
func TestReadersThatGiveLittle(t *testing.T) {
	for _, s := range shapes() {
		want := collect(s.file, nil)
		for _, r := range []io.Reader{iotest.OneByteReader(strings.NewReader(s.file)), iotest.DataErrReader(strings.NewReader(s.file))} {
			var got []found
			for p, err := range Pages(r, nil) {
				got = append(got, foundOf(p, err))
			}
			assert.Equal(t, want, got)
		}
	}
}

func TestStopping(t *testing.T) {
	for _, s := range shapes() {
		for range Pages(strings.NewReader(s.file), nil) {
			break
		}
	}
}
