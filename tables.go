package newspage

import "golang.org/x/net/html/atom"

// This file tells tables that are content from tables that lay out a page.

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
