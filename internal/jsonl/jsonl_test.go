package jsonl

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage"
)

func TestEncode(t *testing.T) {
	for want, c := range map[string]struct {
		article *newspage.Article
		problem string
	}{
		`{"input":"a<b","title":"T & U"}`:                                {&newspage.Article{Title: "T & U"}, ""},
		`{"input":"a<b","title":"T","error":"nothing"}`:                  {&newspage.Article{Title: "T"}, "nothing"},
		`{"input":"a<b"}`:                                                {&newspage.Article{}, ""},
		`{"input":"a<b","error":"gone"}`:                                 {nil, "gone"},
		`{"input":"a<b","error":"}"}`:                                    {&newspage.Article{}, "}"},
		`{"input":"a<b","title":"}","source":{"name":"{}"},"error":"}"}`: {&newspage.Article{Title: "}", Source: &newspage.Source{Name: "{}"}}, "}"},
	} {
		line, err := Encode("a<b", c.article, c.problem)
		require.NoError(t, err)
		assert.Equal(t, want+"\n", string(line))
	}
}

func TestMessage(t *testing.T) {
	gone := &fs.PathError{Op: "open", Path: "a.html", Err: errors.New("no such file")}
	for want, err := range map[string]error{
		"no such file":             gone,
		"the report: no such file": fmt.Errorf("the report: %w", gone),
		"no article found":         newspage.ErrNoArticle,
		"reading: no such file":    fmt.Errorf("newspage: reading: %w", gone),
		"two lines [31m":           errors.New("two\nlines\x1b[31m"),
	} {
		assert.Equal(t, want, Message(err))
	}
}
