package jsonld

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type obj = map[string]any
type arr = []any

func TestParseStrict(t *testing.T) {
	for _, src := range []string{
		`null`, `true`, `false`, `""`, `"a"`, `0`, `-0`, `-1.5e3`, `1E+2`, `123456789012345`, `9007199254740992`, ` [ ] `, `{}`,
		`{"a":{"b":[1,"2",null,{"c":false}]},"d":"e"}`,
		`"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00"`, `"\ud83d"`, `"\ud83d\u0041"`, `"\ude00x"`, `"\ud83d\ud83d\ude00"`,
		`{"a":1,"a":2}`, `{"a":{"b":1},"a":{"c":2}}`, "\"\xff\xfe \xe2\x82\"", "{\"\xc3\":1}", `["Ελλάδα","新聞"]`,
		`["// no comment","/* none */","<!-- none -->","]]>","a\\","{[\"]}"]`, `"\\"`, `["\\\"",1]`, `{"":""}`, `[[],[[]],{}]`,
		`["a", "b" , "c"]`, `{"a" : "b" , "c" : "d" }`, `5e-324`, "[1]\n", `"<\/script>"`, `[-1,-2]`,
	} {
		var want any
		require.NoError(t, json.Unmarshal([]byte(src), &want), src)
		got, err := Parse(src)
		require.NoError(t, err, src)
		assert.Equal(t, want, got, src)
	}
}

