package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

var stories = []string{"bridge", "ferry", "harbour"}

// storyText are the paragraphs of a made-up story, long enough for every extractor.
func storyText(name string) []string {
	var paras []string
	for i := range 6 {
		paras = append(paras, fmt.Sprintf("In part %d of the story, the council said that the %s would be open again by the autumn, "+
			"a year earlier than anyone in the town had dared to hope, and that the work had cost less than was planned.", i+1, name))
	}
	return paras
}

func storyPage(name string) string {
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The ` + name + ` reopens</title>
<meta property="article:published_time" content="2025-06-14T09:30:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>The ` + name + ` reopens</h1><p>` +
		strings.Join(storyText(name), "</p>\n<p>") + `</p></article><footer>All rights reserved</footer></body></html>`
}

// storyFolder is a folder of three pages with their truth, and the arguments that name it.
func storyFolder(t *testing.T) []string {
	files := map[string]string{}
	var truths strings.Builder
	enc := json.NewEncoder(&truths)
	for _, name := range stories {
		files["pages/"+name+".html.gz"] = storyPage(name)
		err := enc.Encode(map[string]any{
			"id": name, "set": "made-up", "url": "https://ledger.example/" + name, "title": "The " + name + " reopens",
			"text": strings.Join(storyText(name), "\n\n"), "paragraphs": storyText(name), "date": "2025-06-14",
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	files["truth.jsonl"] = truths.String()
	dir := writeFiles(t, files)
	return []string{"-pages", filepath.Join(dir, "pages"), "-truth", filepath.Join(dir, "truth.jsonl"), "-runs", "1"}
}

func TestCommandWritesJSON(t *testing.T) {
	var out, errs strings.Builder
	if code := run(append(storyFolder(t), "-json"), &out, &errs); code != exitOK {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	var r report
	if err := json.Unmarshal([]byte(out.String()), &r); err != nil {
		t.Fatal(err)
	}
	if r.Pages != 3 || len(r.Speed) != len(extractors())+1 || len(r.Accuracy) != len(extractors()) {
		t.Fatalf("got %s", out.String())
	}
	for _, s := range r.Speed {
		if s.Median <= 0 || s.MBps <= 0 || s.Allocs <= 0 || len(s.Failures) > 0 {
			t.Errorf("%+v", s)
		}
	}
	for _, a := range r.Accuracy {
		if a.Pages != 3 || a.Figures[figWords] < 0.9 {
			t.Errorf("%+v", a)
		}
	}
}

func TestCommandWritesMarkdownOfTheChosen(t *testing.T) {
	var out, errs strings.Builder
	if code := run(append(storyFolder(t), "-only", "newspage", "-n", "2"), &out, &errs); code != exitOK {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	for _, want := range []string{"2 pages, ", "| html.Parse |", "| newspage | this checkout |", "| made-up (2) | newspage | 1.000 |"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "trafilatura") {
		t.Error("an extractor ran that was not asked for")
	}
}

func TestCommandSaysThatNothingIsCollected(t *testing.T) {
	for flag, want := range map[string]bool{"-collect=false": true, "-collect": false} {
		var out, errs strings.Builder
		if code := run(append(storyFolder(t), "-only", "newspage", "-n", "1", flag), &out, &errs); code != exitOK {
			t.Fatalf("exit %d: %s", code, errs.String())
		}
		if got := strings.Contains(out.String(), "runs, no collection between calls, "); got != want {
			t.Errorf("%s: %s", flag, out.String())
		}
	}
}

func TestCommandRefuses(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{nil, exitUsage, "-pages is missing"},
		{[]string{"-pages", "x", "y"}, exitUsage, "unexpected argument y"},
		{[]string{"-pages", "x", "-n", "-1"}, exitUsage, "-n is negative"},
		{[]string{"-pages", "x", "-runs", "0"}, exitUsage, "-runs must be 1 or more"},
		{[]string{"-pages", "x", "-only", "nobody"}, exitUsage, `no extractor is called "nobody"`},
		{[]string{"-pages", t.TempDir()}, exitFailed, "no pages found"},
		{[]string{"-h"}, exitOK, "-pages"},
	} {
		var out, errs strings.Builder
		if code := run(c.args, &out, &errs); code != c.code || !strings.Contains(errs.String(), c.want) {
			t.Errorf("%q: exit %d, %q", c.args, code, errs.String())
		}
	}
}
