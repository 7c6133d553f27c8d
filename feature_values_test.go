package newspage

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// featurePage has a block for each kind of feature.
const featurePage = `<!DOCTYPE html><html><head><title>Bridge reopens after two years</title>
<meta name=description content="The bridge over the harbour opens again on Monday."></head><body>
<nav class="main-menu"><a href="/a">Home</a></nav>
<main><article class=story><h1>Bridge reopens after two years</h1>
<div class=article-body>
<p>The bridge over the harbour opens again on Monday, the mayor said, after two years of work on its steel.</p>
<p>About 9 thousand people crossed it every day before it was closed, and the <a href="/ferry">ferry stops</a> on the same day.</p>
<p class=note><b>Costs</b>: 30 million<br>or more?</p>
<p>The work cost more than the council had planned, because the old piers had to be replaced, it said on Friday.</p>
<h2>Related articles</h2>
<div class=card><a href="/f">Ferry stops</a></div>
<div class=card><a href="/p">Port grows</a></div>
<div class=card><a href="/p">Port grows</a></div>
</div></article></main>
<footer hidden><p>© News, mail@news.example | Imprint</p></footer></body></html>`

// A featureTable gives the features of a page's blocks by name.
type featureTable struct {
	t     testing.TB
	page  *reading
	f     *featurizer
	rows  []float32
	names []string
}

func featuresOf(t testing.TB, page string) *featureTable {
	t.Helper()
	rd := readingFor(t, page)
	rd.assignRolesBeforeBody()
	f := newFeaturizer(rd.survey())
	ft := &featureTable{t, rd, f, f.rows(), featureNames()}
	require.Len(t, ft.rows, len(f.text)*numFeatures)
	return ft
}

// of is a feature of the first block whose text begins so.
func (ft *featureTable) of(begin, name string) float32 {
	ft.t.Helper()
	at := slices.Index(ft.names, name)
	require.GreaterOrEqual(ft.t, at, 0, "no feature is called %q", name)
	for k, i := range ft.f.text {
		if strings.HasPrefix(ft.page.blocks[i].text, begin) {
			return ft.rows[k*numFeatures+at]
		}
	}
	ft.t.Fatalf("no block begins with %q", begin)
	return 0
}

