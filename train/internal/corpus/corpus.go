// Package corpus reads the folder of pages with gold text that the body model
// is trained on: manifest.jsonl (path and address of each page) and
// truth.jsonl (id, set and text).
package corpus

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// A Page is a page of the corpus.
type Page struct {
	ID   string
	Path string
	URL  *url.URL
	Set  string // the data set it is from
	Gold string // the body's text; "" where none is known
	Kind string // "article", or what the page is instead
}

// Folds is how many parts the corpus is cut into for cross-validation.
const Folds = 5

// Fold is the part a page belongs to: all pages of one site share it.
func (p *Page) Fold() int {
	host := p.URL.Hostname()
	site, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		site = host
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(site))
	return int(h.Sum32() % Folds)
}

// Open opens the page's HTML, gzip taken off.
func (p *Page) Open() (io.ReadCloser, error) {
	f, err := os.Open(p.Path)
	if err != nil || !strings.HasSuffix(p.Path, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("%s: %w", p.Path, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// Read reads the corpus in dir, articles first, then the pages of others.jsonl that are none.
func Read(dir string) ([]*Page, error) {
	type truth struct{ ID, Set, Text string }
	gold := map[string]truth{}
	err := eachLine(filepath.Join(dir, "truth.jsonl"), func(line []byte) error {
		var t truth
		if err := json.Unmarshal(line, &t); err != nil {
			return err
		}
		gold[t.ID] = t
		return nil
	})
	if err != nil {
		return nil, err
	}
	var pages []*Page
	for _, name := range []string{"manifest.jsonl", "others.jsonl"} {
		err := eachLine(filepath.Join(dir, name), func(line []byte) error {
			var m struct {
				Path     string
				URL      string
				PageType string `json:"page_type"`
			}
			if err := json.Unmarshal(line, &m); err != nil {
				return err
			}
			u, err := url.Parse(m.URL)
			if err != nil {
				return err
			}
			id := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(m.Path), ".gz"), ".html")
			p := &Page{ID: id, Path: filepath.Join(dir, m.Path), URL: u, Set: gold[id].Set, Gold: gold[id].Text, Kind: m.PageType}
			if name == "manifest.jsonl" {
				p.Kind = "article"
			}
			pages = append(pages, p)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return pages, nil
}

func eachLine(path string, f func([]byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 64<<20)
	for n := 1; s.Scan(); n++ {
		if len(s.Bytes()) == 0 {
			continue
		}
		if err := f(s.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return s.Err()
}
