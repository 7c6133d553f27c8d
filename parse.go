package newspage

import (
	"errors"
	"io"

	"golang.org/x/net/html"
)

// Parse reads a news page from r and returns its Article.
//
// The bytes are decoded by their byte order mark, opts.ContentType, their own
// validity and the page's <meta> elements, in this order. The error is
// ErrTooLarge or ErrNotHTML where the bytes cannot be a page, the reader's own
// error where it fails, and ErrNoArticle, together with an Article that holds
// the metadata, where the page has no article. Compare with [errors.Is]. With
// any other error the Article is nil; one of Options.Selectors that cannot be
// parsed is an error too. A nil opts means the zero Options.
//
// r is read to its end, or to one byte beyond the limit, and not closed. Parse
// costs about what html.Parse costs for the same page.
//
// Parse is safe for concurrent use, keeps no state, and uses no network, files or clock.
func Parse(r io.Reader, opts *Options) (*Article, error) {
	if opts == nil {
		opts = &Options{}
	}
	doc, err := decode(r, opts)
	if err != nil {
		return nil, err
	}
	return parse(doc, opts)
}

// ParseNode returns the Article of a page that is parsed already. The tree is
// only read, and may be any part of a page; a nil doc is an error. The other
// errors are those of a bad selector and [ErrNoArticle].
//
// Parse the page with [html.ParseWithOptions] and
// html.ParseOptionEnableScripting(false), as [Parse] does, so that what stands
// in <noscript> is seen as elements. What Parse does besides html.Parse is the
// caller's then: decoding to UTF-8, the limit of the size, and the flattening
// of what is nested too deeply for html.Parse. Parse is also faster: it has a
// parser of its own for most pages.
func ParseNode(doc *html.Node, opts *Options) (*Article, error) {
	if doc == nil {
		return nil, errors.New("newspage: node is nil")
	}
	if opts == nil {
		opts = &Options{}
	}
	return parse(&document{root: doc, extent: extentOf(0)}, opts)
}

func parse(doc *document, opts *Options) (*Article, error) {
	ws := workspaces.Get().(*workspace)
	defer doc.room.release()
	defer ws.release()
	rd, err := ws.newReading(doc, opts)
	if err != nil {
		return nil, err
	}
	rd.model, rd.pageModel = bodyModel(), pageModel()
	return rd.read(opts)
}

// newReading cuts the page and reads what it says of itself.
func newReading(doc *document, opts *Options) (*reading, error) {
	return new(workspace).newReading(doc, opts)
}

func (ws *workspace) newReading(doc *document, opts *Options) (*reading, error) {
	rd := &reading{page: ws.cut(doc.root, doc.extent), scripts: doc.scripts, tracing: opts.Trace != nil}
	rd.meta = readMetadata(rd.page, opts.URL)
	chosen, err := opts.Selectors.match(rd.page, doc.root)
	rd.chosen = chosen
	return rd, err
}

// read gives the blocks their roles and puts the Article together.
func (rd *reading) read(opts *Options) (*Article, error) {
	rd.assignRoles()
	if rd.bodyWords() < minArticleWords {
		if carried := rd.readCarried(); carried != nil {
			rd = carried
		}
	}
	rd.judgePage()
	article := rd.assemble()
	var err error
	if !rd.hasArticle() {
		article.Body, article.Quotes = nil, nil
		err = ErrNoArticle
	}
	if opts.Trace != nil {
		rd.tell(opts.Trace, article)
	}
	return article, err
}

// minArticleWords is how many words of prose make an article.
const minArticleWords = 25

// hasArticle says whether the body holds enough prose to be an article, and the page looks like one.
func (rd *reading) hasArticle() bool {
	return rd.bodyWords() >= minArticleWords && (rd.pageModel == nil || rd.confidence >= articleThreshold)
}

// bodyWords is how many words the body has.
func (rd *reading) bodyWords() int { return proseWords(rd.blocks) }

// proseIn is how many words of the body stand in a container.
func (rd *reading) proseIn(x *box) int { return proseWords(rd.blocks[x.first:x.last]) }

func proseWords(blocks []block) int {
	words := 0
	for i := range blocks {
		if blocks[i].role.isProse() {
			words += int(blocks[i].words)
		}
	}
	return words
}
