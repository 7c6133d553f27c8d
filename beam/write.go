package newsbeam

import (
	"bufio"
	"compress/gzip"
	"context"
	"crypto/rand"
	"fmt"
	"hash/fnv"
	"io"
	"reflect"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	beam.RegisterType(reflect.TypeFor[written]())
	register.DoFn3x1[context.Context, []byte, func(written), error](&writeFn{})
	register.DoFn4x1[context.Context, int, func(*[]byte) bool, func(written), error](&writeShardFn{})
	register.DoFn1x2[[]byte, int, []byte](&shardFn{})
	register.Emitter1[written]()
	register.Iter1[[]byte]()
}

// WriteOptions say how output is written. The zero value is right for most.
type WriteOptions struct {
	// Suffix is the end of the files' names; "": ".jsonl". With ".gz" at its
	// end the files are compressed.
	Suffix string
	// Shards is the number of files, fewer where there are not as many lines; 0:
	// as the runner's bundles have it, which moves no line from one worker to
	// another. With more all lines are moved.
	Shards int
	// ShardBytes is the size (uncompressed) after which a bundle begins a new
	// file, where Shards is 0; 0: 512 MiB.
	ShardBytes int64
}

// WriteLines writes PCollections of lines ([]byte, without line breaks) to
// files PREFIX-00000-of-00003.jsonl and so on, and returns a
// PCollection<string> of their names.
//
// Lines are first written to files in the folder PREFIX.tmp-ID. When all are
// whole, and the runner has settled which attempt of each bundle counts, those
// files get their names; what other attempts have left behind is removed. So no
// file of the final names is ever half written, and no line is in two of them.
func WriteLines(s beam.Scope, prefix string, opts WriteOptions, lines ...beam.PCollection) beam.PCollection {
	filesystem.ValidateScheme(prefix)
	s = s.Scope("newspage.WriteLines")
	if opts.Suffix == "" {
		opts.Suffix = ".jsonl"
	}
	if opts.ShardBytes <= 0 {
		opts.ShardBytes = 512 << 20
	}
	temp := temporary{Folder: prefix + ".tmp-" + strings.ToLower(rand.Text()), Suffix: opts.Suffix}
	if opts.Shards > 0 {
		var keyed []beam.PCollection
		for _, col := range lines {
			keyed = append(keyed, beam.ParDo(s, &shardFn{Shards: opts.Shards}, col))
		}
		shards := beam.GroupByKey(s, beam.Flatten(s, keyed...))
		return finish(s, prefix, temp, beam.ParDo(s, &writeShardFn{temporary: temp}, shards))
	}
	var files []beam.PCollection
	for _, col := range lines {
		files = append(files, beam.ParDo(s, &writeFn{temporary: temp, ShardBytes: opts.ShardBytes}, col))
	}
	return finish(s, prefix, temp, beam.Flatten(s, files...))
}

// A written is a file that is whole, under its temporary name.
type written struct {
	Name  string
	Lines int64
	Bytes int64 // before compression
}

// A temporary says where files are written before they get their names.
type temporary struct {
	Folder string
	Suffix string
}

// writeFn writes the lines of a bundle to files of its own. Only a bundle that
// counts hands their names on.
type writeFn struct {
	temporary
	ShardBytes int64

	file *lineFile // nil: none is begun
}

func (f *writeFn) StartBundle(_ context.Context, _ func(written)) {
	f.file = nil // Of a bundle that failed.
}

func (f *writeFn) ProcessElement(ctx context.Context, line []byte, emit func(written)) error {
	if f.file == nil {
		file, err := f.create(ctx)
		if err != nil {
			return err
		}
		f.file = file
	}
	if err := f.file.write(line); err != nil {
		return err
	}
	if f.file.Bytes >= f.ShardBytes {
		return f.FinishBundle(ctx, emit)
	}
	return nil
}

func (f *writeFn) FinishBundle(_ context.Context, emit func(written)) error {
	if f.file == nil {
		return nil
	}
	file := f.file
	f.file = nil
	if err := file.close(); err != nil {
		return err
	}
	emit(file.written)
	return nil
}

// shardFn spreads lines over a number of files, each line always to the same.
type shardFn struct{ Shards int }

func (f *shardFn) ProcessElement(line []byte) (int, []byte) {
	h := fnv.New64a()
	h.Write(line)
	return int(h.Sum64() % uint64(f.Shards)), line
}

// writeShardFn writes all lines of one file.
type writeShardFn struct{ temporary }

func (f *writeShardFn) ProcessElement(ctx context.Context, _ int, lines func(*[]byte) bool, emit func(written)) error {
	file, err := f.create(ctx)
	if err != nil {
		return err
	}
	var line []byte
	for lines(&line) {
		if err := file.write(line); err != nil {
			return err
		}
	}
	if err := file.close(); err != nil {
		return err
	}
	emit(file.written)
	return nil
}

// A lineFile is a file that is being written.
type lineFile struct {
	written
	fsys filesystem.Interface
	raw  io.WriteCloser
	zip  *gzip.Writer // nil: not compressed
	buf  *bufio.Writer
}

// create begins a file under a name that no other attempt has.
func (t temporary) create(ctx context.Context) (*lineFile, error) {
	name := t.Folder + "/" + strings.ToLower(rand.Text()) + t.Suffix
	fsys, err := openStorage(ctx, name)
	if err != nil {
		return nil, err
	}
	raw, err := fsys.OpenWrite(ctx, name)
	if err != nil {
		fsys.Close()
		return nil, fmt.Errorf("cannot write %s: %w", name, err)
	}
	f := &lineFile{written: written{Name: name}, fsys: fsys, raw: raw}
	var w io.Writer = raw
	if strings.HasSuffix(t.Suffix, ".gz") {
		f.zip = gzip.NewWriter(raw)
		w = f.zip
	}
	f.buf = bufio.NewWriterSize(w, 256<<10)
	return f, nil
}

func (f *lineFile) write(line []byte) error {
	f.buf.Write(line) // Its error is the next one's too.
	err := f.buf.WriteByte('\n')
	f.Lines++
	f.Bytes += int64(len(line)) + 1
	return f.named(err)
}

// close ends the file. Only a file whose close went well is whole.
func (f *lineFile) close() error {
	err := f.buf.Flush()
	if err == nil && f.zip != nil {
		err = f.zip.Close()
	}
	if closed := f.raw.Close(); err == nil {
		err = closed
	}
	f.fsys.Close()
	return f.named(err)
}

func (f *lineFile) named(err error) error {
	if err != nil {
		err = fmt.Errorf("cannot write %s: %w", f.Name, err)
	}
	return err
}
