package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// unknownAddress stands for the address of a page that has none: some
// extractors do not take a page without.
const unknownAddress = "https://page.invalid/"

// A page is one page held in memory.
type page struct {
	ID   string
	URL  *url.URL
	HTML []byte
}

// A source says where a page is, before it is read.
type source struct {
	path string
	url  string
}

// id is the page's name in the truth: the file's, without .html and .gz.
func (s source) id() string {
	name := strings.TrimSuffix(filepath.Base(s.path), ".gz")
	return strings.TrimSuffix(name, ".html")
}

func isPage(path string) bool {
	return strings.HasSuffix(path, ".html") || strings.HasSuffix(path, ".html.gz")
}

// spread takes at most n of the sources, evenly; all where n is 0.
func spread(all []source, n int) []source {
	if n == 0 || n >= len(all) {
		return all
	}
	picked := make([]source, n)
	for i := range picked {
		picked[i] = all[i*len(all)/n]
	}
	return picked
}

// readPages reads and unpacks the pages.
func readPages(sources []source) ([]page, error) {
	if len(sources) == 0 {
		return nil, errors.New("no pages found")
	}
	pages := make([]page, 0, len(sources))
	for _, s := range sources {
		data, err := readPage(s.path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.path, err)
		}
		pages = append(pages, page{ID: s.id(), URL: address(s.url), HTML: data})
	}
	return pages, nil
}

func readPage(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return data, err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

func address(s string) *url.URL {
	if u, err := url.Parse(s); err == nil && u.IsAbs() {
		return u
	}
	u, _ := url.Parse(unknownAddress)
	return u
}
