// Package jsonl writes the lines of JSON that the command newspage and
// pipelines give for a page, so that both give the same.
package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"strings"
	"unicode"

	"github.com/newspage-go/newspage"
)

// Encode is the line of a page, with its line break: the input, the article's
// own fields, what went wrong. article is nil where there is not even metadata;
// problem is "" where nothing went wrong. The article's JSON is put between the
// two as it is, since embedding the Article in a struct would let its
// MarshalJSON hide the other fields.
func Encode(input string, article *newspage.Article, problem string) ([]byte, error) {
	objects := []any{map[string]string{"input": input}}
	if article != nil {
		objects = append(objects, article)
	}
	if problem != "" {
		objects = append(objects, map[string]string{"error": problem})
	}
	line := []byte{'{'}
	for _, object := range objects {
		text, err := Marshal(object, "")
		if err != nil {
			return nil, err
		}
		inner := bytes.TrimSuffix(text[1:], []byte("}\n"))
		if len(inner) > 0 && len(line) > 1 {
			line = append(line, ',')
		}
		line = append(line, inner...)
	}
	return append(line, "}\n"...), nil
}

// Marshal writes JSON without HTML escaping, ended by a line break.
func Marshal(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	err := enc.Encode(v)
	return b.Bytes(), err
}

// Message is what an error says, on one line, without what the line it stands
// on says already: the library's name and the file's.
func Message(err error) string {
	text := err.Error()
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		// Whatever wraps it keeps its words.
		text = strings.Replace(text, pathErr.Error(), pathErr.Err.Error(), 1)
	}
	return OneLine(strings.TrimPrefix(text, "newspage: "))
}

// OneLine puts a space in the place of line breaks and of what a terminal would obey.
func OneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}
