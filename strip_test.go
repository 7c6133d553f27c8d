package newspage

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func TestStrip(t *testing.T) {
	long := strings.Repeat("var a = b < c; ", 20)
	for name, c := range map[string]struct {
		page, kept string // L stands for a long text
		scripts    int
	}{
		"a script":                       {`<p>a<script>L</script><p>b`, `<p>a<script></script><p>b`, 1},
		"a style sheet":                  {`<style>L</style>`, `<style></style>`, 0},
		"upper case":                     {`<SCRIPT TYPE=x>L</Script >b`, `<SCRIPT TYPE=x></Script >b`, 1},
		"a short one":                    {`<script>a()</script>`, `<script>a()</script>`, 0},
		"JSON":                           {`<script type="application/LD+Json">L</script>`, `<script type="application/LD+Json">L</script>`, 0},
		"two":                            {`<script>L</script>x<script>L</script>`, `<script></script>x<script></script>`, 2},
		"an end tag of another name":     {`<script>L</scripts>L</script>x`, `<script></script>x`, 1},
		"no end tag":                     {`<p>a<script>L`, `<p>a<script>L`, 0},
		"in a comment":                   {`<!-- <script>L</script> -->`, `<!-- <script>L</script> -->`, 0},
		"after an odd comment":           {`<!--><script>L</script>`, `<!--><script></script>`, 1},
		"after a comment of dashes":      {`<!---><script>L</script>`, `<!---><script></script>`, 1},
		"after a bogus comment":          {`<!x -- ><script>L</script>`, `<!x -- ><script></script>`, 1},
		"in an attribute":                {`<p title="<script>L</script>">`, `<p title="<script>L</script>">`, 0},
		"a quotation mark in a name":     {`<p a"=b><script>L</script>`, `<p a"=b><script></script>`, 1},
		"an equals sign first":           {`<p ="><script>L</script>`, `<p ="><script></script>`, 1},
		"an attribute that ends in /":    {`<script src=/a/>L</script>`, `<script src=/a/></script>`, 1},
		"in a textarea":                  {`<textarea><script>L</script></textarea>`, `<textarea><script>L</script></textarea>`, 0},
		"in an iframe":                   {`<iframe><script>L</script></iframe>`, `<iframe><script>L</script></iframe>`, 0},
		"in noscript, which is markup":   {`<noscript><style>L</style></noscript>`, `<noscript><style></style></noscript>`, 0},
		"old comments within":            {`<script><!-- L --></script>`, `<script></script>`, 1},
		"a script within old comments":   {`<script><!-- <script>L</script> --></script>`, `<script></script>`, 1},
		"a script behind an old comment": {`<script><!-- L -->L"<script>"</script>`, `<script></script>`, 1},
		"a script behind a short one":    {`<script><!-->L"<script>"</script>`, `<script></script>`, 1},
		"in SVG it is markup":            {`<svg><script>L</script></svg>`, `<svg><script>L</script></svg>`, 0},
		"after an icon":                  {`<svg><title>x</title><path/></svg><script>L</script>`, `<svg><title>x</title><path/></svg><script></script>`, 1},
		"after an icon closed at once":   {`<svg/><script>L</script>`, `<svg/><script></script>`, 1},
		"a slash that is an attribute's": {`<svg a=b/><script>L</script>`, `<svg a=b/><script>L</script>`, 0},
		"markup in an icon's title":      {`<svg><title><b></title></svg><script>L</script>`, `<svg><title><b></title></svg><script>L</script>`, 0},
		"HTML in SVG":                    {`<svg><foreignObject></svg><script>L</script>`, `<svg><foreignObject></svg><script>L</script>`, 0},
		"CDATA in SVG":                   {`<svg><![CDATA[>]]></svg><script>L</script>`, `<svg><![CDATA[>]]></svg><script>L</script>`, 0},
		"in a menu of choices":           {`<select><option><script>L</script></select>`, `<select><option><script>L</script></select>`, 0},
		"after it":                       {`<select><option>a</select><script>L</script>`, `<select><option>a</select><script></script>`, 1},
		"a template in it":               {`<select><template></select><script>L</script>`, `<select><template></select><script>L</script>`, 0},
		"formulas":                       {`<math></math><script>L</script>`, `<math></math><script>L</script>`, 0},
		"plain text to the end":          {`<plaintext><script>L</script>`, `<plaintext><script>L</script>`, 0},
		"less-than signs that open not":  {`a < b <3 </ <script>L</script>`, `a < b <3 </ <script>L</script>`, 0},
	} {
		page, want := strings.ReplaceAll(c.page, "L", long), strings.ReplaceAll(c.kept, "L", long)
		s := strip([]byte(page), true)
		kept, err := io.ReadAll(s)
		require.NoError(t, err)
		assert.Equal(t, want, string(kept), name)
		assert.Len(t, s.scripts, c.scripts, name)
		requireStripped(t, page, minLeftOut)
		requireStripped(t, page, 1)
	}
}

