package newsbeam

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn4x1[context.Context, []byte, func(*written) bool, func(string), error](&finishFn{})
	register.Iter1[written]()
}

// finish gives files their final names. They come as a side input, which is
// complete and settled before it is read, even where there are none.
func finish(s beam.Scope, prefix string, temp temporary, files beam.PCollection) beam.PCollection {
	// Grouped, so that what a second attempt sees is what the first one saw.
	settled := beam.Reshuffle(s, files)
	return beam.ParDo(s, &finishFn{Prefix: prefix, temporary: temp}, beam.Impulse(s), beam.SideInput{Input: settled})
}

// finishFn may be tried again after it has failed halfway, or run twice at
// once: it does what is not yet done.
type finishFn struct {
	Prefix string
	temporary
}

func (f *finishFn) ProcessElement(ctx context.Context, _ []byte, files func(*written) bool, emit func(string)) error {
	var all []written
	var one written
	for files(&one) {
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b written) int { return cmp.Compare(a.Name, b.Name) })
	if len(all) == 0 {
		// An empty output is one that is there and empty.
		file, err := f.create(ctx)
		if err == nil {
			err = file.close()
		}
		if err != nil {
			return err
		}
		all = append(all, file.written)
	}
	fsys, err := openStorage(ctx, f.Prefix)
	if err != nil {
		return err
	}
	defer fsys.Close()
	for i, file := range all {
		name := fmt.Sprintf("%s-%05d-of-%05d%s", f.Prefix, i, len(all), f.Suffix)
		if err := rename(ctx, fsys, file.Name, name); err != nil {
			return fmt.Errorf("cannot name %s: %w", name, err)
		}
		emit(name)
	}
	removeLeftovers(ctx, fsys, f.Folder)
	return nil
}

// rename gives a file its final name, if another attempt has not done so.
func rename(ctx context.Context, fsys filesystem.Interface, from, to string) error {
	err := filesystem.Rename(ctx, fsys, from, to)
	if err == nil {
		return nil
	}
	if _, gone := fsys.Size(ctx, from); gone == nil {
		return err // It is still there: not renamed.
	}
	if _, missing := fsys.Size(ctx, to); missing != nil {
		return err
	}
	return nil
}

// removeLeftovers removes what attempts that do not count have written. It is
// for tidiness: where it fails nothing is wrong with the output.
func removeLeftovers(ctx context.Context, fsys filesystem.Interface, folder string) {
	remover, ok := fsys.(filesystem.Remover)
	if !ok {
		return
	}
	names, err := fsys.List(ctx, folder+"/*")
	if err != nil {
		return
	}
	for _, name := range names {
		remover.Remove(ctx, name)
	}
	if isLocal(folder) {
		remover.Remove(ctx, folder)
	}
}

// writeWhole writes a small file that has its name only when it is whole.
func writeWhole(ctx context.Context, name string, text []byte) error {
	fsys, err := openStorage(ctx, name)
	if err != nil {
		return err
	}
	defer fsys.Close()
	temp := name + ".tmp-" + strings.ToLower(rand.Text())
	err = filesystem.Write(ctx, fsys, temp, text)
	if err == nil {
		err = filesystem.Rename(ctx, fsys, temp, name)
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	return nil
}
