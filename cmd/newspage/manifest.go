package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
)

// maxManifestLine is the longest line of a manifest that is read. A line holds
// a path and an address; the limit keeps a file that is no manifest out of memory.
const maxManifestLine = 1 << 20

// manifestInputs yields the pages a manifest lists. A line that cannot be read
// is an input that failed; the lines after it are read all the same.
func manifestInputs(manifest string) iter.Seq[input] {
	return func(yield func(input) bool) {
		f, err := os.Open(manifest)
		if err != nil {
			yield(input{name: manifest, err: err})
			return
		}
		defer f.Close()
		r := bufio.NewReader(f)
		for number := 1; ; number++ {
			line, err := readLine(r)
			if err == io.EOF {
				return
			}
			if err != nil && err != errLongLine {
				yield(input{name: manifest, err: err})
				return
			}
			if number == 1 {
				line = bytes.TrimPrefix(line, []byte("\uFEFF"))
			}
			line = bytes.TrimSpace(line)
			if err == nil && len(line) == 0 {
				continue
			}
			if !yield(lineInput(manifest, number, line, err)) {
				return
			}
		}
	}
}

var errLongLine = errors.New("the line is too long (more than 1 MiB)")

// readLine reads a line without its end. A line that is too long is read past
// and reported as errLongLine.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	size := 0
	for {
		part, err := r.ReadSlice('\n')
		size += len(part)
		if size <= maxManifestLine {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err == io.EOF && size > 0 {
			err = nil
		}
		if err == nil && size > maxManifestLine {
			err = errLongLine
		}
		return line, err
	}
}

// lineInput is the input that a line of the manifest stands for.
func lineInput(manifest string, number int, line []byte, err error) input {
	where := fmt.Sprintf("%s:%d", manifest, number)
	if err != nil {
		return input{name: where, err: err}
	}
	// A map, since a struct would take a field "URL" or "Path" for these too.
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		return input{name: where, err: fmt.Errorf("not a JSON object: %w", err)}
	}
	page, err := stringField(fields, "path")
	if err != nil {
		return input{name: where, err: err}
	}
	if page == "" {
		return fetchedInput(where, fields)
	}
	in := input{name: page, path: filepath.FromSlash(page)}
	if !filepath.IsAbs(in.path) {
		in.path = filepath.Join(filepath.Dir(manifest), in.path)
	}
	address, err := stringField(fields, "url")
	if err == nil && address != "" {
		in.url, err = parseWebURL(address)
	}
	if err != nil {
		in.err = fmt.Errorf("%s: %w", where, err)
	}
	return in
}

// fetchedInput is the input of a line that has an address and no path.
func fetchedInput(where string, fields map[string]json.RawMessage) input {
	address, err := stringField(fields, "url")
	if err == nil && address == "" {
		err = errors.New(`neither "path" nor "url"`)
	}
	if err != nil {
		return input{name: where, err: err}
	}
	u, err := parseWebURL(address)
	if err != nil {
		err = fmt.Errorf("%s: %w", where, err)
	}
	return input{name: address, kind: webInput, url: u, err: err}
}

// stringField is a field of the line; "" where it is left out or null.
func stringField(fields map[string]json.RawMessage, name string) (string, error) {
	raw, ok := fields[name]
	if !ok {
		return "", nil
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return "", fmt.Errorf("%q is not a string", name)
	}
	return s, nil
}
