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

	"github.com/newspage-go/newspage/warc"
)

// stdinName is the argument that stands for standard input.
const stdinName = "-"

// An inputKind says how an input is opened.
type inputKind uint8

const (
	fileInput inputKind = iota
	stdinInput
	webInput
	recordInput
)

// An input is one page to read, or, where err is set, the place of one that cannot be.
type input struct {
	name string // as given, or as in the manifest: what output and errors call it
	kind inputKind
	path string   // of a file
	url  *url.URL // what to fetch; of a file or standard input its address, or nil
	err  error

	record *warc.Page // of a WARC file, else nil
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
func (c *command) inputs() iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, arg := range c.args {
			for in := range c.argInputs(arg) {
				if !yield(in) {
					return
				}
			}
		}
		if c.manifest == "" {
			return
		}
		for in := range manifestInputs(c.manifest) {
			if !c.yieldFile(in, yield) {
				return
			}
		}
	}
}

// argInputs yields what one argument stands for.
func (c *command) argInputs(arg string) iter.Seq[input] {
	switch {
	case arg == stdinName:
		return c.stdinInputs()
	case isWebAddress(arg):
		u, err := parseWebURL(arg)
		return one(input{name: arg, kind: webInput, url: u, err: err})
	case isFolder(arg):
		return c.folderInputs(arg)
	case isPattern(arg):
		return c.patternInputs(arg)
	}
	return c.fileInputs(arg)
}

// fileInputs yields a file, or the pages of a WARC file.
func (c *command) fileInputs(name string) iter.Seq[input] {
	in := input{name: name, path: name}
	if isWARC(name) {
		return c.warcFile(in)
	}
	return one(in)
}

func one(in input) iter.Seq[input] {
	return func(yield func(input) bool) { yield(in) }
}

// folderInputs yields the pages of a folder and the folders in it. A folder
// that cannot be read is an input that failed, and so is one without pages.
func (c *command) folderInputs(dir string) iter.Seq[input] {
	return func(yield func(input) bool) {
		found := false
		// os.DirFS, unlike filepath.WalkDir, enters a dir that is a symbolic link.
		stopped := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
			in, ok := folderInput(dir, p, d, err)
			if !ok {
				return nil
			}
			found = true
			if !c.yieldFile(in, yield) {
				return fs.SkipAll
			}
			if err != nil {
				return fs.SkipDir
			}
			return nil
		})
		if !found && stopped == nil {
			yield(input{name: dir, err: errors.New("no pages (.html, .htm, .xhtml, .warc, or these with .gz) in this folder")})
		}
	}
}

// yieldFile yields a file of a folder or manifest, or the pages of a WARC file.
func (c *command) yieldFile(in input, yield func(input) bool) bool {
	if in.err != nil || !hasWARCName(in.path) {
		return yield(in)
	}
	for page := range c.warcFile(in) {
		if !yield(page) {
			return false
		}
	}
	return true
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
	case ".html", ".htm", ".xhtml", ".warc":
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
