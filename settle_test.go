package newspage

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestABrokenSentenceIsOneParagraph(t *testing.T) {
	a := parseStory(t, storyPage(`<p>The council <div class="ad">Advertisement</div> approved the plan by nine votes to four on Monday night.</p>`, ""))
	assert.Contains(t, bodyText(a), "The council approved the plan by nine votes to four on Monday night.")
	assert.NotContains(t, bodyText(a), "Advertisement")
}

func TestLinesThatAreTheSitesOwn(t *testing.T) {
	for _, line := range []string{
		`<p>Visited 12 times, 3 visit(s) today</p>`,
		`<p>Advertisement</p>`,
		`<div class="newsletter-box"><h3>The morning letter</h3><p>All that matters on the coast, every day at six in your inbox.</p><form><input type=email><button>Sign up</button></form></div>`,
		`<div><h3>The morning letter</h3><p>All that matters on the coast, every day at six in your inbox. It is free.</p><form><input type="email"><button>Sign up</button></form></div>`,
		`<div><p>What do you think of it? Write to us.</p><textarea></textarea></div>`,
		`<p><a href="/a">Print version</a> <a href="/b">Send to a friend</a> <a href="/c">Larger type</a></p>`,
		`<p><a href="/mail">E-mail this story</a> <a href="/print">Print this story</a></p>`,
		`<div><span>2025-06-14T09:30:00+01:00</span></div>`,
		`<div>https://news.example/img/bridge-small.jpg</div>`,
	} {
		with := parseStory(t, storyPage(line, ""))
		without := parseStory(t, storyPage("", ""))
		assert.Equal(t, bodyText(without), bodyText(with), line)
	}
}

func TestListsAndTablesAreKeptWhole(t *testing.T) {
	a := parseStory(t, storyPage(`<p>What changes for drivers, in the order of the days:</p><ol><li>The toll is gone from Monday on.</li><li>Lorries wait.</li><li>The ramp on the north bank becomes one-way.</li></ol>
<table><tr><th>Year</th><th>Cars a day</th></tr><tr><td>2023</td><td>9,000</td></tr><tr><td>2024</td><td>11,000</td></tr></table>`, ""))
	var list, table *Block
	for i := range a.Body {
		switch a.Body[i].Kind {
		case KindList:
			list = &a.Body[i]
		case KindTable:
			table = &a.Body[i]
		}
	}
	if assert.NotNil(t, list) {
		assert.True(t, list.Ordered)
		assert.Equal(t, []string{"The toll is gone from Monday on.", "Lorries wait.", "The ramp on the north bank becomes one-way."}, list.Items)
	}
	if assert.NotNil(t, table) {
		assert.Equal(t, [][]string{{"Year", "Cars a day"}, {"2023", "9,000"}, {"2024", "11,000"}}, table.Rows)
	}
}

