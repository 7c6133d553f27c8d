package newsbeam

import (
	"path"
	"strings"
)

// A format is how the pages of a file are kept.
type format uint8

const (
	formatUnknown   format = iota
	formatPage             // one page of HTML, or its gzip
	formatLines            // JSON Lines of pages
	formatLinesGzip        // their gzip, which has no places to start but the first
	formatWARC             // a WARC file, or its gzip
)

// formatOf is the format that a file's name says.
func formatOf(name string) format {
	name, gzipped := strings.CutSuffix(strings.ToLower(name), ".gz")
	switch path.Ext(name) {
	case ".html", ".htm", ".xhtml":
		return formatPage
	case ".jsonl", ".ndjson":
		if gzipped {
			return formatLinesGzip
		}
		return formatLines
	case ".warc":
		return formatWARC
	}
	return formatUnknown
}

// splits says whether reading may start amid a file of the format.
func (f format) splits() bool { return f == formatLines || f == formatWARC }
