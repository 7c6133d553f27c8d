package newspage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// embedURL is the address of what an <iframe>, <video>, <audio>, <object>,
// <embed> or a player's element shows, "" where it has none on the web.
func (rd *reading) embedURL(n *html.Node) string {
	if player, ok := players[n.Data]; ok {
		return player.address(firstOf(attr(n, "videoid"), attr(n, "data-videoid")))
	}
	for _, key := range [...]string{"src", "data-src", "data-lazy-src", "data-ezsrc", "data-cmp-src", "data-url", "data"} {
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

// A player is a service whose films custom elements name by their number alone.
type player string

// players are the custom elements that stand for one, and where it plays films.
var players = map[string]player{
	"lite-youtube": "https://www.youtube.com/embed/", "amp-youtube": "https://www.youtube.com/embed/", "youtube-video": "https://www.youtube.com/embed/",
	"lite-vimeo": "https://player.vimeo.com/video/", "amp-vimeo": "https://player.vimeo.com/video/",
}

// address is where the player plays a film, "" where that is no number of one.
func (p player) address(film string) string {
	if len(film) < 5 || len(film) > 24 || strings.Trim(film, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
		return ""
	}
	return string(p) + film
}
