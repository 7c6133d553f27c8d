// Package weburl resolves, cleans and compares the addresses that pages link to.
//
// It knows addresses, nothing of news pages. Nothing here fetches or looks
// anything up.
package weburl

import (
	"bytes"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxLength is the length in bytes beyond which an address is none: 8 KiB. It
// holds for what a page prints and for what comes of it.
const MaxLength = 8 << 10

// A Base is what a page's relative references are resolved against. The zero
// Base is no base: only references that are absolute resolve. It may be copied
// and used by many goroutines.
type Base struct {
	scheme string // "http" or "https"; "" in the zero Base
	origin string // scheme, "://" and host
	host   string // host without port
	path   string // escaped path, "" or from "/"
	dir    string // path up to its last "/", at least "/"
}

// NewBase returns the base of a page: baseHref, the href of its base element,
// resolved against page, the address it came from. Where baseHref is empty or
// leads to no http or https address it is page alone; where page is nil or
// neither http nor https, baseHref must be absolute. With neither the Base is zero.
//
// A page may have several base elements; the first counts whose href leads to
// an http or https address, which is the first that NewBase(page, "").Resolve takes.
func NewBase(page *url.URL, baseHref string) Base {
	var b Base
	if page != nil {
		b = baseOf(page.String(), hostname(page.Host))
	}
	if baseHref == "" {
		return b
	}
	if abs := b.Resolve(baseHref); abs != "" {
		return baseOf(abs, b.host)
	}
	return b
}

// baseOf cuts an absolute address into the parts that references need. vouched
// is a host that may have one label only, as the caller's own word stands for it.
func baseOf(abs, vouched string) Base {
	abs = Base{host: vouched}.Resolve(abs)
	if abs == "" {
		return Base{}
	}
	p := split(abs)
	b := Base{scheme: p.scheme, host: hostname(p.authority), path: p.path}
	b.origin = abs[:len(p.scheme)+len("://")+len(p.authority)]
	b.dir = p.path[:strings.LastIndexByte(p.path, '/')+1]
	if b.dir == "" {
		b.dir = "/"
	}
	return b
}

// Resolve returns the absolute http or https address that a reference of the
// page means, "" where it means none: an empty or fragment-only reference,
// another scheme (javascript, data, blob, mailto and the rest), a host that no
// web address has, one longer than MaxLength, and a relative one without a base.
//
// The address is one that url.Parse takes, without user and password, control
// characters and bidirectional controls. As little as that needs is changed:
// spaces around it go, "\" becomes "/" before the query as browsers have it,
// dot segments are resolved, scheme and ASCII host are lower-cased, and spaces,
// quotes, angle brackets, non-ASCII bytes and a "%" that starts no escape are
// percent-encoded. An international host stays as the page writes it. The
// fragment is kept. Resolving the result again gives the same.
func (b Base) Resolve(ref string) string {
	if plainAbsolute(ref) {
		return ref
	}
	if b.plainRooted(ref) {
		return b.origin + ref
	}
	ref = clean(ref)
	if ref == "" || ref[0] == '#' || len(ref) > MaxLength {
		return ""
	}
	abs := b.join(ref)
	if len(abs) > MaxLength {
		return ""
	}
	return abs
}

// join resolves a reference that is clean.
func (b Base) join(ref string) string {
	ref = slashed(ref)
	if scheme, rest, found := cutScheme(ref); found {
		if !isWeb(scheme) || !strings.HasPrefix(rest, "//") {
			return ""
		}
		return b.absolute(strings.ToLower(scheme), rest[2:])
	}
	switch {
	case b.scheme == "":
		return ""
	case strings.HasPrefix(ref, "//"):
		return b.absolute(b.scheme, ref[2:])
	case ref[0] == '/':
		return b.origin + normalPath(ref)
	case ref[0] == '?':
		return b.origin + b.path + escape(ref)
	}
	return b.origin + normalPath(b.dir+ref)
}

// absolute normalises what stands behind "scheme://".
func (b Base) absolute(scheme, rest string) string {
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	authority, ok := b.normalAuthority(rest[:end])
	if !ok {
		return ""
	}
	return scheme + "://" + authority + normalPath(rest[end:])
}

// isWeb reports whether a scheme is http or https.
func isWeb(scheme string) bool {
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")
}

// cutScheme splits a reference behind its scheme's colon.
func cutScheme(ref string) (scheme, rest string, found bool) {
	for i := 0; i < len(ref); i++ {
		c := ref[i]
		switch {
		case isLetter(c):
		case i > 0 && (isDigit(c) || c == '+' || c == '-' || c == '.'):
		case i > 0 && c == ':':
			return ref[:i], ref[i+1:], true
		default:
			return "", "", false
		}
	}
	return "", "", false
}

// clean removes control characters, bidirectional controls and the white space around.
func clean(ref string) string {
	ref = strings.TrimSpace(ref)
	if len(ref) > 2*MaxLength {
		return "" // Not worth a copy.
	}
	for i := 0; i < len(ref); i++ {
		if c := ref[i]; c < ' ' || c >= 0x7F {
			return strings.TrimSpace(strings.Map(keep, ref))
		}
	}
	return ref
}

// keep is -1 for the characters that an address never has: controls, and those
// that make it read in another order than it is written.
func keep(r rune) rune {
	if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\uFEFF' {
		return -1
	}
	return r
}

