package newsbeam

import (
	"context"
	"errors"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/newspage-go/newspage/internal/jsonl"
)

func init() {
	beam.RegisterType(reflect.TypeFor[storedName]())
	register.DoFn4x0[context.Context, string, func(string), func(Failure)](&listFn{})
	register.DoFn4x0[context.Context, string, func(storedName), func(Failure)](&sizeFn{})
	register.Emitter1[string]()
	register.Emitter1[storedName]()
}

// A storedName is a file that is there.
type storedName struct {
	Name string
	Size int64
}

// match finds the files of a PCollection<string> of patterns. The names are
// spread over the workers before their sizes are asked for, since a crawl has
// hundreds of thousands of files.
func match(s beam.Scope, patterns beam.PCollection) (files, failures beam.PCollection) {
	names, unlisted := beam.ParDo2(s, &listFn{}, patterns)
	files, unsized := beam.ParDo2(s, &sizeFn{}, beam.Reshuffle(s, names))
	return files, beam.Flatten(s, unlisted, unsized)
}

type listFn struct{}

func (*listFn) ProcessElement(ctx context.Context, pattern string, emit func(string), fail func(Failure)) {
	names, err := list(ctx, pattern)
	if err == nil && len(names) == 0 {
		err = errors.New("no such file, or no pages in it")
	}
	if err != nil {
		countFailure(ctx, FailedList)
		fail(Failure{Input: pattern, Kind: FailedList, Error: jsonl.Message(err)})
	}
	for _, name := range names {
		emit(name)
	}
}

type sizeFn struct{}

func (*sizeFn) ProcessElement(ctx context.Context, name string, emit func(storedName), fail func(Failure)) {
	size, err := sizeOf(ctx, name)
	if err != nil {
		countFailure(ctx, FailedOpen)
		fail(Failure{Input: name, Kind: FailedOpen, Error: jsonl.Message(err)})
		return
	}
	emit(storedName{name, size})
}
