package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPackAt(t *testing.T) {
	const page = `<div><BlockQuote class=a><x-much-too-long-a-name-to-be-known><t`
	for _, name := range []string{"div", "BlockQuote", "class", "x-much-too-long-a-name-", "t"} {
		i := strings.Index(page, name)
		assert.Equal(t, packText(strings.ToLower(name)), packAt([]byte(page), i, i+len(name)), name)
	}
	i := strings.Index(page, "x-much")
	for _, n := range []int{maxName, maxName + 1} {
		assert.Equal(t, packedName{}, packAt([]byte(page), i, i+n), "%d bytes are no name that is known", n)
	}
	assert.NotEqual(t, packText("a"), packText("a\x00"))
}

func TestNameTable(t *testing.T) {
	names := []string{"a", "ab", "abcdefgh", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnopq", "abcdefghijklmnopqrstuvw"}
	table := newNameTable(names)
	for i, name := range names {
		assert.Equal(t, i, table.find(packText(name)), name)
	}
	for _, name := range []string{"", "b", "abc", "abcdefgi", "abcdefghijklmnopr", "abcdefghijklmnopqrstuvwx", "abcdefghijklmnopqrstuvwxy", "a\x00"} {
		assert.Equal(t, -1, table.find(packText(name)), name)
	}
}
