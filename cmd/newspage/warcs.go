package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/gunzip"
	"github.com/newspage-go/newspage/warc"
)

// This file reads WARC files: each page in them is an input of its own.

// isWARC says whether a file is a WARC file, by its name or its first bytes.
func isWARC(name string) bool {
	if hasWARCName(name) {
		return true
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return false // looking into a pipe would take bytes out of it
	}
	return beginsWARC(f)
}

func hasWARCName(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return strings.HasSuffix(name, ".warc")
}

// beginsWARC says whether bytes, uncompressed where they are not, begin a WARC record.
func beginsWARC(r io.Reader) bool {
	r, err := gunzip.Reader(r)
	if err != nil {
		return false
	}
	begin := make([]byte, len("WARC/"))
	_, err = io.ReadFull(r, begin)
	return err == nil && string(begin) == "WARC/"
}

// warcFile yields the pages of a WARC file, which its records are called after.
func (c *command) warcFile(file input) iter.Seq[input] {
	return func(yield func(input) bool) {
		f, err := os.Open(file.path)
		if err != nil {
			file.err = err
			yield(file)
			return
		}
		defer f.Close()
		opts := &warc.Options{MaxBytes: c.maxBytes}
		pages := warc.Pages(f, opts)
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			pages = warc.PagesIn(f, info.Size(), opts)
		}
		warcInputs(file.name, pages)(yield)
	}
}

// stdinInputs yields standard input, or the pages of the WARC file that stands there.
func (c *command) stdinInputs() iter.Seq[input] {
	r := bufio.NewReaderSize(c.stdin, 64<<10)
	begin, _ := r.Peek(4 << 10) // it stays in r
	if !beginsWARC(bytes.NewReader(begin)) {
		c.stdin = r
		return one(input{name: stdinName, kind: stdinInput})
	}
	return warcInputs(stdinName, warc.Pages(r, &warc.Options{MaxBytes: c.maxBytes}))
}

// warcInputs yields the pages of records. Each is called after the file and
// where its record begins in it, which no other page is called.
func warcInputs(file string, pages iter.Seq2[*warc.Page, error]) iter.Seq[input] {
	return func(yield func(input) bool) {
		found := false
		for p, err := range pages {
			in := input{kind: recordInput, record: p}
			if err != nil {
				in.name, in.err = recordError(file, err)
			} else {
				in.name = p.Name(file)
			}
			found = true
			if !yield(in) {
				return
			}
		}
		if !found {
			yield(input{name: file, err: errors.New("no pages of HTML in this WARC file")})
		}
	}
}

// recordError names the record that could not be read, and says why.
func recordError(file string, err error) (string, error) {
	var e *warc.RecordError
	if !errors.As(err, &e) {
		return file, err
	}
	name := e.Name(file)
	switch {
	case errors.Is(err, warc.ErrTooLarge):
		return name, newspage.ErrTooLarge
	case e.URL != "":
		return name, fmt.Errorf("%w (%s)", e.Err, e.URL)
	}
	return name, e.Err
}
