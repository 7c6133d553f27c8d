package dates

import "strings"

// An order says which of day and month stands first where both are numbers.
type order uint8

const (
	orderUnknown order = iota
	dayMonth
	monthDay
)

// A tongue is what a language tag says about the reading of dates. The zero
// value knows nothing.
type tongue struct {
	base   string // "de"
	region string // "CH", or ""
	order  order
}

// tongueOf reads a BCP 47 tag such as "en-US", also written "en_us".
func tongueOf(tag string) tongue {
	if len(tag) > 35 {
		return tongue{}
	}
	base, rest, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	t := tongue{base: strings.ToLower(base)}
	for part := range strings.SplitSeq(rest, "-") {
		if len(part) == 2 {
			t.region = strings.ToUpper(part)
			break
		}
	}
	t.order = t.dateOrder()
	return t
}

// dateOrder returns the order of day and month in numeric dates with the year
// at the end. It is unknown where a country prints both (Canada's English) and
// where the language puts the year first, so that such a date is foreign.
func (t tongue) dateOrder() order {
	switch t.base {
	case "", "und", "ja", "zh", "ko", "hu", "lt", "mn":
		return orderUnknown
	case "en":
		switch t.region {
		case "", "CA":
			return orderUnknown
		case "US", "PH":
			return monthDay
		}
	}
	return dayMonth
}
