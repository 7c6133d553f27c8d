package warc

import (
	"io"
	"iter"
	"math"
)

// Pages yields the pages of the WARC file that r holds from its first byte on,
// in the order of their records. A record that gives no page where one should be
// yields a *RecordError, and the pages after it follow. ErrNotWARC and an error
// of r end the pages.
//
// Options.Start and Options.End choose among the records, but r is read from
// its beginning all the same: see PagesIn. The pages can be read once.
func Pages(r io.Reader, opts *Options) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		s := newScanner(opts, yield)
		s.file = newWindow(r, 0)
		s.run(true)
	}
}

func newScanner(opts *Options, yield func(*Page, error) bool) *scanner {
	if opts == nil {
		opts = &Options{}
	}
	limit := opts.MaxBytes
	if limit <= 0 {
		limit = DefaultMaxBytes
	}
	s := &scanner{start: opts.Start, end: opts.End, yield: yield}
	if s.end <= 0 {
		s.end = math.MaxInt64
	}
	s.visit = (&pageReader{limit: limit}).visit
	return s
}
