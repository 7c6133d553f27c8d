package newspage

import (
	"encoding/binary"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestModelAgreesWithItsTrainer compares the embedded model's margins with those
// that the trainer's library gave for blocks of the test pages. The rows are
// stored with them, so that a change of the pages or features does not matter.
func TestModelAgreesWithItsTrainer(t *testing.T) {
	data, err := os.ReadFile("testdata/body.model.agree")
	require.NoError(t, err)
	n := int(binary.LittleEndian.Uint32(data))
	require.Greater(t, n, 50)
	m := bodyModel()
	require.Len(t, data, 4+4*n*(m.Features+1))
	number := func(i int) float32 { return math.Float32frombits(binary.LittleEndian.Uint32(data[4+4*i:])) }
	row := make([]float32, m.Features)
	for k := range n {
		for i := range row {
			row[i] = number(k*m.Features + i)
		}
		assert.InDelta(t, number(n*m.Features+k), m.Margin(row), 1e-4, "block %d", k)
	}
}
