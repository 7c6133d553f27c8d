package newspage

import "golang.org/x/net/html/atom"

// This file holds the rules of tables (sections 13.2.6.4.9 to 13.2.6.4.15 of the
// HTML Standard), for those that hold nothing between their rows and cells.

func (p *tidyParser) startTable(t *startTag) {
	if i := p.paragraphInScope(); i >= 0 {
		if p.quirks {
			p.fail()
		}
		p.cut(i)
	}
	p.push(t.element, t.attrs)
	p.mode = inTableMode
}

// isTablePart says whether the tags of an element end a cell.
func (e *element) isTablePart() bool {
	switch e.kind {
	case captionElement, columnsElement, columnElement, rowsElement, rowElement, cellElement:
		return true
	}
	return false
}

func (p *tidyParser) startInTable(t *startTag) {
	switch p.mode {
	case inCellMode:
		if t.isTablePart() {
			p.leaveMarked(cellElement, inRowMode)
			p.startInTable(t)
			return
		}
		p.startInBody(t)
	case inCaptionMode:
		if t.isTablePart() && t.atom != atom.Th { // html.Parse passes over <th> here
			p.leaveMarked(captionElement, inTableMode)
			p.startInTable(t)
			return
		}
		p.startInBody(t)
	case inColumnsMode:
		p.startInColumns(t)
	case inRowMode:
		p.startInRow(t)
	case inRowsMode:
		p.startInRows(t)
	default:
		p.startAmongRows(t)
	}
}

// leaveMarked closes the cell or caption that is open.
func (p *tidyParser) leaveMarked(kind elementKind, mode tidyMode) {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].kind == kind {
			p.popMarked(i)
			break
		}
	}
	p.mode = mode
}

// leavePart closes the row, the rows or the columns that are open.
func (p *tidyParser) leavePart(mode tidyMode) {
	p.popTop()
	p.mode = mode
}

func (p *tidyParser) startInColumns(t *startTag) {
	switch t.kind {
	case columnElement:
		p.add(t.element, t.attrs)
	case templateElement:
		p.addUnread(t)
	default:
		p.leavePart(inTableMode)
		p.startInTable(t)
	}
}

func (p *tidyParser) startInRow(t *startTag) {
	switch {
	case t.kind == cellElement:
		p.push(t.element, t.attrs)
		p.mark()
		p.mode = inCellMode
	case t.isTablePart():
		p.leavePart(inRowsMode)
		p.startInTable(t)
	default:
		p.startAmongCells(t)
	}
}

func (p *tidyParser) startInRows(t *startTag) {
	switch {
	case t.kind == rowElement:
		p.push(t.element, t.attrs)
		p.mode = inRowMode
	case t.kind == cellElement:
		p.pushImplied("tr")
		p.mode = inRowMode
		p.startInTable(t)
	case t.isTablePart():
		p.leavePart(inTableMode)
		p.startInTable(t)
	default:
		p.startAmongCells(t)
	}
}

func (p *tidyParser) startAmongRows(t *startTag) {
	switch t.kind {
	case captionElement:
		p.push(t.element, t.attrs)
		p.mark()
		p.mode = inCaptionMode
	case columnsElement:
		p.push(t.element, t.attrs)
		p.mode = inColumnsMode
	case columnElement:
		p.pushImplied("colgroup")
		p.mode = inColumnsMode
		p.startInTable(t)
	case rowsElement:
		p.push(t.element, t.attrs)
		p.mode = inRowsMode
	case rowElement, cellElement:
		p.pushImplied("tbody")
		p.mode = inRowsMode
		p.startInTable(t)
	default:
		p.startAmongCells(t)
	}
}

// startAmongCells follows what stands in a table but in no cell. All but this would stand before the table.
func (p *tidyParser) startAmongCells(t *startTag) {
	switch t.kind {
	case scriptElement, styleElement, templateElement:
		p.addUnread(t)
	default:
		p.fail()
	}
}

func (p *tidyParser) endInTable(e *element) {
	switch p.mode {
	case inCellMode:
		p.endInCell(e)
	case inCaptionMode:
		p.endInCaption(e)
	case inColumnsMode:
		p.endInColumns(e)
	default:
		p.endAmongCells(e)
	}
}

func (p *tidyParser) endInCell(e *element) {
	switch e.kind {
	case cellElement:
		if p.isOpenInTable(e.atom) {
			p.leaveMarked(cellElement, inRowMode)
		}
	case tableElement, rowsElement, rowElement:
		if p.isOpenInTable(e.atom) {
			p.leaveMarked(cellElement, inRowMode)
			p.endInTable(e)
		}
	case captionElement, columnElement, columnsElement:
	default:
		p.endInBody(e)
	}
}

// isOpenInTable says whether an element stands open in the innermost table, or is it.
func (p *tidyParser) isOpenInTable(a atom.Atom) bool {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].atom == a {
			return true
		}
		if p.stack[i].kind == tableElement {
			break
		}
	}
	return false
}

func (p *tidyParser) endInCaption(e *element) {
	switch {
	case e.kind == captionElement:
		p.leaveMarked(captionElement, inTableMode)
	case e.kind == tableElement:
		p.leaveMarked(captionElement, inTableMode)
		p.endInTable(e)
	case !e.isTablePart():
		p.endInBody(e)
	}
}

func (p *tidyParser) endInColumns(e *element) {
	switch e.kind {
	case columnsElement:
		p.leavePart(inTableMode)
	case columnElement, templateElement:
	default:
		p.leavePart(inTableMode)
		p.endInTable(e)
	}
}

// endAmongCells follows an end tag that stands in a table but in no cell. All but
// those of the table's own parts reach nothing there.
func (p *tidyParser) endAmongCells(e *element) {
	switch e.kind {
	case tableElement:
		if p.mode == inRowMode {
			p.leavePart(inRowsMode)
		}
		if p.mode == inRowsMode {
			p.leavePart(inTableMode)
		}
		p.popTop()
		p.resetMode()
	case rowElement:
		if p.mode == inRowMode {
			p.leavePart(inRowsMode)
		}
	case rowsElement:
		if p.mode == inTableMode || !p.isOpenInTable(e.atom) {
			return
		}
		if p.mode == inRowMode {
			p.leavePart(inRowsMode)
		}
		p.leavePart(inTableMode)
	case paragraphElement, formElement, rareElement:
		p.fail()
	default:
		if e.atom == atom.Br || e.formats() && p.isPending() {
			p.fail() // it would stand before the table, or is the end of what is pending
		}
	}
}

// resetMode finds the mode again that a table stands in.
func (p *tidyParser) resetMode() {
	p.mode = inBodyMode
	for i := len(p.stack) - 1; i >= 0 && p.mode == inBodyMode; i-- {
		switch p.stack[i].kind {
		case cellElement:
			p.mode = inCellMode
		case captionElement:
			p.mode = inCaptionMode
		case bodyElement:
			return
		}
	}
}
