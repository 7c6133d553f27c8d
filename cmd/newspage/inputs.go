package main

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// stdinName is the argument that stands for standard input.
const stdinName = "-"

// An inputKind says how an input is opened.
type inputKind uint8

const (
	fileInput inputKind = iota
	stdinInput
	webInput
)

// An input is one page to read, or, where err is set, the place of one that cannot be.
type input struct {
	name string // as given, or as in the manifest: what output and errors call it
	kind inputKind
	path string   // of a file
	url  *url.URL // what to fetch; of a file or standard input its address, or nil
	err  error
}

// label is what error messages call the input.
func (in input) label() string {
	if in.kind == stdinInput {
		return "standard input"
	}
	return in.name
}

// inputs yields the pages in the order they were given. Folders and the
// manifest are read as far as pages are asked for, not ahead.
func (s *settings) inputs() iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, arg := range s.args {
			for in := range argInputs(arg) {
				if !yield(in) {
					return
				}
			}
		}
		if s.manifest == "" {
			return
		}
		for in := range manifestInputs(s.manifest) {
			if !yield(in) {
				return
			}
		}
	}
}

// argInputs yields what one argument stands for.
func argInputs(arg string) iter.Seq[input] {
	switch {
	case arg == stdinName:
		return one(input{name: arg, kind: stdinInput})
	case isWebAddress(arg):
		u, err := parseWebURL(arg)
		return one(input{name: arg, kind: webInput, url: u, err: err})
	case isFolder(arg):
		return folderInputs(arg)
	}
	return one(input{name: arg, path: arg})
}

func one(in input) iter.Seq[input] {
	return func(yield func(input) bool) { yield(in) }
}

// folderInputs yields the pages of a folder and the folders in it. A folder
// that cannot be read is an input that failed, and so is one without pages.
func folderInputs(dir string) iter.Seq[input] {
	return func(yield func(input) bool) {
		found := false
		// os.DirFS, unlike filepath.WalkDir, enters a dir that is a symbolic link.
		stopped := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
			in, ok := folderInput(dir, p, d, err)
			if !ok {
				return nil
			}
			found = true
			if !yield(in) {
				return fs.SkipAll
			}
			if err != nil {
				return fs.SkipDir
			}
			return nil
		})
		if !found && stopped == nil {
			yield(input{name: dir, err: errors.New("no pages (.html, .htm, .xhtml, or these with .gz) in this folder")})
		}
	}
}

// folderInput is the input that an entry of a folder is, if it is one.
func folderInput(dir, p string, d fs.DirEntry, err error) (input, bool) {
	name := filepath.Join(dir, filepath.FromSlash(p))
	if err != nil {
		return input{name: name, err: err}, true
	}
	if d.IsDir() || !hasPageName(p) || !isRegular(name, d) {
		return input{}, false
	}
	return input{name: name, path: name}, true
}

// isRegular keeps out what would hang when opened (named pipes) and links to folders.
func isRegular(name string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return d.Type().IsRegular()
	}
	info, err := os.Stat(name)
	// A broken link is kept: opening it says what is wrong.
	return err != nil || info.Mode().IsRegular()
}

func hasPageName(p string) bool {
	p = strings.TrimSuffix(strings.ToLower(p), ".gz")
	switch path.Ext(p) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	return false
}

// isWebAddress says whether an argument is to be fetched.
func isWebAddress(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// parseWebURL reads an absolute http or https address.
func parseWebURL(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	if err != nil {
		var bad *url.Error
		if errors.As(err, &bad) {
			err = bad.Err
		}
		return nil, fmt.Errorf("broken address %q: %w", s, err)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return nil, fmt.Errorf("%q is no absolute http or https address", s)
	}
	return u, nil
}
