package newsbeam

import (
	"context"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// Namespace is the namespace of all metrics.
const Namespace = "newspage"

var (
	pagesCounter     = beam.NewCounter(Namespace, "pages")
	articlesCounter  = beam.NewCounter(Namespace, "articles")
	bytesCounter     = beam.NewCounter(Namespace, "bytes")
	failuresCounter  = beam.NewCounter(Namespace, "failures")
	pageBytes        = beam.NewDistribution(Namespace, "page_bytes")
	pageMicros       = beam.NewDistribution(Namespace, "page_micros")
	failuresCounters = map[FailureKind]beam.Counter{}
)

func init() {
	for _, kind := range []FailureKind{
		FailedList, FailedOpen, FailedRead, FailedNotHTML, FailedTooLarge, FailedNoArticle, FailedInternal,
	} {
		failuresCounters[kind] = beam.NewCounter(Namespace, "failures_"+string(kind))
	}
}

// countFailure counts a failure, where it is found and nowhere else.
func countFailure(ctx context.Context, kind FailureKind) {
	failuresCounter.Inc(ctx, 1)
	failuresCounters[kind].Inc(ctx, 1)
}

// countPage counts a page that was parsed, or refused.
func countPage(ctx context.Context, size int, took time.Duration) {
	pagesCounter.Inc(ctx, 1)
	bytesCounter.Inc(ctx, int64(size))
	pageBytes.Update(ctx, int64(size))
	pageMicros.Update(ctx, took.Microseconds())
}
