package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
	"iter"
	"strings"
)

var gzipMagic = []byte{0x1f, 0x8b, 8}

var (
	errEmpty   = errors.New("the file is empty")
	errNotWARC = errors.New("not a WARC file: it does not begin with a record")
	errEnd     = errors.New("the record does not end where its Content-Length says")
	errDamaged = errors.New("damaged gzip data")
)

// Pages yields the pages of a WARC file in their order. An error is an *Error
// of one record, and the records behind it follow; an error of r itself ends
// the sequence.
func Pages(r io.Reader, opts *Options) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		rd := newReader(opts, yield)
		rd.open(r, 0)
		rd.run()
	}
}

// PagesIn yields the pages of the records of a file that begin in a range of
// its bytes, from Options.Start on and before Options.End. The ranges of any
// partition of a file give each of its pages once.
func PagesIn(r io.ReaderAt, size int64, opts *Options) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		rd := newReader(opts, yield)
		rd.at, rd.size = r, size
		start := rd.opts.Start
		if start > 0 {
			var err error
			if start, err = rd.find(start); err != nil || start < 0 {
				if err != nil {
					yield(nil, &Error{Offset: rd.opts.Start, Err: err})
				}
				return
			}
		}
		rd.seek(start)
		rd.run()
	}
}

// A reader reads one file.
type reader struct {
	opts  Options
	yield func(*Page, error) bool
	done  bool // nobody wants more

	at   io.ReaderAt // the file, nil where it is a stream
	size int64

	in    *counter
	raw   *bufio.Reader // the file's bytes
	gz    *gzip.Reader
	inner *bufio.Reader // the bytes of a gzip member
	any   bool          // a record was read
}

func newReader(opts *Options, yield func(*Page, error) bool) *reader {
	rd := &reader{yield: yield}
	if opts != nil {
		rd.opts = *opts
	}
	return rd
}

// A counter counts what is read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

const bufferSize = 64 << 10

// open begins to read from a reader whose first byte stands at offset.
func (rd *reader) open(r io.Reader, offset int64) {
	rd.in = &counter{r, offset}
	if rd.raw == nil {
		rd.raw = bufio.NewReaderSize(rd.in, bufferSize)
	} else {
		rd.raw.Reset(rd.in)
	}
}

// seek goes to an offset of a file.
func (rd *reader) seek(offset int64) {
	rd.open(io.NewSectionReader(rd.at, offset, max(rd.size-offset, 0)), offset)
}

// offset is where the next byte of the file stands.
func (rd *reader) offset() int64 { return rd.in.n - int64(rd.raw.Buffered()) }

// run reads records until the range or the file ends.
func (rd *reader) run() {
	for !rd.done {
		if err := skipBreaks(rd.raw); err != nil {
			rd.end(err)
			return
		}
		offset := rd.offset()
		if rd.opts.End > 0 && offset >= rd.opts.End {
			return
		}
		magic, _ := rd.raw.Peek(5)
		switch {
		case bytes.HasPrefix(magic, gzipMagic):
			rd.member(offset)
		case string(magic) == "WARC/":
			rd.plain(offset)
		case !rd.any && offset == 0:
			rd.fail(offset, "", errNotWARC)
			return
		default:
			rd.fail(offset, "", errVersion)
			rd.resume(offset)
		}
		rd.any = true
	}
}

// end reports what the end of the file, or an error of reading it, means.
func (rd *reader) end(err error) {
	if err != io.EOF {
		rd.fail(rd.offset(), "", err)
	} else if !rd.any && rd.offset() == 0 {
		rd.fail(0, "", errEmpty)
	}
}

// fail yields the error of a record.
func (rd *reader) fail(offset int64, url string, err error) {
	rd.done = rd.done || !rd.yield(nil, &Error{offset, url, err})
}

// skipBreaks goes past the line breaks between two records.
func skipBreaks(r *bufio.Reader) error {
	for {
		b, err := r.Peek(1)
		if err != nil {
			return err
		}
		if b[0] != '\r' && b[0] != '\n' {
			return nil
		}
		_, _ = r.Discard(1)
	}
}

