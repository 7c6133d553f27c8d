package newsbeam

import (
	"context"
	"iter"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/sdf"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/rtrackers/offsetrange"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/jsonl"
)

func init() {
	register.DoFn5x1[context.Context, *sdf.LockRTracker, storedName, func(Page), func(Failure), error](&readFn{})
	register.Emitter1[Page]()
}

// ReadOptions say how files are read. The zero value is right for most.
type ReadOptions struct {
	// SplitBytes is how large the ranges are that a file is cut into before it
	// is read; 0: 64 MiB. The runner may cut them further while they are read.
	SplitBytes int64
	// MaxBytes is how much of a page is kept; 0: newspage.DefaultMaxBytes. A
	// larger page is cut off one byte after it, which is what tells [Extract]
	// that it is too large.
	MaxBytes int64
}

const defaultSplitBytes = 64 << 20

// ReadPages reads the pages of all files that fit a pattern of the file system
// that it names ("crawl/*.warc.gz", "gs://bucket/crawl/**"); a folder stands for
// the pages in it and below. What a file is says its name:
//
//   - .warc, .warc.gz: each response that is HTML is a page;
//   - .html, .htm, .xhtml, and these with .gz: a page;
//   - .jsonl, .ndjson, and these with .gz: each line {"url": ..., "html": ...} is a page.
//
// A file of another name that a pattern fits is a WARC file, read by one worker,
// if it begins as one, else a page. In a folder it is not looked at.
//
// WARC files and JSON Lines that are not compressed are read by several workers
// at once. It returns a PCollection<Page> and a PCollection<Failure> of what
// could not be read. ReadPages panics where no file system is registered for
// the pattern, as Beam's own transforms do.
func ReadPages(s beam.Scope, pattern string, opts ReadOptions) (pages, failures beam.PCollection) {
	filesystem.ValidateScheme(pattern)
	s = s.Scope("newspage.ReadPages")
	return ReadAllPages(s, beam.Create(s, pattern), opts)
}

// ReadAllPages is ReadPages for a PCollection<string> of patterns.
func ReadAllPages(s beam.Scope, patterns beam.PCollection, opts ReadOptions) (pages, failures beam.PCollection) {
	s = s.Scope("newspage.ReadAllPages")
	files, unmatched := match(s, patterns)
	if opts.SplitBytes <= 0 {
		opts.SplitBytes = defaultSplitBytes
	}
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = newspage.DefaultMaxBytes
	}
	pages, unread := beam.ParDo2(s, &readFn{SplitBytes: opts.SplitBytes, MaxBytes: opts.MaxBytes}, files)
	return pages, beam.Flatten(s, unmatched, unread)
}

// readFn is a splittable DoFn. Its restriction is a range of a file's bytes:
// what begins in the range belongs to it, to its end, wherever that is. Of a
// file that has no places to start, all begins at 0.
type readFn struct {
	SplitBytes int64
	MaxBytes   int64
}

// CreateInitialRestriction is the whole file. An empty one is a range of one
// byte, so that there is somebody to say that it is empty.
func (f *readFn) CreateInitialRestriction(file storedName) offsetrange.Restriction {
	return offsetrange.Restriction{Start: 0, End: max(file.Size, 1)}
}

// SplitRestriction cuts a file into ranges of the size asked for; a small rest
// goes with the last.
func (f *readFn) SplitRestriction(file storedName, r offsetrange.Restriction) []offsetrange.Restriction {
	if !formatOf(file.Name).splits() {
		return []offsetrange.Restriction{r}
	}
	ranges := r.SizedSplits(f.SplitBytes)
	if last := len(ranges) - 1; last > 0 && ranges[last].End-ranges[last].Start < f.SplitBytes/4 {
		ranges[last-1].End = ranges[last].End
		ranges = ranges[:last]
	}
	return ranges
}

// RestrictionSize is how many bytes there are to read.
func (f *readFn) RestrictionSize(_ storedName, r offsetrange.Restriction) float64 { return r.Size() }

// CreateTracker is the tracker of a range.
func (f *readFn) CreateTracker(r offsetrange.Restriction) *sdf.LockRTracker {
	return sdf.NewLockRTracker(offsetrange.NewTracker(r))
}

// ProcessElement gives the pages that begin in the range, as long as the range
// is this worker's: the runner may give the end of it to another at any time.
func (f *readFn) ProcessElement(ctx context.Context, rt *sdf.LockRTracker, file storedName, emit func(Page), fail func(Failure)) error {
	r := rt.GetRestriction().(offsetrange.Restriction)
	claimed := int64(-1)
	for it := range f.items(ctx, file, r) {
		// What begins at the same place (records in one gzip member) is claimed together.
		if it.offset != claimed && !rt.TryClaim(it.offset) {
			return nil
		}
		claimed = it.offset
		if it.err != nil {
			countFailure(ctx, it.kind)
			fail(Failure{Input: it.page.Input, URL: it.page.URL, Kind: it.kind, Error: jsonl.Message(it.err)})
			continue
		}
		emit(it.page)
	}
	rt.TryClaim(r.End) // Nothing more begins in the range.
	return nil
}

// An item is a page in a file, or, where err is set, a place of it that cannot
// be read. Its offset is where it begins, in bytes of the file as it is stored.
type item struct {
	offset int64
	page   Page // of a failure Input and, where it is known, URL
	kind   FailureKind
	err    error
}

// items yields what begins in a range of a file, in order.
func (f *readFn) items(ctx context.Context, file storedName, r offsetrange.Restriction) iter.Seq[item] {
	return func(yield func(item) bool) {
		format := formatOf(file.Name)
		if !format.splits() && r.Start > 0 {
			return // All of it begins at 0, which is in another range.
		}
		stored, err := openFile(ctx, file.Name)
		if err != nil {
			yield(failed(r.Start, file.Name, FailedOpen, err))
			return
		}
		defer stored.Close()
		in := &fileReader{storedName: file, at: stored, maxBytes: f.MaxBytes}
		switch format {
		case formatPage:
			yield(in.page())
		case formatLines:
			in.lines(r.Start, r.End, yield)
		case formatLinesGzip:
			in.gzipLines(yield)
		case formatWARC:
			in.warc(r.Start, r.End, yield)
		default:
			in.unknown(yield)
		}
	}
}

func failed(offset int64, input string, kind FailureKind, err error) item {
	return item{offset: offset, page: Page{Input: input}, kind: kind, err: err}
}
