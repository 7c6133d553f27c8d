package dates

import "time"

// parseMachine reads the forms that are digits first: ISO 8601 with its
// variants, compact stamps and epochs. Others have names of months and are
// read like printed ones.
func parseMachine(s string) (Date, bool) {
	if s[0] < '0' || s[0] > '9' {
		return Date{}, false
	}
	if n := digitsAt(s); n == len(s) {
		return parseStamp(s)
	}
	d, n, ok := readISO(s)
	if !ok || n < len(s) {
		return Date{}, false
	}
	return d, true
}

// digitsAt returns how many ASCII digits s begins with.
func digitsAt(s string) int {
	n := 0
	for n < len(s) && s[n]-'0' <= 9 {
		n++
	}
	return n
}

// number returns the value of ASCII digits; the caller has counted them.
func number(s string) int {
	v := 0
	for i := range len(s) {
		v = v*10 + int(s[i]-'0')
	}
	return v
}

// parseStamp reads a string of digits alone: yyyymmdd, yyyymmddhhmm,
// yyyymmddhhmmss, and epochs in seconds (10 digits) or milliseconds (13).
func parseStamp(s string) (Date, bool) {
	switch len(s) {
	case 10:
		return fromEpoch(time.Unix(int64(number(s)), 0))
	case 13:
		return fromEpoch(time.UnixMilli(int64(number(s))))
	case 8, 12, 14:
	default:
		return Date{}, false
	}
	d := day{number(s[:4]), number(s[4:6]), number(s[6:8])}
	if !d.valid() {
		return Date{}, false
	}
	if len(s) == 8 {
		return dateOf(d), true
	}
	c := clock{hour: number(s[8:10]), min: number(s[10:12])}
	if len(s) == 14 {
		c.sec = number(s[12:])
	}
	if !c.valid() {
		return Date{}, false
	}
	return dateAt(d, c), true
}

// fromEpoch takes the years 1990 to 2100 alone: other numbers of the same
// length are identifiers.
func fromEpoch(t time.Time) (Date, bool) {
	t = t.UTC()
	if t.Year() < 1990 || t.Year() > maxYear {
		return Date{}, false
	}
	return Date{Time: t, HasClock: true, HasZone: true}, true
}

// readISO reads an ISO 8601 date at the beginning of s and returns how many
// bytes it takes: the day alone, or with a clock and a zone.
func readISO(s string) (Date, int, bool) {
	d, n, ok := readISODay(s)
	if !ok {
		return Date{}, 0, false
	}
	if n == len(s) || s[n] != 'T' && s[n] != 't' && s[n] != ' ' {
		return dateOf(d), n, true
	}
	c, size, ok := readISOClock(s[n+1:])
	if !ok {
		return dateOf(d), n, true
	}
	n += 1 + size
	c.zone, size = readISOZone(s[n:])
	return dateAt(d, c), n + size, true
}

// readISODay reads yyyy-mm-dd, or yyyymmdd where a clock follows.
func readISODay(s string) (day, int, bool) {
	var d day
	n := 0
	switch digitsAt(s) {
	case 4:
		if len(s) < 10 || s[4] != '-' || s[7] != '-' || digitsAt(s[5:]) != 2 {
			return day{}, 0, false
		}
		if k := digitsAt(s[8:]); k != 2 {
			return day{}, 0, false
		}
		d, n = day{number(s[:4]), number(s[5:7]), number(s[8:10])}, 10
	case 8:
		d, n = day{number(s[:4]), number(s[4:6]), number(s[6:8])}, 8
	}
	return d, n, d.valid()
}

// readISOClock reads hh, h:mm, hh:mm, hh:mm:ss, hhmm or hhmmss, with a fraction
// of any length after the seconds.
func readISOClock(s string) (clock, int, bool) {
	var c clock
	n := digitsAt(s)
	switch n {
	case 1, 2:
		c.hour = number(s[:n])
		if n < len(s) && s[n] == ':' {
			return readISOMinutes(c, s, n)
		}
		return c, n, n == 2 && c.valid()
	case 4, 6:
		c.hour, c.min = number(s[:2]), number(s[2:4])
		if n == 6 {
			c.sec = number(s[4:6])
			var size int
			c.nsec, size = readFraction(s[n:])
			n += size
		}
		return c, n, c.valid()
	}
	return c, 0, false
}

