package conformance

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestCommandMeetsTheSchema holds what the command prints against the schemas:
// pages that are read, one without an article and some that are none.
func TestCommandMeetsTheSchema(t *testing.T) {
	article, line := compile(t)
	dir := t.TempDir()
	command := filepath.Join(dir, "newspage.exe")
	build := exec.Command("go", "build", "-o", command, "./cmd/newspage")
	build.Dir = "../.."
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))

	noPage := filepath.Join(dir, "no page.html")
	require.NoError(t, os.WriteFile(noPage, []byte("%PDF-1.4"), 0o644))
	noArticle := filepath.Join(dir, "listing.html")
	require.NoError(t, os.WriteFile(noArticle, []byte("<title>All stories</title><p>Choose one."), 0o644))

	lines := bytes.Split(bytes.TrimSpace(output(t, command, "-format", "jsonl", "../../testdata/pages", noPage, noArticle, filepath.Join(dir, "missing.html"))), []byte("\n"))
	require.Greater(t, len(lines), 10)
	failed := 0
	for _, text := range lines {
		require.NoError(t, validate(t, line, text), "%s", text)
		require.Error(t, validate(t, article, text), "a line has keys that an Article has not")
		if bytes.Contains(text, []byte(`"error":`)) {
			failed++
		}
	}
	assert.Equal(t, 3, failed)
	for _, page := range []string{"../../testdata/pages/readme.html", noArticle} {
		require.NoError(t, validate(t, article, output(t, command, "-format", "json", page)), page)
	}
}

// output is what a command prints; that a page failed is no failure of it.
func output(t *testing.T, command string, args ...string) []byte {
	t.Helper()
	out, err := exec.Command(command, args...).Output()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		require.NoError(t, err)
	}
	return out
}
