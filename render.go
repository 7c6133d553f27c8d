package newspage

import (
	"fmt"
	"html"
	"strings"
)

// This file prints an Article: as plain text and as HTML of our own. No node
// of the page is ever rendered.

// Text returns the body as plain text: a blank line between blocks, "- " or a
// number before list items, "> " before the lines of a quote, its attribution
// after a dash, " | " between the cells of a table. Figures and embeds are left
// out, and so is the title. It does not end in a line break; "" where there is
// no body. What it looks like may get better in a minor version.
func (a *Article) Text() string {
	var b strings.Builder
	for i := range a.Body {
		s := a.Body[i].plainText()
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(s)
	}
	return b.String()
}

func (b *Block) plainText() string {
	switch b.Kind {
	case KindParagraph, KindHeading, KindCode:
		return b.Text
	case KindList:
		lines := make([]string, len(b.Items))
		for i, it := range b.Items {
			lines[i] = "- " + it
			if b.Ordered {
				lines[i] = fmt.Sprintf("%d. %s", i+1, it)
			}
		}
		return strings.Join(lines, "\n")
	case KindTable:
		lines := make([]string, len(b.Rows))
		for i, r := range b.Rows {
			lines[i] = strings.Join(r, " | ")
		}
		return strings.Join(lines, "\n")
	case KindQuote:
		if b.Quote == nil {
			return "" // an Article that Parse did not make
		}
		s := "> " + strings.ReplaceAll(b.Quote.Text, "\n", "\n> ")
		if at := b.Quote.Attribution.String(); at != "" {
			s += "\n> — " + at
		}
		return s
	}
	return ""
}

// String prints an attribution on one line: "Jane Roe, CEO of Acme, via Reuters".
// A nil Attribution prints as "".
func (at *Attribution) String() string {
	if at == nil {
		return ""
	}
	parts := make([]string, 0, 3)
	for _, s := range []string{at.Speaker, at.Role} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if at.Via != "" {
		parts = append(parts, "via "+at.Via)
	}
	return strings.Join(parts, ", ")
}

// HTML returns the article as clean, semantic HTML: one <article> with the
// headline, the standfirst and the body. Its tags and attributes are fixed
// (a link has href, an image src and alt, nothing else has any), all text is
// escaped, and of an Article that Parse made all addresses are http or https.
// Sanitise it if you change it, or if the Article is not one that Parse made.
func (a *Article) HTML() string {
	var b strings.Builder
	b.WriteString("<article>\n")
	a.writeHead(&b)
	for i := range a.Body {
		a.Body[i].writeHTML(&b)
	}
	b.WriteString("</article>\n")
	return b.String()
}

// writeHead writes the headline, with the standfirst in an <hgroup> as the HTML Standard (section 4.3.7) has them.
func (a *Article) writeHead(b *strings.Builder) {
	if a.Subtitle == "" {
		writeElement(b, "h1", a.Title)
		return
	}
	b.WriteString("<hgroup>\n")
	writeElement(b, "h1", a.Title)
	writeElement(b, "p", a.Subtitle)
	b.WriteString("</hgroup>\n")
}

func writeElement(b *strings.Builder, tag, text string) {
	if text != "" {
		fmt.Fprintf(b, "<%s>%s</%s>\n", tag, html.EscapeString(text), tag)
	}
}

func (b *Block) writeHTML(w *strings.Builder) {
	switch b.Kind {
	case KindParagraph:
		fmt.Fprintf(w, "<p>%s</p>\n", linkedText(b.Text, b.Links))
	case KindHeading:
		fmt.Fprintf(w, "<h%d>%s</h%d>\n", min(max(b.Level, 2), 6), linkedText(b.Text, b.Links), min(max(b.Level, 2), 6))
	case KindCode:
		fmt.Fprintf(w, "<pre><code>%s</code></pre>\n", html.EscapeString(b.Text))
	case KindList:
		b.writeList(w)
	case KindTable:
		b.writeTable(w)
	case KindQuote:
		writeQuote(w, b.Quote)
	case KindFigure:
		writeFigure(w, b.Image)
	case KindEmbed:
		fmt.Fprintf(w, "<p><a href=\"%s\">%s</a></p>\n", html.EscapeString(b.URL), html.EscapeString(b.URL))
	}
}

func (b *Block) writeList(w *strings.Builder) {
	tag := "ul"
	if b.Ordered {
		tag = "ol"
	}
	fmt.Fprintf(w, "<%s>\n", tag)
	for _, it := range b.Items {
		writeElement(w, "li", it)
	}
	fmt.Fprintf(w, "</%s>\n", tag)
}

func (b *Block) writeTable(w *strings.Builder) {
	w.WriteString("<table>\n")
	for _, row := range b.Rows {
		w.WriteString("<tr>")
		for _, cell := range row {
			fmt.Fprintf(w, "<td>%s</td>", html.EscapeString(cell))
		}
		w.WriteString("</tr>\n")
	}
	w.WriteString("</table>\n")
}

func writeQuote(w *strings.Builder, q *Quote) {
	if q == nil {
		return
	}
	w.WriteString("<blockquote>\n")
	for p := range strings.SplitSeq(q.Text, "\n") {
		writeElement(w, "p", p)
	}
	if at := q.Attribution.String(); at != "" {
		fmt.Fprintf(w, "<footer>— %s</footer>\n", html.EscapeString(at))
	}
	w.WriteString("</blockquote>\n")
}

func writeFigure(w *strings.Builder, im *Image) {
	if im == nil {
		return
	}
	fmt.Fprintf(w, "<figure><img src=\"%s\" alt=\"%s\">", html.EscapeString(im.URL), html.EscapeString(im.Alt))
	caption := im.Caption
	if im.Credit != "" {
		caption = strings.TrimSpace(caption + " (" + im.Credit + ")")
	}
	if caption != "" {
		fmt.Fprintf(w, "<figcaption>%s</figcaption>", html.EscapeString(caption))
	}
	w.WriteString("</figure>\n")
}

// linkedText escapes text and puts its links back where their text stands.
func linkedText(text string, links []Link) string {
	var b strings.Builder
	for _, l := range links {
		i := strings.Index(text, l.Text)
		if i < 0 || l.Text == "" {
			continue
		}
		b.WriteString(html.EscapeString(text[:i]))
		fmt.Fprintf(&b, "<a href=\"%s\">%s</a>", html.EscapeString(l.URL), html.EscapeString(l.Text))
		text = text[i+len(l.Text):]
	}
	b.WriteString(html.EscapeString(text))
	return b.String()
}
