package warc

import (
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A countingReader counts what is read from it, and what is read again.
type countingReader struct {
	r io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// hostile are files of nothing but damage, each of which leads a search for the next record astray.
func hostile(size int) map[string]string {
	head := "\nWARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <a>\r\nContent-Length: 900000000\r\n\r\n"
	open := zip(page("a", "a"))
	open = open[:len(open)-12]
	fill := func(begin, part string) string { return begin + strings.Repeat(part, size/len(part)) }
	return map[string]string{
		"headers that promise too much": fill(head[1:], head),
		"headers without an end":        fill("WARC/1.0\r\n", "\nWARC/1.0\r\nA: b"),
		"members without an end":        fill(open, open),
		"magic bytes alone":             fill(open, "\x1f\x8b\x08\x00"),
		"empty members":                 fill(open, zip("")),
		"zeros":                         fill(open, strings.Repeat("\x00", 1000)),
	}
}

// TestHostile holds that damage costs a small multiple of the file's length and
// not its square: each search for the next record stays within its budget.
func TestHostile(t *testing.T) {
	for name, file := range hostile(4 << 20) {
		r := &countingReader{r: strings.NewReader(file)}
		s := newScanner(nil, func(*Page, error) bool { return true })
		s.file = newWindow(r, 0)
		s.run(true)
		assert.Equal(t, int64(len(file)), r.n, name)
		assert.LessOrEqual(t, s.budget.spent, 16<<20+2*r.n, name)
	}
}

// TestMemory holds that what is kept does not grow with the file.
func TestMemory(t *testing.T) {
	runtime.GC()
	var before, most runtime.MemStats
	runtime.ReadMemStats(&before)
	one := page("a", strings.Repeat("text ", 100<<10))
	n := 0
	for _, err := range Pages(io.MultiReader(readers(one, 200)...), nil) {
		assert.NoError(t, err)
		if n++; n%50 == 0 {
			runtime.GC()
			var now runtime.MemStats
			runtime.ReadMemStats(&now)
			if now.HeapAlloc > most.HeapAlloc {
				most = now
			}
		}
	}
	assert.Equal(t, 200, n)
	assert.Less(t, int64(most.HeapAlloc)-int64(before.HeapAlloc), int64(24<<20), "of 100 MB read")
}

func readers(text string, n int) []io.Reader {
	all := make([]io.Reader, n)
	for i := range all {
		all[i] = strings.NewReader(text)
	}
	return all
}
