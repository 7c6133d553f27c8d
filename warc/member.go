package warc

import (
	"bytes"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
)

// magic is what a gzip member begins with: the two bytes, and deflate as the method.
var magic = []byte("\x1f\x8b\x08")

func isGzip(b []byte) bool { return len(b) >= 2 && b[0] == magic[0] && b[1] == magic[1] }

// A member uncompresses one gzip member at a time, and reads no byte beyond its end.
type member struct{ z *gzip.Reader }

func (m *member) open(r io.Reader) (io.Reader, error) {
	var err error
	if m.z == nil {
		m.z, err = gzip.NewReader(r)
	} else {
		err = m.z.Reset(r)
	}
	if err != nil {
		return nil, noEOF(err)
	}
	m.z.Multistream(false)
	return m.z, nil
}

// members reads the gzip members one after another, with the records in each.
func (s *scanner) members(first bool) error {
	for ; ; first = false {
		skipZeros(s.file)
		start := s.file.offset()
		if start >= s.end {
			return errStop
		}
		if len(s.file.peek(1)) == 0 {
			return s.file.failure()
		}
		s.file.setMark()
		err := s.readMember(start, first)
		switch {
		case err == nil:
			continue
		case errors.Is(err, errStop), errors.Is(err, ErrNotWARC), s.file.failure() != nil:
			return err
		}
		if start >= s.start && !s.yield(nil, s.brokenMember(start, err)) {
			return errStop
		}
		s.budget.back(s.file, start)
		if !s.findMember() {
			return s.file.failure()
		}
	}
}

// readMember reads the records of the member that begins here.
func (s *scanner) readMember(start int64, first bool) error {
	if !isGzip(s.file.peek(2)) {
		return damaged("no gzip member begins here")
	}
	z, err := s.member.open(s.file)
	if err != nil {
		return err
	}
	if s.inner == nil {
		s.inner = newWindow(nil, 0)
	}
	s.inner.reset(z, 0)
	if first && len(s.inner.peek(len(version))) > 0 && !bytes.HasPrefix(s.inner.peek(len(version)), version) {
		return notWARC(s.inner, ", uncompressed,")
	}
	return s.records(s.inner, start)
}

// brokenMember says of the record in which the compression broke what is wrong.
func (s *scanner) brokenMember(start int64, err error) error {
	var broken *RecordError
	if !errors.As(err, &broken) {
		broken = &RecordError{Offset: start, Err: err}
	}
	switch {
	case errors.Is(err, ErrDamaged):
	case errors.Is(err, io.ErrUnexpectedEOF) && len(s.file.peek(1)) == 0:
		broken.Err = ErrTruncated
	default:
		broken.Err = damaged("broken gzip data: %v", broken.Err)
	}
	return broken
}

// findMember goes on to the next member that begins with a record, and says whether there is one.
func (s *scanner) findMember() bool {
	for s.file.find(magic) {
		if ok, _ := s.probe.beginsRecord(s.file.peek(probeSize)); ok {
			return true
		}
		s.file.pos++
	}
	return false
}

// probeSize is how many bytes of a member are looked at for the beginning of a record.
const probeSize = 4 << 10

// beginsRecord says whether b is the beginning of a gzip member that holds a
// record. Its error is io.ErrUnexpectedEOF where b is too short to tell.
func (m *member) beginsRecord(b []byte) (bool, error) {
	z, err := m.open(bytes.NewReader(b))
	if err != nil {
		return false, err
	}
	var begin [len("WARC/")]byte
	n, err := io.ReadFull(z, begin[:])
	if !bytes.Equal(begin[:n], version[:n]) {
		return false, nil
	}
	return err == nil, err
}

// skipZeros reads past the zeros that fill up files on some media.
func skipZeros(w *window) {
	for {
		b := w.peek(1)
		if len(b) == 0 || b[0] != 0 {
			return
		}
		w.pos++
	}
}
