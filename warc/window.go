package warc

import (
	"bytes"
	"io"
)

const (
	chunkSize   = 64 << 10 // how much is read at once, unless the window says otherwise
	maxLookback = 4 << 20  // how far behind the place of reading a window reaches back
)

// A window is a buffered reader that can go back to a mark, or, where the mark
// is more than maxLookback behind, as far back as that. It is an io.ByteReader,
// so that gzip reads no byte beyond a member's end.
type window struct {
	r    io.Reader
	base int64 // the offset of buf[0]
	buf  []byte
	pos  int // in buf: the next byte
	mark int // in buf: what lies before it is not needed any more
	err  error

	chunk int // how much is read at once
}

func newWindow(r io.Reader, offset int64) *window {
	return &window{r: r, base: offset, chunk: chunkSize}
}

// reset makes the window one over other bytes, whose first has this offset.
func (w *window) reset(r io.Reader, offset int64) {
	w.r, w.base, w.buf, w.pos, w.mark, w.err = r, offset, w.buf[:0], 0, 0, nil
}

// offset is that of the next byte.
func (w *window) offset() int64 { return w.base + int64(w.pos) }

// setMark makes the next byte the one to go back to.
func (w *window) setMark() { w.mark = w.pos }

// rewind goes back to offset, or as near to it as the window reaches.
func (w *window) rewind(offset int64) {
	w.pos = max(w.mark, int(offset-w.base))
}

// fill reads more bytes; its error is that of the reader, for good.
func (w *window) fill() error {
	if w.err != nil {
		return w.err
	}
	if w.pos-w.mark > maxLookback {
		w.mark = w.pos - maxLookback
	}
	if cap(w.buf)-len(w.buf) < w.chunk {
		w.makeRoom()
	}
	for range 100 {
		n, err := w.r.Read(w.buf[len(w.buf) : len(w.buf)+w.chunk])
		w.buf = w.buf[:len(w.buf)+n]
		w.err = err
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
	w.err = io.ErrNoProgress
	return w.err
}

// makeRoom drops what lies before the mark, and grows where that is little.
func (w *window) makeRoom() {
	kept := len(w.buf) - w.mark
	to := w.buf[:0]
	if kept+w.chunk > cap(w.buf)/2 {
		to = make([]byte, 0, 2*(kept+w.chunk))
	}
	w.buf = append(to, w.buf[w.mark:]...)
	w.base += int64(w.mark)
	w.pos -= w.mark
	w.mark = 0
}

// peek returns the next n bytes, or fewer where there are no more. They hold
// until the next call.
func (w *window) peek(n int) []byte {
	for len(w.buf)-w.pos < n {
		if w.fill() != nil {
			break
		}
	}
	return w.buf[w.pos:min(w.pos+n, len(w.buf))]
}

// Read reads what is buffered, or else what the reader gives at once.
func (w *window) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if w.pos == len(w.buf) {
		if err := w.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(p, w.buf[w.pos:])
	w.pos += n
	return n, nil
}

// ReadByte reads one byte.
func (w *window) ReadByte() (byte, error) {
	if w.pos == len(w.buf) {
		if err := w.fill(); err != nil {
			return 0, err
		}
	}
	w.pos++
	return w.buf[w.pos-1], nil
}

// skip reads past n bytes, or to the end where there are fewer: io.ErrUnexpectedEOF.
func (w *window) skip(n int64) error {
	for n > 0 {
		if w.pos == len(w.buf) {
			if err := w.fill(); err != nil {
				return noEOF(err)
			}
		}
		step := min(n, int64(len(w.buf)-w.pos))
		w.pos += int(step)
		n -= step
	}
	return nil
}

// find goes on to the next place where pattern stands and says whether there
// is one. The mark follows, so that a search keeps nothing.
func (w *window) find(pattern []byte) bool {
	for {
		if i := bytes.Index(w.buf[w.pos:], pattern); i >= 0 {
			w.pos += i
			w.mark = w.pos
			return true
		}
		w.pos = max(w.pos, len(w.buf)-len(pattern)+1)
		w.mark = w.pos
		if w.fill() != nil {
			w.pos = len(w.buf)
			return false
		}
	}
}

// failure is the reader's error where it failed, nil where it has not, or has come to its end.
func (w *window) failure() error {
	if w.err == io.EOF {
		return nil
	}
	return w.err
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
