package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/stretchr/testify/require"
)

// record writes a record as plain bytes. fields are whole lines without their ends.
func record(block string, fields ...string) string {
	return "WARC/1.0\r\n" + strings.Join(fields, "\r\n") + fmt.Sprintf("\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
}

// response is a record of an answer with status 200 and this HTTP header and body.
func response(id, target, head, body string) string {
	if head != "" {
		head += "\r\n"
	}
	return record("HTTP/1.1 200 OK\r\n"+head+"\r\n"+body, "WARC-Type: response", "WARC-Record-ID: <urn:"+id+">",
		"WARC-Date: 2026-01-02T03:04:05Z", "WARC-Target-URI: "+target, "Content-Type: application/http; msgtype=response")
}

// page is the response of a small page.
func page(id, body string) string {
	return response(id, "https://example.com/"+id, "Content-Type: text/html", body)
}

func zip(text string) string { return zipAt(gzip.DefaultCompression, text) }

func zipAt(level int, text string) string {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, level)
	io.WriteString(z, text)
	z.Close()
	return b.String()
}

// A found is what came of a record: its page, or its error.
type found struct {
	offset int64
	number int
	id     string
	err    string
}

// collect reads all pages of a file.
func collect(file string, opts *Options) []found {
	var all []found
	for p, err := range Pages(strings.NewReader(file), opts) {
		all = append(all, foundOf(p, err))
	}
	return all
}

// collectIn reads all pages of a part of a file.
func collectIn(file string, start, end int64) []found {
	var all []found
	for p, err := range PagesIn(strings.NewReader(file), int64(len(file)), &Options{Start: start, End: end}) {
		all = append(all, foundOf(p, err))
	}
	return all
}

func foundOf(p *Page, err error) found {
	var broken *RecordError
	switch {
	case errors.As(err, &broken):
		return found{broken.Offset, broken.Number, broken.RecordID, broken.Err.Error()}
	case err != nil:
		return found{err: err.Error()}
	}
	return found{offset: p.Offset, number: p.Number, id: p.RecordID}
}

// bodies reads all pages of a file that has no faults.
func bodies(t *testing.T, file string) []string {
	t.Helper()
	var all []string
	for p, err := range Pages(strings.NewReader(file), nil) {
		require.NoError(t, err)
		all = append(all, string(p.Body))
	}
	return all
}

// noise is bytes that cannot be compressed, the same for the same seed.
func noise(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 1))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return string(b)
}
