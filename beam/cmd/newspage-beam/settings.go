package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"runtime"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/newspage-go/newspage"
)

// A usageError is a command line that makes no sense.
type usageError struct{ error }

// settings are the flags of the command. Those of Beam's runners stand beside them.
type settings struct {
	inputs     []string
	output     string
	failures   string
	suffix     string
	shards     int
	distinct   bool
	siteReport string
	maxBytes   int64
	splitBytes int64
	threads    int
	workerPool string
}

func (s *settings) register(fs *flag.FlagSet) {
	fs.Func("input", "files to read: a `pattern` such as gs://crawl/*.warc.gz, or a folder; may be given more than once", func(v string) error {
		s.inputs = append(s.inputs, v)
		return nil
	})
	fs.StringVar(&s.output, "output", "", "`prefix` of the files of articles: PREFIX-00000-of-00003.jsonl and so on")
	fs.StringVar(&s.failures, "failures", "", "`prefix` of the files of failures (default: that of the output and -failures)")
	fs.StringVar(&s.suffix, "suffix", ".jsonl", "end of the names of both; with .gz they are compressed")
	fs.IntVar(&s.shards, "num_shards", 0, "at most so many files of articles; 0: as the runner's bundles have it, which is cheapest")
	fs.BoolVar(&s.distinct, "distinct", false, "keep one article for each canonical address, the one fetched last")
	for _, name := range []string{"site_report", "site-report"} {
		fs.StringVar(&s.siteReport, name, "", "`file` of counts by host, .csv or JSON Lines")
	}
	fs.Int64Var(&s.maxBytes, "max_bytes", newspage.DefaultMaxBytes, "refuse pages of more than this many bytes, uncompressed")
	fs.Int64Var(&s.splitBytes, "split_bytes", 64<<20, "read larger files in ranges of this many bytes, several at once")
	fs.IntVar(&s.threads, "parse_threads", 0, "pages of a bundle parsed at once; 0: one, but one a core on Prism, which has one bundle at a time")
	fs.StringVar(&s.workerPool, "worker_pool", "", "do nothing but start workers for a runner that asks for them at this `port`, for --environment_type=EXTERNAL")
}

// check finds values that make no sense.
func (s *settings) check() error {
	switch {
	case flag.NArg() > 0:
		return fmt.Errorf("what to read is given as --input=%s", flag.Arg(0))
	case len(s.inputs) == 0:
		return errors.New("--input is missing: a pattern of files such as crawl/*.warc.gz")
	case s.output == "":
		return errors.New("--output is missing: the prefix of the files to write")
	case s.suffix == "":
		return errors.New("--suffix is empty")
	case s.shards < 0:
		return errors.New("--num_shards must not be negative")
	case s.maxBytes < 1:
		return errors.New("--max_bytes must be at least 1")
	case s.splitBytes < 1:
		return errors.New("--split_bytes must be at least 1")
	case s.threads < 0:
		return errors.New("--parse_threads must not be negative")
	}
	if s.failures == "" {
		s.failures = s.output + "-failures"
	}
	if s.threads == 0 {
		s.threads = defaultThreads(*runners.Runner)
	}
	return nil
}

// defaultThreads is as many as the cores where nothing else would use them:
// Prism gives a stage all it has in one bundle.
func defaultThreads(runner string) int {
	switch strings.ToLower(runner) {
	case "", "prism", "prismrunner":
		return runtime.GOMAXPROCS(0)
	}
	return 1
}

// checkOutput refuses to write beside the files of another run: with another
// number of shards both would stay, and every article would be there twice.
func (s *settings) checkOutput(ctx context.Context) error {
	if *jobopts.Async {
		return nil // Whoever submits may not be able to reach the output.
	}
	for _, prefix := range []string{s.output, s.failures} {
		fsys, err := filesystem.New(ctx, prefix)
		if err != nil {
			return err
		}
		found, err := fsys.List(ctx, prefix+"-?????-of-?????"+s.suffix)
		fsys.Close()
		if err != nil {
			return fmt.Errorf("cannot look for files of an earlier run: %w", err)
		}
		if len(found) > 0 {
			return fmt.Errorf("%s is there from another run: remove it and its like, or give another --output", found[0])
		}
	}
	return nil
}
