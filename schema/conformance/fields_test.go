package conformance

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage"
)

// TestFieldsAreKeys checks that the fields of the Go types are the keys of the
// schema, all the way down, and the keys the fields.
func TestFieldsAreKeys(t *testing.T) {
	article, _ := compile(t)
	compareKeys(t, "Article", reflect.TypeFor[newspage.Article](), article)
}

func compareKeys(t *testing.T, path string, typ reflect.Type, s *jsonschema.Schema) {
	t.Helper()
	switch typ.Kind() {
	case reflect.Pointer:
		compareKeys(t, path, typ.Elem(), s)
	case reflect.Slice:
		items := itemsOf(s)
		require.NotNil(t, items, "%s is no array in the schema", path)
		compareKeys(t, path+"[]", typ.Elem(), items)
	case reflect.Struct:
		if typ == reflect.TypeFor[time.Time]() {
			assert.Empty(t, keysOf(s), path)
			return
		}
		fields, keys := fieldsOf(typ), keysOf(s)
		assert.ElementsMatch(t, names(fields), names(keys), "fields and keys of %s", path)
		for name, field := range fields {
			if key := keys[name]; key != nil {
				compareKeys(t, path+"."+name, field, key)
			}
		}
	default:
		assert.Empty(t, keysOf(s), path)
		assert.Nil(t, itemsOf(s), path)
	}
}

func names[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for name := range m {
		out = append(out, name)
	}
	return out
}

// fieldsOf are the fields of a struct by the keys they are written under.
func fieldsOf(typ reflect.Type) map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for _, f := range reflect.VisibleFields(typ) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" { // as Block, which writes its own JSON
			name = strings.ToLower(f.Name)
		}
		out[name] = f.Type
	}
	return out
}

// parts are a schema and those whose keys are its own too.
func parts(s *jsonschema.Schema) []*jsonschema.Schema {
	out := []*jsonschema.Schema{s}
	if s.Ref != nil {
		out = append(out, parts(s.Ref)...)
	}
	for _, p := range slices.Concat(s.AllOf, s.AnyOf, s.OneOf) {
		out = append(out, parts(p)...)
	}
	return out
}

// keysOf are the keys of an object. Where several schemas have a key, as
// "kind" of a block, the one with keys or items of its own is taken.
func keysOf(s *jsonschema.Schema) map[string]*jsonschema.Schema {
	out := map[string]*jsonschema.Schema{}
	for _, p := range parts(s) {
		for name, key := range p.Properties {
			if old := out[name]; old == nil || len(keysOf(old)) == 0 && itemsOf(old) == nil {
				out[name] = key
			}
		}
	}
	return out
}

func itemsOf(s *jsonschema.Schema) *jsonschema.Schema {
	for _, p := range parts(s) {
		if p.Items2020 != nil {
			return p.Items2020
		}
	}
	return nil
}

// full is an Article with every field set and a block of every kind.
func full() newspage.Article {
	quote := newspage.Quote{Text: "We open it.\nOn Monday.", Kind: newspage.QuoteBlock, Attribution: &newspage.Attribution{
		Speaker: "Anna Lind", Role: "mayor", Via: "Coast Radio", URL: "https://radio.example/lind"}}
	image := newspage.Image{URL: "https://news.example/b.jpg?w=1#x", Alt: "The bridge", Caption: "On Monday", Credit: "J. Doe"}
	links := []newspage.Link{{Text: "plan", URL: "https://news.example/plan"}}
	return newspage.Article{
		URL: "https://news.example/bridge", Title: "Bridge reopens", Subtitle: "After two years",
		Authors:   []newspage.Author{{Name: "Jane Roe", URL: "https://news.example/roe"}},
		Published: time.Date(2025, 6, 12, 9, 30, 0, 0, time.FixedZone("", 2*3600)),
		Modified:  time.Date(2025, 6, 12, 0, 0, 0, 0, newspage.DateOnly),
		Site:      "The Harbour News", Section: "Local", Tags: []string{"bridge"}, Language: "en-GB", Image: &image,
		Body: []newspage.Block{
			{Kind: newspage.KindParagraph, Text: "See the plan.", Links: links},
			{Kind: newspage.KindHeading, Level: 2, Text: "The plan", Links: links},
			{Kind: newspage.KindList, Ordered: true, Items: []string{"the plan"}, Links: links},
			{Kind: newspage.KindQuote, Quote: &quote},
			{Kind: newspage.KindFigure, Image: &image},
			{Kind: newspage.KindTable, Rows: [][]string{{"Year", "Cost"}, {"2024"}}},
			{Kind: newspage.KindCode, Text: "if a {\n\treturn\n}"},
			{Kind: newspage.KindEmbed, URL: "https://video.example/1"},
		},
		Quotes:     []newspage.Quote{quote},
		Source:     &newspage.Source{Name: "Coast Agency", URL: "https://agency.example/"},
		Related:    []newspage.Related{{Title: "Ferry stops", URL: "https://news.example/f", Summary: "For good.", Image: &image, Place: newspage.PlaceList}},
		Confidence: 0.75,
	}
}

func TestFullArticleMeetsTheSchema(t *testing.T) {
	article, _ := compile(t)
	a := full()
	for _, f := range reflect.VisibleFields(reflect.TypeFor[newspage.Article]()) {
		require.False(t, reflect.ValueOf(a).FieldByIndex(f.Index).IsZero(), "%s is not set", f.Name)
	}
	requireMeets(t, article, &a, "a full article")
	requireMeets(t, article, &newspage.Article{}, "an empty article")
}

// TestEveryConstantIsInTheSchema checks the kinds and places by their Go constants.
func TestEveryConstantIsInTheSchema(t *testing.T) {
	article, _ := compile(t)
	keys := keysOf(article)
	for _, tt := range []struct {
		what string
		list *jsonschema.Schema
		key  string
		want []any
	}{
		{"kinds of blocks", keys["body"], "kind", []any{string(newspage.KindParagraph), string(newspage.KindHeading),
			string(newspage.KindList), string(newspage.KindQuote), string(newspage.KindFigure), string(newspage.KindTable),
			string(newspage.KindCode), string(newspage.KindEmbed)}},
		{"kinds of quotes", keys["quotes"], "kind", []any{newspage.QuoteBlock, newspage.QuotePull, newspage.QuoteSocial}},
		{"places", keys["related"], "place", []any{newspage.PlaceInline, newspage.PlaceList}},
	} {
		var got []any
		for _, p := range parts(itemsOf(tt.list)) {
			if key := p.Properties[tt.key]; key != nil && key.Enum != nil {
				got = append(got, key.Enum.Values...)
			}
		}
		assert.ElementsMatch(t, tt.want, got, tt.what)
	}
	text, err := json.Marshal(newspage.Block{Kind: "poem", Text: "x"})
	require.NoError(t, err)
	require.Error(t, validate(t, itemsOf(keys["body"]), text))
}
