// Package newspage turns the HTML of a news article page into an [Article]:
// title, body in reading order, set-apart quotes with who is quoted, the source
// the article was taken from, and the related articles with their summaries.
//
//	article, err := newspage.Parse(resp.Body, &newspage.Options{
//		URL:         resp.Request.URL,
//		ContentType: resp.Header.Get("Content-Type"),
//	})
//	if errors.Is(err, newspage.ErrNoArticle) {
//		return fmt.Errorf("%s is a page without an article", article.URL)
//	}
//	if err != nil {
//		return err
//	}
//	fmt.Println(article.Title, article.Published, article.Text())
//
// [Parse] takes bytes and [ParseNode] a tree; both work with nil Options. There
// is no function that fetches: whether a page of status 404 is read, how long
// to wait and how often to try again is the caller's to say, and what a client
// then has is what Options want.
//
// # What is kept, and what is not
//
// The body is what a reader would call the article: paragraphs with their
// links, headings, lists, set-apart quotes, figures with caption and credit,
// tables that are content, code, embeds. [Article.Body] holds them as blocks;
// switch over [Block.Kind]. [Article.Text] and [Article.HTML] print them.
//
// Not in the body: title, standfirst, byline, dates and tags, which have fields
// of their own; share bars, view counters, prompts, ads, author boxes, comments
// and copyright lines, which are nowhere; "Read also" links and lists
// of related articles, which are in [Article.Related]; the source line, which
// is [Article.Source]; pull quotes, which repeat a sentence of the body and are
// in [Article.Quotes] alone. An image's alternative text is never a paragraph.
// Text that the page hides is left out where other text is shown.
//
// A blockquote that quotes nobody (a card, an empty embed, prose that is only
// indented) is no quote. Nobody is named under a quote whom the page does not
// name. Credits of pictures are no source. Lists of the whole site (latest,
// most read) are not related.
//
// What the page says of itself in JSON-LD, OpenGraph and other metadata serves
// for what it does not print. The language of the page does not matter to the
// body; labels such as "Related" or "Source" are known in some twenty languages.
//
// # Absent, and times
//
// What is absent is the zero value: "", nil, a zero time. A time that the page
// gives without a zone is not given one: its location is [Floating], and where
// there is a day alone [DateOnly]. Compare t.Location() with these before you
// compare such a time with an instant.
//
// # Errors
//
// Compare with [errors.Is].
//
//   - [ErrNoArticle]: the page has no article. It is the one error that comes
//     with an Article, which holds what the page says of itself.
//   - [ErrNotHTML]: the bytes are no page. The message says what they look like;
//     gzip is the usual case, where a client was told to leave it compressed.
//   - [ErrTooLarge]: the page is larger than Options.MaxBytes.
//   - The error of the reader, wrapped, where that fails.
//   - An error that names the selector, where one of Options.Selectors is none.
//
// # Confidence
//
// [Article.Confidence] says how sure newspage is that the page is an article at
// all. A page below a low limit, or with fewer than 25 words of body, is
// ErrNoArticle; the limit is low so that hardly an article is lost. Who crawls
// whole sites, and would rather lose an article than take a listing for one,
// asks for 0.6 or 0.8. It says nothing of how well the article was read.
//
// # Where the judgement is wrong
//
// Blocks of text are judged by a small learned model that is compiled into the
// package. [Options.Trace] receives a line for each block of the page: number,
// role, element, the reason, the beginning of the text. Where a site is read
// wrongly, [Options.Selectors] overrules a part with CSS selectors:
//
//	opts.Selectors = &newspage.Selectors{Body: ".story-text", Remove: ".promo"}
//
// # JSON
//
// encoding/json writes an Article as the command newspage prints it, and reads
// it back. Absent keys are left out. A time is RFC 3339 where it is an instant,
// without an offset where it is Floating, and a day where it is DateOnly.
// Package [github.com/newspage-go/newspage/schema] holds the JSON Schema.
//
// # Promises
//
// Of any bytes, on any number of goroutines at once:
//
//   - Parse does not panic, and ends where its reader does: time and memory grow
//     as the page does, up to Options.MaxBytes, which is 32 MiB unless set.
//     Nesting that html.Parse refuses is flattened, not lost. ParseNode has no
//     such limit.
//   - The same bytes and Options give the same Article. No network, file, clock
//     or environment is used, no script is run, and nothing is kept between
//     calls. A call cannot be cancelled; a reader that fails ends it.
//   - All text is valid UTF-8 without control characters and bidirectional
//     overrides, but for line breaks and, in code, tabs. All addresses are
//     absolute http or https URLs without user names and passwords, of 8 KiB at
//     most. A title has 1000 characters at most, and a page 100 related articles.
//   - The tree that ParseNode is given is only read. It may be read by others,
//     but not changed, at the same time.
//   - An Article may be read by many goroutines, and is the caller's to change;
//     no other Article and not the page changes with it. A quote in Body and the
//     same quote in Quotes share their Attribution.
//
// The text of an article is a stranger's text still: escape it where you print it.
//
// # Versions
//
// What is extracted from a page may get better in a minor version, so store the
// page where it must be read again alike. The API changes only in a major one.
// So do the keys of the JSON and what they mean; one may be added in a minor
// version, together with its place in the schema, so a reader should pass over
// keys it does not know. Texts of errors and traces may always change.
//
// # Tests of parsers
//
// Package [github.com/newspage-go/newspage/newspagetest] makes hostile pages,
// and pages with the exact article they were made from, for tests of any parser.
package newspage
