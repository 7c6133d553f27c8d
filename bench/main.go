// Command bench compares newspage with other Go extractors on a folder of
// pages: how long each takes in multiples of html.Parse, what it allocates,
// and, where the right answers are at hand, how much of them it finds.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
)

// The exit codes.
const (
	exitOK     = 0
	exitFailed = 1 // the pages could not be read, or the output not written
	exitUsage  = 2
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run is the whole life of the command; it returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	s, err := parseFlags(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitOK
	}
	if err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return exitUsage
	}
	// One processor, so that an extractor or a collector that works beside
	// itself pays for all it does.
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if err := compare(s, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return exitFailed
	}
	return exitOK
}

// compare reads the pages, measures and scores every extractor on them and
// prints the report.
func compare(s settings, stdout, stderr io.Writer) error {
	pages, truths, err := readInputs(s)
	if err != nil {
		return err
	}
	extractors, err := chosen(s.only)
	if err != nil {
		return err
	}
	g := newGuard(callLimit, graceLimit)
	b := &bench{pages: pages, extractors: extractors, guard: g, progress: stderr, collect: s.collect}
	measured := b.run(s.runs)
	r := newReport(s, pages, measured, truths)
	if g.runaways > 0 {
		fmt.Fprintf(stderr, "bench: %d calls never ended; the times after them are too long\n", g.runaways)
	}
	if s.json {
		return r.writeJSON(stdout)
	}
	return r.writeMarkdown(stdout)
}
