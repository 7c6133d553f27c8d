package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
)

// This file finds where records begin: for a part of a file, and behind damage.

var plainMagic = []byte("WARC/1.")

// resume goes to the next record behind a damaged one that begins at offset.
// In a file that is just behind its first byte; in a stream it is where the
// reader stands.
func (rd *reader) resume(offset int64) {
	if rd.done {
		return
	}
	if rd.at != nil {
		next, err := rd.find(offset + 1)
		if err == nil && next >= 0 {
			rd.seek(next)
			return
		}
		rd.done = true
		return
	}
	rd.done = rd.skipToRecord() != nil
}

// skipToRecord goes to the next bytes of a stream that a record may begin with.
func (rd *reader) skipToRecord() error {
	for {
		b, err := rd.raw.Peek(bufferSize / 2)
		if len(b) == 0 {
			return err
		}
		if i := firstOf(b); i >= 0 {
			_, _ = rd.raw.Discard(i)
			if rd.begins() {
				return nil
			}
			_, _ = rd.raw.Discard(1)
			continue
		}
		_, _ = rd.raw.Discard(max(len(b)-len(plainMagic), 1))
	}
}

// firstOf is where the first bytes stand that a record or a member may begin with, -1 where none do.
func firstOf(b []byte) int {
	i, k := bytes.Index(b, gzipMagic), bytes.Index(b, plainMagic)
	if i < 0 || k >= 0 && k < i {
		return k
	}
	return i
}

// begins says whether a record begins where the stream stands, as far as the buffer shows.
func (rd *reader) begins() bool {
	b, _ := rd.raw.Peek(bufferSize / 2)
	if bytes.HasPrefix(b, plainMagic) {
		_, err := readHeader(bufio.NewReader(bytes.NewReader(b)))
		return err == nil
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return false
	}
	var first [5]byte
	_, err = io.ReadFull(z, first[:])
	return err == nil && string(first[:]) == "WARC/"
}

// find returns where the first record begins at or behind an offset, -1 where none does.
func (rd *reader) find(offset int64) (int64, error) {
	magic := plainMagic
	first := make([]byte, len(gzipMagic))
	if n, _ := rd.at.ReadAt(first, 0); bytes.Equal(first[:n], gzipMagic) {
		magic = gzipMagic
	}
	window := make([]byte, bufferSize)
	for offset < rd.size {
		n, err := rd.at.ReadAt(window, offset)
		if err != nil && err != io.EOF {
			return 0, err
		}
		from := 0
		for {
			i := bytes.Index(window[from:n], magic)
			if i < 0 {
				break
			}
			from += i
			if rd.isRecord(offset + int64(from)) {
				return offset + int64(from), nil
			}
			from++
		}
		if n < len(window) {
			break
		}
		offset += int64(n - len(magic) + 1)
	}
	return -1, nil
}

// isRecord says whether a record begins at an offset: it can be read to its
// end, and there the file ends or another begins. A damaged one counts where it
// stands behind the blank line that ends a record: it is to be reported.
func (rd *reader) isRecord(offset int64) bool {
	in := &counter{io.NewSectionReader(rd.at, offset, rd.size-offset), offset}
	raw := bufio.NewReaderSize(in, 4<<10)
	if b, _ := raw.Peek(1); len(b) == 1 && b[0] != gzipMagic[0] {
		h, err := readHeader(raw)
		if err != nil || h["warc-type"] == "" || !rd.follows(offset, "\n") {
			return false
		}
		return h.endsWell(raw) || rd.follows(offset, "\r\n\r\n")
	}
	z, err := gzip.NewReader(raw)
	if err != nil {
		return false
	}
	z.Multistream(false)
	var first [5]byte
	if _, err := io.ReadFull(z, first[:]); err != nil || string(first[:]) != "WARC/" {
		return false
	}
	// A damaged member is a record too, one that is reported.
	_, err = io.Copy(io.Discard, z)
	return err != nil || endsWell(raw, gzipMagic)
}

// follows says whether the bytes before an offset are these; the file's beginning follows anything.
func (rd *reader) follows(offset int64, what string) bool {
	if offset == 0 {
		return true
	}
	before := make([]byte, len(what))
	_, err := rd.at.ReadAt(before, max(offset-int64(len(what)), 0))
	return err == nil && string(before) == what
}

// endsWell says whether a record's block is followed by the end of the file or another record.
func (h header) endsWell(r *bufio.Reader) bool {
	n, err := h.length()
	return err == nil && discard(r, n) == nil && endRecord(r) == nil && endsWell(r, plainMagic)
}

// endsWell says whether the file ends here, or what begins a record follows.
func endsWell(r *bufio.Reader, magic []byte) bool {
	if skipBreaks(r) != nil {
		return true
	}
	b, _ := r.Peek(len(magic))
	return bytes.HasPrefix(magic, b)
}
