package newspage

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// requireTidy holds parseTidy to html.Parse: it makes the same tree, but for what
// nobody looks at, or leaves the page alone. It says whether it made one.
func requireTidy(t *testing.T, page string) bool {
	t.Helper()
	doc, ok := parseTidy([]byte(page))
	if !ok {
		return false
	}
	whole, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil && strings.Contains(err.Error(), "open stack of elements exceeds") && (strings.Contains(page, "<template") || strings.Contains(page, "<svg")) {
		return true // html.Parse refuses what is nested too deeply, also where nobody looks
	}
	require.NoError(t, err, page)
	require.Equal(t, blockTexts(whole), blockTexts(doc.root), page)
	leaveHeld(whole)
	leaveHeld(doc.root)
	texts, found := emptyScripts(whole), emptyScripts(doc.root)
	for _, s := range doc.scripts {
		found = append(found, string(withNewlines(s)))
	}
	for _, s := range texts {
		require.Contains(t, found, s, "text that is lost: "+page)
	}
	for _, root := range []*html.Node{whole, doc.root} {
		leaveSpace(root)
		leaveUnasked(root, false)
	}
	require.Equal(t, dumpTree(whole), dumpTree(doc.root), page)
	return true
}

// leaveHeld takes out what elements hold that is not read, and the doctype, and sorts attributes.
func leaveHeld(n *html.Node) {
	slices.SortFunc(n.Attr, func(a, b html.Attribute) int { return cmp.Compare(a.Key, b.Key) })
	held := n.Namespace == "svg" || slices.Contains([]string{"template", "iframe", "noembed", "textarea"}, n.Data)
	var next *html.Node
	for c := n.FirstChild; c != nil; c = next {
		if next = c.NextSibling; held || c.Type == html.DoctypeNode {
			n.RemoveChild(c)
			continue
		}
		leaveHeld(c)
	}
}

func TestTidyOfTestPages(t *testing.T) {
	tidy := 0
	paths := testPages(t)
	for _, path := range paths {
		if requireTidy(t, string(readPageFile(t, path))) {
			tidy++
		}
	}
	require.Greater(t, tidy, len(paths)*3/4)
}

// tidyFragments are what pages are made of that nests well or nearly so.
var tidyFragments = strings.Split("<p>|</p>|<div>|</div>|<ul>|<li>|</li>|</ul>|<dl><dt>|<dd>|</dl>|<h2>|</h2>|<h3>|</h3>|<a href=x>|</a>|<b>|</b>|<i>|</i>|<span>|</span>|<table>|</table>|<tr>|</tr>|<td>|</td>|<th>|</th>|<tbody>|</tbody>|<thead>|<caption>|</caption>|<colgroup>|<col>|"+
	"<br>|<hr>|<img src=a alt=b>|<input type=hidden>|<input>|<form>|</form>|<button>|</button>|<select>|</select>|<option>|<optgroup>|<object>|</object>|<svg>|</svg>|<path d=a/>|<path/>|<g>|</g>|<title>|</title>|<script>|</script>|<style>|</style>|<template>|</template>|"+
	"<noscript>|</noscript>|<iframe>|</iframe>|<textarea>|</textarea>|<pre>|</pre>|<blockquote>|</blockquote>|<section>|</section>|<x-y>|</x-y>|<ruby>|<rb>|<rtc>|</rtc>|<rp>|<rt>|</ruby>|<html lang=a>|<head>|</head>|<body>|<body class=b>|</body>|</html>|<meta name=a>|<link rel=a>|<base href=b>|"+
	"<!DOCTYPE html>|<!doctype x>|<!-- c -->|<!x>|</>|</br>|a|b |  |\n|&amp;|&lt|&notit;|<p title=\"a&copy=1\" class=\"b&copy=1&amp;c&notit;&#65;\">|<p class=a CLASS=b id='x'>|\r\n|<font color=a>|</font>|<center>|<address>|</address>|<label>|<nobr>|</nobr>|<nobr>|<script><!-- |--></script>|<frame>|<embed>|<li><p>|</p></li>|<div><p>|</p></div>|<td><p>|<b><b><b>|<a href=y><a>|<canvas>|</canvas>|<span hidden>|<img class=emoji alt=☺>|<amp-img>|</amp-img>", "|")

func tidyPage(picks []byte) string {
	var b strings.Builder
	for _, k := range picks {
		b.WriteString(tidyFragments[int(k)%len(tidyFragments)])
	}
	return b.String()
}

func TestTidyOfFragments(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	tidy := 0
	for range 20000 {
		picks := make([]byte, 2+r.IntN(16))
		for i := range picks {
			picks[i] = byte(r.IntN(256))
		}
		for _, page := range []string{tidyPage(picks), fragmentPage(picks)} {
			if requireTidy(t, page) {
				tidy++
			}
		}
	}
	require.Greater(t, tidy, 10000)
}

// FuzzTidy holds parseTidy to html.Parse on pages made of fragments.
func FuzzTidy(f *testing.F) {
	f.Add([]byte("fragments"))
	f.Fuzz(func(t *testing.T, picks []byte) {
		requireTidy(t, tidyPage(picks))
		requireTidy(t, fragmentPage(picks))
	})
}

