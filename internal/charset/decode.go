// Package charset turns the bytes of a page into UTF-8 and says what bytes that
// are no page look like.
//
// It knows encodings and file formats, nothing of news pages. Its tables are
// those of the WHATWG Encoding Standard as golang.org/x/text carries them.
package charset

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// The names, as the Encoding Standard spells them, that the rule itself mentions.
const (
	nameUTF8        = "utf-8"
	nameUTF16LE     = "utf-16le"
	nameUTF16BE     = "utf-16be"
	nameISO2022JP   = "iso-2022-jp"
	nameGBK         = "gbk"
	nameReplacement = "replacement"
	nameUserDefined = "x-user-defined"
	nameWindows1252 = "windows-1252"
)

// goodPerBad is how many sound multi-byte sequences must stand against each
// broken byte before a page that is not quite UTF-8 is still taken for UTF-8.
const goodPerBad = 20

// maxLabel is the longest charset label that is looked up; the longest real one has 19 bytes.
const maxLabel = 64

// Decode returns data as UTF-8. contentType is the Content-Type header the page
// was served with; empty means that there is none.
//
// The first of these that says something decides:
//
//  1. a byte order mark (not part of the text returned);
//  2. the charset of contentType, even where the bytes speak against it;
//  3. data is valid UTF-8 and not ASCII alone: UTF-8, whatever the page declares;
//  4. data is nearly so, with 20 sound sequences or more for each broken byte;
//  5. the page's own declaration, a meta element or an XML declaration in the
//     first 64 KiB, where "utf-16" means UTF-8;
//  6. the NUL bytes of UTF-16;
//  7. windows-1252.
//
// A label that is unknown, or that the standard maps to its "replacement"
// encoding, counts as no declaration. A declared charset is kept however badly
// the bytes fit it: bytes it has no character for become U+FFFD. The text is
// always valid UTF-8. It shares data's memory wherever data holds it already.
//
// err is there for a decoder that gives up. None is known to: they all write
// U+FFFD for what they cannot read.
func Decode(data []byte, contentType string) (text []byte, err error) {
	if lookup(labelIn(contentType)) == "" && isPlain(data) {
		return data, nil
	}
	text, _, err = decode(data, contentType)
	return text, err
}

// isPlain says whether data is the same text whatever charset a page declares:
// ASCII without the bytes that ISO-2022-JP shifts by, and without the NUL of UTF-16.
func isPlain(data []byte) bool {
	return isASCII(data) && bytes.IndexByte(data, 0) < 0 && bytes.IndexByte(data, 0x0e) < 0 && bytes.IndexByte(data, 0x0f) < 0 && bytes.IndexByte(data, 0x1b) < 0
}

// decode returns the text and the name of the charset it was read as, in the
// Encoding Standard's lower-case spelling.
func decode(data []byte, contentType string) (text []byte, name string, err error) {
	data, name = cutBOM(data)
	if name == "" {
		name = choose(data, contentType)
	}
	if keeps(data, name) {
		return data, name, nil
	}
	text, err = decoder(name).Bytes(data)
	if err != nil {
		return nil, name, fmt.Errorf("charset: decode %s: %w", name, err)
	}
	return bytes.ToValidUTF8(text, []byte("\uFFFD")), name, nil
}

// choose applies points 2 to 7 of the rule.
func choose(data []byte, contentType string) string {
	if name := lookup(labelIn(contentType)); name != "" {
		return name
	}
	if looksUTF8(data) {
		return nameUTF8
	}
	if name := declared(data); name != "" {
		return name
	}
	if name := utf16ByNUL(data); name != "" {
		return name
	}
	return nameWindows1252
}

// cutBOM slices a byte order mark off and says which charset it stands for.
func cutBOM(data []byte) (rest []byte, name string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return data[3:], nameUTF8
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return data[2:], nameUTF16LE
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return data[2:], nameUTF16BE
	}
	return data, ""
}

