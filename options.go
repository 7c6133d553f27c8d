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
	// URL is where the page came from, after redirects: the base of its relative
	// links, and Article.URL where the page names no canonical address.
	// Nil: what the page says its address or its base is; relative links are left
	// out where it says neither.
	// It is only read.
	URL *url.URL

	// ContentType is the Content-Type header the page was served with, for
	// its charset; only that is read of it. Empty: the page's own bytes decide.
	// Leave it empty, or say "text/html; charset=utf-8", where the bytes have
	// been turned into UTF-8 on the way. It does not apply to ParseNode.
	ContentType string

	// MaxBytes is how many bytes of a page are read at most; beyond it Parse
	// returns ErrTooLarge. Zero or less means DefaultMaxBytes. It does not apply to ParseNode.
	MaxBytes int64

	// Selectors are the caller's own CSS selectors for a site that needs them.
	// Nil: none. With them a parse costs more, as html.Parse makes all of the
	// page's tree for them.
	Selectors *Selectors

	// Trace receives one line for each block of the page: its number, role,
	// element, the reason, a tab, and the beginning of its text. It is for
	// people to read; its form may change. It is written by the goroutine of
	// the call, so one that several calls share must bear that.
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
