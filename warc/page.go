package warc

import (
	"fmt"
	"net/url"
	"time"
)

// A Page is a web page as a crawler got it.
type Page struct {
	URL         *url.URL  // WARC-Target-URI; nil where the record has none that can be read
	ContentType string    // the Content-Type the page was served with; "" where it had none
	Status      int       // the HTTP status, which is 200; 0 of a resource record, which has none
	Time        time.Time // WARC-Date; zero where the record has none that can be read
	RecordID    string    // WARC-Record-ID without its angle brackets; "" where the record has none

	// Offset is the byte of the file where the record begins; in a compressed
	// file where its gzip member does. Where a member holds several records,
	// Number counts them from 0; else it is 0. The two name the record within
	// its file, and grow from record to record.
	Offset int64
	Number int

	// Body is the page without the HTTP header, its chunks joined and its
	// content coding undone. The caller may keep and change it.
	Body []byte

	// Truncated says that the crawler cut the page short, as WARC-Truncated
	// tells: "length", "time", "disconnect", "unspecified". "": it is whole.
	Truncated string
}

// Name names the page's record in a file: "FILE#OFFSET", and from the second
// record of a gzip member on "FILE#OFFSET.NUMBER".
func (p *Page) Name(file string) string { return recordName(file, p.Offset, p.Number) }

func recordName(file string, offset int64, number int) string {
	if number > 0 {
		return fmt.Sprintf("%s#%d.%d", file, offset, number)
	}
	return fmt.Sprintf("%s#%d", file, offset)
}

// DefaultMaxBytes is the largest page that is read where Options.MaxBytes is
// zero: 32 MiB, as in package newspage.
const DefaultMaxBytes = 32 << 20

// Options adjust what is read. A nil *Options means the zero Options.
type Options struct {
	// MaxBytes is the size of the largest page that is read, with its content
	// coding undone. A larger one is an error, ErrTooLarge. Zero means
	// DefaultMaxBytes.
	MaxBytes int64

	// Start and End: only records that begin at Start or after it, and before
	// End, are read. Zero: from the beginning, to the end of the file.
	Start, End int64
}
