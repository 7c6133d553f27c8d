package dates

import (
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// yearStands reports whether a year stands in a text, in any digits. The
// midnight that ends a year is written with the year it ends.
func yearStands(s string, year int) bool {
	var b strings.Builder
	for _, r := range s {
		if v := digitValue(r); v >= 0 {
			b.WriteByte(byte('0' + v))
		} else {
			b.WriteByte(' ')
		}
	}
	digits := b.String()
	return strings.Contains(digits, strconv.Itoa(year)) || strings.Contains(digits, strconv.Itoa(year-1))
}

// check reports what no date may be.
func check(t *testing.T, d Date) {
	t.Helper()
	if y := d.Time.Year(); y < minYear || y > maxYear+1 {
		t.Fatalf("year %d", y)
	}
	if d.HasZone && !d.HasClock {
		t.Fatal("a zone without a clock")
	}
	if !d.HasZone && d.Time.Location() != time.UTC {
		t.Fatal("a location without a zone")
	}
	if !d.HasClock && !d.Time.Equal(d.Time.Truncate(24*time.Hour)) {
		t.Fatal("a time of day without a clock")
	}
}

// roundTrip reads back what was read, as RFC 3339 writes it.
func roundTrip(t *testing.T, d Date) {
	t.Helper()
	again, ok := Parse(d.Time.Format(time.RFC3339Nano))
	if y := d.Time.Year(); y > maxYear {
		return
	}
	if !ok || !again.Time.Equal(d.Time) || !again.HasZone {
		t.Fatalf("%v reads back as %v", d, again)
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range parseCases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := Parse(s)
		if !ok {
			if d != (Date{}) {
				t.Fatal("no date, but a value")
			}
			return
		}
		check(t, d)
		roundTrip(t, d)
		if again, ok := Parse(" " + s + "\n"); !ok || !again.Time.Equal(d.Time) {
			t.Fatal("white space changes the date")
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, c := range findCases {
		f.Add(strings.NewReplacer("«", "", "»", "").Replace(c.line), c.lang)
	}
	for _, c := range parseCases {
		f.Add(c.in, "")
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		d, start, end, ok := Find(s, lang)
		if !ok {
			if d != (Date{}) || start != 0 || end != 0 {
				t.Fatal("no date, but a value")
			}
			return
		}
		if start < 0 || start >= end || end > len(s) || end > maxFind {
			t.Fatalf("offsets %d to %d of %d", start, end, len(s))
		}
		if utf8.ValidString(s) && !utf8.ValidString(s[start:end]) {
			t.Fatal("a character is cut")
		}
		check(t, d)
		roundTrip(t, d)
		found, _ := findPrinted(cut(s, maxFind), tongueOf(lang))
		if !found.implied && !yearStands(s[start:end], d.Time.Year()) {
			t.Fatalf("the year %d is not in %q", d.Time.Year(), s[start:end])
		}
		if again, _, _, ok := Find(s+"\n", lang); !ok || !again.Time.Equal(d.Time) || again.HasClock != d.HasClock || again.HasZone != d.HasZone {
			t.Fatal("a line break changes the date")
		}
	})
}

func FuzzRFC3339(f *testing.F) {
	f.Add(int64(1749893400), int64(5), 120)
	f.Add(int64(-2208988800), int64(0), -300)
	f.Fuzz(func(t *testing.T, sec, nsec int64, minutes int) {
		if minutes%15 != 0 || minutes > 14*60 || minutes < -14*60 {
			return
		}
		want := time.Unix(sec%(1<<33), nsec%1e9).In(time.FixedZone("", minutes*60))
		if want.Year() < minYear || want.Year() > maxYear {
			return
		}
		for _, layout := range []string{time.RFC3339Nano, "2006-01-02 15:04:05.999999999 -0700", "20060102T150405.999999999-0700"} {
			got, ok := Parse(want.Format(layout))
			if !ok || !got.Time.Equal(want) || !got.HasZone {
				t.Fatalf("%s reads as %v", want.Format(layout), got)
			}
		}
		whole := want.Truncate(time.Second)
		for _, layout := range []string{time.RFC1123Z, time.RubyDate, "Mon Jan 2 2006 15:04:05 GMT-0700"} {
			got, ok := Parse(whole.Format(layout))
			if !ok || !got.Time.Equal(whole) || !got.HasZone {
				t.Fatalf("%s reads as %v", whole.Format(layout), got)
			}
		}
	})
}
