package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// programs are what is run in of the tests, built once.
type programs struct {
	dir      string
	err      error // of the command
	prismErr error // of Prism, whose absence alone is no failure
}

var built = sync.OnceValue(func() programs {
	dir, err := os.MkdirTemp("", "newspage-beam")
	if err != nil {
		return programs{err: err}
	}
	t := programs{dir: dir}
	t.err = goBuild(".", dir+"/newspage-beam", ".")
	if t.err == nil {
		// The command beside it, of the module at the root.
		t.err = goBuild("../../..", dir+"/newspage", "./cmd/newspage")
	}
	t.prismErr = goBuild(".", dir+"/prism", "github.com/apache/beam/sdks/v2/go/cmd/prism")
	return t
})

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(built().dir)
	os.Exit(code)
}

func goBuild(dir, to, what string) error {
	cmd := exec.Command("go", "build", "-o", to, what)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build %s: %w\n%s", what, err, out)
	}
	return nil
}

// runTool runs a program to its end and returns what it printed.
func runTool(t *testing.T, name string, args ...string) (stdout, stderr string, code int) {
	require.NoError(t, built().err)
	cmd := exec.Command(filepath.Join(built().dir, name), args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	timer := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	defer timer.Stop()
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		require.NoError(t, err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// startTool starts a program that runs until the test ends.
func startTool(t *testing.T, name string, args ...string) {
	cmd := exec.Command(filepath.Join(built().dir, name), args...)
	cmd.Stdout, cmd.Stderr = io.Discard, io.Discard
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
}

// freePort is a port of the loopback that nobody listens at.
func freePort(t *testing.T) string {
	l, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	require.NoError(t, err)
	return port
}

// waitFor waits until somebody listens at a port.
func waitFor(t *testing.T, port string) {
	require.Eventually(t, func() bool {
		c, err := net.Dial("tcp", "localhost:"+port)
		if err == nil {
			c.Close()
		}
		return err == nil
	}, 30*time.Second, 50*time.Millisecond)
}

func sortedLines(text string) []string {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	slices.Sort(lines)
	return lines
}

// outputLines are the lines of all files of a prefix, sorted.
func outputLines(t *testing.T, prefix string) []string {
	names, err := filepath.Glob(prefix + "-?????-of-?????.jsonl")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	var all strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		all.Write(text)
	}
	return sortedLines(all.String())
}
