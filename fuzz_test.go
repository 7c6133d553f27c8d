package newspage

import (
	"bytes"
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzParse: whatever the bytes, an Article is sound, its JSON gives it back,
// and it is the same the second time and from the tree.
func FuzzParse(f *testing.F) {
	for _, page := range testPages(f) {
		f.Add(readFile(f, page), "")
	}
	r := strings.Repeat
	for _, page := range []string{
		"", "\x00", "<p>", bridgePage("", ""), featurePage, scenePage,
		bridgePage(r("<div>", 600), ""), bridgePage(r("<b>x", 20), ""), bridgePage(r("<ul><li><a href=/x>y</a>", 20), ""),
		bridgePage(r("<blockquote><p>“We open.”<footer>— Jane Roe, CEO of Acme, via ", 20), ""),
		bridgePage("<plaintext>", ""), bridgePage("<svg><title>x", ""), bridgePage("<select><template>", ""), bridgePage("<table>x", ""),
		`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":[[{"name":["x"]}]],"datePublished":"2025-06-12"}]}</script>` + bridgePage("", ""),
		`<base href="javascript:x"><base href=//user:pw@evil.example:99999/>` + bridgePage(`<a href="http://[::1">x</a><img srcset=", ,x 1x 2x,http://%">`, ""),
		"<meta charset=shift_jis>" + bridgePage("\x83\x5c\xff", ""), "\xff\xfe<\x00p\x00",
	} {
		f.Add([]byte(page), "text/html; charset=utf-8")
	}
	address, err := url.Parse("https://news.example/2025/bridge-reopens")
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		opts := &Options{URL: address, ContentType: contentType, MaxBytes: 1 << 20}
		a, err := Parse(bytes.NewReader(data), opts)
		if errors.Is(err, ErrNotHTML) || errors.Is(err, ErrTooLarge) {
			require.Nil(t, a)
			return
		}
		if err != nil {
			require.ErrorIs(t, err, ErrNoArticle)
			require.Empty(t, a.Body)
			require.Empty(t, a.Quotes)
		}
		requireSound(t, a)
		requireRoundTrip(t, a)

		doc := wholeTree(t, data, opts)
		b, nodeErr := ParseNode(doc, opts)
		require.Equal(t, err, nodeErr)
		require.Equal(t, toJSON(t, a), toJSON(t, b))
		requireNested(t, cut(doc, 0))
	})
}
