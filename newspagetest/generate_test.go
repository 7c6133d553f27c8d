package newspagetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/newspage-go/newspage"
	"golang.org/x/net/html"
)

// pages is how many pages are generated for comparing; NEWSPAGETEST_PAGES=10000 is the long run.
var pages = pageCount()

const usualPages = 300

func pageCount() int {
	if n, err := strconv.Atoi(os.Getenv("NEWSPAGETEST_PAGES")); err == nil && n > 0 {
		return n
	}
	return usualPages
}

// pageText is the text of a page, white space folded.
func pageText(t *testing.T, page []byte) string {
	t.Helper()
	for name, cm := range encodings {
		if bytes.Contains(page[:min(len(page), 300)], []byte("charset="+name)) || bytes.Contains(page[:min(len(page), 300)], []byte("charset=\""+name)) {
			var err error
			if page, err = cm.NewDecoder().Bytes(page); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && (n.Data == "p" || n.Data == "br" || n.Data == "div" || n.Data == "li"):
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestCharsetsCanBeWritten(t *testing.T) {
	for _, l := range languages {
		for _, name := range l.charsets {
			if name != "utf-8" && encodings[name] == nil {
				t.Errorf("%s: no encoding of %s", l.tag, name)
			}
		}
	}
}

func TestGenerateIsReproducible(t *testing.T) {
	seen := map[string]uint64{}
	for seed := range uint64(pages) {
		p := Generate(seed)
		if !reflect.DeepEqual(p, Generate(seed)) {
			t.Fatalf("seed %d: not the same twice", seed)
		}
		if other, ok := seen[string(p.HTML)]; ok {
			t.Errorf("seeds %d and %d give the same page", seed, other)
		}
		seen[string(p.HTML)] = seed
	}
}

// printedTexts are the texts that a page must hold.
func printedTexts(a *newspage.Article) []string {
	texts := []string{a.Title, a.Subtitle}
	for _, b := range a.Body {
		texts = append(texts, b.Text)
		texts = append(texts, b.Items...)
	}
	for _, q := range a.Quotes {
		texts = append(texts, q.Text)
		if q.Attribution != nil {
			texts = append(texts, q.Attribution.Speaker, q.Attribution.Role, q.Attribution.Via)
		}
	}
	for _, r := range a.Related {
		texts = append(texts, r.Title, r.Summary)
	}
	if a.Source != nil {
		texts = append(texts, a.Source.Name)
	}
	return texts
}

// isCarried says whether a page that prints nothing has a text in a script, as text or as HTML.
func isCarried(t *testing.T, p *Page, s string) bool {
	t.Helper()
	for _, s := range []string{s, html.EscapeString(s)} {
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if p.Theme == "app" && bytes.Contains(p.HTML, b[1:len(b)-1]) {
			return true
		}
	}
	return false
}

func TestThePageHoldsItsArticle(t *testing.T) {
	themesSeen, languagesSeen := map[string]int{}, map[string]int{}
	for seed := range uint64(pages) {
		p := Generate(seed)
		text := pageText(t, p.HTML)
		for _, s := range printedTexts(&p.Article) {
			if !strings.Contains(text, s) && !isCarried(t, &p, s) {
				t.Errorf("seed %d: %q is not on the page", seed, s)
			}
		}
		paragraphs := map[string]bool{}
		for _, b := range p.Article.Body {
			if b.Kind != newspage.KindParagraph {
				continue
			}
			question := strings.ContainsAny(b.Text[len(b.Text)-1:], "?") || strings.HasSuffix(b.Text, "か") || strings.HasSuffix(b.Text, "？") || strings.HasSuffix(b.Text, "؟")
			if n := languageOf(p.HTML).wordCount(b.Text); (n < 25 || n > 80) && !question {
				t.Errorf("seed %d: %d words: %q", seed, n, b.Text)
			}
			if paragraphs[b.Text] {
				t.Errorf("seed %d: twice: %q", seed, b.Text)
			}
			paragraphs[b.Text] = true
		}
		themesSeen[p.Theme]++
		languagesSeen[p.Article.Language[:2]]++
	}
	t.Log(themesSeen, languagesSeen)
	if len(themesSeen) != len(themes) || len(languagesSeen) != len(languages) {
		t.Error("a theme or a language is missing")
	}
}

func TestMutateKeepsTheArticle(t *testing.T) {
	for seed := range uint64(pages) {
		p := Generate(seed)
		original := bytes.Clone(p.HTML)
		m := Mutate(p.HTML, seed)
		if !bytes.Equal(p.HTML, original) {
			t.Fatalf("seed %d: the argument was changed", seed)
		}
		if p.Theme == "app" { // has no surroundings
			continue
		}
		if bytes.Equal(m, original) {
			t.Errorf("seed %d: nothing changed", seed)
		}
		if !bytes.Equal(m, Mutate(original, seed)) {
			t.Errorf("seed %d: not the same twice", seed)
		}
		for _, page := range [][]byte{m, Mutate(m, seed+1)} {
			text := pageText(t, page)
			from := 0
			for _, b := range p.Article.Body {
				if b.Kind != newspage.KindParagraph {
					continue
				}
				i := strings.Index(text[from:], b.Text)
				if i < 0 {
					t.Fatalf("seed %d: %q is not on the mutated page, or not in its place", seed, b.Text)
				}
				from += i
			}
			for _, s := range printedTexts(&p.Article) {
				if !strings.Contains(text, s) {
					t.Errorf("seed %d: %q is not on the mutated page", seed, s)
				}
			}
		}
	}
	if got := string(Mutate([]byte("no page"), 1)); got != "no page" {
		t.Errorf("%q", got)
	}
}

// parsed is what newspage makes of a page.
func parsed(t *testing.T, p *Page, page []byte) *newspage.Article {
	t.Helper()
	address, err := url.Parse(p.URL)
	if err != nil {
		t.Fatal(err)
	}
	a, err := newspage.Parse(bytes.NewReader(page), &newspage.Options{URL: address, ContentType: p.ContentType})
	if a == nil {
		t.Fatal(err)
	}
	return a
}

func paragraphs(a *newspage.Article) (texts []string) {
	for _, b := range a.Body {
		if b.Kind == newspage.KindParagraph {
			texts = append(texts, b.Text)
		}
	}
	return texts
}

// blocks are the headings, paragraphs, lists and quotes of a body.
func blocks(a *newspage.Article) (texts []string) {
	for _, b := range a.Body {
		switch b.Kind {
		case newspage.KindHeading, newspage.KindParagraph:
			texts = append(texts, string(b.Kind)+": "+b.Text)
		case newspage.KindList:
			texts = append(texts, fmt.Sprint("list: ", b.Ordered, strings.Join(b.Items, " / ")))
		case newspage.KindQuote:
			texts = append(texts, "quote: "+b.Quote.Text)
		case newspage.KindTable:
			texts = append(texts, fmt.Sprint("table: ", b.Rows))
		case newspage.KindEmbed:
			texts = append(texts, "embed: "+b.URL)
		}
	}
	return texts
}

func quotes(a *newspage.Article) (texts []string) {
	for _, q := range a.Quotes {
		s := q.Kind + ": " + q.Text
		if q.Attribution != nil {
			s += " / " + q.Attribution.Speaker + " / " + q.Attribution.Via
		}
		texts = append(texts, s)
	}
	return texts
}

func roles(a *newspage.Article) (texts []string) {
	for _, q := range a.Quotes {
		if q.Attribution != nil {
			texts = append(texts, q.Attribution.Speaker+": "+q.Attribution.Role)
		}
	}
	return texts
}

func source(a *newspage.Article) []string {
	if a.Source == nil {
		return nil
	}
	return []string{a.Source.Name, a.Source.URL}
}

func authors(a *newspage.Article) (names []string) {
	for _, au := range a.Authors {
		names = append(names, au.Name)
	}
	return names
}

// relatedBy are the related articles, sorted, as f prints them.
func relatedBy(f func(newspage.Related) string) func(*newspage.Article) []string {
	return func(a *newspage.Article) (out []string) {
		for _, r := range a.Related {
			out = append(out, f(r))
		}
		slices.Sort(out)
		return out
	}
}

func images(a *newspage.Article) (out []string) {
	for _, b := range a.Body {
		if b.Kind == newspage.KindFigure {
			out = append(out, picture(b.Image))
		}
	}
	return out
}

func picture(im *newspage.Image) string {
	return strings.Join([]string{im.URL, im.Alt, im.Caption, im.Credit}, " / ")
}

func leadImage(a *newspage.Article) []string {
	if a.Image == nil {
		return nil
	}
	return []string{picture(a.Image)}
}

func published(a *newspage.Article) []string {
	return []string{a.Published.Format("2006-01-02T15:04:05Z07:00")}
}

// fields are the parts that are compared, each with the share of pages on
// which newspage must have it exactly.
var fields = []struct {
	name  string
	floor float64
	of    func(*newspage.Article) []string
}{
	{"title", 0.99, func(a *newspage.Article) []string { return []string{a.Title} }},
	{"subtitle", 0.99, func(a *newspage.Article) []string { return []string{a.Subtitle} }},
	{"authors", 0.99, authors},
	{"published", 0.99, published},
	{"section", 0.99, func(a *newspage.Article) []string { return []string{a.Section} }},
	{"tags", 0.99, func(a *newspage.Article) []string { return a.Tags }},
	{"language", 0.99, func(a *newspage.Article) []string { return []string{a.Language} }},
	{"modified", 0.99, func(a *newspage.Article) []string { return []string{a.Modified.Format(time.RFC3339)} }},
	{"paragraphs", 0.99, paragraphs},
	{"blocks", 0.99, blocks},
	{"figures", 0.99, images},
	{"lead image", 0.99, leadImage},
	{"quotes", 0.99, quotes},
	{"quote roles", 0.99, roles},
	{"source", 0.99, source},
	{"related URLs", 0.99, relatedBy(func(r newspage.Related) string { return r.URL })},
	{"related titles", 0.99, relatedBy(func(r newspage.Related) string { return r.Title + " / " + r.Place })},
	{"related summaries", 0.99, relatedBy(func(r newspage.Related) string { return r.Title + ": " + r.Summary })},
	{"related images", 0.99, relatedBy(func(r newspage.Related) string {
		if r.Image == nil {
			return ""
		}
		return r.Image.URL
	})},
}

// TestNewspageOnGeneratedPages measures newspage; NEWSPAGETEST_DIFF=field shows its mistakes.
func TestNewspageOnGeneratedPages(t *testing.T) {
	right := make([]int, len(fields))
	for seed := range uint64(pages) {
		p := Generate(seed)
		got := parsed(t, &p, p.HTML)
		for i, f := range fields {
			want, have := f.of(&p.Article), f.of(got)
			if slices.Equal(want, have) {
				right[i]++
			} else if os.Getenv("NEWSPAGETEST_DIFF") == f.name {
				t.Logf("seed %d (%s, %s):%s", seed, p.Theme, p.Article.Language, difference(want, have))
			}
		}
	}
	for i, f := range fields {
		share := float64(right[i]) / float64(pages)
		t.Logf("%-18s %5.1f %%", f.name, 100*share)
		if share < f.floor {
			t.Errorf("%s: exact on %.1f %% of the pages, want %.1f", f.name, 100*share, 100*f.floor)
		}
	}
}

// TestNewspageWithoutAddresses: a page names its own address, and little is lost where nobody else does.
func TestNewspageWithoutAddresses(t *testing.T) {
	right := make([]int, len(fields))
	for seed := range uint64(pages) {
		p := Generate(seed)
		got, _ := newspage.Parse(bytes.NewReader(p.HTML), nil)
		for i, f := range fields {
			if slices.Equal(f.of(&p.Article), f.of(got)) {
				right[i]++
			}
		}
	}
	for i, f := range fields {
		if share := float64(right[i]) / float64(pages); share < f.floor {
			t.Errorf("%s: exact on %.1f %% of the pages, want %.1f", f.name, 100*share, 100*f.floor)
		}
	}
}

// difference lists what is missing and what is too much.
func difference(want, have []string) string {
	var b strings.Builder
	for _, s := range want {
		if !slices.Contains(have, s) {
			fmt.Fprintf(&b, "\n\t- %s", s)
		}
	}
	for _, s := range have {
		if !slices.Contains(want, s) {
			fmt.Fprintf(&b, "\n\t+ %s", s)
		}
	}
	return b.String()
}

// unchangedFloor is the share of pages on which other boilerplate must change nothing.
const unchangedFloor = 0.99

// TestNewspageOnMutatedPages measures how often other boilerplate changes what
// newspage finds; NEWSPAGETEST_MUTATED=field shows where.
func TestNewspageOnMutatedPages(t *testing.T) {
	same := make([]int, len(fields))
	for seed := range uint64(pages) {
		p := Generate(seed)
		before, after := parsed(t, &p, p.HTML), parsed(t, &p, Mutate(p.HTML, seed))
		for i, f := range fields {
			if slices.Equal(f.of(before), f.of(after)) {
				same[i]++
			} else if os.Getenv("NEWSPAGETEST_MUTATED") == f.name {
				t.Logf("seed %d (%s, %s):%s", seed, p.Theme, p.Article.Language, difference(f.of(before), f.of(after)))
			}
		}
	}
	for i, f := range fields {
		share := float64(same[i]) / float64(pages)
		t.Logf("%-18s %5.1f %% unchanged", f.name, 100*share)
		if share < unchangedFloor {
			t.Errorf("%s: unchanged on %.1f %% of the pages, want %.1f", f.name, 100*share, 100*unchangedFloor)
		}
	}
}
