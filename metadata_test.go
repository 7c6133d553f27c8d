package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestThePagesOwnAddressIsItsBase: where the caller knows no address, the page's own word stands for it.
func TestThePagesOwnAddressIsItsBase(t *testing.T) {
	const related = `<h3>Related</h3><ul><li><a href="/2025/05/ferry">The ferry that would not leave</a></li><li><a href="/2025/04/cables">How a lost shipment was found</a></li></ul>`
	for head, want := range map[string]string{
		`<link rel="canonical" href="https://news.example/2025/06/story">`:                                                                  "https://news.example/2025/05/ferry",
		`<meta property="og:url" content="https://news.example/story">`:                                                                     "https://news.example/2025/05/ferry",
		`<link rel="canonical" href="https://news.example/2025/06/story"><meta property="og:url" content="https://www.news.example/story">`: "https://news.example/2025/05/ferry",
		`<link rel="canonical" href="https://wire.example/story"><meta property="og:url" content="https://news.example/story">`:             "",
		`<link rel="canonical" href="/2025/06/story">`:                                                                                      "",
		`<link rel="canonical" href="/2025/06/story"><meta property="og:url" content="https://news.example/story">`:                         "https://news.example/2025/05/ferry",
		`<base href="https://cdn.example/"><link rel="canonical" href="https://news.example/story">`:                                        "https://cdn.example/2025/05/ferry",
		``: "",
	} {
		a, err := Parse(strings.NewReader(strings.Replace(storyPage("", related), "<head>", "<head>"+head, 1)), nil)
		require.NoError(t, err)
		got := ""
		if len(a.Related) > 0 {
			got = a.Related[0].URL
		}
		assert.Equal(t, want, got, head)
	}
}
