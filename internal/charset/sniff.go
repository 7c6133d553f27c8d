package charset

import (
	"bytes"
	"encoding/json"
	"strings"
)

// sniffBytes is how much of the input Sniff looks at.
const sniffBytes = 512

// Sniff says what bytes look like, for an error message, and whether they may
// be an HTML page. It looks at the first 512 bytes after a UTF-8 byte order mark
// and white space, and for a magic number at the very first byte.
//
// html is false only for what is surely something else: what is then "gzip",
// "PDF", "RSS feed" and the like. Otherwise what is "HTML" (it starts with
// markup), "text" or, without any bytes but white space, "nothing". An XML
// declaration alone proves nothing, as XHTML has one too.
//
// Two things it cannot tell: Brotli has no magic number, so that bytes
// compressed with it pass as "text"; and a feed or JSON in UTF-16 passes as
// "text" too, unless it is decoded first.
func Sniff(data []byte) (what string, html bool) {
	if what := byMagic(data[:min(len(data), sniffBytes)]); what != "" {
		return what, false
	}
	body := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), spaces)
	whole := len(body) <= sniffBytes
	body = body[:min(len(body), sniffBytes)]
	switch {
	case len(body) == 0:
		return "nothing", true
	case body[0] == '<':
		return byMarkup(string(body))
	case body[0] == '{' || body[0] == '[':
		if looksJSON(body, whole) {
			return "JSON", false
		}
	default:
		if what := byTextMagic(body); what != "" {
			return what, false
		}
	}
	return "text", true
}

// A magic is a byte string that a format has at a fixed place.
type magic struct {
	what string
	at   int
	sign string
}

