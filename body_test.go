package newspage

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestAdvertisementsAreNoEmbeds: a frame in a container of advertisements is not the article's.
func TestAdvertisementsAreNoEmbeds(t *testing.T) {
	for name, c := range map[string]struct {
		within string
		embeds int
	}{
		"a film":              {`<div class="video"><iframe src="https://v.example/1"></iframe></div>`, 1},
		"an advertisement":    {`<div class="ad-container"><p>Advertisement</p><iframe src="https://ads.example/1"></iframe></div>`, 0},
		"text in a container": {`<div class="ad-wrapper"><p>The ferry had run since 1911 and had never been late, the captain said, but for the winter of 1963.</p><iframe src="https://v.example/1"></iframe></div>`, 1},
	} {
		a := parseStory(t, storyPage(c.within, ""))
		assert.Equal(t, c.embeds, countBlocks(a, KindEmbed), name)
	}
}

// TestTheWordOverAnAdvertisement: that a model takes the word for text makes its frame no part of the article.
func TestTheWordOverAnAdvertisement(t *testing.T) {
	for text, want := range map[string]bool{"विज्ञापन": true, "The bridge opens on Monday for the first lorries of the year": false} {
		rd := roledReading(t, `<body><div class="ad-container"><p>`+text+`</p><iframe src="https://ads.example/1"></iframe></div></body>`)
		for i := range rd.blocks {
			if rd.blocks[i].kind == embedBlock {
				assert.Equal(t, want, rd.isAdSlot(rd.blocks[i].box), text)
			}
		}
	}
}
