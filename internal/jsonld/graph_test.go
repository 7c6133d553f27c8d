package jsonld

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// graphOf is the Graph of blocks that must all be readable.
func graphOf(t *testing.T, blocks ...string) *Graph {
	t.Helper()
	g := new(Graph)
	for _, b := range blocks {
		require.NoError(t, g.Add(b))
	}
	return g
}

// names are the "n" members of objects.
func names(objects []Object) string {
	var b strings.Builder
	for _, o := range objects {
		s, _ := o["n"].(string)
		b.WriteString(s)
	}
	return b.String()
}

func TestGraphObjects(t *testing.T) {
	for _, tt := range []struct{ name, want, src string }{
		{"one", "a", `{"@type":"T","n":"a"}`},
		{"array", "ab", `[{"@type":"T","n":"a"},{"@type":"T","n":"b"}]`},
		{"graph", "ab", `{"@graph":[{"@type":"T","n":"a"},[{"@type":["T"],"n":"b"}]]}`},
		{"nested, in document order", "abcd", `{"z":{"@type":"T","n":"b","y":{"@type":"T","n":"c"}},"@type":"T","n":"a","a":{"@type":"T","n":"d"}}`},
		{"no type", "b", `[{"@type":null,"n":"a"},{"@type":"T","n":"b"},{"@type":[],"n":"c"},{"@type":" ","n":"d"},{"@type":[null,7],"n":"e"},{"n":"f"}]`},
		{"json in a string", "a", `"{\"@type\":\"T\",\"n\":\"a\"}"`},
		{"several values", "ab", `{"@type":"T","n":"a"};{"@type":"T","n":"b"}`},
	} {
		assert.Equal(t, tt.want, names(graphOf(t, tt.src).Objects()), tt.name)
	}
	g := graphOf(t, `{"@type":"T","n":"a"}`, `[]`, `{"@type":"T","n":"b"}`)
	assert.Equal(t, "ab", names(g.Objects()))
	assert.Empty(t, new(Graph).Objects())
}

func TestGraphCaps(t *testing.T) {
	g := new(Graph)
	assert.ErrorIs(t, g.Add(strings.Repeat(" ", MaxBytes+1)), ErrTooLarge)
	assert.ErrorIs(t, g.Add(""), ErrNoValue)
	require.NoError(t, g.Add(`{"@type":"T"}`), "a bad block does not spoil the next")
	for range MaxBlocks - 3 {
		require.NoError(t, g.Add(`{"@type":"T"}`))
	}
	assert.ErrorIs(t, g.Add(`{"@type":"T"}`), ErrTooLarge)
	assert.Len(t, g.Objects(), MaxBlocks-2)

	g = new(Graph)
	block := `{"@type":"T"}` + strings.Repeat(" ", MaxBytes-13)
	for range MaxTotalBytes / MaxBytes {
		require.NoError(t, g.Add(block))
	}
	assert.ErrorIs(t, g.Add(`{"@type":"T"}`), ErrTooLarge)

	g = new(Graph)
	require.NoError(t, g.Add("["+strings.Repeat("1,", MaxValues)+"]"))
	assert.ErrorIs(t, g.Add(`{"@type":"T"}`), ErrTooLarge)
}

