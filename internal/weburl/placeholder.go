package weburl

import (
	"strings"

	"github.com/newspage-go/newspage/internal/lookup"
)

// A fileWord is what a word in a file's name says of the picture.
type fileWord uint8

const (
	standInWord fileWord = 1 << iota // it stands in for another, whatever its format
	// It does so only in a format for drawings: photographs show lazy dogs, grey
	// skies and telephones named after the pixel.
	drawnWord
	fillWord // nothing by itself, beside the others
)

// fileWords are the words that are known.
var fileWords = func() *lookup.Table[fileWord] {
	m := map[string]fileWord{}
	for kind, words := range map[fileWord]string{
		standInWord: "placeholder placehold spacer blank transparent 1x1 lazyload lazyloader pixeltransparent transparentpixel blankimg spaceball",
		drawnWord:   "pixel lazy loading loader empty clear trans dot grey gray spinner",
		fillWord:    "image img default load bg px white black grey gray light dark small large thumb thumbnail article news gif min square",
	} {
		for word := range strings.FieldsSeq(words) {
			m[word] |= kind
		}
	}
	return lookup.New(m)
}()

// IsPlaceholder reports whether a picture's address is that of a stand-in for
// one loaded later, not of a picture: nothing at all, a data: URI, about:blank,
// or a file called such as "blank.gif", "1x1.png", "spacer", "lazy-load.svg" or
// "placeholder-640x360.jpg". All words of the file's name must be of that kind,
// so that "blank-space-tour.jpg" is a picture. It does not look at folders and query.
func IsPlaceholder(src string) bool {
	src = strings.TrimSpace(src)
	if src == "" || isData(src) || len(src) == len("about:blank") && strings.EqualFold(src, "about:blank") {
		return true
	}
	path := split(src).path
	name := path[strings.LastIndexByte(path, '/')+1:]
	if len(name) > maxPlaceholder {
		return false
	}
	name, ext := cutExt(strings.ToLower(name))
	return standsIn(name, ext)
}

// maxPlaceholder is the longest file name that may be a placeholder's, in bytes.
const maxPlaceholder = 80

// cutExt splits a file name at its last dot.
func cutExt(name string) (stem, ext string) {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return name[:i], name[i+1:]
	}
	return name, ""
}

// standsIn looks at every word of a file's name.
func standsIn(stem, ext string) bool {
	drawn := ext == "gif" || ext == "png" || ext == "svg" || ext == ""
	var strong, weak, numbered bool
	for word := range strings.FieldsFuncSeq(stem, func(r rune) bool { return r == '-' || r == '_' || r == '.' || r == '@' }) {
		kind, _ := fileWords.GetString(word)
		switch {
		case kind&standInWord != 0:
			strong = true
		case drawn && kind&drawnWord != 0:
			weak = true
		case isSize(word):
			numbered = numbered || word != "1"
		case kind&fillWord == 0:
			return false
		}
	}
	return strong || weak && !numbered
}

// isSize reports whether a word is a number or a size: "2", "640x360", "16by9", "2x".
func isSize(word string) bool {
	if !isDigit(word[0]) {
		return false
	}
	return strings.Trim(word, "0123456789xby") == ""
}