// lookup gives the canonical name of a charset label, "" where there is none to use.
func lookup(label string) string {
	if label == "" || len(label) > maxLabel {
		return ""
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil || name == nameReplacement {
		return ""
	}
	return name
}

// keeps reports whether data, read as the named charset, is its own UTF-8 text.
func keeps(data []byte, name string) bool {
	switch name {
	case nameUTF8:
		return utf8.Valid(data)
	case nameUTF16LE, nameUTF16BE, nameISO2022JP:
		return len(data) == 0
	}
	return isASCII(data) // All the others hold ASCII as it is.
}

func isASCII(data []byte) bool {
	for ; len(data) >= 8; data = data[8:] {
		if binary.LittleEndian.Uint64(data)&0x8080808080808080 != 0 {
			return false
		}
	}
	for _, c := range data {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decoder returns the decoder of a name that lookup or the rule gave.
func decoder(name string) *encoding.Decoder {
	if name == nameGBK {
		// The standard reads GBK as its superset.
		return simplifiedchinese.GB18030.NewDecoder()
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		enc = encoding.Nop // Not reached: the names come from the same table.
	}
	return enc.NewDecoder()
}

// looksUTF8 is points 3 and 4 of the rule. A sequence that the end of the input
// cuts short is no broken byte: pages are cut, and a cut proves nothing.
func looksUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if i+32 <= len(data) && (binary.LittleEndian.Uint64(data[i:])|binary.LittleEndian.Uint64(data[i+8:])|
			binary.LittleEndian.Uint64(data[i+16:])|binary.LittleEndian.Uint64(data[i+24:]))&0x8080808080808080 == 0 {
			i += 32
			continue
		}
		if i+8 <= len(data) && binary.LittleEndian.Uint64(data[i:])&0x8080808080808080 == 0 {
			i += 8 // eight bytes of ASCII
			continue
		}
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			good++
		case utf8.FullRune(data[i:]):
			bad++
		default:
			size = len(data) - i
		}
		i += size
	}
	return good > 0 && good/goodPerBad >= bad
}

// nulSample is how much of a page is looked at for the NUL bytes of UTF-16.
const nulSample = 4 << 10

// utf16ByNUL tells UTF-16 without a mark by its markup, where every second byte
// is NUL: at least four in ten on the one side, at most one in twenty on the other.
func utf16ByNUL(data []byte) string {
	data = data[:min(len(data), nulSample)&^1]
	pairs, first, second := len(data)/2, 0, 0
	for i := 0; i < len(data); i += 2 {
		if data[i] == 0 {
			first++
		}
		if data[i+1] == 0 {
			second++
		}
	}
	switch {
	case pairs == 0:
		return ""
	case second*10 >= pairs*4 && first*20 <= pairs:
		return nameUTF16LE
	case first*10 >= pairs*4 && second*20 <= pairs:
		return nameUTF16BE
	}
	return ""
}

// labelIn finds the charset in a Content-Type value, by the standard's
// "algorithm for extracting a character encoding from a meta element", which
// takes what headers in the wild hold and mime.ParseMediaType refuses.
func labelIn(contentType string) string {
	const word = "charset"
	s := contentType[:min(len(contentType), 1<<10)]
	for {
		i := indexFold(s, word)
		if i < 0 {
			return ""
		}
		s = strings.TrimLeft(s[i+len(word):], spaces)
		if strings.HasPrefix(s, "=") {
			return labelValue(strings.TrimLeft(s[1:], spaces))
		}
	}
}

// labelValue reads a label in quotes, or up to a space or semicolon.
func labelValue(s string) string {
	if s == "" {
		return ""
	}
	if q := s[0]; q == '"' || q == '\'' {
		end := strings.IndexByte(s[1:], q)
		if end < 0 {
			return ""
		}
		return strings.Trim(s[1:1+end], spaces)
	}
	if end := strings.IndexAny(s, spaces+";"); end >= 0 {
		return s[:end]
	}
	return s
}
