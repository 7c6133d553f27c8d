package newspage

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func relatedTitles(a *Article) []string {
	var titles []string
	for _, r := range a.Related {
		titles = append(titles, r.Title)
	}
	return titles
}

const teaserList = `<ul><li><a href="/2025/05/ferry-that-would-not-leave">The ferry that would not leave</a></li><li><a href="/2025/04/old-piers-come-down">Old piers come down</a></li></ul>`

// TestTeasersWithoutAHeading: what stands between the paragraphs and only links to articles is no text.
func TestTeasersWithoutAHeading(t *testing.T) {
	both := []string{"The ferry that would not leave", "Old piers come down"}
	for _, c := range []struct {
		name, within, after string
		want                []string
	}{
		{"a list of links between paragraphs", teaserList, "", both},
		{"a list of links under the text", "", teaserList, both},
		{"a card with picture, kicker and excerpt", `<div><a href="/2025/05/ferry-that-would-not-leave"><img src="/f.jpg"></a><div>Harbour</div><h3><a href="/2025/05/ferry-that-would-not-leave">The ferry that would not leave</a></h3></div>`, "", both[:1]},
		{"a list of tags", `<ul class="tags"><li><a href="/2025/05/ferry-that-would-not-leave">The ferry that would not leave</a></li><li><a href="/2025/04/old-piers-come-down">Old piers come down</a></li></ul>`, "", nil},
		{"links to another site", `<ul><li><a href="https://other.example/2025/05/ferry-that-would-not-leave">The ferry that would not leave</a></li><li><a href="https://other.example/2025/04/old-piers-come-down">Old piers come down</a></li></ul>`, "", nil},
		{"links to sections", `<ul><li><a href="/harbour">News of the harbour</a></li><li><a href="/council">News of the council</a></li></ul>`, "", nil},
		{"a list that is text", `<ul><li>The <a href="/2025/05/ferry-that-would-not-leave">ferry</a> stops on the same day as the bridge opens.</li><li>The toll is gone for all cars, and for lorries from the spring.</li></ul>`, "", nil},
		{"heading that goes on with the subject", "", `<section><h3>More on the harbour bridge</h3>` + teaserList + `</section>`, both},
		{"shop beside the articles", "", `<section><h3>Related</h3><ul><li><a href="/2025/05/ferry-that-would-not-leave">The ferry that would not leave</a></li><li><a href="https://shop.example/p/model-of-the-bridge">A model of the bridge, now on sale</a></li></ul></section>`, both[:1]},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := parseStory(t, storyPage(c.within, c.after))
			assert.Equal(t, c.want, relatedTitles(a))
			if c.want != nil {
				assert.NotContains(t, bodyText(a), both[0])
			}
		})
	}
}

// TestCardSaysMoreThanTheLinkBefore: an article that is linked twice gets the card's summary and picture.
func TestCardSaysMoreThanTheLinkBefore(t *testing.T) {
	a := parseStory(t, storyPage("", `<section><h3>Related</h3>`+teaserList+`</section><section><h3>Read next</h3><div><img src="/f.jpg"><h4><a href="/2025/05/ferry-that-would-not-leave">The ferry that would not leave</a></h4><p>For forty years it ran on time, and then nobody came to fetch the key.</p></div><div><h4><a href="/2025/04/old-piers-come-down">Old piers come down</a></h4></div></section>`))
	if assert.NotEmpty(t, a.Related) {
		assert.Equal(t, "For forty years it ran on time, and then nobody came to fetch the key.", a.Related[0].Summary)
		assert.NotNil(t, a.Related[0].Image)
	}
	assert.Len(t, a.Related, 2)
}

func TestTitlesOfInlineLinks(t *testing.T) {
	for title, want := range map[string]string{
		"READ MORE: The ferry stops": "The ferry stops", "Read also – The ferry stops": "The ferry stops",
		"Column: The ferry stops": "Column: The ferry stops", "Tribune Publishing renames itself": "Tribune Publishing renames itself", "The ferry stops": "The ferry stops",
	} {
		assert.Equal(t, want, cutInlineLabel(title))
	}
}

func TestIsArticlePath(t *testing.T) {
	for path, want := range map[string]bool{
		"/2025/05/ferry-that-would-not-leave": true, "/a-65391554": true, "/story.html": true, "/news/1234567": true,
		"/": false, "/harbour": false, "/live-tv": false, "/topics/harbour/": false,
	} {
		assert.Equal(t, want, isArticlePath(path), path)
	}
}

func TestBackgroundPictureOfACard(t *testing.T) {
	a := parseStory(t, storyPage("", `<section><h3>Related</h3><div class="c"><div class="p" style="background-image: url('/f.jpg'); height: 80px"></div><h4><a href="/2025/05/ferry-that-would-not-leave">The ferry that would not leave</a></h4></div><div class="c"><div class="p" data-bg="/p.jpg"></div><h4><a href="/2025/04/old-piers-come-down">Old piers come down</a></h4></div></section>`))
	if assert.Len(t, a.Related, 2) && assert.NotNil(t, a.Related[0].Image) && assert.NotNil(t, a.Related[1].Image) {
		assert.Equal(t, "https://news.example/f.jpg", a.Related[0].Image.URL)
		assert.Equal(t, "https://news.example/p.jpg", a.Related[1].Image.URL)
	}
	for style, want := range map[string]string{
		`background-image:url(a.jpg)`: "a.jpg", `background: #fff url("b.jpg") no-repeat`: "b.jpg", `color:red`: "", `background:red`: "", `background:url(`: "",
	} {
		assert.Equal(t, want, backgroundURL(style), style)
	}
}
