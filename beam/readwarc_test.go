package newsbeam

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/rtrackers/offsetrange"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// record is a record of a WARC file.
func record(kind, uri, contentType, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%x>\r\nWARC-Date: 2025-06-14T09:30:00Z\r\n"+
		"WARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, len(uri)+len(block), uri, contentType, len(block), block)
}

func response(uri, contentType, body string) string {
	return record("response", uri, "application/http;msgtype=response",
		"HTTP/1.1 200 OK\r\nContent-Type: "+contentType+"\r\n\r\n"+body)
}

// crawl is a small crawl: the records of a file, n of them pages.
func crawl(n int) []string {
	records := []string{record("warcinfo", "", "application/warc-fields", "software: none\r\n")}
	for i := range n {
		uri := fmt.Sprintf("https://ledger.example/%d", i)
		records = append(records,
			record("request", uri, "application/http;msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
			response(uri, "text/html; charset=utf-8", strings.Repeat("x", i)+"<p>"+fmt.Sprint(i)),
		)
		if i%3 == 0 {
			records = append(records, response(uri+".png", "image/png", "\x89PNG"))
		}
	}
	return records
}

func eachZipped(t *testing.T, records []string) string {
	var b strings.Builder
	for _, r := range records {
		b.WriteString(zipped(t, r))
	}
	return b.String()
}

// Whatever the cuts, and whatever the runner splits off while reading, each
// record is read once: plain, a gzip member a record, one member for all, and
// with damage in it.
func TestRecordsAreReadOnceWhateverTheCuts(t *testing.T) {
	records := crawl(4)
	members := eachZipped(t, records)
	hurt := []byte(members)
	// In the third page; the first bytes of its member stay as they are.
	at := len(eachZipped(t, records[:7]))
	for i := at + 200; i < at+212; i++ {
		hurt[i] ^= 0x55
	}
	whole := zipped(t, strings.Join(records, ""))
	for name, c := range map[string]struct {
		file, text string
		pages      int
	}{
		"plain":      {"a.warc", strings.Join(records, ""), 4},
		"members":    {"a.warc.gz", members, 4},
		"one member": {"a.warc.gz", whole, 4},
		"cut off":    {"a.warc.gz", members[:len(members)-20], 4},
		"zeros":      {"a.warc.gz", members + strings.Repeat("\x00", 100), 4},
		"damaged":    {"a.warc.gz", string(hurt), 3},
	} {
		t.Run(name, func(t *testing.T) {
			dir := write(t, map[string]string{c.file: c.text})
			requireReadOnce(t, fileAt(t, filepath.Join(dir, c.file)), c.pages)
		})
	}
}

// Where the first bytes of a gzip member are damaged and a range begins right
// before it, package warc does not say so: it cannot know it for a member. Of
// the pages around none is missing or there twice.
func TestDamagedFirstBytesOfAMember(t *testing.T) {
	records := crawl(4)
	text := []byte(eachZipped(t, records))
	at := len(eachZipped(t, records[:7]))
	text[at+1] ^= 0x55
	dir := write(t, map[string]string{"a.warc.gz": string(text)})
	file := fileAt(t, dir+"/a.warc.gz")
	whole := readWhole(t, wholeFiles, file)
	require.Len(t, whole.pages, 3)
	require.Len(t, whole.failures, 1)
	for cut := int64(1); cut < file.Size; cut++ {
		got := readRange(t, wholeFiles, file, offsetrange.Restriction{Start: 0, End: cut}, nil)
		got.add(readRange(t, wholeFiles, file, offsetrange.Restriction{Start: cut, End: file.Size}, nil))
		require.Equal(t, whole.pages, got.pages, "cut at %d", cut)
		require.Subset(t, whole.failures, got.failures, "cut at %d", cut)
	}
}

// A page that holds a WARC file, plain or compressed, has no records of its own.
func TestAWARCFileInsideAPageIsNoPlaceToStart(t *testing.T) {
	inner := eachZipped(t, crawl(3))
	records := append(crawl(2), response("https://ledger.example/inner", "text/html", "<p>"+inner), response("https://ledger.example/plain", "text/html", "<p>\r\n"+strings.Join(crawl(2), "")))
	dir := write(t, map[string]string{"a.warc": strings.Join(records, ""), "b.warc.gz": eachZipped(t, records)})
	requireReadOnce(t, fileAt(t, dir+"/a.warc"), 4)
	requireReadOnce(t, fileAt(t, dir+"/b.warc.gz"), 4)
}

func TestRecordsSayWhereTheyAreFrom(t *testing.T) {
	one := response("https://ledger.example/1", "text/html", "<p>1")
	dir := write(t, map[string]string{"a.warc": one + response("https://ledger.example/2", "text/html; charset=utf-8", "<p>2"), "b.warc.gz": zipped(t, one+one)})
	a := readWhole(t, wholeFiles, fileAt(t, dir+"/a.warc"))
	require.Len(t, a.pages, 2)
	assert.Equal(t, Page{
		Input: fmt.Sprintf("%s/a.warc#%d", dir, len(one)), URL: "https://ledger.example/2",
		ContentType: "text/html; charset=utf-8", Fetched: 1749893400e9, HTML: []byte("<p>2"),
	}, a.pages[1])
	b := readWhole(t, wholeFiles, fileAt(t, dir+"/b.warc.gz"))
	assert.Equal(t, []string{dir + "/b.warc.gz#0", dir + "/b.warc.gz#0.1"}, b.inputs())
}

func TestDamageIsAFailureAndTheRestIsRead(t *testing.T) {
	ok := response("https://ledger.example/ok", "text/html", "<p>ok")
	for name, c := range map[string]struct {
		text  string
		pages int
		want  []Failure // the file's name left out
	}{
		"empty.warc.gz": {"", 0, []Failure{{Input: "", Kind: FailedRead, Error: "not a WARC file: it is empty"}}},
		"text.warc":     {"hello, world", 0, []Failure{{Input: "", Kind: FailedRead, Error: `not a WARC file: it begins with "hello, wo"`}}},
		"png.warc":      {response("https://ledger.example/a.png", "image/png", "x"), 0, nil},
		"cut.warc.gz": {zipped(t, ok) + zipped(t, ok)[:100], 1, []Failure{
			{Input: fmt.Sprintf("#%d", len(zipped(t, ok))), Kind: FailedRead, Error: "the file ends within the record"}}},
		"large.warc": {response("https://ledger.example/big", "text/html", strings.Repeat("x", 2000)) + ok, 1, []Failure{
			{Input: "#0", URL: "https://ledger.example/big", Kind: FailedTooLarge, Error: "page is too large"}}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := write(t, map[string]string{name: c.text})
			got := readWhole(t, &readFn{SplitBytes: 1 << 20, MaxBytes: 1000}, fileAt(t, filepath.Join(dir, name)))
			assert.Len(t, got.pages, c.pages)
			for i := range got.failures {
				got.failures[i].Input = strings.TrimPrefix(got.failures[i].Input, filepath.Join(dir, name))
			}
			assert.Equal(t, c.want, got.failures)
		})
	}
}

