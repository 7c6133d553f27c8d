package weburl

import (
	"net/netip"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"
)

// The longest host and label of the domain name system, in bytes.
const (
	maxHost  = 253
	maxLabel = 63
)

// Host returns the host of an address, lower-cased, without user, port and the
// dot that may end it. "" where there is none. An IPv6 address has no brackets.
func Host(abs string) string { return hostname(split(abs).authority) }

// SameSite reports whether two addresses belong to one site: whether their
// hosts share the domain that its owner registered, by the public suffix list.
// Hosts without such a domain (an IP address, "localhost", a public suffix
// itself) must be equal. An address without a host is of no site.
func SameSite(a, b string) bool {
	a, b = Host(a), Host(b)
	return a != "" && b != "" && (a == b || site(a) == site(b))
}

// Label returns the label that the owner of an address' host registered:
// "ledger" of https://news.ledger.co.uk/a. "" where no domain is registered.
func Label(abs string) string {
	host := Host(abs)
	if _, err := netip.ParseAddr(host); err == nil || !registered(host) {
		return ""
	}
	label, _, _ := strings.Cut(site(host), ".")
	return label
}

// site is the registered domain of a host; a host that has none is its own.
func site(host string) string {
	if _, err := netip.ParseAddr(host); err == nil {
		return host
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host
	}
	return domain
}

// hostname cuts user and port off an authority.
func hostname(authority string) string {
	host, _ := cutPort(authority[strings.LastIndexByte(authority, '@')+1:])
	if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		host = host[1 : len(host)-1]
	}
	return strings.ToLower(strings.TrimSuffix(host, "."))
}

// cutPort splits a host and what follows its port's colon.
func cutPort(host string) (name, port string) {
	colon := strings.LastIndexByte(host, ':')
	if colon < 0 || strings.IndexByte(host[colon:], ']') >= 0 {
		return host, ""
	}
	return host[:colon], host[colon+1:]
}

// normalAuthority strips the user of an authority and lower-cases its host. It
// is not ok where the host or port cannot be one of the web.
func (b Base) normalAuthority(authority string) (normal string, ok bool) {
	host, port := cutPort(authority[strings.LastIndexByte(authority, '@')+1:])
	if !validPort(port) {
		return "", false
	}
	host = lowerASCII(host)
	if !b.plausible(host) {
		return "", false
	}
	if port != "" {
		host += ":" + port
	}
	return host, true
}

// validPort takes an empty port, which means the scheme's own.
func validPort(port string) bool {
	if port == "" {
		return true
	}
	for i := 0; i < len(port); i++ {
		if !isDigit(port[i]) {
			return false
		}
	}
	n, err := strconv.ParseUint(port, 10, 16)
	return err == nil && n > 0
}

// plausible reports whether a host may be one of the web: an IP address,
// "localhost", the base's own host, or a name of two labels or more whose last
// does not start with a digit.
func (b Base) plausible(host string) bool {
	if strings.HasPrefix(host, "[") {
		inner, closed := strings.CutSuffix(host[1:], "]")
		addr, err := netip.ParseAddr(inner)
		return closed && err == nil && addr.Is6() && addr.Zone() == ""
	}
	name := strings.TrimSuffix(host, ".")
	labels, last := readLabels(name)
	switch {
	case labels == 0:
		return false
	case isDigit(last[0]):
		addr, err := netip.ParseAddr(name)
		return err == nil && addr.Is4()
	}
	return labels > 1 || name == "localhost" || name == b.host
}

// readLabels counts a host name's labels and returns the last; 0 if it is no host name.
func readLabels(name string) (n int, last string) {
	if len(name) > maxHost {
		return 0, ""
	}
	for label := range strings.SplitSeq(name, ".") {
		if label == "" || len(label) > maxLabel || !validLabel(label) {
			return 0, ""
		}
		n, last = n+1, label
	}
	return n, last
}

func validLabel(label string) bool {
	for _, r := range label {
		if r < utf8.RuneSelf {
			if c := byte(r); !isLetter(c) && !isDigit(c) && c != '-' && c != '_' {
				return false
			}
		} else if !isHostRune(r) {
			return false
		}
	}
	return true
}

// lowerASCII leaves letters beyond ASCII as the page writes them, and all bytes in
// their places, sound UTF-8 or not.
func lowerASCII(s string) string {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if 'A' <= b[i] && b[i] <= 'Z' {
					b[i] |= 0x20
				}
			}
			return string(b)
		}
	}
	return s
}
