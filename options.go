package newspage

import (
	"errors"
	"io"
	"net/url"
)

// DefaultMaxBytes is the size up to which a page is read where Options.MaxBytes is zero: 32 MiB.
const DefaultMaxBytes = 32 << 20

// Options adjust how a page is read. A nil *Options means the zero Options.
type Options struct {
	// URL is where the page came from, the base of its relative links.
	// Nil: relative links are left out, unless the page names its own base.
	URL *url.URL

	// ContentType is the Content-Type header the page was served with, for
	// its charset. Empty: the page's own bytes decide.
	ContentType string

	// MaxBytes is how many bytes of a page are read at most; beyond it Parse
	// returns ErrTooLarge. Zero means DefaultMaxBytes. It does not apply to ParseNode.
	MaxBytes int64

	// Selectors are the caller's own CSS selectors for a site that needs them.
	// Nil: none.
	Selectors *Selectors

	// Trace receives one line for each block of the page: its role and why.
	// Nil: no trace. An error of the writer ends the trace, not the parse.
	Trace io.Writer
}

// The errors of Parse and ParseNode; compare with errors.Is.
var (
	// ErrNoArticle means that the page has no article. It comes with an
	// *Article that holds what the page says of itself (title, site, ...).
	ErrNoArticle = errors.New("newspage: no article found")

	// ErrTooLarge means that the page is larger than Options.MaxBytes.
	ErrTooLarge = errors.New("newspage: page is too large")

	// ErrNotHTML means that the bytes are no HTML: the wrapping error says
	// what they look like (gzip, PDF, an image, JSON, a feed).
	ErrNotHTML = errors.New("newspage: not HTML")
)