// TestStrippedScriptsAreCarried: an article that a page carries in a script is found there.
func TestStrippedScriptsAreCarried(t *testing.T) {
	text := strings.Repeat("The council met on Monday, and the mayor of the town spoke for an hour about the bridge. ", 8)
	page := `<title>The mayor speaks of the bridge</title><meta property="og:type" content="article"><meta property="og:title" content="The mayor speaks of the bridge">` +
		`<script>window.state = {"title": "The mayor speaks of the bridge", "body": "` + text + `"}</script>`
	a, err := Parse(strings.NewReader(page), nil)
	require.NoError(t, err)
	assert.Contains(t, a.Text(), "spoke for an hour about the bridge")
}

// requireStripped holds strip to its plain twin: the parser makes the same tree
// of what is kept as of the whole page, but for the text of scripts and style
// sheets, and, unless all are kept, attributes.
func requireStripped(t *testing.T, page string, least int) {
	t.Helper()
	for _, all := range []bool{true, false} {
		whole, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
		if err != nil {
			return
		}
		s := strip([]byte(page), all)
		s.least = least
		part, err := html.ParseWithOptions(s, html.ParseOptionEnableScripting(false))
		if errors.Is(err, errFlood) {
			return
		}
		require.NoError(t, err)
		texts, found := emptyScripts(whole), emptyScripts(part)
		if !all {
			leaveUnasked(whole, true)
			leaveUnasked(part, true)
		}
		require.Equal(t, dumpTree(whole), dumpTree(part), page)
		for _, s := range s.scripts {
			found = append(found, strings.ReplaceAll(string(withNewlines(s)), "\x00", "\uFFFD"))
		}
		for _, s := range texts {
			require.Contains(t, found, s, "text that is lost")
		}
	}
}

// leaveUnasked takes out of a tree the attributes that nobody asks for; all of
// formatting elements stay where these are kept.
func leaveUnasked(n *html.Node, formatting bool) {
	var name tagName
	name.read([]byte(strings.ToLower(n.Data)), 0)
	e, asked := name.element(), asksMost
	if e != nil {
		asked = e.asked
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		text := []byte(a.Key + `="` + a.Val + `"`)
		return asked.of(&attribute{0, len(a.Key), len(text)}, text) == "" && !(formatting && e != nil && e.kind == formattingElement)
	})
	if len(n.Attr) == 0 {
		n.Attr = nil
	}
	for c := range n.ChildNodes() {
		leaveUnasked(c, formatting)
	}
}

// leaveSpace takes comments out of a tree, joins the texts that they separated, and folds their white space away.
func leaveSpace(n *html.Node) {
	var next *html.Node
	for c := n.FirstChild; c != nil; c = next {
		if next = c.NextSibling; c.Type == html.CommentNode {
			n.RemoveChild(c)
			continue
		}
		for c.Type == html.TextNode && next != nil && (next.Type == html.TextNode || next.Type == html.CommentNode) {
			if next.Type == html.TextNode {
				c.Data += next.Data
			}
			n.RemoveChild(next)
			next = c.NextSibling
		}
		leaveSpace(c)
		if c.Type == html.TextNode {
			if c.Data = strings.Join(strings.FieldsFunc(c.Data, isSpaceRune), " "); c.Data == "" {
				n.RemoveChild(c)
			}
		}
	}
}

