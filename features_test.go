package newspage

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFeatureNamesAreDistinctAndCounted(t *testing.T) {
	names := featureNames()
	assert.Len(t, names, numFeatures)
	seen := map[string]bool{}
	for _, n := range names {
		assert.False(t, seen[n], "two features are called %q", n)
		seen[n] = true
	}
}

func TestPageFeatureNamesAreDistinctAndCounted(t *testing.T) {
	names := pageFeatureNames()
	assert.Len(t, names, numPageFeatures)
	seen := map[string]bool{}
	for _, n := range names {
		assert.False(t, seen[n], "two features are called %q", n)
		seen[n] = true
	}
}
