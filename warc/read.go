package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
)

// A pageReader makes pages of records, one after another.
type pageReader struct {
	limit   int64
	block   *bufio.Reader
	codings codings
	scratch bytes.Buffer
}

// visit makes a page of a record; nil where it holds none.
func (p *pageReader) visit(h *header, block io.Reader) (*Page, error) {
	switch h.kind {
	case "response":
		return p.response(h, block)
	case "resource":
		if !isHTMLType(h.contentType) {
			return nil, nil
		}
		page := h.page()
		page.ContentType = h.contentType
		return p.finish(h, page, block)
	}
	return nil, nil
}

// response makes a page of an answer of a server.
func (p *pageReader) response(h *header, block io.Reader) (*Page, error) {
	if !isWeb(h.target) || !strings.HasPrefix(strings.ToLower(h.contentType), "application/http") && h.contentType != "" {
		return nil, nil
	}
	if p.block == nil {
		p.block = bufio.NewReaderSize(nil, 32<<10)
	}
	p.block.Reset(block)
	answer, err := readAnswer(p.block)
	if err != nil || answer.status != 200 {
		return nil, err
	}
	if answer.contentType != "" && !isHTMLType(answer.contentType) {
		return nil, nil
	}
	page := h.page()
	page.Status, page.ContentType = answer.status, answer.contentType
	body, err := p.codings.undo(p.block, answer)
	if err != nil {
		return nil, err
	}
	if answer.contentType != "" {
		return p.finish(h, page, body)
	}
	b := bufio.NewReaderSize(body, 512)
	if begin, _ := b.Peek(512); !looksLikeHTML(begin) {
		return nil, nil
	}
	return p.finish(h, page, b)
}

// isWeb keeps out what crawlers note of other things than the web, such as dns:.
func isWeb(target string) bool {
	scheme, _, ok := strings.Cut(target, ":")
	return !ok || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")
}

// finish reads the page's body.
func (p *pageReader) finish(h *header, page *Page, body io.Reader) (*Page, error) {
	if h.segment != "" && h.segment != "0" {
		return nil, ErrSegmented
	}
	if p.scratch.Cap() > maxLookback {
		p.scratch = bytes.Buffer{}
	}
	p.scratch.Reset()
	n, err := p.scratch.ReadFrom(io.LimitReader(body, p.limit+1))
	switch {
	case n > p.limit:
		return nil, ErrTooLarge
	case err == nil, n > 0 && h.truncated != "" && errors.Is(err, io.ErrUnexpectedEOF):
		page.Body = bytes.Clone(p.scratch.Bytes())
		return page, nil
	}
	return nil, damaged("its page cannot be read: %v", err)
}

// An answer is what is needed of an HTTP header.
type answer struct {
	status      int
	contentType string
	chunked     bool
	codings     []string // in the order in which they were applied
}

// readAnswer reads the HTTP header and leaves the body.
func readAnswer(r *bufio.Reader) (answer, error) {
	var a answer
	head, err := readHead(r)
	if err != nil {
		return a, err
	}
	first, rest, _ := bytes.Cut(head, []byte{'\n'})
	if !bytes.HasPrefix(first, []byte("HTTP/")) {
		return a, nil // Some other protocol: no page.
	}
	if words := strings.Fields(string(first)); len(words) > 1 {
		a.status, _ = strconv.Atoi(words[1])
	}
	eachField(rest, a.set)
	return a, nil
}

func (a *answer) set(name, value string) {
	switch name {
	case "content-type":
		if a.contentType == "" {
			a.contentType = value
		}
	case "transfer-encoding":
		a.chunked = a.chunked || strings.Contains(strings.ToLower(value), "chunked")
	case "content-encoding":
		for coding := range strings.SplitSeq(value, ",") {
			if coding = strings.ToLower(strings.TrimSpace(coding)); coding != "" {
				a.codings = append(a.codings, coding)
			}
		}
	}
}

// readHead reads up to the empty line, or to the end where there is none.
func readHead(r *bufio.Reader) ([]byte, error) {
	var head []byte
	for {
		line, err := r.ReadSlice('\n')
		head = append(head, line...)
		switch {
		case len(head) > maxHeader:
			return nil, damaged("its HTTP header is longer than %d bytes", maxHeader)
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF:
			return head, nil
		case err != nil:
			return nil, err
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 && bytes.HasSuffix(head, []byte("\n")) {
			return head, nil
		}
	}
}
