package main

import (
	"errors"
	"flag"
	"io"
	"strings"
)

// The settings of one run, as the flags give them.
type settings struct {
	pages string
	truth string
	n     int
	runs  int
	only  []string
	json  bool
	// collect says whether the garbage is collected before each timed call
	collect bool
}

func parseFlags(args []string, stderr io.Writer) (settings, error) {
	var s settings
	var only string
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&s.pages, "pages", "", "`folder` of pages (.html, .html.gz), or of a benchmark")
	f.StringVar(&s.truth, "truth", "", "`file` of right answers, a JSON object a line")
	f.IntVar(&s.n, "n", 0, "take at most so many pages, spread evenly (0: all)")
	f.IntVar(&s.runs, "runs", 3, "timed runs a page, of which the best counts")
	f.StringVar(&only, "only", "", "`names` of the extractors to run, with commas between (default all: "+strings.Join(extractorNames(), ",")+")")
	f.BoolVar(&s.collect, "collect", true, "collect the garbage before each timed call")
	f.BoolVar(&s.json, "json", false, "print JSON, not Markdown")
	if err := f.Parse(args); err != nil {
		return s, err
	}
	s.only = splitNames(only)
	return s, s.check(f.Args())
}

func (s settings) check(rest []string) error {
	switch {
	case len(rest) > 0:
		return errors.New("unexpected argument " + rest[0])
	case s.pages == "":
		return errors.New("-pages is missing")
	case s.n < 0:
		return errors.New("-n is negative")
	case s.runs < 1:
		return errors.New("-runs must be 1 or more")
	}
	_, err := chosen(s.only)
	return err
}

func splitNames(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}
