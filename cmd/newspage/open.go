package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
)

// A source is an opened page: its bytes and what is known of where they are from.
type source struct {
	io.Reader
	close       func() error
	url         *url.URL
	contentType string
}

// open opens an input. The caller calls close.
func (c *command) open(ctx context.Context, in input) (*source, error) {
	if in.record != nil && in.err == nil { // its codings are undone
		return &source{Reader: bytes.NewReader(in.record.Body), close: func() error { return nil }, url: in.record.URL, contentType: in.record.ContentType}, nil
	}
	src, err := c.openRaw(ctx, in)
	if err != nil {
		return nil, err
	}
	if src.Reader, err = gunzip(src.Reader); err != nil {
		src.close()
		return nil, err
	}
	if c.pageURL != nil {
		src.url = c.pageURL
	}
	return src, nil
}

func (c *command) openRaw(ctx context.Context, in input) (*source, error) {
	switch {
	case in.err != nil:
		return nil, in.err
	case in.kind == webInput:
		return c.fetch(ctx, in.url)
	case in.kind == stdinInput:
		return &source{Reader: c.stdin, close: func() error { return nil }, url: in.url}, nil
	}
	f, err := os.Open(in.path)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, errors.New("is a folder, not a page")
	}
	return &source{Reader: f, close: f.Close, url: in.url}, nil
}

// gunzip uncompresses what begins as gzip does and leaves other bytes as they
// are: names lie, and standard input has none. Parse limits how much is read,
// so a small file that grows without end is ErrTooLarge, not memory.
func gunzip(r io.Reader) (io.Reader, error) {
	b := bufio.NewReader(r)
	// An error of Peek stays in b; who reads the page meets it there.
	if magic, _ := b.Peek(2); len(magic) < 2 || magic[0] != 0x1f || magic[1] != 0x8b {
		return b, nil
	}
	z, err := gzip.NewReader(b)
	if err != nil {
		return nil, brokenGzip(err)
	}
	return gzipReader{z}, nil
}

// A gzipReader says of an error that it is the compression that is broken.
type gzipReader struct{ z *gzip.Reader }

func (g gzipReader) Read(p []byte) (int, error) {
	n, err := g.z.Read(p)
	if err != nil && err != io.EOF {
		err = brokenGzip(err)
	}
	return n, err
}

// brokenGzip names gzip where the data are to blame; an error of the reader
// below, such as a lost connection, stays as it is.
func brokenGzip(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("broken gzip data: they end too early")
	}
	if errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) {
		return fmt.Errorf("broken gzip data: %w", err)
	}
	return err
}
