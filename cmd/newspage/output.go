package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
	"unicode"

	"github.com/newspage-go/newspage"
)

// encode turns a page into what is printed of it; nil where that is nothing.
// article is nil where there is not even metadata.
func (c *command) encode(name string, article *newspage.Article, pageErr error) ([]byte, error) {
	switch {
	case c.format == formatJSONL:
		return encodeLine(name, article, pageErr)
	case article == nil:
		return nil, nil
	case c.format == formatJSON:
		return marshal(article, "  ")
	case pageErr != nil:
		return nil, nil
	case c.format == formatMarkdown:
		return markdownOf(article)
	case c.format == formatHTML:
		return htmlArticle(article), nil
	}
	return []byte(textOf(article, c.screen)), nil
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

// encodeLine writes one line of jsonl: the input, the article's own fields, the
// error. The article's JSON is put between the two as it is, since embedding
// the Article in a struct would let its MarshalJSON hide the other fields.
func encodeLine(name string, article *newspage.Article, pageErr error) ([]byte, error) {
	parts := make([][]byte, 0, 3)
	add := func(object any) error {
		text, err := marshal(object, "")
		if err != nil {
			return err
		}
		if inner := bytes.TrimSuffix(text[1:], []byte("}\n")); len(inner) > 0 {
			parts = append(parts, inner)
		}
		return nil
	}
	if err := add(map[string]string{"input": name}); err != nil {
		return nil, err
	}
	if article != nil {
		if err := add(article); err != nil {
			return nil, err
		}
	}
	if pageErr != nil {
		if err := add(map[string]string{"error": message(pageErr)}); err != nil {
			return nil, err
		}
	}
	line := append([]byte{'{'}, bytes.Join(parts, []byte{','})...)
	return append(line, "}\n"...), nil
}

// marshal writes JSON without HTML escaping, ended by a line break.
func marshal(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	err := enc.Encode(v)
	return b.Bytes(), err
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
		p.c.complain(r.in.label() + ": " + message(r.err))
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
	fmt.Fprintf(c.stderr, "newspage: %s\n", oneLine(text))
}

// writeFailed reports an error of standard output. That its reader went away
// (head, a pager) is no news to anybody and stays quiet.
func (c *command) writeFailed(err error) int {
	if !errors.Is(err, syscall.EPIPE) && !errors.Is(err, io.ErrClosedPipe) {
		c.complain("writing the output: " + message(err))
	}
	return exitFailed
}

// oneLine keeps line breaks and terminal controls of names and errors off the
// terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}
