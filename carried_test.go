package newspage

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const carriedTitle = "Harbour bridge closes for a year of repairs"

var carriedTexts = []string{
	"The harbour bridge will close to all traffic on Monday for repairs that are to take a year, the port authority said.",
	"Engineers found cracks in four of the nine piers, and said that waiting any longer would have cost twice as much.",
	"Ferries are to take pedestrians across, while lorries must use the tunnel, where the toll falls by half until spring.",
	"“Nobody wanted this,” said the harbour master, “but a bridge that stands is better than one that is open.”",
}

// carriedPage is a page that prints nothing of its article.
func carriedPage(head, scripts string) string {
	return `<html><head><title>` + carriedTitle + `</title><meta property="og:type" content="article">
<meta property="og:title" content="` + carriedTitle + `">` + head + `</head><body><div id="root"></div>` + scripts + `</body></html>`
}

func jsonString(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

func TestCarriedArticle(t *testing.T) {
	markup := "<p>" + strings.Join(carriedTexts, "</p><p>") + "</p>"
	plain := strings.Join(carriedTexts, "\n\n")
	nodes := []map[string]any{}
	for _, s := range carriedTexts {
		nodes = append(nodes, map[string]any{"type": "paragraph", "text": s})
	}
	flight := `5:["$","article",null,{"children":[["$","p",null,{"children":` + jsonString(t, carriedTexts[0]) + `}],["$","p",null,{"children":` + jsonString(t, carriedTexts[1]) +
		`}],["$","p",null,{"children":` + jsonString(t, carriedTexts[2]) + `}],["$","p",null,{"children":` + jsonString(t, carriedTexts[3]) + `}]]}]`
	tests := []struct{ name, head, scripts string }{
		{"JSON-LD articleBody", `<script type="application/ld+json">` + jsonString(t, map[string]any{"@type": "NewsArticle", "headline": carriedTitle, "articleBody": plain}) + `</script>`, ""},
		{"markup in a state object of JSON", "", `<script id="__NEXT_DATA__" type="application/json">` + jsonString(t, map[string]any{"props": map[string]any{"story": map[string]any{"contentHtml": markup}}}) + `</script>`},
		{"markup in an assignment", "", `<script>window.__STATE__ = ` + jsonString(t, map[string]any{"a": 1, "body": markup}) + `;</script>`},
		{"blocks of a state object", "", `<script>window.__STATE__=` + jsonString(t, map[string]any{"related": []string{"one"}, "blocks": nodes}) + `</script>`},
		{"JSON in a string", "", `<script>self.__f.push([1,` + jsonString(t, flight) + `])</script>`},
		{"escapes of JavaScript", "", `<script>var story = {"body": "` + strings.NewReplacer("<", `\x3c`, ">", `\x3e`, `"`, `\"`).Replace(markup) + `"}</script>`},
		{"escaped markup", "", `<script>var story = {"body": "` + strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(markup) + `"}</script>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Parse(strings.NewReader(carriedPage(tt.head, tt.scripts)), nil)
			require.NoError(t, err)
			assert.Equal(t, carriedTitle, a.Title)
			assert.Equal(t, carriedTexts, paragraphsOf(a))
		})
	}
}

func TestCarriedArticleIsNoOther(t *testing.T) {
	text := jsonString(t, strings.Join(carriedTexts, "\n\n"))
	tests := []struct{ name, page string }{
		{"of another page", strings.ReplaceAll(carriedPage("", `<script>var s = {"body": `+text+`}</script>`), carriedTitle, "Council votes to build forty new homes")},
		{"of a page that is no article", strings.ReplaceAll(carriedPage("", `<script>var s = {"body": `+text+`}</script>`), `content="article"`, `content="website"`)},
		{"too short", carriedPage("", `<script>var s = {"body": `+jsonString(t, carriedTexts[0])+`}</script>`)},
		{"no quotation mark closes", carriedPage("", `<script>var s = {"body": `+text[:len(text)-1])},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(strings.NewReader(tt.page), nil)
			assert.ErrorIs(t, err, ErrNoArticle)
		})
	}
}

// TestCarriedTextBesideItsTitle: a text need not repeat the words of a title that stands beside it, least of all in the same forms.
func TestCarriedTextBesideItsTitle(t *testing.T) {
	for name, c := range map[string]struct {
		title  string
		beside bool
		ok     bool
	}{
		"one word of the title":            {"Drivers face detours as the bridge shuts down", true, true},
		"one word of a title far from it":  {"Drivers face detours as the bridge shuts down", false, false},
		"no word of it, but called text":   {"Drivers face detours", true, true},
		"no word of it, and far from it":   {"Drivers face detours", false, false},
		"other forms of the title's words": {"Bridges closed, engineered and repaired", false, true},
	} {
		state := `{"content": ` + jsonString(t, "<p>"+strings.Join(carriedTexts, "</p><p>")+"</p>")
		if c.beside {
			state += `, "title": ` + jsonString(t, c.title)
		}
		page := strings.ReplaceAll(carriedPage("", `<script>window.state = `+state+`}</script>`), carriedTitle, c.title)
		a, err := Parse(strings.NewReader(page), nil)
		if !c.ok {
			assert.ErrorIs(t, err, ErrNoArticle, name)
			continue
		}
		require.NoError(t, err, name)
		assert.Equal(t, carriedTexts, paragraphsOf(a), name)
	}
}

func TestPrintedArticleWinsOverCarried(t *testing.T) {
	other := `<script>var s = {"body": ` + jsonString(t, "Harbour bridge repairs: "+strings.Repeat("a text that nobody sees stands here, and it is long. ", 20)) + `}</script>`
	a, err := Parse(strings.NewReader(carriedPage("", "<article><h1>"+carriedTitle+"</h1><p>"+strings.Join(carriedTexts, "</p><p>")+"</p></article>"+other)), nil)
	require.NoError(t, err)
	assert.Equal(t, carriedTexts, paragraphsOf(a))
}

func TestUnescapeScript(t *testing.T) {
	for in, want := range map[string]string{
		`a\nb`: "a\nb", `\"q\"`: `"q"`, `\/`: "/", `\u00e9`: "é", `\ud83d\ude00`: "😀", `\x41`: "A", `\u12`: "u12", `\x4`: "x4", `end\`: `end\`, `\é`: "é", `\ud83d`: "\uFFFD",
	} {
		assert.Equal(t, want, unescapeScript(in), in)
	}
}
