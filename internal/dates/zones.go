package dates

// A zone is an offset from UTC, or a name of the United States' zones that
// leaves summer time to the date. The zero value is no zone.
type zone struct {
	known   bool
	summers bool // one hour more during United States daylight-saving time
	minutes int  // east of UTC
}

// offset returns the minutes east of UTC on a day, at an hour of its own clock.
func (z zone) offset(d day, hour int) (int, bool) {
	if z.summers && isUSSummer(d, hour) {
		return z.minutes + 60, z.known
	}
	return z.minutes, z.known
}

// isUSSummer reports whether daylight-saving time is in force in the United
// States: since 2007 from 2:00 on the second Sunday of March to 2:00 on the
// first Sunday of November (Energy Policy Act of 2005); from 1987 to 2006 from
// the first Sunday of April to the last of October. For earlier years, which
// news pages do not print with a clock, the rule of 1987 is used. In the hour
// that comes twice the first is taken.
func isUSSummer(d day, hour int) bool {
	first, last := nthSunday(d.year, 3, 8), nthSunday(d.year, 11, 1)
	fm, lm := 3, 11
	if d.year < 2007 {
		first, last = nthSunday(d.year, 4, 1), nthSunday(d.year, 10, 25)
		fm, lm = 4, 10
	}
	now := (d.month*100+d.day)*100 + hour
	return now >= (fm*100+first)*100+2 && now < (lm*100+last)*100+2
}

// nthSunday returns the first Sunday of a month that is on or after a day.
func nthSunday(year, month, from int) int {
	return from + (7-weekday(year, month, from))%7
}

// weekday returns 0 for Sunday (Zeller's congruence, after Sakamoto).
func weekday(year, month, d int) int {
	shift := [12]int{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}
	if month < 3 {
		year--
	}
	return (year + year/4 - year/100 + year/400 + shift[month-1] + d) % 7
}

// offsetZone returns the zone of a written offset. No zone is further than 14
// hours from UTC, and all stand on quarter hours.
func offsetZone(west bool, hours, minutes int) (zone, bool) {
	total := hours*60 + minutes
	if total > 14*60 || minutes%15 != 0 || minutes > 45 {
		return zone{}, false
	}
	if west {
		total = -total
	}
	return zone{known: true, minutes: total}, true
}

// zoneNamed returns the zone of an abbreviation in capital letters as it is
// read in a language. An abbreviation that is known but has no one meaning
// there gives the zero zone and true: it is part of the date and says nothing.
func zoneNamed(name string, t tongue) (zone, bool) {
	if len(name) < 2 {
		return zone{}, false
	}
	if z, ok := zoneAbroad(name, t); ok {
		return z, true
	}
	if minutes, ok := fixedZones[name]; ok {
		return zone{known: true, minutes: minutes}, true
	}
	if minutes, ok := usZones[name]; ok {
		return zone{known: true, summers: true, minutes: minutes}, true
	}
	return zone{}, vagueZones[name]
}

// zoneAbroad returns the meaning of an abbreviation that a country uses
// otherwise than the rest of the world's news.
func zoneAbroad(name string, t tongue) (zone, bool) {
	switch {
	case name == "CST" && t.base == "zh": // China Standard Time
		return zone{known: true, minutes: 8 * 60}, true
	case name == "BST" && t.base == "bn": // Bangladesh Standard Time
		return zone{known: true, minutes: 6 * 60}, true
	case name == "IST" && (t.base == "he" || t.base == "ga" || t.region == "IE" || t.region == "IL"):
		return zone{}, true // Israel's and Ireland's: winter or summer is not said
	case name == "EST" && t.region == "AU": // Australia's own Eastern, summer or winter
		return zone{}, true
	}
	return zone{}, false
}

// fixedZones gives the minutes east of UTC of names that say winter or summer,
// or that have no summer time. Where several zones share a name it is the one
// that dominates in news, and the choice is stated.
var fixedZones = map[string]int{
	"UTC": 0, "GMT": 0, "UCT": 0,

	// North America. A page that prints EST in summer is taken at its word.
	"EST": -5 * 60, "EDT": -4 * 60,
	"CST": -6 * 60, "CDT": -5 * 60, // not China (see zoneAbroad), not Cuba
	"MST": -7 * 60, "MDT": -6 * 60, // not Malaysia, which prints MYT
	"PST": -8 * 60, "PDT": -7 * 60, // not the Philippines, which print PHT
	"AKST": -9 * 60, "AKDT": -8 * 60,
	"HST": -10 * 60,
	"NDT": -150,

	// South America.
	"BRT": -3 * 60, "BRST": -2 * 60, "ART": -3 * 60, "CLT": -4 * 60, "CLST": -3 * 60, "UYT": -3 * 60,

	// Europe and Africa. BST is British Summer Time.
	"BST": 60, "WET": 0, "WEST": 60,
	"CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
	"EET": 120, "EEST": 180, "OEZ": 120, "OESZ": 180,
	"MSK": 180, "МСК": 180, "TRT": 180,
	"WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180,

	// Asia. IST is India's: its papers print it at nearly every dateline,
	// those of Israel and Ireland hardly ever (see zoneAbroad). GST is the
	// Gulf's, not South Georgia's.
	"IST": 330, "PKT": 300, "NPT": 345, "GST": 240, "IDT": 180, "AFT": 270,
	"ICT": 7 * 60, "WIB": 7 * 60, "WITA": 8 * 60, "WIT": 9 * 60,
	"HKT": 8 * 60, "SGT": 8 * 60, "MYT": 8 * 60, "PHT": 8 * 60, "PHST": 8 * 60, "AWST": 8 * 60,
	"JST": 9 * 60, "KST": 9 * 60,

	// Australia and New Zealand.
	"ACST": 570, "ACDT": 630, "AEST": 10 * 60, "AEDT": 11 * 60,
	"NZST": 12 * 60, "NZDT": 13 * 60,
}

// usZones are the names of United States zones that leave summer time open:
// the minutes east of UTC in winter.
var usZones = map[string]int{"ET": -5 * 60, "CT": -6 * 60, "MT": -7 * 60, "PT": -8 * 60}

// vagueZones are names with no one meaning in news: AST is the Atlantic's and
// Arabia's, AMT Armenia's and the Amazon's, AET leaves Australia's summer open.
var vagueZones = map[string]bool{
	"AST": true, "ADT": true, "AMT": true, "AET": true, "SST": true, "NST": true, "ECT": true,
	"PYT": true, "NZT": true, "BDT": true,
}
