package newspagetest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
)

// Mutate returns a generated page with other boilerplate: more advertisements,
// menus, prompts, comments, lists of the whole site ("Most read") and wrappers,
// other attributes and other white space between blocks. Its article is the
// same, so a parser should find the same before and after: no truth is needed
// to see a mistake. A mutated page can be mutated again; a page that Generate
// did not make gets attributes and white space alone, and so can be tested too.
// The same page and seed give the same bytes. The argument is not changed.
func Mutate(page []byte, seed uint64) []byte {
	rng := rand.New(rand.NewPCG(seed, 0x6d757461))
	b := newBuilder(rng, languageOf(page), pick(rng, themes))
	page = addAttributes(page, rng)
	page = addSpace(page, rng)
	page = wrap(page, rng)
	for _, m := range []struct {
		mark   string
		pieces []func()
	}{
		{markPage, []func(){b.ad, b.menu, b.cookieBanner, b.newsletter, b.shareBar}},
		{markBetween, []func(){b.ad, b.ad, b.note}},
		{markSide, []func(){b.sitewideList, b.sitewideList, b.ad, b.newsletter, b.note}},
	} {
		page = b.fill(page, m.mark, m.pieces)
	}
	return page
}

var languageAttr = regexp.MustCompile(`(?i)<html lang="?([a-z]{2})`)

// languageOf is the language that a page declares; English where it is another.
func languageOf(page []byte) *language {
	if m := languageAttr.FindSubmatch(page); m != nil {
		for _, l := range languages {
			if l.tag == string(m[1]) {
				return l
			}
		}
	}
	return english
}

// fill puts boilerplate where a marker stands, which stays for the next time.
func (b *builder) fill(page []byte, mark string, pieces []func()) []byte {
	var out bytes.Buffer
	for {
		before, after, found := bytes.Cut(page, []byte(mark))
		out.Write(before)
		if !found {
			return out.Bytes()
		}
		if b.chance(2) {
			b.Reset()
			pick(b.rng, pieces)()
			out.WriteString(references(b.String()))
		}
		out.WriteString(mark)
		page = after
	}
}

// note writes what no reader sees.
func (b *builder) note() {
	b.put(pick(b.rng, []string{
		"<!-- slot " + b.number() + " -->\n", `<div class="spacer"></div>` + "\n", "<script>var t" + b.number() + " = 1;</script>\n", "<style>.a" + b.number() + "{color:#111}</style>\n",
	}))
}

// references writes letters outside ASCII as character references, which stand in any charset.
func references(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
	}
	return b.String()
}

var blockTag = regexp.MustCompile(`(?i)<(?:p|div|section|article|h[1-6]|li|ul|ol|td|blockquote|figure)(?:\s[^<>]*)?>`)

// addAttributes gives some blocks attributes without a meaning.
func addAttributes(page []byte, rng *rand.Rand) []byte {
	return blockTag.ReplaceAllFunc(page, func(tag []byte) []byte {
		if rng.IntN(4) != 0 {
			return tag
		}
		name := pick(rng, []string{"data-id", "data-track", "data-v", "data-block"})
		if bytes.Contains(tag, []byte(" "+name+"=")) {
			return tag
		}
		return fmt.Appendf(nil, "%s %s=\"%d\">", tag[:len(tag)-1], name, rng.IntN(1e5))
	})
}

var blockEnd = regexp.MustCompile(`(?i)</(?:p|div|section|article|h[1-6]|li|ul|ol|blockquote|figure|td|tr)>`)

// addSpace puts white space after some blocks.
func addSpace(page []byte, rng *rand.Rand) []byte {
	return blockEnd.ReplaceAllFunc(page, func(tag []byte) []byte {
		return append(bytes.Clone(tag), pick(rng, []string{"", "", "\n", "\n\n", "\n\t\t", "   "})...)
	})
}

// wrap puts elements around the article and its surroundings.
func wrap(page []byte, rng *rand.Rand) []byte {
	if !bytes.Contains(page, []byte(markWrap)) || !bytes.Contains(page, []byte(markWrapped)) {
		return page
	}
	n := rng.IntN(4)
	var open, shut strings.Builder
	for range n {
		tag := pick(rng, []string{"div", "div", "section"})
		fmt.Fprintf(&open, `<%s class="w%d">`, tag, rng.IntN(1000))
		rest := shut.String()
		shut.Reset()
		shut.WriteString("</" + tag + ">" + rest)
	}
	page = bytes.Replace(page, []byte(markWrap), []byte(markWrap+open.String()), 1)
	return bytes.Replace(page, []byte(markWrapped), []byte(shut.String()+markWrapped), 1)
}