// TestTidyPages: pages that are read whole, and pages that are left to html.Parse.
func TestTidyPages(t *testing.T) {
	for page, tidy := range map[string]bool{
		`<!DOCTYPE html><html lang=en><head><title>A</title><meta name=a content=b></head><body><p>One <b>two</b></p></body></html>`: true,
		``:                                     true,
		`plain text & nothing else`:            true,
		`<p>one<p>two<ul><li>a<li>b</ul>three`: true,
		`<dl><dt>a<dd>b<dt>c</dl><select><option>a<option>b</select>`:                    true,
		`<table><tr><td>a<td>b<tr><th>c</table>d`:                                        true,
		`<table><caption>a<tr><td><table><td>b</table>c</table>d`:                        true,
		`</p></div></b>a</br>`:                                                           true,
		`<div><form><div>a</form>b</div>c`:                                               true,
		`<body class=a><body class=b id=c>`:                                              true,
		`<head><noscript><link rel=a></noscript><noscript><img src=a></noscript></head>`: true,
		`<a href=a>b<a href=c>d</a>`:                                                     true,
		`<svg><title>a</title><g><path d="M1"/></g></svg>b`:                              true,
		`<template><p>a<template>b</template></template>c`:                               true,
		`<script>if (a < b) c("<p>")</script>d`:                                          true,
		`<p>a<table><tr><td>b</table>`:                                                   false, // without a doctype the table is the paragraph's
		`<!DOCTYPE html><p>a<table><tr><td>b</table>`:                                    true,
		`<p><b>a<p>b`:                                true, // the second paragraph is bold too
		strings.Repeat(`<b>`, maxAlike+2) + `a`:      false,
		strings.Repeat(`<i><u>`, maxFormats) + `a`:   false,
		`<a><table><tr><td><a>b</a></table></a>`:     true,
		`<b><table></b><tr><td>a</table>`:            true,
		`<a><select><a>`:                             false,
		`<b><p>a</b>b</p>`:                           true,
		`<i><b>a</i>b</b>`:                           true,
		`<table><td><b>a</table>b`:                   true, // nothing lasts beyond a cell
		`<table>a<tr><td>b</table>`:                  false,
		`<table><tr><p>a</table>`:                    false,
		`<svg><p>a`:                                  true,
		`<svg><g><path d=a></g><div>a</div></svg>b`:  true,
		`<svg><foreignObject><p>a</svg>`:             false,
		`<svg><desc><b>a</b></desc></svg>`:           false,
		`<math><mi>a</mi></math>`:                    false,
		`<frameset>`:                                 false,
		`<nobr>a<p>b<nobr>c</nobr>d`:                 true,
		`<script><!-- a --> b("<script>")</script>c`: true,
		`<plaintext>a`:                               false,
		`<script>a`:                                  true,
		`<script>a</script`:                          false,
		`<p>a<style>b { c: d }`:                      true,
		`<ruby><rb>a<rtc><rt>b</ruby>`:               true,
		`<!-- a`:                                     true,
		`<p class="a`:                                false,
		"a\x00b":                                     false,
		`<script><!--<script></script>--></script>`:  true,
		strings.Repeat("<div>", maxTidyDepth):        false,
	} {
		require.Equal(t, tidy, requireTidy(t, page), page)
	}
}

// attributeTwin is what html.Tokenizer makes of an attribute's value.
func attributeTwin(v string) string {
	z := html.NewTokenizer(strings.NewReader(`<p a="` + v + `">`))
	z.Next()
	_, val, _ := z.TagAttr()
	return string(val)
}

func TestUnescapedValue(t *testing.T) {
	for _, v := range []string{
		"", "a", "?a=1&b=2", "?a=1&amp;b=2", "?a=1&copy=2", "&copy", "&copy;", "&copyx", "&copy-x", "&notit;", "&notin;", "&not", "&", "&&", "&;", "&#", "&#;", "&#65", "&#65;", "&#x41;B", "&#65a;", "&#x;", "&#xg",
		"&quot;&lt;&gt;&nbsp;&apos;", "&amp", "&ampx", "&ampx;", "&amp=", "&AMP;", "&Aacute", "&Aacutex", "&acE;", "&" + strings.Repeat("a", 5000) + ";", "&unknown;", "&unknown", "&lt=", "é&eacute;&eacute=",
	} {
		require.Equal(t, attributeTwin(v), new(textRoom).unescapedValue([]byte(v)), v)
	}
}

func FuzzUnescapedValue(f *testing.F) {
	f.Add("?a=1&copy=2&amp;&notit;&#65")
	f.Fuzz(func(t *testing.T, v string) {
		if strings.ContainsAny(v, "\"\x00\r") {
			return
		}
		require.Equal(t, attributeTwin(v), new(textRoom).unescapedValue([]byte(v)))
	})
}

func TestElements(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range elements {
		require.False(t, seen[e.name], "%s has two kinds", e.name)
		seen[e.name] = true
		require.LessOrEqual(t, len(e.name), maxElementName)
		require.Same(t, e, lookElement(packText(e.name)))
		require.Same(t, e, elementAt(strings.ToUpper(e.name)+" x"))
		require.NotZero(t, e.atom, e.name)
	}
	for _, set := range []names{specialNames, scopeNames, impliedNames, unseenNames} {
		for name := range strings.FieldsSeq(string(set)) {
			require.True(t, seen[name], "%s has no kind", name)
		}
	}
	for a := range blockTags {
		require.True(t, seen[a.String()], "%s has no kind", a)
	}
	require.Nil(t, lookElement(packText("x-y")))
	require.Nil(t, lookElement(packText("")))
	require.Nil(t, elementAt("figcaptions"))
}
