package newspage

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// scenePage has an article of three paragraphs between a menu and three cards.
const scenePage = `<body><nav><a href=a>Home</a></nav>
<div id=story class=story><h1>Bridge reopens</h1>` + bridgeProse + `<img src=b></div>
<aside><div class=card><a href=c>Ferry stops</a></div><div class=card><a href=d>Port grows</a></div><div class=card><a href=e>Fish fair</a></div></aside></body>`

func sceneOf(t testing.TB, s string) *scene {
	t.Helper()
	rd := &reading{page: cutPage(t, s), meta: &metadata{}}
	return rd.survey()
}

// boxWith is the box of the element with an id.
func boxWith(t testing.TB, p *page, id string) int32 {
	t.Helper()
	for i := range p.boxes {
		if attr(p.boxes[i].node, "id") == id {
			return int32(i)
		}
	}
	t.Fatalf("no box with the id %q", id)
	return 0
}

func TestSceneFindsTheCentre(t *testing.T) {
	sc := sceneOf(t, scenePage)
	story := boxWith(t, sc.rd.page, "story")
	assert.Equal(t, story, sc.best)
	assert.Equal(t, story, sc.half)
	assert.Equal(t, story, sc.most)
	assert.Equal(t, []bool{false, false, true, true, true, false, false, false}, sc.good)
	assert.Equal(t, int32(2), sc.firstGood)
	assert.Equal(t, int32(4), sc.lastGood)
}

func TestSceneSums(t *testing.T) {
	sc := sceneOf(t, scenePage)
	story := sc.in(boxWith(t, sc.rd.page, "story"))
	assert.Equal(t, float32(4), story.blocks)
	assert.Equal(t, float32(3), story.paras)
	assert.Equal(t, float32(3), story.goodBlocks)
	assert.Equal(t, float32(1), story.images)
	assert.Equal(t, story.words-2, story.good, "the headline is no prose")
	assert.Zero(t, story.linkBytes)
	assert.Equal(t, float32(8), sc.total.blocks)
	assert.Equal(t, story.good, sc.total.good)
	assert.Equal(t, float32(len("HomeFerry stopsPort growsFish fair")), sc.total.linkBytes)
	assert.Equal(t, sc.total, sc.in(0))
}

func TestSceneGroups(t *testing.T) {
	sc := sceneOf(t, scenePage)
	rd := sc.rd
	box := func(text string) int32 {
		for i := range rd.blocks {
			if rd.blocks[i].text == text {
				return rd.blocks[i].box
			}
		}
		t.Fatalf("no block %q", text)
		return 0
	}
	a, b, home := box("Ferry stops"), box("Fish fair"), box("Home")
	for k := range sc.like {
		assert.Equal(t, sc.like[k][a], sc.like[k][b], "cards are alike")
		assert.NotEqual(t, sc.like[k][a], sc.like[k][home])
	}
	assert.Equal(t, float32(3), sc.groups[0][sc.like[0][a]].blocks)
	assert.Equal(t, int32(3), sc.alike[a])
	assert.Equal(t, int32(1), sc.alike[home])
	assert.Equal(t, float32(3), sc.groups[3][sc.tags[a]].blocks, "one path of tags")
}

func TestGroupsByPlace(t *testing.T) {
	sc := sceneOf(t, `<div class=a><p>One</p></div><div class=b><p>Two</p></div>`)
	one, two := sc.rd.blocks[0].box, sc.rd.blocks[1].box
	assert.Equal(t, sc.like[0][one], sc.like[0][two], "by themselves alike")
	assert.NotEqual(t, sc.like[1][one], sc.like[1][two], "with their parents not")
	assert.NotEqual(t, sc.like[2][one], sc.like[2][two])
	assert.Equal(t, sc.tags[one], sc.tags[two])
	assert.Equal(t, int32(1), sc.alike[one], "siblings have one parent")
}

func TestSceneMeetings(t *testing.T) {
	sc := sceneOf(t, scenePage)
	boxes := sc.rd.boxes
	story := boxWith(t, sc.rd.page, "story")
	last := sc.rd.blocks[len(sc.rd.blocks)-1].box
	assert.Equal(t, boxes[story].depth, sc.lca[0][story])
	assert.Equal(t, boxes[boxes[story].parent].depth, sc.lca[0][last], "a card and the story meet in the body")
	for i := range boxes {
		for k := range sc.lca {
			assert.LessOrEqual(t, sc.lca[k][i], boxes[i].depth)
		}
	}
}

func TestLinkedProseScoresLess(t *testing.T) {
	linked := `<div id=links><p><a href=x>The bridge over the harbour opens again</a> on Monday, the mayor said, after two years of work, and then some more of it, as the council had planned, it said, before, and in the year after that one, too, and again.</p></div>`
	plain := `<div id=plain><p>The bridge over the harbour opens again on Monday, the mayor said, after two years of work, and then some more of it, as the council had planned, it said, before, and in the year after that one, too, and again.</p></div>`
	sc := sceneOf(t, linked+plain)
	a, b := boxWith(t, sc.rd.page, "links"), boxWith(t, sc.rd.page, "plain")
	assert.Greater(t, sc.scores[a], float32(0))
	assert.Greater(t, sc.scores[b], sc.scores[a])
	assert.Equal(t, b, sc.best)
}

func TestSceneOfNothing(t *testing.T) {
	for _, s := range []string{"", "<img src=a>", "<p>x"} {
		sc := sceneOf(t, s)
		assert.Zero(t, sc.best, s)
		assert.Zero(t, sc.total.good, s)
		assert.Equal(t, int32(-1), sc.firstGood, s)
		assert.Equal(t, int32(-1), sc.lastGood, s)
	}
}

func TestTotals(t *testing.T) {
	a := totals{1, 2, 3, 4, 5, 6, 7, 8, 9}
	b := totals{9, 8, 7, 6, 5, 4, 3, 2, 1}
	sum := a
	sum.add(&b)
	assert.Equal(t, totals{10, 10, 10, 10, 10, 10, 10, 10, 10}, sum)
	assert.Equal(t, a, sum.minus(&b))
}

func TestInterner(t *testing.T) {
	var in interner
	const n = 1000
	for i := range uint64(n) {
		require.Equal(t, int32(i), in.id(i<<8), "ids are given in the order they are asked for")
	}
	for i := range uint64(n) {
		require.Equal(t, int32(i), in.id(i<<8))
	}
	assert.Equal(t, int32(n), in.n)
	in.n = 0
	assert.Zero(t, in.id(7))
}

func TestRatio(t *testing.T) {
	assert.Equal(t, float32(0.5), ratio(1, 2))
	assert.Zero(t, ratio(1, 0))
	assert.Zero(t, ratio(0, 0))
}
