package dates

// A printedDay is a day as read: in the order of C's asctime the clock stands
// inside of it.
type printedDay struct {
	day
	clock   clock
	clocked bool
	implied bool // the year does not stand there as four digits
}

// day reads a day of the calendar at token i.
func (r *reader) day(i int) (printedDay, int, bool) {
	switch t := r.at(i); {
	case t.is(roleEra):
		return r.eraDay(i)
	case t.kind == tokenNumber && t.digits == 4:
		return r.yearFirst(i)
	case t.kind == tokenNumber && t.digits <= 2:
		if d, next, ok := r.numericDay(i); ok {
			return d, next, true
		}
		return r.dayFirst(i)
	case t.kind == tokenWord:
		return r.monthFirst(i)
	}
	return printedDay{}, 0, false
}

// eraDay reads 令和7年6月14日; the first year of an era is 元年.
func (r *reader) eraDay(i int) (printedDay, int, bool) {
	year := 1
	if r.isNumber(i+1, 3) {
		year = r.at(i + 1).value
	} else if !r.at(i + 1).is(roleFirstYear) {
		return printedDay{}, 0, false
	}
	if !r.at(i+2).is(roleYear) || year == 0 {
		return printedDay{}, 0, false
	}
	d, next, ok := r.monthAndDay(r.at(i).word.era+year, i+3)
	d.implied = true
	return d, next, ok
}

// monthAndDay reads 6月14日 and its kin after a year.
func (r *reader) monthAndDay(year, i int) (printedDay, int, bool) {
	if !r.isNumber(i, 2) || !r.at(i+1).is(roleMonth) || !r.isNumber(i+2, 2) || !r.at(i+3).is(roleDay) {
		return printedDay{}, 0, false
	}
	return found(year, r.at(i).value, r.at(i+2).value, i+4)
}

// found returns a day that has been read up to next, if the calendar has it.
func found(year, month, dayOfMonth, next int) (printedDay, int, bool) {
	d := day{year, month, dayOfMonth}
	return printedDay{day: d}, next, d.valid()
}

// yearFirst reads 2025年6月14日, 2025-06-14, "2025. 6. 14.", "2025. június 14."
// and "2025-Jun-14".
func (r *reader) yearFirst(i int) (printedDay, int, bool) {
	year := r.at(i).value
	if r.at(i + 1).is(roleYear) {
		return r.monthAndDay(year, i+2)
	}
	if a, b, next, ok := r.numbersAfter(i, 2); ok {
		return found(year, a, b, next)
	}
	at := r.skipHyphen(r.skipMarks(i+1, 1, ".,"))
	month, at, ok := r.month(at)
	if !ok {
		return printedDay{}, 0, false
	}
	at = r.skipHyphen(r.skipMarks(at, 1, "."))
	if !r.isNumber(at, 2) || r.beginsClock(at) || r.endsInYear(at+1) {
		return printedDay{}, 0, false
	}
	return found(year, month, r.at(at).value, at+1)
}

// beginsClock reports whether the number at i is an hour.
func (r *reader) beginsClock(i int) bool {
	return r.at(i+1).isMark(":") && r.attached(i+1) && r.isNumber(i+2, 2)
}

// endsInYear reports whether a year stands at i: then what was taken for a day
// after a year is the day before another ("© 2025 May 3, 2026").
func (r *reader) endsInYear(i int) bool {
	t := r.at(r.skipMarks(i, 1, ","))
	return t.kind == tokenNumber && t.digits == 4 && t.value >= minYear && t.value <= maxYear &&
		!r.at(i+1).isMark(":")
}

// numbersAfter reads the two numbers after the one at i that stand behind the
// same mark: a dot, slash or hyphen, the last one of up to so many digits. A
// further such number makes it a version or an address, no date.
func (r *reader) numbersAfter(i, digits int) (a, b, next int, ok bool) {
	if !r.at(i + 1).isMark("./-") {
		return 0, 0, 0, false
	}
	mark := string(rune(r.at(i + 1).mark))
	if !r.at(i+3).isMark(mark) || !r.isNumber(i+2, 2) || !r.isNumber(i+4, digits) {
		return 0, 0, 0, false
	}
	for j := i + 1; j <= i+4; j++ {
		if r.at(j).spaced && !spaceAllowed(mark, r.at(j).kind) {
			return 0, 0, 0, false
		}
	}
	if r.at(i+5).isMark(mark) && r.attached(i+5) && r.attached(i+6) && r.at(i+6).kind == tokenNumber {
		return 0, 0, 0, false
	}
	return r.at(i + 2).value, r.at(i + 4).value, i + 5, true
}

