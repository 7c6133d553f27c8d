package weburl

import (
	"strings"

	"golang.org/x/net/publicsuffix"
)

// Key returns what two addresses of one article have in common, for comparing
// and as a map key; it is no address. It is the host in lower case, without
// "www.", "m.", "amp." and the scheme's own port; the path without a slash,
// index file or "/amp" at its end; and the query without tracking parameters
// and those that ask for the AMP page. Scheme, user and fragment are left out,
// and escapes are brought into one form.
//
// Equal addresses have equal keys. The order of parameters counts, and so does
// the case of the path, since servers may tell both apart. "" gives "".
func Key(abs string) string {
	p := split(abs)
	key := keyHost(p) + keyPath(normalEscapes(p.path))
	if query := keyQuery(normalEscapes(p.query)); query != "" {
		key += "?" + query
	}
	return key
}

// keyPrefixes are the labels of hosts that serve the same articles in another layout.
var keyPrefixes = [...]string{"www.", "m.", "amp."}

// keyHost is the host without what only names a layout, with a port that matters.
func keyHost(p parts) string {
	host := shortHost(hostname(p.authority))
	_, port := cutPort(p.authority[strings.LastIndexByte(p.authority, '@')+1:])
	own := port == "80" && !strings.EqualFold(p.scheme, "https") ||
		port == "443" && !strings.EqualFold(p.scheme, "http")
	if port == "" || own {
		return host
	}
	return host + ":" + port
}

// shortHost strips the prefixes as long as a registered domain is left.
func shortHost(host string) string {
	if len(host) > maxHost {
		return host
	}
	for i := 0; i < len(keyPrefixes); i++ {
		rest, found := strings.CutPrefix(host, keyPrefixes[i])
		if !found || !registered(rest) {
			continue
		}
		host, i = rest, -1
	}
	return host
}

// registered reports whether a host is more than a public suffix.
func registered(host string) bool {
	_, err := publicsuffix.EffectiveTLDPlusOne(host)
	return err == nil
}

// keyEnds are the ends of paths that a shorter path stands for.
var keyEnds = [...]string{"/", "/index.html", "/index.htm", "/index.php", "/amp"}

func keyPath(path string) string {
	for i := 0; i < len(keyEnds); i++ {
		if rest, found := strings.CutSuffix(path, keyEnds[i]); found {
			path, i = rest, -1
		}
	}
	return path
}

// keyQuery drops the parameters that say nothing of the article.
func keyQuery(query string) string {
	if query == "" {
		return ""
	}
	var out strings.Builder
	for param := range strings.SplitSeq(query, "&") {
		if param == "" || isTracking(param) || isAMP(param) {
			continue
		}
		if out.Len() > 0 {
			out.WriteByte('&')
		}
		out.WriteString(param)
	}
	return out.String()
}

// isAMP reports whether a parameter asks for a page's AMP layout.
func isAMP(param string) bool {
	switch param {
	case "amp", "amp=", "amp=1", "amp=true", "outputType=amp":
		return true
	}
	return false
}

// normalEscapes writes every escape in capitals, none for the characters that
// need none (RFC 3986, "unreserved"), and all that Resolve would write.
func normalEscapes(s string) string {
	s = escape(s)
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			out = append(out, s[i])
			continue
		}
		if c := unhex(s[i+1])<<4 | unhex(s[i+2]); unreserved(c) {
			out = append(out, c)
		} else {
			out = append(out, '%', upper(s[i+1]), upper(s[i+2]))
		}
		i += 2
	}
	return string(out)
}

func unreserved(c byte) bool {
	return isLetter(c) || isDigit(c) || c == '-' || c == '.' || c == '_' || c == '~'
}

func unhex(c byte) byte {
	if isDigit(c) {
		return c - '0'
	}
	return (c | 0x20) - 'a' + 10
}

func upper(c byte) byte {
	if isLetter(c) {
		return c &^ 0x20
	}
	return c
}
