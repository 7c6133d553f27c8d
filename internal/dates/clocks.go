package dates

import "strings"

// clock reads a time of day and its zone at token i. Joined says that a word
// such as "at" led to it, after that a day did; what looks less like a clock
// ("3.15", "14 h") is one only then.
func (r *reader) clock(i int, joined, after bool) (clock, int, bool) {
	prefix := role(0)
	if r.at(i).is(rolePrefix) {
		prefix = r.at(i).word.roles
		i++
	}
	t := r.at(i)
	if t.kind != tokenNumber || r.isInnerNumber(i) {
		return clock{}, 0, false
	}
	c, next, form := r.hands(i, joined)
	if form == formNone {
		return clock{}, 0, false
	}
	proof := joined && form == formDotted
	next = r.skipClockTail(next, &proof)
	next, half := r.meridiem(next)
	next = r.skipClockTail(next, &proof)
	half |= prefix & (roleAM | rolePM)
	c.hour = toTwentyFour(c.hour, half, r.tongue)
	c.zone, next = r.zone(next, c, &proof)
	if form == formHour {
		proof = false // "3 hrs" is a length of time, whatever follows.
	}
	if !r.proven(form, proof || half != 0, after, next) || !c.valid() {
		return clock{}, 0, false
	}
	return c, next, true
}

// isInnerNumber reports whether the number at i is the tail of a longer figure.
func (r *reader) isInnerNumber(i int) bool {
	return r.attached(i) && r.at(i-1).isMark(".:") && r.attached(i-1) && r.at(i-2).kind == tokenNumber &&
		r.at(i-2).digits <= 2
}

// A form is how a clock is written.
type form uint8

const (
	formNone   form = iota // no clock
	formColon              // 14:30, 14h30, 14時30分: a clock by itself
	formDotted             // 14.30: may be any fraction
	formHour               // 9: needs "am" or the like
	formRun                // 1430: needs a zone or "hrs"
)

// proven reports whether a clock of a form has the proof it needs.
func (r *reader) proven(f form, proof, after bool, next int) bool {
	switch f {
	case formColon:
		return true
	case formDotted:
		t := r.at(next)
		ends := t.kind == tokenEnd || t.isMark("|,;)~-.(/")
		return proof || after && ends
	}
	return proof
}

// hands reads the numbers of a clock.
func (r *reader) hands(i int, joined bool) (clock, int, form) {
	t := r.at(i)
	c := clock{hour: t.value}
	if t.digits > 2 {
		if t.digits != 4 {
			return c, 0, formNone
		}
		c.hour, c.min = t.value/100, t.value%100
		return c, i + 1, formRun
	}
	sep := r.at(i + 1)
	minutes := r.isNumber(i+2, 2) && r.at(i+2).digits == 2 && r.attached(i+2)
	switch {
	case sep.isMark(":") && minutes:
		c.min = r.at(i + 2).value
		next := r.seconds(&c, i+3)
		return c, next, formColon
	case sep.isMark(".") && r.attached(i+1) && minutes:
		c.min = r.at(i + 2).value
		return c, i + 3, formDotted
	case sep.is(roleHour):
		return r.spelledHands(c, i+2, joined)
	}
	return c, i + 1, formHour
}

// seconds reads seconds and their fraction after hours and minutes.
func (r *reader) seconds(c *clock, i int) int {
	if !r.at(i).isMark(":") || !r.attached(i) || !r.isNumber(i+1, 2) || !r.attached(i+1) {
		return i
	}
	c.sec = r.at(i + 1).value
	i += 2
	if r.at(i).isMark(".,") && r.attached(i) && r.attached(i+1) && r.at(i+1).kind == tokenNumber {
		f := r.at(i + 1)
		if d := r.line[f.start:f.end]; len(d) == f.digits {
			c.nsec, _ = readFraction("." + d)
		}
		i += 2
	}
	return i
}