func TestFeatureValues(t *testing.T) {
	ft := featuresOf(t, featurePage)
	for _, c := range []struct {
		begin, name string
		want        float32
	}{
		{"The bridge over", "words", 20},
		{"The bridge over", "sentences", 1},
		{"The bridge over", "commas/word", 2.0 / 20},
		{"The bridge over", "words/sentence", 10},
		{"The bridge over", "capitals", 2.0 / 20},
		{"The bridge over", "links", 0},
		{"The bridge over", "ends", endCode('.')},
		{"The bridge over", "begins", beginCode('A')},
		{"The bridge over", "title words", 4.0 / 20},
		{"The bridge over", "described", 7.0 / 18},
		{"The bridge over", "promised", 0},
		{"The bridge over", "in tag", 10},
		{"The bridge over", "in parent tag", 1},
		{"The bridge over", "in article", 1},
		{"The bridge over", "in main", 1},
		{"The bridge over", "in nav", 0},
		{"The bridge over", "class body", 3},
		{"The bridge over", "class article", 3},
		{"The bridge over", "class nav", 0},
		{"The bridge over", "box good", 1},
		{"The bridge over", "at before good", 0},
		{"The bridge over", "at from first", 0},
		{"The bridge over", "at to last", 3},
		{"The bridge over", "at from headline", 1},
		{"The bridge over", "at has headline", 1},
		{"The bridge over", "-1 words", 5},
		{"The bridge over", "+1 like", 2},
		{"The bridge over", "line related", 0},
		{"The bridge over", "since related", maxSince},
		{"The bridge over", "since heading", 1},

		{"About 9", "link count", 1},
		{"About 9", "at from first", 1},
		{"About 9", "-1 words", 20},
		{"About 9", "since heading", 2},

		{"Costs", "line breaks", 1},
		{"Costs", "question", 1},
		{"Costs", "sentences", 1},
		{"Costs", "bold", 5.0 / 26},
		{"Costs", "digits", 2.0 / 26},
		{"Costs", "class box", 4},

		{"Home", "words", 1},
		{"Home", "links", 1},
		{"Home", "in nav", 1},
		{"Home", "class nav", 4},
		{"Home", "in article", 0},
		{"Home", "-1 words", -1},
		{"Home", "at index", 0},
		{"Home", "at block", 0},

		{"Bridge reopens", "in tag", 20},
		{"Bridge reopens", "in heading", 1},
		{"Bridge reopens", "title words", 1},

		{"Related", "line related", 2},
		{"Related", "since related", 0},
		{"Related", "since heading", 0},

		{"Ferry stops", "since related", 1},
		{"Ferry stops", "class card", 4},
		{"Ferry stops", "box alike", 3},
		{"Ferry stops", "like blocks", 3},
		{"Ferry stops", "like links", 1},
		{"Ferry stops", "like good", 0},
		{"Ferry stops", "repeats", 0},
		{"Ferry stops", "since heading", 1},

		{"© News", "copyright", 1},
		{"© News", "mail", 1},
		{"© News", "bars", 1},
		{"© News", "in footer", 1},
		{"© News", "in hidden", 1},
		{"© News", "at after good", 0},
		{"© News", "+1 words", -1},
		{"© News", "+3 links", -1},

		{"Home", "page blocks", 11},
		{"© News", "page blocks", 11},
		{"© News", "page paragraphs", 5},
		{"© News", "page json-ld article", 0},
		{"© News", "page json-ld body", 0},
	} {
		assert.InDelta(t, c.want, ft.of(c.begin, c.name), 1e-6, "%q of %q", c.name, c.begin)
	}
}

func TestRepeatedTexts(t *testing.T) {
	ft := featuresOf(t, featurePage)
	at := slices.Index(ft.names, "repeats")
	var got []float32
	for k, i := range ft.f.text {
		if ft.page.blocks[i].text == "Port grows" {
			got = append(got, ft.rows[k*numFeatures+at])
		}
	}
	assert.Equal(t, []float32{0, 1}, got)
}

func TestFeaturesOfJSONLD(t *testing.T) {
	ft := featuresOf(t, `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge reopens","articleBody":"The bridge over the harbour opens again on Monday, the mayor said."}</script>`+featurePage)
	assert.Equal(t, float32(1), ft.of("Home", "page json-ld article"))
	assert.Equal(t, float32(1), ft.of("Home", "page json-ld body"))
	assert.InDelta(t, 10.0/18, ft.of("The bridge over", "promised"), 1e-6)
	assert.Zero(t, ft.of("Port grows", "promised"))
}

// TestFeaturesAreNumbers: no feature of any test page is infinite or no number, and shares are 0 to 1.
func TestFeaturesAreNumbers(t *testing.T) {
	pages := map[string]string{"nothing": "", "an image": "<img src=a>", "a word": "x", "features": featurePage}
	for _, p := range testPages(t) {
		pages[p] = string(readFile(t, p))
	}
	for page, data := range pages {
		ft := featuresOf(t, data)
		for i, v := range ft.rows {
			require.False(t, v != v || v > 1e9 || v < -1e9, "%q of a block of %s is %v", ft.names[i%numFeatures], page, v)
		}
		for _, name := range []string{"links", "bold", "title words", "described", "promised", "digits", "capitals", "box links", "box good", "at block", "at words", "page links"} {
			at := slices.Index(ft.names, name)
			for k := range ft.f.text {
				v := ft.rows[k*numFeatures+at]
				require.True(t, v >= 0 && v <= 1, "%q of block %d of %s is %v", name, k, page, v)
			}
		}
	}
}
