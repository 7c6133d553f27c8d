package expose

import "io"

// A Block is a block of a page with what became of it.
type Block struct {
	Role        string  // such as "paragraph"; "boilerplate" where it is no part of the article
	Reason      string  // why it has this role; "": nothing speaks for it
	Element     string  // the element it stands in, or is, such as "p"
	Path        string  // the containers around it, outermost first: "main > article.story > p"
	Text        string  // what is printed; of a picture its alternative text
	URL         string  // of a picture or an embed: its address; else ""
	Words       int     // of the text, as printed
	Probability float64 // that it is text of the article, as the classifier says; 0: it was not asked
	Prose       bool    // it is the article's running text
	Body        int     // the block of Article.Body that it became part of, or -1
	Quote       int     // the quote of Article.Quotes that it became part of, or -1
}

// A Recorder is an Options.Trace that is handed the blocks themselves. What
// would have been written to it goes to Lines, unless that is nil. It is for
// one Parse.
type Recorder struct {
	Blocks []Block // once Parse has returned; nil where it failed before there were any
	Lines  io.Writer
}

// Write lets a Recorder stand where a trace can; Parse does not call it.
func (r *Recorder) Write(p []byte) (int, error) {
	if r.Lines == nil {
		return len(p), nil
	}
	return r.Lines.Write(p)
}
