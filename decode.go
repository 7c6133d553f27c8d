package newspage

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"

	"github.com/newspage-go/newspage/internal/charset"
)

// This file goes from bytes to a tree, inside the limits.

// A document is a page that is parsed.
type document struct {
	root    *html.Node
	extent  extent    // what the page holds about
	room    *treeRoom // where the tree stands; nil: by itself
	scripts [][]byte  // text of scripts whose elements are empty in the tree
}

// decode reads a page and parses it.
func decode(r io.Reader, opts *Options) (*document, error) {
	data, err := readAll(r, opts.maxBytes())
	if err != nil {
		return nil, err
	}
	if what, ok := charset.Sniff(data); !ok {
		return nil, fmt.Errorf("%w: it looks like %s", ErrNotHTML, what)
	}
	text, err := charset.Decode(data, opts.ContentType)
	if err != nil {
		return nil, fmt.Errorf("newspage: %w", err)
	}
	return parseHTML(text, opts.Selectors != nil)
}

func (o *Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// maxEmptyReads is how often a reader may return nothing and no error.
const maxEmptyReads = 100

// readAll reads at most one byte beyond limit.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	if r == nil {
		return nil, errors.New("newspage: reader is nil")
	}
	if data, ok := heldBy(r, limit); ok {
		return data, nil
	}
	buf := make([]byte, 0, sizeOf(r, limit)+1)
	for empty := 0; ; {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		room := min(int64(cap(buf)), limit+1)
		n, err := r.Read(buf[len(buf):room])
		buf = buf[:len(buf)+n]
		if int64(len(buf)) > limit {
			return nil, fmt.Errorf("%w: over %d bytes", ErrTooLarge, limit)
		}
		switch {
		case err == io.EOF:
			return buf, nil
		case err != nil:
			return nil, fmt.Errorf("newspage: reading the page: %w", err)
		case n > 0:
			empty = 0
		default:
			if empty++; empty >= maxEmptyReads {
				return nil, fmt.Errorf("newspage: reading the page: %w", io.ErrNoProgress)
			}
		}
	}
}

// heldBy returns what a *bytes.Reader holds without copying it. The page is only
// read, and nothing of an Article shares its memory.
func heldBy(r io.Reader, limit int64) ([]byte, bool) {
	br, ok := r.(*bytes.Reader)
	if !ok || int64(br.Len()) > limit {
		return nil, false
	}
	var k keeper
	if _, err := br.WriteTo(&k); err != nil {
		return nil, false
	}
	return k.data, true
}

// A keeper keeps what is written to it in one piece.
type keeper struct{ data []byte }

func (k *keeper) Write(p []byte) (int, error) {
	k.data = p
	return len(p), nil
}

// sizeOf is how many bytes a reader says it holds, so that they are read without growing.
func sizeOf(r io.Reader, limit int64) int64 {
	const usual = 64 << 10
	if l, ok := r.(interface{ Len() int }); ok {
		return min(max(int64(l.Len()), 512), limit)
	}
	return min(usual, limit)
}

// parseHTML parses with scripting off, so that what <noscript> holds is elements.
// whole asks for all elements and attributes, also those that newspage never looks at.
func parseHTML(text []byte, whole bool) (*document, error) {
	if !whole {
		if doc, ok := parseTidy(text); ok {
			return doc, nil
		}
	}
	s := strip(text, whole)
	root, err := html.ParseWithOptions(s, html.ParseOptionEnableScripting(false))
	if err == nil {
		return &document{root: root, extent: extentOf(len(text)), scripts: s.scripts}, nil
	}
	// html.Parse gives nothing at all beyond 512 open elements. The page is
	// flattened and parsed again: its text is not lost with its nesting. What
	// flatten takes for a style sheet's text may be tags to the parser, within SVG.
	root, err = html.ParseWithOptions(strings.NewReader(fewRoots(flatten(text))), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotHTML, err)
	}
	return &document{root: root, extent: extentOf(len(text))}, nil
}

// maxOpen is how many elements flatten leaves open at once. The parser adds
// some of its own (html, body, tbody, reopened formatting), so it is well below 512.
const maxOpen = 200

// maxFlatFormatting is how many formatting elements flatten leaves open at once:
// the parser opens all of them again in every paragraph that follows.
const maxFlatFormatting = 12

// flatten writes the page's tags again without those that nest deeper than
// maxOpen. An end tag counts only where it closes something: stray ones must not
// make room for more.
func flatten(text []byte) string {
	var out strings.Builder
	out.Grow(len(text))
	z := html.NewTokenizer(bytes.NewReader(text))
	open := 0                   // levels open in what is written
	formatting, roots := 0, 0   // formatting elements open in it; root tags so far
	written := map[string]int{} // by name: start tags written whose end tags are still to come
	skipped := map[string]int{} // ... and left out
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.StartTagToken:
			name, _ := z.TagName()
			e := lookElement(packText(name))
			switch {
			case e.isRoot():
				if roots++; roots > maxRoots {
					continue
				}
			case e.closesItself():
			case open >= maxOpen || e.formats() && (open >= maxOpen/2 || formatting >= maxFlatFormatting):
				skipped[string(name)]++
				continue
			default:
				written[string(name)]++
				open += e.levels()
				if e.formats() {
					formatting++
				}
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			e := lookElement(packText(name))
			switch {
			case e.closesItself():
			case skipped[string(name)] > 0: // the innermost of its name were left out
				skipped[string(name)]--
				continue
			case written[string(name)] > 0:
				written[string(name)]--
				open -= e.levels()
				if e.formats() {
					formatting--
				}
			}
		}
		out.Write(z.Raw())
	}
}
