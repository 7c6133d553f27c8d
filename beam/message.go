package newsbeam

import (
	"errors"
	"io/fs"
	"strings"
	"unicode"
)

// message is what an error says, on one line, without what the line it stands
// on says already: the library's name and the file's. It words an error as the
// command newspage does, so that both give the same lines.
func message(err error) string {
	text := err.Error()
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		text = strings.Replace(text, pathErr.Error(), pathErr.Err.Error(), 1)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.TrimPrefix(text, "newspage: "))
}
