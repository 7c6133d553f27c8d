package warc

import (
	"bytes"
	"mime"
	"net/http"
	"strings"
)

// isHTMLType says whether a Content-Type is that of a page.
func isHTMLType(contentType string) bool {
	kind, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		// A broken parameter says nothing against what stands before it.
		kind, _, _ = strings.Cut(contentType, ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
	}
	return kind == "text/html" || kind == "application/xhtml+xml"
}

// looksLikeHTML says whether bytes without a type begin as a page does.
func looksLikeHTML(b []byte) bool {
	b = b[:min(len(b), 512)]
	kind := http.DetectContentType(b)
	if strings.HasPrefix(kind, "text/html") {
		return true
	}
	return strings.HasPrefix(kind, "text/xml") && bytes.Contains(bytes.ToLower(b), []byte("<html"))
}
