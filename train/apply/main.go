// Command apply parses a corpus with the models of a cross-validation, each
// page with the models that have seen no page of its site, and prints JSON Lines
// as the newspage command does. The models are fold0.bin to fold4.bin and,
// where there are any, page0.bin to page4.bin. Beside the articles it writes
// what pages are judged by, for training: NAME.rows (float32, row after row)
// and NAME.index (JSON Lines: id, kind, fold). With -trace it prints the trace
// of a single page in place of all that.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
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
	trace := flag.String("trace", "", "id of a page whose blocks to print, with their roles and the reasons for them")
	flag.Parse()
	if err := run(*dir, *models, *out, *trace); err != nil {
		log.Fatal("apply: ", err)
	}
}

func run(dir, models, out, trace string) error {
	pages, err := corpus.Read(dir)
	if err != nil {
		return err
	}
	var folds [corpus.Folds]expose.Models
	for i := range folds {
		if folds[i].Body, err = os.ReadFile(filepath.Join(models, fmt.Sprintf("fold%d.bin", i))); err != nil {
			return err
		}
		folds[i].Page, err = os.ReadFile(filepath.Join(models, fmt.Sprintf("page%d.bin", i)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if trace != "" {
		return traceOne(pages, folds[:], trace)
	}
	lines := make([][]byte, len(pages))
	rows := make([][]float32, len(pages))
	errs := make([]error, len(pages))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.NumCPU() {
		wg.Go(func() {
			for i := range next {
				lines[i], rows[i], errs[i] = parse(pages[i], folds[pages[i].Fold()])
			}
		})
	}
	for i := range pages {
		next <- i
	}
	close(next)
	wg.Wait()
	if err := writeRows(out, pages, rows); err != nil {
		return err
	}
	return write(out, pages, lines, errs)
}

// traceOne prints the trace of the page with the id.
func traceOne(pages []*corpus.Page, folds []expose.Models, id string) error {
	for _, p := range pages {
		if p.ID == id {
			models := folds[p.Fold()]
			models.Trace = os.Stdout
			_, _, err := parse(p, models)
			return err
		}
	}
	return fmt.Errorf("no page %q in the corpus", id)
}

// parse returns a page's line of output and the row it was judged by.
func parse(p *corpus.Page, models expose.Models) (line []byte, row []float32, err error) {
	r, err := p.Open()
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	data, row, failure := expose.Parse(r, p.URL, models)
	fields := map[string]json.RawMessage{}
	if len(data) > 0 {
		if err := json.Unmarshal(data, &fields); err != nil {
			return nil, nil, err
		}
	}
	if fields["input"], err = json.Marshal(p.ID); err != nil {
		return nil, nil, err
	}
	if failure != nil {
		if fields["error"], err = json.Marshal(failure.Error()); err != nil {
			return nil, nil, err
		}
	}
	line, err = json.Marshal(fields)
	return line, row, err
}

// writeRows writes the rows that the pages were judged by, and which pages they are.
func writeRows(out string, pages []*corpus.Page, rows [][]float32) error {
	var data, index bytes.Buffer
	for i, p := range pages {
		if len(rows[i]) == 0 {
			continue
		}
		if err := binary.Write(&data, binary.LittleEndian, rows[i]); err != nil {
			return err
		}
		line, err := json.Marshal(map[string]any{"id": p.ID, "kind": p.Kind, "fold": p.Fold()})
		if err != nil {
			return err
		}
		index.Write(append(line, '\n'))
	}
	names, err := json.Marshal(expose.PageNames())
	if err != nil {
		return err
	}
	for suffix, b := range map[string][]byte{".rows": data.Bytes(), ".index": index.Bytes(), ".names": names} {
		if err := os.WriteFile(out+suffix, b, 0o644); err != nil {
			return err
		}
	}
	return nil
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
