package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/expose"
)

// This file writes the report of -explain; report.go says what is in it.

// checkExplain finds uses of -explain that make no sense.
func (s *settings) checkExplain() error {
	switch {
	case s.explain == "":
		return nil
	case s.explain == stdinName:
		return errors.New("-explain needs the name of a file to write the report to")
	case len(s.args) > 1 || s.manifest != "" || len(s.args) == 1 && isFolder(s.args[0]):
		return errOnePage
	}
	return nil
}

var errOnePage = errors.New("-explain writes a report of one page: give one input")

// tracer is what Parse traces to: a recorder where a report is to be made,
// lines the lines of -trace; nil where nobody wants either.
func (c *command) tracer(lines io.Writer) io.Writer {
	if !c.trace {
		lines = nil
	}
	if c.explain != "" {
		return &expose.Recorder{Lines: lines}
	}
	return lines
}

// writeReport writes the report of a page whose blocks Parse has told.
func (c *command) writeReport(in input, article *newspage.Article, pageErr error, told io.Writer) error {
	rec, ok := told.(*expose.Recorder)
	if !ok || article == nil {
		return nil
	}
	if c.reported.Swap(true) {
		return errOnePage // an input that is several pages
	}
	if err := checkOverwrite(c.explain); err != nil {
		return err
	}
	if err := os.WriteFile(c.explain, reportOf(in.label(), article, pageErr, rec.Blocks), 0o644); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

// checkOverwrite refuses to write over a file that is no report: who forgets
// the report's name before the page's must not lose the page.
func checkOverwrite(name string) error {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return nil // writing it says what is wrong, if anything is
	}
	f, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	head := make([]byte, len(reportMark))
	if _, err := io.ReadFull(f, head); err != nil || !bytes.Equal(head, []byte(reportMark)) {
		return fmt.Errorf("%s is there already and no report of newspage: give another name to -explain", name)
	}
	return nil
}
