package warc

import (
	"errors"
	"fmt"
	"net/url"
	"time"
)

// A Page is a page as the server sent it, with what its record says of it.
type Page struct {
	URL         *url.URL  // WARC-Target-URI; nil where it is no web address
	ContentType string    // as in the HTTP header; "": none was given
	Time        time.Time // WARC-Date, when it was fetched; zero: not given, or no date
	ID          string    // WARC-Record-ID, without angle brackets
	Offset      int64     // where in the file the record begins, or the gzip member that it stands in
	Nth         int       // how many records stand before it in its gzip member; 0 in a file with a member a record
	Body        []byte    // with chunks joined and content codings undone
}

// Options say what is read. nil and the zero value read all of a file.
type Options struct {
	MaxBytes int64 // how large a page may be, 0: 32 MiB
	Start    int64 // the first offset at which a record may begin that is read; only for PagesIn
	End      int64 // the first at which none may any longer, 0: none

	// Skipped, where it is not nil, is told of responses that are no pages: "status 404", "image/png".
	Skipped func(offset int64, why string)
}

// ErrTooLarge is the error of a page that is larger than Options.MaxBytes.
var ErrTooLarge = errors.New("the page is too large")

// An Error says which record could not be read, and why.
type Error struct {
	Offset int64  // as that of a Page
	URL    string // WARC-Target-URI, "" where it was not reached
	Err    error
}

func (e *Error) Error() string {
	if e.URL == "" {
		return fmt.Sprintf("record at byte %d: %v", e.Offset, e.Err)
	}
	return fmt.Sprintf("record at byte %d (%s): %v", e.Offset, e.URL, e.Err)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// webAddress is an address of the web, nil where s is none.
func webAddress(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return nil
	}
	return u
}
