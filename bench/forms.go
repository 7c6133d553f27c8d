package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A collection is a folder of pages: where they are, and what the folder
// itself says of their right answers.
type collection struct {
	sources []source
	truths  map[string]truth
}

// readInputs reads the pages of the run and the truths there are for them.
func readInputs(s settings) ([]page, map[string]truth, error) {
	c, err := readFolder(s.pages)
	if err != nil {
		return nil, nil, err
	}
	if s.truth != "" {
		if c.truths, err = readTruths(s.truth); err != nil {
			return nil, nil, err
		}
	}
	c.takeAddresses()
	pages, err := readPages(spread(c.sources, s.n))
	return pages, c.truths, err
}

// takeAddresses gives the pages without an address the one of their truth.
func (c *collection) takeAddresses() {
	for i, s := range c.sources {
		if s.url == "" {
			c.sources[i].url = c.truths[s.id()].URL
		}
	}
}

// readFolder tells the form of a folder by the file or folder that marks it.
func readFolder(dir string) (collection, error) {
	forms := []struct {
		mark string
		read func(dir string) (collection, error)
	}{
		{"manifest.jsonl", readCorpus},
		{"ground-truth.json", readAEB},
		{"ground-truth", readWCXB},
	}
	for _, f := range forms {
		if _, err := os.Stat(filepath.Join(dir, f.mark)); err == nil {
			return f.read(dir)
		}
	}
	return readPlain(dir)
}

// readPlain finds the pages of a folder and of the folders in it.
func readPlain(dir string) (collection, error) {
	var c collection
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && isPage(path) {
			c.sources = append(c.sources, source{path: path})
		}
		return err
	})
	return c, err
}

// readCorpus reads a manifest of lines {"path": …, "url": …}.
func readCorpus(dir string) (collection, error) {
	var c collection
	err := eachLine(filepath.Join(dir, "manifest.jsonl"), func(line []byte) error {
		var entry struct{ Path, URL string }
		if err := json.Unmarshal(line, &entry); err != nil {
			return err
		}
		c.sources = append(c.sources, source{path: filepath.Join(dir, entry.Path), url: entry.URL})
		return nil
	})
	return c, err
}

// readAEB reads article-extraction-benchmark: ground-truth.json, an object by
// id, and html/ID.html.gz.
func readAEB(dir string) (collection, error) {
	data, err := os.ReadFile(filepath.Join(dir, "ground-truth.json"))
	if err != nil {
		return collection{}, err
	}
	var gold map[string]struct{ ArticleBody, URL string }
	if err := json.Unmarshal(data, &gold); err != nil {
		return collection{}, fmt.Errorf("ground-truth.json: %w", err)
	}
	c := collection{truths: map[string]truth{}}
	for id, g := range gold {
		c.sources = append(c.sources, source{path: filepath.Join(dir, "html", id+".html.gz"), url: g.URL})
		c.truths[id] = truth{ID: id, Set: "aeb", URL: g.URL, Text: g.ArticleBody}
	}
	c.sort()
	return c, nil
}

// readWCXB reads one half (dev or test) of WCXB: ground-truth/ID.json and
// html/ID.html.gz. Pages that are no articles are left out.
func readWCXB(dir string) (collection, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "ground-truth", "*.json"))
	if err != nil {
		return collection{}, err
	}
	c := collection{truths: map[string]truth{}}
	for _, path := range paths {
		t, article, err := readWCXBTruth(path)
		if err != nil {
			return collection{}, fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
		if article {
			c.sources = append(c.sources, source{path: filepath.Join(dir, "html", t.ID+".html.gz"), url: t.URL})
			c.truths[t.ID] = t
		}
	}
	c.sort()
	return c, nil
}

// readWCXBTruth reads the gold data of one page and says whether it is an article.
func readWCXBTruth(path string) (truth, bool, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return truth{}, false, err
	}
	var file struct {
		URL      string `json:"url"`
		Internal struct {
			PageType struct {
				Primary string `json:"primary"`
			} `json:"page_type"`
		} `json:"_internal"`
		GroundTruth struct {
			Title       string `json:"title"`
			Author      string `json:"author"`
			PublishDate string `json:"publish_date"`
			MainContent string `json:"main_content"`
		} `json:"ground_truth"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return truth{}, false, err
	}
	g := file.GroundTruth
	t := truth{
		ID: strings.TrimSuffix(filepath.Base(path), ".json"), Set: "wcxb", URL: file.URL,
		Text: g.MainContent, Title: g.Title, Date: g.PublishDate,
	}
	if g.Author != "" {
		t.Authors = []authorName{authorName(g.Author)}
	}
	return t, file.Internal.PageType.Primary == "article", nil
}

// sort puts the pages in the order of their paths, so that -n takes the same ones every time.
func (c *collection) sort() {
	slices.SortFunc(c.sources, func(a, b source) int { return strings.Compare(a.path, b.path) })
}
