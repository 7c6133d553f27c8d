package newspage_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReadmePrograms checks that each Go program of the README compiles and
// that vet finds nothing in it.
func TestReadmePrograms(t *testing.T) {
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	blocks := strings.Split(string(text), "```go\n")[1:]
	require.NotEmpty(t, blocks)
	for i, block := range blocks {
		program, _, ok := strings.Cut(block, "```")
		require.True(t, ok, "a block of the README has no end")
		file := filepath.Join(t.TempDir(), fmt.Sprintf("readme%d.go", i))
		require.NoError(t, os.WriteFile(file, []byte(program), 0o644))
		// A file outside the module sees the module of the working directory.
		out, err := exec.Command("go", "vet", file).CombinedOutput()
		require.NoError(t, err, string(out))
	}
}
