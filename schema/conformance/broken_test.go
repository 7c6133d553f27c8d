package conformance

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// document is the full Article's JSON as a value that can be changed.
func document(t *testing.T) map[string]any {
	t.Helper()
	text, err := json.Marshal(full())
	require.NoError(t, err)
	var doc map[string]any
	require.NoError(t, json.Unmarshal(text, &doc))
	return doc
}

// TestUnknownKeysAreRefused puts a key more into each object of the document.
func TestUnknownKeysAreRefused(t *testing.T) {
	article, line := compile(t)
	changed := 0
	eachObject(document(t), "", func(path string, object map[string]any, whole func(map[string]any) any) {
		object["surprise"] = "x"
		doc := whole(object)
		assert.Error(t, article.Validate(doc), "a key more at %q", path)
		doc.(map[string]any)["input"] = "-"
		assert.Error(t, line.Validate(doc), "a key more at %q of a line", path)
		changed++
	})
	require.Greater(t, changed, 15)
}

// optional are the keys of objects within the document that may be left out.
var optional = map[string]bool{
	"/authors/0/url": true, "/links": true, "/attribution": true, "/alt": true, "/caption": true, "/credit": true,
	"/speaker": true, "/role": true, "/via": true, "/attribution/url": true, "/source/name": true, "/source/url": true,
	"/related/0/url": true, "/summary": true, "/related/0/image": true,
}

// TestMissingKeysAreRefused takes each key of each object below the Article away.
func TestMissingKeysAreRefused(t *testing.T) {
	article, _ := compile(t)
	refused, taken := 0, 0
	eachObject(document(t), "", func(path string, object map[string]any, whole func(map[string]any) any) {
		for key := range object {
			less := clone(object).(map[string]any)
			delete(less, key)
			err := article.Validate(whole(less))
			if path == "" && key != "body" || mayLack(path+"/"+key) {
				assert.NoError(t, err, "without %s/%s", path, key)
				taken++
				continue
			}
			assert.Error(t, err, "without %s/%s", path, key)
			refused++
		}
	})
	require.Greater(t, refused, 20)
	require.Greater(t, taken, 20)
}

// mayLack says whether a key is optional, by its whole path or the ends of it.
func mayLack(path string) bool {
	for i := range path {
		if path[i] == '/' && optional[path[i:]] {
			return true
		}
	}
	return false
}

// eachObject calls f for each object of a JSON value with a copy of it, and a
// function that gives the whole value with another object in its place.
func eachObject(v any, path string, f func(path string, object map[string]any, whole func(map[string]any) any)) {
	walkObjects(v, path, func(o any) any { return o }, f)
}

func walkObjects(v any, path string, put func(any) any, f func(string, map[string]any, func(map[string]any) any)) {
	switch v := v.(type) {
	case map[string]any:
		f(path, clone(v).(map[string]any), func(o map[string]any) any { return put(o) })
		for key, value := range v {
			walkObjects(value, path+"/"+key, func(o any) any {
				c := clone(v).(map[string]any)
				c[key] = o
				return put(c)
			}, f)
		}
	case []any:
		for i, value := range v {
			walkObjects(value, path+"/0", func(o any) any {
				c := clone(v).([]any)
				c[i] = o
				return put(c)
			}, f)
		}
	}
}

func clone(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, value := range v {
			out[key] = clone(value)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, value := range v {
			out[i] = clone(value)
		}
		return out
	}
	return v
}

