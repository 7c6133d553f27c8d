package dates

import (
	"strings"

	"github.com/newspage-go/newspage/internal/lookup"
)

// A role is what a word may do in a printed date.
type role uint32

const (
	roleWeekday     role = 1 << iota // "Samstag", "Sat"
	roleWeekdayTail                  // the second word of a weekday: "feira", "bảy"
	roleAM                           // before noon
	rolePM                           // after noon
	rolePrefix                       // with roleAM or rolePM: it may stand before the clock
	roleAMLetter                     // "a" of "a.m.", "π" of "π.μ."
	rolePMLetter                     // "p" of "p.m.", "μ" of "μ.μ."
	roleMLetter                      // the second letter of these
	roleOf                           // between day, month and year: "of", "de"
	roleLead                         // before a day: "on", "den", "ngày"
	roleAt                           // between day and clock: "at", "um", "à"
	roleHour                         // after the hour, before minutes: "h", "時"
	roleMinute                       // after the minutes: "分"
	roleSecond                       // after the seconds: "秒"
	roleClockTail                    // after a whole clock: "Uhr", "hrs"
	roleOrdinal                      // after the number of a day: "th", "er"
	roleYearTail                     // after a year: "г", "r", "року"
	roleYear                         // 年 and its kin, after a number
	roleMonth                        // 月 and its kin, after a number
	roleDay                          // 日 and its kin, after a number
	roleMonthBefore                  // "tháng": before the number of a month
	roleYearBefore                   // "năm": before a year
	roleEra                          // 令和: before the year of an era
	roleFirstYear                    // 元: the first year of an era
	rolePairFirst                    // "first", as the second word of a month
	rolePairSecond                   // "second", likewise
)

// A word is what a word may mean. The zero value means nothing.
type word struct {
	roles role
	month int    // 1 to 12; 0: no month
	langs string // languages outside of which the word is no month; "" for none
	era   int    // of an era: the year before its first
	pair  [2]int // of the first word of a month of two: the month with "first", with "second"
}

// words are all known words, folded.
var words = newWords()

// plainLetters maps accented letters to the plain ones.
var plainLetters = newPlainLetters()

func newPlainLetters() map[rune]rune {
	m := make(map[rune]rune)
	for _, line := range foldedLetters {
		plain, accented, _ := strings.Cut(line, " ")
		for _, r := range accented {
			m[r] = []rune(plain)[0]
		}
	}
	return m
}

func newWords() *lookup.Table[*word] {
	m := make(map[string]*word, 1500)
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			wordIn(m, name).month = i + 1
		}
	}
	for _, c := range commonWordMonths {
		for name := range strings.FieldsSeq(c.names) {
			w := wordIn(m, name)
			w.month, w.langs = c.month, c.langs
		}
	}
	for _, e := range eras {
		for name := range strings.FieldsSeq(e.names) {
			w := wordIn(m, name)
			w.roles |= roleEra
			w.era = e.before
		}
	}
	for _, p := range pairedMonths {
		wordIn(m, p.name).pair = [2]int{p.first, p.second}
	}
	for _, r := range roleWords {
		for name := range strings.FieldsSeq(r.names) {
			wordIn(m, name).roles |= r.role
		}
	}
	return lookup.New(m)
}

// wordIn returns the entry of a word, made where there is none.
func wordIn(m map[string]*word, name string) *word {
	var b strings.Builder
	for _, r := range name {
		if r = foldRune(r); r != 0 {
			b.WriteRune(r)
		}
	}
	key := b.String()
	w := m[key]
	if w == nil {
		w = &word{}
		m[key] = w
	}
	return w
}