func TestGraphResolve(t *testing.T) {
	g := graphOf(t,
		`{"@type":"A","author":{"@id":"#p"},"editors":[{"@id":"#p"},{"@id":"#none"},"x"],"publisher":{"@type":"Organization","@id":" #o "}}`,
		`{"@graph":[{"@id":"#p","name":"Ana","worksFor":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"Daily"},
		 {"@type":"Organization","@id":"#o","name":"The Daily","member":{"@id":"#p"}},{"@type":"Organization","@id":"#o","name":"x","url":"y"}]}`)
	a := g.Objects()[0]
	p := g.Resolve(a["author"]).(Object)
	assert.Equal(t, "Ana", p["name"], "an object without type is found too")
	o := g.Resolve(a["publisher"]).(Object)
	assert.Equal(t, "The Daily", o["name"], "the fullest, of equals the first")
	assert.Equal(t, "Ana", g.Resolve(o["member"]).(Object)["name"], "a cycle is followed one step a call")

	editors := g.Resolve(a["editors"]).([]any)
	assert.Equal(t, []any{p, Object{"@id": "#none"}, "x"}, editors)
	assert.Equal(t, Object{"@id": "#p"}, a["editors"].([]any)[0], "the graph is not changed")

	full := Object{"@id": "#p", "name": "Other"}
	assert.Equal(t, full, g.Resolve(full), "an object with members of its own stays")
	assert.Equal(t, Object{"@id": ""}, g.Resolve(Object{"@id": ""}))
	assert.Equal(t, "#p", g.Resolve("#p"))
	assert.Nil(t, g.Resolve(nil))
	assert.Equal(t, Object{"@id": "#p"}, new(Graph).Resolve(Object{"@id": "#p"}))
}

func TestGraphWhole(t *testing.T) {
	g := graphOf(t, `{"@graph":[{"@type":"A","author":{"@id":"#p","name":"Ana M."}},{"@type":"Person","@id":"#p","name":"Ana","url":"/ana"}]}`)
	short := g.Objects()[0]["author"].(Object)
	assert.Equal(t, Object{"@id": "#p", "@type": "Person", "name": "Ana M.", "url": "/ana"}, g.Whole(short), "what it says itself counts")
	assert.Equal(t, Object{"@id": "#p", "name": "Ana M."}, short, "it is not changed")
	assert.Equal(t, "/ana", g.Resolve(Object{"@id": "#p"}).(Object)["url"])
	assert.Equal(t, Object{"@id": "#none", "name": "x"}, g.Whole(Object{"@id": "#none", "name": "x"}))
	assert.Equal(t, Object{"name": "x"}, g.Whole(Object{"name": "x"}))
	assert.Equal(t, "#p", g.Whole("#p"))
	assert.Nil(t, g.Whole(nil))
	assert.Equal(t, Object{"@id": "#p"}, new(Graph).Whole(Object{"@id": "#p"}))
}

func TestTypes(t *testing.T) {
	for _, tt := range []struct {
		typ  any
		want []string
	}{
		{"Article", []string{"Article"}},
		{"http://schema.org/Article", []string{"Article"}},
		{"https://schema.org/Article/", []string{"Article"}},
		{"schema:Article", []string{"Article"}},
		{"http://vocab.example/terms#Article", []string{"Article"}},
		{[]any{" NewsArticle ", nil, 7.0, "", "schema:Article"}, []string{"NewsArticle", "Article"}},
		{nil, nil}, {7.0, nil}, {"", nil}, {"/", nil}, {[]any{}, nil}, {Object{}, nil},
	} {
		assert.Equal(t, tt.want, Types(Object{"@type": tt.typ}), "%v", tt.typ)
	}
	assert.Nil(t, Types(nil))
	o := Object{"@type": []any{"http://schema.org/Newsarticle", "Thing"}}
	assert.True(t, Is(o, "Person", "NewsArticle"))
	assert.True(t, Is(o, "Thing"))
	assert.False(t, Is(o, "Article", ""))
	assert.False(t, Is(o))
	assert.False(t, Is(nil, "Article"))
}

