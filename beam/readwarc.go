package newsbeam

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/warc"
)

// warc yields the pages of the records that begin in a range. A record is
// found by where it begins, so that a range may begin amid another record.
func (f *fileReader) warc(start, end int64, yield func(item) bool) {
	opts := &warc.Options{MaxBytes: f.maxBytes, Start: start, End: end}
	last := start
	for page, err := range warc.PagesIn(f.at, f.Size, opts) {
		i := f.record(page, err, last)
		last = i.offset
		if !yield(i) {
			return
		}
	}
}

// record is the item that a record is. Of an error that is none of a record
// the place is that of the last one.
func (f *fileReader) record(page *warc.Page, err error, last int64) item {
	var broken *warc.RecordError
	switch {
	case errors.As(err, &broken):
		i := failed(broken.Offset, recordName(f.Name, broken.Offset, broken.Number), FailedRead, recordError(broken))
		i.page.URL = broken.URL
		if errors.Is(err, warc.ErrTooLarge) {
			i.kind = FailedTooLarge
		}
		return i
	case err != nil:
		return failed(last, f.Name, FailedRead, err)
	}
	name := recordName(f.Name, page.Offset, page.Number)
	html, err := f.body(page.Body)
	if err != nil {
		return failed(page.Offset, name, FailedRead, err)
	}
	i := item{offset: page.Offset, page: Page{Input: name, ContentType: page.ContentType, HTML: html}}
	if page.URL != nil {
		i.page.URL = page.URL.String()
	}
	if year := page.Time.Year(); 1678 < year && year < 2262 { // What an int64 holds.
		i.page.Fetched = page.Time.UnixNano()
	}
	return i
}

// body is a page's bytes, uncompressed where a server has compressed them
// twice, or has not said that it has.
func (f *fileReader) body(stored []byte) ([]byte, error) {
	if len(stored) < 2 || stored[0] != 0x1f || stored[1] != 0x8b {
		return stored, nil
	}
	return f.readHTML(bytes.NewReader(stored))
}

// recordName names a record of a file as the command newspage does: by where it
// begins and, from the second one in a gzip member on, which of them it is.
func recordName(file string, offset int64, number int) string {
	name := file + "#" + strconv.FormatInt(offset, 10)
	if number > 0 {
		name += "." + strconv.Itoa(number+1)
	}
	return name
}

// recordError words the error of a record as the command newspage does.
func recordError(broken *warc.RecordError) error {
	err := broken.Err
	switch {
	case errors.Is(err, warc.ErrTooLarge):
		err = newspage.ErrTooLarge
	case errors.Is(err, warc.ErrTruncated):
		err = fmt.Errorf("%w: the file was cut off; what stands before it was read", err)
	}
	if broken.URL != "" {
		return fmt.Errorf("%w (%s)", err, broken.URL)
	}
	return err
}