// magics are from the formats' own specifications and the WHATWG MIME Sniffing
// Standard. The more special comes first.
var magics = [...]magic{
	{"gzip", 0, "\x1F\x8B"},
	{"Zstandard", 0, "\x28\xB5\x2F\xFD"},
	{"bzip2", 0, "BZh91AY&SY"},
	{"xz", 0, "\xFD7zXZ\x00"},
	{"7-Zip", 0, "7z\xBC\xAF\x27\x1C"},
	{"RAR", 0, "Rar!\x1A\x07"},
	{"ZIP", 0, "PK\x03\x04"},
	{"ZIP", 0, "PK\x05\x06"},
	{"ZIP", 0, "PK\x07\x08"},
	{"tar", 257, "ustar"},
	{"JPEG", 0, "\xFF\xD8\xFF"},
	{"PNG", 0, "\x89PNG\r\n\x1A\n"},
	{"GIF", 0, "GIF87a"},
	{"GIF", 0, "GIF89a"},
	{"TIFF", 0, "II*\x00"},
	{"TIFF", 0, "MM\x00*"},
	{"icon", 0, "\x00\x00\x01\x00"},
	{"AVIF", 4, "ftypavif"},
	{"AVIF", 4, "ftypavis"},
	{"HEIC", 4, "ftyphei"},
	{"HEIC", 4, "ftypmif1"},
	{"MP4", 4, "ftyp"},
	{"Matroska or WebM", 0, "\x1A\x45\xDF\xA3"},
	{"Ogg", 0, "OggS\x00"},
	{"FLAC", 0, "fLaC\x00"},
	{"MP3", 0, "ID3\x02"},
	{"MP3", 0, "ID3\x03"},
	{"MP3", 0, "ID3\x04"},
	{"WOFF font", 0, "wOFF"},
	{"WOFF2 font", 0, "wOF2"},
	{"WebAssembly", 0, "\x00asm"},
	{"Microsoft Office document", 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
	{"SQLite database", 0, "SQLite format 3\x00"},
}

// riffs are the contents of RIFF files, named at byte 8.
var riffs = [...]magic{{"WebP", 8, "WEBP"}, {"WAV", 8, "WAVE"}, {"AVI", 8, "AVI "}}

// byMagic names a binary format, "" for none.
func byMagic(head []byte) string {
	for _, m := range magics {
		if m.in(head) {
			return m.what
		}
	}
	if bytes.HasPrefix(head, []byte("RIFF")) {
		for _, m := range riffs {
			if m.in(head) {
				return m.what
			}
		}
	}
	return ""
}

func (m magic) in(head []byte) bool {
	return len(head) > m.at && bytes.HasPrefix(head[m.at:], []byte(m.sign))
}

// byTextMagic names a format that starts with words, "" for none. Readers of
// these formats, and servers, let white space stand before them.
func byTextMagic(body []byte) string {
	switch {
	case bytes.HasPrefix(body, []byte("%PDF-")):
		return "PDF"
	case bytes.HasPrefix(body, []byte("%!PS-Adobe-")):
		return "PostScript"
	case bytes.HasPrefix(body, []byte("WARC/1.")):
		return "web archive"
	case bytes.HasPrefix(body, []byte("From: <Saved by ")):
		return "MHTML"
	}
	return ""
}

// looksJSON tells JSON from a text that starts with a bracket ("[Update] ...",
// "[1] ...", "{{ template }}"): it is in view as a whole and valid, or it is an
// object, or a list of objects, whose first key and colon are in view.
func looksJSON(body []byte, whole bool) bool {
	if whole && json.Valid(body) {
		return true
	}
	s := strings.TrimLeft(string(body), spaces+"[")
	s, found := strings.CutPrefix(s, "{")
	if !found {
		return false
	}
	s, found = strings.CutPrefix(strings.TrimLeft(s, spaces), `"`)
	if !found {
		return false
	}
	end := closingQuote(s)
	return end >= 0 && strings.HasPrefix(strings.TrimLeft(s[end+1:], spaces), ":")
}

// closingQuote finds the quote that ends a JSON string, -1 for none.
func closingQuote(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return -1
}

// byMarkup names a document that starts with "<" by its root element.
func byMarkup(s string) (what string, html bool) {
	xml := strings.HasPrefix(s, "<?xml")
	root := rootElement(s)
	switch strings.ToLower(root) {
	case "rss":
		return "RSS feed", false
	case "rdf:rdf":
		if strings.Contains(s, "purl.org/rss/") {
			return "RSS feed", false
		}
	case "feed":
		if xml || strings.Contains(s, "w3.org/2005/Atom") {
			return "Atom feed", false
		}
	case "urlset", "sitemapindex":
		return "XML sitemap", false
	case "svg":
		// Without a declaration it may be a page's sprite sheet.
		if xml {
			return "SVG", false
		}
	}
	if xml && root != "" && !htmlName(root) {
		return "XML", false
	}
	return "HTML", true
}

// rootElement skips declarations, comments and instructions and returns the
// name of the first element, "" where none is in view or the doctype is HTML's.
func rootElement(s string) string {
	for {
		s = strings.TrimLeft(s, spaces)
		end := ">"
		switch {
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<?"):
			end = "?>"
		case len(s) > 14 && strings.EqualFold(s[:14], "<!doctype html"):
			return ""
		case strings.HasPrefix(s, "<!"):
		case len(s) > 1 && s[0] == '<' && isLetter(s[1]):
			return elementName(s[1:])
		default:
			return ""
		}
		i := strings.Index(s, end)
		if i < 0 {
			return ""
		}
		s = s[i+len(end):]
	}
}

// elementName reads a name up to where it ends; "" where the view ends before.
func elementName(s string) string {
	if i := strings.IndexAny(s, spaces+"/>"); i >= 0 {
		return s[:i]
	}
	return ""
}

// htmlName reports whether an element may be one of a page's own: HTML's names
// for what pages and fragments start with, and custom elements.
func htmlName(name string) bool {
	if strings.Contains(name, "-") {
		return true
	}
	switch strings.ToLower(name) {
	case "html", "head", "body", "title", "meta", "link", "base", "script", "style", "noscript",
		"main", "article", "section", "header", "footer", "nav", "aside", "div", "span", "p", "a", "br", "hr",
		"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "form", "figure", "img", "center",
		"font", "b", "i", "strong", "em", "blockquote", "pre", "iframe", "frameset", "template":
		return true
	}
	return false
}