func TestValuesAreChecked(t *testing.T) {
	article, _ := compile(t)
	for _, tt := range []struct{ text, why string }{
		{`[]`, "no object"},
		{`{"title": null}`, "null"},
		{`{"title": ""}`, "empty"},
		{`{"title": "a\nb"}`, "two lines"},
		{`{"title": " a"}`, "a space before"},
		{`{"title": "a  b"}`, "two spaces"},
		{`{"title": "a\u0007"}`, "a control character"},
		{`{"title": "a\u202eb"}`, "a bidirectional override"},
		{`{"authors": []}`, "an empty list"},
		{`{"tags": [""]}`, "an empty tag"},
		{`{"url": "/story"}`, "a relative address"},
		{`{"url": "javascript:alert(1)"}`, "another scheme"},
		{`{"url": "https://me:secret@news.example/"}`, "a password"},
		{`{"url": "https://news.example/a b"}`, "a space in an address"},
		{`{"url": "https://news.example/%zz"}`, "a broken escape"},
		{`{"published": "yesterday"}`, "no time"},
		{`{"published": "2025-02-30"}`, "no day"},
		{`{"published": "2025-06-12T25:00:00"}`, "no hour"},
		{`{"published": "2025-06-12T09:30:00+0200"}`, "no offset of RFC 3339"},
		{`{"published": "2025-06-12 09:30:00"}`, "a space for the T"},
		{`{"language": "English"}`, "no tag"},
		{`{"language": "en_GB"}`, "an underscore"},
		{`{"confidence": 0}`, "a zero, which is left out"},
		{`{"confidence": 1.5}`, "more than 1"},
		{`{"confidence": "0.5"}`, "a string"},
		{`{"image": {"alt": "The bridge"}}`, "an image without an address"},
		{`{"source": {}}`, "a source of nothing"},
		{`{"quotes": [{"text": "x", "kind": "block"}]}`, "a quote without a body"},
		{`{"body": []}`, "an empty body"},
		{`{"body": ["text"]}`, "a block that is none"},
		{`{"body": [{"kind": "poem", "text": "x"}]}`, "an unknown kind"},
		{`{"body": [{"kind": "paragraph", "text": "x", "level": 2}]}`, "another kind's key"},
		{`{"body": [{"kind": "heading", "level": 7, "text": "x"}]}`, "a level beyond 6"},
		{`{"body": [{"kind": "list", "ordered": "no", "items": ["x"]}]}`, "ordered that is no boolean"},
		{`{"body": [{"kind": "list", "ordered": false, "items": []}]}`, "a list of nothing"},
		{`{"body": [{"kind": "table", "rows": [[]]}]}`, "a row of nothing"},
		{`{"body": [{"kind": "quote", "quote": {"text": "x", "kind": "pull"}}]}`, "a pull quote in the body"},
		{`{"body": [{"kind": "code", "text": "x"}], "quotes": [{"text": "x", "kind": "loud"}]}`, "an unknown kind of quote"},
		{`{"body": [{"kind": "code", "text": "x"}], "quotes": [{"text": "x", "kind": "block", "attribution": {}}]}`, "an attribution to nobody"},
		{`{"related": [{"title": "x", "place": "footer"}]}`, "an unknown place"},
	} {
		assert.Error(t, validate(t, article, []byte(tt.text)), "%s: %s", tt.why, tt.text)
	}
}

func TestValuesAreTaken(t *testing.T) {
	article, _ := compile(t)
	for _, text := range []string{
		`{}`,
		`{"title": "«Ça va» – あ"}`,
		`{"url": "https://bücher.example/%C3%A4?q=1#part"}`,
		`{"url": "http://[2001:db8::1]:8080/"}`,
		`{"published": "2025-06-12T09:30:00Z", "modified": "2025-06-12T09:30:00.000005-05:30"}`,
		`{"published": "2025-06-12T09:30:00", "modified": "2025-06-12T09:30:00.5"}`,
		`{"published": "2025-06-12", "language": "zh-Hant-TW"}`,
		`{"confidence": 1}`,
		`{"source": {"url": "https://radio.example/"}}`,
		`{"body": [{"kind": "code", "text": "x"}], "quotes": [{"text": "x", "kind": "pull"}, {"text": "a\nb", "kind": "social"}]}`,
		`{"body": [{"kind": "table", "rows": [["a", ""], ["b"]]}]}`,
	} {
		assert.NoError(t, validate(t, article, []byte(text)), text)
	}
}

func TestLines(t *testing.T) {
	_, line := compile(t)
	for _, tt := range []struct {
		text string
		ok   bool
	}{
		{`{"input": "a.html", "title": "A", "body": [{"kind": "paragraph", "text": "x"}]}`, true},
		{`{"input": "a.html", "title": "A", "error": "no article found"}`, true},
		{`{"input": "-", "error": "page is too large"}`, true},
		{`{"title": "A", "body": [{"kind": "paragraph", "text": "x"}]}`, false},
		{`{"input": "a.html", "title": "A"}`, false},
		{`{"input": "a.html", "error": ""}`, false},
		{`{"input": "a.html", "error": "two\nlines"}`, false},
		{`{"input": 5, "error": "x"}`, false},
		{`{"input": "a.html", "error": "x", "body": [{"kind": "paragraph", "text": "x"}]}`, false},
		{`{"input": "a.html", "error": "x", "title": ""}`, false},
		{`{"input": "a.html", "error": "x", "extra": 1}`, false},
	} {
		err := validate(t, line, []byte(tt.text))
		assert.Equal(t, tt.ok, err == nil, "%s: %v", tt.text, err)
	}
}
