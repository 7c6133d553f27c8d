package newsbeam

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/window"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/newspage-go/newspage"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExtractOnePage(t *testing.T) {
	f := &extractFn{MaxBytes: 5000}
	for _, c := range []struct {
		name string
		page Page
		kind FailureKind
		line string // its beginning
	}{
		{"article", Page{Input: "a", HTML: []byte(story("Bridge opens"))}, "", `{"input":"a","url":"https://ledger.example/bridge-opens","title":"Bridge opens"`},
		{"no article", Page{Input: "a", HTML: []byte("<title>Cart</title><p>Empty.")}, FailedNoArticle, `{"input":"a","title":"Cart","confidence":0.`},
		{"no page", Page{Input: "a", HTML: []byte("%PDF-1.4 \x00\x01\x02\x03")}, FailedNotHTML, `{"input":"a","error":"`},
		{"too large", Page{Input: "a", HTML: make([]byte, 5001)}, FailedTooLarge, `{"input":"a","error":"page is too large`},
		{"address unreadable", Page{Input: "a", URL: "http://[", HTML: []byte(story("Bridge opens"))}, "", `{"input":"a","url":"https://ledger.example/bridge-opens"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := f.extract(c.page)
			assert.Equal(t, c.kind, got.Kind)
			assert.Equal(t, c.kind == "", got.Error == "")
			line, err := resultLine(got.Result)
			require.NoError(t, err)
			assert.Equal(t, c.line, string(line[:min(len(line), len(c.line))]))
			assert.True(t, json.Valid(line))
			got.line = nil // As after a way from one worker to another.
			again, err := resultLine(got.Result)
			require.NoError(t, err)
			assert.Equal(t, string(line), string(again))
			assert.Equal(t, len(c.page.HTML), got.size)
		})
	}
}

// A Result comes from another worker as it was, times without a zone too.
func TestResultCoder(t *testing.T) {
	want := Result{Input: "a", URL: "https://a.example/", Fetched: 1, Article: &newspage.Article{
		Title:     "<b> & \u2028",
		Published: time.Date(2025, 6, 14, 9, 30, 0, 0, newspage.Floating),
		Modified:  time.Date(2025, 6, 15, 0, 0, 0, 0, newspage.DateOnly),
		Body:      []newspage.Block{{Kind: newspage.KindParagraph, Text: "x"}},
	}}
	data, err := encodeResult(want)
	require.NoError(t, err)
	got, err := decodeResult(data)
	require.NoError(t, err)
	assert.Equal(t, want, got)
	before, err := resultLine(want)
	require.NoError(t, err)
	after, err := resultLine(got)
	require.NoError(t, err)
	assert.Equal(t, string(before), string(after))
}

// Many threads give the Results of one, in the same order.
func TestThreadsKeepTheOrder(t *testing.T) {
	run := func(threads int) (inputs []string, failures int) {
		f := &extractFn{Threads: threads}
		emit := func(r Result) { inputs = append(inputs, r.Input) }
		fail := func(Failure) { failures++ }
		ctx := context.Background()
		f.StartBundle(ctx, emit, fail)
		for i := range 50 {
			html := story(fmt.Sprint("Bridge ", i))
			if i%5 == 0 {
				html = "<p>no"
			}
			require.NoError(t, f.ProcessElement(ctx, window.GlobalWindow{}, Page{Input: fmt.Sprint(i), HTML: []byte(html)}, emit, fail))
		}
		f.FinishBundle(ctx, emit, fail)
		return inputs, failures
	}
	one, failed := run(1)
	require.Len(t, one, 50)
	require.Equal(t, 10, failed)
	many, failed := run(4)
	assert.Equal(t, one, many)
	assert.Equal(t, 10, failed)
}

// With threads a Result could not keep its page's window, so it is refused.
func TestThreadsWantTheGlobalWindow(t *testing.T) {
	build := func(threads int) *beam.Pipeline {
		p, s := beam.NewPipelineWithRoot()
		pages := beam.Create(s, Page{Input: "a", HTML: []byte(story("Bridge opens"))})
		Extract(s, beam.WindowInto(s, window.NewFixedWindows(time.Minute), pages), ExtractOptions{Threads: threads})
		return p
	}
	require.NoError(t, ptest.Run(build(1)))
	err := ptest.Run(build(2))
	require.ErrorContains(t, err, "global window")
}