// spaceAllowed reports whether a space may stand before a token of a numeric
// date: after a dot ("14. 6. 2025") and around slashes, never around a hyphen.
func spaceAllowed(mark string, kind tokenKind) bool {
	return mark == "/" || mark == "." && kind == tokenNumber
}

// numericDay reads 14.06.2025, 14/06/2025, 06/14/2025, 14-06-2025.
func (r *reader) numericDay(i int) (printedDay, int, bool) {
	b, year, next, ok := r.numbersAfter(i, 4)
	if !ok {
		return printedDay{}, 0, false
	}
	a := r.at(i).value
	short := r.at(next-1).digits == 2
	switch {
	case short && r.tongue.order == orderUnknown:
		return printedDay{}, 0, false // It could begin with the year, too.
	case short:
		year = centuryOf(year)
	case r.at(next-1).digits != 4:
		return printedDay{}, 0, false
	}
	month, dayOfMonth, ok := r.arrange(a, b, r.at(i+1).mark)
	if !ok {
		return printedDay{}, 0, false
	}
	d, next, ok := found(year, month, dayOfMonth, r.skipYearTail(next))
	d.implied = short
	return d, next, ok
}

// arrange tells day from month. A number over 12 decides, then a dot, which is
// written where the day stands first, then the language.
func (r *reader) arrange(a, b int, mark byte) (month, dayOfMonth int, ok bool) {
	switch {
	case a > 12 || a == b || b <= 12 && mark == '.':
		return b, a, true
	case b > 12:
		return a, b, true
	case r.tongue.order == dayMonth:
		return b, a, true
	case r.tongue.order == monthDay:
		return a, b, true
	}
	return 0, 0, false
}

// centuryOf gives a year of two digits its century, as POSIX does.
func centuryOf(year int) int {
	if year >= 69 {
		return 1900 + year
	}
	return 2000 + year
}

// dayFirst reads "14. Juni 2025", "14th of June, 2025", "14-Jun-2025", "14 de
// junio de 2025", "14 tháng 6 năm 2025".
func (r *reader) dayFirst(i int) (printedDay, int, bool) {
	if r.endsRange(i) {
		return printedDay{}, 0, false
	}
	dayOfMonth := r.at(i).value
	at := r.skipOrdinal(i + 1)
	if r.at(at).isMark(".") && r.attached(at) {
		at++
	}
	at = r.skipOf(r.skipHyphen(at))
	month, at, ok := r.month(at)
	if !ok {
		return printedDay{}, 0, false
	}
	at = r.skipHyphen(r.skipMarks(at, 2, ".,"))
	y, next, ok := r.year(r.skipOf(at))
	if !ok {
		return printedDay{}, 0, false
	}
	d, next, ok := found(y.value, month, dayOfMonth, next)
	d.implied = y.short
	return d, next, ok
}

// endsRange reports whether the number at i ends a range of days ("14.–15.
// Juni 2025"): that is the date of an event.
func (r *reader) endsRange(i int) bool {
	if !r.at(i-1).isMark("-~") || i < 2 {
		return false
	}
	before := i - 2
	if r.at(before).isMark(".") {
		before--
	}
	if before < 0 || !r.isNumber(before, 2) || r.at(before-1).isMark(":.h/") {
		return false
	}
	return r.at(before).value < r.at(i).value
}

// skipOrdinal skips "th", "er", "º", "°", ":e", "-го" after the number of a day.
func (r *reader) skipOrdinal(i int) int {
	t := r.at(i)
	switch {
	case t.isMark("^") && r.attached(i):
		return i + 1
	case t.isMark(":-") && r.attached(i) && r.attached(i+1) && r.at(i+1).is(roleOrdinal):
		return i + 2
	case t.is(roleOrdinal) && r.attached(i):
		return i + 1
	}
	return i
}