// spelledHands reads what follows the word for hours: "14h30", "14 h 30",
// "14h", 9時30分, 14時. The letter h apart from its number may be a duration.
func (r *reader) spelledHands(c clock, i int, joined bool) (clock, int, form) {
	glued := r.attached(i - 1)
	ideograph := r.at(i-1).start < len(r.line) && r.line[r.at(i-1).start] >= 0xE0
	t := r.at(i)
	if r.isNumber(i, 2) && (ideograph || t.digits == 2 && r.attached(i) == glued && !r.isDuration(i+1)) {
		c.min = t.value
		i++
		if r.at(i).is(roleMinute) {
			i++
			if r.isNumber(i, 2) && r.at(i+1).is(roleSecond) {
				c.sec = r.at(i).value
				i += 2
			}
		}
		return c, i, formColon
	}
	if ideograph || joined || r.at(i-1).end-r.at(i-1).start > 1 { // "14 Uhr"
		return c, i, formColon
	}
	if glued && !r.isDuration(i) {
		return c, i, formColon
	}
	return c, i, formNone
}

// isDuration reports whether a word follows that makes a number of hours a
// length of time ("3h de lecture", "2h ago").
func (r *reader) isDuration(i int) bool {
	t := r.at(i)
	return t.kind == tokenWord && !t.is(roleLead|roleWeekday|roleClockTail)
}

// skipClockTail skips "Uhr", "hrs", "h", and notes that they prove a clock.
func (r *reader) skipClockTail(i int, proof *bool) int {
	if r.at(i).is(roleClockTail) && (r.at(i).end-r.at(i).start > 1 || r.at(i-1).kind == tokenNumber) {
		*proof = true
		i++
		if r.at(i).isMark(".") && r.attached(i) && r.at(i-1).end-r.at(i-1).start <= 3 {
			i++
		}
	}
	return i
}

// meridiem reads "am", "p.m.", "a. m.", "μ.μ." and single letters glued to the
// clock; the role is 0 where there is none.
func (r *reader) meridiem(i int) (int, role) {
	t := r.at(i)
	if t.kind != tokenWord {
		return i, 0
	}
	if half := t.word.roles & (roleAM | rolePM); half != 0 && !t.is(rolePrefix) {
		return i + 1, half
	}
	half := role(0)
	switch {
	case t.is(roleAMLetter):
		half = roleAM
	case t.is(rolePMLetter):
		half = rolePM
	default:
		return i, 0
	}
	second := r.skipMarks(i+1, 1, ".")
	if r.at(second).is(roleMLetter) {
		second++
		if r.at(second).isMark(".") && r.attached(second) && second-i == 3 {
			second++
		}
		return second, half
	}
	if r.attached(i) && !r.attached(i+1) {
		return i + 1, half
	}
	return i, 0
}

// toTwentyFour applies the half of the day. Hours over 12 stand as they are
// ("15:30 PM" is common); the German "am" before a day is a preposition.
func toTwentyFour(hour int, half role, t tongue) int {
	switch {
	case half&rolePM != 0 && hour < 12:
		return hour + 12
	case half&roleAM != 0 && hour == 12 && t.base != "de":
		return 0
	}
	return hour
}

// zone reads the zone after a clock, in parentheses or not.
func (r *reader) zone(i int, c clock, proof *bool) (zone, int) {
	open := r.at(i).isMark("(")
	at := i
	if open {
		at++
	}
	z, next, ok := r.zoneAt(at, c)
	if !ok || open && !r.at(next).isMark(")") {
		return zone{}, i
	}
	*proof = true
	if open {
		return z, next + 1
	}
	return z, r.skipZoneGloss(next)
}

