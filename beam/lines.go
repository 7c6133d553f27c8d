package newsbeam

import (
	"bytes"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/jsonl"
)

func init() {
	register.Function1x2(resultLine)
	register.Function1x2(failureLine)
	register.Function1x1(failureResult)
}

// Lines turns a PCollection<Result> into a PCollection<[]byte>, a line of JSON
// a page without its line break. The lines are those of "newspage -format
// jsonl": "input", the Article's fields and, where the page failed, "error".
func Lines(s beam.Scope, results beam.PCollection) beam.PCollection {
	return beam.ParDo(s.Scope("newspage.Lines"), resultLine, results)
}

// FailureLines turns a PCollection<Failure> into a PCollection<[]byte>, a line
// of JSON a failure: "input", "url" where it is known, "kind" and "error".
func FailureLines(s beam.Scope, failures beam.PCollection) beam.PCollection {
	return beam.ParDo(s.Scope("newspage.FailureLines"), failureLine, failures)
}

// FailureResults turns a PCollection<Failure> of [ReadPages] into a
// PCollection<Result>, for output that has a line for what could not be read too.
func FailureResults(s beam.Scope, failures beam.PCollection) beam.PCollection {
	return beam.ParDo(s.Scope("newspage.FailureResults"), failureResult, failures)
}

func failureResult(f Failure) Result {
	return Result{Input: f.Input, URL: f.URL, Kind: f.Kind, Error: f.Error}
}

func failureLine(f Failure) ([]byte, error) {
	text, err := jsonl.Marshal(f, "")
	return bytes.TrimSuffix(text, []byte("\n")), err
}

func resultLine(r Result) ([]byte, error) {
	if r.line != nil {
		return r.line, nil
	}
	return encodeLine(r.Input, r.Article, r.Error)
}

// encodeLine is a line of jsonl without its line break.
func encodeLine(input string, article *newspage.Article, problem string) ([]byte, error) {
	text, err := jsonl.Encode(input, article, problem)
	return bytes.TrimSuffix(text, []byte("\n")), err
}
