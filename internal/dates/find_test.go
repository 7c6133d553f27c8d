package dates

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// findCases give a line with the date to be read between « and », and what it
// states. A line without them has none.
var findCases = []struct{ line, lang, want string }{
	{"Von Max Muster | «12. Juni 2025, 14:30 Uhr MESZ»", "de", "2025-06-12T14:30:00+02:00"},
	{"Published «3:15 PM EDT, Tue June 3, 2025»", "en", "2025-06-03T15:15:00-04:00"},
	{"Published «14:30 BST 12 June 2025», updated 13 June 2025", "en-GB", "2025-06-12T14:30:00+01:00"},
	{"By Jane Roe «June 14, 2025»", "en", "2025-06-14"},
	{"By Jane Roe, «Sat., June 14, 2025 at 9:30 a.m. ET» | 5 min read", "en", "2025-06-14T09:30:00-04:00"},
	{"Jane Roe · «14 June 2025» · 3 min read", "en", "2025-06-14"},
	{"«14 June 2025» · 3.5 min read", "en", "2025-06-14"},
	{"«14 June 2025» 3 hours ago", "en", "2025-06-14"},
	{"«14 June 2025» 3 hrs", "en", "2025-06-14"},
	{"«14 June 2025», 9 of 10", "en", "2025-06-14"},
	{"«14 June 2025» at 1430 Main Street", "en", "2025-06-14"},
	{"«14 June 2025 - 14:30» - Politics", "en", "2025-06-14T14:30:00"},
	{"LONDON, «14 June 2025» (Reuters) - Shares", "en", "2025-06-14"},
	{"Updated: «2025-06-14T09:30:00+02:00».", "", "2025-06-14T09:30:00+02:00"},
	{"Updated: «2025-06-14 09:30:00 +0200».", "", "2025-06-14T09:30:00+02:00"},
	{"Updated «2025-06-14 9:30 PM» here", "", "2025-06-14T21:30:00"},
	{"Stand: «14.06.2025, 14:30 Uhr»", "de", "2025-06-14T14:30:00"},
	{"Stand: «14.06.2025 • 14:30 Uhr» | Lesedauer 3 Min.", "de", "2025-06-14T14:30:00"},
	{"«14.06.2025 (14:30 Uhr)» Politik", "de", "2025-06-14T14:30:00"},
	{"«14.06.25, 14:30 Uhr»", "de", "2025-06-14T14:30:00"},
	{"14.06.25, 14:30 Uhr", "", ""},
	{"«um 14:30 Uhr am 14. Juni 2025» in Berlin", "de", "2025-06-14T14:30:00"},
	{"Par Jean Dupont, «samedi 14 juin 2025 à 14h30» - Mis à jour", "fr", "2025-06-14T14:30:00"},
	{"«14 juin 2025» · 3 h de lecture", "fr", "2025-06-14"},
	{"Madrid - «14 jun 2025 - 14:30 CEST»", "es", "2025-06-14T14:30:00+02:00"},
	{"Por Ana, «14 ago 2025», España", "es-MX", "2025-08-14"},
	{"14 ago 2025", "en", ""},
	{"iPhone 14 Pro 2025", "en", ""},
	{"8 out of 2025", "en", ""},
	{"Foto: X «14 июня 2025 г., 14:30» Москва", "ru", "2025-06-14T14:30:00"},
	{"記者 «2025年6月14日 9時30分» 東京", "ja", "2025-06-14T09:30:00"},
	{"홍길동 기자 입력 «2025.06.14 15:15» 수정 2025.06.15", "ko", "2025-06-14T15:15:00"},
	{"«Lúc 14:30 ngày 14/06/2025» tại", "vi", "2025-06-14T14:30:00"},
	{"Jakarta - «Sabtu, 14 Jun 2025 14:30 WIB» detik", "id", "2025-06-14T14:30:00+07:00"},

	// The language settles the order.
	{"Posted «03/04/2025»", "en-US", "2025-03-04"},
	{"Posted «03/04/2025 at 3:15 pm»", "en-PH", "2025-03-04T15:15:00"},
	{"Posted «03/04/2025»", "en-GB", "2025-04-03"},
	{"Posted «03/04/2025»", "en_GB", "2025-04-03"},
	{"Posted «03-04-2025»", "nl", "2025-04-03"},
	{"Posted 03/04/2025", "zh-Hant-TW", ""},
	{"Posted 03/04/2025", "en", ""},
	{"Posted 03/04/2025", "en-CA", ""},
	{"Posted 03/04/2025", "", ""},
	{"Posted «03.04.2025»", "", "2025-04-03"},
	{"Posted «13/04/2025»", "en-US", "2025-04-13"},
	{"Posted «04/13/2025»", "de", "2025-04-13"},
	{"Posted «04/13/25»", "en-US", "2025-04-13"},

	// Zone names as a country means them, and words that are none.
	{"«14 June 2025, 14:30 IST»", "en-IN", "2025-06-14T14:30:00+05:30"},
	{"«14 June 2025, 14:30 IST»", "en-IE", "2025-06-14T14:30:00"},
	{"«2025年6月14日 14:30 CST»", "zh-CN", "2025-06-14T14:30:00+08:00"},
	{"«14 June 2025, 14:30 CST»", "en-US", "2025-06-14T14:30:00-06:00"},
	{"«14 juin 2025 à 14:30» est paru", "fr", "2025-06-14T14:30:00"},
	{"«14. Juni 2025, 14:30» ist es", "de", "2025-06-14T14:30:00"},
	{"«14 juin 2025, 14:30» et 15:30", "fr", "2025-06-14T14:30:00"},
	{"«14 June 2025, 14:30»-15:30", "en", "2025-06-14T14:30:00"},
	{"«14 June 2025, 14:30»–15:30", "en", "2025-06-14T14:30:00"},
	{"«June 14, 2025, 14:30 gmt» today", "en", "2025-06-14T14:30:00Z"},

	// Numbers that are no date, and dates that are not this one.
	{"Version 1.2.2025.7", "en", ""},
	{"Figure 2025.06.14.1", "en", ""},
	{"14.–15. Juni 2025", "de", ""},
	{"14 - 15 June 2025", "en", ""},
	{"«09:30 – 14 June 2025» x", "en", "2025-06-14T09:30:00"},
	{"© 2025 «May 3, 2026»", "en", "2026-05-03"},
	{"Top 10 - June 2025", "en", ""},
	{"14 Nov 25 comments", "en", ""},
	{"Read 3:15 yesterday", "en", ""},
	{"no digits at all", "en", ""},
	{strings.Repeat("x ", 190) + "«14 June 2025»", "en", "2025-06-14"},
	{strings.Repeat("x ", 200) + "14 June 2025", "en", ""},
}

func TestFind(t *testing.T) {
	for _, c := range findCases {
		before, rest, _ := strings.Cut(c.line, "«")
		inside, after, _ := strings.Cut(rest, "»")
		line := before + inside + after
		d, start, end, ok := Find(line, c.lang)
		if c.want == "" {
			assert.False(t, ok, "%q reads as %v", line, d)
			continue
		}
		if assert.True(t, ok, "%q has no date", line) {
			assert.Equal(t, c.want, show(d), "%q", line)
			assert.Equal(t, inside, line[start:end], "%q", line)
		}
	}
}

func TestFindTakesTheFirst(t *testing.T) {
	line := "Publié le 14 juin 2025 à 14h30, modifié le 15 juin 2025"
	d, start, end, ok := Find(line, "fr")
	assert.True(t, ok)
	assert.Equal(t, "2025-06-14T14:30:00", show(d))
	assert.Equal(t, "14 juin 2025 à 14h30", line[start:end])
}

func TestFindGivesNothingForNothing(t *testing.T) {
	d, start, end, ok := Find("Read 3:15 yesterday", "en")
	assert.False(t, ok)
	assert.True(t, d.IsZero())
	assert.Zero(t, start)
	assert.Zero(t, end)
}
