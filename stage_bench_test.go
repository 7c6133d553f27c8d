package newspage

import (
	"bytes"
	"testing"
)

// A stagedPage is a page between two stages of its parse.
type stagedPage struct {
	*reading
	raw []byte
	doc *document
	cut *page
}

// stages are the steps of a parse in their order. decode has html.Parse in it.
var stages = []struct {
	name string
	run  func(s *stagedPage) error
}{
	{"decode", func(s *stagedPage) (err error) {
		s.doc, err = decode(bytes.NewReader(s.raw), &Options{})
		return err
	}},
	{"blocks", func(s *stagedPage) error { s.cut = new(workspace).cut(s.doc.root, s.doc.extent); return nil }},
	{"metadata", func(s *stagedPage) error {
		s.reading = &reading{page: s.cut, model: bodyModel(), pageModel: pageModel(), chosen: &matches{}}
		s.meta = readMetadata(s.cut, nil)
		return nil
	}},
	{"headline", func(s *stagedPage) error { s.assignRolesBeforeBody(); return nil }},
	{"classifier", func(s *stagedPage) error { classifyBody(s.reading); return nil }},
	{"settle", func(s *stagedPage) error { s.settleBody(); return nil }},
	{"figures", func(s *stagedPage) error { s.findFigures(); return nil }},
	{"related", func(s *stagedPage) error { s.findRelated(); return nil }},
	{"quotes", func(s *stagedPage) error { s.findQuotes(); return nil }},
	{"source", func(s *stagedPage) error { s.findSource(); return nil }},
	{"byline", func(s *stagedPage) error { s.findStandfirst(); s.findByline(); return nil }},
	{"confidence", func(s *stagedPage) error { s.judgePage(); return nil }},
	{"assemble", func(s *stagedPage) error { _ = s.assemble(); return nil }},
}

// upTo runs the stages before stage n.
func (s *stagedPage) upTo(n int) error {
	for _, stage := range stages[:n] {
		if err := stage.run(s); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkStage measures each stage of a parse by itself, over the pages that
// BenchmarkParse takes: what runs before it is not counted. MB/s are of the HTML.
func BenchmarkStage(b *testing.B) {
	sets := benchSets(b)
	for n := range stages {
		for _, set := range sets {
			b.Run(stages[n].name+"/"+set.name, func(b *testing.B) {
				b.SetBytes(set.size())
				b.ReportAllocs()
				for range b.N {
					b.StopTimer()
					for _, raw := range set.pages {
						benchmarkStage(b, n, raw)
					}
				}
			})
		}
	}
}

// benchmarkStage runs stage n of a page, and counts it alone.
func benchmarkStage(b *testing.B, n int, raw []byte) {
	s := &stagedPage{raw: raw}
	if err := s.upTo(n); err != nil {
		b.Fatal(err)
	}
	b.StartTimer()
	err := stages[n].run(s)
	b.StopTimer()
	if err != nil {
		b.Fatal(err)
	}
}

// TestStagesAreTheWholeParse holds the stages that are measured to the parse
// itself: the Article they end in is the one that Parse returns.
func TestStagesAreTheWholeParse(t *testing.T) {
	for _, path := range testPages(t) {
		raw := readPageFile(t, path)
		want, err := Parse(bytes.NewReader(raw), nil)
		if err != nil {
			continue // a page without an article ends before
		}
		s := &stagedPage{raw: raw}
		if err := s.upTo(len(stages)); err != nil {
			t.Fatal(path, err)
		}
		if carried := s.bodyWords() < minArticleWords; carried {
			continue
		}
		if got := s.assemble(); got.Text() != want.Text() || got.Title != want.Title || len(got.Related) != len(want.Related) {
			t.Errorf("%s: the stages make another article than Parse", path)
		}
	}
}
