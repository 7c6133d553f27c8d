package warc

import (
	"io"
	"iter"
	"math"
)

// PagesIn is Pages of a file that can be read at any place, and does not read
// what lies before Options.Start. The pages can be read more than once.
//
// However a file of size bytes is cut into parts, each with its Start and End,
// the parts together give each page once. A record belongs to the part in which
// it begins, and is read to its end even where that lies in the next.
//
// In a compressed file the first gzip member of a part is looked for: bytes that
// begin a member which holds a record. That they are no copy of a WARC file
// inside a page is sure where whole members follow one another for more than
// 64 KiB or up to the file's end, as deflate stores no more at a stretch. Where
// that is not so (damage close by, or such a copy) the members from the file's
// beginning on are uncompressed to find out.
//
// In a plain file nothing but the lengths from the beginning on can tell a
// record from the text of one inside a page. So the headers of all records
// before the part are read, which is about 4 KiB each, and not the blocks.
//
// That a file is no WARC file is said by the part that begins at 0 alone; the
// others are empty then. Where gzip members with damaged headers begin a part,
// their errors may be missing, but no page.
func PagesIn(r io.ReaderAt, size int64, opts *Options) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		s := newScanner(opts, yield)
		from := int64(0)
		if s.start > 0 {
			var err error
			if from, err = firstRecord(r, size, s.start, s.end); err != nil {
				yield(nil, err)
				return
			}
			if from >= min(s.end, size) {
				return
			}
		}
		s.file = newWindow(io.NewSectionReader(r, from, size-from), from)
		s.run(s.start <= 0)
	}
}

// nowhere is the place of a record that there is not.
const nowhere = math.MaxInt64

// firstRecord is where to begin so as to come upon each record from start on:
// nowhere, the first of them, or one before it.
func firstRecord(r io.ReaderAt, size, start, end int64) (int64, error) {
	w := newWindow(io.NewSectionReader(r, 0, size), 0)
	begin := w.peek(len(version))
	switch {
	case w.failure() != nil:
		return 0, w.failure()
	case isGzip(begin):
		return firstMember(r, size, start, end)
	case string(begin) == string(version):
		return firstPlain(r, size, start, end)
	}
	return nowhere, nil
}

// firstMember is firstRecord of a compressed file.
func firstMember(r io.ReaderAt, size, start, end int64) (int64, error) {
	// A member that begins before end has its magic bytes before end+2.
	stop := size
	if end < size-int64(len(magic)) {
		stop = end + int64(len(magic)) - 1
	}
	if start >= stop {
		return nowhere, nil
	}
	w := newWindow(io.NewSectionReader(r, start, stop-start), start)
	var m member
	probe := make([]byte, probeSize)
	for w.find(magic) {
		at := w.offset()
		n, err := r.ReadAt(probe, at)
		if err != nil && err != io.EOF {
			return 0, err
		}
		ok, err := m.beginsRecord(probe[:n])
		// A last member that is cut off in its first bytes is one to report.
		cut := err == io.ErrUnexpectedEOF && at+int64(n) == size
		switch {
		case !ok && !cut:
			w.pos++
		case ok && isMember(r, size, at):
			return at, nil
		default:
			return 0, nil
		}
	}
	return nowhere, w.failure()
}

// maxStored is the most that deflate stores as it is at a stretch.
const maxStored = 1<<16 - 1

// isMember says whether it is sure that a member begins there.
func isMember(r io.ReaderAt, size, at int64) bool {
	w := newWindow(io.NewSectionReader(r, at, size-at), at)
	var m member
	for isGzip(w.peek(2)) {
		w.setMark()
		z, err := m.open(w)
		if err != nil {
			return false
		}
		// What is read is not kept, so the mark follows it.
		if _, err = io.Copy(io.Discard, unmarked{z, w}); err != nil {
			return false
		}
		if w.offset()-at > maxStored || w.offset() == size {
			return true
		}
	}
	return false
}

// unmarked reads from r, which reads from w, and lets w keep nothing.
type unmarked struct {
	r io.Reader
	w *window
}

func (u unmarked) Read(p []byte) (int, error) {
	u.w.setMark()
	return u.r.Read(p)
}

// walkChunk is how much of a plain file is read for each record that is walked past.
const walkChunk = 4 << 10

// firstPlain is firstRecord of a plain file. Where anything is odd it is the
// last record before that, so that the scan finds what there is to find.
func firstPlain(r io.ReaderAt, size, start, end int64) (int64, error) {
	w := newWindow(nil, 0)
	w.chunk = walkChunk
	last, next := int64(0), int64(0)
	for {
		w.reset(io.NewSectionReader(r, next, size-next), next)
		if next > 0 && readEnd(w) != nil {
			return last, w.failure()
		}
		at := w.offset()
		if at >= end || at >= size {
			return nowhere, nil
		}
		if at >= start {
			return at, nil
		}
		b, err := peekFields(w)
		if err != nil {
			return at, w.failure()
		}
		h, err := parseHeader(b)
		if err != nil {
			return at, nil
		}
		last, next = at, at+int64(len(b))+h.length
		if next > size {
			return last, nil
		}
	}
}
