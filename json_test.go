package newspage

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fullArticle is an Article with every field set and a block of every kind.
func fullArticle() Article {
	quote := Quote{Text: "We will open it.\nOn Monday.", Kind: QuoteBlock, Attribution: &Attribution{
		Speaker: "Anna Lind", Role: "mayor of Harbour", Via: "Coast Radio", URL: "https://radio.example/lind"}}
	return Article{
		URL: "https://news.example/bridge?a=1&b=2", Title: "Bridge <reopens> & stays", Subtitle: "After two years",
		Authors:   []Author{{Name: "Jane Roe", URL: "https://news.example/roe"}, {Name: "Coast Agency"}},
		Published: time.Date(2025, 6, 12, 9, 30, 0, 5000, time.UTC),
		Modified:  time.Date(2025, 6, 12, 11, 0, 0, 0, time.FixedZone("", 2*3600)),
		Site:      "The Harbour News", Section: "Local", Tags: []string{"bridge", "harbour"}, Language: "en-GB",
		Image: &Image{URL: "https://news.example/b.jpg", Alt: "The bridge", Caption: "The bridge on Monday", Credit: "J. Doe"},
		Body: []Block{
			{Kind: KindParagraph, Text: "See the plan & map.", Links: []Link{{Text: "plan", URL: "https://news.example/plan"}}},
			{Kind: KindHeading, Level: 2, Text: "What it cost"},
			{Kind: KindList, Items: []string{"steel", "paint"}},
			{Kind: KindList, Ordered: true, Items: []string{"first", "second"}},
			{Kind: KindQuote, Quote: &quote},
			{Kind: KindFigure, Image: &Image{URL: "https://news.example/c.jpg"}},
			{Kind: KindTable, Rows: [][]string{{"Year", "Cost"}, {"2024", "3 m"}}},
			{Kind: KindCode, Text: "if a < b {\n\treturn\n}"},
			{Kind: KindEmbed, URL: "https://video.example/1"},
		},
		Quotes:     []Quote{quote, {Text: "At last", Kind: QuotePull}},
		Source:     &Source{Name: "Coast Agency", URL: "https://agency.example/"},
		Related:    []Related{{Title: "Ferry stops", URL: "https://news.example/ferry", Summary: "For good.", Place: PlaceList}},
		Confidence: 0.75,
	}
}

func TestJSONRoundTrip(t *testing.T) {
	for name, change := range map[string]func(a *Article){
		"all fields":       func(*Article) {},
		"nothing":          func(a *Article) { *a = Article{} },
		"a floating time":  func(a *Article) { a.Published = time.Date(2025, 6, 12, 9, 30, 0, 0, Floating) },
		"a day alone":      func(a *Article) { a.Published = time.Date(2025, 6, 12, 0, 0, 0, 0, DateOnly) },
		"a floating nanos": func(a *Article) { a.Modified = time.Date(2025, 6, 12, 9, 30, 1, 5, Floating) },
		"west of UTC":      func(a *Article) { a.Published = time.Date(2025, 6, 12, 9, 30, 0, 0, time.FixedZone("", -5*3600-1800)) },
	} {
		t.Run(name, func(t *testing.T) {
			want := fullArticle()
			change(&want)
			data, err := json.Marshal(want)
			require.NoError(t, err)
			var got Article
			require.NoError(t, json.Unmarshal(data, &got))
			for _, times := range [][2]*time.Time{{&want.Published, &got.Published}, {&want.Modified, &got.Modified}} {
				w, g := times[0], times[1]
				assert.True(t, w.Equal(*g), "%v and %v", w, g)
				assert.Equal(t, formatTime(*w), formatTime(*g), "what is known of the zone")
				assert.Equal(t, w.Location() == Floating, g.Location() == Floating)
				assert.Equal(t, w.Location() == DateOnly, g.Location() == DateOnly)
				*w, *g = time.Time{}, time.Time{}
			}
			assert.Equal(t, want, got)
			pointer, err := json.Marshal(&want)
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal(pointer, &got))
		})
	}
}

