package newspage

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// This file knows, for each element of HTML, what the HTML Standard has a parser
// do at its tags (sections 13.2.4.2 and 13.2.6.4).

// An elementKind says which rules the tags of an element follow.
type elementKind uint8

const (
	otherElement elementKind = iota
	blockElement
	paragraphElement // p
	headingElement
	itemElement        // li
	descriptionElement // dd, dt
	formattingElement  // all but a
	linkElement        // a
	voidElement
	sourceElement // param, source, track
	inputElement
	rulerElement // hr
	metaElement  // what stands in the head
	styleElement
	frameElement // iframe, noembed
	titleElement
	scriptElement
	textareaElement
	noscriptElement
	templateElement
	formElement
	tableElement
	captionElement
	columnsElement // colgroup
	columnElement  // col
	rowsElement    // tbody, tfoot, thead
	rowElement     // tr
	cellElement    // td, th
	htmlElement
	headElement
	bodyElement
	buttonElement
	selectElement
	optionElement
	optgroupElement
	rubyElement    // rb, rp, rt, rtc
	objectElement  // applet, marquee, object
	drawingElement // svg
	preElement
	ignoredElement // frame
	rareElement    // its rules are left to html.Parse
)

// An element is what is known of the elements of one name.
type element struct {
	name    string
	atom    atom.Atom
	kind    elementKind
	asked   asking
	special bool // no end tag of an inline element reaches beyond it
	stops   bool // no end tag of a block reaches beyond it
	implied bool // its end tag may be left out
	block   bool // it starts a new line
	unseen  bool // nothing that it holds is text of the page, nor ends a line
}

// formats says whether a parser opens the element again in every block that
// follows where its end tag is missing. Of links the next one ends that.
func (e *element) formats() bool {
	return e != nil && (e.kind == formattingElement || e.kind == linkElement)
}

// isRoot says whether a parser merges the attributes of all of the element's tags.
func (e *element) isRoot() bool { return e != nil && (e.kind == htmlElement || e.kind == bodyElement) }

// closesItself says whether the element cannot nest for long: it is void, holds
// text alone, or is closed by the next of its kind.
func (e *element) closesItself() bool {
	if e == nil {
		return false
	}
	switch e.kind {
	case paragraphElement, itemElement, descriptionElement, rowElement, cellElement, optionElement,
		scriptElement, styleElement, titleElement, textareaElement, frameElement,
		voidElement, sourceElement, inputElement, rulerElement, metaElement, columnElement:
		return true
	}
	return e.name == "xmp" || e.name == "noframes"
}

// levels is how many levels the element opens with those inside it that are not
// counted by themselves: rows and cells, items.
func (e *element) levels() int {
	if e == nil {
		return 1
	}
	switch e.atom {
	case atom.Table:
		return 4
	case atom.Ul, atom.Ol, atom.Dl, atom.Menu, atom.Dir:
		return 2
	}
	return 1
}

// names is a set of names, parted by spaces.
type names string

func (n names) has(name string) bool { return strings.Contains(" "+string(n)+" ", " "+name+" ") }

// Sets of section 13.2.4.2, and of the elements whose end tags section 13.2.6.3 implies.
const (
	specialNames names = "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp"
	scopeNames   names = "applet caption html table td th marquee object template select"
	impliedNames names = "dd dt li optgroup option p rb rp rt rtc"
	unseenNames  names = "canvas datalist optgroup option select"
)

// elementKinds are the names of each kind.
var elementKinds = map[elementKind]names{
	blockElement:       "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol search section summary ul",
	paragraphElement:   "p",
	headingElement:     "h1 h2 h3 h4 h5 h6",
	itemElement:        "li",
	descriptionElement: "dd dt",
	formattingElement:  "b big code em font i nobr s small strike strong tt u",
	linkElement:        "a",
	voidElement:        "area br embed img keygen wbr",
	sourceElement:      "param source track",
	inputElement:       "input",
	rulerElement:       "hr",
	metaElement:        "base basefont bgsound link meta",
	styleElement:       "style",
	frameElement:       "iframe noembed",
	titleElement:       "title",
	scriptElement:      "script",
	textareaElement:    "textarea",
	noscriptElement:    "noscript",
	templateElement:    "template",
	formElement:        "form",
	tableElement:       "table",
	captionElement:     "caption",
	columnsElement:     "colgroup",
	columnElement:      "col",
	rowsElement:        "tbody tfoot thead",
	rowElement:         "tr",
	cellElement:        "td th",
	htmlElement:        "html",
	headElement:        "head",
	bodyElement:        "body",
	buttonElement:      "button",
	selectElement:      "select",
	optionElement:      "option",
	optgroupElement:    "optgroup",
	rubyElement:        "rb rp rt rtc",
	objectElement:      "applet marquee object",
	drawingElement:     "svg",
	preElement:         "pre",
	ignoredElement:     "frame",
	rareElement:        "frameset image listing math noframes plaintext xmp",
	otherElement:       "abbr acronym audio bdi bdo canvas cite data datalist del dfn ins kbd label legend map mark meter output picture progress q ruby samp slot span sub sup time var video",
}

func newElement(name string, kind elementKind) *element {
	e := &element{
		name: name, atom: atom.Lookup([]byte(name)), kind: kind, asked: askedOf(name),
		special: specialNames.has(name), stops: scopeNames.has(name), implied: impliedNames.has(name),
	}
	e.unseen = unseenNames.has(name)
	_, e.block = blockPlace(e.atom)
	return e
}

// unknownElement is an element that has none of the names of elementKinds.
func unknownElement(name string) *element {
	return &element{name: name, atom: atom.Lookup([]byte(name)), unseen: strings.HasSuffix(name, "-img")}
}

// elements are the elements of elementKinds, and elementTable finds them.
var elements, elementTable = func() (all []*element, table *nameTable) {
	var list []string
	for kind := range rareElement + 1 {
		for name := range strings.FieldsSeq(string(elementKinds[kind])) {
			list = append(list, name)
			all = append(all, newElement(name, kind))
		}
	}
	return all, newNameTable(list)
}()

// lookElement is the element that has this name in lower case, nil for one that HTML does not know.
func lookElement(name packedName) *element {
	if i := elementTable.find(name); i >= 0 {
		return elements[i]
	}
	return nil
}

// elementAt is the element of the tag whose name text begins with, nil for one that HTML does not know.
func elementAt[T string | []byte](text T) *element {
	var name [maxName]byte
	n := 0
	for ; n < len(text) && !endsName(text[n]); n++ {
		if n == maxElementName {
			return nil
		}
		name[n] = lowerByte(text[n])
	}
	return lookElement(pack(&name, n))
}

// maxElementName is the length of the longest name of an element of HTML.
const maxElementName = 10
