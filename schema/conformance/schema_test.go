package conformance

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/schema"
)

// compile compiles the two schemas. The compiler checks them against the
// draft's own schema, and, with no loader, can fetch nothing.
func compile(t testing.TB) (article, line *jsonschema.Schema) {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.UseLoader(jsonschema.SchemeURLLoader{})
	ids := make([]string, 0, 2)
	for _, text := range []string{schema.Article, schema.Line} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		require.NoError(t, err)
		id := doc.(map[string]any)["$id"].(string)
		require.NoError(t, c.AddResource(id, doc))
		ids = append(ids, id)
	}
	article, err := c.Compile(ids[0])
	require.NoError(t, err)
	line, err = c.Compile(ids[1])
	require.NoError(t, err)
	return article, line
}

// validate checks a JSON text.
func validate(t testing.TB, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err, "%s", text)
	return s.Validate(doc)
}

// requireMeets checks that the JSON of an Article meets the schema.
func requireMeets(t testing.TB, s *jsonschema.Schema, a *newspage.Article, what string) {
	t.Helper()
	text, err := json.Marshal(a)
	require.NoError(t, err)
	require.NoError(t, validate(t, s, text), "%s: %s", what, text)
}
