package newsbeam

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// writeBundle is a bundle of writeFn as a runner runs it. Where it fails halfway
// nothing that it has handed on counts.
func writeBundle(t *testing.T, f *writeFn, fails bool, lines ...string) (done []written) {
	ctx := context.Background()
	emit := func(w written) { done = append(done, w) }
	f.StartBundle(ctx, emit)
	for _, line := range lines {
		require.NoError(t, f.ProcessElement(ctx, []byte(line), emit))
	}
	if fails {
		return nil
	}
	require.NoError(t, f.FinishBundle(ctx, emit))
	return done
}

func finishFiles(f *finishFn, files []written) ([]string, error) {
	var names []string
	next := 0
	err := f.ProcessElement(context.Background(), nil, func(w *written) bool {
		if next == len(files) {
			return false
		}
		*w = files[next]
		next++
		return true
	}, func(name string) { names = append(names, filepath.Base(name)) })
	return names, err
}

// A bundle that is run again leaves no line twice, nothing has a final name
// before all is whole, and naming can be done over.
func TestRepeatedBundlesDoNotDouble(t *testing.T) {
	dir := t.TempDir()
	temp := temporary{Folder: dir + "/out.tmp-1", Suffix: ".jsonl"}
	var files []written
	assert.Empty(t, writeBundle(t, &writeFn{temporary: temp, ShardBytes: 1 << 20}, true, "a", "b"))
	f := &writeFn{temporary: temp, ShardBytes: 1 << 20}
	writeBundle(t, f, true, "a", "b") // The worker lives on, and takes the bundle again.
	files = append(files, writeBundle(t, f, false, "a", "b")...)
	files = append(files, writeBundle(t, f, false, "c")...)
	assert.Empty(t, writeBundle(t, f, false))
	require.Len(t, files, 2)
	assert.EqualValues(t, 2, files[0].Lines)
	assert.Empty(t, readLines(t, dir+"/out-*"))

	finisher := &finishFn{Prefix: dir + "/out", temporary: temp}
	want := []string{"out-00000-of-00002.jsonl", "out-00001-of-00002.jsonl"}
	for range 2 {
		names, err := finishFiles(finisher, files)
		require.NoError(t, err)
		assert.Equal(t, want, names)
		assert.Equal(t, []string{"a", "b", "c"}, readLines(t, dir+"/out-*"))
		slices.Reverse(files) // In whatever order they come.
	}
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, left, 2)
}

// An attempt that was ended between two files is taken up by the next.
func TestFinishGoesOnWhereItStopped(t *testing.T) {
	dir := t.TempDir()
	temp := temporary{Folder: dir + "/out.tmp-1", Suffix: ".jsonl"}
	files := append(writeBundle(t, &writeFn{temporary: temp, ShardBytes: 1 << 20}, false, "a"),
		writeBundle(t, &writeFn{temporary: temp, ShardBytes: 1 << 20}, false, "b")...)
	first := slices.MinFunc(files, func(a, b written) int { return slices.Compare([]byte(a.Name), []byte(b.Name)) })
	require.NoError(t, os.Rename(first.Name, dir+"/out-00000-of-00002.jsonl"))
	_, err := finishFiles(&finishFn{Prefix: dir + "/out", temporary: temp}, files)
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "b"}, readLines(t, dir+"/out-*"))
}

func TestLostFileFailsThePipeline(t *testing.T) {
	dir := t.TempDir()
	temp := temporary{Folder: dir + "/out.tmp-1", Suffix: ".jsonl"}
	_, err := finishFiles(&finishFn{Prefix: dir + "/out", temporary: temp}, []written{{Name: temp.Folder + "/gone.jsonl"}})
	assert.ErrorContains(t, err, "cannot name "+dir+"/out-00000-of-00001.jsonl")
}

func TestLargeBundlesHaveSeveralFiles(t *testing.T) {
	dir := t.TempDir()
	f := &writeFn{temporary: temporary{Folder: dir + "/t", Suffix: ".jsonl"}, ShardBytes: 10}
	files := writeBundle(t, f, false, "12345", "67890", "12345", "67890", "1")
	require.Len(t, files, 3)
	assert.EqualValues(t, 12, files[0].Bytes)
	assert.EqualValues(t, 1, files[2].Lines)
}

// Output that cannot be written is no failure of a page: it ends the pipeline.
func TestUnwritableOutput(t *testing.T) {
	dir := write(t, map[string]string{"file": ""})
	f := &writeFn{temporary: temporary{Folder: dir + "/file/t", Suffix: ".jsonl"}}
	f.StartBundle(context.Background(), nil)
	assert.ErrorContains(t, f.ProcessElement(context.Background(), []byte("x"), nil), "cannot write "+dir+"/file/t/")
	assert.ErrorContains(t, writeWhole(context.Background(), dir+"/file/x.csv", nil), "cannot write "+dir+"/file/x.csv")
}
