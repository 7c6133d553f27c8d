package dates

// A finding is what was read of a line.
type finding struct {
	date       Date
	start, end int
	implied    bool // the year does not stand in the text as four digits
}

// A reader reads the tokens of one line.
type reader struct {
	line   string
	tokens []token
	tongue tongue
	whole  bool // the line is one date and nothing else
}

// parsePrinted reads a line that is one printed date.
func parsePrinted(s string) (Date, bool) {
	var buf [maxParse/2 + 1]token
	r := reader{line: s, tokens: tokenize(s, buf[:0]), whole: true}
	i := r.skipLead(0)
	f, next, ok := r.date(i)
	if !ok {
		return Date{}, false
	}
	if r.at(r.skipTrail(next)).kind != tokenEnd {
		return Date{}, false
	}
	return f.date, true
}

// findPrinted returns the first date within a line.
func findPrinted(s string, t tongue) (finding, bool) {
	if !hasDigit(s) {
		return finding{}, false
	}
	var buf [maxFind/2 + 1]token
	r := reader{line: s, tokens: tokenize(s, buf[:0]), tongue: t}
	for i := range r.tokens {
		if !r.mayStart(i) {
			continue
		}
		if f, next, ok := r.date(r.skipLead(i)); ok {
			f.start, f.end = r.at(i).start, r.at(next-1).end
			return f, true
		}
	}
	return finding{}, false
}

// hasDigit spares most lines the work: a date has a number.
func hasDigit(s string) bool {
	for _, c := range s {
		if digitValue(c) >= 0 {
			return true
		}
	}
	return false
}

// at returns a token, or the end where there is none at i.
func (r *reader) at(i int) *token {
	if i < 0 || i >= len(r.tokens) {
		i = len(r.tokens) - 1
	}
	return &r.tokens[i]
}

// attached reports whether token i follows the one before without a space.
func (r *reader) attached(i int) bool {
	return i > 0 && r.at(i).kind != tokenEnd && !r.at(i).spaced
}

// isNumber reports whether token i is a number of up to so many digits.
func (r *reader) isNumber(i, digits int) bool {
	t := r.at(i)
	return t.kind == tokenNumber && t.digits <= digits
}

// mayStart reports whether a date may begin at token i: at a number that is
// not the tail of a longer one ("1.2.2025.7", "12:09:30"), a month, a weekday,
// an era, a word before a clock.
func (r *reader) mayStart(i int) bool {
	t := r.at(i)
	switch t.kind {
	case tokenNumber:
		inner := r.attached(i) && r.at(i-1).isMark(".:/-+,$#%_") && r.attached(i-1) && r.at(i-2).kind == tokenNumber
		return !inner
	case tokenWord:
		return t.word.month > 0 || t.word.pair[0] > 0 || t.is(roleWeekday|roleEra|roleAt|rolePrefix)
	}
	return false
}

// date reads a day with the clock before or after it.
func (r *reader) date(i int) (finding, int, bool) {
	if f, next, ok := r.isoStamp(i); ok {
		return f, next, true
	}
	if f, next, ok := r.clockThenDay(i); ok {
		return f, next, true
	}
	d, next, ok := r.day(i)
	if !ok {
		return finding{}, 0, false
	}
	if d.clocked {
		return finding{date: dateAt(d.day, d.clock), implied: d.implied}, next, true
	}
	if c, after, ok := r.joinedClock(next); ok {
		return finding{date: dateAt(d.day, c), implied: d.implied}, after, true
	}
	return finding{date: dateOf(d.day), implied: d.implied}, next, true
}

// isoStamp reads an ISO 8601 stamp with its T, which glues letters to numbers.
func (r *reader) isoStamp(i int) (finding, int, bool) {
	t := r.at(i)
	if t.kind != tokenNumber || t.digits != 4 || !r.at(i+1).isMark("-") || len(r.line)-t.start < 13 {
		return finding{}, 0, false
	}
	if c := r.line[t.start+10]; c != 'T' && c != 't' {
		return finding{}, 0, false
	}
	d, n, ok := readISO(r.line[t.start:])
	if !ok || !d.HasClock {
		return finding{}, 0, false
	}
	next := i
	for r.at(next).kind != tokenEnd && r.at(next).start < t.start+n {
		next++
	}
	return finding{date: d}, next, r.at(next-1).end == t.start+n
}