// zoneAt reads a zone: an offset, a name, a name with an offset.
func (r *reader) zoneAt(i int, c clock) (zone, int, bool) {
	t := r.at(i)
	if t.isMark("+-") {
		return r.offset(i, c, false)
	}
	if t.kind != tokenWord {
		return zone{}, 0, false
	}
	if z, next, ok := r.spelledZone(i); ok {
		return z, next, true
	}
	name := r.line[t.start:t.end]
	if (name == "Z" || name == "z") && r.attached(i) {
		return zone{known: true}, i + 1, true
	}
	z, ok := zoneNamed(r.zoneName(name), r.tongue)
	if !ok {
		return zone{}, 0, false
	}
	if z == (zone{known: true}) && r.at(i+1).isMark("+-") {
		if z, next, ok := r.offset(i+1, c, true); ok {
			return z, next, true
		}
	}
	return z, i + 1, true
}

// zoneName returns the name to look up. In running text only capitals are zone
// names: "est", "et" and "ist" are words. UTC and GMT are nothing else.
func (r *reader) zoneName(name string) string {
	if len(name) > 8 {
		return ""
	}
	if upper := strings.ToUpper(name); r.whole || upper == "UTC" || upper == "GMT" || upper == "МСК" {
		return upper
	}
	return name
}

// offset reads +02:00, +0200, and after a name +2. A hyphen after a clock may
// begin anything else, so without a name it needs more digits or seconds.
func (r *reader) offset(i int, c clock, named bool) (zone, int, bool) {
	n := r.at(i + 1)
	if n.kind != tokenNumber || !r.attached(i+1) || n.digits > 4 || n.digits == 3 && !named {
		return zone{}, 0, false
	}
	west := r.at(i).mark == '-'
	hours, minutes, next := n.value, 0, i+2
	if n.digits > 2 {
		hours, minutes = n.value/100, n.value%100
	} else if r.at(next).isMark(":") && r.attached(next) && r.isNumber(next+1, 2) && r.attached(next+1) {
		minutes = r.at(next + 1).value
		next += 2
	} else if !named && (n.digits == 1 || c.sec == 0 && !r.whole) {
		return zone{}, 0, false
	}
	if west && !named && n.digits < 4 && c.sec == 0 && !r.whole {
		return zone{}, 0, false
	}
	z, ok := offsetZone(west, hours, minutes)
	return z, next, ok
}

// spelledZone reads "Eastern Time", "Pacific Daylight Time" and the like.
func (r *reader) spelledZone(i int) (zone, int, bool) {
	letter := ""
	for _, name := range [...]string{"Eastern", "Central", "Mountain", "Pacific"} {
		if r.reads(i, name) {
			letter = name[:1]
		}
	}
	if letter == "" {
		return zone{}, 0, false
	}
	next, kind := i+1, ""
	switch {
	case r.reads(next, "Standard"):
		next, kind = next+1, "S"
	case r.reads(next, "Daylight"):
		next, kind = next+1, "D"
	}
	if !r.reads(next, "Time") {
		return zone{}, 0, false
	}
	z, ok := zoneNamed(letter+kind+"T", tongue{})
	return z, next + 1, ok
}

// reads reports whether token i is a word, in any case.
func (r *reader) reads(i int, w string) bool {
	t := r.at(i)
	return t.kind == tokenWord && strings.EqualFold(r.line[t.start:t.end], w)
}

// skipZoneGloss skips what repeats an offset in words: "+0200 CEST",
// "GMT+0200 (Central European Summer Time)".
func (r *reader) skipZoneGloss(i int) int {
	if r.at(i-1).kind != tokenNumber {
		return i
	}
	if t := r.at(i); t.kind == tokenWord {
		if _, ok := zoneNamed(r.line[t.start:t.end], tongue{}); ok {
			return i + 1
		}
	}
	if !r.at(i).isMark("(") {
		return i
	}
	for j := i + 1; j < i+9; j++ {
		t := r.at(j)
		if t.isMark(")") {
			return j + 1
		}
		if t.kind != tokenWord && !t.isMark("-+") && t.kind != tokenNumber {
			break
		}
	}
	return i
}
