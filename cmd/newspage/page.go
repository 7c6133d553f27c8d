package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/jsonl"
)

// A result is one page, ready to be printed.
type result struct {
	in      input
	out     []byte // for standard output; nil: nothing
	opening []byte // stands before out where it is printed first
	trace   []byte // for standard error; nil: nothing
	err     error  // why the page failed
}

// readPage does all of one page but the printing.
func (c *command) readPage(ctx context.Context, in input) result {
	r := result{in: in}
	var trace bytes.Buffer
	told := c.tracer(&trace)
	article, err := c.parsePage(ctx, in, told)
	if err != nil && !errors.Is(err, newspage.ErrNoArticle) {
		article = nil
	}
	r.err = err
	if c.trace {
		r.trace = traceText(in, trace.Bytes())
	}
	if err := c.writeReport(in, article, r.err, told); err != nil {
		r.err = err
	}
	if c.explain != "" && !c.chosen {
		return r // the report is what was asked for
	}
	out, err := c.encode(in.name, article, r.err)
	if err != nil && r.err == nil {
		// The article cannot be written; in jsonl the line says so.
		r.err = err
		out, _ = c.encode(in.name, nil, err)
	}
	r.out, r.opening = out, opening(c.format, article)
	return r
}

// errDefect is the error of a page on which newspage itself fails.
var errDefect = errors.New("internal error, please report it with the page")

// parsePage opens and parses a page. A panic, which is a defect of newspage,
// is reported as the page's error so that it does not take the batch with it.
func (c *command) parsePage(ctx context.Context, in input, trace io.Writer) (article *newspage.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			article, err = nil, fmt.Errorf("%w: panic: %v", errDefect, p)
		}
	}()
	src, err := c.open(ctx, in)
	if err != nil {
		return nil, err
	}
	defer src.close()
	opts := &newspage.Options{URL: src.url, ContentType: src.contentType, MaxBytes: c.maxBytes, Trace: trace}
	return c.parse(src, opts)
}

// traceText puts the line that names the input before the trace of its page.
func traceText(in input, trace []byte) []byte {
	text := append([]byte("trace of "+jsonl.OneLine(in.label())+":\n"), trace...)
	return endLine(text)
}

// endLine ends a text in exactly the line break it needs.
func endLine(text []byte) []byte {
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	return text
}
