package newspage

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/newspage-go/newspage/internal/expose"
)

// recordOf parses a page with a recorder as its trace.
func recordOf(t *testing.T, page string) (*Article, []expose.Block) {
	t.Helper()
	rec := &expose.Recorder{}
	a := parseStory(t, page, func(o *Options) { o.Trace = rec })
	return a, rec.Blocks
}

func TestRecord(t *testing.T) {
	a, blocks := recordOf(t, storyPage(`
<figure id="lead" class="wide picture big huge"><img src="/ferry.jpg" alt="The ferry" width="800" height="500"><figcaption>The ferry at the quay on Friday. Photo: Jo Berg</figcaption></figure>
<ul><li>The first of the two things that the council decided on Friday</li><li>The second of the two things that the council decided on Friday</li></ul>
<blockquote><p>We did not work faster, we stopped waiting.</p><p>And we had the parts.</p><footer>– Tove Brandt</footer></blockquote>`, ""))

	// found are the blocks whose text holds a word, in the order of the page.
	found := func(word string) (all []expose.Block) {
		for _, b := range blocks {
			if strings.Contains(b.Text, word) {
				all = append(all, b)
			}
		}
		return all
	}
	tests := []struct {
		word    string // of the block's text
		role    string
		element string
		prose   bool
		kind    Kind // of the body block it became part of; "": none
		quote   int
	}{
		{"opens early", "headline", "h1", false, "", -1},
		{"Lorries", "paragraph", "p", true, KindParagraph, -1},
		{"The ferry", "figure", "img", false, KindFigure, -1},
		{"at the quay", "caption", "figcaption", false, KindFigure, -1},
		{"The second", "list item", "li", true, KindList, -1},
		{"did not work", "quote", "p", true, KindQuote, 0},
		{"had the parts", "quote", "p", true, KindQuote, 0},
		{"Tove", "attribution", "footer", false, KindQuote, 0},
		{"rights reserved", "boilerplate", "p", false, "", -1},
	}
	for _, tt := range tests {
		all := found(tt.word)
		require.NotEmpty(t, all, tt.word)
		b := all[0]
		kind := Kind("")
		if b.Body >= 0 {
			kind = a.Body[b.Body].Kind
		}
		assert.Equal(t, tt.role, b.Role, tt.word)
		assert.Equal(t, tt.element, b.Element, tt.word)
		assert.Equal(t, tt.prose, b.Prose, tt.word)
		assert.Equal(t, tt.kind, kind, tt.word)
		assert.Equal(t, tt.quote, b.Quote, tt.word)
	}
	img := found("The ferry")[0]
	assert.Equal(t, "https://news.example/ferry.jpg", img.URL)
	assert.Equal(t, "main > article > div.story-body > figure#lead.wide.picture.big", img.Path)
	lorries := found("Lorries")[0]
	assert.Equal(t, 24, lorries.Words)
	assert.Greater(t, lorries.Probability, 0.5)
	assert.Contains(t, lorries.Reason, "p=")
}

// TestRecordIsWhole: on every test page each body block comes from blocks, in
// their order, a paragraph's text from the texts of its blocks; and the Article
// is the one that is parsed without a recorder.
func TestRecordIsWhole(t *testing.T) {
	for _, page := range testPages(t) {
		data := readFile(t, page)
		opts := &Options{URL: pageURL(t, page)}
		want, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		rec := &expose.Recorder{}
		opts.Trace = rec
		a, err := Parse(bytes.NewReader(data), opts)
		require.NoError(t, err)
		assert.Equal(t, want, a, page)

		texts := make([]string, len(a.Body))
		last := 0
		for _, b := range rec.Blocks {
			if b.Body < 0 {
				assert.False(t, b.Prose && b.Quote < 0, "%s: prose in no body block: %q", page, b.Text)
				continue
			}
			if b.Prose {
				assert.GreaterOrEqual(t, b.Body, last, page)
				last = b.Body
			}
			texts[b.Body] += " " + foldSpace(b.Text) + b.URL
		}
		for i, text := range texts {
			assert.NotEmpty(t, text, "%s: body block %d comes from nowhere", page, i)
			if a.Body[i].Kind == KindParagraph {
				assert.Equal(t, strings.ReplaceAll(a.Body[i].Text, " ", ""), strings.ReplaceAll(text, " ", ""), page)
			}
		}
	}
}

func TestRecordWithoutArticle(t *testing.T) {
	rec := &expose.Recorder{}
	a, err := Parse(strings.NewReader("<h1>Nothing</h1><p>here.</p>"), &Options{Trace: rec})
	require.ErrorIs(t, err, ErrNoArticle)
	require.Len(t, rec.Blocks, 2)
	assert.Empty(t, a.Body)
	for _, b := range rec.Blocks {
		assert.Equal(t, -1, b.Body)
		assert.Equal(t, -1, b.Quote)
	}
}

// TestRecorderKeepsLines: what a trace without a recorder gets goes to Lines.
func TestRecorderKeepsLines(t *testing.T) {
	var want, got bytes.Buffer
	parseStory(t, storyPage("", ""), func(o *Options) { o.Trace = &want })
	parseStory(t, storyPage("", ""), func(o *Options) { o.Trace = &expose.Recorder{Lines: &got} })
	assert.NotEmpty(t, got.String())
	assert.Equal(t, want.String(), got.String())
}
