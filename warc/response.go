package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"
	"time"
)

const defaultMaxBytes = 32 << 20

func (o *Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return defaultMaxBytes
}

// page is the page that a block of a record holds; nil where it is none, with the reason.
func (o *Options) page(h header, block []byte) (p *Page, why string, err error) {
	p = &Page{URL: webAddress(h.target()), ID: unbracket(h["warc-record-id"])}
	p.Time, _ = time.Parse(time.RFC3339, h["warc-date"])
	if strings.EqualFold(h["warc-type"], "resource") {
		p.ContentType, p.Body = h["content-type"], block
		if int64(len(block)) > o.maxBytes() {
			return nil, "", ErrTooLarge
		}
		if !strings.Contains(strings.ToLower(p.ContentType), "html") {
			return nil, "", nil
		}
		return p, "", nil
	}
	status, fields, body, err := splitResponse(block)
	if err != nil {
		return nil, "", err
	}
	p.ContentType = fields.Get("Content-Type")
	switch {
	case status != http.StatusOK:
		return nil, "status " + strconv.Itoa(status), nil
	case p.ContentType != "" && !strings.Contains(strings.ToLower(p.ContentType), "html"):
		kind, _, _ := strings.Cut(p.ContentType, ";")
		return nil, strings.TrimSpace(kind), nil
	}
	p.Body, err = decodeBody(body, fields, o.maxBytes())
	return p, "", err
}

// splitResponse parts a response into its status, its header fields and its
// body. Archives hold what servers sent, so a header is read as far as it goes.
func splitResponse(block []byte) (status int, fields textproto.MIMEHeader, body []byte, err error) {
	line, rest, ok := bytes.Cut(block, []byte("\n"))
	parts := strings.Fields(string(line[:min(len(line), 256)]))
	if !ok || len(parts) < 2 || !strings.HasPrefix(parts[0], "HTTP/") {
		return 0, nil, nil, errors.New("the record holds no HTTP response")
	}
	if status, err = strconv.Atoi(parts[1]); err != nil {
		return 0, nil, nil, errors.New("the HTTP response has no status")
	}
	fields = make(textproto.MIMEHeader)
	for len(rest) > 0 {
		line, rest, _ = bytes.Cut(rest, []byte("\n"))
		if line = bytes.TrimRight(line, "\r"); len(line) == 0 {
			break
		}
		if name, value, ok := strings.Cut(string(line), ":"); ok {
			fields.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	return status, fields, rest, nil
}

// decodeBody undoes the transfer coding and the content codings of a body.
// Crawlers that undo them often leave the fields that name them, so each is
// undone only where the bytes are what it says.
func decodeBody(body []byte, fields textproto.MIMEHeader, limit int64) ([]byte, error) {
	if strings.EqualFold(strings.TrimSpace(fields.Get("Transfer-Encoding")), "chunked") {
		if joined, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body))); err == nil || errors.Is(err, io.ErrUnexpectedEOF) && len(joined) > 0 {
			body = joined
		}
	}
	codings := strings.Split(strings.ToLower(strings.Join(fields["Content-Encoding"], ",")), ",")
	for i := len(codings) - 1; i >= 0; i-- {
		coding := strings.TrimSpace(codings[i])
		r, err := undo(coding, body)
		if err != nil {
			return nil, err
		}
		if r == nil {
			continue
		}
		if body, err = io.ReadAll(io.LimitReader(r, limit+1)); err != nil && (len(body) == 0 || !errors.Is(err, io.ErrUnexpectedEOF)) {
			return nil, fmt.Errorf("broken %s data: %w", coding, err)
		}
	}
	if int64(len(body)) > limit {
		return nil, ErrTooLarge
	}
	return body, nil
}

// undo returns a reader of what a coding made body of, nil where it made nothing of it.
func undo(coding string, body []byte) (io.Reader, error) {
	switch coding {
	case "", "identity", "utf-8", "none":
		return nil, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, gzipMagic) {
			return nil, nil
		}
		r, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return nil, fmt.Errorf("broken gzip data: %w", err)
		}
		return r, nil
	case "deflate":
		if looksHTML(body) {
			return nil, nil
		}
		if r, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
			return r, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil // what some servers call deflate
	}
	if looksHTML(body) {
		return nil, nil
	}
	return nil, fmt.Errorf("the page is compressed with %s, which is not undone", coding)
}

// looksHTML says whether bytes begin as markup does.
func looksHTML(body []byte) bool {
	body = bytes.TrimLeft(bytes.TrimPrefix(body, []byte("\xEF\xBB\xBF")), " \t\r\n")
	return len(body) == 0 || body[0] == '<'
}

// readBlock reads the n bytes of a record's block, nil where they are more than a page may have.
func (o *Options) readBlock(r *bufio.Reader, n int64) ([]byte, error) {
	const httpHeader = 1 << 20
	if n > o.maxBytes()+httpHeader {
		return nil, discard(r, n)
	}
	var b bytes.Buffer
	b.Grow(int(min(n, 1<<20))) // n may be a lie
	if _, err := io.CopyN(&b, r, n); err != nil {
		return nil, truncated(err)
	}
	return b.Bytes(), nil
}

// discard goes past n bytes.
func discard(r *bufio.Reader, n int64) error {
	_, err := io.CopyN(io.Discard, r, n)
	return truncated(err)
}

// truncated says of an end that came too early what it means.
func truncated(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return errTruncated
	}
	return err
}
