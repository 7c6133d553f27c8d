package newspage

import (
	"time"
)

// An Article is what a reader would call the article of a news page, with the
// parts that stand around it told apart.
//
// Absent is the zero value: "", nil, a zero time. All text is valid UTF-8 with
// white space folded and without control characters; all addresses are absolute
// http or https URLs.
type Article struct {
	URL      string   `json:"url,omitempty"`      // the page's canonical address; else the one it was fetched from
	Title    string   `json:"title,omitempty"`    // the headline as printed, without the site's name
	Subtitle string   `json:"subtitle,omitempty"` // the standfirst under the headline; not repeated in Body
	Authors  []Author `json:"authors,omitempty"`  // one entry a person or agency, in the order printed

	// Published and Modified are instants, zero where the page names none. They
	// are in the zone that the page gives. Where the page gives a wall-clock
	// time without a zone the location is [Floating]; where it gives a day
	// alone it is [DateOnly]. Neither is ever turned into an instant by guessing.
	Published time.Time `json:"published,omitzero"`
	Modified  time.Time `json:"modified,omitzero"`

	Site     string   `json:"site,omitempty"`     // the publication's name
	Section  string   `json:"section,omitempty"`  // the desk or rubric, as the page names it
	Tags     []string `json:"tags,omitempty"`     // topics and keywords
	Language string   `json:"language,omitempty"` // BCP 47 tag, such as "en" or "pt-BR"
	Image    *Image   `json:"image,omitempty"`    // the lead image

	Body    []Block   `json:"body,omitempty"`    // the article in reading order
	Quotes  []Quote   `json:"quotes,omitempty"`  // every set-apart quote, pull quotes too, in reading order
	Source  *Source   `json:"source,omitempty"`  // where the article was taken from
	Related []Related `json:"related,omitempty"` // other articles offered with this one

	// Confidence says how sure newspage is that the page is an article and not
	// a listing, a shop or a forum, 0 to 1. It is roughly a probability, for a
	// mixture of about two articles to one other page; of pages it had not
	// seen, 99 in 100 above 0.8 were articles, 64 between 0.6 and 0.8, 40
	// between 0.4 and 0.6, 14 between 0.2 and 0.4 and 5 below. Below a low
	// limit Parse returns [ErrNoArticle]. It has two decimals.
	Confidence float64 `json:"confidence,omitempty"`
}

// An Author is a person or an agency, by name alone: no "By", no role, no date.
type Author struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"` // the author's page, where the byline links to it
}

// A Kind says what a body [Block] is, and so which of its fields are set.
type Kind string

// The kinds of body blocks.
const (
	KindParagraph Kind = "paragraph" // Text, Links
	KindHeading   Kind = "heading"   // Level, Text, Links
	KindList      Kind = "list"      // Ordered, Items, Links
	KindQuote     Kind = "quote"     // Quote
	KindFigure    Kind = "figure"    // Image
	KindTable     Kind = "table"     // Rows
	KindCode      Kind = "code"      // Text, with its line breaks
	KindEmbed     Kind = "embed"     // URL
)

// A Block is one piece of the body. Kind says which fields are set; the others
// are zero.
type Block struct {
	Kind    Kind
	Level   int        // of a heading: 1 to 6 as the page has it; 3 for text that is only styled as one
	Text    string     // of a paragraph, heading or code block
	Links   []Link     // links in Text or Items, in order
	Ordered bool       // of a list: numbered
	Items   []string   // of a list: never empty; those of lists within it too
	Quote   *Quote     // of a quote
	Image   *Image     // of a figure
	Rows    [][]string // of a table: cells by row; rows may differ in length
	URL     string     // of an embed: the address of what is embedded
}

// A Link is a link in running text: its own text, and where it leads. Both are set.
type Link struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

// An Image is a picture. Its address is always set, and is the real one even
// where the page loads it lazily. The rest is "" where the page does not say it.
type Image struct {
	URL     string `json:"url,omitempty"`
	Alt     string `json:"alt,omitempty"`     // the alternative text
	Caption string `json:"caption,omitempty"` // without the credit
	Credit  string `json:"credit,omitempty"`  // photographer, agency
}

// The kinds of quotes.
const (
	QuoteBlock  = "block"  // a quotation set apart from the running text
	QuotePull   = "pull"   // a sentence of the body repeated as ornament; not in Body
	QuoteSocial = "social" // an embedded social post
)

// A Quote is a quotation set apart from the running text.
type Quote struct {
	Text        string       `json:"text"`                  // the quotation alone; "\n" between its paragraphs
	Kind        string       `json:"kind,omitempty"`        // QuoteBlock, QuotePull or QuoteSocial
	Attribution *Attribution `json:"attribution,omitempty"` // nil where the page names nobody
}

// An Attribution says who is quoted, as the page prints it and nothing guessed.
// At least one field is set.
type Attribution struct {
	Speaker string `json:"speaker,omitempty"` // the name alone
	Role    string `json:"role,omitempty"`    // "CEO of Acme"
	Via     string `json:"via,omitempty"`     // the outlet or work the words were taken from
	URL     string `json:"url,omitempty"`     // what the attribution links to
}

// A Source is where the article's own content was taken from: "Source: Reuters",
// "Originally published on …". Credits of pictures are none. At least one field is set.
type Source struct {
	Name string `json:"name,omitempty"` // the outlet
	URL  string `json:"url,omitempty"`  // the original article, or the outlet's page
}

// The places of related articles.
const (
	PlaceInline = "inline" // a "Read also" link between the paragraphs
	PlaceList   = "list"   // a box or list under a heading such as "Related"
)

// A Related is another article that the page offers with this one. There is
// one entry an article, however often it is linked.
type Related struct {
	Title   string `json:"title"`             // never "": no kicker, no author, no date
	URL     string `json:"url,omitempty"`     // "" where it is relative and the page has no base
	Summary string `json:"summary,omitempty"` // where the page prints one
	Image   *Image `json:"image,omitempty"`   // nil where the page shows none
	Place   string `json:"place,omitempty"`   // PlaceInline or PlaceList
}
