package main

import (
	"regexp"
	"strings"
	"time"
)

// A moment is a date as it was given: an instant where it has a zone, else a
// wall clock or a day somewhere. The zero moment is no date.
type moment struct {
	time.Time
	zoned bool
}

// sameDay says whether two moments are of one calendar day, each in its own
// zone or, where both have one, both in UTC.
func sameDay(a, b moment) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	if day(a.Time) == day(b.Time) {
		return true
	}
	return a.zoned && b.zoned && day(a.UTC()) == day(b.UTC())
}

func day(t time.Time) string { return t.Format(time.DateOnly) }

// leadingDay finds the day of a date that is not ISO 8601 throughout. It
// leaves the 31st out because the project's own figures do, with which these
// are to be compared.
var leadingDay = regexp.MustCompile(`^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|30)`)

// parseMoment reads an ISO 8601 date with or without a clock and a zone.
func parseMoment(s string) moment {
	s = strings.TrimSpace(s)
	for _, date := range []string{"2006-01-02", "20060102"} {
		if m := parseAfterDate(s, date); !m.IsZero() {
			return m
		}
	}
	if d := leadingDay.FindString(s); d != "" {
		t, _ := time.Parse(time.DateOnly, d)
		return moment{t, false}
	}
	return moment{}
}

// parseAfterDate reads a date of the layout and a clock after any one
// character that separates it.
func parseAfterDate(s, date string) moment {
	if t, err := time.Parse(date, s); err == nil {
		return moment{t, false}
	}
	if len(s) <= len(date)+1 {
		return moment{}
	}
	s = s[:len(date)] + "T" + s[len(date)+1:]
	for _, clock := range []string{"15:04:05", "15:04", "15", "150405", "1504"} {
		if t, err := time.Parse(date+"T"+clock, s); err == nil {
			return moment{t, false}
		}
		for _, zone := range []string{"Z07:00", "Z0700", "Z07"} {
			if t, err := time.Parse(date+"T"+clock+zone, s); err == nil {
				return moment{t, true}
			}
		}
	}
	return moment{}
}
