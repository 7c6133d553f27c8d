// Package dates reads dates as machines write them and as news pages print
// them. It has no clock: what a date says must stand in the text, so that
// "yesterday" and "2 hours ago" are no dates, and it guesses neither the order
// of day and month nor a zone.
package dates

import (
	"strings"
	"time"
	"unicode/utf8"
)

const (
	// maxParse is how long a string may be that is one date, in bytes. The
	// longest real forms are those of JavaScript with a spelled-out zone.
	maxParse = 200

	// maxFind is how many bytes of a line are looked at.
	maxFind = 400

	// Years outside of these are misread numbers or a database's empty date.
	minYear, maxYear = 1900, 2100
)

// A Date is a date as far as the text states it. The zero value is no date.
type Date struct {
	// Time is the date in the zone stated, as an offset without a name;
	// without HasZone the wall clock as if in UTC; without HasClock midnight.
	Time time.Time

	HasClock bool // the text states a time of day
	HasZone  bool // the text states a zone, so that Time is an instant
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.Time.IsZero() }

// Parse reads s as one date, nothing before it and nothing after it: first the
// forms machines write, then the printed ones. White space around it is
// trimmed; more than 200 bytes are no date. Where day and month could be
// either way round it returns false.
func Parse(s string) (Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 6 || len(s) > maxParse {
		return Date{}, false
	}
	if d, ok := parseMachine(s); ok {
		return d, true
	}
	return parsePrinted(s)
}

// Find returns the first date printed within a line, such as a byline or a
// dateline, and the byte offsets of what was read. A weekday before the date
// and a clock and zone on either side of it belong to it. Of a longer line it
// reads the first 400 bytes.
//
// The language is a BCP 47 tag or "". It settles the order of day and month,
// the few month names that are common words of another language, and zone
// names that mean another zone in another country.
func Find(s, lang string) (d Date, start, end int, ok bool) {
	f, ok := findPrinted(cut(s, maxFind), tongueOf(lang))
	return f.date, f.start, f.end, ok
}

// cut returns at most n bytes of s, whole characters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// A day is a day of the calendar.
type day struct{ year, month, day int }

// valid reports whether the calendar has d and its year is one we read.
func (d day) valid() bool {
	return d.year >= minYear && d.year <= maxYear && d.month >= 1 && d.month <= 12 &&
		d.day >= 1 && d.day <= daysIn(d.year, d.month)
}

// daysIn returns how many days a month of the Gregorian calendar has.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// A clock is a time of day with the zone stated along with it.
type clock struct {
	hour, min, sec, nsec int
	zone                 zone
}

// valid reports whether a day has c. 24:00 is the midnight that ends the day
// (ISO 8601), second 60 a leap second.
func (c clock) valid() bool {
	if c.hour == 24 {
		return c.min == 0 && c.sec == 0 && c.nsec == 0
	}
	return c.hour < 24 && c.min < 60 && c.sec <= 60
}

// dateOf returns a day without a clock.
func dateOf(d day) Date {
	return Date{Time: time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)}
}

// dateAt returns a day at a clock.
func dateAt(d day, c clock) Date {
	loc := time.UTC
	if offset, ok := c.zone.offset(d, c.hour); ok && offset != 0 {
		loc = time.FixedZone("", offset*60)
	}
	t := time.Date(d.year, time.Month(d.month), d.day, c.hour, c.min, c.sec, c.nsec, loc)
	return Date{Time: t, HasClock: true, HasZone: c.zone.known}
}