func TestSharePrintAndCounterLinesAreNoText(t *testing.T) {
	plain := bodyText(parseStory(t, storyPage("", "")))
	for _, c := range []struct{ name, html string }{
		{"share", `<p>Share this article</p>`},
		{"share, German", `<p>Artikel teilen</p>`},
		{"share links", `<ul><li><a href="https://social.example/share?u=1">Facebook</a></li><li><a href="https://social.example/share?u=2">WhatsApp</a></li></ul>`},
		{"comments", `<p>Leave a comment</p>`},
		{"newsletter box", `<div class="newsletter-signup"><p>Get the morning letter in your inbox every day at six.</p></div>`},
		{"paywall box", `<div class="paywall"><p>Subscribe now to read on and to support the work of the newsroom.</p></div>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, plain, bodyText(parseStory(t, storyPage(c.html, ""))))
		})
	}
}

func TestHeadingsStayWithWhatTheyStandOver(t *testing.T) {
	a := parseStory(t, storyPage(`<h2>What changes on Monday</h2>`, ""))
	var headings []Block
	for _, b := range a.Body {
		if b.Kind == KindHeading {
			headings = append(headings, b)
		}
	}
	assert.Equal(t, []Block{{Kind: KindHeading, Level: 2, Text: "What changes on Monday"}}, headings)

	over := parseStory(t, strings.Replace(storyPage("", ""), "</div></article>", "<h2>What changes on Monday</h2></div></article>", 1))
	assert.NotContains(t, bodyText(over), "What changes on Monday", "a heading over nothing is no text")
}

func TestAShortSentenceStays(t *testing.T) {
	a := parseStory(t, storyPage(`<p>Nobody was hurt.</p>`, ""))
	assert.Contains(t, bodyText(a), "Nobody was hurt.")
}

// TestAListAmidTheTextIsWhole: of a list without links between paragraphs one item that is text is enough.
func TestAListAmidTheTextIsWhole(t *testing.T) {
	for name, c := range map[string]struct {
		list string
		want int // items that are text in the end
	}{
		"amid the text":   {`<ol><li>78 million for repairs</li><li>No higher rents before the year 2005</li><li>A report every 36 weeks</li></ol>`, 3},
		"a list of links": {`<ul><li>78 million for repairs</li><li><a href="/a">No higher rents before the year 2005</a></li><li>A report every 36 weeks</li></ul>`, 1},
	} {
		doc, err := decode(strings.NewReader(storyPage(c.list, "")), &Options{})
		require.NoError(t, err)
		rd, err := newReading(doc, &Options{})
		require.NoError(t, err)
		first := true
		for i := range rd.blocks {
			switch b := &rd.blocks[i]; {
			case rd.boxes[b.box].tag == pTag && b.words > 20:
				b.role = roleParagraph
			case rd.boxes[b.box].in&inList != 0 && first:
				b.role, first = roleListItem, false
			case rd.boxes[b.box].in&inList != 0:
				b.probability = 0.5
			}
		}
		rd.settleWholes()
		items := 0
		for i := range rd.blocks {
			if rd.blocks[i].role == roleListItem {
				items++
			}
		}
		assert.Equal(t, c.want, items, name)
	}
}

// TestATableAmidTheTextStaysWhatStandsBesideIt: prompts and advertisements between paragraphs part no table from the text.
func TestATableAmidTheTextStaysWhatStandsBesideIt(t *testing.T) {
	const table = `<table><tr><th>Town</th><th>2019</th><th>2020</th></tr><tr><td>Carrow</td><td>1,793</td><td>4,680</td></tr><tr><td>Dunmere</td><td>5,604</td><td>2,621</td></tr></table>`
	const between = `<div class="ad"><p>Advertisement</p></div><aside class="newsletter"><p>Get our morning letter</p><form><input type="email"><button>Sign up</button></form></aside><div class="ad"><p>Advertisement</p></div>`
	for _, html := range []string{table, "<figure>" + table + "<figcaption>Source: the towns</figcaption></figure>"} {
		a := parseStory(t, storyPage(between+html+between, ""))
		var rows [][]string
		for _, b := range a.Body {
			if b.Kind == KindTable {
				rows = b.Rows
			}
		}
		assert.Equal(t, [][]string{{"Town", "2019", "2020"}, {"Carrow", "1,793", "4,680"}, {"Dunmere", "5,604", "2,621"}}, rows)
		assert.Nil(t, a.Source)
	}
}

// TestACallAmidTheText: a sentence over a link or button sends the reader elsewhere, in whatever language it is.
func TestACallAmidTheText(t *testing.T) {
	const prose = "Lataa ilmainen sovelluksemme ja lue ensimmäisenä mitä kaupungissasi tapahtuu."
	call := `<div class="kx1"><p>` + prose + `</p><a href="/app/">Asenna nyt</a></div>`
	card := strings.ReplaceAll(call, "kx1", "kx2")
	for name, c := range map[string]struct {
		html string
		kept bool
	}{
		"a call":                                 {call, false},
		"with a button":                          {`<div class="kx1"><p>` + prose + `</p><button>Asenna nyt</button></div>`, false},
		"twice":                                  {call + `<p>Between the two the council met once more on Monday evening, and then nobody heard of it for a year.</p>` + call, false},
		"a paragraph that ends in a link":        {`<div class="kx1"><p>` + prose + ` <a href="/app/">Asenna nyt</a></p></div>`, true},
		"no sentence":                            {`<div class="kx1"><p>Lataa ilmainen sovelluksemme nyt</p><a href="/app/">Asenna nyt</a></div>`, true},
		"under a heading":                        {`<div class="kx1"><h3>Sovellus</h3><p>` + prose + `</p><a href="/app/">Asenna nyt</a></div>`, true},
		"no class, and the text's has it itself": {strings.Replace(call, ` class="kx1"`, "", 1) + `<div>The second part of the work, on the north bank, is to begin in the spring and to end before the first frost.</div>`, false},
		"in a container of a kind of the text":   {call + `<div class="kx1"><p>The second part of the work, on the north bank, is to begin in the spring and to end before the first frost.</p></div>`, true},
		"a page made of them":                    {strings.Repeat(card, maxCalls+1), true},
	} {
		rd := readingFor(t, storyPage(c.html, ""))
		rd.findHeadline()
		for i := range rd.blocks {
			switch b := &rd.blocks[i]; {
			case rd.boxes[b.box].in&inHeading != 0 && i != rd.headline:
				rd.claim(i, roleHeading, "test")
			case rd.boxes[b.box].tag == pTag && rd.boxes[b.box].in&inFooter == 0:
				rd.claim(i, roleParagraph, "test")
			}
		}
		rd.bound()
		rd.settlePrompts()
		kept := false
		for i := range rd.blocks {
			if b := &rd.blocks[i]; b.role == roleParagraph && strings.HasPrefix(b.text, "Lataa") {
				kept = true
			}
		}
		assert.Equal(t, c.kept, kept, name)
	}
}

// TestAListBetweenParagraphs: entries too short to be judged by themselves are text where the text goes on around them.
func TestAListBetweenParagraphs(t *testing.T) {
	const intro = `<p>These are the changes that the people of the north bank will notice before the end of the year%s</p>`
	list := `<section><div><ul><li>Two lanes</li><li>A toll</li><li>No lorries</li></ul></div></section>`
	for name, c := range map[string]struct {
		end         string
		list        string
		probability float32
		judged      bool // the first entry is body
		want        bool
	}{
		"one entry in five is likely": {".", strings.Replace(list, "<li>No lorries</li>", strings.Repeat("<li>No lorries</li>", 8), 1), 0.4, true, true},
		"likely":                      {".", list, 0.35, false, true},
		"not likely":                  {".", list, 0.2, false, false},
		"announced":                   {":", list, 0.2, false, true},
		"announced, unlikely":         {":", list, 0.1, false, false},
		"likely, but of links":        {":", strings.ReplaceAll(list, "Two lanes", `<a href="/two-lanes">Two lanes</a>`), 0.35, false, false},
	} {
		rd := readingFor(t, storyPage(fmt.Sprintf(intro, c.end)+c.list, ""))
		for i := range rd.blocks {
			b := &rd.blocks[i]
			b.probability = c.probability
			if rd.boxes[b.box].tag == pTag && b.words > 12 {
				b.role = roleParagraph
			}
		}
		if c.judged {
			for i := range rd.blocks {
				if rd.blocks[i].text == "Two lanes" {
					rd.giveBodyRole(i, "test")
				}
			}
		}
		rd.settleWholes()
		items, all := 0, strings.Count(c.list, "<li>")
		for i := range rd.blocks {
			if rd.blocks[i].role == roleListItem {
				items++
			}
		}
		assert.Equal(t, c.want, items == all, name)
	}
}

// roleAmidStory is the role that settleHeadings gives to the line "Who pays?" of a
// fragment between paragraphs of the body.
func roleAmidStory(t *testing.T, html string, probability float32) role {
	t.Helper()
	rd := readingFor(t, storyPage(html, ""))
	at := -1
	for i := range rd.blocks {
		switch b := &rd.blocks[i]; {
		case b.text == "Who pays?":
			at, b.probability = i, probability
		case b.words > 12:
			b.role = roleParagraph
		}
	}
	require.GreaterOrEqual(t, at, 0)
	rd.settleHeadings()
	return rd.blocks[at].role
}

// TestAHeadingBehindAnAdvertisement still stands between the paragraphs around it.
func TestAHeadingBehindAnAdvertisement(t *testing.T) {
	for before, want := range map[string]role{"": roleHeading, `<div>Advertisement</div>`: roleHeading, `<div>Tip</div><div>Share</div><div>Advertisement</div>`: boilerplate} {
		assert.Equal(t, want, roleAmidStory(t, before+`<h3>Who pays?</h3>`, 0.3), before)
	}
}

// TestBoldLinesStandForHeadings: the question of an interview is little to judge by, but what stands under it is known.
func TestBoldLinesStandForHeadings(t *testing.T) {
	for line, want := range map[string]role{
		`<p><strong>Who pays?</strong></p>`:                       roleParagraph,
		`<p><b>Who pays?</b></p>`:                                 roleParagraph,
		`<p>Who pays?</p>`:                                        boilerplate,
		`<p><b>Who</b> pays?</p>`:                                 boilerplate,
		`<p><b><a href="/who-pays">Who pays?</a></b></p>`:         boilerplate,
		`<div><b>Who pays?</b></div>`:                             boilerplate,
		`<ul><li><p><strong>Who pays?</strong></p></li></ul>`:     roleListItem,
		`<p><strong>Who pays?</strong></p><p>Share</p><p>Tip</p>`: boilerplate,
	} {
		assert.Equal(t, want, roleAmidStory(t, line, 0.4), line)
	}
}

// TestCountsOverTheText: how many have read and what they said is none of the text, whatever it stands in.
func TestCountsOverTheText(t *testing.T) {
	for line, kept := range map[string]bool{
		`<div><span>31 comentarios</span></div>`:                                  false,
		`<div>Comments (12)</div>`:                                                false,
		`<div><span>9,076 views</span> <span>44 comments</span></div>`:            false,
		`<div><span>2,985 views</span> <span>Listen to this article</span></div>`: false,
		`<div>3 MIN. READ</div>`:                                                  false,
		`<div>Lesedauer: ca. 4 Min.</div>`:                                        false,
		`<div>1.442 keer bekeken | 27 min</div>`:                                  false,
		`<div>阅读约需34分钟</div>`:                                                     false,
		`<div>조회 6,964</div>`:                                                     false,
		`<div>{ 2,049 } مشاهدة</div>`:                                             false,
		`<div>12 minutes that changed the bridge</div>`:                           true,
		`<div>Bridge 66</div>`:                                                    true,
		`<div><b>Tested by:</b> <b>John Milbank</b> <b>RRP:</b> <b>£23.99</b> <b>More info soon</b></div>`: true,
		`<div>31 people made a comment on the plan</div>`:                                                  true,
	} {
		rd := roledReading(t, `<body><div><h1>Bridge opens early</h1><p>The last cable was hung on Friday, and the toll is gone.</p>`+line+twoParagraphs+`</div></body>`)
		rd.dropCounts()
		text := rd.blocks[2]
		assert.Equal(t, kept, text.role == roleParagraph, "%s: %s", line, text.text)
	}
	// Under the text it is a matter of what stands there.
	rd := roledReading(t, `<body><div><h1>Bridge opens early</h1>`+twoParagraphs+`<div>31 comentarios</div></div></body>`)
	rd.dropCounts()
	assert.Equal(t, roleParagraph, rd.blocks[len(rd.blocks)-1].role)
}

func TestAHeadingsLinkToItselfIsNoneOfItsText(t *testing.T) {
	for _, heading := range []string{
		`<h2>What changes for drivers <a class="anchor" href="#a">#</a></h2>`, `<h2><a href="#a" aria-hidden="true">¶</a>What changes for drivers</h2>`,
		`<h2>What changes for drivers<a href="/2025/06/story#a">🔗</a></h2>`,
	} {
		a := parseStory(t, storyPage(heading+`<p>The toll is gone from Monday on, and the ramp on the north bank becomes a one-way street for good.</p>`, ""))
		var got []Block
		for _, b := range a.Body {
			if b.Kind == KindHeading {
				got = append(got, b)
			}
		}
		assert.Equal(t, []Block{{Kind: KindHeading, Level: 2, Text: "What changes for drivers"}}, got, heading)
	}
	a := parseStory(t, storyPage(`<h2>What changes in <a href="/c#sharp">C#</a></h2><p>The toll is gone from Monday on, and the ramp on the north bank becomes a one-way street for good.</p>`, ""))
	assert.Contains(t, bodyText(a), "What changes in C#")
}

func TestATableOfContentsIsNoText(t *testing.T) {
	const sections = `<h2 id="a">What changes for drivers</h2><p>The toll is gone from Monday on, and the ramp on the north bank becomes a one-way street for good.</p>
<h2 id="b">What becomes of the ferry</h2><p>Nobody could say on Friday who is to pay for it, and the town would like to keep it for the summer.</p>
<h2 id="c">Who pays for the roads</h2><p>The council has nine million left over from the bridge, and means to spend it all on the two approach roads.</p>`
	for _, c := range []struct {
		name, list string
		kept       bool
	}{
		{"under a heading", `<h3>In this article</h3><ul><li><a href="#a">What changes for drivers</a></li><li><a href="#b">What becomes of the ferry</a></li><li><a href="#c">Who pays for the roads</a></li></ul>`, false},
		{"numbered and nested", `<ol><li><a href="#a">What changes for drivers</a><ol><li><a href="#b">What becomes of the ferry</a></li></ol></li><li><a href="#c">Who pays for the roads?</a></li></ol>`, false},
		{"with more than the headings", `<ul><li><a href="#a">Drivers</a>: what changes for them on Monday</li><li><a href="#b">The ferry</a>: what becomes of it in summer</li><li><a href="#c">The roads</a>: who is to pay for them</li></ul>`, true},
		{"of other words", `<ul><li><a href="#n1">Report of the harbour office</a></li><li><a href="#n2">Plan of the council for the roads</a></li><li><a href="#n3">Letter of the ferryman to the mayor</a></li></ul>`, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			rd := roledReading(t, `<body><div><h1>Bridge opens early</h1>`+twoParagraphs+c.list+sections+`</div></body>`)
			for i := range rd.blocks {
				switch x := &rd.boxes[rd.blocks[i].box]; {
				case x.in&inList != 0:
					rd.blocks[i].role = roleListItem
				case x.in&inHeading != 0 && i != rd.headline:
					rd.blocks[i].role = roleHeading
				}
			}
			rd.dropContents()
			items := 0
			for i := range rd.blocks {
				if rd.blocks[i].role == roleListItem {
					items++
				}
				assert.NotEqual(t, "In this article", map[bool]string{true: rd.blocks[i].text}[rd.blocks[i].role == roleHeading])
			}
			assert.Equal(t, c.kept, items > 0)
		})
	}
}
