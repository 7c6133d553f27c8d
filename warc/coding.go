package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// maxCodings is how many codings of one page are undone. Real pages have one.
const maxCodings = 3

// codings undo what a server has done to a page for the transport.
type codings struct {
	z    *gzip.Reader // kept from page to page
	busy bool         // this page reads from z already
}

// undo reads from r as the page was before. Crawlers may have undone the codings and left the
// header, so the bytes decide whether there is anything to undo.
func (c *codings) undo(r *bufio.Reader, a answer) (io.Reader, error) {
	c.busy = false
	if a.chunked && beginsChunk(r) {
		r = bufio.NewReader(httputil.NewChunkedReader(r))
	}
	if len(a.codings) > maxCodings {
		return nil, fmt.Errorf("%w: more than %d of them", ErrCoding, maxCodings)
	}
	for i := len(a.codings) - 1; i >= 0; i-- {
		if begin, _ := r.Peek(512); len(begin) == 0 || looksLikeHTML(begin) {
			break
		}
		plain, err := c.undoOne(r, a.codings[i])
		if err != nil {
			return nil, err
		}
		r = bufio.NewReader(plain)
	}
	return r, nil
}

func (c *codings) undoOne(r *bufio.Reader, coding string) (io.Reader, error) {
	switch coding {
	case "gzip", "x-gzip":
		return c.gunzip(r)
	case "deflate":
		return inflate(r)
	case "br":
		return brotli.NewReader(r), nil
	case "zstd":
		return unzstd(r)
	case "identity", "none", "utf-8", "binary", "8bit":
		return r, nil
	}
	return nil, fmt.Errorf("%w %q is unknown", ErrCoding, clip(coding))
}

func (c *codings) gunzip(r *bufio.Reader) (io.Reader, error) {
	if begin, _ := r.Peek(2); !isGzip(begin) {
		return r, nil
	}
	if c.z == nil || c.busy {
		c.z = new(gzip.Reader)
	}
	c.busy = true
	if err := c.z.Reset(r); err != nil {
		return nil, damaged("its page cannot be read: %v", noEOF(err))
	}
	return &lenientGzip{z: c.z}, nil
}

// A lenientGzip takes what follows the compressed page for the end, as browsers do.
type lenientGzip struct {
	z    *gzip.Reader
	some bool
}

func (l *lenientGzip) Read(p []byte) (int, error) {
	n, err := l.z.Read(p)
	if l.some = l.some || n > 0; l.some && errors.Is(err, gzip.ErrHeader) {
		err = io.EOF
	}
	return n, err
}

// inflate undoes "deflate", which is zlib, and of some servers deflate alone.
func inflate(r *bufio.Reader) (io.Reader, error) {
	b, _ := r.Peek(2)
	if len(b) == 2 && b[0]&0x0f == 8 && (int(b[0])<<8|int(b[1]))%31 == 0 {
		z, err := zlib.NewReader(r)
		if err != nil {
			return nil, damaged("its page cannot be read: %v", err)
		}
		return z, nil
	}
	return flate.NewReader(r), nil
}

// unzstd undoes zstd, which needs no more memory than RFC 9659 allows a page to ask for.
func unzstd(r *bufio.Reader) (io.Reader, error) {
	if begin, _ := r.Peek(4); !bytes.Equal(begin, []byte("\x28\xb5\x2f\xfd")) {
		return r, nil
	}
	z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20), zstd.WithDecoderLowmem(true))
	if err != nil {
		return nil, damaged("its page cannot be read: %v", err)
	}
	return z, nil
}

// beginsChunk says whether a chunk begins here: a number in base 16, and the end of the line.
func beginsChunk(r *bufio.Reader) bool {
	b, _ := r.Peek(64)
	digits := 0
	for digits < len(b) && bytes.IndexByte([]byte("0123456789abcdefABCDEF"), b[digits]) >= 0 {
		digits++
	}
	rest := bytes.TrimLeft(b[digits:], " \t")
	return digits > 0 && (len(rest) == 0 || rest[0] == '\r' || rest[0] == '\n' || rest[0] == ';')
}
