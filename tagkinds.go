package newspage

// This file knows of tags, by their names alone, what the parser does where it meets them.

// tagKind is a set of what is to be known of a tag.
type tagKind uint16

const (
	rootTag       tagKind = 1 << iota // <html> and <body>: the parser merges their attributes
	formattingTag                     // the parser opens it again in every block that follows; links are left out
	linkTag                           // the same of <a>: each closes the one before
	voidTag                           // has no end tag
	opensBlock                        // the start tag makes a block wherever it stands
	endsBlock                         // the end tag ends a block if it closes anything
	preTag                            // white space counts in it
	unseenTag                         // what it holds is no part of the text
	barsEndTags                       // end tags in it do not reach beyond it
	asksType                          // of its attributes newspage looks at type alone
	asksWhere                         // ... at rel and href
	asksNothing                       // ... at none
)

// kindOfName is the kind of the tag that has this name, in lower case. Links
// are kept apart from formatting: real pages forget to close hundreds.
func kindOfName(name []byte) tagKind {
	switch string(name) {
	case "a":
		return linkTag
	case "div", "p", "li", "ul", "ol", "section", "article", "h2", "h3", "h1", "h4", "h5", "h6", "header", "footer", "figure", "figcaption",
		"nav", "aside", "main", "blockquote", "dl", "dt", "dd", "address", "center", "details", "summary", "hgroup", "menu", "dir", "fieldset":
		return opensBlock | endsBlock
	case "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return formattingTag
	case "script":
		return unseenTag | asksType
	case "style":
		return unseenTag
	case "meta":
		return unseenTag | voidTag
	case "link":
		return unseenTag | voidTag | asksWhere
	case "input":
		return voidTag | asksType
	case "svg":
		return asksNothing
	case "br", "img", "source", "area", "base", "col", "embed", "param", "track", "wbr":
		return voidTag
	case "hr":
		return voidTag | opensBlock
	case "html", "body":
		return rootTag | endsBlock
	case "td", "th", "table", "caption":
		return barsEndTags | endsBlock
	case "tr", "tbody", "thead", "tfoot", "form", "head":
		return endsBlock
	case "object", "applet", "marquee", "template", "select", "listing":
		return barsEndTags
	case "pre":
		return preTag
	}
	return 0
}

// kindOfTag is the kind of the tag whose name text begins with.
func kindOfTag[T string | []byte](text T) tagKind {
	var name [maxTagName + 1]byte
	n := 0
	for ; n < len(text) && !endsName(text[n]); n++ {
		c := text[n]
		if n == maxTagName {
			return 0
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		name[n] = c
	}
	return kindOfName(name[:n])
}

// maxTagName is the length of the longest name that is looked at.
const maxTagName = 10
