package warc

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/nlnwa/gowarc/v3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAgainstGowarc holds that another reader finds the same records at the
// same offsets, with the same blocks.
func TestAgainstGowarc(t *testing.T) {
	plain, zipped := crawl(200, 5000)
	for _, file := range []string{plain, zipped} {
		want := throughGowarc(t, file)
		require.Len(t, want, 200)
		i := 0
		for p, err := range Pages(strings.NewReader(file), nil) {
			require.NoError(t, err)
			assert.Equal(t, want[i], fmt.Sprint(p.Offset, p.RecordID, p.URL, string(p.Body)))
			i++
		}
		assert.Equal(t, 200, i)
	}
}

// crawl writes a file as crawlers do, plain and compressed: each page with its request and metadata.
func crawl(pages, size int) (plain, zipped string) {
	var p, z strings.Builder
	add := func(r string) {
		p.WriteString(r)
		z.WriteString(zipAt(gzip.BestSpeed, r))
	}
	for i := range pages {
		id := fmt.Sprintf("p%d", i)
		add(record("GET / HTTP/1.1\r\n\r\n", "WARC-Type: request", "WARC-Record-ID: <urn:r"+id+">", "Content-Type: application/http;msgtype=request"))
		var body strings.Builder
		for body.Len() < size {
			fmt.Fprintf(&body, "<p class=c%d>Paragraph %x of the page</p>\n", i%7, noise(uint64(body.Len()+i), 9))
		}
		add(page(id, body.String()))
		add(record("x: y\r\n", "WARC-Type: metadata", "WARC-Record-ID: <urn:m"+id+">", "Content-Type: application/warc-fields"))
	}
	return p.String(), z.String()
}

// throughGowarc is what gowarc makes of the responses of a file.
func throughGowarc(t testing.TB, file string) []string {
	var all []string
	eachGowarc(t, file, func(rec gowarc.Record, body []byte) {
		h := rec.WarcRecord.WarcHeader()
		all = append(all, fmt.Sprint(rec.Offset, h.GetId(gowarc.WarcRecordID), h.Get(gowarc.WarcTargetURI), string(body)))
	})
	return all
}

// eachGowarc reads the bodies of the responses of a file with gowarc.
func eachGowarc(t testing.TB, file string, f func(gowarc.Record, []byte)) {
	r, err := gowarc.NewWarcFileReaderFromStream(strings.NewReader(file), 0)
	require.NoError(t, err)
	defer r.Close()
	for rec, err := range r.Records() {
		require.NoError(t, err)
		if rec.WarcRecord.Type() == gowarc.Response {
			payload, err := rec.WarcRecord.Block().(gowarc.PayloadBlock).PayloadBytes()
			require.NoError(t, err)
			var body bytes.Buffer
			body.Grow(128 << 10)
			_, err = body.ReadFrom(payload)
			require.NoError(t, err)
			f(rec, body.Bytes())
		}
		require.NoError(t, rec.Close())
	}
}
