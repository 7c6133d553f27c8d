package newspage

import (
	"testing"

	"github.com/stretchr/testify/assert"
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
