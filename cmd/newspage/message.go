package main

import (
	"errors"
	"io/fs"
	"strings"
)

// message is what an error says, on one line, without what the line it stands
// on says already: the command's name and the file's.
func message(err error) string {
	text := err.Error()
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		// Whatever wraps it keeps its words.
		text = strings.Replace(text, pathErr.Error(), pathErr.Err.Error(), 1)
	}
	return oneLine(strings.TrimPrefix(text, "newspage: "))
}
