// Package newspagetest makes input for tests of parsers of news pages, as
// net/http/httptest makes servers for tests of clients. It knows nothing of how
// a page is parsed, and so serves for any parser, newspage or another.
//
//   - [Hostile] yields input that breaks parsers: nesting, floods, bad markup,
//     bytes that are no page. [HostileAt] builds the same at any size.
//   - [Generate] makes a news page and the exact article it was made from.
//   - [Mutate] changes all that is not the article.
//
// Nothing is read, stored or downloaded: all is built from a seed, and the same
// seed gives the same bytes in one version of this package. Its sites, people
// and events are made up; the addresses end in .example.
//
// A table test of a parser, and the seeds of a fuzz target of its own:
//
//	func TestHostile(t *testing.T) {
//		for name, page := range newspagetest.Hostile() {
//			t.Run(name, func(t *testing.T) { parse(page) }) // go test's -timeout catches what hangs
//		}
//	}
//
//	func FuzzParse(f *testing.F) {
//		for name := range newspagetest.Hostile() {
//			page, _ := newspagetest.HostileAt(name, 600) // a fuzzer changes small input faster
//			f.Add(page)
//		}
//		for seed := range uint64(10) {
//			f.Add(newspagetest.Generate(seed).HTML)
//		}
//		f.Fuzz(func(t *testing.T, page []byte) { parse(page) })
//	}
//
// The module github.com/newspage-go/newspage/examples has a whole parser that is
// tested so. All functions may be called by many goroutines.
//
// The pages are made after the structures of real ones, but they are no sample
// of them: what a parser scores here says where it errs, not how good it is on
// the web.
package newspagetest
