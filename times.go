package newspage

import (
	"time"

	"github.com/newspage-go/newspage/internal/dates"
)

// Floating is the location of a time that the page gives without a zone: a
// wall clock somewhere. Its JSON has no offset ("2025-06-12T09:30:00").
// Whoever knows the publisher's zone turns it into an instant with
// time.Date(t.Year(), …, zone). Compare t.Location() with it by ==; its offset
// is 0, which says nothing.
var Floating = time.FixedZone("floating", 0)

// DateOnly is the location of a time of which the page gives the day alone.
// Its JSON is the day ("2025-06-12"). The clock stands at midnight, which says nothing.
var DateOnly = time.FixedZone("date only", 0)

// readDate reads a machine's date; a zero Date where there is none.
func readDate(s string) pageDate {
	if s == "" || len(s) > 200 {
		return pageDate{}
	}
	d, ok := dates.Parse(s)
	if !ok {
		return pageDate{}
	}
	return pageDate{d}
}

// A pageDate is a date as the page gives it.
type pageDate struct{ dates.Date }

// precision tells an instant (3) from a wall-clock time (2), a day (1) and nothing (0).
func (d pageDate) precision() int {
	switch {
	case d.IsZero():
		return 0
	case !d.HasClock:
		return 1
	case !d.HasZone:
		return 2
	}
	return 3
}

// isDayOf says whether both dates are there and name one day.
func (d pageDate) isDayOf(other pageDate) bool {
	return d.precision() > 0 && other.precision() > 0 && d.Time.Year() == other.Time.Year() && d.Time.YearDay() == other.Time.YearDay()
}

// betterThan says whether d is more precise than another date.
func (d pageDate) betterThan(other pageDate) bool { return d.precision() > other.precision() }

// time returns the date as the Article's fields hold it.
func (d pageDate) time() time.Time {
	t := d.Time
	switch d.precision() {
	case 0:
		return time.Time{}
	case 1:
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, DateOnly)
	case 2:
		return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), Floating)
	}
	return t
}
