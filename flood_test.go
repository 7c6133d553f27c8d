package newspage

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFloods(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want bool
	}{
		"a page":                       {`<!DOCTYPE html><html><head><title>a</title></head><body><p>One <b>two</b> <i>three</i></p></body></html>`, false},
		"root tags":                    {strings.Repeat(`<html a=1>`, 17), true},
		"root tags in capitals":        {strings.Repeat(`<BoDy A=1>`, 17), true},
		"as many as a page may have":   {strings.Repeat(`<html>`, 16), false},
		"formatting that stays open":   {strings.Repeat(`<font color=1>`, 101), true},
		"formatting that is closed":    {strings.Repeat(`<b>x</b>`, 1000), false},
		"names that begin like one":    {strings.Repeat(`<bodyguard><button><blockquote><section><small-x>`, 100), false},
		"links that are never closed":  {strings.Repeat(`<a href=/>x`, 1000), false},
		"an end tag first":             {strings.Repeat(`</b>`, 1000) + strings.Repeat(`<b>`, 99), false},
		"nothing":                      {``, false},
		"an angle bracket at the end":  {`a<`, false},
		"an angle bracket and a slash": {`a</`, false},
	} {
		var f flood
		assert.Equal(t, c.want, f.rises([]byte(c.page)), name)
		_, err := io.ReadAll(strip([]byte(c.page), false))
		assert.Equal(t, c.want, errors.Is(err, errFlood), "%s, before it is parsed", name)
	}
}

// TestFloodsInScripts: tags in a script are no tags.
func TestFloodsInScripts(t *testing.T) {
	_, err := io.ReadAll(strip([]byte("<script>"+strings.Repeat("<html>", 100)+"</script>"), false))
	assert.NoError(t, err)
	_, err = io.ReadAll(strip([]byte("<math></math>"+strings.Repeat("<html>", 100)), false))
	assert.ErrorIs(t, err, errFlood, "behind where the reader of tags gives up")
}

// TestRootTagsInADrawing: what flatten takes for the text of a style sheet are tags within SVG.
func TestRootTagsInADrawing(t *testing.T) {
	few := "<svg><style>" + strings.Repeat("<html a=1>", maxRoots)
	assert.Equal(t, few, fewRoots(few))
	assert.Equal(t, few+"&lt;BODY>x&lt;html", fewRoots(few+"<BODY>x<html"))
	assert.Equal(t, few+"<bodyguard><p>", fewRoots(few+"<bodyguard><p>"))
	assert.Empty(t, fewRoots(""))
}

// growth is how many times longer, and how many more bytes, four times the input costs.
func growth(t *testing.T, build func(n int) string, n int) (slower, larger float64) {
	t.Helper()
	cost := func(n int) (time.Duration, uint64) {
		page := []byte(build(n))
		best := time.Duration(1 << 62)
		var used uint64
		runtime.GC() // twice empties what one parse leaves for the next
		runtime.GC()
		for range 6 { // the best counts: others may be at work on the machine
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := Parse(bytes.NewReader(page), nil)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if err != nil {
				require.ErrorIs(t, err, ErrNoArticle)
			}
			best = min(best, took)
			used = max(used, after.TotalAlloc-before.TotalAlloc)
		}
		return best, used
	}
	small, smallBytes := cost(n)
	large, largeBytes := cost(4 * n)
	// Where others are at work a longer run is never undisturbed: the best of more rounds counts.
	for round := 0; round < 8 && large > calmGrowth*small; round++ {
		again, _ := cost(n)
		small = min(small, again)
		again, _ = cost(4 * n)
		large = min(large, again)
	}
	return float64(large) / float64(small), float64(largeBytes) / float64(smallBytes)
}

// calmGrowth is how much longer four times the input may take without another round.
const calmGrowth = 6

// TestFloodsAreLinear: what is quadratic in html.Parse costs no more than its bytes.
func TestFloodsAreLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for name, c := range map[string]struct {
		build func(n int) string
		n     int
	}{
		"root tags with attributes": {func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "<html a%d=1>", i)
			}
			return b.String() + "<p>" + outsideText
		}, 2000},
		"formatting elements and paragraphs": {func(n int) string {
			var b strings.Builder
			for i := range 400 {
				fmt.Fprintf(&b, "<font a%d=1>", i)
			}
			return b.String() + strings.Repeat("<p>x", n)
		}, 1500},
	} {
		t.Run(name, func(t *testing.T) {
			slower, larger := growth(t, c.build, c.n)
			assert.Less(t, slower, 10.0, "four times the input; 16 would be quadratic")
			assert.Less(t, larger, 6.0, "bytes for four times the input")
		})
	}
}
