package warc

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// maxHeader is the longest header of a record, or of HTTP, that is read.
const maxHeader = 256 << 10

// A header is what is needed of a record's header.
type header struct {
	kind        string // WARC-Type, in lower case
	id          string
	target      string
	contentType string
	date        string
	truncated   string
	segment     string
	length      int64 // -1: not given, or no number
}

var version = []byte("WARC/")

// fieldsEnd is where the header that b begins with ends, its empty line
// included; 0 where b does not hold the end. Line breaks may be LF alone.
func fieldsEnd(b []byte) int {
	for i := 0; ; {
		n := bytes.IndexByte(b[i:], '\n')
		if n < 0 {
			return 0
		}
		line := bytes.TrimSuffix(b[i:i+n], []byte{'\r'})
		i += n + 1
		if len(line) == 0 {
			return i
		}
	}
}

// peekFields returns the header that follows in w, without reading past it.
func peekFields(w *window) ([]byte, error) {
	for want := 2 << 10; ; want *= 4 {
		b := w.peek(min(want, maxHeader))
		if n := fieldsEnd(b); n > 0 {
			return b[:n], nil
		}
		switch {
		case len(b) == maxHeader:
			return nil, damaged("its header is longer than %d bytes", maxHeader)
		case len(b) < want && w.err != nil:
			if err := w.failure(); err != nil {
				return nil, err
			}
			return nil, ErrTruncated
		}
	}
}

// parseHeader reads a record's header.
func parseHeader(b []byte) (header, error) {
	h := header{length: -1}
	first, rest, _ := bytes.Cut(b, []byte{'\n'})
	first = bytes.TrimSpace(first)
	if !bytes.HasPrefix(first, version) {
		return h, damaged("no record begins here")
	}
	if !bytes.HasPrefix(first, []byte("WARC/1.")) && !bytes.HasPrefix(first, []byte("WARC/0.1")) {
		return h, damaged("unknown version %q", clip(string(first)))
	}
	eachField(rest, h.set)
	if h.kind == "" {
		return h, damaged("its header has no WARC-Type")
	}
	if h.length < 0 {
		return h, damaged("its header has no Content-Length")
	}
	return h, nil
}

// eachField calls f for each field, its name in lower case and its folded lines joined.
func eachField(b []byte, f func(name, value string)) {
	var name, value string
	flush := func() {
		if name != "" {
			f(name, value)
		}
	}
	for line := range bytes.Lines(b) {
		text := strings.TrimRight(string(line), "\r\n")
		if text != "" && (text[0] == ' ' || text[0] == '\t') {
			value += " " + strings.TrimSpace(text)
			continue
		}
		flush()
		n, v, ok := strings.Cut(text, ":")
		name, value = "", strings.TrimSpace(v)
		if ok {
			name = strings.ToLower(strings.TrimSpace(n))
		}
	}
	flush()
}

func (h *header) set(name, value string) {
	switch name {
	case "warc-type":
		h.kind = strings.ToLower(value)
	case "warc-record-id":
		h.id = unbracket(value)
	case "warc-target-uri":
		h.target = unbracket(value)
	case "content-type":
		h.contentType = value
	case "warc-date":
		h.date = value
	case "warc-truncated":
		h.truncated = value
	case "warc-segment-number":
		h.segment = value
	case "content-length":
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil || n < 0 || n > maxLength {
			n = -1
		}
		h.length = n
	}
}

// maxLength is the largest record; it keeps sums of offsets from overflowing.
const maxLength = 1 << 60

// unbracket takes off the angle brackets that IDs have, and that some writers put around addresses.
func unbracket(s string) string {
	if len(s) > 1 && s[0] == '<' && s[len(s)-1] == '>' {
		return s[1 : len(s)-1]
	}
	return s
}

// page begins the page that the record holds.
func (h *header) page() *Page {
	p := &Page{RecordID: h.id, Truncated: h.truncated}
	if u, err := url.Parse(h.target); err == nil && h.target != "" {
		p.URL = u
	}
	if t, err := time.Parse(time.RFC3339, h.date); err == nil {
		p.Time = t
	}
	return p
}

// maxFound is the longest header of a record that a search takes for one.
const maxFound = 16 << 10

// plausible says whether a header is meant as one, and no line "WARC/1.0" of a
// text. It looks no further than the first line that is no field, such as the
// next "WARC/1.0", so that a search costs no more than what it searches.
func plausible(w *window) bool {
	for want := 1 << 10; ; want *= 4 {
		b := w.peek(want)
		n, odd := fieldLines(b)
		switch {
		case n > 0:
			h, err := parseHeader(b[:n])
			return err == nil && h.id != ""
		case odd || len(b) < want || want >= maxFound:
			return false
		}
	}
}

// fieldLines is fieldsEnd of a header whose lines must look like fields: odd
// says that one does not. A last line that is not whole is not looked at.
func fieldLines(b []byte) (end int, odd bool) {
	for first := true; ; first = false {
		n := bytes.IndexByte(b[end:], '\n')
		if n < 0 {
			return 0, false
		}
		line := bytes.TrimSuffix(b[end:end+n], []byte{'\r'})
		end += n + 1
		switch {
		case len(line) == 0:
			return end, false
		case first || line[0] == ' ' || line[0] == '\t':
			continue
		}
		if name, _, ok := bytes.Cut(line, []byte{':'}); !ok || bytes.ContainsAny(name, "/ <>") {
			return 0, true
		}
	}
}

// clip shortens what an error quotes.
func clip(s string) string {
	if len(s) > 40 {
		return s[:40] + "..."
	}
	return s
}