func TestText(t *testing.T) {
	for _, tt := range []struct {
		v    any
		want string
	}{
		{"plain", "plain"},
		{"  a \n\t b\u00a0c ", "a b c"},
		{"a\x00b\u0085c\ufeffd", "ab cd"},
		{"a\xffb", "a\ufffdb"},
		{"Tom &amp; Ann", "Tom & Ann"},
		{"Tom &amp;amp; Ann&#8217;s", "Tom & Ann’s"},
		{"&amp;amp;amp;", "&amp;"},
		{"<p>One</p><p>two <b>thr</b>ee</p>", "One two three"},
		{"&lt;p class=&quot;x&quot;&gt;One&lt;br/&gt;two&lt;/p&gt;", "One two"},
		{"a < b > c", "a < b > c"},
		{"1<2 and <3 and <you> and <a", "1<2 and <3 and <you> and <a"},
		{"<3 <em>us</em> <", "<3 us <"},
		{"one<!-- two -->three", "one three"},
		{"<b></b>", ""},
		{7.0, "7"}, {1.5, "1.5"}, {1e21, "1000000000000000000000"},
		{true, ""}, {nil, ""},
		{[]any{nil, "", []any{"x"}, "y"}, "x"},
		{Object{"name": "Ana", "@value": "v"}, "Ana"},
		{Object{"name": []any{Object{"@value": "Ana", "@language": "pt"}}}, "Ana"},
		{Object{"@id": "#ana"}, ""},
		{Object{}, ""}, {[]any{}, ""},
	} {
		assert.Equal(t, tt.want, Text(tt.v), "%#v", tt.v)
	}
}

func TestTexts(t *testing.T) {
	assert.Nil(t, Texts(nil))
	assert.Equal(t, []string{"a, b"}, Texts("a, b"))
	assert.Equal(t, []string{"a", "b", "c"}, Texts([]any{"a", nil, []any{[]any{"b"}}, Object{"name": "c"}, ""}))
	assert.Equal(t, []string{"a", "b"}, Texts(Object{"name": []any{"a", "b"}}))
	assert.Equal(t, []string{"c"}, Texts(Object{"name": []any{"", nil}, "@value": "c"}))
}

func TestURL(t *testing.T) {
	for _, tt := range []struct {
		v    any
		want string
	}{
		{" https://x.example/a?b=1&amp;c=2&copy=3 ", "https://x.example/a?b=1&c=2&copy=3"},
		{Object{"url": "u", "@id": "i", "contentUrl": "c"}, "u"},
		{Object{"@id": "i", "contentUrl": "c"}, "c"},
		{Object{"@id": " i "}, "i"},
		{Object{"@id": "_:b0"}, ""},
		{Object{"url": Object{"@id": "i"}}, "i"},
		{[]any{nil, Object{}, "u"}, "u"},
		{nil, ""}, {7.0, ""}, {true, ""},
	} {
		assert.Equal(t, tt.want, URL(tt.v), "%#v", tt.v)
	}
}

func TestList(t *testing.T) {
	assert.Nil(t, List(nil))
	assert.Equal(t, []any{"a"}, List("a"))
	assert.Equal(t, []any{false}, List(false))
	assert.Equal(t, []any{"a", 1.0}, List([]any{"a", 1.0}))
	assert.Equal(t, []any{"a", "b"}, List([]any{nil, []any{"a", []any{"b", nil}}}))
	assert.Empty(t, List([]any{nil, []any{}}))
}

// TestTextLinear gives Text what tempts it to look for the end of a tag again
// and again.
func TestTextLinear(t *testing.T) {
	for _, unit := range []string{"<", "<p", "<p ", "<p>", "<!--", "&", "&amp;", "&lt;", " ", "</", "<b>x", "\u00a0", "\xff"} {
		src := strings.Repeat(unit, MaxBytes/len(unit)) + ">"
		start := time.Now()
		Text(src)
		assert.Less(t, time.Since(start), 2*time.Second, "%q", unit)
	}
}

// TestHelpersEndOnCycles gives the helpers values that contain themselves,
// which no block has, but a caller may build by hand.
func TestHelpersEndOnCycles(t *testing.T) {
	o := Object{}
	o["name"], o["url"] = o, o
	list := []any{nil}
	list[0] = list
	for _, v := range []any{o, list} {
		assert.Equal(t, "", Text(v))
		assert.Equal(t, "", URL(v))
		assert.Empty(t, Texts(v))
	}
}
