package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"sync/atomic"
	"syscall"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/jsonl"
	"golang.org/x/term"
)

// The exit codes.
const (
	exitOK     = 0
	exitFailed = 1 // a page failed, or the output could not be written
	exitUsage  = 2
)

// A parseFunc is newspage.Parse, or what stands in for it in a test.
type parseFunc func(io.Reader, *newspage.Options) (*newspage.Article, error)

// A command is one run of newspage with the world it runs in.
type command struct {
	settings
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	parse  parseFunc
	screen screen // what stdout is
	doors  doorman
	tally  tally
	done   doneInputs // by an earlier run

	skipped atomic.Int64 // inputs that were done

	reported atomic.Bool // a report is written, or is about to be
}

// run is the whole life of the command; it returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second signal ends the process at once, even one that hangs in a write.
	context.AfterFunc(ctx, stop)
	c := &command{stdin: stdin, stdout: stdout, stderr: stderr, parse: newspage.Parse, screen: screenOf(stdout)}
	return c.run(ctx, args)
}

func (c *command) run(ctx context.Context, args []string) int {
	s, err := parseArgs(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return c.print(usage)
	case err != nil:
		return c.refuse(err)
	case s.version:
		return c.print("newspage " + version() + "\n")
	}
	if len(s.args) == 0 && s.manifest == "" {
		if isTerminal(c.stdin) {
			io.WriteString(c.stderr, usage)
			return exitUsage
		}
		s.args = []string{stdinName}
	}
	c.settings = *s
	if c.out != "" {
		return c.runInto(ctx)
	}
	return c.batch(ctx)
}

// runInto is run with the output in a file.
func (c *command) runInto(ctx context.Context) int {
	f, err := c.openOutput()
	if err != nil {
		return c.refuse(err)
	}
	c.stdout, c.screen = f, screen{}
	code := c.batch(ctx)
	if err := f.Close(); err != nil {
		return c.writeFailed(err)
	}
	return code
}

// print writes a text the user asked for.
func (c *command) print(text string) int {
	if _, err := io.WriteString(c.stdout, text); err != nil {
		return c.writeFailed(err)
	}
	return exitOK
}

// refuse reports wrong usage.
func (c *command) refuse(err error) int {
	fmt.Fprintf(c.stderr, "newspage: %s\nTry 'newspage -h' for help.\n", jsonl.Message(err))
	return exitUsage
}

// version is the module version the command was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// isTerminal says whether a stream is a terminal, with somebody at it.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
