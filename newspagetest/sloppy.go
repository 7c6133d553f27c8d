package newspagetest

import (
	"math/rand/v2"
	"regexp"
	"strings"
)

// This file writes a page again as a careless author would: the same elements,
// but with end tags left out where HTML allows it, tags in capitals, attributes
// without quotation marks.

var (
	endOfParagraph = regexp.MustCompile(`</p>(\s*<(?:p|div|h[1-6]|ul|ol|blockquote|section|aside|figure|/div|/section|/article|/blockquote|/td)\b)`)
	endOfItem      = regexp.MustCompile(`</li>(\s*<(?:li|/ul|/ol)\b)`)
	endOfCell      = regexp.MustCompile(`</t[dh]>(\s*(?:<td|<th|</tr)\b)`)
	tagName        = regexp.MustCompile(`</?[a-z][a-z0-9-]*`)
	plainValue     = regexp.MustCompile(`(\s[a-z-]+)="([a-zA-Z0-9_-]+)"`)
	script         = regexp.MustCompile(`(?s)<script.*?</script>`)
)

// sloppy rewrites one page in three, each in ways of its own.
func sloppy(page string, rng *rand.Rand) string {
	if rng.IntN(3) != 0 {
		return page
	}
	var ways []func(string) string
	leaveOut := func(re *regexp.Regexp) func(string) string {
		return func(s string) string { return re.ReplaceAllString(s, "$1") }
	}
	for _, way := range []func(string) string{
		leaveOut(endOfParagraph), leaveOut(endOfItem), leaveOut(endOfCell),
		func(s string) string { return tagName.ReplaceAllStringFunc(s, strings.ToUpper) },
		func(s string) string { return plainValue.ReplaceAllString(s, "$1=$2") },
	} {
		if rng.IntN(2) == 0 {
			ways = append(ways, way)
		}
	}
	rewrite := func(s string) string {
		for _, way := range ways {
			s = way(s)
		}
		return s
	}
	// Scripts hold no markup.
	var b strings.Builder
	from := 0
	for _, at := range script.FindAllStringIndex(page, -1) {
		b.WriteString(rewrite(page[from:at[0]]) + page[at[0]:at[1]])
		from = at[1]
	}
	b.WriteString(rewrite(page[from:]))
	return b.String()
}