func isSpaceRune(r rune) bool { return r < 0x80 && isTagSpace(byte(r)) }

// blockTexts are the texts of a page's blocks.
func blockTexts(root *html.Node) (texts []string) {
	for _, b := range cut(root, 0).blocks {
		texts = append(texts, b.text)
	}
	return texts
}

// dumpTree writes all of a tree, also of one that html.Render refuses.
func dumpTree(root *html.Node) string {
	var b strings.Builder
	var dump func(n *html.Node, depth int)
	dump = func(n *html.Node, depth int) {
		fmt.Fprintf(&b, "%*s%d %s %q %q\n", depth, "", n.Type, n.Namespace, n.Data, n.Attr)
		for c := range n.ChildNodes() {
			dump(c, depth+1)
		}
	}
	dump(root, 0)
	return b.String()
}

// emptyScripts takes the text out of scripts and style sheets and returns that of the scripts.
func emptyScripts(root *html.Node) (texts []string) {
	for n := range root.Descendants() {
		if n.Namespace != "" || n.DataAtom != atom.Script && n.DataAtom != atom.Style || n.FirstChild == nil {
			continue
		}
		if n.DataAtom == atom.Script {
			texts = append(texts, n.FirstChild.Data)
		}
		n.RemoveChild(n.FirstChild)
	}
	return texts
}

// TestStrippedIsReadWhole reads what is kept in ever smaller steps.
func TestStrippedIsReadWhole(t *testing.T) {
	page := []byte(strings.Repeat(`<p class=a onclick="b"><script>a</script>b`, 1000))
	want := []byte(strings.Repeat(`<p class=a ><script>a</script>b`, 1000))
	assert.NoError(t, iotest.TestReader(strip(page, false), want))
	assert.NoError(t, iotest.TestReader(strip(nil, false), nil))
}

// TestStripUnasked: what nobody asks for is left out where the tag means the same without it.
func TestStripUnasked(t *testing.T) {
	for page, want := range map[string]string{
		`<p data-x="1" class="a" onclick='b()' id=c data-y=2>`: `<p class="a" id=c >`,
		`<P DATA-X="1" CLASS="a">`:                             `<P CLASS="a">`,
		`<br data-x/>`:                                         `<br />`,
		`<br data-x />`:                                        `<br />`,
		`<br data-x=1/>`:                                       `<br data-x=1/>`, // the slash is the value's, and closes the tag
		`<br data-x="1"/>`:                                     `<br />`,
		`<svg a=1 a=2/></svg><desc>`:                           `<svg a=1 a=2/></svg><desc>`, // a second a is none, so that the slash closes the tag
		`<br/data-x>`:                                          `<br/data-x>`,
		`<p hidden data-x="1"=b>`:                              `<p hidden data-x="1"=b>`, // =b would be the value of hidden
		`<p hidden data-x = "1" class=a>`:                      `<p hidden class=a>`,
		`<p a="1"class=b c="2"id=d>`:                           `<p class=b id=d>`,
		`<p data-x=>a`:                                         `<p >a`,
		`<p data-x="1" `:                                       `<p data-x="1" `, // no tag at all
		`<b data-x=1><i data-y><a data-z href=/a>`:             `<b data-x=1><i data-y><a href=/a>`,
		`<p data-x=1`:                                          `<p data-x=1`,
		`<svg viewBox="0"><title>a</title><path d="M1"/></svg>`: `<svg ><title>a</title><path /></svg>`,
		`<font color=red size=1><svg>`:                          `<font color=red size=1><svg>`,
		`</p data-x>`:                                           `</p data-x>`,
	} {
		kept, err := io.ReadAll(strip([]byte(page), false))
		require.NoError(t, err)
		assert.Equal(t, want, string(kept))
		requireStripped(t, page, minLeftOut)
	}
}

