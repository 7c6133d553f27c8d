package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/newspage-go/newspage"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOrder holds the order of the output where every third page is slow, at
// any number of workers.
func TestOrder(t *testing.T) {
	files := map[string]string{}
	var want []string
	for i := range 40 {
		text := fmt.Sprintf("page %02d", i)
		if i%3 == 0 {
			text = "slow " + text
		}
		files[fmt.Sprintf("%02d.html", i)] = text
		want = append(want, text)
	}
	dir := folder(t, files)
	for _, workers := range []string{"1", "3", "50"} {
		got := cli("-j", workers, "-format", "jsonl", dir)
		assert.Equal(t, exitOK, got.code)
		assert.Equal(t, want, titles(lines(t, got.stdout)), "-j %s", workers)
	}
}

// waitFor waits until done, but not for ever: the test's own assertion says then what is missing.
func waitFor(done func() bool) {
	for deadline := time.Now().Add(10 * time.Second); !done() && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
}

// TestWorkers holds that -j pages are parsed at once, and no more.
func TestWorkers(t *testing.T) {
	var args []string
	file := page(t, "A")
	for range 12 {
		args = append(args, file)
	}
	var now, most atomic.Int32
	parse := func(r io.Reader, o *newspage.Options) (*newspage.Article, error) {
		n := now.Add(1)
		defer now.Add(-1)
		for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		waitFor(func() bool { return most.Load() >= 3 })
		time.Sleep(5 * time.Millisecond)
		return fakeParse(r, o)
	}
	got := cliWith(parse, "", append(args, "-j", "3", "-format", "jsonl")...)
	assert.Len(t, lines(t, got.stdout), 12)
	assert.Equal(t, int32(3), most.Load())
}

// TestWindow holds that a slow first page does not let the pages behind it
// pile up: with it unprinted, no more than the window is parsed.
func TestWindow(t *testing.T) {
	var list strings.Builder
	list.WriteString(`{"path": "first.html"}` + "\n")
	for range 500 {
		list.WriteString(`{"path": "a.html"}` + "\n")
	}
	dir := folder(t, map[string]string{"m.jsonl": list.String(), "first.html": "first", "a.html": "A"})
	const workers = 2
	var parsed, ahead atomic.Int32
	parse := func(r io.Reader, o *newspage.Options) (*newspage.Article, error) {
		a, err := fakeParse(r, o)
		if a.Title == "first" {
			waitFor(func() bool { return parsed.Load() >= workers*windowPerWorker })
			time.Sleep(50 * time.Millisecond)
			ahead.Store(parsed.Load())
			return a, err
		}
		parsed.Add(1)
		return a, err
	}
	got := cliWith(parse, "", "-j", fmt.Sprint(workers), "-format", "jsonl", "-manifest", filepath.Join(dir, "m.jsonl"))
	require.Len(t, lines(t, got.stdout), 501)
	assert.Equal(t, int32(workers*windowPerWorker), ahead.Load())
}

func TestBadPageDoesNotEndBatch(t *testing.T) {
	dir := folder(t, map[string]string{"a.html": "A", "b.html": "panic", "c.html": "C", "d.html.gz": "\x1f\x8b", "e.html": "E"})
	got := cli("-format", "jsonl", dir)
	assert.Equal(t, exitFailed, got.code)
	all := lines(t, got.stdout)
	assert.Equal(t, []string{"A", "", "C", "", "E"}, titles(all))
	assert.Equal(t, "internal error, please report it with the page: panic: lost", all[1].Error)
	assert.Equal(t, 2, strings.Count(got.stderr, "\n"))
}
