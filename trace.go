package newspage

import (
	"bufio"
	"fmt"
	"io"

	"github.com/newspage-go/newspage/internal/expose"
)

// tell tells a trace what became of the blocks; w is Options.Trace.
func (rd *reading) tell(w io.Writer, article *Article) {
	if rec, ok := w.(*expose.Recorder); ok {
		rec.Blocks = rd.record(article)
		w = rec.Lines
	}
	if w != nil {
		rd.trace(w)
	}
}

// trace writes one line a block: its number, role, reason, element and the beginning of its text.
func (rd *reading) trace(w io.Writer) {
	out := bufio.NewWriter(w)
	for i := range rd.blocks {
		b := &rd.blocks[i]
		reason := b.reason
		if reason == "" {
			reason = "nothing speaks for it"
		}
		fmt.Fprintf(out, "%4d %-11s %-9s %s\t%s\n", i, b.role, rd.tagName(b), reason, truncateRunes(rd.gist(b), 80))
	}
	_ = out.Flush() // an error ends the trace, not the parse
}

// tagName is the element that a block stands in, or is.
func (rd *reading) tagName(b *block) string {
	return "<" + rd.elementOf(b).Data + ">"
}

// gist is what a block shows of itself in a trace.
func (rd *reading) gist(b *block) string {
	switch b.kind {
	case imageBlock:
		return rd.imageURL(&rd.images[b.image])
	case embedBlock:
		return rd.embedURL(b.node)
	}
	return fmt.Sprintf("%q", truncateRunes(b.line(), 80))
}
