package newsbeam

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/window"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/jsonl"
)

func init() {
	register.DoFn5x1[context.Context, beam.Window, Page, func(Result), func(Failure), error](&extractFn{})
	register.Emitter1[Result]()
	register.Emitter1[Failure]()
}

// ExtractOptions say how pages are parsed. The zero value is right for most.
type ExtractOptions struct {
	// MaxBytes is the largest page that is parsed; 0: newspage.DefaultMaxBytes.
	MaxBytes int64
	// Threads is how many pages of one bundle are parsed at once. 0 and 1: one
	// after the other, which is right where the runner works on several bundles
	// at once, as most do. More is for runners that do not, such as Prism; the
	// pages must then be in the global window, and the Results have no
	// timestamps of their own.
	Threads int
}

// Extract turns a PCollection<Page> into a PCollection<Result>, one for each
// page, and a PCollection<Failure>, one for each page that has no article.
// Pages that failed are in both.
func Extract(s beam.Scope, pages beam.PCollection, opts ExtractOptions) (results, failures beam.PCollection) {
	s = s.Scope("newspage.Extract")
	return beam.ParDo2(s, &extractFn{MaxBytes: opts.MaxBytes, Threads: opts.Threads}, pages)
}

// windowPerThread is how many pages may be under way for each thread. It bounds
// the memory, and keeps the threads busy behind a page that takes long.
const windowPerThread = 4

type extractFn struct {
	MaxBytes int64
	Threads  int

	underWay []chan extracted // oldest first
	free     chan struct{}    // a token for each thread
}

// An extracted is a Result with what the metrics want to know of the page.
type extracted struct {
	Result
	size int
	took time.Duration
}

func (f *extractFn) StartBundle(_ context.Context, _ func(Result), _ func(Failure)) {
	f.underWay = nil
	f.free = make(chan struct{}, max(f.Threads, 1))
}

func (f *extractFn) ProcessElement(ctx context.Context, w beam.Window, page Page, emit func(Result), fail func(Failure)) error {
	if f.Threads <= 1 {
		deliver(ctx, f.extract(page), emit, fail)
		return nil
	}
	if _, ok := w.(window.GlobalWindow); !ok {
		return errors.New("newspage.Extract: with more than one thread the pages must be in the global window; set Threads to 1")
	}
	if len(f.underWay) >= f.Threads*windowPerThread {
		f.deliverOldest(ctx, emit, fail)
	}
	done := make(chan extracted, 1)
	f.underWay = append(f.underWay, done)
	free := f.free
	go func() {
		free <- struct{}{}
		done <- f.extract(page)
		<-free
	}()
	return nil
}

func (f *extractFn) FinishBundle(ctx context.Context, emit func(Result), fail func(Failure)) {
	for len(f.underWay) > 0 {
		f.deliverOldest(ctx, emit, fail)
	}
}

func (f *extractFn) deliverOldest(ctx context.Context, emit func(Result), fail func(Failure)) {
	e := <-f.underWay[0]
	f.underWay = f.underWay[1:]
	deliver(ctx, e, emit, fail)
}

// deliver counts and emits. It is called from the goroutine of the bundle alone.
func deliver(ctx context.Context, e extracted, emit func(Result), fail func(Failure)) {
	countPage(ctx, e.size, e.took)
	if e.Kind == "" {
		articlesCounter.Inc(ctx, 1)
	} else {
		countFailure(ctx, e.Kind)
		fail(Failure{Input: e.Input, URL: e.URL, Kind: e.Kind, Error: e.Error})
	}
	emit(e.Result)
}

// extract does all of one page that needs nothing of Beam. Many goroutines may
// call it at once.
func (f *extractFn) extract(page Page) extracted {
	start := time.Now()
	r := Result{Input: page.Input, URL: page.URL, Fetched: page.Fetched}
	article, err := parse(page, f.MaxBytes)
	if err == nil || errors.Is(err, newspage.ErrNoArticle) {
		r.Article = article
	}
	if err == nil {
		r.line, err = encodeLine(r.Input, r.Article, "")
	}
	if err != nil {
		r.Kind, r.Error = kindOf(err), jsonl.Message(err)
		r.line, err = encodeLine(r.Input, r.Article, r.Error)
		if err != nil { // What the page says of itself cannot be written.
			r.Article, r.line = nil, nil
		}
	}
	return extracted{r, len(page.HTML), time.Since(start)}
}

// parse parses a page. A panic, which is a defect of newspage, is the page's
// error, so that it does not take the bundle with it.
func parse(page Page, maxBytes int64) (article *newspage.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			article, err = nil, fmt.Errorf("internal error, please report it with the page: panic: %v", p)
		}
	}()
	opts := &newspage.Options{ContentType: page.ContentType, MaxBytes: maxBytes}
	if page.URL != "" {
		// An address that cannot be read is as good as none: relative links stay out.
		opts.URL, _ = url.Parse(page.URL)
	}
	return newspage.Parse(bytes.NewReader(page.HTML), opts)
}

func kindOf(err error) FailureKind {
	switch {
	case errors.Is(err, newspage.ErrNoArticle):
		return FailedNoArticle
	case errors.Is(err, newspage.ErrNotHTML):
		return FailedNotHTML
	case errors.Is(err, newspage.ErrTooLarge):
		return FailedTooLarge
	}
	return FailedInternal
}
