package newspage_test

import (
	"bytes"
	"errors"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/newspagetest"
)

// The growth that four times the input may cost: of time with room for noise, of memory hardly any.
// A byte of a page may cost so many bytes allocated: an open <p> is a node, a block and a box.
const (
	hostileSize = 48 << 10
	maxSlower   = 12
	maxLarger   = 6
	maxPerByte  = 600
)

// costOf is the time of the fastest of three parses, and the bytes that the one allocates that allocates most.
func costOf(t *testing.T, page []byte) (time.Duration, uint64) {
	t.Helper()
	best, used := time.Duration(1<<62), uint64(0)
	runtime.GC() // twice empties what one parse leaves for the next,
	runtime.GC() // so that the first allocates all it needs
	for range 3 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, err := newspage.Parse(bytes.NewReader(page), nil)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		if err != nil {
			require.True(t, errors.Is(err, newspage.ErrNoArticle) || errors.Is(err, newspage.ErrNotHTML) || errors.Is(err, newspage.ErrTooLarge), "%v", err)
		}
		best, used = min(best, took), max(used, after.TotalAlloc-before.TotalAlloc)
	}
	return best, used
}

// TestHostilePagesAreLinear holds every construction of newspagetest to the
// promise that time and memory grow as the page does. No absolute time counts.
func TestHostilePagesAreLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	_, _ = newspage.Parse(bytes.NewReader([]byte("<p>warm")), nil)
	for name := range newspagetest.Hostile() {
		t.Run(name, func(t *testing.T) {
			small, ok := newspagetest.HostileAt(name, hostileSize)
			require.True(t, ok)
			large, _ := newspagetest.HostileAt(name, 4*hostileSize)
			grown := float64(len(large)) / float64(len(small))
			var slower, larger, perByte float64
			for range 6 { // a machine that does other things measures badly at times
				time1, bytes1 := costOf(t, small)
				time4, bytes4 := costOf(t, large)
				slower, larger = float64(time4)/float64(time1+20*time.Microsecond), float64(bytes4)/float64(bytes1+4096)
				perByte = float64(bytes4) / float64(len(large)+1)
				if slower <= maxSlower && larger <= maxLarger {
					break
				}
			}
			t.Logf("%-32s %5.1f x the bytes: time x %.1f, memory x %.1f, %.0f bytes allocated a byte", name, grown, slower, larger, perByte)
			assert.LessOrEqual(t, slower, float64(maxSlower), "time")
			assert.LessOrEqual(t, larger, float64(maxLarger), "memory")
			if len(large) > hostileSize { // what a page of one tag costs is no growth
				assert.LessOrEqual(t, perByte, float64(maxPerByte), "bytes allocated a byte")
			}
		})
	}
}