// clockThenDay reads "3:15 PM EDT, Tue June 3, 2025" and "um 14:30 Uhr am
// 14. Juni 2025". The clock has to look like one by itself.
func (r *reader) clockThenDay(i int) (finding, int, bool) {
	at := i
	for at < i+2 && r.at(at).is(roleAt) {
		at++
	}
	c, next, ok := r.clock(at, at > i, false)
	if !ok {
		return finding{}, 0, false
	}
	d, next, ok := r.day(r.skipToDay(next))
	if !ok || d.clocked {
		return finding{}, 0, false
	}
	return finding{date: dateAt(d.day, c), implied: d.implied}, next, true
}

// joinedClock reads the clock that follows a day, with what stands between:
// marks, a weekday, "at". A parenthesis is closed again.
func (r *reader) joinedClock(i int) (clock, int, bool) {
	at, joined, open := r.skipToClock(i)
	c, next, ok := r.clock(at, joined, true)
	if !ok {
		return clock{}, 0, false
	}
	if open && r.at(next).isMark(")") {
		next++
	}
	return c, next, true
}

// maxBetween is how many tokens may stand between a day and its clock.
const maxBetween = 6

// skipToClock skips what may stand between a day and the clock after it. Joined
// says that a word such as "at" did, open that a parenthesis was opened.
func (r *reader) skipToClock(i int) (next int, joined, open bool) {
	for end := i + maxBetween; i < end; i++ {
		if j := r.skipBracketedWeekday(i); j > i {
			i = j - 1
			continue
		}
		switch t := r.at(i); {
		case t.is(roleAt):
			joined = true
		case t.isMark("@"):
			joined = true
		case t.isMark("("):
			open = true
		case t.isMark(",.|-~/:;") || t.is(roleWeekday|roleWeekdayTail):
		default:
			return i, joined, open
		}
	}
	return i, joined, open
}

// skipToDay skips what may stand between a clock and the day after it.
func (r *reader) skipToDay(i int) int {
	for end := i + maxBetween; i < end; i++ {
		t := r.at(i)
		isMonth := t.word.month > 0 && r.at(i+1).kind == tokenNumber
		if isMonth || !t.isMark(",.|-~/(") && !t.is(roleWeekday|roleWeekdayTail|roleLead|roleOf) {
			break
		}
	}
	return i
}

// skipLead skips weekdays before a day and the marks after them; where the
// line is one date, little words too ("on Saturday March 28, 2020"). A weekday
// that is also a month is one before a number: "mar 3 2025", but not in
// "mar 3 giu 2025", a Tuesday.
func (r *reader) skipLead(i int) int {
	skip := roleWeekday | roleWeekdayTail
	if r.whole {
		skip |= roleLead
	}
	for end := i + maxBetween; i < end; i++ {
		t := r.at(i)
		isMonth := t.word.month > 0 && r.at(i+1).kind == tokenNumber && r.at(i+2).word.month == 0
		if isMonth || !t.is(skip) {
			break
		}
		i = r.skipMarks(i+1, 2, ",.") - 1
		if r.at(i+1).isMark("-") && r.at(i+2).is(roleWeekdayTail) {
			i++
		}
	}
	return i
}

// skipTrail skips what may end a line that is one date: a full stop, a weekday.
func (r *reader) skipTrail(i int) int {
	for end := i + maxBetween; i < end; i++ {
		if t := r.at(i); !t.isMark(".,()") && !t.is(roleWeekday) {
			break
		}
	}
	return i
}

// skipBracketedWeekday skips "(Sat)", "（土）"; without one it returns i.
func (r *reader) skipBracketedWeekday(i int) int {
	if r.at(i).isMark("(") && r.at(i+1).is(roleWeekday) && r.at(i+2).isMark(")") {
		return i + 3
	}
	return i
}

// skipMarks skips up to n of the marks.
func (r *reader) skipMarks(i, n int, marks string) int {
	for end := i + n; i < end && r.at(i).isMark(marks); {
		i++
	}
	return i
}

// skipHyphen skips a hyphen or slash that glues its neighbours ("14-Jun-2025").
// With spaces it is a dash, and what follows is another thing.
func (r *reader) skipHyphen(i int) int {
	if r.at(i).isMark("-/") && r.attached(i) && r.attached(i+1) {
		return i + 1
	}
	return i
}

// skipOf skips "of", "de", "d'".
func (r *reader) skipOf(i int) int {
	for end := i + 2; i < end && r.at(i).is(roleOf); i++ {
		if r.at(i + 1).isMark("'") {
			i++
		}
	}
	return i
}
