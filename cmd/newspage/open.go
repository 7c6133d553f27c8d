package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/url"
	"os"

	"github.com/newspage-go/newspage/internal/gunzip"
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
	if in.kind == recordInput && in.err == nil { // its codings are undone
		return &source{Reader: bytes.NewReader(in.record.Body), close: func() error { return nil }, url: in.record.URL, contentType: in.record.ContentType}, nil
	}
	src, err := c.openRaw(ctx, in)
	if err != nil {
		return nil, err
	}
	// Parse limits how much is read, so a small file that grows without end is
	// ErrTooLarge, not memory.
	if src.Reader, err = gunzip.Reader(src.Reader); err != nil {
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
