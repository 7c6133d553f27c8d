package newspage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// repeatable is a paragraph of more than minRepeatWords words that no other one repeats.
func repeatable(n int) string {
	return fmt.Sprintf("Paragraph %d says that council number %d met on day %d, heard %d speakers, and sent %d letters to the %d villages along river number %d before it rose.", n, n, n, n, n, n, n)
}

func repeatables(from, to int) (markup string, texts []string) {
	for n := from; n < to; n++ {
		markup += "<p>" + repeatable(n) + "</p>"
		texts = append(texts, repeatable(n))
	}
	return markup, texts
}

// repeatsIn gives all text blocks of a page the body's role, takes out what is repeated, and returns what stays.
func repeatsIn(t *testing.T, title, body string) []string {
	t.Helper()
	rd := readingFor(t, "<body>"+body+"</body>")
	rd.title = title
	for i := range rd.blocks {
		if rd.blocks[i].kind == textBlock {
			rd.claim(i, roleParagraph, "test")
		}
	}
	rd.settleRepeats()
	var stay []string
	for i := range rd.blocks {
		if rd.blocks[i].role == roleParagraph {
			stay = append(stay, rd.blocks[i].text)
		}
	}
	return stay
}

func TestRepeats(t *testing.T) {
	markup, texts := repeatables(0, 4)
	all := strings.Join(texts, " ")
	slot := "<p>Article content</p>"
	tests := []struct {
		name, body string
		want       []string
	}{
		{"nothing repeated", markup, texts},
		{"the whole text again, paragraph by paragraph", markup + "<section>" + markup + "</section>", texts},
		{"the whole text again in one piece", markup + "<div>" + all + "</div>", texts},
		{"one paragraph again", markup + "<p>" + repeatable(1) + "</p>", append(append([]string{}, texts...), repeatable(1))},
		{"a long paragraph that only shares words", markup + "<div>" + repeatable(1) + " " + strings.Repeat("But nothing of what follows stood anywhere before it. ", 12) + "</div>",
			append(append([]string{}, texts...), repeatable(1)+" "+strings.TrimSpace(strings.Repeat("But nothing of what follows stood anywhere before it. ", 12)))},
		{"the title again", "<p>Council meets by the river</p>" + markup, texts},
		{"words of the title in a sentence", "<p>Council meets by the river, again</p>" + markup, append([]string{"Council meets by the river, again"}, texts...)},
		{"terms that stand once more for each offer", strings.Repeat(markup, 5), slices.Repeat(texts, 5)},
		{"slots between the paragraphs", slot + markup + slot + slot, texts},
		{"a label that stands twice", "<p>Pros</p>" + markup + "<p>Pros</p>", append(append([]string{"Pros"}, texts...), "Pros")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, repeatsIn(t, "Council meets by the river", tt.body))
		})
	}
}

func TestRepeatsOfManyLabels(t *testing.T) {
	markup, texts := repeatables(0, 12)
	body := markup + strings.Repeat("<p>Best for runners</p>", 3)
	assert.Equal(t, append(texts, "Best for runners", "Best for runners", "Best for runners"), repeatsIn(t, "Shoes", body), "too few of the paragraphs to be a slot")
}

// plainWords makes texts of which none repeats another's runs of three words.
func plainWords(from, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "w%d ", from+i)
	}
	return b.String()
}

// TestRunsBefore holds the set and the count behind it to a count of all runs: however
// much is in the set, no text is said to stand before that does not.
func TestRunsBefore(t *testing.T) {
	texts := []string{
		plainWords(0, 20_000), plainWords(20_000, 200), plainWords(100, 150), // the third stands in the first
		plainWords(30_000, 150), plainWords(20_000, 160) + plainWords(40_000, 48), // of the last one 158 of 206 runs stand in the second
		plainWords(20_000, 190) + plainWords(50_000, 40), // 188 of 228: more than four in five
	}
	var page strings.Builder
	for _, text := range texts {
		page.WriteString("<p>" + text + "</p>")
	}
	rd := readingFor(t, page.String())
	for i := range rd.blocks {
		rd.blocks[i].role = roleParagraph
	}
	require.Len(t, rd.blocks, len(texts))
	runs := runsBefore{rd: rd}
	before := map[uint64]bool{}
	for i := range rd.blocks {
		all, again := 0, 0
		for _, h := range new(hasher).runs(rd.blocks[i].text) {
			all++
			if before[h] {
				again++
			}
		}
		want := float64(again) >= repeatShare*float64(all)
		assert.Equal(t, want, runs.repeated(i), "block %d: %d of %d", i, again, all)
		for _, h := range new(hasher).runs(rd.blocks[i].text) {
			before[h] = true
		}
	}
	assert.True(t, runs.mostly(rd.blocks[4].text, runs.some.has), "the set alone would take block 4 for a repetition")
	assert.False(t, new(runsBefore).repeated(0))
}

// TestIsRepeated: a quotation whose runs of words a set finds by chance is none that the text repeats.
func TestIsRepeated(t *testing.T) {
	rd := readingFor(t, "<p>"+plainWords(0, 60_000)+"</p><p>"+plainWords(100, 30)+"</p><p>"+plainWords(70_000, 30)+"</p><blockquote>"+
		plainWords(500, 30)+"</blockquote><blockquote>"+plainWords(80_000, 30)+"</blockquote>")
	for i := range rd.blocks {
		rd.blocks[i].role = roleParagraph
	}
	for i, want := range []bool{false, true, false, true, false} {
		q := foundQuote{first: i, last: i + 1}
		assert.Equal(t, want, rd.isRepeated(&q), "block %d", i)
	}
	assert.True(t, rd.said.exact, "a set of so many runs finds others by chance")
}
