package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
)

// maxHeader is how large the header of a record may be.
const maxHeader = 1 << 20

// A header holds the named fields of a record, by their names in lower case.
type header map[string]string

var (
	errTruncated = errors.New("the file ends within the record")
	errVersion   = errors.New("no record begins here")
	errHeader    = errors.New("the record's header is broken")
	errLength    = errors.New("the record has no Content-Length")
)

// readHeader reads a record's version line and its fields.
func readHeader(r *bufio.Reader) (header, error) {
	if b, _ := r.Peek(len("WARC/")); !bytes.HasPrefix([]byte("WARC/"), b) {
		return nil, errVersion
	}
	size := 0
	if _, err := readLine(r, &size); err != nil {
		return nil, err
	}
	h := make(header, 16)
	last := ""
	for {
		line, err := readLine(r, &size)
		switch {
		case err != nil:
			return nil, err
		case len(line) == 0:
			return h, nil
		case (line[0] == ' ' || line[0] == '\t') && last != "":
			h[last] += " " + strings.TrimSpace(string(line)) // folded, as WARC 1.0 allows
			continue
		}
		name, value, ok := strings.Cut(string(line), ":")
		if !ok {
			return nil, errHeader
		}
		last = strings.ToLower(strings.TrimSpace(name))
		if _, twice := h[last]; !twice {
			h[last] = strings.TrimSpace(value)
		}
	}
}

// readLine reads a line without its end, and adds what it takes to size.
func readLine(r *bufio.Reader, size *int) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		*size += len(part)
		line = append(line, part...)
		switch {
		case *size > maxHeader:
			return nil, errHeader
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF:
			return nil, errTruncated
		case err != nil:
			return nil, err
		}
		return bytes.TrimRight(line, "\r\n"), nil
	}
}

// length is how many bytes the record's block has.
func (h header) length() (int64, error) {
	n, err := strconv.ParseInt(h["content-length"], 10, 64)
	if err != nil || n < 0 {
		return 0, errLength
	}
	return n, nil
}

// target is the address that was fetched.
func (h header) target() string { return unbracket(h["warc-target-uri"]) }

// unbracket takes away the angle brackets that some put around addresses.
func unbracket(s string) string {
	return strings.TrimSuffix(strings.TrimPrefix(s, "<"), ">")
}
