package jsonld

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// seeds are blocks of every kind, valid and broken.
var seeds = []string{
	`{"@context":"https://schema.org","@type":"NewsArticle","headline":"A \"b\" \u00e9","author":[{"@id":"#p"}],"n":-1.5e3}`,
	`[{"@id":"#p","@type":["Person",null],"name":["x",{"@value":"&lt;b&gt;y"}]},{"@id":"#p","@type":"Person"},true,false,null,9007199254740993]`,
	"\ufeff<!--\n//<![CDATA[\n{'a':'it's', b: NaN, /* c */ \"d\":\"x \"y\", z\",}\n//]]>\n-->",
	`{"a":[1,2}{"b":"c\x`, "{\"a\":\"\xff\x00\n\"};", `{&quot;a&quot;:1}`, `[[[[{"a":[]}]]]]`, `{"a":"x" q,"b":'y' z}`, `"[{\"@type\":\"T\"}]"`,
	`{"a":1,"a":{"b":2}}`, `[1e999,007,-0,0.1]`, `var x = {"a":{{b}}}`, `{"a":"b"]}`,
}

// reference is what Parse must return for valid JSON, made from what
// encoding/json returns with its numbers as literals.
func reference(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			v[k] = reference(e)
		}
	case []any:
		for i, e := range v {
			v[i] = reference(e)
		}
	case json.Number:
		if n, ok := new(big.Int).SetString(string(v), 10); ok && n.CmpAbs(big.NewInt(1<<53)) > 0 {
			return string(v)
		}
		f, _ := v.Float64()
		return f
	}
	return v
}

// count is how many values v holds, itself and those inside it.
func count(v any) int {
	n := 1
	switch v := v.(type) {
	case map[string]any:
		for _, e := range v {
			n += count(e)
		}
	case []any:
		for _, e := range v {
			n += count(e)
		}
	}
	return n
}

// checkValue checks what holds for the result of any input.
func checkValue(t *testing.T, v any) {
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			require.True(t, utf8.ValidString(k))
			checkValue(t, e)
		}
	case []any:
		require.NotNil(t, v)
		for _, e := range v {
			checkValue(t, e)
		}
	case string:
		require.True(t, utf8.ValidString(v))
	case float64, bool, nil:
	default:
		t.Fatalf("unexpected type %T", v)
	}
}

// FuzzParse: valid JSON reads as encoding/json reads it; whatever else is read
// is a JSON value within the caps.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		got, err := Parse(src)
		if err != nil {
			require.Nil(t, got)
		}
		checkValue(t, got)
		require.LessOrEqual(t, depthOf(got), MaxDepth+1, "one more for the array of several values")
		require.LessOrEqual(t, count(got), MaxValues+1)

		var plain any
		if json.Unmarshal([]byte(src), &plain) == nil && depthOf(plain) <= MaxDepth && len(src) <= MaxBytes {
			require.NoError(t, err)
			d := json.NewDecoder(strings.NewReader(src))
			d.UseNumber()
			var want any
			require.NoError(t, d.Decode(&want))
			require.Equal(t, reference(want), got)
		}
	})
}

// subset reports whether each leaf of part stands in whole at the same place.
func subset(part, whole any) bool {
	switch p := part.(type) {
	case map[string]any:
		w, ok := whole.(map[string]any)
		for k, e := range p {
			if we, has := w[k]; !has || !subset(e, we) {
				return false
			}
		}
		return ok
	case []any:
		w, ok := whole.([]any)
		for i, e := range p {
			if i >= len(w) || !subset(e, w[i]) {
				return false
			}
		}
		return ok
	}
	return assert.ObjectsAreEqual(part, whole)
}

// FuzzTruncated: a prefix of a block gives a part of what the block gives, and
// wrappings that pages put around a block change nothing.
func FuzzTruncated(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, uint16(i*17))
	}
	f.Fuzz(func(t *testing.T, src string, cut uint16) {
		v, err := Parse(src)
		if err != nil || depthOf(v) == 0 || depthOf(v) > MaxDepth {
			return
		}
		b, err := json.Marshal(v)
		require.NoError(t, err)
		if len(b) > MaxBytes/2 {
			return
		}
		v, err = Parse(string(b)) // Not quite the same: 1e17 is written with all its digits.
		require.NoError(t, err)
		b, err = json.Marshal(v)
		require.NoError(t, err)
		block := string(b)
		again, err := Parse(block)
		require.NoError(t, err)
		require.Equal(t, v, again, "what was written cleanly reads the same each time")

		part, err := Parse(block[:1+int(cut)%len(block)])
		require.NoError(t, err)
		require.True(t, subset(part, v), "%#v is no part of %#v", part, v)

		wrapped, err := Parse("\ufeff<!-- a plugin -->\n<!--//<![CDATA[\n" + block + ";\n//]]>-->\n</script")
		require.NoError(t, err)
		require.Equal(t, v, wrapped)
	})
}

// FuzzJSONLD: the graph of any blocks is the same twice, its objects have
// types, and what the helpers read from them is clean.
func FuzzJSONLD(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+1)%len(seeds)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		var g, h Graph
		for _, block := range []string{a, b} {
			require.Equal(t, g.Add(block), h.Add(block))
		}
		require.Equal(t, g.Objects(), h.Objects())
		for _, o := range g.Objects() {
			types := Types(o)
			require.NotEmpty(t, types)
			require.True(t, Is(o, types[len(types)-1]))
			for _, v := range o {
				checkHelpers(t, &g, v)
			}
		}
	})
}

// checkHelpers checks what the helpers make of one value.
func checkHelpers(t *testing.T, g *Graph, v any) {
	r := g.Resolve(v)
	require.Equal(t, len(List(v)), len(List(r)))
	require.True(t, utf8.ValidString(URL(r)))
	texts := Texts(r)
	if first := Text(r); first != "" {
		require.NotEmpty(t, texts)
		texts = append(texts, first)
	}
	for _, s := range texts {
		require.NotEmpty(t, s)
		require.True(t, utf8.ValidString(s))
		require.Equal(t, strings.Join(strings.Fields(s), " "), s)
		require.Equal(t, -1, strings.IndexFunc(s, unicode.IsControl))
	}
}
