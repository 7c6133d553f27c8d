package newsbeam

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// isLocal says whether a name is one of the local disk, not "gs://..." or the like.
func isLocal(name string) bool { return !strings.Contains(name, "://") }

// list lists the files that a pattern stands for, sorted. A folder stands for
// the pages, WARC files and JSON Lines in it and below.
func list(ctx context.Context, pattern string) ([]string, error) {
	fsys, err := openStorage(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer fsys.Close()
	if !isLocal(pattern) && strings.HasSuffix(pattern, "/") {
		pattern += "**" // What the stores of objects call all below.
	}
	found, err := fsys.List(ctx, pattern)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, name := range found {
		below, err := expandFolder(name)
		if err != nil {
			return nil, err
		}
		names = append(names, below...)
	}
	slices.Sort(names)
	return names, nil
}

// expandFolder is the files below a local folder; of a file it is the file.
func expandFolder(name string) ([]string, error) {
	if !isLocal(name) {
		return []string{name}, nil
	}
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return []string{name}, nil // What is wrong with it, opening it says.
	}
	var below []string
	err := fs.WalkDir(os.DirFS(name), ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && formatOf(p) != formatUnknown {
			below = append(below, filepath.Join(name, filepath.FromSlash(p)))
		}
		return err
	})
	return below, err
}

// openStorage is the file system that a name is of.
func openStorage(ctx context.Context, name string) (filesystem.Interface, error) {
	fsys, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, fmt.Errorf("no file system for %s: import one, such as beam's io/filesystem/gcs: %w", name, err)
	}
	return fsys, nil
}

// sizeOf is the size of a file.
func sizeOf(ctx context.Context, name string) (int64, error) {
	if isLocal(name) {
		// Beam's own opens the file and leaves it open until the next garbage
		// collection: too many where there are many files.
		if info, err := os.Stat(name); err == nil {
			return info.Size(), nil
		}
	}
	fsys, err := openStorage(ctx, name)
	if err != nil {
		return 0, err
	}
	defer fsys.Close()
	return fsys.Size(ctx, name)
}

// tries is how often a file is opened and read before it is given up: a store
// that is reached over a network fails now and then.
const tries = 4

// A storedFile reads a file at any place. Where the file system can only read
// from the beginning, a place further on costs reading up to it, and a place
// before the last one opening the file again.
type storedFile struct {
	ctx  context.Context
	name string
	fsys filesystem.Interface
	r    io.ReadCloser // nil: not open
	pos  int64         // where r stands, if it has no ReadAt
}

// openFile opens a file. The caller calls Close.
func openFile(ctx context.Context, name string) (*storedFile, error) {
	fsys, err := openStorage(ctx, name)
	if err != nil {
		return nil, err
	}
	f := &storedFile{ctx: ctx, name: name, fsys: fsys}
	if err := f.retry(f.open); err != nil {
		fsys.Close()
		return nil, err
	}
	return f, nil
}

func (f *storedFile) open() (err error) {
	f.pos = 0
	f.r, err = f.fsys.OpenRead(f.ctx, f.name)
	return err
}

// ReadAt is that of io.ReaderAt, for one caller at a time.
func (f *storedFile) ReadAt(p []byte, off int64) (n int, err error) {
	err = f.retry(func() error {
		n, err = f.readAt(p, off)
		if err == io.EOF {
			return nil // The end is no failure.
		}
		if err != nil {
			f.closeReader() // What it gives next nobody knows.
		}
		return err
	})
	if err == nil && n < len(p) {
		err = io.EOF
	}
	return n, err
}

func (f *storedFile) readAt(p []byte, off int64) (int, error) {
	if f.r != nil {
		if at, ok := f.r.(io.ReaderAt); ok {
			return at.ReadAt(p, off)
		}
		if off < f.pos {
			f.closeReader()
		}
	}
	if f.r == nil {
		if err := f.open(); err != nil {
			return 0, err
		}
	}
	skipped, err := io.CopyN(io.Discard, f.r, off-f.pos)
	f.pos += skipped
	if err != nil {
		return 0, err
	}
	n, err := io.ReadFull(f.r, p)
	f.pos += int64(n)
	if err == io.ErrUnexpectedEOF {
		err = io.EOF
	}
	return n, err
}

// retry does what may pass when it is tried again, a few times.
func (f *storedFile) retry(do func() error) error {
	for try := 1; ; try++ {
		err := do()
		if err == nil || try == tries || isLocal(f.name) || errors.Is(err, fs.ErrNotExist) {
			return err
		}
		select {
		case <-f.ctx.Done():
			return err
		case <-time.After(time.Duration(try) * time.Second):
		}
	}
}

func (f *storedFile) closeReader() {
	if f.r != nil {
		f.r.Close()
		f.r = nil
	}
}

// Close closes the file.
func (f *storedFile) Close() error {
	f.closeReader()
	return f.fsys.Close()
}
