package weburl

import (
	"strconv"
	"strings"
)

// maxCandidates is how many candidates of a srcset are looked at.
const maxCandidates = 64

// spaces is the white space of HTML.
const spaces = " \t\n\f\r"

// A candidate is one picture of a srcset: as wide as so many pixels, or as
// dense as so many to one; 0 where it does not say.
type candidate struct {
	url     string
	width   uint64
	density float64
}

// BestSrcset returns the address, as written, of the largest picture that a
// srcset attribute offers: the widest, else, where none gives a width, the
// densest (no descriptor means a density of 1); the first among equals. It
// reads by the HTML standard's rules, so that commas inside an address are part
// of it and a candidate with a wrong descriptor is none. Candidates that are
// data: URIs do not count, and of all only the first 64. "" if none is left.
func BestSrcset(srcset string) string {
	var best candidate
	for range maxCandidates {
		c, rest, found := nextCandidate(srcset)
		if !found {
			break
		}
		srcset = rest
		if c.url != "" && !isData(c.url) && (best.url == "" || c.larger(best)) {
			best = c
		}
	}
	return best.url
}

func (c candidate) larger(than candidate) bool {
	if c.width != than.width {
		return c.width > than.width
	}
	return c.width == 0 && c.density > than.density
}

// nextCandidate reads one candidate. Its url is "" if its descriptors are wrong.
func nextCandidate(s string) (c candidate, rest string, found bool) {
	s = strings.TrimLeft(s, spaces+",")
	if s == "" {
		return c, "", false
	}
	end := strings.IndexAny(s, spaces)
	if end < 0 {
		end = len(s)
	}
	address, rest := s[:end], s[end:]
	if trimmed := strings.TrimRight(address, ","); len(trimmed) < len(address) {
		return candidate{url: trimmed, density: 1}, rest, true
	}
	end = descriptorsEnd(rest)
	if c, ok := describe(rest[:end]); ok {
		c.url = address
		return c, rest[end:], true
	}
	return candidate{}, rest[end:], true
}

// descriptorsEnd finds the comma that ends the descriptors, none in parentheses.
func descriptorsEnd(s string) int {
	inside := false
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			inside = true
		case ')':
			inside = false
		case ',':
			if !inside {
				return i
			}
		}
	}
	return len(s)
}

// describe reads descriptors such as "640w" or "1.5x"; not ok if the standard
// calls them an error.
func describe(s string) (c candidate, ok bool) {
	var hasWidth, hasDensity, hasHeight bool
	for word := range strings.FieldsFuncSeq(s, isSpace) {
		value, unit := word[:len(word)-1], word[len(word)-1]
		switch {
		case unit == 'w' && !hasWidth && !hasDensity:
			c.width, hasWidth = natural(value), true
			ok = c.width > 0
		case unit == 'x' && !hasWidth && !hasDensity && !hasHeight:
			c.density, ok = density(value)
			hasDensity = true
		case unit == 'h' && !hasHeight && !hasDensity:
			hasHeight = true
			ok = natural(value) > 0
		default:
			ok = false
		}
		if !ok {
			return c, false
		}
	}
	if !hasWidth && !hasDensity {
		c.density = 1
	}
	return c, hasWidth || !hasHeight
}

// natural reads a whole number above zero, 0 if there is none.
func natural(s string) uint64 {
	n, err := strconv.ParseUint(s, 10, 32)
	if err != nil {
		return 0
	}
	return n
}

// density reads a floating-point number that is not negative.
func density(s string) (float64, bool) {
	if s == "" || len(s) > 32 || strings.Trim(s, "0123456789.eE+-") != "" || s[0] == '+' {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil && f >= 0
}

func isSpace(r rune) bool { return strings.ContainsRune(spaces, r) }

// isData reports whether an address is a data: URI.
func isData(address string) bool {
	return len(address) >= 5 && strings.EqualFold(address[:5], "data:")
}