// slashed turns the backslashes before query and fragment into slashes. Browsers
// do, so that one that did not would see another host than they.
func slashed(ref string) string {
	if strings.IndexByte(ref, '\\') < 0 {
		return ref
	}
	end := strings.IndexAny(ref, "?#")
	if end < 0 {
		end = len(ref)
	}
	return strings.ReplaceAll(ref[:end], `\`, "/") + ref[end:]
}

// normalPath resolves the dot segments of a path and escapes it with the query
// and fragment behind it. tail may lack the path.
func normalPath(tail string) string {
	end := strings.IndexAny(tail, "?#")
	if end < 0 {
		end = len(tail)
	}
	if path := tail[:end]; strings.Contains(path, "/.") {
		tail = withoutDots(path) + tail[end:]
	}
	return escape(tail)
}

// withoutDots is RFC 3986's "remove dot segments" for a path that starts with "/".
func withoutDots(path string) string {
	out := make([]byte, 0, len(path))
	for path != "" {
		next := strings.IndexByte(path[1:], '/') + 1
		if next == 0 {
			next = len(path)
		}
		segment, last := path[:next], next == len(path)
		path = path[next:]
		switch segment {
		case "/.":
		case "/..":
			out = out[:max(bytes.LastIndexByte(out, '/'), 0)]
		default:
			out = append(out, segment...)
			continue
		}
		if last {
			out = append(out, '/')
		}
	}
	return string(out)
}

// escape percent-encodes what may not stand in path, query or fragment.
func escape(s string) string {
	n := 0
	for i := 0; i < len(s); i++ {
		if mustEscape(s, i) {
			n++
		}
	}
	if n == 0 {
		return s
	}
	const hex = "0123456789ABCDEF"
	out := make([]byte, 0, len(s)+2*n)
	for i := 0; i < len(s); i++ {
		if mustEscape(s, i) {
			out = append(out, '%', hex[s[i]>>4], hex[s[i]&15])
		} else {
			out = append(out, s[i])
		}
	}
	return string(out)
}

// mustEscape reports whether the byte at i may not stand as it is.
func mustEscape(s string, i int) bool {
	switch c := s[i]; c {
	case '%':
		return i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])
	case '"', '<', '>', '`':
		return true
	default:
		return c <= ' ' || c >= 0x7F
	}
}

// plainAbsolute recognises the most common reference, an absolute address with
// nothing to be done to it, by one look at each byte.
func plainAbsolute(ref string) bool {
	if len(ref) > MaxLength {
		return false
	}
	rest, found := strings.CutPrefix(ref, "https://")
	if !found {
		if rest, found = strings.CutPrefix(ref, "http://"); !found {
			return false
		}
	}
	end := plainHost(rest)
	return end > 0 && plainTail(rest[end:])
}

// plainRooted recognises the next most common one, a path from the host's root.
func (b Base) plainRooted(ref string) bool {
	return b.scheme != "" && len(ref) > 1 && ref[0] == '/' && ref[1] != '/' &&
		len(b.origin)+len(ref) <= MaxLength && plainTail(ref)
}

// plainHost returns where the host of rest ends, 0 if it is not a lower-case
// ASCII one with letters, dots and a last label that starts with a letter.
func plainHost(rest string) int {
	dot, i := -1, 0
	for ; i < len(rest); i++ {
		c := rest[i]
		if c == '.' {
			if i == dot+1 || i-dot > maxLabel {
				return 0
			}
			dot = i
		} else if !('a' <= c && c <= 'z' || isDigit(c) || c == '-') {
			break
		}
	}
	if dot < 0 || dot+1 >= i || i-dot > maxLabel || i > maxHost || !isLetter(rest[dot+1]) {
		return 0
	}
	if i < len(rest) && rest[i] != '/' && rest[i] != '?' && rest[i] != '#' {
		return 0
	}
	return i
}

// isPlain are the bytes that need no look at their neighbours wherever they
// stand behind a host.
var isPlain = func() (plain [256]bool) {
	for c := '!'; c < 0x7F; c++ {
		plain[c] = !strings.ContainsRune("\"<>`%\\?#.", c)
	}
	return plain
}()

// plainTail reports that nothing behind a host needs a change.
func plainTail(tail string) bool {
	inPath := true
	for i := 0; i < len(tail); i++ {
		if isPlain[tail[i]] {
			continue
		}
		switch c := tail[i]; {
		case mustEscape(tail, i), c == '\\' && inPath:
			return false
		case c == '?' || c == '#':
			inPath = false
		case c == '.' && inPath && tail[i-1] == '/':
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// isHostRune reports whether an international host may have r.
func isHostRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '·')
}
