// Command newspage prints the articles of news pages as JSON, text,
// Markdown or HTML. The usage text (newspage -h) is its documentation.
package main

import (
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// gcPercent is how much may be allocated before the garbage is collected, in percent
// of what is in use. A run has only a few pages in use at a time, so that by the
// runtime's own measure (100) it is collected hundreds of times a second: a quarter of
// the time of a run on two cores. The variable GOGC says otherwise.
const gcPercent = 300

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	// A closed pipe is to reach run as a write error, not to kill the process.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
