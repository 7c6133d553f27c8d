package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parsePage parses a literal as Parse does.
func parsePage(t testing.TB, s string) *html.Node {
	t.Helper()
	doc, err := html.ParseWithOptions(strings.NewReader(s), html.ParseOptionEnableScripting(false))
	require.NoError(t, err)
	return doc
}

func cutPage(t testing.TB, s string) *page {
	t.Helper()
	return cut(parsePage(t, s), len(s))
}

// blockList is a page's blocks in short: the text, or the element in brackets.
func blockList(p *page) []string {
	out := []string{}
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.kind == textBlock {
			out = append(out, b.text)
		} else {
			out = append(out, "<"+b.node.Data+">")
		}
	}
	return out
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       []string
	}{
		{"paragraphs", "<p>One.</p><p>Two.</p>", []string{"One.", "Two."}},
		{"two <br> cut", "One.<br><br>Two.", []string{"One.", "Two."}},
		{"white space between two <br>", "One.<br> \n <br>\nTwo.", []string{"One.", "Two."}},
		{"three <br> cut once", "One.<br><br><br>Two.", []string{"One.", "Two."}},
		{"one <br> is a line break", "<p>One.<br>\n Two.</p>", []string{"One.\nTwo."}},
		{"<br> at the ends is nothing", "<p><br>One.<br></p>", []string{"One."}},
		{"one <br>, text, one <br>", "<p>One.<br>Two.<br>Three.</p>", []string{"One.\nTwo.\nThree."}},
		{"bare text in a div", "<div>One.<p>Two.</p>Three.</div>", []string{"One.", "Two.", "Three."}},
		{"text around a list", "<div>One:<ul><li>a<li>b</ul>Two.</div>", []string{"One:", "a", "b", "Two."}},
		{"a paragraph around an image", "<p><img src=a></p>", []string{"<img>"}},
		{"an image in a run follows it", "<p>One <img src=a> two.</p><p>Three.</p>", []string{"One two.", "<img>", "Three."}},
		{"an image before the text stands before it", "<p><img src=a>One.</p>", []string{"<img>", "One."}},
		{"two images in a run keep their order", "<p>One<img src=a><input><video></video>two.</p>", []string{"One", "<img>", "<video>", "two."}},
		{"span soup", "<div><span><span>The </span></span><span>br</span><span>idge<span> opens.</span></span></div>", []string{"The bridge opens."}},
		{"white space between spans", "<p><b>The</b> <i>bridge</i>\n<span>opens</span>.</p>", []string{"The bridge opens."}},
		{"no white space where none is", "<p>a<b>b</b>c</p>", []string{"abc"}},
		{"a block in a link splits its text", "<a href=x>One<div>Two</div>Three</a>", []string{"One", "Two", "Three"}},
		{"custom elements between paragraphs", "<div>One.<x-card>Two.</x-card>Three.</div>", []string{"One.", "Two.", "Three."}},
		{"custom elements in a paragraph", "<p>One <x-term>two</x-term> three.</p>", []string{"One two three."}},
		{"custom elements in a heading", "<h2>One <x-term>two</x-term></h2>", []string{"One two"}},
		{"a custom image", "<div>One.</div><amp-img src=a></amp-img>", []string{"One.", "<amp-img>"}},
		{"an emoji is text", `<p>Done <img class="emoji" alt="🎉" src=a>!</p>`, []string{"Done 🎉!"}},
		{"an emoji of letters is an image", `<p>Done <img class="emoji" alt="party" src=a>!</p>`, []string{"Done !", "<img>"}},
		{"an image with such an alt alone is one", `<p>Done <img alt="🎉" src=a>!</p>`, []string{"Done !", "<img>"}},
		{"svg and math", "<p>One <svg><title>no</title><text>no</text></svg><math><mi>no</mi></math>two.</p>", []string{"One two."}},
		{"HTML inside svg", "<svg><foreignObject><p>One.</p></foreignObject></svg>", []string{"One."}},
		{"scripts, styles, templates", "<p>One.</p><script>no</script><style>no</style><template><p>no</p></template><p>Two.</p>", []string{"One.", "Two."}},
		{"a script within a run does not cut it", "<p>One <script>no</script>two.</p>", []string{"One two."}},
		{"form fields", "<form>One.<select><option>no</select><textarea>no</textarea><input value=no></form>", []string{"One."}},
		{"comments", "<p>One <!-- no -->two.</p>", []string{"One two."}},
		{"pre keeps its lines", "<pre>a {\n\tb\n}\n</pre>", []string{"a {\n\tb\n}"}},
		{"noscript is elements", "<noscript><img src=a><p>One.</p></noscript>", []string{"<img>", "One."}},
		{"embeds", "<p>One.</p><iframe src=a></iframe><audio src=b>no</audio>", []string{"One.", "<iframe>", "<audio>"}},
		{"an embed cuts a run", "<div>One.<iframe></iframe>Two.</div>", []string{"One.", "<iframe>", "Two."}},
		{"picture", "<picture><source srcset=a><img src=b></picture>", []string{"<img>"}},
		{"<wbr> and soft hyphens", "<p>Brücken<wbr>bau, Brücken&shy;bau</p>", []string{"Brückenbau, Brückenbau"}},
		{"white space alone is no block", "<div> \n&nbsp; <p>&nbsp;</p></div>", []string{}},
		{"table cells", "<table><caption>A</caption><tr><th>B<td>C</table>", []string{"A", "B", "C"}},
		{"definition lists", "<dl><dt>A<dd>B</dl>", []string{"A", "B"}},
		{"<hr> cuts", "<div>One.<hr>Two.</div>", []string{"One.", "Two."}},
		{"nothing", "", []string{}},
	} {
		assert.Equal(t, c.want, blockList(cutPage(t, c.page)), c.name)
	}
}

