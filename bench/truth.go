package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// A truth is what is right of one page. A field that is empty is not known
// and not scored.
type truth struct {
	ID         string
	Set        string
	URL        string
	Text       string
	Title      string
	Authors    []authorName
	Date       string
	Standfirst []string
	Paragraphs []string
}

// An authorName is an author in the truth, which may be a string or an object with "name".
type authorName string

// UnmarshalJSON reads both forms.
func (a *authorName) UnmarshalJSON(data []byte) error {
	var object struct{ Name string }
	if bytes.HasPrefix(data, []byte("{")) {
		err := json.Unmarshal(data, &object)
		*a = authorName(object.Name)
		return err
	}
	return json.Unmarshal(data, (*string)(a))
}

// readTruths reads a truth a line, by id.
func readTruths(path string) (map[string]truth, error) {
	truths := map[string]truth{}
	err := eachLine(path, func(line []byte) error {
		var t truth
		err := json.Unmarshal(line, &t)
		truths[t.ID] = t
		return err
	})
	return truths, err
}

// eachLine calls f with every line of a file that is not blank.
func eachLine(path string, f func(line []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20) // a line holds a whole article
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		if err := f(line); err != nil {
			return fmt.Errorf("%s, line %d: %w", filepath.Base(path), n, err)
		}
	}
	return lines.Err()
}
