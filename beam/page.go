package newsbeam

import (
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

func init() {
	beam.RegisterType(reflect.TypeFor[Page]())
	beam.RegisterType(reflect.TypeFor[Failure]())
}

// A Page is the HTML of one page, as it was found.
type Page struct {
	// Input says where the page was found: the file's name, and for a page that
	// is a part of a file the place in it. No two pages of a run have the same.
	Input string
	// URL is where the page was fetched from; "" where nobody says.
	URL string
	// ContentType is the Content-Type header, for the charset; "" where there is none.
	ContentType string
	// Fetched is when the page was fetched, in nanoseconds since 1970 (UTC); 0
	// where nobody says. The times of WARC records reach from 1678 to 2262.
	Fetched int64
	// HTML is the page's bytes, uncompressed.
	HTML []byte
}

// A FailureKind says what stood in the way of an article.
type FailureKind string

// The kinds of failures.
const (
	FailedList      FailureKind = "list"       // a pattern that could not be listed, or that no file fits
	FailedOpen      FailureKind = "open"       // a file that could not be opened
	FailedRead      FailureKind = "read"       // a file or a record that is damaged, or of no known kind
	FailedNotHTML   FailureKind = "not_html"   // bytes that are no page
	FailedTooLarge  FailureKind = "too_large"  // a page of more than MaxBytes
	FailedNoArticle FailureKind = "no_article" // a page that has no article
	FailedInternal  FailureKind = "internal"   // a defect of newspage
)

// A Failure is a page, or a place where pages might have been, that gave no article.
type Failure struct {
	Input string      `json:"input"`
	URL   string      `json:"url,omitempty"` // of the page; "" where unknown
	Kind  FailureKind `json:"kind"`
	Error string      `json:"error"` // why, on one line
}