// What an empty, a damaged and a foreign file have to say is said once, by one
// of the ranges, and counted.
func TestDamageIsCountedInAPipeline(t *testing.T) {
	good := eachZipped(t, crawl(20))
	dir := write(t, map[string]string{
		"good.warc.gz": good, "cut.warc.gz": good[:len(good)-10], "empty.warc.gz": "", "text.warc": strings.Repeat("hello, world\n", 1000),
	})
	counts := runPipeline(t, func(s beam.Scope) {
		pages, unread := ReadPages(s, dir+"/*", ReadOptions{SplitBytes: 300})
		results, refused := Extract(s, pages, ExtractOptions{Threads: 2})
		WriteLines(s, dir+"/out/articles", WriteOptions{}, Lines(s, results), Lines(s, FailureResults(s, unread)))
		WriteLines(s, dir+"/out/failures", WriteOptions{}, FailureLines(s, refused), FailureLines(s, unread))
	})
	assert.EqualValues(t, 39, counts["pages"])
	assert.EqualValues(t, 3, counts["failures_read"])
	assert.Len(t, readLines(t, dir+"/out/articles-*"), 39+3)
	assert.Len(t, readLines(t, dir+"/out/failures-*"), int(counts["failures"]))
}

var update = flag.Bool("update", false, "write testdata/sample.warc.gz anew")

// testdata/sample.warc.gz is made of the pages of the project's testdata.
func TestSample(t *testing.T) {
	names, err := filepath.Glob("../testdata/pages/*.html")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	records := []string{record("warcinfo", "", "application/warc-fields", "software: newspage's tests\r\n")}
	for _, name := range names[:12] {
		html, err := os.ReadFile(name)
		require.NoError(t, err)
		uri := "https://news.example/" + strings.TrimSuffix(filepath.Base(name), ".html")
		records = append(records, record("request", uri, "application/http;msgtype=request", "GET / HTTP/1.1\r\n\r\n"), response(uri, "text/html", string(html)))
	}
	records = append(records, response("https://news.example/logo.png", "image/png", "\x89PNG"), response("https://shop.example/cart", "text/html", "<p>Your cart is empty."))
	made := eachZipped(t, records)
	if *update {
		require.NoError(t, os.WriteFile("testdata/sample.warc.gz", []byte(made), 0o644))
	}
	dir := write(t, map[string]string{"sample.warc.gz": made})
	want := readWhole(t, wholeFiles, fileAt(t, dir+"/sample.warc.gz"))
	got := readWhole(t, wholeFiles, fileAt(t, "testdata/sample.warc.gz"))
	require.Len(t, got.pages, 13)
	require.Empty(t, got.failures)
	for i := range got.pages {
		assert.Equal(t, want.pages[i].URL, got.pages[i].URL)
		assert.Equal(t, string(want.pages[i].HTML), string(got.pages[i].HTML), "the sample is old: go test -run TestSample -update")
	}
}

// Ranges of a large file, as the runner cuts them, have the same pages.
func TestInitialSplitsOfAWARCFile(t *testing.T) {
	dir := write(t, map[string]string{"a.warc.gz": eachZipped(t, crawl(200))})
	file := fileAt(t, dir+"/a.warc.gz")
	f := &readFn{SplitBytes: 1000, MaxBytes: 1 << 20}
	ranges := f.SplitRestriction(file, offsetrange.Restriction{Start: 0, End: file.Size})
	require.Greater(t, len(ranges), 50)
	var got reading
	for _, r := range ranges {
		got.add(readRange(t, f, file, r, nil))
	}
	assert.Equal(t, readWhole(t, f, file), got)
}
