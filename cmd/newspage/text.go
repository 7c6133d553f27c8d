package main

import (
	"fmt"
	"strings"

	"github.com/newspage-go/newspage"
)

// This file prints an article as text for people: to read in a terminal, or
// in a file. An Article's text has no control characters, so that nothing of
// the page reaches the terminal but what can be read.

// A textPage is a page of text that is being written.
type textPage struct {
	screen
	out strings.Builder
}

// textOf is an article as text.
func textOf(a *newspage.Article, s screen) string {
	p := &textPage{screen: s}
	p.head(a)
	for i := range a.Body {
		p.block(&a.Body[i])
	}
	p.foot(a)
	return p.out.String()
}

// part begins a part of the page: an empty line stands between two.
func (p *textPage) part() {
	if p.out.Len() > 0 {
		p.out.WriteByte('\n')
	}
}

// line writes a line as it is.
func (p *textPage) line(text string, in style) {
	p.out.WriteString(p.show(text, in))
	p.out.WriteByte('\n')
}

// hang writes wrapped text, with a prefix before its first line and one before the others.
func (p *textPage) hang(first, rest, text string, in style) {
	prefix := first
	for _, l := range wrap(text, p.width()-columnsOf(first)) {
		p.out.WriteString(prefix)
		p.line(l, in)
		prefix = rest
	}
}

// prose writes wrapped text as a part of its own; "" is none.
func (p *textPage) prose(text string, in style) {
	if text == "" {
		return
	}
	p.part()
	p.hang("", "", text, in)
}

// heading writes a heading: bold, or underlined where there is no bold.
func (p *textPage) heading(text, underline string) {
	if text == "" {
		return
	}
	p.prose(text, bold)
	if p.styled {
		return
	}
	widest := 0
	for _, l := range wrap(text, p.width()) {
		widest = max(widest, columnsOf(l))
	}
	p.line(strings.Repeat(underline, widest), plain)
}

func (p *textPage) head(a *newspage.Article) {
	p.heading(a.Title, "=")
	p.prose(a.Subtitle, plain)
	by := bylineOf(a).String()
	p.prose(by, pale)
	if a.URL != "" {
		if by == "" {
			p.part()
		}
		p.line(a.URL, pale)
	}
}

func (p *textPage) block(b *newspage.Block) {
	switch b.Kind {
	case newspage.KindParagraph:
		p.prose(b.Text, plain)
	case newspage.KindHeading:
		p.heading(b.Text, "-")
	case newspage.KindList:
		p.list(b)
	case newspage.KindQuote:
		p.quote(b.Quote)
	case newspage.KindFigure:
		p.prose(pictureText(b.Image), pale)
	case newspage.KindTable:
		p.part()
		p.table(b.Rows)
	case newspage.KindCode:
		p.part()
		for l := range strings.SplitSeq(b.Text, "\n") {
			p.line(strings.TrimRight("    "+l, " "), plain)
		}
	case newspage.KindEmbed:
		p.part()
		p.line(b.URL, pale)
	}
}

func (p *textPage) list(b *newspage.Block) {
	p.part()
	for i, item := range b.Items {
		mark := "- "
		if b.Ordered {
			mark = fmt.Sprintf("%*d. ", len(fmt.Sprint(len(b.Items))), i+1)
		}
		p.hang(mark, strings.Repeat(" ", len(mark)), item, plain)
	}
}

// quote writes a quotation behind a bar, and who is quoted under it.
func (p *textPage) quote(q *newspage.Quote) {
	const bar = "  │ "
	p.part()
	p.hang(bar, bar, q.Text, plain)
	if who := q.Attribution.String(); who != "" {
		p.hang(bar+"— ", bar+"  ", who, pale)
	}
}

// pictureText is what a text says of a picture, "" where nothing is known of it.
func pictureText(im *newspage.Image) string {
	text := im.Caption
	if text == "" {
		text = im.Alt
	}
	if im.Credit != "" {
		text = strings.TrimSpace(text + " (" + im.Credit + ")")
	}
	if text == "" {
		return ""
	}
	return "[Picture] " + text
}

// foot writes what the article was taken from and what is offered with it.
func (p *textPage) foot(a *newspage.Article) {
	if s := a.Source; s != nil {
		p.part()
		p.hang("", "", strings.TrimSpace("Source: "+s.Name), plain)
		p.address("", s.URL)
	}
	if len(a.Related) == 0 {
		return
	}
	p.heading("Related", "-")
	for _, r := range a.Related {
		p.hang("- ", "  ", r.Title, plain)
		if r.Summary != "" {
			p.hang("  ", "  ", r.Summary, pale)
		}
		p.address("  ", r.URL)
	}
}

// address writes an address, which is never broken, on a line of its own.
func (p *textPage) address(indent, url string) {
	if url != "" {
		p.line(indent+url, pale)
	}
}
