package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// newSite serves one page of each kind on the loopback.
func newSite(t *testing.T) string {
	mux := http.NewServeMux()
	mux.HandleFunc("/story", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		io.WriteString(w, "story "+r.UserAgent())
	})
	mux.HandleFunc("/hop", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.FormValue("n"))
		to := "/hop?n=" + strconv.Itoa(n-1)
		if n <= 1 {
			to = "/story?last"
		}
		http.Redirect(w, r, to, http.StatusFound)
	})
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/hostname", http.StatusFound)
	})
	mux.HandleFunc("/gone", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	mux.HandleFunc("/empty", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("/zipped", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, gzipped(t, "zipped"))
	})
	mux.HandleFunc("/page.html.gz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/gzip")
		io.WriteString(w, gzipped(t, "file"))
	})
	mux.HandleFunc("/long", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "5000")
		io.WriteString(w, strings.Repeat("x", 5000))
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for r.Context().Err() == nil {
			if _, err := z.Write(make([]byte, 1<<16)); err != nil || z.Flush() != nil {
				return
			}
			w.(http.Flusher).Flush()
		}
	})
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "900")
		io.WriteString(w, "cut")
	})
	mux.HandleFunc("/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/stuck", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "begin")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestFetch(t *testing.T) {
	site := newSite(t)
	agent := "newspage/" + version() + " (+https://github.com/newspage-go/newspage)"
	tests := []struct {
		path string
		want line
	}{
		{"/story", line{URL: "/story", Title: "story " + agent, Section: "text/html; charset=iso-8859-1"}},
		{"/hop?n=10", line{URL: "/story?last", Title: "story " + agent, Section: "text/html; charset=iso-8859-1"}},
		{"/hop?n=11", line{Error: "more than 10 redirects"}},
		{"/away", line{Error: `unsupported protocol scheme "file"`}},
		{"/gone", line{Error: "the server answered 410 Gone"}},
		{"/empty", line{Error: "the server answered 204 No Content"}},
		{"/zipped", line{URL: "/zipped", Title: "zipped", Section: "text/html"}},
		{"/page.html.gz", line{URL: "/page.html.gz", Title: "file", Section: "application/gzip"}},
		{"/long", line{Error: "page is too large"}},
		{"/endless", line{Error: "page is too large"}},
		{"/cut", line{Error: "reading the page: the server ended the page too early"}},
	}
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			t.Parallel()
			want := tt.want
			want.Input = site + tt.path
			if want.URL != "" {
				want.URL = site + want.URL
			}
			got := cli("-format", "jsonl", "-max-bytes", "4000", want.Input)
			assert.Equal(t, []line{want}, lines(t, got.stdout))
			if want.Error == "" {
				assert.Equal(t, exitOK, got.code)
				return
			}
			assert.Equal(t, exitFailed, got.code)
			assert.Equal(t, fmt.Sprintf("newspage: %s: %s\n", want.Input, want.Error), got.stderr)
		})
	}
}

// TestFetchTimeout holds that -timeout covers the wait for an answer and for
// the page that follows it.
func TestFetchTimeout(t *testing.T) {
	site := newSite(t)
	for _, path := range []string{"/silent", "/stuck"} {
		got := cli("-format", "text", "-timeout", "200ms", site+path)
		assert.Equal(t, exitFailed, got.code)
		assert.Empty(t, got.stdout)
		assert.Regexp(t, "^newspage: "+site+path+": (reading the page: )?not fetched within 200ms\n$", got.stderr)
	}
}

func TestFetchWithGivenAddress(t *testing.T) {
	site := newSite(t)
	got := cli("-format", "jsonl", "-url", "https://example.com/a", site+"/story")
	assert.Equal(t, "https://example.com/a", lines(t, got.stdout)[0].URL)
}

func TestFetchKeepsPasswordsOut(t *testing.T) {
	site := newSite(t)
	got := cli("-format", "jsonl", strings.Replace(site, "://", "://user:secret@", 1)+"/story")
	assert.Equal(t, site+"/story", lines(t, got.stdout)[0].URL)
}

func TestFetchNobodyThere(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	start := time.Now()
	got := cli("-format", "text", server.URL, "http://[::1")
	assert.Less(t, time.Since(start), 20*time.Second)
	assert.Equal(t, exitFailed, got.code)
	all := strings.Split(got.stderr, "\n")
	require.Len(t, all, 3)
	assert.Contains(t, all[0], "newspage: "+server.URL+": dial tcp ")
	assert.Equal(t, 1, strings.Count(all[0], "http://"))
	assert.Contains(t, all[1], "broken address")
}
