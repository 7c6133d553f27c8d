package weburl

import (
	"net/url"
	"strings"
)

// minPictureName is how long a name is that two pictures do not share by chance:
// "image" and "photo-1" are on every site.
const minPictureName = 8

// PictureName returns what names a picture whatever its size: the last part of
// its path without the ending and without what says how large it is, cut or
// encoded ("harbour-bridge" of /2025/06/harbour-bridge-1024x683.jpg, of
// /w_1200,h_630/harbour-bridge.webp and of an image server that has the
// original's address in its own). Two addresses with one name are most probably
// one picture. "" where the name is too short to tell.
func PictureName(abs string) string {
	path, _, _ := strings.Cut(innermost(abs), "#")
	path, query, _ := strings.Cut(path, "?")
	name := path[strings.LastIndexByte(path, '/')+1:]
	if _, ext := cutExt(name); ext != "" && len(ext) <= maxExt && !isPictureExt(ext) {
		name = pictureIn(query) // of a program that makes it
	}
	for stem, ext := cutExt(name); ext != "" && isPictureExt(ext); stem, ext = cutExt(name) {
		name = stem
	}
	name = strings.ToLower(normalEscapes(name))
	for {
		i := strings.LastIndexAny(name, "-_.@~")
		if i <= 0 || !isRendition(name[i+1:]) && !endsRatio(name) {
			break
		}
		name = name[:i]
	}
	for {
		i := strings.IndexAny(name, "-_")
		if i <= 0 || strings.IndexByte(name[:i], 'x') < 0 || !isRendition(name[:i]) {
			break
		}
		name = name[i+1:] // "1200x675_harbour"
	}
	if len(name) < minPictureName && !isNumber(name) || isRendition(name) {
		return ""
	}
	return name
}

// minPictureNumber is how long a number is that two pictures do not share by chance.
const minPictureNumber = 6

func isNumber(s string) bool {
	return len(s) >= minPictureNumber && strings.Trim(s, "0123456789") == ""
}

// maxExt is how long the ending of a file's name is at most.
const maxExt = 5

// pictureIn returns the name of the first picture in a query, "" where there is none.
func pictureIn(query string) string {
	for value := range strings.SplitSeq(query, "&") {
		name := value[strings.LastIndexAny(value, "=/")+1:]
		if _, ext := cutExt(name); isPictureExt(ext) {
			return name
		}
	}
	return ""
}

// innermost returns the last address within an address, from its scheme on.
func innermost(abs string) string {
	if len(abs) > MaxLength {
		return ""
	}
	lower := lowerASCII(abs) // as long as abs
	for _, sign := range [...]string{"https%3a%2f%2f", "http%3a%2f%2f", "https%253a%252f%252f", "http%253a%252f%252f"} {
		if i := strings.LastIndex(lower, sign); i > 0 {
			inner, _, _ := strings.Cut(abs[i:], "&")
			if plain, err := url.QueryUnescape(inner); err == nil {
				return innermost(plain)
			}
		}
	}
	for _, sign := range [...]string{"https:/", "http:/"} {
		if i := strings.LastIndex(lower, sign); i > 0 {
			return abs[i:]
		}
	}
	return abs
}

func isPictureExt(ext string) bool {
	switch strings.ToLower(strings.TrimPrefix(ext, ".")) {
	case "jpg", "jpeg", "jpe", "png", "gif", "webp", "avif", "svg", "bmp", "tif", "tiff", "jfif", "heic":
		return true
	}
	return false
}

// isRendition says whether a part of a picture's name says how it was made and
// not what it shows: a size ("1024x683", "w1200", "600"), a ratio ("v16", "9"
// behind it), "scaled" and the like.
func isRendition(s string) bool {
	switch s {
	case "", "scaled", "large", "medium", "small", "thumb", "thumbnail", "full", "original", "orig", "cropped", "crop", "square", "wide", "landscape", "desktop", "mobile", "retina", "2x", "3x", "1x", "lg", "md", "sm", "xl", "xs",
		"social", "og", "facebook", "twitter", "share", "lede", "master", "opener", "teaser":
		return true
	}
	digits, others := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case c == 'x' || (c == 'w' || c == 'h' || c == 'v') && i == 0:
			others++
		default:
			return false
		}
	}
	switch {
	case digits == 0 || others > 1:
		return false
	case others == 1:
		return digits <= 8
	}
	return (digits == 3 || digits == 4) && s[len(s)-1] == '0' && !isYear(s)
}

// endsRatio says whether a name ends in a ratio of width and height, as "v16_9" is.
func endsRatio(name string) bool {
	height := name[strings.LastIndexAny(name, "-_")+1:]
	rest := strings.TrimRight(strings.TrimSuffix(name, height), "-_")
	width, ok := strings.CutPrefix(rest[strings.LastIndexAny(rest, "-_")+1:], "v")
	return ok && isRatioPart(width) && isRatioPart(height)
}

func isRatioPart(s string) bool {
	return s != "" && len(s) <= 2 && strings.Trim(s, "0123456789") == ""
}

func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}
