package newsbeam

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/newspage-go/newspage"
	"github.com/stretchr/testify/assert"
)

func dated(input string, fetched int64, modified, published int) Result {
	day := func(n int) time.Time {
		if n == 0 {
			return time.Time{}
		}
		return time.Date(2025, 1, n, 0, 0, 0, 0, time.UTC)
	}
	return Result{Input: input, Fetched: fetched, Article: &newspage.Article{
		URL: "https://a.example/", Title: "A", Modified: day(modified), Published: day(published),
	}}
}

// Each Result is older than the next, whichever comes first and in whatever
// order and grouping many are compared.
func TestNewer(t *testing.T) {
	ordered := []Result{
		dated("z", 0, 0, 0), // nobody says when it was fetched
		dated("a", 1, 0, 0),
		dated("b", 1, 0, 0),
		dated("a", 1, 0, 1),
		dated("a", 1, 1, 0),
		dated("a", 1, 2, 1),
		dated("a", 2, 0, 0),
	}
	same := dated("a", 2, 0, 0)
	same.Article.Title = "B"
	ordered = append(ordered, same) // the same place twice: the text decides
	for i := range ordered {
		for j := range ordered {
			assert.Equal(t, ordered[max(i, j)], newer(ordered[i], ordered[j]), "%d and %d", i, j)
		}
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		heap := append([]Result(nil), ordered...)
		for len(heap) > 1 {
			rnd.Shuffle(len(heap), func(i, j int) { heap[i], heap[j] = heap[j], heap[i] })
			heap = append(heap[2:], newer(heap[0], heap[1]))
		}
		assert.Equal(t, same, heap[0])
	}
}

func TestDistinctJudgesOnlyArticlesWithAnAddress(t *testing.T) {
	addressed := dated("a", 1, 0, 0)
	failure := addressed
	failure.Kind = FailedNoArticle
	nowhere := Result{Input: "n", Article: &newspage.Article{Title: "x"}}
	for _, c := range []struct {
		r   Result
		key string // "": not judged
	}{{addressed, "https://a.example/"}, {failure, ""}, {nowhere, ""}, {Result{Input: "d", Kind: FailedRead}, ""}} {
		var key string
		var other int
		keyByAddress(c.r, func(k string, _ Result) { key = k }, func(Result) { other++ })
		assert.Equal(t, c.key, key)
		assert.Equal(t, c.key == "", other == 1)
	}
}
