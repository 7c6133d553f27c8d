package newspage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"
)

// This file writes and reads the JSON form of an Article. It differs from
// encoding/json's own in two ways: times keep what the page said of their
// zone, and a block has the keys of its kind and no others.

// articleJSON is the JSON form of an Article, its keys in the order they are written.
type articleJSON struct {
	URL        string    `json:"url,omitempty"`
	Title      string    `json:"title,omitempty"`
	Subtitle   string    `json:"subtitle,omitempty"`
	Authors    []Author  `json:"authors,omitempty"`
	Published  string    `json:"published,omitempty"`
	Modified   string    `json:"modified,omitempty"`
	Site       string    `json:"site,omitempty"`
	Section    string    `json:"section,omitempty"`
	Tags       []string  `json:"tags,omitempty"`
	Language   string    `json:"language,omitempty"`
	Image      *Image    `json:"image,omitempty"`
	Body       []Block   `json:"body,omitempty"`
	Quotes     []Quote   `json:"quotes,omitempty"`
	Source     *Source   `json:"source,omitempty"`
	Related    []Related `json:"related,omitempty"`
	Confidence float64   `json:"confidence,omitempty"`
}

// MarshalJSON writes the Article with its absent fields left out. A time with
// a zone is written as RFC 3339, one in Floating without an offset, one in
// DateOnly as the day alone. Package
// [github.com/newspage-go/newspage/schema] says which keys there are. It does
// not fail.
func (a Article) MarshalJSON() ([]byte, error) {
	return marshalPlain(articleJSON{
		URL: a.URL, Title: a.Title, Subtitle: a.Subtitle, Authors: a.Authors,
		Published: formatTime(a.Published), Modified: formatTime(a.Modified),
		Site: a.Site, Section: a.Section, Tags: a.Tags, Language: a.Language, Image: a.Image,
		Body: a.Body, Quotes: a.Quotes, Source: a.Source, Related: a.Related, Confidence: a.Confidence,
	})
}

// UnmarshalJSON reads what MarshalJSON writes; the whole Article is replaced. A
// time that is none is an error, which leaves the Article as it was. Keys it
// does not know are passed over, and texts and addresses are not checked: an
// Article from a stranger's JSON keeps none of the promises of Parse, unless
// the JSON meets the schema.
func (a *Article) UnmarshalJSON(data []byte) error {
	var j articleJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	published, err := parseTime(j.Published)
	if err != nil {
		return err
	}
	modified, err := parseTime(j.Modified)
	if err != nil {
		return err
	}
	*a = Article{
		URL: j.URL, Title: j.Title, Subtitle: j.Subtitle, Authors: j.Authors,
		Published: published, Modified: modified,
		Site: j.Site, Section: j.Section, Tags: j.Tags, Language: j.Language, Image: j.Image,
		Body: j.Body, Quotes: j.Quotes, Source: j.Source, Related: j.Related, Confidence: j.Confidence,
	}
	return nil
}

const floatingLayout = "2006-01-02T15:04:05.999999999"

func formatTime(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Location() == DateOnly:
		return t.Format(time.DateOnly)
	case t.Location() == Floating:
		return t.Format(floatingLayout)
	}
	return t.Format(time.RFC3339Nano)
}

func parseTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if t, err := time.ParseInLocation(time.DateOnly, s, DateOnly); err == nil {
		return t, nil
	}
	if t, err := time.ParseInLocation(floatingLayout, s, Floating); err == nil {
		return t, nil
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("newspage: %q is no time: %w", s, err)
	}
	return t, nil
}

// blockJSON is the JSON form of a Block.
type blockJSON struct {
	Kind    Kind       `json:"kind"`
	Level   int        `json:"level,omitempty"`
	Text    string     `json:"text,omitempty"`
	Links   []Link     `json:"links,omitempty"`
	Ordered *bool      `json:"ordered,omitempty"`
	Items   []string   `json:"items,omitempty"`
	Quote   *Quote     `json:"quote,omitempty"`
	Image   *Image     `json:"image,omitempty"`
	Rows    [][]string `json:"rows,omitempty"`
	URL     string     `json:"url,omitempty"`
}

// MarshalJSON writes the keys of the block's kind; "ordered" is written for every list.
func (b Block) MarshalJSON() ([]byte, error) {
	j := blockJSON{
		Kind: b.Kind, Level: b.Level, Text: b.Text, Items: b.Items, Links: b.Links,
		Quote: b.Quote, Image: b.Image, Rows: b.Rows, URL: b.URL,
	}
	if b.Kind == KindList {
		j.Ordered = &b.Ordered
	}
	return marshalPlain(j)
}

// UnmarshalJSON reads what MarshalJSON writes; the whole Block is replaced.
func (b *Block) UnmarshalJSON(data []byte) error {
	var j blockJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	*b = Block{
		Kind: j.Kind, Level: j.Level, Text: j.Text, Items: j.Items, Links: j.Links,
		Ordered: j.Ordered != nil && *j.Ordered, Quote: j.Quote, Image: j.Image, Rows: j.Rows, URL: j.URL,
	}
	return nil
}

// marshalPlain leaves <, > and & as they are, so that the caller's encoder decides on escaping them.
func marshalPlain(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(buf.Bytes(), "\n"), nil
}