func TestCutKeepsBoxes(t *testing.T) {
	p := cutPage(t, `<article class="story-body"><h2>A</h2><div id=byline>B</div></article><footer>C</footer>`)
	require.Len(t, p.blocks, 3)
	a, b, c := &p.boxes[p.blocks[0].box], &p.boxes[p.blocks[1].box], &p.boxes[p.blocks[2].box]
	assert.Equal(t, atom.H2, a.tag)
	assert.Equal(t, inArticle|inHeading, a.in)
	assert.Equal(t, markArticle|markBody, a.up)
	assert.Equal(t, markByline, b.marks)
	assert.Equal(t, inArticle, b.in)
	assert.Equal(t, inFooter, c.in)
	assert.Zero(t, c.up)
	article := &p.boxes[a.parent]
	assert.Equal(t, atom.Article, article.tag)
	assert.Equal(t, [2]int32{0, 2}, [2]int32{article.first, article.last})
	requireNested(t, p)
}

// requireNested checks that boxes nest and that blocks stand in their boxes.
func requireNested(t testing.TB, p *page) {
	t.Helper()
	require.Equal(t, int32(0), p.boxes[0].first)
	require.Equal(t, int32(len(p.blocks)), p.boxes[0].last)
	for i := 1; i < len(p.boxes); i++ {
		x := &p.boxes[i]
		up := &p.boxes[x.parent]
		require.Less(t, x.parent, int32(i))
		require.Equal(t, up.depth+1, x.depth)
		require.LessOrEqual(t, up.first, x.first)
		require.LessOrEqual(t, x.first, x.last)
		require.LessOrEqual(t, x.last, up.last)
	}
	for i := range p.blocks {
		b := &p.blocks[i]
		x := &p.boxes[b.box]
		require.LessOrEqual(t, x.first, int32(i))
		require.Less(t, int32(i), x.last)
		require.LessOrEqual(t, int(b.start)+len(b.text), len(p.text))
		require.Equal(t, b.text, p.text[b.start:int(b.start)+len(b.text)])
		require.LessOrEqual(t, b.link0, b.link1)
		require.LessOrEqual(t, int(b.link1), len(p.links))
	}
	for i := range p.links {
		l := &p.links[i]
		require.LessOrEqual(t, l.start, l.end)
		require.LessOrEqual(t, int(l.end), len(p.text))
	}
	for i := range p.images {
		require.Equal(t, imageBlock, p.blocks[p.images[i].block].kind)
		require.Equal(t, int32(i), p.blocks[p.images[i].block].image)
	}
}

