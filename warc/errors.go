package warc

import (
	"errors"
	"fmt"
)

// The errors of Pages and PagesIn; compare with errors.Is. Those but
// ErrNotWARC are within a *RecordError.
var (
	// ErrNotWARC means that the file does not begin as a WARC file does; the
	// wrapping error says what it looks like. Nothing more is read.
	ErrNotWARC = errors.New("not a WARC file")

	// ErrTooLarge means that a page is larger than Options.MaxBytes.
	ErrTooLarge = errors.New("page is too large")

	// ErrDamaged means that a record is broken, or that there are bytes
	// between two records that belong to none.
	ErrDamaged = errors.New("damaged")

	// ErrTruncated means that the file ends within a record.
	ErrTruncated = errors.New("the file ends within the record")

	// ErrSegmented means that a page is spread over several records.
	ErrSegmented = errors.New("the page is cut into segments, which are not put together")

	// ErrCoding means that the page's content coding cannot be undone.
	ErrCoding = errors.New("content coding")
)

// A RecordError is why a record gives no page. Reading goes on after it.
type RecordError struct {
	Offset   int64  // as in Page
	Number   int    // as in Page
	RecordID string // "" where it is not known
	URL      string // the record's WARC-Target-URI; "" where it is not known
	Err      error
}

// Error says which record it is, and what is wrong with it.
func (e *RecordError) Error() string {
	where := fmt.Sprintf("record at byte %d", e.Offset)
	if e.Number > 0 {
		where = fmt.Sprintf("record %d in the gzip member at byte %d", e.Number, e.Offset)
	}
	if e.URL != "" {
		where += " (" + e.URL + ")"
	}
	return where + ": " + e.Err.Error()
}

// Name names the record in a file, as Page.Name does.
func (e *RecordError) Name(file string) string { return recordName(file, e.Offset, e.Number) }

// Unwrap returns what is wrong with the record.
func (e *RecordError) Unwrap() error { return e.Err }

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}
