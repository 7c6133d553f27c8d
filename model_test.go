package newspage

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage/internal/trees"
)

// maxModels is how many bytes the embedded models may add to every user's binary.
const maxModels = 100 << 10

func TestEmbeddedModels(t *testing.T) {
	assert.LessOrEqual(t, len(bodyModelFile)+len(pageModelFile), maxModels)
	for _, c := range []struct {
		name     string
		file     []byte
		loaded   *trees.Model
		features int
	}{
		{"body.model", bodyModelFile, bodyModel(), numFeatures},
		{"page.model", pageModelFile, pageModel(), numPageFeatures},
	} {
		m, err := trees.Load(c.file)
		require.NoError(t, err, c.name)
		assert.Equal(t, c.features, m.Features, c.name)
		assert.Equal(t, m, c.loaded, c.name)
		var note map[string]any
		require.NoError(t, json.Unmarshal(m.Note, &note), "%s: its note is JSON", c.name)
		assert.NotEmpty(t, note["made_from"], c.name)
		for _, fill := range []float32{0, -1, 1, 1e30, float32(math.Inf(1)), float32(math.NaN())} {
			row := make([]float32, m.Features)
			for i := range row {
				row[i] = fill
			}
			p := trees.Logistic(m.Margin(row))
			assert.True(t, p >= 0 && p <= 1, "%s: probability %v of a row of %v", c.name, p, fill)
			assert.Equal(t, p, trees.Logistic(m.Margin(row)), c.name)
		}
	}
}

func TestBrokenModelPanics(t *testing.T) {
	assert.PanicsWithValue(t, "newspage: the embedded body.model is broken: trees: not a model file", func() {
		mustLoad("body.model", bodyModelFile[:100])
	})
}

// TestModelsTellProseFromLinks: an article's paragraph is likelier text of the article than a menu is.
func TestModelsTellProseFromLinks(t *testing.T) {
	page := bridgePage(`<ul class=nav><li><a href=a>Home</a><li><a href=b>Sport</a></ul>`, "")
	rd := readPage(t, []byte(page), &Options{})
	prose, menu := float32(1), float32(0)
	for i := range rd.blocks {
		b := &rd.blocks[i]
		switch {
		case b.words > 15:
			prose = min(prose, b.probability)
		case b.text == "Home" || b.text == "Sport":
			menu = max(menu, b.probability)
		}
	}
	assert.Greater(t, prose, float32(0.5))
	assert.Less(t, menu, float32(0.5))
}
