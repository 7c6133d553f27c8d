package warc

import (
	"bufio"
	"io"
	"net/textproto"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/nlnwa/gowarc/v3"
)

// The benchmarks read the same file: BenchmarkBare does no more than any reader
// must (uncompress, parse the headers, hold a block), the others are beside it.

func benchFile(b *testing.B) string {
	_, zipped := crawl(300, 100<<10)
	b.ReportAllocs()
	b.ResetTimer()
	return zipped
}

func BenchmarkPages(b *testing.B) {
	file := benchFile(b)
	for b.Loop() {
		n := int64(0)
		for p, err := range Pages(strings.NewReader(file), nil) {
			if err != nil {
				b.Fatal(err)
			}
			n += int64(len(p.Body))
		}
		b.SetBytes(n)
	}
}

func BenchmarkGowarc(b *testing.B) {
	file := benchFile(b)
	for b.Loop() {
		n := int64(0)
		eachGowarc(b, file, func(_ gowarc.Record, body []byte) { n += int64(len(body)) })
		b.SetBytes(n)
	}
}

func BenchmarkBare(b *testing.B) {
	file := benchFile(b)
	for b.Loop() {
		r := bufio.NewReader(strings.NewReader(file))
		z := new(gzip.Reader)
		inner := bufio.NewReader(nil)
		n := int64(0)
		for {
			if _, err := r.Peek(1); err != nil {
				break
			}
			if err := z.Reset(r); err != nil {
				b.Fatal(err)
			}
			z.Multistream(false)
			inner.Reset(z)
			text := textproto.NewReader(inner)
			text.ReadLine()
			h, err := text.ReadMIMEHeader()
			if err != nil {
				b.Fatal(err)
			}
			length, _ := strconv.Atoi(h.Get("Content-Length"))
			if h.Get("WARC-Type") == "response" {
				block := make([]byte, length)
				if _, err := io.ReadFull(inner, block); err != nil {
					b.Fatal(err)
				}
				n += int64(length)
			}
			io.Copy(io.Discard, inner)
		}
		b.SetBytes(n)
	}
}
