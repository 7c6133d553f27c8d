package newsbeam

import (
	"bytes"
	"cmp"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.Function3x0(keyByAddress)
	register.Function2x1(newer)
	register.Emitter2[string, Result]()
}

// Distinct keeps one Article for each canonical address (Article.URL), the
// newest, of a PCollection<Result>. It returns a PCollection<Result> of those,
// and one of the Results that it does not judge, as they came: pages that
// failed, and articles without an address.
//
// The newest is the one whose page was fetched last (Result.Fetched: WARC-Date;
// a page of which nobody says when is the oldest), then the one modified last,
// then the one published last, as their articles say, then the one whose Input
// comes last in the order of its bytes. So the same pages give the same
// articles, in whatever order they are read.
func Distinct(s beam.Scope, results beam.PCollection) (newest, others beam.PCollection) {
	s = s.Scope("newspage.Distinct")
	keyed, others := beam.ParDo2(s, keyByAddress, results)
	return beam.DropKey(s, beam.CombinePerKey(s, newer, keyed)), others
}

func keyByAddress(r Result, keyed func(string, Result), other func(Result)) {
	if r.Kind != "" || r.Article == nil || r.Article.URL == "" {
		other(r)
		return
	}
	keyed(r.Article.URL, r)
}

// newer is the newer of two Results. It is commutative and associative, as Beam asks.
func newer(a, b Result) Result {
	if compareAge(a, b) < 0 {
		return b
	}
	return a
}

func compareAge(a, b Result) int {
	order := cmp.Or(
		cmp.Compare(a.Fetched, b.Fetched),
		a.Article.Modified.Compare(b.Article.Modified),
		a.Article.Published.Compare(b.Article.Published),
		cmp.Compare(a.Input, b.Input),
	)
	if order != 0 {
		return order
	}
	// The same page twice, or two files of the same name: what they say decides.
	textA, _ := resultLine(a)
	textB, _ := resultLine(b)
	return bytes.Compare(textA, textB)
}
