package newspage

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// This file holds the rules of the tags before and in the body (sections
// 13.2.6.4.1 to 13.2.6.4.7 of the HTML Standard), for a page that is tidy.

// toHead opens the head, if nothing did before.
func (p *tidyParser) toHead() {
	if p.mode == beforeHTML {
		p.pushImplied("html")
		p.mode = beforeHead
	}
	if p.mode == beforeHead {
		p.pushImplied("head")
		p.head = p.top().node
		p.mode = inHead
	}
}

// leaveHead closes the head.
func (p *tidyParser) leaveHead() {
	p.toHead()
	if p.mode < afterHead {
		p.cut(1)
		p.mode = afterHead
	}
}

// toBody opens the body, if nothing did before.
func (p *tidyParser) toBody() {
	if p.mode < inBodyMode {
		p.leaveHead()
		p.pushImplied("body")
		p.mode = inBodyMode
	}
}

func (p *tidyParser) startBeforeBody(t *startTag) {
	switch t.kind {
	case htmlElement:
		if p.mode != beforeHTML {
			p.merge(p.stack[0].node, t.attrs)
			return
		}
		p.push(t.element, t.attrs)
		p.mode = beforeHead
	case headElement:
		p.startHead(t)
	case bodyElement:
		p.leaveHead()
		p.push(t.element, t.attrs)
		p.mode = inBodyMode
	case metaElement, styleElement, titleElement, scriptElement, templateElement:
		p.toHead()
		if p.mode == inHeadNoscript && (t.kind != metaElement && t.kind != styleElement || t.atom == atom.Base) {
			p.leaveHeadNoscript()
		}
		p.addToHead(t)
	case noscriptElement:
		if p.mode != afterHead {
			p.startHeadNoscript(t)
			return
		}
		p.toBody()
		p.startInBody(t)
	default:
		p.toBody()
		p.startInBody(t)
	}
}

func (p *tidyParser) startHead(t *startTag) {
	if p.mode > beforeHead {
		return
	}
	if p.mode == beforeHTML {
		p.pushImplied("html")
	}
	p.push(t.element, t.attrs)
	p.head = p.top().node
	p.mode = inHead
}

// addToHead adds what stands in the head, also behind its end tag.
func (p *tidyParser) addToHead(t *startTag) {
	if p.mode != afterHead {
		p.addUnread(t)
		return
	}
	p.stack = append(p.stack, openElement{p.head, lookElement(packText("head"))})
	p.addUnread(t)
	p.stack = p.stack[:1]
}

// A <noscript> in the head holds nothing but what stands there.
func (p *tidyParser) startHeadNoscript(t *startTag) {
	p.toHead()
	if p.mode == inHead {
		p.push(t.element, t.attrs)
		p.mode = inHeadNoscript
	}
}

func (p *tidyParser) leaveHeadNoscript() {
	p.popTop()
	p.mode = inHead
}

func (p *tidyParser) endBeforeBody(e *element) {
	switch {
	case p.mode == inHeadNoscript && e.kind == noscriptElement:
		p.leaveHeadNoscript()
	case p.mode == inHeadNoscript && e.atom == atom.Br:
		p.fail()
	case p.mode == inHeadNoscript:
	case e.kind == headElement && p.mode < afterHead:
		p.leaveHead()
	case e.kind == bodyElement || e.kind == htmlElement || e.atom == atom.Br:
		p.toBody()
		p.endInBody(e)
	}
}

// merge adds to an element what it has not of the attributes of another tag of its name.
func (p *tidyParser) merge(n *html.Node, attrs []html.Attribute) {
	for _, a := range attrs {
		if !hasAttr(n, a.Key) {
			n.Attr = append(n.Attr, a)
		}
	}
}

func (p *tidyParser) startInBody(t *startTag) {
	switch t.kind {
	case blockElement, paragraphElement, preElement:
		p.closeParagraph()
		p.push(t.element, t.attrs)
	case headingElement:
		p.closeParagraph()
		if p.top().kind == headingElement {
			p.popTop()
		}
		p.push(t.element, t.attrs)
	case itemElement, descriptionElement:
		p.closeItem(t.kind)
		p.closeParagraph()
		p.push(t.element, t.attrs)
	case linkElement:
		p.startLink(t)
	case formattingElement:
		p.startFormatting(t)
	case otherElement, noscriptElement:
		p.reopen()
		p.push(t.element, t.attrs)
	case objectElement:
		p.reopen()
		p.push(t.element, t.attrs)
		p.mark()
	case voidElement:
		p.reopen()
		p.add(t.element, t.attrs)
	case sourceElement:
		p.add(t.element, t.attrs)
	case drawingElement:
		p.reopen()
		p.addUnread(t)
	case metaElement, styleElement, frameElement, titleElement, scriptElement, textareaElement, templateElement:
		p.addUnread(t)
	case tableElement:
		p.startTable(t)
	case rulerElement:
		p.startRuler(t)
	case formElement, inputElement, buttonElement, selectElement, optionElement, optgroupElement:
		p.startFormPart(t)
	case rubyElement:
		if p.inScope(atom.Ruby) >= 0 {
			but := atom.Rtc
			if t.atom == atom.Rb || t.atom == atom.Rtc {
				but = 0
			}
			p.implyEnds(but)
		}
		p.push(t.element, t.attrs)
	case htmlElement:
		p.merge(p.stack[0].node, t.attrs)
	case bodyElement:
		p.merge(p.stack[1].node, t.attrs)
	case rareElement:
		p.fail()
	}
	// What else there is belongs to tables and the head, and means nothing here.
}

