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

// Names are the names of the features.
var Names func() []string

// Parse parses a page with the given model file in place of the embedded one
// and returns the Article's JSON, with the error of newspage.Parse.
var Parse func(r io.Reader, page *url.URL, model []byte) ([]byte, error)
