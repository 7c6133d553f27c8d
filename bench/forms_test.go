package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// writeFiles writes files by path under a new folder; those that end in .gz are packed.
func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		data := []byte(text)
		if strings.HasSuffix(name, ".gz") {
			data = pack(t, data)
		}
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func pack(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// shape is what the tests look at of the pages that were read.
func shape(pages []page) []string {
	var list []string
	for _, p := range pages {
		list = append(list, p.ID+" "+p.URL.String()+" "+string(p.HTML))
	}
	return list
}

func TestReadInputs(t *testing.T) {
	for _, c := range []struct {
		name   string
		files  map[string]string
		want   []string
		truths map[string]truth
	}{
		{
			name:  "plain, with folders in it",
			files: map[string]string{"b/two.html.gz": "2", "one.html": "1", "notes.txt": "no page"},
			want:  []string{"two https://page.invalid/ 2", "one https://page.invalid/ 1"},
		},
		{
			name: "corpus",
			files: map[string]string{
				"manifest.jsonl":  `{"path":"pages/x.html.gz","url":"https://x.example/a"}` + "\n\n",
				"pages/x.html.gz": "x", "pages/unlisted.html.gz": "u",
			},
			want: []string{"x https://x.example/a x"},
		},
		{
			name: "article-extraction-benchmark",
			files: map[string]string{
				"ground-truth.json": `{"b":{"articleBody":"B","url":"https://b.example/"},"a":{"articleBody":"A","url":"https://a.example/"}}`,
				"html/a.html.gz":    "a", "html/b.html.gz": "b",
			},
			want: []string{"a https://a.example/ a", "b https://b.example/ b"},
			truths: map[string]truth{
				"a": {ID: "a", Set: "aeb", URL: "https://a.example/", Text: "A"},
				"b": {ID: "b", Set: "aeb", URL: "https://b.example/", Text: "B"},
			},
		},
		{
			name: "WCXB, the articles alone",
			files: map[string]string{
				"ground-truth/0001.json": `{"url":"https://w.example/","_internal":{"page_type":{"primary":"article"}},
					"ground_truth":{"title":"T","author":"A","publish_date":"2025-01-15","main_content":"M"}}`,
				"ground-truth/0002.json": `{"url":"https://shop.example/","_internal":{"page_type":{"primary":"product"}},"ground_truth":{"author":null}}`,
				"html/0001.html.gz":      "w", "html/0002.html.gz": "s",
			},
			want: []string{"0001 https://w.example/ w"},
			truths: map[string]truth{
				"0001": {ID: "0001", Set: "wcxb", URL: "https://w.example/", Text: "M", Title: "T", Authors: []authorName{"A"}, Date: "2025-01-15"},
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			pages, truths, err := readInputs(settings{pages: writeFiles(t, c.files)})
			if err != nil {
				t.Fatal(err)
			}
			if got := shape(pages); !reflect.DeepEqual(got, c.want) {
				t.Errorf("pages %q, want %q", got, c.want)
			}
			if !reflect.DeepEqual(truths, c.truths) {
				t.Errorf("truths %v, want %v", truths, c.truths)
			}
		})
	}
}

func TestReadInputsWithATruthFile(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"pages/x.html": "x",
		"truth.jsonl":  `{"id":"x","set":"s","url":"https://x.example/","text":"T","authors":["A",{"name":"B"}],"standfirst":["S"],"paragraphs":["P"]}`,
	})
	pages, truths, err := readInputs(settings{pages: filepath.Join(dir, "pages"), truth: filepath.Join(dir, "truth.jsonl")})
	if err != nil {
		t.Fatal(err)
	}
	if got := pages[0].URL.String(); got != "https://x.example/" {
		t.Errorf("the page's address is %q, not the truth's", got)
	}
	want := truth{
		ID: "x", Set: "s", URL: "https://x.example/", Text: "T", Authors: []authorName{"A", "B"},
		Standfirst: []string{"S"}, Paragraphs: []string{"P"},
	}
	if !reflect.DeepEqual(truths["x"], want) {
		t.Errorf("got %+v, want %+v", truths["x"], want)
	}
}

func TestReadInputsFails(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"no pages":               {"notes.txt": ""},
		"a page that is not":     {"manifest.jsonl": `{"path":"gone.html"}`},
		"a line that is no JSON": {"manifest.jsonl": `{`},
		"gold that is no JSON":   {"ground-truth.json": `[`},
	} {
		if _, _, err := readInputs(settings{pages: writeFiles(t, files)}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestSpread(t *testing.T) {
	all := make([]source, 10)
	for i := range all {
		all[i].path = string(rune('0' + i))
	}
	for n, want := range map[int]string{0: "0123456789", 3: "036", 4: "0257", 10: "0123456789", 99: "0123456789"} {
		got := ""
		for _, s := range spread(all, n) {
			got += s.path
		}
		if got != want {
			t.Errorf("spread %d: %q, want %q", n, got, want)
		}
	}
}
