package newspagetest

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// outline is a page's elements and texts, white space apart.
func outline(t *testing.T, page string) string {
	t.Helper()
	doc, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range doc.Descendants() {
		switch n.Type {
		case html.ElementNode:
			b.WriteString("<" + n.Data + ">")
		case html.TextNode:
			b.WriteString(strings.Join(strings.Fields(n.Data), " "))
		}
	}
	return b.String()
}

func TestSloppyPagesHaveTheSameElements(t *testing.T) {
	changed := 0
	for seed := range uint64(pages) {
		p := Generate(seed)
		if p.ContentType != "" && !strings.Contains(p.ContentType, "utf-8") {
			continue
		}
		before := string(p.HTML)
		after := sloppy(before, rand.New(rand.NewPCG(seed, 1)))
		if after != before {
			changed++
		}
		if outline(t, before) != outline(t, after) {
			t.Errorf("seed %d: other elements than before", seed)
		}
	}
	if changed == 0 {
		t.Error("no page was changed")
	}
	for in, want := range map[string]string{
		"<p>a</p>\n<p>b</p></div>": "<p>a\n<p>b</div>",
		"<p>a</p> b":               "<p>a</p> b",
	} {
		if got := endOfParagraph.ReplaceAllString(in, "$1"); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
}
