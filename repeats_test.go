package newspage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
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