// asksForEach says whether attr(n, value) is called in a range, with each of its values.
func asksForEach(n *ast.RangeStmt) (asks bool) {
	value, _ := n.Value.(*ast.Ident)
	ast.Inspect(n.Body, func(in ast.Node) bool {
		if call, ok := in.(*ast.CallExpr); ok && fmt.Sprint(call.Fun) == "attr" && value != nil {
			arg, ok := call.Args[1].(*ast.Ident)
			asks = asks || ok && arg.Name == value.Name
		}
		return true
	})
	return asks
}

// TestAskedAttributes: whatever the code asks an element for is left in.
func TestAskedAttributes(t *testing.T) {
	paths, err := filepath.Glob("*.go")
	require.NoError(t, err)
	asked := slices.Concat(lazyAttributes[:], lazySrcsets[:])
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			asked = append(asked, asksFor(n)...)
			return true
		})
	}
	assert.Greater(t, len(asked), 60)
	for _, name := range asked {
		assert.Equal(t, name, askedName(packText(name)))
	}
}

// asksFor returns the names of attributes in attr(n, "…"), in a range over such
// names, and in switch a.Key.
func asksFor(n ast.Node) (names []string) {
	var exprs []ast.Expr
	switch n := n.(type) {
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "attr" || f.Name == "hasAttr") {
			exprs = n.Args[1:]
		}
	case *ast.RangeStmt:
		if list, ok := n.X.(*ast.CompositeLit); ok && asksForEach(n) {
			exprs = list.Elts
		}
	case *ast.SwitchStmt:
		if key, ok := n.Tag.(*ast.SelectorExpr); ok && key.Sel.Name == "Key" {
			for _, c := range n.Body.List {
				exprs = append(exprs, c.(*ast.CaseClause).List...)
			}
		}
	}
	for _, e := range exprs {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			names = append(names, strings.Trim(lit.Value, `"`))
		}
	}
	return names
}

func TestStripOfTestPages(t *testing.T) {
	for _, path := range testPages(t) {
		requireStripped(t, string(readPageFile(t, path)), minLeftOut)
	}
}

// fragments are what pages are made of that a reader of tags can trip over.
var fragments = strings.Split("<script>|</script>|<script |</script |<style>|</style>|<svg>|</svg>|<svg |<math>|</math>|<title>|</title>|<textarea>|</textarea>|"+
	"<select>|</select>|<option>|<template>|</template>|<table>|</table>|<tr>|<td>|<p>|</p>|<div>|</div>|<b>|</b>|<body>|<head>|</head>|<frameset>|<noframes>|</noframes>|"+
	"<noscript>|</noscript>|<iframe>|</iframe>|<xmp>|</xmp>|<noembed>|<desc>|</desc>|<foreignObject>|</foreignObject>|<plaintext>|<br/>|<input>|<!--|-->|--!>|<!-->|<![CDATA[|]]>|<!x|<?|</|<|/|>|-|=|a=| |\"|'|a|json|text|<path>|</path>|<g |</g>|class=|hidden| <div> | </div> | <b> |</a>|<a>| |\n<pre>|</pre> |<hr> |<li> |</li> |<meta> |<link>|<h2> |<button>|<td> | </table> |<span>|</span>| </section>  |b|<!-- x -->|<font |color|\x00|\r\n", "|")

// fragmentPage makes a page of fragments, one for each byte.
func fragmentPage(picks []byte) string {
	var b strings.Builder
	for _, k := range picks {
		b.WriteString(fragments[int(k)%len(fragments)])
	}
	return b.String()
}

func TestStripOfFragments(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 10000 {
		picks := make([]byte, 3+r.IntN(60))
		for i := range picks {
			picks[i] = byte(r.IntN(len(fragments)))
		}
		requireStripped(t, fragmentPage(picks), 1)
	}
}

// FuzzStrip holds strip to its plain twin on pages made of fragments.
func FuzzStrip(f *testing.F) {
	f.Add([]byte("fragments"))
	f.Fuzz(func(t *testing.T, picks []byte) { requireStripped(t, fragmentPage(picks), 1) })
}

// BenchmarkStrip reads the pages of BenchmarkParse as they are read before they are parsed.
func BenchmarkStrip(b *testing.B) {
	benchmarkPages(b, func(page []byte) { _, _ = io.Copy(io.Discard, strip(page, false)) })
}