func TestLinkRanges(t *testing.T) {
	p := cutPage(t, `<p>See <a href=x>the <b>plan</b></a> and <a href=y>map</a>.</p><p>None.</p><p><a name=z>No link</a></p>`)
	require.Len(t, p.links, 2)
	assert.Equal(t, "the plan", strings.TrimSpace(p.text[p.links[0].start:p.links[0].end]))
	assert.Equal(t, "map", strings.TrimSpace(p.text[p.links[1].start:p.links[1].end]))
	b := &p.blocks[0]
	assert.Equal(t, "See the plan and map.", b.text)
	assert.Equal(t, [2]int32{0, 2}, [2]int32{b.link0, b.link1})
	assert.InDelta(t, 11, b.linkBytes, 2, "bytes of the links, a space due before each may count")
	assert.Equal(t, p.blocks[1].link0, p.blocks[1].link1)
	assert.Zero(t, p.blocks[2].linkBytes)
}

func TestLinkAroundABlock(t *testing.T) {
	p := cutPage(t, `<a href=x><div>One</div><div>Two</div></a><p>Three</p>`)
	require.Len(t, p.links, 1)
	for i, want := range []bool{true, true, false} {
		b := &p.blocks[i]
		assert.Equal(t, want, b.link0 == 0 && b.link1 == 1, b.text)
		assert.Equal(t, want, int(b.linkBytes) == len(b.text), b.text)
	}
}

func TestLinkAroundAnImage(t *testing.T) {
	p := cutPage(t, `<a href=x><img src=a></a><img src=b>`)
	require.Len(t, p.images, 2)
	assert.Equal(t, int32(0), p.images[0].link)
	assert.Equal(t, int32(-1), p.images[1].link)
	assert.Equal(t, p.links[0].start, p.links[0].end, "a link without text is an empty range")
}

// TestNestedLinks: the parser makes none; a caller's tree may have them.
func TestNestedLinks(t *testing.T) {
	doc := parsePage(t, `<p><a href=x>One <span></span> three</a></p>`)
	span := findNode(doc, "span")
	inner := &html.Node{Type: html.ElementNode, Data: "a", DataAtom: atom.A, Attr: []html.Attribute{{Key: "href", Val: "y"}}}
	inner.AppendChild(&html.Node{Type: html.TextNode, Data: "two"})
	span.AppendChild(inner)
	p := cut(doc, 0)
	require.False(t, p.unsound)
	require.Equal(t, []string{"One two three"}, blockList(p))
	require.Len(t, p.links, 2)
	assert.Equal(t, "two", strings.TrimSpace(p.text[p.links[1].start:p.links[1].end]))
	assert.Equal(t, "One two three", p.text[p.links[0].start:p.links[0].end])
	requireNested(t, p)
}

func findNode(n *html.Node, tag string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == tag {
			return d
		}
	}
	return nil
}

func TestHidden(t *testing.T) {
	for attrs, want := range map[string]bool{
		`hidden`: true, `aria-hidden="true"`: true, `style="display:none"`: true, `style="color:red; display: none !important"`: true,
		`style="visibility:hidden"`: true, `style="visibility: hidden"`: true,
		``: false, `aria-hidden="false"`: false, `style="display:block"`: false, `style="visibility:visible"`: false, `class="x"`: false,
	} {
		p := cutPage(t, `<div `+attrs+`><p>One.</p></div>`)
		assert.Equal(t, want, p.boxes[p.blocks[0].box].in&inHidden != 0, "a box with %s", attrs)
		p = cutPage(t, `<p><span `+attrs+`>One sentence that is too long to be a remark for screen readers.</span></p>`)
		assert.Equal(t, want, p.blocks[0].style&styleHidden != 0, "a span with %s", attrs)
	}
	p := cutPage(t, `<p>One <span hidden>sentence that is too long to be a remark for screen readers alone</span></p>`)
	assert.Zero(t, p.blocks[0].style&styleHidden, "not the whole run")
	p = cutPage(t, `<p class="visually-hidden">One</p>`)
	assert.Equal(t, markHidden, p.boxes[p.blocks[0].box].marks)
}

