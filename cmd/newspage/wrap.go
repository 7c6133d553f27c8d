package main

import (
	"strings"

	"github.com/rivo/uniseg"
)

// wrap breaks text into lines of at most width columns, where Unicode allows a
// break (UAX #14): at spaces, and between the characters of Chinese and
// Japanese, which are two columns wide. What cannot be broken is longer.
func wrap(text string, width int) []string {
	var lines []string
	for part := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapLine(part, width)...)
	}
	return lines
}

// wrapLine wraps text without line breaks; it is at least one line.
func wrapLine(text string, width int) []string {
	var lines []string
	start, used := 0, 0 // of the line: its first byte, its columns without the piece
	piece, columns, printed := 0, 0, 0
	// A piece is what no break may part: printed is its width without the spaces that end it.
	for at, state := 0, -1; at < len(text); {
		cluster, _, boundaries, next := uniseg.StepString(text[at:], state)
		state = next
		at += len(cluster)
		columns += boundaries >> uniseg.ShiftWidth
		if cluster != " " {
			printed = columns
		}
		if boundaries&uniseg.MaskLine == uniseg.LineDontBreak {
			continue
		}
		if used > 0 && used+printed > width {
			lines = append(lines, strings.TrimRight(text[start:piece], " "))
			start, used = piece, 0
		}
		used += columns
		piece, columns, printed = at, 0, 0
	}
	return append(lines, strings.TrimRight(text[start:], " "))
}

// columnsOf is how many columns a line is wide on a terminal.
func columnsOf(line string) int { return uniseg.StringWidth(line) }
