package newsbeam

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/newspage-go/newspage/internal/gunzip"
)

// A fileReader reads the items of one file.
type fileReader struct {
	storedName
	at       io.ReaderAt
	maxBytes int64
}

// from reads the file from an offset to its end.
func (f *fileReader) from(offset int64) io.Reader {
	return io.NewSectionReader(f.at, offset, max(f.Size-offset, 0))
}

// page is the page that a file of HTML holds.
func (f *fileReader) page() item {
	html, err := f.readHTML(f.from(0))
	if err != nil {
		return failed(0, f.Name, FailedRead, err)
	}
	return item{page: Page{Input: f.Name, HTML: html}}
}

// readHTML reads a page, and of one that is too large a byte more than it may have.
func (f *fileReader) readHTML(r io.Reader) ([]byte, error) {
	r, err := gunzip.Reader(r)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, f.maxBytes+1))
}

// unknown yields what a file holds whose name does not say it: the pages of a
// WARC file if it begins as one, else a page. All of it begins at 0, since it
// is not cut into ranges.
func (f *fileReader) unknown(yield func(item) bool) {
	begin := make([]byte, len(warcBegin))
	if r, err := gunzip.Reader(f.from(0)); err == nil {
		io.ReadFull(r, begin)
	}
	if string(begin) != warcBegin {
		yield(f.page())
		return
	}
	f.warc(0, f.Size, func(i item) bool {
		i.offset = 0
		return yield(i)
	})
}

const warcBegin = "WARC/"

// lines yields the pages of the lines that begin in a range.
func (f *fileReader) lines(start, end int64, yield func(item) bool) {
	offset := start
	if start > 0 {
		offset-- // Where the byte before is a line's end, a line begins at start.
	}
	r := bufio.NewReaderSize(f.from(offset), 64<<10)
	if start > 0 {
		skipped, err := f.readLine(r)
		offset += skipped.size
		if err != nil {
			if err != io.EOF {
				yield(failed(start, f.Name, FailedRead, err))
			}
			return
		}
	}
	f.linesFrom(r, offset, end, yield)
}

// gzipLines yields the pages of a file that is compressed as one. All begin at
// 0; in their names is where they begin in the uncompressed lines.
func (f *fileReader) gzipLines(yield func(item) bool) {
	r, err := gunzip.Reader(f.from(0))
	if err != nil {
		yield(failed(0, f.Name, FailedRead, err))
		return
	}
	f.linesFrom(bufio.NewReaderSize(r, 64<<10), 0, maxOffset, func(i item) bool {
		i.offset = 0
		return yield(i)
	})
}

const maxOffset = 1<<63 - 1

// linesFrom yields the pages of the lines from offset on that begin before end.
func (f *fileReader) linesFrom(r *bufio.Reader, offset, end int64, yield func(item) bool) {
	for offset < end {
		line, err := f.readLine(r)
		if err != nil && (err != io.EOF || line.size == 0) {
			if err != io.EOF {
				yield(failed(offset, f.Name, FailedRead, err))
			}
			return
		}
		if len(bytes.TrimSpace(line.text)) > 0 || line.tooLong {
			if !yield(f.linePage(line, offset)) {
				return
			}
		}
		offset += line.size
	}
}

// A line is a line of a file, with its end.
type line struct {
	text    []byte
	size    int64
	tooLong bool // text is not all of it
}

// readLine reads a line. Of one that is too long it keeps the beginning. Its
// error is io.EOF at the end of the file, behind a last line without an end too.
func (f *fileReader) readLine(r *bufio.Reader) (line, error) {
	// In JSON a byte of the page may take six.
	limit := 6*f.maxBytes + 64<<10
	var l line
	for {
		part, err := r.ReadSlice('\n')
		l.size += int64(len(part))
		if l.size <= limit {
			l.text = append(l.text, part...)
		} else {
			l.tooLong = true
		}
		if err != bufio.ErrBufferFull {
			return l, err
		}
	}
}

// linePage is the page of a line. Where the line begins is a part of its name.
func (f *fileReader) linePage(l line, offset int64) item {
	i := item{offset: offset, page: Page{Input: fmt.Sprintf("%s#%d", f.Name, offset)}}
	var fields struct {
		URL  string  `json:"url"`
		HTML *string `json:"html"`
	}
	text := l.text
	if offset == 0 {
		text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	}
	switch err := json.Unmarshal(text, &fields); {
	case l.tooLong:
		i.err = errors.New("the line is too long")
	case err != nil:
		i.err = fmt.Errorf(`not a line {"url": "...", "html": "..."}: %w`, err)
	case fields.HTML == nil:
		i.err = errors.New(`the line has no "html"`)
	default:
		// Whatever charset the page names, JSON is UTF-8.
		i.page.HTML, i.page.ContentType = []byte(*fields.HTML), "text/html; charset=utf-8"
	}
	if i.err != nil {
		i.kind = FailedRead
	}
	i.page.URL = fields.URL
	return i
}
