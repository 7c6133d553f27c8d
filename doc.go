// Package newspage turns the HTML of a news article page into an [Article]:
// title, body in reading order, set-apart quotes with who is quoted, the source
// the article was taken from, and the related articles with their summaries.
//
//	article, err := newspage.Parse(resp.Body, &newspage.Options{
//		URL:         resp.Request.URL,
//		ContentType: resp.Header.Get("Content-Type"),
//	})
//
// # What is kept
//
// The body is what a reader would call the article: paragraphs with their
// links, headings, lists, quotes, figures with caption and credit, tables that
// are content, code, embeds. Title, byline, dates, share bars, counters,
// prompts, ads, tags, author boxes, "Read also" links, the source line, related
// articles and comments are not in it. Text blocks are judged by a small learned
// model that is compiled into the package; [Options.Trace] says for each block
// what it is and why.
//
// # Errors
//
// A page without an article gives [ErrNoArticle] together with an Article that
// holds what the page says of itself. Bytes that are no page give [ErrNotHTML],
// and a page larger than [Options.MaxBytes] gives [ErrTooLarge]. Compare with
// errors.Is.
//
// # Promises
//
// Parse does not panic, uses no network, files, clock or environment, keeps no
// state, and gives the same Article for the same bytes. All text is valid UTF-8
// without control characters; all addresses are absolute http or https URLs.
// The tree that [ParseNode] is given is only read. Nesting that html.Parse
// refuses is flattened, not lost.
//
// What is extracted may get better in a minor version; the API and the keys of
// the JSON change only in a major one.
package newspage