// readISOMinutes reads what follows the hour, from the colon at n.
func readISOMinutes(c clock, s string, n int) (clock, int, bool) {
	if digitsAt(s[n+1:]) != 2 {
		return c, 0, false
	}
	c.min = number(s[n+1 : n+3])
	n += 3
	if n < len(s) && s[n] == ':' && digitsAt(s[n+1:]) == 2 {
		c.sec = number(s[n+1 : n+3])
		n += 3
		var size int
		c.nsec, size = readFraction(s[n:])
		n += size
	}
	return c, n, c.valid()
}

// readFraction reads a fraction of a second: nanoseconds, finer digits dropped.
func readFraction(s string) (nsec, n int) {
	if s == "" || s[0] != '.' && s[0] != ',' {
		return 0, 0
	}
	k := digitsAt(s[1:])
	if k == 0 {
		return 0, 0
	}
	for i := 1; i <= 9; i++ {
		nsec *= 10
		if i <= k {
			nsec += int(s[i] - '0')
		}
	}
	return nsec, k + 1
}

// readISOZone reads the zone after a clock: Z, ±hh, ±hhmm, ±hh:mm or a name,
// with or without a space before it, and what Java and Go put after it:
// "[Europe/Berlin]", " CEST".
func readISOZone(s string) (zone, int) {
	i := 0
	if i < len(s) && s[i] == ' ' {
		i++
	}
	if i == len(s) {
		return zone{}, 0
	}
	z, n := zone{}, 0
	switch c := s[i]; {
	case c == '+' || c == '-':
		z, n = readOffset(s[i:])
	case (c == 'Z' || c == 'z') && i == 0:
		z, n = readZulu(s)
	default:
		z, n = readZoneName(s[i:])
	}
	if n == 0 {
		return zone{}, bracketed(s)
	}
	i += n
	if z.known && i+1 < len(s) && s[i] == ' ' {
		if _, k := readZoneName(s[i+1:]); k > 0 {
			i += 1 + k
		}
	}
	return z, i + bracketed(s[i:])
}

// readZulu reads a Z. Some systems write a literal Z and the offset after it:
// where that is not zero the two contradict each other, and no zone is known.
func readZulu(s string) (zone, int) {
	if len(s) > 1 && (s[1] == '+' || s[1] == '-') {
		if z, n := readOffset(s[1:]); n > 0 {
			return zone{known: z.minutes == 0}, n + 1
		}
	}
	return zone{known: true}, 1
}

// readOffset reads ±hh, ±hhmm or ±hh:mm.
func readOffset(s string) (zone, int) {
	n := digitsAt(s[1:]) + 1
	h, m := 0, 0
	switch n {
	case 3:
		h = number(s[1:3])
		if len(s) >= 6 && s[3] == ':' && digitsAt(s[4:]) == 2 {
			m = number(s[4:6])
			n = 6
		}
	case 5:
		h, m = number(s[1:3]), number(s[3:5])
	default:
		return zone{}, 0
	}
	z, ok := offsetZone(s[0] == '-', h, m)
	if !ok {
		return zone{}, 0
	}
	return z, n
}

// readZoneName reads a zone name in capital letters.
func readZoneName(s string) (zone, int) {
	n := 0
	for n < len(s) && n < 6 && s[n] >= 'A' && s[n] <= 'Z' {
		n++
	}
	z, ok := zoneNamed(s[:n], tongue{})
	if !ok {
		return zone{}, 0
	}
	return z, n
}

// bracketed returns the length of a zone's name in brackets. The name alone
// states no offset that could be known without a database of zones.
func bracketed(s string) int {
	if s == "" || s[0] != '[' {
		return 0
	}
	for i := 1; i < len(s) && i < 40; i++ {
		if s[i] == ']' {
			return i + 1
		}
	}
	return 0
}
