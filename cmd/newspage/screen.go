package main

import (
	"io"
	"os"
	"runtime"

	"golang.org/x/term"
)

// Lines of prose are at most this wide: longer ones are hard to read.
const maxColumns = 80

// minColumns is the width below which no terminal is believed.
const minColumns = 20

// A screen is what text is printed for. The zero screen is a file or a pipe.
type screen struct {
	columns int  // of a line; 0: maxColumns
	styled  bool // bold and pale text can be shown
}

// screenOf says what w is.
func screenOf(w io.Writer) screen {
	if !isTerminal(w) {
		return screen{}
	}
	columns, _, err := term.GetSize(int(w.(*os.File).Fd()))
	if err != nil {
		columns = 0
	}
	return screen{columns: readable(columns), styled: showsStyles(runtime.GOOS, os.Getenv)}
}

// readable is the width of the lines on a terminal of so many columns; 0 where
// it does not say.
func readable(columns int) int {
	if columns <= 0 {
		return maxColumns
	}
	return min(max(columns, minColumns), maxColumns)
}

// showsStyles says whether a terminal shows styles and its user wants them
// (https://no-color.org). The old console of Windows shows the codes instead.
func showsStyles(system string, getenv func(string) string) bool {
	if getenv("NO_COLOR") != "" || getenv("TERM") == "dumb" {
		return false
	}
	return system != "windows" || getenv("WT_SESSION") != "" || getenv("TERM") != ""
}

// width is how wide a line is.
func (s screen) width() int {
	if s.columns == 0 {
		return maxColumns
	}
	return s.columns
}

// A style is the code that begins styled text on a terminal; "" is plain.
type style string

const (
	plain style = ""
	bold  style = "\x1b[1m"
	pale  style = "\x1b[2m"
)

// show is text in a style, where the screen has styles.
func (s screen) show(text string, in style) string {
	if !s.styled || in == plain || text == "" {
		return text
	}
	return string(in) + text + "\x1b[0m"
}
