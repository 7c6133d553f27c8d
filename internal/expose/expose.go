// Package expose lets the project's own trainer see what the library keeps to
// itself: the blocks of a page with their features, and a parse with another
// model than the embedded one. The library fills it in when it is linked; it
// is not for users.
package expose

import (
	"io"
	"net/url"
)

// A Page is a page's text blocks as the classifier sees them.
type Page struct {
	Texts    []string  // the text of each block
	Rows     []float32 // their features, one row after the other
	Features int       // the length of a row
}

// Blocks cuts a page and returns its text blocks with their features.
var Blocks func(r io.Reader, page *url.URL) (*Page, error)

// Names are the names of the features of blocks, PageNames those of pages.
var Names, PageNames func() []string

// Models are model files to use in place of the embedded ones. A nil Page
// means that no page is refused for what it looks like. Trace, where there is
// one, gets a line for each block.
type Models struct {
	Body, Page []byte
	Trace      io.Writer
}

// Parse parses a page with other models and returns the Article's JSON, the
// page's features, and the error of newspage.Parse.
var Parse func(r io.Reader, page *url.URL, models Models) (article []byte, row []float32, err error)
