package newspage

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// embedURL is the address of what an <iframe>, <video>, <audio>, <object> or
// <embed> shows, "" where it has none on the web.
func (rd *reading) embedURL(n *html.Node) string {
	for _, key := range [...]string{"src", "data-src", "data-lazy-src", "data-url", "data"} {
		if u := rd.meta.base.Resolve(attr(n, key)); u != "" {
			return u
		}
	}
	for c, k := n.FirstChild, 0; c != nil && k < maxSources; c, k = c.NextSibling, k+1 {
		if c.DataAtom == atom.Source {
			if u := rd.meta.base.Resolve(attr(c, "src")); u != "" {
				return u
			}
		}
	}
	return ""
}