// TestRemarksForScreenReadersAreNoText: "opens in a new tab" stands in many a sentence, and nobody sees it.
func TestRemarksForScreenReadersAreNoText(t *testing.T) {
	for attrs, want := range map[string]string{
		`class="sr-only"`: "The report, says", `class="screen-reader-text"`: "The report, says", `class="x visually-hidden"`: "The report, says",
		`style="position:absolute;clip:rect(0 0 0 0);width:1px"`: "The report, says", `style="display:none"`: "The report, says", `hidden`: "The report, says",
		`aria-hidden="true"`: "The report (opens in a new tab), says", `class="note"`: "The report (opens in a new tab), says",
	} {
		p := cutPage(t, `<p>The report<span `+attrs+`> (opens in a new tab)</span>, says</p>`)
		assert.Equal(t, want, p.blocks[0].text, attrs)
	}
}

func TestStyles(t *testing.T) {
	for page, want := range map[string]style{
		"<p><b>One</b></p>": styleBold, "<p><strong><em>One</em></strong></p>": styleBold | styleItalic,
		"<p><b>One</b> two</p>": 0, "<p><b>One</b> <b>two</b></p>": styleBold, "<p><i>One</i> <b>two</b></p>": 0,
		"<p><cite>One</cite></p>": styleItalic | styleCite, "<button>One</button>": styleButton, "<label>One</label>": styleLabel,
		"<time>One</time>": styleTime, "<small>One</small>": styleSmall, "<p><code>One</code></p>": styleCode, "<pre>One</pre>": styleCode,
	} {
		p := cutPage(t, page)
		require.Len(t, p.blocks, 1, page)
		assert.Equal(t, want, p.blocks[0].style, page)
	}
	p := cutPage(t, "<p><b>One</b> two</p>")
	assert.Equal(t, int32(3), p.blocks[0].boldBytes)
}

func TestMarksOfInlineElements(t *testing.T) {
	p := cutPage(t, `<p><span class="author-name">Jane</span> <span class=date>Monday</span></p><p>Two</p>`)
	assert.Equal(t, markByline|markDate, p.blocks[0].marks)
	assert.Zero(t, p.blocks[1].marks)
	p = cutPage(t, `<div><span class=date><div>One</div></span></div>`)
	assert.Zero(t, p.blocks[0].marks, "marks of inline elements end at a box")
}

func TestSignatures(t *testing.T) {
	p := cutPage(t, `<p class=a>1</p><p class=a id=x>2</p><p class=b>3</p><div class=a>4</div>`)
	sig := func(i int) int32 { return p.boxes[p.blocks[i].box].sig }
	assert.Equal(t, sig(0), sig(1))
	assert.NotEqual(t, sig(0), sig(2))
	assert.NotEqual(t, sig(0), sig(3))
}

func TestHeadsTimesAndLanguage(t *testing.T) {
	p := cutPage(t, `<html lang="de-AT"><title>T</title><meta name=a><body><p>One</p><time>Two</time><script type="application/ld+json">{}</script>`)
	assert.Equal(t, "de-AT", p.lang)
	var heads []string
	for _, n := range p.heads {
		heads = append(heads, n.Data)
	}
	assert.Equal(t, []string{"title", "meta", "script"}, heads)
	require.Len(t, p.times, 1)
	assert.Equal(t, "Two", p.blocks[p.times[0].block].text)
}

func TestNoscriptImages(t *testing.T) {
	p := cutPage(t, `<body><img src=a><noscript><img src=b></noscript>`)
	require.Len(t, p.images, 2)
	assert.False(t, p.images[0].noscript)
	assert.True(t, p.images[1].noscript)
}

