package warc

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// trap is what a page may hold that looks like a record, even with what follows one.
var trap = "a\r\nWARC/1.0\r\nno header\r\n\r\n" + page("trap", "trap") + "WARC/1.0\r\nWARC-Type: response\r\n" +
	"WARC-Record-ID: <urn:x>\r\nContent-Length: 2\r\n\r\nxx\r\n\r\n"

// shapes are files of pages, and how many pages each has.
func shapes() map[string]struct {
	file  string
	pages int
} {
	kinds := []string{
		record("software: x\r\n", "WARC-Type: warcinfo", "WARC-Record-ID: <urn:info>"),
		page("one", "1"), page("two", strings.Repeat("text ", 60)), page("three", trap), page("four", ""),
		record("GET / HTTP/1.1\r\n\r\n", "WARC-Type: request", "WARC-Record-ID: <urn:r>"),
		page("five", "5"),
	}
	zipped := ""
	for _, k := range kinds {
		zipped += zip(k)
	}
	// A WARC file inside a page, stored as it is: whole members within a member.
	copied := zip(page("before", "b")) + zipAt(gzip.NoCompression, page("copy", zipped)) + zip(page("after", "a"))
	damaged := zip(page("x", "x")) + zipped + broken(zip(page("y", strings.Repeat("text ", 60)))) + zipped
	return map[string]struct {
		file  string
		pages int
	}{
		"plain":            {strings.Join(kinds, ""), 5},
		"plain, damaged":   {kinds[1] + strings.Replace(kinds[2], "Content-Length: 3", "Content-Length: 2", 1) + kinds[3] + kinds[4] + kinds[6], 4},
		"gzip":             {zipped, 5},
		"gzip, a copy":     {copied, 3},
		"gzip, damaged":    {damaged, 11},
		"gzip, cut off":    {zipped + zip(page("cut", "cut"))[:50], 5},
		"one member":       {zip(strings.Join(kinds, "")), 5},
		"gzip, no headers": {zipAt(gzip.HuffmanOnly, kinds[1]) + zipAt(gzip.NoCompression, kinds[3]), 2},
	}
}

// broken turns a bit in the middle of a gzip member.
func broken(file string) string {
	b := []byte(file)
	b[len(b)/2] ^= 0x10
	return string(b)
}

// TestEveryCut holds that a file cut in two at any byte gives each record once,
// damaged ones too. With -short it tries every seventh.
func TestEveryCut(t *testing.T) {
	for name, s := range shapes() {
		t.Run(name, func(t *testing.T) {
			want := collect(s.file, nil)
			require.Equal(t, s.pages, countPages(want), want)
			require.Equal(t, want, collectIn(s.file, 0, 0))
			step := int64(1)
			if testing.Short() {
				step = 7
			}
			for cut := int64(1); cut <= int64(len(s.file)); cut += step {
				got := append(collectIn(s.file, 0, cut), collectIn(s.file, cut, 0)...)
				require.Equal(t, want, got, "cut at %d", cut)
				got = append(collect(s.file, &Options{End: cut}), collect(s.file, &Options{Start: cut})...)
				require.Equal(t, want, got, "read past up to %d", cut)
			}
		})
	}
}

func countPages(all []found) int {
	n := 0
	for _, f := range all {
		if f.err == "" {
			n++
		}
	}
	return n
}

// TestManyCuts cuts larger files at many random bytes at once.
func TestManyCuts(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	var plain, zipped strings.Builder
	for i := range 300 {
		body := noise(uint64(i), r.IntN(3000))
		switch i % 9 {
		case 2:
			body = trap + body
		case 5:
			// Magic bytes, with and without a record behind them.
			body = "\x1f\x8b\x08" + zip(page("inner", "x")) + body
		case 7:
			body = strings.Repeat(body, 1+r.IntN(60))
		}
		p := page(fmt.Sprint(i), body)
		plain.WriteString(p)
		zipped.WriteString(zipAt([]int{gzip.NoCompression, gzip.BestSpeed, gzip.BestCompression}[i%3], p))
	}
	for _, file := range []string{plain.String(), zipped.String()} {
		want := collect(file, nil)
		require.Len(t, want, 300)
		require.Equal(t, 300, countPages(want))
		for range 20 {
			cuts := []int64{0, int64(len(file))}
			for range 1 + r.IntN(40) {
				cuts = append(cuts, r.Int64N(int64(len(file))))
			}
			slices.Sort(cuts)
			cuts = slices.Compact(cuts)
			var got []found
			for i := range len(cuts) - 1 {
				got = append(got, collectIn(file, cuts[i], cuts[i+1])...)
			}
			require.Equal(t, want, got, "cuts %v", cuts)
		}
	}
}

func TestPartsOutsideTheFile(t *testing.T) {
	file := zip(page("a", "a"))
	size := int64(len(file))
	for _, part := range [][2]int64{{size, 0}, {size + 1, size + 2}, {5, 5}, {5, 3}, {1, size}} {
		assert.Empty(t, collectIn(file, part[0], part[1]), part)
	}
	assert.Len(t, collectIn(file, 0, size+100), 1)
	assert.Len(t, collectIn("no WARC file", 0, 0), 1)
	assert.Empty(t, collectIn("no WARC file", 1, 0))
	assert.Empty(t, collectIn("", 1, 0))
}
