package newsbeam

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// stream:// is the local disk as a store of objects shows it: files are read
// from their beginning on, and now and then that fails.
func init() {
	filesystem.Register("stream", func(ctx context.Context) filesystem.Interface { return streams{} })
}

// failures is how many reads of stream:// fail before one goes well.
var streamFailures, streamOpened int

type streams struct{}

func (streams) Close() error { return nil }

func (streams) List(_ context.Context, glob string) ([]string, error) {
	if dir, ok := strings.CutSuffix(glob, "/**"); ok {
		glob = dir + "/*/*"
	}
	names, err := filepath.Glob(strings.TrimPrefix(glob, "stream://"))
	for i := range names {
		names[i] = "stream://" + names[i]
	}
	return names, err
}

func (streams) OpenRead(_ context.Context, name string) (io.ReadCloser, error) {
	streamOpened++
	f, err := os.Open(strings.TrimPrefix(name, "stream://"))
	if err != nil {
		return nil, err
	}
	return stream{f}, nil
}

func (streams) OpenWrite(context.Context, string) (io.WriteCloser, error) {
	return nil, errors.New("read only")
}

func (streams) Size(_ context.Context, name string) (int64, error) {
	info, err := os.Stat(strings.TrimPrefix(name, "stream://"))
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// A stream hides that a file can be read anywhere.
type stream struct{ f *os.File }

func (s stream) Read(p []byte) (int, error) {
	if streamFailures > 0 {
		streamFailures--
		return 0, errors.New("connection reset")
	}
	return s.f.Read(p)
}

func (s stream) Close() error { return s.f.Close() }

func TestReadAtOfAStream(t *testing.T) {
	dir := write(t, map[string]string{"a": "0123456789"})
	f, err := openFile(context.Background(), "stream://"+dir+"/a")
	require.NoError(t, err)
	defer f.Close()
	for _, c := range []struct {
		off  int64
		n    int
		want string
		err  error
	}{{2, 3, "234", nil}, {7, 2, "78", nil}, {1, 1, "1", nil}, {8, 5, "89", io.EOF}, {10, 1, "", io.EOF}, {20, 1, "", io.EOF}, {0, 10, "0123456789", nil}} {
		p := make([]byte, c.n)
		n, err := f.ReadAt(p, c.off)
		assert.Equal(t, c.want, string(p[:n]), "%+v", c)
		assert.Equal(t, c.err, err, "%+v", c)
	}
}

// A read that fails and goes well when it is tried again is no failure.
func TestReadIsTriedAgain(t *testing.T) {
	dir := write(t, map[string]string{"a.html": "<p>x"})
	streamFailures, streamOpened = 1, 0
	got := readWhole(t, wholeFiles, fileAt(t, "stream://"+dir+"/a.html"))
	assert.Equal(t, "<p>x", string(got.pages[0].HTML))
	assert.Empty(t, got.failures)
	assert.Equal(t, 2, streamOpened)
}

// Cut anywhere, a file of a store that has no random access is read once too.
func TestStreamsAreReadOnceWhateverTheCuts(t *testing.T) {
	dir := write(t, map[string]string{"a.warc.gz": eachZipped(t, crawl(2))})
	requireReadOnce(t, fileAt(t, "stream://"+dir+"/a.warc.gz"), 2)
}

func TestList(t *testing.T) {
	dir := write(t, map[string]string{"b.html": "", "a/x.warc.gz": "", "a/y.txt": "", "a/z.jsonl": ""})
	for pattern, want := range map[string][]string{
		dir:                     {"/a/x.warc.gz", "/a/z.jsonl", "/b.html"},
		dir + "/*.html":         {"/b.html"},
		dir + "/a/*":            {"/a/x.warc.gz", "/a/y.txt", "/a/z.jsonl"},
		dir + "/no*":            nil,
		"stream://" + dir + "/": {"/a/x.warc.gz", "/a/y.txt", "/a/z.jsonl"},
	} {
		names, err := list(context.Background(), pattern)
		require.NoError(t, err)
		var got []string
		for _, name := range names {
			got = append(got, strings.TrimPrefix(strings.TrimPrefix(name, "stream://"), dir))
		}
		assert.Equal(t, want, got, pattern)
	}
	_, err := list(context.Background(), "hdfs://x/*")
	assert.ErrorContains(t, err, "no file system for hdfs://x/*")
	_, err = list(context.Background(), "[")
	assert.Error(t, err)
}
