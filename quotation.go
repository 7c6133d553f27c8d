package newspage

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// This file says whether a container that is set apart quotes somebody: fewer
// than half of the blockquotes of real pages do. Notes, summaries, callouts and
// indented prose stand in them as well.

const (
	maxQuoteWords = 300 // longer, and nobody named: a guest text
	minQuoteWords = 4   // of a quotation without a name under it
	repeatedShare = 0.6 // of the runs of three words of a pull quote that stand in the text
)

// isQuotation says whether a container that may be a quote is one: somebody is
// named, it has quotation marks, it is introduced, it gives its source, or it
// repeats what is said in the text.
func (rd *reading) isQuotation(x *box, q *foundQuote, texts []int) bool {
	if q.Attribution != nil || q.Kind == QuoteSocial {
		return true
	}
	words, links := 0, 0
	quoted := isQuoted(q.Text)
	if !quoted && isLabelled(q.Text) {
		return false
	}
	for _, j := range texts {
		b := &rd.blocks[j]
		if in := rd.boxes[b.box].in; in&inHeading != 0 && !quoted || in&inList != 0 && x.in&inList == 0 && q.Kind == QuoteBlock && !rd.introduces(q.first-1) || in&inCell != 0 && x.in&inCell == 0 {
			return false
		}
		words += int(b.words)
		links += int(b.linkBytes)
	}
	if words < minQuoteWords || words > maxQuoteWords || links*2 > len(q.Text) {
		return false
	}
	switch {
	case quoted, rd.introduces(q.first - 1), attr(x.node, "cite") != "":
		return true
	case (x.marks|x.up)&markPull != 0 || x.marks&markQuote != 0 && x.tag != atom.Blockquote: // every theme's <blockquote> is called quote
		return rd.blocks[texts[len(texts)-1]].ends == '.' || rd.isRepeated(q)
	}
	return rd.isRepeated(q)
}

// settledKind is a quote's kind when all is known of it: what repeats the text
// is a pull quote however it is marked up; what does not is one only where its
// class says so and is not that of a customer's praise.
func (rd *reading) settledKind(x *box, q *foundQuote) string {
	switch {
	case q.Kind == QuoteSocial:
	case rd.isRepeated(q):
		return QuotePull
	case q.Kind == QuotePull && ((x.marks|x.up)&markPull == 0 || strings.Contains(attr(x.node, "class"), "testimonial")):
		return QuoteBlock
	}
	return q.Kind
}

// isLabelled says whether the first line of a text says what it is: "Summary", "Note:".
func isLabelled(s string) bool {
	line, rest, found := strings.Cut(s, "\n")
	return found && rest != "" && len(line) <= 30 && (strings.HasSuffix(line, ":") || measure(line).ends == 0)
}

// isQuoted says whether a text begins with a quotation mark that is closed at or before its end.
func isQuoted(s string) bool {
	for _, marks := range [...][2]string{{"“", "”"}, {"„", "“"}, {"„", "”"}, {"«", "»"}, {"»", "«"}, {"\"", "\""}, {"‘", "’"}, {"「", "」"}, {"『", "』"}, {"”", "”"}, {"“", "\""}} {
		if rest, ok := strings.CutPrefix(s, marks[0]); ok {
			if i := strings.LastIndex(rest, marks[1]); i > 0 {
				return 2*i > len(rest) // the mark closes more than a word
			}
			return strings.IndexByte(s, '\n') > 0 || len(rest) > 40 // one that is never closed
		}
	}
	return false
}

// A saying is what the text says outside its quotes, for finding what repeats it.
type saying struct {
	counted []bool     // by block: it is among what is counted
	once    shingleSet // the runs of three words, and those that stand twice; a few too many
	twice   shingleSet
	exact   bool // the runs are counted as well:
	runs    interner
	count   []int32
}

// isRepeated says whether most of a quotation stands in the text as well. Most
// quotations do not, which the sets say at once; only if they do not the runs are counted.
func (rd *reading) isRepeated(q *foundQuote) bool {
	if rd.said == nil {
		rd.said = rd.readSaid()
	}
	if !rd.mostlyAgain(q) {
		return false
	}
	if !rd.said.exact {
		rd.countSaid()
	}
	return rd.mostlyAgain(q)
}

// mostlyAgain says whether most of a quotation's runs of words stand in the text,
// or may, as long as they are not counted.
func (rd *reading) mostlyAgain(q *foundQuote) bool {
	var all, again int
	for j := q.first; j < q.last; j++ {
		b := &rd.blocks[j]
		if b.kind != textBlock || b.role == roleAttribution {
			continue
		}
		least := int32(1)
		if rd.said.counted[j] {
			least = 2
		}
		for _, h := range rd.scratch().hasher.runs(b.text) {
			all++
			if rd.said.has(h, least) {
				again++
			}
		}
	}
	return all > 0 && float64(again) >= repeatedShare*float64(all)
}

// readSaid notes the runs of three words of the body.
func (rd *reading) readSaid() *saying {
	s := &saying{counted: make([]bool, len(rd.blocks))}
	for i := range rd.blocks {
		b := &rd.blocks[i]
		if !b.role.isProse() || rd.boxes[b.box].in&inQuote != 0 {
			continue
		}
		s.counted[i] = true
		for _, h := range rd.scratch().hasher.runs(b.text) {
			if s.once.has(h) {
				s.twice.addRun(h)
			}
			s.once.addRun(h)
		}
	}
	return s
}

// countSaid counts them.
func (rd *reading) countSaid() {
	s := rd.said
	s.exact = true
	s.runs.expect(s.once.n)
	for i, counted := range s.counted {
		if !counted {
			continue
		}
		for _, h := range rd.scratch().hasher.runs(rd.blocks[i].text) {
			id := s.runs.id(h)
			if int(id) == len(s.count) {
				s.count = append(s.count, 0)
			}
			s.count[id]++
		}
	}
}

// has says whether a run of words stands in the body that often, once or twice,
// or may, as long as they are not counted.
func (s *saying) has(h uint64, least int32) bool {
	if s.exact {
		id, ok := s.runs.find(h)
		return ok && s.count[id] >= least
	}
	if least == 1 {
		return s.once.has(h)
	}
	return s.twice.has(h)
}