func TestParseRepairs(t *testing.T) {
	a1 := obj{"a": 1.0}
	for _, tt := range []struct {
		name, src string
		want      any
	}{
		{"byte order mark", "\ufeff{\"a\":1}", a1},
		{"html comment around", "<!--\n{\"a\":1}\n-->", a1},
		{"html comment around, script end", "<!--\n{\"a\":1}\n//-->", a1},
		{"html comment of words", "<!-- made by a plugin -->{\"a\":1}<!-- / plugin -->", a1},
		{"html comment inside", `{<!-- note --> "a":1}`, a1},
		{"cdata lines", "//<![CDATA[\n{\"a\":1}\n//]]>", a1},
		{"cdata on one line", "// <![CDATA[ {\"a\":1} // ]]>", a1},
		{"cdata in comments", "/* <![CDATA[ */ {\"a\":1} /* ]]> */", a1},
		{"cdata bare", "<![CDATA[{\"a\":1}]]>", a1},
		{"block comment", `{/* "b":2, */"a"/**/:/* */1/* open`, a1},
		{"line comment", "{ // \"b\":2\n\"a\":1 // one\n}", a1},
		{"semicolon", `{"a":1};`, a1},
		{"assignment", `window.data = {"a":1};`, a1},
		{"trailing commas", `{"a":[1,2,],}`, obj{"a": arr{1.0, 2.0}}},
		{"double commas", `{,"a":[1,,2,],,}`, obj{"a": arr{1.0, 2.0}}},
		{"no comma between members", "{\"a\":\"x\"\n\"b\":1 \"c\":[] \"d\":{} \"e\":true}", obj{"a": "x", "b": 1.0, "c": arr{}, "d": obj{}, "e": true}},
		{"no comma between elements", `["a" "b" {} [] 1 2]`, arr{"a", "b", obj{}, arr{}, 1.0, 2.0}},
		{"raw line break", "{\"a\":\"x\ny\tz\"}", obj{"a": "x\ny\tz"}},
		{"raw control character", "{\"a\x01\":\"x\x00\"}", obj{"a\x01": "x\x00"}},
		{"words for no value", `{"a":NaN,"b":Infinity,"c":-Infinity,"d":undefined,"e":None}`, obj{"a": nil, "b": nil, "c": nil, "d": nil, "e": nil}},
		{"booleans of other languages", `[True,False]`, arr{true, false}},
		{"no value", `{"a":,"b":}`, obj{"a": nil, "b": nil}},
		{"no value before a bracket", `[{"a":]`, arr{obj{"a": nil}}},
		{"expression", `{"a":document.title,"b":f("x, y"),"c":1}`, obj{"a": nil, "b": nil, "c": 1.0}},
		{"template", `{"a":{{ title }},"b":1}`, obj{"a": obj{}, "b": 1.0}},
		{"single quotes", `{'a':'b "c"','d':'it\'s'}`, obj{"a": `b "c"`, "d": "it's"}},
		{"apostrophe in single quotes", `{'a':'it's here','b':'c'}`, obj{"a": "it's here", "b": "c"}},
		{"stray apostrophe", `{"a":1, don't, "b":2}`, obj{"a": 1.0, "b": 2.0}},
		{"typographic quotes", "{“a”: “b\\n”,\n\"c\":“d\",“e”:1,“f:2\n}", obj{"a": "b\n", "c": "d", "e": 1.0, "“f": 2.0}},
		{"bare keys", `{a:1,@b:2,$c_d-e:3,é:4}`, obj{"a": 1.0, "@b": 2.0, "$c_d-e": 3.0, "é": 4.0}},
		{"bare keys on lines", "{a:\"x\"\nb:\"y\"}", obj{"a": "x", "b": "y"}},
		{"other separators", `{"a"="b","c"=>"d"}`, obj{"a": "b", "c": "d"}},
		{"key alone", `{"a","b":1,"c"}`, obj{"b": 1.0}},
		{"value alone", `{{"x":1},"b":1,[2]}`, obj{"b": 1.0}},
		{"duplicate keys", `{a:1,"a":2}`, obj{"a": 2.0}},
		{"invalid escapes", `"a\d \& \é\x \u12 \uzz"`, "ad & éx \ufffd \ufffdzz"},
		{"escaped line break", "\"a\\\nb\"", "ab"},
		{"invalid bytes in a bare key", "{a\xff:1}", obj{"a\ufffd": 1.0}},
		{"quotes inside, letters around", `{"a":"he said "yes" to it","b":1}`, obj{"a": `he said "yes" to it`, "b": 1.0}},
		{"quotes inside, comma after", `{"a":"he said "yes", then left","b":1}`, obj{"a": `he said "yes", then left`, "b": 1.0}},
		{"quotes inside, at both ends", `{"a":""Yes" is "no"","b":1}`, obj{"a": `"Yes" is "no"`, "b": 1.0}},
		{"quotes inside, colon after", `{"a":"on "note: x" here","b":1}`, obj{"a": `on "note: x" here`, "b": 1.0}},
		{"quotes inside, last member", `{"a":"x "y" z"}`, obj{"a": `x "y" z`}},
		{"quotes inside, escapes too", `{"a":"x "y" \"z\" \u0041"}`, obj{"a": `x "y" "z" A`}},
		{"quotes inside an element", `["a "b", c d", "e"]`, arr{`a "b", c d`, "e"}},
		{"markup inside", `{"a":"<a href="//x.example/y">z</a>","b":1}`, obj{"a": `<a href="//x.example/y">z</a>`, "b": 1.0}},
		{"garbage after a string", "{\"a\":\"x\" y,\n\"b\":\"z\"}", obj{"a": "x", "b": "z"}},
		{"missing bracket of array", `{"a":[1,2,"b":3}`, obj{"a": arr{1.0, 2.0, "b", 3.0}}},
		{"missing brace in array", `[{"a":1]`, arr{a1}},
		{"wrong bracket", `{"a":1],"b":2}`, obj{"a": 1.0, "b": 2.0}},
		{"several values", `{"a":1}{"b":2}`, arr{a1, obj{"b": 2.0}}},
		{"several values with commas", "{\"a\":1},\n{\"b\":2};[3]", arr{a1, obj{"b": 2.0}, arr{3.0}}},
		{"one bracket too many", `{"a":1}}`, a1},
		{"garbage after", `{"a":1} and so on {"b":2}`, a1},
		{"garbage before", `It's this: {"a":1}`, a1},
		{"quotes as references", `[{&quot;a&quot;:&quot;b\&quot;c&quot;}]`, arr{obj{"a": `b"c`}}},
		{"references stay", `{"a":"b &quot; &amp;"}`, obj{"a": "b &quot; &amp;"}},
		{"large integers", `[9007199254740993,-9007199254740993,123456789012345678901234567890]`, arr{"9007199254740993", "-9007199254740993", "123456789012345678901234567890"}},
		{"number out of range", `[1e999]`, arr{nil}},
		{"odd numbers", `[007,+5,.5,5.,-,--1,0x10,1.2.3]`, arr{7.0, 5.0, 0.5, 5.0, nil, nil, "0x10", "1.2.3"}},
		{"date without quotes", `{"a":2024-05-06T07:08:09Z,"b":1}`, obj{"a": "2024-05-06T07:08:09Z", "b": 1.0}},
		{"exotic space", "\u00a0{\u2028\"a\"\u00a0:\u200b1\ufeff}", a1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Parse(tt.src)
			require.NoError(t, err)
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestParseTruncated(t *testing.T) {
	for src, want := range map[string]any{
		`{`:                             obj{},
		`[`:                             arr{},
		`{"a":1,"b`:                     obj{"a": 1.0},
		`{"a":1,"b"`:                    obj{"a": 1.0},
		`{"a":1,"b":`:                   obj{"a": 1.0},
		`{"a":1,"b":"c`:                 obj{"a": 1.0},
		`{"a":1,"b":"c\`:                obj{"a": 1.0},
		`{"a":1,"b":12`:                 obj{"a": 1.0},
		`{"a":1,"b":tru`:                obj{"a": 1.0},
		`{"a":1,"b":true`:               obj{"a": 1.0, "b": true},
		`{"a":{"b":["c","d",{"e":"f"`:   obj{"a": obj{"b": arr{"c", "d", obj{"e": "f"}}}},
		`{"a":"x "y" z`:                 obj{"a": "x "},
		`[1,2] /* never closed {"a":1}`: arr{1.0, 2.0},
	} {
		got, err := Parse(src)
		require.NoError(t, err, src)
		assert.Equal(t, want, got, src)
	}
}

func TestParseErrors(t *testing.T) {
	for _, src := range []string{"", " \n", "\ufeff", "plain words", "<!-- -->", "// x", "]", "}", ",", `"open`, "-", "\x00", "\xff"} {
		v, err := Parse(src)
		assert.ErrorIs(t, err, ErrNoValue, "%q", src)
		assert.Nil(t, v, "%q", src)
	}
	v, err := Parse(`"` + strings.Repeat("a", MaxBytes-1) + `"`)
	assert.ErrorIs(t, err, ErrTooLarge)
	assert.Nil(t, v)
	_, err = Parse(`"` + strings.Repeat("a", MaxBytes-2) + `"`)
	assert.NoError(t, err)
}

func TestParseDepth(t *testing.T) {
	nest := func(n int) string { return strings.Repeat(`{"a":[`, n/2) + strings.Repeat(`]}`, n/2) }
	at, err := Parse(nest(MaxDepth))
	require.NoError(t, err)
	assert.Equal(t, MaxDepth, depthOf(at))

	over, err := Parse(`{"x":` + nest(5000) + `,"y":[{"z":"]"}]}`)
	require.NoError(t, err)
	assert.Equal(t, MaxDepth, depthOf(over))
	assert.Equal(t, arr{obj{"z": "]"}}, over.(obj)["y"], "what follows the deep part is kept")

	deepest := over.(obj)["x"]
	for range MaxDepth - 1 {
		if o, ok := deepest.(obj); ok {
			deepest = o["a"]
		} else {
			deepest = deepest.(arr)[0]
		}
	}
	assert.Nil(t, deepest, "the deeper part is nil")
}

func TestParseValueCap(t *testing.T) {
	v, err := Parse("[" + strings.Repeat("1,", MaxValues+10) + "1]")
	require.NoError(t, err)
	assert.Len(t, v, MaxValues-1) // The array itself is one.
}

func TestParseSharesMemory(t *testing.T) {
	src := `{"articleBody":"` + strings.Repeat("no escapes here ", 1000) + `"}`
	allocs := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			_, _ = Parse(src)
		}
	}).AllocedBytesPerOp()
	assert.Less(t, allocs, int64(len(src)/4))
}

// TestParseLinear reads blocks of the largest size that tempt the repairs to
// search the same text again and again. Quadratic time would take minutes.
func TestParseLinear(t *testing.T) {
	for _, unit := range []string{
		`[`, `{`, `{"a":`, `"`, `'`, `\`, `\"`, `/`, `//`, `/*`, `<!--`, `<!-- `, `-->`, `<![CDATA[`, `]]>`, ` `, "\u00a0", "\xff",
		`"x" q `, `"a":"x" q "" `, `"a":"x" q,"b":`, `"a":'x' q '' `, `["x" q `, `"",`, `"" `, `","`, `{"":0},`, `{},`, `1`, `-`, `1e`,
		`"a":"` + "\\n", `a`, `a:`, `{a`, `}`, `]`, `"/*`, `"//`, `" "`, `",        "`, `"a" : `, "“", "“a", "{“", "”:", "\"\n", `&quot;`, `[[]`, `{{}`, `tru`,
	} {
		for _, head := range []string{"", "[", "{", `{"a":"`, `["`, `{'a':'`} {
			src := head + strings.Repeat(unit, (MaxBytes-len(head))/len(unit))
			start := time.Now()
			_, _ = Parse(src)
			assert.Less(t, time.Since(start), 2*time.Second, "%q then %q", head, unit)
		}
	}
}

// depthOf is how many containers are nested in v.
func depthOf(v any) int {
	deepest := 0
	switch v := v.(type) {
	case obj:
		for _, e := range v {
			deepest = max(deepest, depthOf(e))
		}
	case arr:
		for _, e := range v {
			deepest = max(deepest, depthOf(e))
		}
	default:
		return 0
	}
	return deepest + 1
}

// page is a block as a publishing system writes it.
func page() string {
	var b strings.Builder
	b.WriteString(`{"@context":"https://schema.org","@graph":[`)
	for i := range 6 {
		fmt.Fprintf(&b, `{"@type":"ListItem","@id":"https://news.example/#/item/%d","position":%d,"name":"Council approves the harbour plan","item":"https:\/\/news.example\/city\/%d"},`, i, i, i)
	}
	b.WriteString(`{"@type":["NewsArticle","Article"],"headline":"Council approves the harbour plan after \"long\" debate","datePublished":"2024-05-06T07:08:09+02:00",` +
		`"isAccessibleForFree":true,"wordCount":812,"image":{"@type":"ImageObject","url":"https://news.example/a.jpg","width":1200,"height":675},` +
		`"author":[{"@type":"Person","name":"Ana Lima","url":"https://news.example/ana"}],"keywords":["harbour","council","économie"],"articleBody":"`)
	b.WriteString(strings.Repeat(`The council met on Monday evening and voted for the plan, with two members absent.\n`, 40))
	b.WriteString(`"}]}`)
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	src := page()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(src); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodingJSON(b *testing.B) {
	src := []byte(page())
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var v any
		if err := json.Unmarshal(src, &v); err != nil {
			b.Fatal(err)
		}
	}
}
