package newspage

// This file knows the white space between tags that stands at the edge of a
// block, where nobody sees it: a fifth of what the parser would make of a page.
//
// White space next to a block's start tag is at the block's edge whatever stands
// on its other side. Before an end tag it is so only if the end tag closes
// something, which a reader of tags does not know; so it is left out where white
// space follows the end tag too, which keeps what stands on both sides apart.

// gaps follow the tags of a page and tell whether the white space before one may be left out.
type gaps struct {
	opened     bool // the tag before opened a block
	spaced     bool // white space stands before the tag before, which holds nothing that is seen
	pre        int  // <pre> tags without an end tag so far
	formatting pendings
}

// hidden says whether white space that stands right between two tags is not
// seen. next and end are the tag behind it, and after what follows that tag's
// name. The parser opens forgotten formatting elements again where it finds
// white space: where some may be pending all of it stays.
func (g *gaps) hidden(next tagKind, end bool, after []byte) bool {
	switch {
	case g.pre > 0 || g.formatting.any():
		return false
	case g.opened || g.spaced || next&opensBlock != 0 && !end:
		return true
	case next&endsBlock == 0 || !end:
		return false
	}
	return len(after) > 1 && after[0] == '>' && isTagSpace(after[1])
}

// stay leaves all white space in from here on.
func (g *gaps) stay() { g.formatting.lost = true }

// see counts a tag. blank says whether white space stood right before it.
func (g *gaps) see(t *tagName, kind tagKind, end, blank bool) {
	g.spaced = kind&unseenTag != 0 && (blank || g.spaced)
	g.opened = kind&opensBlock != 0 && !end
	switch {
	case kind&preTag != 0 && !end:
		g.pre++
	case kind&preTag != 0 && g.pre > 0:
		g.pre--
	case kind&barsEndTags != 0 && g.pre > 0:
		g.stay() // </pre> may mean nothing in it
	}
	g.formatting.see(t, kind, end)
}

// maxPending is how many formatting elements within each other are followed.
const maxPending = 8

// pendings are the formatting elements that stand open. They are followed as
// long as each is closed before what it stands in and after what it holds;
// from the first that is not, some may be pending for the rest of the page.
type pendings struct {
	open [maxPending]struct {
		name   tagName
		inside int // elements opened in it and not closed
	}
	n    int
	lost bool
}

// any says whether the parser may have formatting elements to open again.
func (p *pendings) any() bool { return p.n > 0 || p.lost }

func (p *pendings) see(t *tagName, kind tagKind, end bool) {
	formatting := kind&(formattingTag|linkTag) != 0
	if p.lost || p.n == 0 && (!formatting || end) || kind&voidTag != 0 {
		return
	}
	switch {
	case !formatting:
		top := &p.open[p.n-1]
		if end {
			top.inside--
		} else {
			top.inside++
		}
		// What closes nothing beyond a cell or a choice leaves the list of formatting elements as it is.
		p.lost = top.inside < 0 || kind&barsEndTags != 0
	case end:
		top := &p.open[p.n-1]
		p.lost = top.inside != 0 || top.name != *t
		p.n--
	case kind&linkTag != 0 && p.n > 0 && p.open[p.n-1].name == *t:
		p.lost = p.open[p.n-1].inside != 0 // a link closes the link that it begins in
	case p.n == maxPending:
		p.lost = true
	default:
		p.open[p.n].name, p.open[p.n].inside = *t, 0
		p.n++
	}
}
