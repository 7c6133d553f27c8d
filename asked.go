package newspage

import (
	"bytes"
	"slices"
)

// This file knows what newspage asks elements for: the attributes that it never
// looks at are left out of the tree.

// An asking is a set of attributes that an element is asked for.
type asking uint8

const (
	asksMost    asking = iota
	asksType           // type alone
	asksWhere          // rel and href
	asksNothing        // none
)

// askedOf are the elements that are asked for little.
func askedOf(name string) asking {
	switch name {
	case "script", "input":
		return asksType
	case "link":
		return asksWhere
	case "svg":
		return asksNothing
	}
	return asksMost
}

// of returns the name of an attribute in text if it is asked for, else "".
func (k asking) of(a *attribute, text []byte) string {
	if k == asksNothing {
		return ""
	}
	name := askedName(packAt(text, a.key, a.keyEnd))
	switch {
	case k == asksType && name != "type", k == asksWhere && name != "rel" && name != "href":
		return ""
	case name == "style":
		if v := a.value(text); bytes.IndexByte(v, '&') < 0 && !isSeenStyle(string(v)) {
			return ""
		}
	}
	return name
}

// isSeenStyle says whether a style attribute hides its element or shows a picture.
func isSeenStyle(s string) bool { return hidingOf(s) != 0 || backgroundURL(s) != "" }

// askedNames are the attributes that newspage asks elements for.
var askedNames = slices.Concat([]string{
	"class", "id", "href", "src", "style",
	"alt", "aria-hidden", "cite", "content", "data", "datetime", "height", "hidden", "http-equiv", "itemprop",
	"lang", "name", "property", "rel", "role", "type", "value", "width", "xlink:href",
	"videoid", "data-videoid", "data-cmp-src", "data-bg", "data-background", "data-background-image",
}, lazyAttributes[:], lazySrcsets[:])

// askedTable finds askedNames.
var askedTable = newNameTable(askedNames)

// askedName is the name, in lower case, if newspage asks for it, else "".
func askedName(name packedName) string {
	if i := askedTable.find(name); i >= 0 {
		return askedNames[i]
	}
	return ""
}
