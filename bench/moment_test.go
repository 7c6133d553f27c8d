package main

import "testing"

func TestParseMoment(t *testing.T) {
	for _, c := range []struct {
		in    string
		want  string // in UTC; empty: no date
		zoned bool
	}{
		{"2025-06-14", "2025-06-14T00:00:00Z", false},
		{"20250614", "2025-06-14T00:00:00Z", false},
		{"2025-06-14T09:30:00", "2025-06-14T09:30:00Z", false},
		{" 2025-06-14 09:30 ", "2025-06-14T09:30:00Z", false},
		{"2025-06-14 09:30:00.389000+02:00", "2025-06-14T07:30:00.389Z", true},
		{"2025-06-14T09:30:00Z", "2025-06-14T09:30:00Z", true},
		{"2025-06-14T09:30:00+0200", "2025-06-14T07:30:00Z", true},
		{"20250614T093000Z", "2025-06-14T09:30:00Z", true},
		{"2025-06-14T09:30:00 CEST", "2025-06-14T00:00:00Z", false},
		{"2025-06-31, noon", "", false},
		{"2025-02-30, noon", "", false},
		{"14 June 2025", "", false},
		{"", "", false},
	} {
		m := parseMoment(c.in)
		got := ""
		if !m.IsZero() {
			got = m.UTC().Format("2006-01-02T15:04:05.999Z07:00")
		}
		if got != c.want || m.zoned != c.zoned {
			t.Errorf("parseMoment(%q) = %q %v, want %q %v", c.in, got, m.zoned, c.want, c.zoned)
		}
	}
}

func TestSameDay(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2025-06-14", "2025-06-14T23:00:00-05:00", true},
		{"2025-06-14T00:30:00+02:00", "2025-06-13T22:30:00Z", true}, // one instant
		{"2025-06-14T00:30:00+02:00", "2025-06-13", false},          // a day is no instant
		{"2025-06-14", "2025-06-15", false},
		{"2025-06-14", "", false},
		{"", "", false},
	} {
		if got := sameDay(parseMoment(c.a), parseMoment(c.b)); got != c.want {
			t.Errorf("sameDay(%q, %q) = %v", c.a, c.b, got)
		}
	}
}
