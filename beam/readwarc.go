package newsbeam

import (
	"errors"
	"fmt"

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
		i := failed(broken.Offset, broken.Name(f.Name), FailedRead, recordError(broken))
		i.page.URL = broken.URL
		if errors.Is(err, warc.ErrTooLarge) {
			i.kind = FailedTooLarge
		}
		return i
	case err != nil:
		return failed(last, f.Name, FailedRead, err)
	}
	i := item{offset: page.Offset, page: Page{
		Input:       page.Name(f.Name),
		ContentType: page.ContentType,
		HTML:        page.Body,
	}}
	if page.URL != nil {
		i.page.URL = page.URL.String()
	}
	if year := page.Time.Year(); 1678 < year && year < 2262 { // What an int64 holds.
		i.page.Fetched = page.Time.UnixNano()
	}
	return i
}

// recordError words the error of a record as the command newspage does.
func recordError(broken *warc.RecordError) error {
	switch {
	case errors.Is(broken, warc.ErrTooLarge):
		return newspage.ErrTooLarge
	case broken.URL != "":
		return fmt.Errorf("%w (%s)", broken.Err, broken.URL)
	}
	return broken.Err
}
