// Command newspage prints the articles of news pages as JSON, text,
// Markdown or HTML. The usage text (newspage -h) is its documentation.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	// A closed pipe is to reach run as a write error, not to kill the process.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
