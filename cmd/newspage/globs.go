package main

import (
	"errors"
	"iter"
	"os"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// isPattern says whether an argument is a pattern that no shell has resolved: no file is called so.
func isPattern(arg string) bool {
	if !strings.ContainsAny(arg, "*?[{") {
		return false
	}
	_, err := os.Lstat(arg)
	return err != nil
}

// patternInputs yields what stands for the files and folders that fit a pattern, in the order of their names.
func (c *command) patternInputs(pattern string) iter.Seq[input] {
	return func(yield func(input) bool) {
		names, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly())
		if err == nil && len(names) == 0 {
			err = errors.New("no file fits this pattern")
		}
		if err != nil {
			yield(input{name: pattern, err: err})
			return
		}
		for _, name := range names {
			for in := range c.fileInputs(name) {
				if !yield(in) {
					return
				}
			}
		}
	}
}
