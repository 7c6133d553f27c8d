package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/newspage-go/newspage"
)

// The output formats.
const (
	formatJSON     = "json"
	formatJSONL    = "jsonl"
	formatText     = "text"
	formatMarkdown = "markdown"
	formatHTML     = "html"
)

// settings are the command line, read and checked.
type settings struct {
	format   string
	pageURL  *url.URL // of the only page; nil: not given
	manifest string   // path of the manifest; "": none
	maxBytes int64
	timeout  time.Duration // of a fetch; 0: none
	workers  int
	trace    bool
	explain  string // path of the report; "": none
	chosen   bool   // a format was given
	out      string // path of the output; "": standard output
	resume   bool   // what is done already in out is skipped
	quiet    bool
	pause    time.Duration // between two requests to a host
	version  bool
	args     []string
}

// webWorkers is how many pages are fetched at once at least, of as many hosts:
// a worker mostly waits for the network, or for its host's turn.
const webWorkers = 8

// parseArgs reads the command line. Its errors are wrong usage, or flag.ErrHelp.
func parseArgs(args []string) (*settings, error) {
	s := &settings{}
	fs := flag.NewFlagSet("newspage", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	fs.StringVar(&s.format, "format", formatJSON, "")
	fs.Func("url", "", s.setPageURL)
	fs.StringVar(&s.manifest, "manifest", "", "")
	fs.Int64Var(&s.maxBytes, "max-bytes", newspage.DefaultMaxBytes, "")
	fs.DurationVar(&s.timeout, "timeout", 30*time.Second, "")
	fs.IntVar(&s.workers, "j", runtime.GOMAXPROCS(0), "")
	fs.BoolVar(&s.trace, "trace", false, "")
	fs.StringVar(&s.explain, "explain", "", "")
	fs.StringVar(&s.out, "o", "", "")
	fs.BoolVar(&s.resume, "continue", false, "")
	fs.BoolVar(&s.quiet, "quiet", false, "")
	fs.DurationVar(&s.pause, "pause", time.Second, "")
	fs.BoolVar(&s.version, "version", false, "")
	var err error
	if s.args, err = parseMixed(fs, args); err != nil {
		return nil, err
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	s.chosen = given["format"]
	if !given["j"] && slices.ContainsFunc(s.args, isWebAddress) {
		s.workers = max(s.workers, webWorkers)
	}
	return s, s.check()
}

// parseMixed lets flags stand after inputs too, which package flag does not:
// "newspage page.html -format text" would otherwise look for a file "-format".
func parseMixed(fs *flag.FlagSet, args []string) ([]string, error) {
	var inputs []string
	for {
		if err := fs.Parse(args); err != nil {
			return nil, err
		}
		rest := fs.Args()
		if read := len(args) - len(rest); len(rest) == 0 || read > 0 && args[read-1] == "--" {
			return append(inputs, rest...), nil
		}
		inputs = append(inputs, rest[0])
		args = rest[1:]
	}
}

func (s *settings) setPageURL(value string) error {
	u, err := parseWebURL(value)
	s.pageURL = u
	return err
}

// check finds values and combinations that make no sense.
func (s *settings) check() error {
	switch s.format {
	case formatJSON, formatJSONL, formatText, formatMarkdown, formatHTML:
	default:
		return fmt.Errorf("unknown -format %q: json, jsonl, text, markdown or html", s.format)
	}
	switch {
	case s.maxBytes < 1:
		return errors.New("-max-bytes must be at least 1")
	case s.timeout < 0:
		return errors.New("-timeout must not be negative")
	case s.pause < 0:
		return errors.New("-pause must not be negative")
	case s.workers < 1:
		return errors.New("-j must be at least 1")
	}
	if err := s.checkOutput(); err != nil {
		return err
	}
	if err := s.checkExplain(); err != nil {
		return err
	}
	return s.checkInputs()
}

func (s *settings) checkInputs() error {
	stdins := 0
	for _, arg := range s.args {
		switch arg {
		case "":
			return errors.New("an input is empty")
		case stdinName:
			stdins++
		}
	}
	if stdins > 1 {
		return errors.New("standard input (-) can be read only once")
	}
	if s.pageURL == nil {
		return nil
	}
	if len(s.args) > 1 || s.manifest != "" {
		return errors.New("-url is the address of one page: give one input, or a manifest with addresses")
	}
	if len(s.args) == 1 && isFolder(s.args[0]) {
		return fmt.Errorf("-url is the address of one page: %s is a folder", s.args[0])
	}
	if len(s.args) == 1 && !isWebAddress(s.args[0]) && isWARC(s.args[0]) {
		return fmt.Errorf("-url is the address of one page: %s is a WARC file, which has the addresses of its pages", s.args[0])
	}
	return nil
}

func isFolder(name string) bool {
	if name == stdinName || isWebAddress(name) {
		return false
	}
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
