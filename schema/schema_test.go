package schema_test

import (
	"encoding/json"
	"path"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage/schema"
)

// TestNames checks that the schemas are JSON and that a Line finds the Article
// it builds on; what they say is tested in the module conformance.
func TestNames(t *testing.T) {
	for file, text := range map[string]string{"article.schema.json": schema.Article, "line.schema.json": schema.Line} {
		var s struct {
			Schema string `json:"$schema"`
			ID     string `json:"$id"`
			Ref    string `json:"$ref"`
		}
		require.NoError(t, json.Unmarshal([]byte(text), &s), file)
		assert.Equal(t, "https://json-schema.org/draft/2020-12/schema", s.Schema)
		assert.Equal(t, file, path.Base(s.ID))
		if file == "line.schema.json" {
			assert.Equal(t, "article.schema.json#/$defs/articleKeys", s.Ref)
		}
	}
}
