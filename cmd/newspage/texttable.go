package main

import "strings"

// minCell is the width below which no column of a table is squeezed: a word
// would be cut from its sentence in every line.
const minCell = 8

// columnGap stands between the columns of a table.
const columnGap = " │ "

// table writes a table in columns; where they do not fit into the width, long
// cells are wrapped, and where there are too many, the cells of a row stand
// below each other.
func (p *textPage) table(rows [][]string) {
	widths := fitColumns(naturalWidths(rows), p.width())
	if widths == nil {
		p.stackedTable(rows)
		return
	}
	for _, row := range rows {
		p.row(row, widths)
	}
}

// naturalWidths are the widths of a table's columns where nothing is wrapped.
func naturalWidths(rows [][]string) []int {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 1)
			}
			widths[i] = max(widths[i], columnsOf(cell))
		}
	}
	return widths
}

// fitColumns narrows the widest columns until all fit into a line; nil where that cannot be.
func fitColumns(widths []int, line int) []int {
	room := line - (len(widths)-1)*columnsOf(columnGap)
	total := 0
	for _, w := range widths {
		total += min(w, minCell)
	}
	if total > room {
		return nil
	}
	// Every column gets what it needs up to a limit, the highest with which all fit.
	limit := line
	for ; limit > minCell; limit-- {
		total = 0
		for _, w := range widths {
			total += min(w, limit)
		}
		if total <= room {
			break
		}
	}
	fitted := make([]int, len(widths))
	for i, w := range widths {
		fitted[i] = min(w, limit)
	}
	return fitted
}

// row writes a row of a table, which is several lines where a cell is wrapped.
func (p *textPage) row(row []string, widths []int) {
	cells := make([][]string, len(widths))
	height := 1
	for i, cell := range row {
		cells[i] = wrap(cell, widths[i])
		height = max(height, len(cells[i]))
	}
	for y := range height {
		var line strings.Builder
		for i, w := range widths {
			text := ""
			if y < len(cells[i]) {
				text = cells[i][y]
			}
			if i > 0 {
				line.WriteString(columnGap)
			}
			line.WriteString(text + strings.Repeat(" ", max(w-columnsOf(text), 0)))
		}
		p.line(strings.TrimRight(line.String(), " "), plain)
	}
}

// stackedTable writes a row after the other, a cell a line.
func (p *textPage) stackedTable(rows [][]string) {
	for _, row := range rows {
		mark := "- "
		for _, cell := range row {
			if cell == "" {
				continue
			}
			p.hang(mark, "  ", cell, plain)
			mark = "  "
		}
	}
}
