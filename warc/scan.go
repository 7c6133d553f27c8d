package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// A scanner goes through the records of a file, or of a part of it.
type scanner struct {
	file   *window
	start  int64 // records before it are read past
	end    int64 // where the part ends
	visit  visit
	yield  func(*Page, error) bool
	inner  *window // over what a gzip member holds
	member member
	probe  member // looks whether a record begins
	budget budget
}

// run reads the file from where the window stands. first says that this is the
// file's beginning, which must be that of a record.
func (s *scanner) run(first bool) {
	if first {
		if err := checkBeginning(s.file); err != nil {
			s.yield(nil, err)
			return
		}
	}
	var err error
	if isGzip(s.file.peek(2)) {
		err = s.members(first)
	} else {
		err = s.records(s.file, -1)
	}
	if err != nil && !errors.Is(err, errStop) {
		s.yield(nil, err)
	}
}

// errStop ends a scan: the part is read, or whoever reads wants no more.
var errStop = errors.New("stop")

// records reads records one after another, of a plain file, or of the gzip
// member that begins at the offset. Its error is errStop, one of the file, or,
// of a member, one of the compression.
func (s *scanner) records(w *window, member int64) error {
	for number := 0; ; number++ {
		if len(w.peek(1)) == 0 {
			return w.failure()
		}
		w.setMark()
		start := w.offset()
		at := place{offset: start}
		if member >= 0 {
			at = place{member, number}
		} else if start >= s.end {
			return errStop
		}
		page, h, framed, err := readRecord(w, s.visitAt(at))
		if !framed && w.failure() != nil {
			// The file cannot be read, or the compression is broken.
			return &RecordError{at.offset, at.number, h.id, h.target, w.failure()}
		}
		if !framed && member >= 0 && errors.Is(err, ErrTruncated) {
			err = damaged("the gzip member ends within the record")
		}
		if !s.give(at, page, h, err) {
			return errStop
		}
		if !framed {
			s.budget.back(w, start)
			if !findRecord(w) {
				return w.failure()
			}
		}
	}
}

// visitAt is the visit of the record there: none before the part begins.
func (s *scanner) visitAt(at place) visit {
	if at.offset < s.start {
		return func(*header, io.Reader) (*Page, error) { return nil, nil }
	}
	return s.visit
}

// give hands on a page, or the error of a record; it says whether to go on.
func (s *scanner) give(at place, page *Page, h header, err error) bool {
	switch {
	case at.offset < s.start:
		return true
	case err != nil:
		return s.yield(nil, &RecordError{at.offset, at.number, h.id, h.target, err})
	case page == nil:
		return true
	}
	page.Offset, page.Number = at.offset, at.number
	return s.yield(page, nil)
}

// checkBeginning says what a file is that does not begin as a WARC file does.
func checkBeginning(w *window) error {
	b := w.peek(len(version))
	if err := w.failure(); err != nil && len(b) < len(version) {
		return err
	}
	if isGzip(b) || bytes.HasPrefix(b, version) {
		return nil
	}
	return notWARC(w, "")
}

// notWARC says what stands in w where a WARC file should begin. how is put in
// before the verb: how it was looked at.
func notWARC(w *window, how string) error {
	b := w.peek(9)
	switch {
	case len(b) == 0:
		return fmt.Errorf("%w: it%s is empty", ErrNotWARC, how)
	case bytes.HasPrefix(b, []byte("filedesc:")):
		return fmt.Errorf("%w: it%s is an ARC file, the older format", ErrNotWARC, how)
	case bytes.HasPrefix(b, []byte("\x28\xb5\x2f\xfd")), bytes.HasPrefix(b, []byte("\x5d\x2a\x4d\x18")):
		return fmt.Errorf("%w: it%s is compressed with zstd; uncompress it first", ErrNotWARC, how)
	}
	return fmt.Errorf("%w: it%s begins with %q", ErrNotWARC, how, b)
}
