// Command export writes the features and labels of a corpus's text blocks for
// the trainer: rows.f32 (features, row after row), labels.u8, weights.f32,
// pages.jsonl (id, set, kind, fold and number of rows of each page, in order)
// and names.json.
//
// A block is body where at least 60 % of its runs of four words stand in the
// gold text; a block of fewer words, where it is a line of the gold text or a
// run of its words. Its weight is (words+1)^0.6, divided by the gold text's
// size to the same power, at most 1, so that every page counts about alike;
// the news sets count double. Pages whose gold text is not in the page (it
// was loaded by scripts, or is another page's) are left out.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"unicode"

	_ "github.com/newspage-go/newspage" // fills in expose
	"github.com/newspage-go/newspage/internal/expose"
	"github.com/newspage-go/newspage/train/internal/corpus"
)

func main() {
	dir := flag.String("corpus", "", "folder with manifest.jsonl and truth.jsonl")
	out := flag.String("out", "", "folder to write to")
	sample := flag.String("sample", "", "folder of HTML pages of which some rows are written to sample.f32, for comparing predictions")
	flag.Parse()
	if err := run(*dir, *out); err != nil {
		log.Fatal("export: ", err)
	}
	if *sample != "" {
		if err := writeSample(*sample, filepath.Join(*out, "sample.f32")); err != nil {
			log.Fatal("export: ", err)
		}
	}
}

// sampled is how many blocks of a page stand for one that is sampled.
const sampled = 12

// writeSample writes the features of every twelfth block of the pages in a folder.
func writeSample(dir, path string) error {
	pages, err := filepath.Glob(filepath.Join(dir, "*.html"))
	if err != nil {
		return err
	}
	var rows []float32
	for _, page := range pages {
		f, err := os.Open(page)
		if err != nil {
			return err
		}
		u := &url.URL{Scheme: "https", Host: "news.example", Path: "/" + filepath.Base(page)}
		blocks, err := expose.Blocks(f, u)
		_ = f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", page, err)
		}
		for k := range blocks.Texts {
			if k%sampled == 0 {
				rows = append(rows, blocks.Rows[k*blocks.Features:(k+1)*blocks.Features]...)
			}
		}
	}
	return writeFile(path, rows)
}

// A sheet is one page's rows.
type sheet struct {
	page    *corpus.Page
	rows    []float32
	labels  []byte
	weights []float32
}

func run(dir, out string) error {
	pages, err := corpus.Read(dir)
	if err != nil {
		return err
	}
	sheets := make([]*sheet, len(pages))
	errs := make([]error, len(pages))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.NumCPU() {
		wg.Go(func() {
			for i := range next {
				sheets[i], errs[i] = read(pages[i])
			}
		})
	}
	for i := range pages {
		next <- i
	}
	close(next)
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("%s: %w", pages[i].ID, err)
		}
	}
	return write(out, sheets)
}

// read labels one page's blocks. A page that is no article has no body.
func read(p *corpus.Page) (*sheet, error) {
	r, err := p.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	blocks, err := expose.Blocks(r, p.URL)
	if err != nil {
		return nil, err
	}
	s := &sheet{page: p, rows: blocks.Rows}
	g := newGold(p.Gold)
	covered := 0
	for _, text := range blocks.Texts {
		w := words(text)
		body, found := g.holds(w)
		covered += found
		label := byte(0)
		if body {
			label = 1
		}
		weight := math.Min(1, math.Pow(float64(len(w)+1), 0.6)/math.Pow(float64(len(g.words)+1), 0.6))
		if p.Set == "aeb" || p.Set == "fundus" {
			weight *= 2
		}
		if p.Kind != "article" {
			weight = 0 // whether a page is an article is another model's question
		}
		s.labels = append(s.labels, label)
		s.weights = append(s.weights, float32(weight))
	}
	if p.Kind == "article" && float64(covered) < 0.4*float64(len(g.runs)) {
		for i := range s.weights {
			s.weights[i] = 0 // the gold text is not in the page
		}
	}
	return s, nil
}

// gold is a page's gold text, for looking up runs of words.
type gold struct {
	words []string
	runs  map[string]bool // runs of four words
	short map[string]bool // runs of two and three words
	lines map[string]bool // whole lines
}

func newGold(text string) *gold {
	g := &gold{words: words(text), runs: map[string]bool{}, short: map[string]bool{}, lines: map[string]bool{}}
	for i := range g.words {
		for n := 2; n <= 4 && i+n <= len(g.words); n++ {
			run := strings.Join(g.words[i:i+n], " ")
			if n == 4 {
				g.runs[run] = true
			} else {
				g.short[run] = true
			}
		}
	}
	for line := range strings.SplitSeq(text, "\n") {
		g.lines[strings.Join(words(line), " ")] = true
	}
	return g
}

// holds says whether a block's words are body, and how many of its runs of four words are in the gold text.
func (g *gold) holds(w []string) (bool, int) {
	if len(w) == 0 {
		return false, 0
	}
	if len(w) < 4 {
		all := strings.Join(w, " ")
		return g.lines[all] || g.short[all], 0
	}
	hit := 0
	for i := 0; i+4 <= len(w); i++ {
		if g.runs[strings.Join(w[i:i+4], " ")] {
			hit++
		}
	}
	return float64(hit) >= 0.6*float64(len(w)-3), hit
}

// words cuts a text into words in lower case; a CJK character is one.
func words(s string) []string {
	var out []string
	start := -1
	s = strings.ToLower(s)
	for i, r := range s {
		cjk := unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if start >= 0 && (cjk || !letter) {
			out = append(out, s[start:i])
			start = -1
		}
		if cjk {
			out = append(out, string(r))
		} else if letter && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, s[start:])
	}
	return out
}

func write(dir string, sheets []*sheet) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var rows, weights []float32
	var labels []byte
	var index strings.Builder
	for _, s := range sheets {
		rows = append(rows, s.rows...)
		weights = append(weights, s.weights...)
		labels = append(labels, s.labels...)
		line, err := json.Marshal(map[string]any{"id": s.page.ID, "set": s.page.Set, "kind": s.page.Kind, "fold": s.page.Fold(), "rows": len(s.labels)})
		if err != nil {
			return err
		}
		index.Write(append(line, '\n'))
	}
	names, err := json.Marshal(expose.Names())
	if err != nil {
		return err
	}
	for name, v := range map[string]any{
		"rows.f32": rows, "weights.f32": weights, "labels.u8": labels, "pages.jsonl": []byte(index.String()), "names.json": names,
	} {
		if err := writeFile(filepath.Join(dir, name), v); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(path string, v any) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	if err := binary.Write(w, binary.LittleEndian, v); err != nil {
		_ = f.Close()
		return err
	}
	if err := w.Flush(); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}