// month reads the name of a month, or a number after a word for month. Two
// names of one month may stand side by side ("يونيو/حزيران").
func (r *reader) month(i int) (month, next int, ok bool) {
	if r.at(i).is(roleMonthBefore) && r.isNumber(i+1, 2) {
		return r.at(i + 1).value, i + 2, true
	}
	month, next = r.monthName(i)
	if month == 0 {
		return 0, 0, false
	}
	if r.at(next).isMark("/") {
		if again, after := r.monthName(next + 1); again == month {
			next = after
		}
	}
	return month, next, true
}

// monthName reads the name of a month in one word or two; 0 where there is none.
func (r *reader) monthName(i int) (month, next int) {
	t := r.at(i)
	switch w := t.word; {
	case w.pair[0] > 0 && r.at(i+1).is(rolePairFirst):
		return w.pair[0], i + 2
	case w.pair[0] > 0 && r.at(i+1).is(rolePairSecond):
		return w.pair[1], i + 2
	case w.month > 0 && (w.langs == "" || r.whole || speaks(w.langs, r.tongue.base)):
		return w.month, i + 1
	}
	return 0, i
}

// speaks reports whether a list such as "pl cs" holds a language.
func speaks(langs, base string) bool {
	for len(langs) >= 2 {
		if langs[:2] == base {
			return true
		}
		langs = langs[min(3, len(langs)):]
	}
	return false
}

// A printedYear is a year, and whether it was printed with two digits.
type printedYear struct {
	value int
	short bool
}

// year reads a year of four digits after a month. One of two digits needs an
// apostrophe, the hyphens of RFC 850, or a line that is one date: elsewhere it
// may be any number ("14 Nov 25 comments").
func (r *reader) year(i int) (printedYear, int, bool) {
	quoted := r.at(i).isMark("'")
	if quoted || r.at(i).is(roleYearBefore) {
		i++
	}
	t := r.at(i)
	if t.kind != tokenNumber {
		return printedYear{}, 0, false
	}
	switch {
	case t.digits == 4:
		return printedYear{value: t.value}, r.skipYearTail(i + 1), true
	case t.digits == 2 && !r.beginsClock(i) && (quoted || r.whole || r.hyphened(i)):
		return printedYear{centuryOf(t.value), true}, i + 1, true
	}
	return printedYear{}, 0, false
}

// hyphened reports whether the number at i ends "14-Jun-25".
func (r *reader) hyphened(i int) bool {
	return r.at(i-1).isMark("-") && r.attached(i) && r.at(i-3).isMark("-")
}

// skipYearTail skips "г.", "года", "r.", "року" after a year.
func (r *reader) skipYearTail(i int) int {
	if !r.at(i).is(roleYearTail) {
		return i
	}
	if i++; r.at(i).isMark(".") && r.attached(i) {
		i++
	}
	return i
}

// monthFirst reads "June 14, 2025", "Jun. 14th 2025", "junio 14 de 2025", and
// with a clock before the year "Jun 14 09:30:00 UTC 2025".
func (r *reader) monthFirst(i int) (printedDay, int, bool) {
	month, at, ok := r.month(i)
	if !ok {
		return printedDay{}, 0, false
	}
	at = r.skipHyphen(r.skipMarks(at, 1, "."))
	for r.at(at).is(roleLead) { // "June the 14th"
		at++
	}
	if !r.isNumber(at, 2) || r.beginsClock(at) {
		return printedDay{}, 0, false
	}
	dayOfMonth := r.at(at).value
	at = r.skipBracketedWeekday(r.skipOrdinal(at + 1))
	if y, next, ok := r.year(r.skipOf(r.skipHyphen(r.skipMarks(at, 2, ".,")))); ok {
		d, next, ok := found(y.value, month, dayOfMonth, next)
		d.implied = y.short
		return d, next, ok
	}
	c, next, ok := r.joinedClock(at)
	if !ok {
		return printedDay{}, 0, false
	}
	y, next, ok := r.year(r.skipMarks(next, 1, ","))
	if !ok {
		return printedDay{}, 0, false
	}
	d, next, ok := found(y.value, month, dayOfMonth, next)
	d.clock, d.clocked, d.implied = c, true, y.short
	return d, next, ok
}