// TestUnsoundTrees: a tree that a caller has knotted ends the walk there, and is said to be unsound.
func TestUnsoundTrees(t *testing.T) {
	const page = `<body><div id=a><p>One</p></div><div id=b><p>Two</p></div></body>`
	for name, knot := range map[string]func(body, a, b *html.Node){
		"a child that is its own ancestor":  func(body, a, b *html.Node) { b.FirstChild.FirstChild = body },
		"a child that is itself":            func(body, a, b *html.Node) { b.FirstChild = b },
		"a sibling that is itself":          func(body, a, b *html.Node) { b.NextSibling = b },
		"a sibling that stood before":       func(body, a, b *html.Node) { b.NextSibling = a },
		"a sibling that is the parent":      func(body, a, b *html.Node) { b.NextSibling = body },
		"a sibling that is the root":        func(body, a, b *html.Node) { b.NextSibling = body.Parent.Parent },
		"a child of two parents":            func(body, a, b *html.Node) { b.FirstChild = a.FirstChild },
		"a child without a parent":          func(body, a, b *html.Node) { b.FirstChild.Parent = nil },
		"a child with an older sibling":     func(body, a, b *html.Node) { b.FirstChild.PrevSibling = a },
		"a cycle of siblings that agree":    func(body, a, b *html.Node) { b.NextSibling, a.PrevSibling = a, b },
		"a cycle of parent and child agree": func(body, a, b *html.Node) { b.FirstChild, body.Parent = body, b },
	} {
		t.Run(name, func(t *testing.T) {
			doc := parsePage(t, page)
			body := findNode(doc, "body")
			knot(body, body.FirstChild, body.FirstChild.NextSibling)
			p := cut(doc, 0)
			assert.True(t, p.unsound)
			assert.LessOrEqual(t, len(p.blocks), 2)
			_, err := ParseNode(doc, nil)
			require.ErrorIs(t, err, ErrNoArticle)
			_, err = ParseNode(doc, &Options{Selectors: &Selectors{Title: "p"}})
			require.ErrorContains(t, err, "selectors need a tree")
		})
	}
	p := cutPage(t, page)
	assert.False(t, p.unsound)
}

// TestCutOfAPart: the root of the walk may have siblings and a parent; they are not walked.
func TestCutOfAPart(t *testing.T) {
	doc := parsePage(t, `<div id=a><p>One</p></div><div id=b><p>Two</p></div>`)
	div := findNode(doc, "div")
	p := cut(div, 0)
	assert.Equal(t, []string{"One"}, blockList(p))
	assert.False(t, p.unsound)
	assert.Equal(t, []string{"x"}, blockList(cut(&html.Node{Type: html.TextNode, Data: "x"}, 0)), "a text node by itself")
}

// TestDeepTrees: nesting beyond the cap is left out, and nothing recurses.
func TestDeepTrees(t *testing.T) {
	root := &html.Node{Type: html.DocumentNode}
	at := root
	for range 3 * maxNesting {
		n := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
		at.AppendChild(n)
		at = n
	}
	at.AppendChild(&html.Node{Type: html.TextNode, Data: "deep"})
	root.AppendChild(&html.Node{Type: html.TextNode, Data: "shallow"})
	p := cut(root, 0)
	assert.Equal(t, []string{"shallow"}, blockList(p))
}

func TestCapsOfThePage(t *testing.T) {
	p := cutPage(t, strings.Repeat("<meta name=a>", maxHeads+10)+strings.Repeat("<img src=a>", maxImages+10)+strings.Repeat("<time>x</time>", maxHeads+10))
	assert.Len(t, p.heads, maxHeads)
	assert.Len(t, p.images, maxImages)
	assert.Len(t, p.times, maxHeads)
	requireNested(t, p)
}

func FuzzCut(f *testing.F) {
	f.Add("<p>One <a href=x>two<div>three</a>four<img src=a><br><br>five")
	f.Add("<pre>a\n</pre><x-y><amp-img></x-y><svg><p>z")
	f.Add("<table>x<p>y<tr><td><a href=q><b>z")
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := html.ParseWithOptions(strings.NewReader(s), html.ParseOptionEnableScripting(false))
		if err != nil {
			return
		}
		p := cut(doc, len(s))
		if p.unsound {
			t.Fatal("the parser's own tree is unsound")
		}
		requireNested(t, p)
		for i := range p.blocks {
			if b := &p.blocks[i]; b.kind == textBlock && b.text == "" {
				t.Fatalf("block %d of %q has no text", i, s)
			}
		}
	})
}

