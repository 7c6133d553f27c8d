package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// testPage is a page of the library's own test data.
func testPage(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "pages", name+".html"))
	require.NoError(t, err)
	return string(data)
}

// quiet asserts that the page said nothing to the console and asked for nothing.
func (b *tab) quiet() {
	b.Helper()
	messages, requests := b.noted()
	assert.Empty(b, messages)
	assert.Empty(b, requests)
}

func TestFilters(t *testing.T) {
	b := open(t, report(t, testPage(t, "readme")))
	shown := func(role string) int { return b.count(".block." + role) }
	assert.Equal(t, 19, shown("block"))

	b.click(`.filters input[value="paragraph"]`)
	assert.Equal(t, []int{15, 0, 4}, []int{b.count(".block"), shown("paragraph"), shown("boilerplate")})
	b.click(`.filters input[value="paragraph"]`)
	assert.Equal(t, 19, b.count(".block"))

	b.click(`[data-show="kept"]`)
	assert.Equal(t, []int{15, 4, 0}, []int{b.count(".block"), shown("paragraph"), shown("boilerplate")})
	b.click(`[data-show="dropped"]`)
	assert.Equal(t, []int{4, 0, 4}, []int{b.count(".block"), shown("paragraph"), shown("boilerplate")})
	b.click(`[data-show="all"]`)
	assert.Equal(t, 19, b.count(".block"))
	assert.Equal(t, 11, b.count(".part"), "filters leave the Article alone")
	b.quiet()
}

func TestHighlights(t *testing.T) {
	b := open(t, report(t, testPage(t, "readme")))
	lit := func() string {
		return eval[string](b, "[...document.querySelectorAll('.lit')].map(e => e.id || e.dataset.part).join(' ')")
	}
	assert.Empty(t, lit())
	b.click(`.part[data-part="body-2"] .from`)
	assert.Equal(t, "b6 b7 body-2", lit(), "a quote, and its two blocks")
	b.click(`#b4 .number`)
	assert.Equal(t, "b4 body-0", lit(), "a block, and its paragraph")
	b.click(`#b12`)
	assert.Equal(t, "b12", lit(), "a block that went nowhere")

	b.click(`[data-show="dropped"]`)
	b.click(`.part[data-part="body-1"]`)
	assert.Equal(t, 4, b.count(".block.paragraph"), "what is asked for is shown again")
	assert.Equal(t, 0, b.count(".block.related"))
	b.press("Escape")
	assert.Empty(t, lit())
	b.quiet()
}

// TestKeyboard reaches the filters and the parts with the keyboard alone.
func TestKeyboard(t *testing.T) {
	b := open(t, report(t, testPage(t, "readme")))
	focused := func() string {
		return eval[string](b, "document.activeElement.value || document.activeElement.dataset.show || document.activeElement.className || document.activeElement.id || document.activeElement.tagName")
	}
	var order []string
	for range 40 {
		b.press("Tab")
		order = append(order, focused())
	}
	for _, want := range []string{"headline", "boilerplate", "all", "dropped", "blocks", "number", "article", "from"} {
		assert.Contains(t, order, want)
	}
	eval[bool](b, `document.querySelector('.filters input[value="paragraph"]').focus() || true`)
	b.press(" ")
	assert.Equal(t, 0, b.count(".block.paragraph"))
	eval[bool](b, `document.querySelector('.part[data-part="title"] .from').focus() || true`)
	b.press("Enter")
	assert.Equal(t, 1, b.count("#b1.lit"))
	b.quiet()
}

// hostile are the ways a page may try to run something in the report.
var hostile = []string{
	`</script><script>window.hit=1</script>`, `</style><script>window.hit=1</script>`, `<img src=x onerror="window.hit=1">`,
	`<svg onload="window.hit=1">`, `--><script>window.hit=1</script>`, `{{"<script>window.hit=1</script>"}}`, `" onmouseover="window.hit=1" x="`,
	`<iframe srcdoc="<script>parent.hit=1</script>"></iframe>`, `<a href="javascript:window.hit=1">x</a>`, `</title><script>window.hit=1</script>`,
	`<meta http-equiv="refresh" content="0;url=javascript:window.hit=1">`, `<base href="https://evil.example/">`,
}

// hostilePage prints all of hostile as text, in every place that a report shows.
func hostilePage() string {
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace
	all := escape(strings.Join(hostile, " "))
	var text strings.Builder
	for _, h := range hostile {
		fmt.Fprintf(&text, "<p>The council said on Friday that the bridge %s would be reopened in the spring, and the ferry, which the town likes, goes on.</p>\n", escape(h))
	}
	return `<html lang="en"><head><title>Bridge ` + all + `</title><script>window.hit=1</script></head>
<body onload="window.hit=1"><article class="` + all + `" id="` + all + `"><h1>Bridge ` + all + `</h1>
<p class="byline">By <a rel="author" href="javascript:window.hit=1">Mara Lindholm</a></p>` + text.String() + `
<p>See <a href="javascript:window.hit=1">the plan of the works</a> and <a href="https://plan.example/&quot;onclick=&quot;window.hit=1">the plan of the roads</a>, which the council voted for.</p>
<figure><img src="https://img.example/a.jpg?&quot;onerror=&quot;window.hit=1" alt="` + all + `" width="800" height="500"><figcaption>` + all + `</figcaption></figure>
<iframe src="https://video.example/embed/1?</script><script>window.hit=1</script>"></iframe>
<pre>` + all + `</pre>` + text.String() + `<script>window.hit=1</script></article></body></html>`
}

