package newspage

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// This file knows tables: which are content and which lay out a page, and how
// their cells become rows.

// maxCellWords is the length beyond which a cell holds prose and no datum.
const maxCellWords = 80

// isDataTable says whether a table is content: at least two rows of at least
// two cells, short cells, no table inside, at most one line of text for most cells.
func (p *page) isDataTable(table int32) bool {
	x := &p.boxes[table]
	rows, cells, filled, blocks := 0, 0, 0, 0
	for b := table + 1; b < int32(len(p.boxes)); b++ {
		y := &p.boxes[b]
		if y.depth <= x.depth {
			break
		}
		switch y.tag {
		case atom.Table:
			return false
		case atom.Tr:
			rows++
		case atom.Td, atom.Th:
			cells++
			words, n := 0, 0
			for j := y.first; j < y.last; j++ {
				words += int(p.blocks[j].words)
				if p.blocks[j].kind == textBlock {
					n++
				}
			}
			if words > maxCellWords {
				return false
			}
			if n > 0 {
				filled++
			}
			blocks += n
		}
	}
	return rows >= 2 && cells >= 2*rows && filled*3 >= cells && blocks <= 3*filled
}

// addCell adds a block of a table to its row and cell.
func (as *assembler) addCell(i int) {
	b := &as.rd.blocks[i]
	table, row, cell := as.rd.cellOf(b.box)
	if table != as.table {
		as.push(Block{Kind: KindTable})
		as.table, as.tableAt, as.row, as.cell = table, as.at, -1, -1
	}
	as.at = as.tableAt // pictures of its cells may have come behind it
	t := &as.body[as.at]
	text := b.line()
	if row != as.row || len(t.Rows) == 0 {
		t.Rows = append(t.Rows, as.emptyRow(row))
		as.row, as.cell, as.column, as.columnNode = row, -1, 0, nil
	}
	r := &t.Rows[len(t.Rows)-1]
	if cell == as.cell && cell >= 0 {
		(*r)[as.column] = joinText((*r)[as.column], text)
		return
	}
	as.cell = cell
	if !as.moveTo(cell) || as.column >= len(*r) {
		*r = append(*r, text) // outside the rows, a caption for example
		as.column = len(*r) - 1
		return
	}
	(*r)[as.column] = text
}

// emptyRow is a row with as many cells as the one at a box has.
func (as *assembler) emptyRow(row int32) []string {
	if row < 0 {
		return nil
	}
	n := 0
	for c := as.rd.boxes[row].node.FirstChild; c != nil; c = c.NextSibling {
		if isCell(c) {
			n++
		}
	}
	return make([]string, n)
}

func isCell(n *html.Node) bool { return n.DataAtom == atom.Td || n.DataAtom == atom.Th }

// moveTo goes on to the column of a cell, which lies behind that of the one before.
func (as *assembler) moveTo(cell int32) bool {
	if cell < 0 || as.row < 0 || as.stray == as.row {
		return false
	}
	want, n, column := as.rd.boxes[cell].node, as.columnNode, as.column
	if n == nil {
		n, column = as.rd.boxes[as.row].node.FirstChild, -1
	} else {
		n = n.NextSibling
	}
	for ; n != nil; n = n.NextSibling {
		if isCell(n) {
			column++
		}
		if n == want {
			as.column, as.columnNode = column, n
			return column >= 0
		}
	}
	as.stray = as.row
	return false
}

// trimTable drops the rows and columns of a table that hold nothing. The cells
// that hold nothing beside others stay, so that each stands under its head.
func trimTable(rows [][]string) [][]string {
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	filled := make([]bool, width)
	for _, r := range rows {
		for c, text := range r {
			filled[c] = filled[c] || text != ""
		}
	}
	out := rows[:0]
	for _, r := range rows {
		kept, any := r[:0], false
		for c, text := range r {
			if filled[c] {
				kept = append(kept, text)
				any = any || text != ""
			}
		}
		if any {
			out = append(out, kept)
		}
	}
	return out
}

// cellOf returns the innermost table around a box with the row and the cell in it.
func (p *page) cellOf(b int32) (table, row, cell int32) {
	table, row, cell = -1, -1, -1
	for ; b >= 0; b = p.boxes[b].parent {
		switch p.boxes[b].tag {
		case atom.Td, atom.Th, atom.Caption:
			if cell < 0 {
				cell = b
			}
		case atom.Tr:
			if row < 0 {
				row = b
			}
		case atom.Table:
			return b, row, cell
		}
	}
	return table, row, cell
}
