package gunzip

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func zipped(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(s))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

func TestReader(t *testing.T) {
	z := zipped(t, "a page")
	lost := errors.New("lost")
	for name, c := range map[string]struct {
		in   io.Reader
		want string
		err  string
	}{
		"plain":           {strings.NewReader("a page"), "a page", ""},
		"empty":           {strings.NewReader(""), "", ""},
		"one byte":        {strings.NewReader("\x1f"), "\x1f", ""},
		"gzip":            {strings.NewReader(z), "a page", ""},
		"two members":     {strings.NewReader(z + z), "a pagea page", ""},
		"cut off":         {strings.NewReader(z[:len(z)-3]), "", "broken gzip data: they end too early"},
		"header cut off":  {strings.NewReader(z[:5]), "", "broken gzip data: they end too early"},
		"wrong checksum":  {strings.NewReader(z[:len(z)-8] + "12345678"), "", "broken gzip data: gzip: invalid checksum"},
		"broken header":   {strings.NewReader("\x1f\x8b\x01 and so on, for long enough"), "", "broken gzip data: gzip: invalid header"},
		"lost connection": {io.MultiReader(strings.NewReader(z[:15]), iotest.ErrReader(lost)), "", "lost"},
	} {
		r, err := Reader(c.in)
		var got []byte
		if err == nil {
			got, err = io.ReadAll(r)
		}
		if c.err != "" {
			assert.EqualError(t, err, c.err, name)
			continue
		}
		require.NoError(t, err, name)
		assert.Equal(t, c.want, string(got), name)
	}
}
