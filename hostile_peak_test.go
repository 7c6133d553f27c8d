//go:build unix

package newspage_test

import (
	"bytes"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/newspagetest"
)

const (
	peakSize       = 1 << 20 // bytes of a construction whose peak is measured
	maxPeakPerByte = 400     // what a process may hold at most for a byte of the page
	peakVariable   = "NEWSPAGE_PEAK_OF"
)

// TestPeakMemory parses every construction in a process of its own and holds the
// most memory that it ever has, beyond what an empty page needs, to the bytes of
// the page.
func TestPeakMemory(t *testing.T) {
	if name := os.Getenv(peakVariable); name != "" {
		page, _ := newspagetest.HostileAt(name, peakSize)
		_, _ = newspage.Parse(bytes.NewReader(page), nil)
		return
	}
	if testing.Short() {
		t.Skip("measures memory")
	}
	none := peakOf(t, "none")
	for name := range newspagetest.Hostile() {
		page, ok := newspagetest.HostileAt(name, peakSize)
		require.True(t, ok)
		peak := max(peakOf(t, name)-none, 0)
		t.Logf("%-32s %8d bytes: %6.1f MB, %6.1f bytes a byte", name, len(page), peak/(1<<20), peak/float64(len(page)+1))
		if len(page) > peakSize/2 {
			assert.LessOrEqual(t, peak/float64(len(page)), float64(maxPeakPerByte), name)
		}
	}
}

// peakOf runs this test in a process that parses one construction, none of
// another name, and returns how many bytes it held at most.
func peakOf(t *testing.T, name string) float64 {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestPeakMemory$")
	cmd.Env = append(os.Environ(), peakVariable+"="+name)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s: %s", name, out)
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	require.True(t, ok)
	unit := 1024.0 // of Maxrss; Darwin counts bytes
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		unit = 1
	}
	return float64(usage.Maxrss) * unit
}
