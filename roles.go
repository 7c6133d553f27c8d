package newspage

import "github.com/newspage-go/newspage/internal/trees"

// This file gives each block exactly one role. The passes run in a fixed
// order over the same sequence; a pass claims blocks that have no role yet, or
// takes one back from the body with a better reason. What nobody claims is
// boilerplate: unproven text is not the article.

// A role is what a block is in the page.
type role uint8

const (
	boilerplate role = iota
	roleHeadline
	roleStandfirst
	roleByline
	roleDate
	roleParagraph
	roleHeading
	roleListItem
	roleQuote
	roleAttribution
	roleCell
	roleCode
	roleFigure
	roleCaption
	roleCredit
	roleEmbed
	roleSource
	roleRelated // any part of a related entry, or the heading over them
)

var roleNames = [...]string{
	"boilerplate", "headline", "standfirst", "byline", "date", "paragraph", "heading", "list item", "quote", "attribution",
	"cell", "code", "figure", "caption", "credit", "embed", "source", "related",
}

func (r role) String() string { return roleNames[r] }

// isProse says whether blocks of this role are the article's running text.
func (r role) isProse() bool {
	switch r {
	case roleParagraph, roleHeading, roleListItem, roleQuote, roleCell, roleCode:
		return true
	}
	return false
}

// A reading is a page on its way to an Article: what is printed, what the page
// says of itself, and what the passes have found so far.
type reading struct {
	*page
	meta     *metadata
	chosen   *matches // what the caller's selectors name
	scripts  [][]byte // that the tree holds without their text
	tables   map[int32]bool
	model    *trees.Model
	wordSums []int32 // words before each block, once they are asked for
	tracing  bool    // reasons are wanted
	became   []int32 // where tracing: the block of the Article's body that each block became part of, or -1

	title, subtitle string
	headline        int    // the block of the headline, or -1
	lead            *Image // the page's lead picture, as printed over the text and left out of the body
	first, last     int    // the body's blocks lie in blocks[first:last]
	authors         []Author
	published       pageDate
	updated         pageDate // printed
	modified        pageDate
	quotes          []foundQuote
	said            *saying // what the body says, once it is asked for
	parts           []inlinePart
	partsBox        int32 // whose parts they are
	source          *Source
	related         []Related
	listSteps       int // blocks looked at to find where lists of related articles end
	confidence      float32
	pageModel       *trees.Model
	pageRow         featureRow // what the page was judged by
}

// assignRoles runs the passes.
func (rd *reading) assignRoles() {
	rd.assignRolesBeforeBody()
	classifyBody(rd)
	rd.settleBody()
	rd.findFigures()
	rd.findRelated()
	rd.findQuotes()
	rd.findSource()
	rd.findStandfirst()
	rd.findByline() // looks between the headline and the text, which the standfirst is no part of
	rd.dropAuthorBox()
	rd.settleFigures()
}

// assignRolesBeforeBody runs the passes that the classifier's features look at.
func (rd *reading) assignRolesBeforeBody() {
	rd.applyRemovals()
	rd.findHeadline()
	rd.findBroken()
}

// remove takes blocks out of the page for good: whatever they look like, they are
// nothing of the article's, and name no author of it.
func (rd *reading) remove(first, last int, reason string) {
	for i := first; i < last; i++ {
		rd.claim(i, boilerplate, reason)
		rd.blocks[i].removed = true
	}
}

// claim gives a block a role and says why.
// A block that is removed stays so.
func (rd *reading) claim(i int, r role, reason string) {
	if rd.blocks[i].removed {
		return
	}
	rd.blocks[i].role, rd.blocks[i].reason = r, reason
}
