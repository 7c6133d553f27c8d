package weburl

import "strings"

// parts are the pieces of an address, as written.
type parts struct {
	scheme, authority, path string
	query                   string // "" for an empty one too
}

// split cuts an address apart without judging it: any string has parts. The
// fragment is left out.
func split(abs string) parts {
	abs = cutFragment(abs)
	var p parts
	abs, p.query, _ = strings.Cut(abs, "?")
	if scheme, rest, found := cutScheme(abs); found && strings.HasPrefix(rest, "//") {
		p.scheme, abs = scheme, rest
	}
	if rest, found := strings.CutPrefix(abs, "//"); found {
		end := strings.IndexByte(rest, '/')
		if end < 0 {
			end = len(rest)
		}
		p.authority, abs = rest[:end], rest[end:]
	}
	p.path = abs
	return p
}

// cutFragment slices the fragment off.
func cutFragment(abs string) string {
	if i := strings.IndexByte(abs, '#'); i >= 0 {
		return abs[:i]
	}
	return abs
}
