package weburl

import "strings"

// placeholderWords make a file's name that of a stand-in, whatever its format.
var placeholderWords = map[string]bool{
	"placeholder": true, "placehold": true, "spacer": true, "blank": true, "transparent": true,
	"1x1": true, "lazyload": true, "lazyloader": true, "pixeltransparent": true, "transparentpixel": true,
	"blankimg": true, "spaceball": true,
}

// drawnWords do so only in a format for drawings: photographs show lazy dogs,
// grey skies and telephones named after the pixel.
var drawnWords = map[string]bool{
	"pixel": true, "lazy": true, "loading": true, "loader": true, "empty": true, "clear": true,
	"trans": true, "dot": true, "grey": true, "gray": true, "spinner": true,
}

// fillWords stand beside the others and mean nothing by themselves.
var fillWords = map[string]bool{
	"image": true, "img": true, "default": true, "load": true, "bg": true, "px": true, "white": true,
	"black": true, "grey": true, "gray": true, "light": true, "dark": true, "small": true, "large": true,
	"thumb": true, "thumbnail": true, "article": true, "news": true, "gif": true, "min": true, "square": true,
}

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
		switch {
		case placeholderWords[word]:
			strong = true
		case drawn && drawnWords[word]:
			weak = true
		case isSize(word):
			numbered = numbered || word != "1"
		case !fillWords[word]:
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
