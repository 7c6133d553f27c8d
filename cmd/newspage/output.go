package main

import (
	"errors"
	"fmt"
	"io"
	"syscall"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/jsonl"
)

// encode turns a page into what is printed of it; nil where that is nothing.
// article is nil where there is not even metadata.
func (c *command) encode(name string, article *newspage.Article, pageErr error) ([]byte, error) {
	switch {
	case c.format == formatJSONL:
		return jsonl.Encode(name, article, problem(pageErr))
	case article == nil:
		return nil, nil
	case c.format == formatJSON:
		return jsonl.Marshal(article, "  ")
	case pageErr != nil:
		return nil, nil
	case c.format == formatMarkdown:
		return markdownOf(article)
	case c.format == formatHTML:
		return htmlArticle(article), nil
	}
	return []byte(textOf(article, c.screen)), nil
}

// problem is what a line says of an error, "" where there is none.
func problem(err error) string {
	if err == nil {
		return ""
	}
	return jsonl.Message(err)
}

// opening is what stands before an article that is printed first; between is
// what stands before the others. Both are nil for the formats that need nothing.
func opening(format string, article *newspage.Article) []byte {
	if format != formatHTML || article == nil {
		return nil
	}
	return htmlDocument(article)
}

func between(format string) string {
	switch format {
	case formatText:
		return "---\n"
	case formatMarkdown:
		return "\n---\n\n" // without the empty line it would make a heading of the last paragraph
	}
	return ""
}

// A printer prints results one after another.
type printer struct {
	c       *command
	printed bool // something is on standard output
	failed  bool // a page failed
}

// print prints a page with one write, so that whatever ends the command the
// output is whole pages. Its error is one of standard output.
func (p *printer) print(r result) error {
	if r.trace != nil {
		p.c.stderr.Write(r.trace)
	}
	if r.err != nil {
		p.failed = true
		p.c.complain(r.in.label() + ": " + jsonl.Message(r.err))
	}
	if r.out == nil {
		return nil
	}
	before := r.opening
	if p.printed {
		before = []byte(between(p.c.format))
	}
	out := append(before, r.out...)
	p.printed = true
	n, err := p.c.stdout.Write(out)
	if err == nil && n < len(out) {
		err = io.ErrShortWrite
	}
	return err
}

// complain writes a line to standard error.
func (c *command) complain(text string) {
	if c.tally.bar != nil {
		_ = c.tally.bar.Clear()
	}
	fmt.Fprintf(c.stderr, "newspage: %s\n", jsonl.OneLine(text))
}

// writeFailed reports an error of standard output. That its reader went away
// (head, a pager) is no news to anybody and stays quiet.
func (c *command) writeFailed(err error) int {
	if !errors.Is(err, syscall.EPIPE) && !errors.Is(err, io.ErrClosedPipe) {
		c.complain("writing the output: " + jsonl.Message(err))
	}
	return exitFailed
}
