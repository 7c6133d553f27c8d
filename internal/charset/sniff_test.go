package charset

import (
	"strings"
	"testing"
)

func TestSniff(t *testing.T) {
	long := strings.Repeat("x", sniffBytes)
	for _, c := range []struct {
		in, what string
		html     bool
	}{
		{"", "nothing", true},
		{" \n\t", "nothing", true},
		{"\xEF\xBB\xBF", "nothing", true},
		{"Plain words.", "text", true},
		{"\x00\x00\x00\x00\x00\x00", "text", true},
		{"<!DOCTYPE html><p>", "HTML", true},
		{"\xEF\xBB\xBF\n <p>", "HTML", true},
		{"<", "HTML", true},
		{"\x1F\x8B\x08\x00", "gzip", false},
		{"\x28\xB5\x2F\xFD\x00", "Zstandard", false},
		{"%PDF-1.7\n", "PDF", false},
		{"\n%PDF-1.7\n", "PDF", false},
		{"%PDF is a format.", "text", true},
		{"\xFF\xD8\xFF\xE0", "JPEG", false},
		{"\x89PNG\r\n\x1A\n\x00", "PNG", false},
		{"GIF89a\x01\x00", "GIF", false},
		{"RIFF\x10\x00\x00\x00WEBPVP8 ", "WebP", false},
		{"RIFF\x10\x00\x00\x00WAVEfmt ", "WAV", false},
		{"RIFFs and solos", "text", true},
		{"PK\x03\x04\x14", "ZIP", false},
		{"PKN opens a plant", "text", true},
		{"\x00\x00\x00\x18ftypmp42", "MP4", false},
		{"\x00\x00\x00\x18ftypavif", "AVIF", false},
		{"\x1A\x45\xDF\xA3\x01", "Matroska or WebM", false},
		{strings.Repeat("a", 257) + "ustar\x00", "tar", false},
		{`{"headline": "x"}`, "JSON", false},
		{"\xEF\xBB\xBF\n[ { \"a\" : 1", "JSON", false},
		{`{"a\"b": "` + long, "JSON", false},
		{`[1, 2]`, "JSON", false},
		{`{}`, "JSON", false},
		{`[1, 2, ` + long, "text", true},
		{`[Update] The vote is over.`, "text", true},
		{`[1] The vote is over.`, "text", true},
		{`[1]` + strings.Repeat(" ", sniffBytes) + "The vote is over.", "text", true},
		{`{{ title }}<p>`, "text", true},
		{`{"`, "text", true},
		{`{"a" <p>`, "text", true},
		{`<?xml version="1.0"?><rss version="2.0"><channel>`, "RSS feed", false},
		{`<rss version="2.0">`, "RSS feed", false},
		{`<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/">`, "RSS feed", false},
		{`<?xml version="1.0"?><rdf:RDF xmlns:dc="x">`, "XML", false},
		{`<?xml version="1.0"?><!-- a > b --><?style x?><feed xmlns="http://www.w3.org/2005/Atom">`, "Atom feed", false},
		{`<feed xmlns="http://www.w3.org/2005/Atom">`, "Atom feed", false},
		{`<feed>`, "HTML", true},
		{`<?xml version="1.0"?><urlset xmlns="x">`, "XML sitemap", false},
		{`<sitemapindex>`, "XML sitemap", false},
		{`<?xml version="1.0"?><svg xmlns="x">`, "SVG", false},
		{`<svg><symbol/></svg><div>`, "HTML", true},
		{`<?xml version="1.0"?><nitf><head>`, "XML", false},
		{`<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html>`, "HTML", true},
		{`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">`, "HTML", true},
		{`<?xml version="1.0"?><news-page>`, "HTML", true},
		{`<?xml version="1.0"?><!-- ` + long, "HTML", true},
		{`<?xml version="1.0"?>` + "<" + long, "HTML", true},
		{`<?xml version="1.0"?>`, "HTML", true},
		{"\xFF\xFE<\x00p\x00>\x00", "text", true},
	} {
		if what, html := Sniff([]byte(c.in)); what != c.what || html != c.html {
			t.Errorf("%.60q: %q, %v; want %q, %v", c.in, what, html, c.what, c.html)
		}
	}
}