func (p *tidyParser) startRuler(t *startTag) {
	if p.paragraphInScope() >= 0 {
		p.implyEnds(atom.P)
		p.closeParagraph()
	}
	if p.open[selectElement] > 0 && p.inScope(atom.Select) >= 0 {
		p.implyEnds(0)
	}
	p.add(t.element, t.attrs)
}

// startFormPart follows the start tags of forms and what stands in them.
func (p *tidyParser) startFormPart(t *startTag) {
	inSelect := -1
	if p.open[selectElement] > 0 {
		inSelect = p.inScope(atom.Select)
	}
	switch t.kind {
	case formElement:
		if p.form != nil {
			return
		}
		p.closeParagraph()
	case inputElement:
		if inSelect >= 0 {
			p.cut(inSelect)
		}
		p.reopen()
		p.add(t.element, t.attrs)
		return
	case buttonElement:
		if i := p.inScope(atom.Button); i >= 0 {
			p.implyEnds(0)
			p.cut(i)
		}
	case selectElement:
		if inSelect >= 0 {
			p.cut(inSelect)
			return
		}
	case optionElement, optgroupElement:
		switch {
		case inSelect >= 0 && t.kind == optionElement:
			p.implyEnds(atom.Optgroup)
		case inSelect >= 0:
			p.implyEnds(0)
		case p.top().kind == optionElement:
			p.popTop()
		}
	}
	if t.kind == formElement {
		p.push(t.element, t.attrs)
		p.form = p.top().node
		return
	}
	p.reopen()
	p.push(t.element, t.attrs)
}

// inScope is where the innermost element of a name stands that its end tag
// reaches, -1 where there is none.
func (p *tidyParser) inScope(a atom.Atom) int {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].atom == a {
			return i
		}
		if p.stack[i].stops {
			break
		}
	}
	return -1
}

// kindInScope is the same for a kind of elements, of which none of the kind bar is closed.
func (p *tidyParser) kindInScope(kind, bar elementKind) int {
	for i := len(p.stack) - 1; i >= 0 && p.open[kind] > 0; i-- {
		if p.stack[i].kind == kind {
			return i
		}
		if p.stack[i].stops || p.stack[i].kind == bar {
			break
		}
	}
	return -1
}

func (p *tidyParser) paragraphInScope() int { return p.kindInScope(paragraphElement, buttonElement) }

// closeParagraph closes the paragraph that a block begins in.
func (p *tidyParser) closeParagraph() {
	if i := p.paragraphInScope(); i >= 0 {
		p.cut(i)
	}
}

// closeItem closes the item that another one of its list begins in.
func (p *tidyParser) closeItem(kind elementKind) {
	for i := len(p.stack) - 1; i >= 0; i-- {
		o := &p.stack[i]
		if o.kind == kind {
			p.cut(i)
			return
		}
		if o.special && o.atom != atom.Address && o.atom != atom.Div && o.atom != atom.P {
			return
		}
	}
}

// implyEnds closes the innermost elements whose end tags may be left out, up to one of a name.
func (p *tidyParser) implyEnds(but atom.Atom) {
	i := len(p.stack)
	for i > 0 && p.stack[i-1].implied && p.stack[i-1].atom != but {
		i--
	}
	p.cut(i)
}

func (p *tidyParser) endInBody(e *element) {
	switch e.kind {
	case blockElement, buttonElement, preElement, selectElement:
		if i := p.inScope(e.atom); i >= 0 {
			p.implyEnds(0)
			p.cut(i)
		}
	case formElement:
		p.endForm()
	case paragraphElement:
		if i := p.paragraphInScope(); i >= 0 {
			p.cut(i)
		} else {
			p.add(e, nil)
		}
	case itemElement:
		p.endItem()
	case descriptionElement:
		if i := p.inScope(e.atom); i >= 0 {
			p.cut(i)
		}
	case headingElement:
		if i := p.kindInScope(headingElement, headingElement); i >= 0 {
			p.cut(i)
		}
	case formattingElement, linkElement:
		p.endFormatting(e)
	case objectElement:
		if i := p.inScope(e.atom); i >= 0 {
			p.popMarked(i)
		}
	case rareElement:
		p.fail()
	case bodyElement, htmlElement, templateElement:
		// What follows stands where it would without the tag.
	default:
		if e.atom == atom.Br {
			p.reopen()
			p.add(e, nil)
			return
		}
		p.endOther(e)
	}
}

func (p *tidyParser) endForm() {
	form := p.form
	p.form = nil
	i := p.inScope(atom.Form)
	if form == nil || i < 0 || p.stack[i].node != form {
		return
	}
	if p.implyEnds(0); i == len(p.stack)-1 {
		p.popTop()
		return
	}
	p.remove(i) // what stands open in the form goes on behind it
}

// endItem closes the item of the innermost list.
func (p *tidyParser) endItem() {
	for i := len(p.stack) - 1; i >= 0; i-- {
		o := &p.stack[i]
		switch {
		case o.kind == itemElement:
			p.cut(i)
			return
		case o.stops || o.atom == atom.Ul || o.atom == atom.Ol:
			return
		}
	}
}

// endOther closes an inline element.
func (p *tidyParser) endOther(e *element) {
	for i := len(p.stack) - 1; i >= 0; i-- {
		o := &p.stack[i]
		if o.atom == e.atom && o.name == e.name {
			p.cut(i)
			return
		}
		if o.special {
			return
		}
	}
}