// TestForgottenEndTags: an element that is never closed swallows no article. The
// parser leaves it open around all that follows.
func TestForgottenEndTags(t *testing.T) {
	plain := parseStory(t, storyPage("", ""))
	for _, tag := range []string{
		"<nav>Menu", "<header>Site", "<footer>Foot", "<aside>Aside", "<form>Form", "<a href=/x>Home", "<b>Bold", "<figure><img src=a.jpg>", "<blockquote>Quote", "<button>Go",
		"<details><summary>More</summary>", "<table><tr><td>", "<h2>Sport", "<dialog>Hello", "<noscript>", "<p>", "<address>Street", "<pre>x", "<span hidden>x", "<label>x", "<svg>", "<font>", "<center>",
	} {
		for place, before := range map[string]string{"before the text": `<div class="story-body">`, "before the headline": `<main>`} {
			t.Run(tag+" "+place, func(t *testing.T) {
				a := parseStory(t, strings.Replace(storyPage("", ""), before, tag+before, 1))
				got := strings.TrimLeft(strings.TrimPrefix(bodyText(a), plain.Title), "\n") // a heading where the menu is not closed; a figure has no text
				assert.Equal(t, bodyText(plain), got)
				assert.Equal(t, plain.Title, a.Title)
			})
		}
	}
}

// TestAHeadingThatIsNeverClosed: paragraphs in a heading that has text are none of it; one that is all of it is.
func TestAHeadingThatIsNeverClosed(t *testing.T) {
	page := strings.Replace(storyPage("", ""), "Harbour bridge opens early</h1>", "Harbour bridge opens early", 1)
	a := parseStory(t, page)
	assert.Equal(t, "Harbour bridge opens early", a.Title)
	assert.Equal(t, bodyText(parseStory(t, storyPage("", ""))), bodyText(a))

	p := cut(parsePage(t, `<h1><p>Title</p></h1><h2><p>Kicker</p><div>Title</div></h2><h3>Title<p>text<ul><li>item</ul></h3>`), 0)
	var in []bool
	for i := range p.blocks {
		in = append(in, p.boxes[p.blocks[i].box].in&inHeading != 0)
	}
	assert.Equal(t, []bool{true, true, true, true, false, false}, in)
}

// TestLine: a block's line is its text with all white space folded, as it would be if nothing were known of it.
func TestLine(t *testing.T) {
	for _, path := range testPages(t) {
		p := cut(parsePage(t, string(readPageFile(t, path))), 0)
		for i := range p.blocks {
			assert.Equal(t, foldSpace(p.blocks[i].text), p.blocks[i].line())
		}
	}
	p := cut(parsePage(t, "<p> One \u00a0 two<br> <br/>three\u200b<br>\nfour\u2009<pre>a  b\n\tc</pre><p><code>d</code>\u3000 e <br> "), 0)
	var lines []string
	for i := range p.blocks {
		lines = append(lines, p.blocks[i].line())
		assert.Equal(t, foldSpace(p.blocks[i].text), p.blocks[i].line())
	}
	assert.Equal(t, []string{"One two", "three four", "a b c", "d e"}, lines)
}

func TestBlockPlace(t *testing.T) {
	for tag, want := range blockTags {
		in, ok := blockPlace(tag)
		assert.True(t, ok, tag)
		assert.Equal(t, want, in, tag)
	}
	for _, tag := range []atom.Atom{0, atom.Span, atom.A, atom.B, atom.Img, atom.Script, atom.Tt} {
		_, ok := blockPlace(tag)
		assert.False(t, ok, tag)
	}
}

func TestHidesVisually(t *testing.T) {
	for class, want := range map[string]bool{
		"": false, "sr-only": true, "a sr-only": true, "screen-reader-text": true, "visuallyhidden": true, "visually-hidden": true,
		"is-visually-hidden": true, "suallyhidden": false, "visually hidden": false, "screen": false, "class-names": false, "s": false,
	} {
		assert.Equal(t, want, hidesVisually(class), class)
	}
}
