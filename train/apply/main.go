// Command apply parses a corpus with the models of a cross-validation, each
// page with the model that has seen no page of its site, and prints JSON Lines
// as the newspage command does. The models are fold0.bin to fold4.bin.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	_ "github.com/newspage-go/newspage" // fills in expose
	"github.com/newspage-go/newspage/internal/expose"
	"github.com/newspage-go/newspage/train/internal/corpus"
)

func main() {
	dir := flag.String("corpus", "", "folder with manifest.jsonl and truth.jsonl")
	models := flag.String("models", "", "folder with fold0.bin to fold4.bin")
	out := flag.String("out", "", "file for the articles; the pages that are none go to the same name with .others")
	flag.Parse()
	if err := run(*dir, *models, *out); err != nil {
		log.Fatal("apply: ", err)
	}
}

func run(dir, models, out string) error {
	pages, err := corpus.Read(dir)
	if err != nil {
		return err
	}
	var folds [corpus.Folds][]byte
	for i := range folds {
		if folds[i], err = os.ReadFile(filepath.Join(models, fmt.Sprintf("fold%d.bin", i))); err != nil {
			return err
		}
	}
	lines := make([][]byte, len(pages))
	errs := make([]error, len(pages))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.NumCPU() {
		wg.Go(func() {
			for i := range next {
				lines[i], errs[i] = parse(pages[i], folds[pages[i].Fold()])
			}
		})
	}
	for i := range pages {
		next <- i
	}
	close(next)
	wg.Wait()
	return write(out, pages, lines, errs)
}

// parse returns a page's line of output.
func parse(p *corpus.Page, model []byte) ([]byte, error) {
	r, err := p.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, failure := expose.Parse(r, p.URL, model)
	fields := map[string]json.RawMessage{}
	if len(data) > 0 {
		if err := json.Unmarshal(data, &fields); err != nil {
			return nil, err
		}
	}
	if fields["input"], err = json.Marshal(p.ID); err != nil {
		return nil, err
	}
	if failure != nil {
		if fields["error"], err = json.Marshal(failure.Error()); err != nil {
			return nil, err
		}
	}
	return json.Marshal(fields)
}

func write(out string, pages []*corpus.Page, lines [][]byte, errs []error) error {
	articles, err := os.Create(out)
	if err != nil {
		return err
	}
	others, err := os.Create(out + ".others")
	if err != nil {
		return err
	}
	a, o := bufio.NewWriter(articles), bufio.NewWriter(others)
	for i, line := range lines {
		if errs[i] != nil {
			return fmt.Errorf("%s: %w", pages[i].ID, errs[i])
		}
		w := a
		if pages[i].Kind != "article" {
			w = o
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	if err := a.Flush(); err != nil {
		return err
	}
	if err := o.Flush(); err != nil {
		return err
	}
	if err := articles.Close(); err != nil {
		return err
	}
	return others.Close()
}