// plain reads a record that is not compressed.
func (rd *reader) plain(offset int64) {
	if err := rd.record(rd.raw, offset, 0); err != nil {
		rd.resume(offset)
	}
}

// member reads the records of a gzip member.
func (rd *reader) member(offset int64) {
	var err error
	if rd.gz == nil {
		rd.gz, err = gzip.NewReader(rd.raw)
	} else {
		err = rd.gz.Reset(rd.raw)
	}
	if err != nil {
		rd.fail(offset, "", damaged(err))
		rd.resume(offset)
		return
	}
	rd.gz.Multistream(false)
	if rd.inner == nil {
		rd.inner = bufio.NewReaderSize(rd.gz, bufferSize)
	} else {
		rd.inner.Reset(rd.gz)
	}
	for nth := 0; !rd.done; nth++ {
		if err := skipBreaks(rd.inner); err == io.EOF {
			return
		} else if err != nil {
			rd.fail(offset, "", damaged(err))
			rd.resume(offset)
			return
		}
		if err := rd.record(rd.inner, offset, nth); err != nil && nextHeader(rd.inner) != nil {
			// The rest of the member holds no record; where it is whole, the next one follows it.
			if _, err := io.Copy(io.Discard, rd.gz); err != nil {
				rd.resume(offset)
			}
			return
		}
	}
}

// damaged says of an error within gzip data what it is.
func damaged(err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return errDamaged
	}
	return truncated(err)
}

// record reads a record and yields its page, if it is one. Its error is
// reported already; the reader then stands somewhere in the record.
func (rd *reader) record(r *bufio.Reader, offset int64, nth int) error {
	h, page, why, err := rd.readRecord(r)
	switch {
	case err != nil:
		rd.fail(offset, h.target(), damaged(err))
		return err
	case page.err != nil: // the record is whole, what it holds is not
		rd.fail(offset, h.target(), page.err)
	case page.Page != nil:
		page.Offset, page.Nth = offset, nth
		rd.done = rd.done || !rd.yield(page.Page, nil)
	case why != "" && rd.opts.Skipped != nil:
		rd.opts.Skipped(offset, why)
	}
	return nil
}

// A held is the page of a record, or why there is none in a record that is whole.
type held struct {
	*Page
	err error
}

// readRecord reads a record to its end.
func (rd *reader) readRecord(r *bufio.Reader) (h header, p held, why string, err error) {
	if h, err = readHeader(r); err != nil {
		return h, p, "", err
	}
	n, err := h.length()
	if err != nil {
		return h, p, "", err
	}
	if !h.mayHoldPage() {
		if err = discard(r, n); err == nil {
			err = endRecord(r)
		}
		return h, p, "", err
	}
	block, err := rd.opts.readBlock(r, n)
	if err == nil {
		err = endRecord(r)
	}
	switch {
	case err != nil:
	case block == nil:
		p.err = ErrTooLarge
	case h["warc-segment-number"] != "":
		p.err = errors.New("the record is in segments, which are not put together")
	default:
		p.Page, why, p.err = rd.opts.page(h, block)
	}
	return h, p, why, err
}

// mayHoldPage says whether a record is a response or a resource.
func (h header) mayHoldPage() bool {
	t := h["warc-type"]
	return strings.EqualFold(t, "response") || strings.EqualFold(t, "resource")
}

// endRecord goes past the two line breaks behind a block. Some writers leave
// them out at the end of a member or file.
func endRecord(r *bufio.Reader) error {
	b, err := r.Peek(1)
	switch {
	case err == io.EOF:
		return nil
	case err != nil:
		return err
	case b[0] != '\r' && b[0] != '\n':
		return errEnd
	}
	if err := skipBreaks(r); err != nil && err != io.EOF {
		return err
	}
	return nil
}

// nextHeader goes to the next line that a record may begin with.
func nextHeader(r *bufio.Reader) error {
	for {
		if b, err := r.Peek(7); string(b) == "WARC/1." {
			return nil
		} else if len(b) == 0 {
			return err
		}
		if _, err := r.ReadSlice('\n'); err != nil && err != bufio.ErrBufferFull {
			return err
		}
	}
}