func TestTimesInJSON(t *testing.T) {
	for want, in := range map[string]time.Time{
		"":                          {},
		"2025-06-12":                time.Date(2025, 6, 12, 0, 0, 0, 0, DateOnly),
		"2025-06-12T00:00:00":       time.Date(2025, 6, 12, 0, 0, 0, 0, Floating),
		"2025-06-12T09:30:00":       time.Date(2025, 6, 12, 9, 30, 0, 0, Floating),
		"2025-06-12T09:30:00.5":     time.Date(2025, 6, 12, 9, 30, 0, 500000000, Floating),
		"2025-06-12T09:30:00Z":      time.Date(2025, 6, 12, 9, 30, 0, 0, time.UTC),
		"2025-06-12T09:30:00+02:00": time.Date(2025, 6, 12, 9, 30, 0, 0, time.FixedZone("", 7200)),
	} {
		assert.Equal(t, want, formatTime(in))
		back, err := parseTime(want)
		require.NoError(t, err)
		assert.True(t, in.Equal(back), "%v and %v", in, back)
	}
}

func TestAbsentFieldsAreLeftOut(t *testing.T) {
	data, err := json.Marshal(Article{})
	require.NoError(t, err)
	assert.Equal(t, "{}", string(data))
	data, err = json.Marshal(Article{Title: "Bridge reopens"})
	require.NoError(t, err)
	assert.Equal(t, `{"title":"Bridge reopens"}`, string(data))
}

func TestBlocksInJSON(t *testing.T) {
	for want, b := range map[string]Block{
		`{"kind":"paragraph","text":"It opens."}`:                  {Kind: KindParagraph, Text: "It opens."},
		`{"kind":"paragraph","text":"One.\nTwo."}`:                 {Kind: KindParagraph, Text: "One.\nTwo."},
		`{"kind":"heading","level":3,"text":"Cost"}`:               {Kind: KindHeading, Level: 3, Text: "Cost"},
		`{"kind":"list","ordered":false,"items":["steel"]}`:        {Kind: KindList, Items: []string{"steel"}},
		`{"kind":"list","ordered":true,"items":["steel"]}`:         {Kind: KindList, Ordered: true, Items: []string{"steel"}},
		`{"kind":"quote","quote":{"text":"We open."}}`:             {Kind: KindQuote, Quote: &Quote{Text: "We open."}},
		`{"kind":"figure","image":{"url":"https://n.example/a"}}`:  {Kind: KindFigure, Image: &Image{URL: "https://n.example/a"}},
		`{"kind":"table","rows":[["Year","Cost"],["2024","3 m"]]}`: {Kind: KindTable, Rows: [][]string{{"Year", "Cost"}, {"2024", "3 m"}}},
		`{"kind":"embed","url":"https://v.example/1"}`:             {Kind: KindEmbed, URL: "https://v.example/1"},
	} {
		data, err := json.Marshal(b)
		require.NoError(t, err)
		assert.Equal(t, want, string(data))
		var back Block
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, b, back)
	}
}

// TestEscapingIsTheCallers: json.Marshal escapes <, > and &; an encoder that is told not to does not.
func TestEscapingIsTheCallers(t *testing.T) {
	a := Article{Title: "A <b> & c", Body: []Block{{Kind: KindParagraph, Text: "x < y > z & w"}}}
	data, err := json.Marshal(a)
	require.NoError(t, err)
	assert.NotContains(t, string(data), "<")
	assert.Contains(t, string(data), `A \u003cb\u003e \u0026 c`)

	for _, v := range []any{a, &a} {
		var buf bytes.Buffer
		enc := json.NewEncoder(&buf)
		enc.SetEscapeHTML(false)
		require.NoError(t, enc.Encode(v))
		assert.Equal(t, `{"title":"A <b> & c","body":[{"kind":"paragraph","text":"x < y > z & w"}]}`+"\n", buf.String())
	}
}

func TestUnmarshalErrors(t *testing.T) {
	for name, data := range map[string]string{
		"no object":              `[1]`,
		"a title that is number": `{"title":5}`,
		"a time that is none":    `{"published":"yesterday"}`,
		"a day that is none":     `{"modified":"2025-02-30"}`,
		"a time out of range":    `{"published":"2025-06-12T25:00:00Z"}`,
		"a block that is none":   `{"body":[7]}`,
		"items that are none":    `{"body":[{"kind":"list","items":"steel"}]}`,
	} {
		a := Article{Title: "kept"}
		require.Error(t, json.Unmarshal([]byte(data), &a), name)
		assert.Equal(t, Article{Title: "kept"}, a, "%s: the Article is as it was", name)
	}
	var b Block
	require.Error(t, json.Unmarshal([]byte(`{"ordered":"yes"}`), &b))
}

func TestUnmarshalReplaces(t *testing.T) {
	a := Article{Title: "old", Tags: []string{"old"}}
	require.NoError(t, json.Unmarshal([]byte(`{"title":"new","unknown":1}`), &a))
	assert.Equal(t, Article{Title: "new"}, a)
}
