package warc

import (
	"bytes"
	"errors"
	"io"
)

// A place is where a record begins.
type place struct {
	offset int64
	number int
}

// A visit is what is done with a record that has come up. It need not read the
// block. Its error is the record's own and says nothing against its frame.
type visit func(h *header, block io.Reader) (*Page, error)

// readRecord reads one record from w and what stands between it and the next.
// The page and the error are those of the visit; where the frame is broken the
// error is that, and framed is false.
func readRecord(w *window, v visit) (page *Page, h header, framed bool, err error) {
	b, err := peekFields(w)
	if err != nil {
		return nil, header{}, false, err
	}
	h, err = parseHeader(b)
	if err != nil {
		return nil, h, false, err
	}
	w.pos += len(b)
	end := w.offset() + h.length
	page, visitErr := v(&h, io.LimitReader(w, h.length))
	if err := w.skip(end - w.offset()); err != nil {
		return nil, h, false, cutShort(err)
	}
	if err := readEnd(w); err != nil {
		return nil, h, false, err
	}
	return page, h, true, visitErr
}

// readEnd reads the line breaks after a record: two, but writers differ. What
// follows must be the next record, or the end.
func readEnd(w *window) error {
	for i := 0; ; i++ {
		b := w.peek(len(version))
		switch {
		case len(b) == 0:
			return w.failure()
		case i < 16 && (b[0] == '\r' || b[0] == '\n'):
			w.pos++
		case bytes.Equal(b, version):
			return nil
		default:
			if err := w.failure(); err != nil {
				return err
			}
			return damaged("no record follows where its Content-Length says that it ends")
		}
	}
}

// cutShort words the error of a record that is not whole.
func cutShort(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrTruncated
	}
	return err
}

// findRecord goes on to the next line that begins a record, and says whether there is one.
func findRecord(w *window) bool {
	for w.find([]byte("\nWARC/1.")) {
		w.pos++
		if plausible(w) {
			return true
		}
	}
	return false
}

// A budget bounds how much is read a second time for the sake of damaged
// records, so that a file made of nothing but damage takes no more than a small
// multiple of its length.
type budget struct{ spent int64 }

// back goes back to just behind the beginning of a damaged record, if that may be afforded.
func (b *budget) back(w *window, start int64) {
	here := w.offset()
	back := here - max(start+1, w.base+int64(w.mark))
	if b.spent+back > 16<<20+2*here {
		return
	}
	b.spent += back
	w.rewind(start + 1)
}