func TestHostilePage(t *testing.T) {
	b := open(t, report(t, hostilePage()))
	b.do(clickAll())
	assert.False(t, eval[bool](b, "'hit' in window"), "a script of the page ran")
	assert.Equal(t, 1, eval[int](b, "document.scripts.length"))
	assert.Equal(t, 0, eval[int](b, "document.querySelectorAll('iframe, img, object, embed, base, form, svg').length"))
	text := b.text("#blocks") + b.text("#article")
	for _, h := range hostile {
		assert.Contains(t, text, h, "text of the page is shown as it is")
	}
	b.click(`.filters input[value="paragraph"]`)
	assert.Equal(t, 0, b.count(".block.paragraph"), "the report's own script runs")
	b.quiet()
}

// TestPolicy: the browser refuses what the report did not come with, even
// where something got into it.
func TestPolicy(t *testing.T) {
	b := open(t, report(t, testPage(t, "readme")))
	eval[bool](b, `(() => {
		const add = (tag, set) => { const e = document.createElement(tag); set(e); document.body.append(e) };
		add('script', e => e.textContent = 'window.hit=1');
		add('img', e => { e.src = 'https://img.example/a.jpg'; e.setAttribute('onerror', 'window.hit=1') });
		add('div', e => { e.setAttribute('style', 'color: red'); e.id = 'styled' });
		return true;
	})()`)
	assert.False(t, eval[bool](b, "'hit' in window"))
	assert.NotEqual(t, "rgb(255, 0, 0)", eval[string](b, "getComputedStyle(document.getElementById('styled')).color"))
	messages, _ := b.noted()
	assert.GreaterOrEqual(t, len(messages), 3)
	for _, m := range messages {
		assert.Contains(t, m, "Content Security Policy")
	}
}

// TestNarrow: on a narrow screen the Article stands below the blocks, and
// nothing is wider than the screen.
func TestNarrow(t *testing.T) {
	file := report(t, testPage(t, "table_en"))
	for _, width := range []int64{320, 400, 800, 1280} {
		b := open(t, file)
		b.resize(width, 800)
		below := eval[bool](b, "document.getElementById('article').getBoundingClientRect().top > document.getElementById('blocks').getBoundingClientRect().top + 100")
		assert.Equal(t, width < 860, below, width)
		assert.LessOrEqual(t, eval[int64](b, "document.documentElement.scrollWidth"), width)
	}
}

// TestManyBlocks: with 20,000 blocks the report opens, filters and highlights;
// what cannot be seen is not laid out.
func TestManyBlocks(t *testing.T) {
	var page strings.Builder
	page.WriteString("<html><head><title>Twenty thousand blocks</title></head><body><article><h1>Twenty thousand blocks</h1>")
	for i := range 20000 {
		if i%2 == 0 {
			fmt.Fprintf(&page, `<p>The council said on day %d that the bridge over the river would be reopened in the spring, and that the ferry goes on.</p>`, i)
			continue
		}
		fmt.Fprintf(&page, `<div class="menu"><a href="/%d">Home</a></div>`, i)
	}
	page.WriteString("</article></body></html>")
	b := open(t, report(t, page.String()))
	all := eval[int](b, "document.querySelectorAll('.block').length")
	assert.GreaterOrEqual(t, all, 20000)
	assert.Equal(t, "auto", eval[string](b, "getComputedStyle(document.querySelector('.block')).contentVisibility"))
	dropped := b.count(".block.boilerplate")
	b.click(`.filters input[value="boilerplate"]`)
	assert.Equal(t, all-dropped, b.count(".block"))
	assert.Positive(t, b.count(".part"), "there is an Article")
	b.click(`.part[data-part="body-5"] .from`)
	assert.Positive(t, b.count(".block.lit"))
	b.quiet()
}

// TestContrast: the ink of every role is at least 4.5 times as bright or dark
// as its tint, and so is all text on its ground, in light and in dark.
func TestContrast(t *testing.T) {
	file := report(t, testPage(t, "readme"))
	for _, mode := range []string{"light", "dark"} {
		b := open(t, file)
		b.scheme(mode)
		pairs := eval[map[string]float64](b, `(() => {
			const style = getComputedStyle(document.documentElement);
			const light = name => {
				const hex = style.getPropertyValue('--' + name).trim();
				const [r, g, b] = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
				return .2126 * r + .7152 * g + .0722 * b;
			};
			const out = {};
			const pair = (ink, ground) => {
				const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
				out[ink + ' on ' + ground] = (a + .05) / (b + .05);
			};
			for (const role of ['head', 'by', 'text', 'quote', 'figure', 'source', 'related', 'gone']) pair(role, role + '-tint');
			for (const ground of ['page', 'panel', 'lit']) for (const ink of ['ink', 'soft', 'link']) pair(ink, ground);
			return out;
		})()`)
		assert.Len(t, pairs, 17)
		for pair, contrast := range pairs {
			assert.GreaterOrEqual(t, contrast, 4.5, "%s: %s", mode, pair)
		}
	}
}
