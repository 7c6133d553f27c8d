package newspage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newspage-go/newspage/internal/dates"
)

// This file reads the line that says who is quoted: "– Jane Roe, CEO of Acme,
// via Reuters". It knows text alone, not where on the page the line stands. A
// wrong name is worse than none: what fits no known form names nobody.

const (
	maxAttribution      = 200 // characters; a longer line is no attribution
	maxAttributionWords = 32
	maxOutletWords      = 12
)

// readAttribution reads a line that says who is quoted; a line break in it
// parts the name from the role. ok is false where nothing in it names anybody.
// Each part is a piece of the line with white space folded. URL is not set.
func readAttribution(line string) (a Attribution, ok bool) {
	text, dash := foldAttribution(line)
	if text == "" || isAttributionProse(text) {
		return Attribution{}, false
	}
	if inner, ok := unbracketed(text); ok {
		return readBracketed(inner)
	}
	a, ok = readAttributionText(text)
	if !ok && dash {
		if via, isWork := readWork(text); isWork {
			return Attribution{Via: via}, true
		}
	}
	return a, ok
}

// foldAttribution folds the white space of each line of s and takes dashes,
// bullets and trailing marks off; dash says whether there was a dash. "" for a
// line that is too long.
func foldAttribution(s string) (text string, dash bool) {
	if len(s) > 4*maxAttribution+400 || utf8.RuneCountInString(s) > maxAttribution+100 {
		return "", false
	}
	var lines []string
	for _, l := range strings.Split(s, "\n") {
		if l = foldSpace(l); strings.Trim(l, dashes+" •·|") != "" {
			lines = append(lines, l)
		} else if l != "" && len(lines) == 0 {
			dash = true
		}
	}
	text = strings.Join(lines, "\n")
	if utf8.RuneCountInString(text) > maxAttribution {
		return "", false
	}
	text, cut := cutDash(text)
	return trimAttribution(text), dash || cut
}

// cutDash takes the leading dashes off s, also where they were escaped twice.
func cutDash(s string) (string, bool) {
	t := s
	for {
		u := strings.TrimLeft(t, dashes+"•·●*► \n")
		for _, e := range [...]string{"&mdash;", "&ndash;", "&#8212;", "&#8211;", "&horbar;"} {
			u = strings.TrimPrefix(u, e)
		}
		if u == t {
			break
		}
		t = u
	}
	if strings.HasPrefix(s, "*") && !strings.HasPrefix(s, "* ") {
		return s, false // a masked name.
	}
	return t, t != s
}

// trimAttribution takes the marks off the ends of an attribution.
func trimAttribution(s string) string {
	s = strings.TrimLeft(s, " \n,;:.|")
	s = strings.TrimRight(s, " \n,;:|"+dashes)
	if i := strings.LastIndexAny(s, " \n"); strings.HasSuffix(s, ".") && !keepsFullStop(s[i+1:]) {
		s = strings.TrimRight(s, ".")
	}
	return s
}

// keepsFullStop says whether the full stop at the end of w belongs to it: "Jr.", "Inc.", "U.S.".
func keepsFullStop(w string) bool {
	if isInitials(w) || inSet(suffixes, w) || inSet(honorifics, w) || inSet(abbreviations, w) {
		return true
	}
	return strings.Count(w, ".") > 1
}

// abbreviations are words whose full stop ends no sentence.
var abbreviations = wordSet(`inc. co. corp. ltd. llc. st. ave. univ. dept. dist. mass. calif. conn. ill. mich. wash. pa. va. vt. fla.
	tex. rep. sen. gov. no. nr. vol. bd. ed. eds. hg. hrsg. p. pp. s. ch. cap. art. assoc. asst. assn. bros. u.a. z.b. bzw. ca. e.v. v. vs.`)

// isAttributionProse says whether s is running text: too many words, a question
// or call, or a sentence end within it.
func isAttributionProse(s string) bool {
	words := strings.Fields(s)
	if len(words) > maxAttributionWords {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("!?…！？؟。", last) && len(words) > 1 {
		return true
	}
	for i, w := range words[:len(words)-1] {
		r, _ := utf8.DecodeLastRuneInString(w)
		if !strings.ContainsRune(".!?…。！？؟", r) || r == '.' && (keepsFullStop(w) || utf8.RuneCountInString(w) <= 3) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(words[i+1])
		if r != '.' || !unicode.IsDigit(next) && !unicode.IsLower(next) {
			return true
		}
	}
	return strings.ContainsAny(s, "。！？") && !strings.HasSuffix(s, "。")
}

// openBrackets and closeBrackets are pairs, in the same order.
var (
	openBrackets  = []rune("([（［【〔")
	closeBrackets = []rune(")]）］】〕")
)

func bracketIndex(set []rune, r rune) int {
	for i, b := range set {
		if b == r {
			return i
		}
	}
	return -1
}

// unbracketed is what stands in the brackets around all of s.
func unbracketed(s string) (string, bool) {
	open, size := utf8.DecodeRuneInString(s)
	end, endSize := utf8.DecodeLastRuneInString(s)
	i := bracketIndex(openBrackets, open)
	if i < 0 || end != closeBrackets[i] || len(s) <= size+endSize {
		return "", false
	}
	inner := s[size : len(s)-endSize]
	if strings.ContainsAny(inner, string(openBrackets)+string(closeBrackets)) {
		return "", false
	}
	return trimAttribution(inner), true
}

// readBracketed reads a line in brackets: an outlet or a work, unless it holds a name with more.
func readBracketed(s string) (Attribution, bool) {
	if rest, ok := phrasePrefix(phraseSource, s); ok && rest != "" {
		return viaOnly(rest)
	}
	if a, ok := readAttributionText(s); ok && (a.Via != "" || a.Speaker != "" && a.Role != "") {
		return a, true
	}
	if via, ok := readWork(s); ok {
		return Attribution{Via: via}, true
	}
	return Attribution{}, false
}

// viaOnly is the attribution to the outlet s.
func viaOnly(s string) (Attribution, bool) {
	s = cleanOutlet(s)
	if !hasLetter(s) {
		return Attribution{}, false
	}
	return Attribution{Via: s}, true
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// readWork reads s as the title of an outlet or a work: a few words, none of which looks like running text.
func readWork(s string) (string, bool) {
	s = cleanOutlet(s)
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 8 || !hasLetter(s) {
		return "", false
	}
	if isDomain(s) {
		return s, true
	}
	if isCreditLabel(s) || phraseIs(phraseRole, s) || phraseIs(phraseSaid, s) || phraseIs(phraseBy, s) {
		return "", false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, openingMarks))
		small := unicode.IsLower(r) && !isCaseless(r)
		if small && (i == 0 && len(words) == 1 || !inSet(particles, w) && !inSet(prepositions, w) && !inSet(definite, w) && !phraseIs(phraseAnd, w) && !isReferenceWord(w)) {
			return "", false
		}
	}
	return s, len(words) > 1 || !inSet(notNames, s)
}

const openingMarks = "\"'“”„«»‘’‚‹›「『《〈"

// isSourceLabel says whether s labels a source ("Source", "Quelle"), not a picture credit alone.
func isSourceLabel(s string) bool {
	set := phraseSets(s)
	return set.has(phraseSource) && (set.has(phraseAnchor) || !set.has(phraseCredit))
}

// isCreditLabel says whether s begins as a picture credit does.
func isCreditLabel(s string) bool {
	if label, _, ok := cutColon(s); ok && isSourceLabel(label) {
		return false
	}
	words := strings.Fields(s)
	for n := min(phraseWords, len(words)); n > 0; n-- {
		head := strings.Join(words[:n], " ")
		if !phraseIs(phraseCredit, head) {
			continue
		}
		return n > 1 || n == len(words) || strings.HasSuffix(head, ":") || strings.HasPrefix(words[n], "/") || words[n] == "by" || isDash(words[n]) || words[n] == "|"
	}
	before, _, ok := cutColon(s)
	return ok && phraseIs(phraseCredit, before)
}

// cleanOutlet takes articles, marks and quotation marks off an outlet's name.
func cleanOutlet(s string) string {
	s = trimAttribution(foldSpace(s))
	if inner, ok := unbracketed(s); ok {
		s = inner
	}
	if rest, ok := dropArticle(s); ok && !strings.Contains(rest, " ") && isUpperWord(rest) {
		s = rest // "the BBC".
	} else if w, rest, ok := strings.Cut(s, " "); ok && startsSmall(w) && inSet(definite, w) {
		s = rest // "the Guardian", but "The Guardian".
	} else if ok && startsSmall(s) {
		s = rest // l'AFP.
	}
	return trimMarks(trimAttribution(s))
}

// trimMarks takes quotation marks off s where they stand around it.
func trimMarks(s string) string {
	t := strings.Trim(s, openingMarks+"」』》〉 ")
	if t != s && !strings.ContainsAny(t, "“”„«»「」『』《》\"") && (len(s)-len(t) > 1) {
		return t
	}
	return s
}

func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// dropArticle takes a leading article off s, also one grown to the word (l'AFP, all'ANSA).
func dropArticle(s string) (string, bool) {
	if w, rest, ok := strings.Cut(s, " "); ok && inSet(definite, w) {
		return rest, true
	}
	for _, p := range [...]string{"l'", "l’", "L'", "L’", "d'", "d’"} {
		if strings.HasPrefix(s, p) && len(s) > len(p) {
			return s[len(p):], true
		}
	}
	return s, false
}

// readAttributionText reads an attribution without dash and brackets.
func readAttributionText(s string) (Attribution, bool) {
	if isCreditLabel(s) {
		return Attribution{}, false
	}
	if a, done, ok := readLabelled(s); done {
		return a, ok
	}
	if rest, ok := cutFrom(s); ok {
		return viaOnly(rest)
	}
	r := attributionReader{text: s, roleStart: -1}
	parts := attributionParts(s)
	if isReferenceLine(parts) {
		return Attribution{Via: foldSpace(s)}, true
	}
	if t := withoutDate(s); t != s {
		return readAttributionText(t)
	}
	for i := range parts {
		if !r.read(parts, i) {
			break
		}
	}
	return r.attribution()
}

// cutFrom cuts "From" off the name of an outlet.
func cutFrom(s string) (string, bool) {
	rest, ok := strings.CutPrefix(s, "From ")
	return rest, ok && isOutletText(rest) && !phraseIs(phraseOutlet, s)
}

// readLabelled reads "Source: X", "Author: X", "Outlet: Name" and "Name: Work".
// done is false where s has no label.
func readLabelled(s string) (a Attribution, done, ok bool) {
	before, after, found := cutColon(s)
	if !found {
		if rest, ok := phrasePrefix(phraseSource, s); ok && isOutletText(rest) && !phraseIs(phraseOutlet, s) {
			a, ok = viaOnly(rest)
			return a, true, ok
		}
		return a, false, false
	}
	words := strings.Fields(before)
	switch {
	case after == "" || before == "":
		a, ok = readAttributionText(before + after)
	case isSourceLabel(before) || phraseIs(phraseVia, before):
		a, ok = viaOnly(after)
	case phraseIs(phraseBy, before) || phraseIs(phraseRole, before) && isPersonName(after):
		a, ok = readAttributionText(after)
		if ok && a.Role == "" && phraseIs(phraseRole, before) {
			a.Role = foldSpace(before)
		}
	case isOutletName(words):
		a, ok = readAttributionText(after)
		if ok = ok && a.Speaker != "" && a.Via == ""; ok {
			a.Via = cleanOutlet(before)
		}
	case isPersonName(before):
		a.Speaker, ok = foldSpace(before), true
		if via, isWork := readWork(after); isWork {
			a.Via = via
		}
	}
	if !ok {
		a = Attribution{}
	}
	return a, true, ok
}

// An attributionPart is a piece of an attribution between separators.
type attributionPart struct {
	text       string
	start, end int  // where it stands
	bracketed  bool // it stood in brackets
	quoted     bool // it is all in quotation marks
}

// attributionParts cuts s at commas, bars, spaced dashes, line breaks and brackets, but not within quotation marks.
func attributionParts(s string) []attributionPart {
	var parts []attributionPart
	start, quote, bracket := 0, rune(0), -1
	add := func(end int, bracketed bool) {
		if p, ok := attributionPiece(s, start, end); ok {
			p.bracketed = bracketed
			parts = append(parts, p)
		}
	}
	for i, r := range s {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case bracket >= 0:
			if r == closeBrackets[bracket] {
				add(i, true)
				start, bracket = i+utf8.RuneLen(r), -1
			}
		case closesLater(r, s[i:]) != 0:
			quote = closesLater(r, s[i:])
		case bracketIndex(openBrackets, r) >= 0:
			if b := bracketIndex(openBrackets, r); strings.ContainsRune(s[i:], closeBrackets[b]) {
				add(i, false)
				start, bracket = i+utf8.RuneLen(r), b
			}
		case partsHere(s, i, r):
			add(i, false)
			start = i + utf8.RuneLen(r)
		}
	}
	add(len(s), false)
	return parts
}

// closesLater is the mark that closes the quotation which r opens; 0 where it opens none or none closes it.
func closesLater(r rune, rest string) rune {
	var end rune
	switch r {
	case '“':
		end = '”'
	case '„':
		end = '“'
	case '«':
		end = '»'
	case '「':
		end = '」'
	case '『':
		end = '』'
	case '《':
		end = '》'
	case '"':
		end = '"'
	default:
		return 0
	}
	if !strings.ContainsRune(rest[utf8.RuneLen(r):], end) {
		return 0
	}
	return end
}

// partsHere says whether the character r at s[i] separates parts.
func partsHere(s string, i int, r rune) bool {
	switch r {
	case '\n', '|', '｜', ';', '，', '、', '،', '；', '•', '●':
		return true
	case ',':
		return i+1 >= len(s) || !unicode.IsDigit(rune(s[i+1]))
	}
	if r == '·' || r == '/' || strings.ContainsRune(dashes, r) {
		before := i == 0 || s[i-1] == ' ' || strings.ContainsRune(dashes, lastRune(s[:i]))
		next := i + utf8.RuneLen(r)
		return before && (next >= len(s) || s[next] == ' ' || strings.ContainsRune(dashes, firstRune(s[next:])))
	}
	return r == '—' || r == '―'
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// attributionPiece is s[start:end] without the marks at its ends; ok is false where nothing is left.
func attributionPiece(s string, start, end int) (attributionPart, bool) {
	for start < end && strings.ContainsRune(" \n,;:|/·"+dashes, firstRune(s[start:end])) {
		start += utf8.RuneLen(firstRune(s[start:end]))
	}
	for start < end && strings.ContainsRune(" \n,;:|/·"+dashes, lastRune(s[start:end])) {
		end -= utf8.RuneLen(lastRune(s[start:end]))
	}
	if start >= end {
		return attributionPart{}, false
	}
	text := s[start:end]
	quoted := closesLater(firstRune(text), text) == lastRune(text) && strings.Count(text, string(lastRune(text))) <= 2
	return attributionPart{text: text, start: start, end: end, quoted: quoted}, true
}

// attributionReader gathers the parts of one attribution.
type attributionReader struct {
	text               string
	speaker, role, via string
	roleStart, roleEnd int    // the role behind the name, in text; -1 is none
	waiting            string // a role that stood before the name, still without one
	wrong              bool   // the line fits no known form
}

// read takes part i; false ends the line.
func (r *attributionReader) read(parts []attributionPart, i int) bool {
	p := parts[i]
	if p.bracketed {
		return r.readAside(p)
	}
	if isDateText(p.text) || isHandle(p.text) && r.speaker != "" || isNumber(p.text) {
		return true
	}
	if p.quoted {
		r.setVia(p.text)
		return true
	}
	left, via, found := r.splitVia(p.text)
	if found {
		if via != "" {
			r.setVia(via)
		}
		if left == "" {
			return true
		}
		if at := strings.Index(p.text, left); at > 0 { // the outlet stood before it
			p.start += at
		}
		p.end = p.start + len(left)
		p.text = left
	}
	if r.speaker == "" && r.via == "" && r.waiting == "" || r.speaker == "" && (found || r.waiting != "" || r.via != "") {
		return r.readHead(p, found)
	}
	return r.readTail(p)
}

// readAside takes what stands in brackets behind a name.
func (r *attributionReader) readAside(p attributionPart) bool {
	words := strings.Fields(p.text)
	switch {
	case isHandle(p.text), isNumber(p.text), isDateText(p.text):
	case isOutletName(words) && !holdsKind(roleKinds, words), isReference(words):
		r.setVia(p.text)
	case r.speaker == "":
		return r.readHead(p, false)
	case r.role == "" && len(words) <= 10:
		if via, _, ok := viaPhrase(p.text, 0); ok {
			r.setVia(via)
		} else if r.roleStart < 0 {
			r.role = p.text
		}
	}
	return true
}

// setVia keeps the first outlet named.
func (r *attributionReader) setVia(s string) {
	if r.via == "" {
		r.via = cleanOutlet(s)
	}
}

// readHead takes the part that must hold the name.
func (r *attributionReader) readHead(p attributionPart, hasVia bool) bool {
	words := strings.Fields(p.text)
	switch name, role, ok := readSpeaker(words); {
	case hasVia && len(words) == 1 && isUserName(p.text) && (ok || startsSmall(p.text)):
		r.speaker = p.text
		return true
	case ok && r.waiting != "" && !isPersonName(name):
		// "CEO, Acme": what follows a role is no name unless it is sure to be one.
		return r.readTail(p)
	case ok:
		r.speaker = name
		if role != "" {
			r.role = role
		} else if r.waiting != "" {
			r.role, r.roleStart = r.waiting, -1
		}
		r.waiting = ""
		return true
	case r.waiting != "":
		return r.readTail(p)
	case r.via == "" && isOutletName(words) && !holdsKind(roleKinds, words):
		r.setVia(p.text)
		return true
	case len(words) == 1 && (isHandle(p.text) || isMasked(p.text)):
		r.speaker = p.text
		return true
	case readsAsRole(words) && !startsSmall(p.text) || holdsKind(roleKinds, words) && len(words) <= 12 && !holdsKind(1<<phraseSaid, words):
		r.waiting = p.text
		r.roleStart, r.roleEnd = p.start, p.end
		return true
	}
	r.wrong = r.via == ""
	return false
}

// readTail takes a part behind the name: a suffix, an outlet, a reference or the role.
func (r *attributionReader) readTail(p attributionPart) bool {
	words := strings.Fields(p.text)
	switch {
	case allSuffixes(words):
		if len(words) == 1 && inSet(generations, words[0]) && r.roleStart < 0 && r.speaker != "" {
			r.speaker = r.extended(p)
		}
	case isReference(words):
		start := p.start
		if r.roleStart >= 0 && r.waiting == "" && !holdsKind(roleKinds, strings.Fields(r.text[r.roleStart:r.roleEnd])) {
			start, r.roleStart = r.roleStart, -1
		}
		if r.via == "" {
			r.via = foldSpace(r.text[start:p.end])
		}
	case r.via == "" && isOutletName(words) && !holdsRole(words):
		r.setVia(p.text)
	case r.speaker != "" && r.roleStart < 0 && r.role == "" && startsProse(words):
		return r.roleStart >= 0 || r.via != ""
	case r.roleStart < 0:
		r.roleStart, r.roleEnd = p.start, p.end
	default:
		r.roleEnd = p.end
		if r.waiting != "" {
			r.waiting = foldSpace(r.text[r.roleStart:r.roleEnd])
		}
	}
	return true
}

// extended is the speaker's name up to the end of p: "John Roe, Jr.".
func (r *attributionReader) extended(p attributionPart) string {
	i := strings.Index(r.text, r.speaker)
	if i < 0 || p.end-i > len(r.speaker)+8 {
		return r.speaker
	}
	return foldSpace(r.text[i:p.end])
}

// attribution is what was read.
func (r *attributionReader) attribution() (Attribution, bool) {
	if r.wrong {
		return Attribution{}, false
	}
	a := Attribution{Speaker: foldSpace(r.speaker), Role: foldSpace(r.role), Via: r.via}
	switch {
	case r.waiting != "":
		a.Role = r.waiting
	case r.roleStart >= 0 && a.Role == "":
		a.Role = foldSpace(r.text[r.roleStart:r.roleEnd])
	}
	a.Role = trimRole(foldSpace(a.Role))
	return a, a.Speaker != "" || a.Role != "" || a.Via != ""
}

// trimRole takes the marks off a role and leaves out one that says nothing.
func trimRole(s string) string {
	s = strings.Trim(s, " \n,;:|")
	if !hasLetter(s) {
		return ""
	}
	return s
}

// splitVia finds the words that lead from the speaker to the outlet ("via",
// "told", "in an interview with") or that say that somebody spoke, and parts
// the text there. found is true where there is such a word.
func (r *attributionReader) splitVia(s string) (left, via string, found bool) {
	for i := 0; i < len(s); i = nextWord(s, i) {
		before := strings.Fields(s[:i])
		if via, weak, ok := viaPhrase(s, i); ok && r.leadsToOutlet(before, weak) {
			return strings.TrimSpace(s[:i]), via, true
		}
		rest, ok := phrasePrefix(phraseSaid, s[i:])
		if !ok || i > 0 && (unicode.IsUpper(firstRune(s[i:])) || isHanText(s)) {
			continue
		}
		switch {
		case i == 0 && r.speaker == "":
			if name, outlet := invertedSpeaker(rest); name != "" {
				return name, outlet, true
			}
		case i == 0:
			return "", outletObject(rest), true
		default:
			if _, _, ok := readSpeaker(before); ok && r.speaker == "" {
				return strings.TrimSpace(s[:i]), outletObject(rest), true
			}
		}
	}
	return splitCJK(s)
}

// leadsToOutlet says whether the words before "via" and the like leave no doubt
// that an outlet follows. weak: a preposition may lead on within a role.
func (r *attributionReader) leadsToOutlet(before []string, weak bool) bool {
	if len(before) == 0 {
		return !weak || r.speaker != ""
	}
	if r.speaker != "" {
		return !weak
	}
	if len(before) == 1 && isUserName(before[0]) {
		return true
	}
	_, role, ok := readSpeaker(before)
	return ok && (!weak || role == "") || !weak && holdsRole(before)
}

// nextWord is where the word behind the one at s[i] begins.
func nextWord(s string, i int) int {
	for i < len(s) && s[i] != ' ' && s[i] != '\n' {
		i++
	}
	return i + 1
}

// viaPhrase reads an outlet and the words that lead to it at s[i]. weak says that these words often lead elsewhere ("in").
func viaPhrase(s string, i int) (via string, weak, ok bool) {
	tail := s[i:]
	if rest, ok := phrasePrefix(phraseTold, tail); ok {
		if via := outletObject(rest); via != "" {
			return via, false, true
		}
		if i > 0 {
			return "", false, true
		}
	}
	if rest, ok := phrasePrefix(phraseVia, tail); ok && rest != "" {
		lead := strings.TrimSpace(tail[:len(tail)-len(rest)])
		if weak = isWeakLead(lead); !weak && !startsSmall(rest) || !weak && isOutletText(rest) {
			return cleanOutlet(rest), false, true
		} else if article, ok := dropArticle(rest); !weak && ok && !startsSmall(article) {
			return cleanOutlet(rest), false, true
		}
		if isOutletText(rest) {
			return cleanOutlet(rest), true, true
		}
	}
	w, rest, ok := strings.Cut(tail, " ")
	if ok && startsSmall(w) && isWeakLead(w) && (isOutletText(rest) || phraseIs(phraseVia, tail) && !startsSmall(rest)) { // "on Facebook" may be one phrase.
		return cleanOutlet(rest), true, true
	}
	return "", false, false
}

// strongLeads are the single short words that lead to nothing but a source.
var strongLeads = wordSet(`via vía laut lt h/t`)

// isWeakLead says whether the words that lead to an outlet are prepositions and articles alone, which lead to anything.
func isWeakLead(s string) bool {
	if !strings.Contains(s, " ") && utf8.RuneCountInString(s) <= 4 {
		return !inSet(strongLeads, s)
	}
	for _, w := range strings.Fields(s) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'"), "’")
		if w == "of" || !inSet(prepositions, w) && !inSet(definite, w) {
			return false
		}
	}
	return true
}

// isOutletText says whether s, an article before it or not, is an outlet: by its words, or as a title in quotation marks.
func isOutletText(s string) bool {
	bare, _ := dropArticle(s)
	words := strings.Fields(bare)
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	if strings.ContainsRune("\"“„«《『「", firstRune(bare)) {
		return len(words) <= 8
	}
	return !startsSmall(words[len(words)-1]) && (isOutletName(words) || isOutletName(strings.Fields(s))) ||
		phraseIs(phraseOutlet, bare) || phraseIs(phraseOrg, bare)
}

// outletObject reads whom the speaker told it: an outlet, or a name with a capital. "" for "reporters" and the like.
func outletObject(s string) string {
	bare, article := dropArticle(s)
	words := strings.Fields(bare)
	n := 0
	for n < len(words) && n < maxOutletWords {
		w := words[n]
		r := firstRune(strings.TrimLeft(w, openingMarks))
		if unicode.IsLower(r) && !isCaseless(r) && !phraseIs(phraseOutlet, w) && !inSet(particles, w) || phraseIs(phraseSaid, w) {
			break
		}
		n++
	}
	for n > 0 && inSet(particles, words[n-1]) && startsSmall(words[n-1]) {
		n--
	}
	for n > 1 && dateIn(strings.Join(words[:n], " ")) {
		n--
	}
	if n == 0 || phraseIs(phraseAnd, words[0]) || isHanText(words[0]) {
		return ""
	}
	object := strings.Join(words[:n], " ")
	if !article && isPersonName(object) || inSet(notNames, words[0]) && !strings.HasPrefix(s, "The ") {
		return ""
	}
	return cleanOutlet(s[:strings.Index(s, bare)+len(object)])
}

func isHanText(s string) bool { return isCJK(firstRune(s)) }

// dateIn says whether the last word of s belongs to a date or is a day's name.
func dateIn(s string) bool {
	if w := s[strings.LastIndexByte(s, ' ')+1:]; inSet(notNames, w) {
		return true
	}
	_, start, end, ok := dates.Find(s, "")
	return ok && start > 0 && end == len(s)
}

// invertedSpeaker reads the name behind a verb of saying ("said Jane Roe",
// "sagte Jane Roe der dpa"); an outlet behind it is told apart.
func invertedSpeaker(s string) (name, outlet string) {
	words := strings.Fields(s)
	for i := 1; i < len(words); i++ {
		tail := strings.Join(words[i:], " ")
		if inSet(definite, words[i]) && startsSmall(words[i]) && isOutletText(tail) {
			return strings.Join(words[:i], " "), cleanOutlet(tail)
		}
		if via, _, ok := viaPhrase(tail, 0); ok {
			return strings.Join(words[:i], " "), via
		}
	}
	return s, ""
}

// splitCJK takes the verb of saying off the end of a text without spaces, and the outlet that was told.
func splitCJK(s string) (left, via string, found bool) {
	if !isHanText(s) && !isHanText(string(lastRune(s))) {
		return "", "", false
	}
	left, found = phraseSuffix(phraseSaid, s)
	if !found {
		if left, found = phraseSuffix(phraseTold, s); !found {
			return "", "", false
		}
	}
	for _, mark := range [...]string{"对", "對", "向", "告诉", "告訴"} {
		if before, after, ok := strings.Cut(left, mark); ok && before != "" && after != "" {
			return before, after, true
		}
	}
	return strings.TrimRight(left, "はが"), "", true
}

// readSpeaker reads words that are a name, a role and a name, or a name and a role.
func readSpeaker(words []string) (name, role string, ok bool) {
	if n := phraseLen(phraseBy, words, 0); n > 0 && n < len(words) && kindLen(roleKinds, words, 0) == 0 &&
		(n > 1 || !inSet(prepositions, words[0]) || inSet(byWords, words[0])) {
		words = words[n:]
	}
	text := strings.Join(words, " ")
	switch {
	case len(words) == 0 || len(words) > 14:
		return "", "", false
	case isNameList(words):
		return text, "", true
	case isOutletName(words):
		return "", "", false
	}
	if len(words) == 1 {
		return readSingleName(text)
	}
	if name, role, ok = roleThenName(words); ok {
		return name, role, true
	}
	if name, role, ok = nameThenRole(words); ok {
		return name, role, true
	}
	if isAllMasked(words) || isPlaceName(words) {
		return text, "", true
	}
	if m := dropSuffixes(words); len(m) < len(words) && wholeName(m, 1) {
		return strings.Join(m, " "), "", true
	}
	if name, ok := nameOf(words); ok {
		return name, "", true
	}
	return wholeSpeaker(words)
}

// byWords are the prepositions that stand before an author's name.
var byWords = wordSet(`by von par por per di da door van av af przez от`)

// wholeSpeaker takes words that are a name as they stand, or an organisation that is no outlet.
func wholeSpeaker(words []string) (string, string, bool) {
	text := strings.Join(words, " ")
	if inSet(definite, words[0]) {
		return text, "", holdsBody(words) && !holdsRole(words) && isTitled(words)
	}
	if isName(words) {
		return text, "", true
	}
	if wholeName(words, 1) && shapeOf(words[0]) == shapeHonorific {
		return text, "", true
	}
	if holdsBody(words) && !holdsRole(words) && isTitled(words) {
		return text, "", true
	}
	return "", "", false
}

// isTitled says whether each of words begins with a capital or is a small connecting word.
func isTitled(words []string) bool {
	_, ok := readWork(strings.Join(words, " "))
	return ok
}

// readSingleName reads one word: a name of a script without spaces, a name with a capital, a handle or a masked name.
func readSingleName(w string) (name, role string, ok bool) {
	if isHanText(w) {
		return readHanSpeaker(w)
	}
	switch shapeOf(w) {
	case shapeName, shapeCaseless:
		return w, "", !inSet(notNames, w) && !holdsTrade([]string{w}) && !phraseIs(phraseBy, w) && !phraseIs(phraseSaid, w) && !isFurniture(w)
	}
	return w, "", isMasked(w) || isHandle(w)
}

// isFurniture says whether s is one of the page's own words rather than a name.
func isFurniture(s string) bool {
	set := phraseSets(s)
	for _, k := range [...]phraseKind{phraseSource, phraseAnchor, phraseCredit, phrasePublished, phraseUpdated, phraseRelated,
		phraseInline, phraseShare, phraseMore, phraseComments, phraseKicker, phraseSponsored, phraseSitewide, phrasePremium} {
		if set.has(k) {
			return true
		}
	}
	return false
}

// readHanSpeaker reads a name with a role grown to its front or end.
func readHanSpeaker(s string) (name, role string, ok bool) {
	if rest, ok := phrasePrefix(phraseRole, s); ok && isHanName(rest) {
		return rest, strings.TrimSpace(s[:len(s)-len(rest)]), true
	}
	if rest, ok := phraseSuffix(phraseRole, s); ok && isHanName(rest) && len(rest) < 16 {
		return rest, strings.Trim(s[len(rest):], "・· "), true
	}
	return s, "", isHanName(s)
}

// roleThenName reads "CEO Jane Roe" and "News industry analyst Jane Roe".
func roleThenName(words []string) (name, role string, ok bool) {
	for i := len(words) - 2; i >= 0; i-- {
		n := roleLen(words, i)
		if n == 0 || i+n >= len(words) {
			continue
		}
		rest := words[i+n:]
		if !wholeName(rest, 1) || startsSmall(rest[0]) || i > 0 && len(rest) < 2 && isName(words[:i]) {
			return "", "", false
		}
		if n == 1 && i == 0 && len(rest) == 1 && kindLen(roleKinds, words, 0) == 0 {
			return "", "", false // a compound alone proves too little before one word.
		}
		if len(rest) == 1 && holdsTrade(rest) || holdsKind(1<<phraseSaid, words[:i+n]) || inSet(pronouns, words[0]) {
			return "", "", false
		}
		return strings.Join(rest, " "), dropDefinite(words[:i+n]), true
	}
	return smallRoleThenName(words)
}

// dropDefinite joins words without a leading article.
func dropDefinite(words []string) string {
	if len(words) > 1 && inSet(definite, words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// smallRoleThenName reads a role unknown to the tables that ends in a word in lower case: "Ocean explorer Jane Roe".
func smallRoleThenName(words []string) (name, role string, ok bool) {
	i := len(words)
	for i > 0 && shapeOf(words[i-1]) != shapeNone && (!startsSmall(words[i-1]) || shapeOf(words[i-1]) == shapeParticle) {
		i--
	}
	for i < len(words) && shapeOf(words[i]) == shapeParticle && !beginsName(words[i:]) {
		i++
	}
	if i == 0 || i == len(words) || i > 6 || !isName(words[i:]) || !startsSmall(words[i-1]) {
		return "", "", false
	}
	for _, w := range words[:i] {
		if inSet(notNames, w) || inSet(prepositions, w) || phraseIs(phraseSaid, w) || phraseIs(phraseTold, w) || phraseIs(phraseVia, w) ||
			phraseIs(phraseAnd, w) || phraseIs(phraseBy, w) || strings.ContainsAny(w, ".:!?") || strings.ContainsAny(w, "0123456789") {
			return "", "", false
		}
	}
	return strings.Join(words[i:], " "), strings.Join(words[:i], " "), true
}

// beginsName says whether words begin with a particle that is part of the name behind it ("von der Leyen").
func beginsName(words []string) bool {
	return len(words) > 1 && shapeOf(words[0]) == shapeParticle && !inSet(prepositions, words[0])
}

// nameThenRole reads "Jane Roe CEO of Acme", and "王小明 教授".
func nameThenRole(words []string) (name, role string, ok bool) {
	for i := 1; i < len(words); i++ {
		if kindLen(roleKinds, words, i) == 0 {
			continue
		}
		left := words[:i]
		if isAllCJK(left) && wholeName(left, 1) {
			return strings.Join(left, " "), strings.Join(words[i:], " "), true
		}
		after := i + kindLen(roleKinds, words, i)
		if isName(left) && after < len(words) && startsSmall(words[after]) && inSet(prepositions, words[after]) {
			return strings.Join(left, " "), strings.Join(words[i:], " "), true
		}
		return "", "", false
	}
	return "", "", false
}

// nameOf reads a name with what leads on from it: "Jane Roe in Berlin", "Jane Roe of Acme". Only the name is returned.
func nameOf(words []string) (string, bool) {
	n, _ := nameRun(words)
	if n == 0 || n >= len(words) || !startsSmall(words[n]) || !inSet(prepositions, words[n]) {
		for n = 1; n < len(words) && !(startsSmall(words[n]) && inSet(prepositions, words[n])); n++ {
		}
	}
	if n >= len(words) || len(words)-n > 6 || !isName(words[:n]) {
		return "", false
	}
	return strings.Join(words[:n], " "), true
}

// isPlaceName says whether words are a name of the form "Joan of Arc".
func isPlaceName(words []string) bool {
	return len(words) == 3 && words[1] == "of" && shapeOf(words[0]) == shapeName && shapeOf(words[2]) == shapeName &&
		!holdsTrade(words) && !inSet(notNames, words[0])
}

// isNameList says whether words are several names joined by "and".
func isNameList(words []string) bool {
	start, lists := 0, 0
	for i := 1; i < len(words)-1; i++ {
		if !phraseIs(phraseAnd, words[i]) && words[i] != "&" {
			continue
		}
		if !isName(words[start:i]) {
			return false
		}
		start = i + 1
		lists++
	}
	return lists > 0 && isName(words[start:])
}

// isMasked says whether w is a name with letters masked by asterisks: "Man**".
func isMasked(w string) bool {
	r := firstRune(w)
	letters, ok := nameLetters(w)
	return ok && letters > 0 && letters < 20 && unicode.IsLetter(r) && strings.HasSuffix(w, "*") && len(w) < 40
}

// isAllMasked says whether words are masked names and initials alone, one of them masked.
func isAllMasked(words []string) bool {
	masked := false
	for _, w := range words {
		if isMasked(w) {
			masked = true
		} else if s := shapeOf(w); s != shapeName && s != shapeInitial {
			return false
		}
	}
	return masked && len(words) <= maxPersons
}

// isHandle says whether s is a user's handle: "@jane", "u/jane".
func isHandle(s string) bool {
	s = strings.TrimPrefix(s, "/")
	if !strings.HasPrefix(s, "@") && !strings.HasPrefix(s, "u/") {
		return false
	}
	return len(s) > 2 && len(s) < 60 && !strings.ContainsAny(s, " \n")
}

// isUserName says whether s, one word, can be the name of a user.
func isUserName(s string) bool {
	if len(s) < 2 || len(s) > 40 || inSet(notNames, s) || inSet(prepositions, s) || inSet(pronouns, s) {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-./@", r) {
			return false
		}
	}
	return hasLetter(s)
}

// isOutletName says whether words are an outlet: one of the words by which outlets are known, an agency, a host name.
func isOutletName(words []string) bool {
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	text := strings.Join(words, " ")
	if isDomain(text) || phraseIs(phraseOutlet, text) && !inSet(institutions, strings.Trim(text, ".,")) {
		return true
	}
	if !holdsMedium(words) {
		return isHanText(text) && len(words) == 1 && ends(phraseSuffix(phraseOutlet, text))
	}
	small := 0
	for _, w := range words {
		if startsSmall(w) && !inSet(particles, w) && !inSet(definite, w) && !inSet(prepositions, w) && !phraseIs(phraseAnd, w) && !phraseIs(phraseOutlet, w) {
			small++
		}
	}
	return small == 0
}

// institutions are words by which bodies are known that publish but are no
// media: behind a name they tell where somebody works.
var institutions = wordSet(`academy alliance association center centre coalition college commission committee company corp corporation council
	court department federation forum foundation government group inc institute lab laboratory labs library llc ltd ministry museum office
	organisation organization party plc project school society studio studios union university wire co
	akademie allianz verband verein kommission ausschuss gesellschaft gericht bund stiftung regierung gruppe institut bibliothek gmbh ag
	ministerium büro partei schule universität hochschule amt zentrum gewerkschaft
	académie association centre collège comité société cour département fédération fondation gouvernement groupe bibliothèque ministère
	musée bureau parti école université syndicat
	academia asociación centro colegio comisión comité compañía consejo corte departamento federación fundación gobierno grupo instituto
	ministerio museo oficina organización partido escuela sociedad universidad sindicato
	associação comissão conselho departamento federação fundação governo ministério museu escola sociedade universidade
	accademia associazione commissione consiglio dipartimento federazione fondazione governo gruppo istituto ministero scuola società università
	academie vereniging commissie raad rechtbank federatie stichting regering groep instituut ministerie bureau partij school universiteit
	университет институт министерство фонд компания центр совет комитет правительство партия
	uniwersytet instytut ministerstwo fundacja rząd komitet`)

// holdsMedium says whether one of the words by which media are known stands among words.
func holdsMedium(words []string) bool {
	for i := range words {
		if n := kindLen(outletKinds, words, i); n > 1 || n == 1 && !inSet(institutions, strings.Trim(words[i], ".,()")) {
			return true
		}
	}
	return false
}

// holdsBody says whether words name an organisation that is no outlet.
func holdsBody(words []string) bool { return holdsKind(orgKinds, words) && !holdsMedium(words) }

// holdsRole says whether a role, plain or compound, stands among words.
func holdsRole(words []string) bool {
	for i := range words {
		if roleLen(words, i) > 0 {
			return true
		}
	}
	return false
}

// readsAsRole says whether words begin or end in a role.
func readsAsRole(words []string) bool {
	return len(words) <= 12 && (roleLen(words, 0) > 0 || len(words) <= 5 && roleLen(words, len(words)-1) > 0)
}

func allSuffixes(words []string) bool {
	for _, w := range words {
		if shapeOf(w) != shapeSuffix {
			return false
		}
	}
	return len(words) > 0
}

// pronouns name nobody, wherever they stand.
var pronouns = wordSet(`i you he she it we they one who that this which what er sie es wir ihr ich man wer der die das il elle on nous vous
	ils elles je tu qui él ella ellos ellas nosotros yo quien lui lei noi loro io chi ele ela eles elas nós eu quem hij zij wij ze ik men
	wie он она они мы вы я кто on ona oni my ja kto han hon de vi jag`)

// startsProse says whether words behind a name are a clause of running text rather than a role.
func startsProse(words []string) bool {
	w := strings.Trim(words[0], "'’")
	return inSet(pronouns, w) && startsSmall(w) && len(words) > 1 && !inSet(definite, w) ||
		phraseIs(phraseSaid, w) || phraseIs(phraseAnd, w) || len(words) > 24
}

// isDateText says whether all of s is a date, or a year.
func isDateText(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) == 4 && isNumber(s) {
		return true
	}
	_, start, end, ok := dates.Find(s, "")
	if !ok || start < 0 || end > len(s) || start > end {
		return false
	}
	for _, w := range strings.Fields(s[:start] + " " + s[end:]) {
		if hasLetter(w) && !inSet(prepositions, w) && !phraseIs(phrasePublished, w) && !inSet(notNames, w) {
			return false
		}
	}
	return true
}

// withoutDate cuts a date off the end of s, or off its beginning.
func withoutDate(s string) string {
	_, start, end, ok := dates.Find(s, "")
	switch {
	case !ok || start < 0 || end > len(s) || start >= end || end-start < 6:
		return s
	case start > 0 && end == len(s) && !strings.ContainsAny(s[start:], "()"):
		if t := trimAttribution(s[:start]); t != "" {
			return t
		}
	case start == 0 && end < len(s):
		if t, _ := cutDash(s[end:]); trimAttribution(t) != "" {
			return trimAttribution(t)
		}
	}
	return s
}

// referenceWords lead to a number that tells a place in a work.
var referenceWords = wordSet(`book canto act scene chapter ch. ch line lines verse verses v. vv. page pages p. pp. section sec. § §§ art. article
	part vol. volume no. psalm psalms sura surah sonnet stanza epistle letter fragment
	buch kapitel kap. akt szene vers verse zeile seite s. abs. absatz artikel psalm sure band bd. nr.
	livre chapitre acte scène vers ligne page psaume sourate tome
	libro capítulo cap. acto escena verso línea página salmo sura artículo tomo
	libro capitolo atto scena verso riga pagina canto salmo
	livro capítulo ato cena verso linha página salmo
	книга глава стих строка страница часть том ст. гл. стр.
	boek hoofdstuk regel bladzijde pagina`)

func isReferenceWord(w string) bool { return inSet(referenceWords, strings.TrimRight(w, ",;")) }

// isReference says whether words tell a place in a work: "Book 2", "line 14", "John 3:16".
func isReference(words []string) bool {
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	if isVerse(words[len(words)-1]) && len(words) > 1 {
		return true
	}
	for i := 0; i+1 < len(words); i++ {
		if isReferenceWord(words[i]) && isNumeral(words[i+1]) {
			return i == 0 || !startsSmall(words[0])
		}
	}
	return strings.HasPrefix(words[0], "§")
}

// isReferenceLine says whether each part tells a place in a work.
func isReferenceLine(parts []attributionPart) bool {
	for i, p := range parts {
		words := strings.Fields(p.text)
		if !isReference(words) && (i == 0 || !isNumber(p.text)) || isDateText(p.text) && !isReference(words) {
			return false
		}
	}
	return len(parts) > 0
}

// isVerse says whether w is a chapter and verse: "3:16", "5:3–12".
func isVerse(w string) bool {
	before, after, ok := strings.Cut(w, ":")
	return ok && before != "" && after != "" && isDigits(before) && unicode.IsDigit(firstRune(after)) && len(w) < 12 && isNumber(after)
}

func isDigits(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return s != ""
}

// isNumeral says whether w is a number, a range or a Roman numeral.
func isNumeral(w string) bool {
	w = strings.TrimRight(w, ",;.")
	if w == "" {
		return false
	}
	if unicode.IsDigit(firstRune(w)) {
		return len(w) < 12
	}
	return strings.Trim(w, "IVXLCDM") == "" || strings.Trim(w, "ivxlc") == ""
}

// splitRunOn parts a paragraph in which the attribution runs on behind the
// closing quotation mark (“…” — user on Reddit), behind the last sentence and a
// dash, or behind the last line break. line is "" where none does; no word is
// lost or moved.
func splitRunOn(text string) (quote, line string) {
	if len(text) > 0 {
		if i := strings.LastIndexByte(strings.TrimRight(text, " \n\t"), '\n'); i > 0 {
			if q, l, ok := runOnAt(text, i, false); ok {
				return q, l
			}
		}
	}
	tail := max(0, len(text)-4*maxAttribution)
	for tail < len(text) && !utf8.RuneStart(text[tail]) {
		tail++
	}
	for i := tail; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if startsRunOn(text[:i], r, text[i+size:]) {
			if q, l, ok := runOnAt(text, i, !strings.ContainsRune(dashes, r)); ok {
				return q, l
			}
		}
		i += size
	}
	return text, ""
}

// runOnAt parts text at i where what follows is an attribution; strict asks for more than that it can be read as one.
func runOnAt(text string, i int, strict bool) (quote, line string, ok bool) {
	quote = strings.TrimSpace(text[:i])
	line = strings.TrimSpace(text[i:])
	if quote == "" || line == "" || len(line) > 4*maxAttribution {
		return "", "", false
	}
	if strict {
		return quote, line, looksLikeAttribution(line, true)
	}
	return quote, line, looksLikeAttribution(line, false)
}

// startsRunOn says whether an attribution can begin with r: a dash, a bracket
// or a capital right behind a closing quotation mark, or a dash behind a sentence.
func startsRunOn(before string, r rune, after string) bool {
	dash := strings.ContainsRune(dashes, r)
	if !dash && r != '(' && r != '[' && r != '（' && !unicode.IsUpper(r) && !isCaseless(r) {
		return false
	}
	b := strings.TrimRight(before, " \u00a0\n")
	if b == "" || strings.ContainsRune(dashes, lastRune(b)) {
		return false
	}
	last := lastRune(b)
	if strings.ContainsRune("”“»«\"’」』", last) {
		return dash || len(b) < len(before)
	}
	return dash && (strings.ContainsRune(".!?…。！？", last) || strings.Contains(after, "(@")) && (len(b) < len(before) || r == '—' || r == '–')
}

// looksLikeAttribution says whether a line that stands alone, right after or at
// the end of a quotation, is its attribution. strict is for lines that stand
// outside the quotation's element: there a dash or an unmistakable form is
// needed (a name with a role or outlet, an outlet in brackets).
func looksLikeAttribution(line string, strict bool) bool {
	text, dash := foldAttribution(line)
	if text == "" {
		return false
	}
	if _, ok := readPostFooter(line); ok {
		return true
	}
	a, ok := readAttribution(line)
	if !ok {
		return false
	}
	_, bracketed := unbracketed(text)
	words := strings.Fields(text)
	stop := endsSentence(line)
	known := isKnownRole(a.Role)
	switch {
	case dash:
		return !(stop && len(words) > 8 && !known) && (!strict || a.Speaker != "" || a.Via != "" && len(words) <= 8 || known)
	case stop && len(words) > 3:
		return false
	case bracketed:
		return a.Speaker != "" || isOutletName(strings.Fields(a.Via)) || isReference(strings.Fields(a.Via)) || !strict && len(words) <= 4
	case ok && isLabelledSource(text):
		return true
	case len(words) <= 20 && isPersonName(a.Speaker) && (known || isOutletName(strings.Fields(a.Via))):
		return true
	}
	return !strict && standsAlone(a, text, words, known)
}

// standsAlone judges a line without dash or brackets within the quotation's element.
func standsAlone(a Attribution, text string, words []string, known bool) bool {
	switch {
	case len(words) > 24 || startsSmall(text) && a.Via == "":
		return false
	case a.Speaker == "":
		return a.Via != "" && (isOutletName(strings.Fields(a.Via)) || isReference(strings.Fields(a.Via))) && len(words) <= 8
	case isAllMasked(strings.Fields(a.Speaker)):
		return true
	case isPersonName(a.Speaker):
		return a.Role == "" || known || !startsSmall(a.Role)
	}
	return known || a.Via != "" && a.Speaker != text
}

// isKnownRole says whether a role of the tables stands in s.
func isKnownRole(s string) bool {
	return s != "" && (holdsRole(strings.Fields(s)) || isHanText(s) && phraseHas(phraseRole, s))
}

// isLabelledSource says whether s is "Source: X".
func isLabelledSource(s string) bool {
	before, _, ok := cutColon(s)
	return ok && isSourceLabel(before)
}

// endsSentence says whether a sentence ends at the end of s.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \n\u00a0")
	if s == "" {
		return false
	}
	w := s[strings.LastIndexAny(s, " \n")+1:]
	return strings.ContainsRune(".!?…。！？।۔؟", lastRune(s)) && !keepsFullStop(w)
}

// readPostFooter reads the last line of a social post, "— Name (@handle) June
// 12, 2025". The speaker is the display name, whatever characters it has.
func readPostFooter(line string) (speaker string, ok bool) {
	if len(line) > 8*maxAttribution {
		return "", false
	}
	s := foldSpace(line)
	if utf8.RuneCountInString(s) > maxAttribution {
		return "", false
	}
	open := strings.LastIndex(s, "(@")
	if open <= 0 {
		return "", false
	}
	end := strings.IndexByte(s[open:], ')')
	if end < 3 || strings.ContainsAny(s[open:open+end], " \n") || utf8.RuneCountInString(s[open+end+1:]) > 60 {
		return "", false
	}
	name := strings.TrimSpace(s[:open])
	bare := strings.TrimSpace(strings.TrimLeft(name, dashes+" "))
	if bare == "" || bare == name && utf8.RuneCountInString(bare) > 60 {
		return "", false
	}
	return bare, true
}

// maxIntroduction is how many bytes of the end of a paragraph are read for who introduces a quotation.
const maxIntroduction = 400

// readIntroduction reads the speaker from the paragraph that introduces a
// quotation with a verb of saying and a colon: "Sacks said:". "" where no name
// is certain: "he said:" is nobody.
func readIntroduction(paragraph string) string {
	if len(paragraph) > maxIntroduction {
		cut := len(paragraph) - maxIntroduction
		for cut < len(paragraph) && !utf8.RuneStart(paragraph[cut]) {
			cut++
		}
		paragraph = paragraph[cut:]
	}
	s := foldSpace(paragraph)
	last := lastRune(s)
	if last != ':' && last != '：' {
		return ""
	}
	s = lastSentence(strings.TrimRight(s, ":： "))
	if isHanText(s) || isHanText(string(lastRune(s))) {
		return hanIntroduction(s)
	}
	words := strings.Fields(s)
	for i := len(words) - 1; i >= 0; i-- {
		n := sayingLen(words, i)
		if n == 0 {
			continue
		}
		for back := 1; back < phraseWords && back <= i; back++ { // "said" before "in a statement".
			if sayingLen(words, i-back) >= back {
				n, i, back = n+back, i-back, 0
			}
		}
		return subjectOf(words, i, n)
	}
	return ""
}

// lastSentence is what follows the last sentence end of s.
func lastSentence(s string) string {
	words := strings.Fields(s)
	start := 0
	for i, w := range words[:max(0, len(words)-1)] {
		r := lastRune(strings.TrimRight(w, closing))
		if strings.ContainsRune("!?…。！？؟", r) || r == '.' && !keepsFullStop(w) && utf8.RuneCountInString(w) > 3 {
			start = i + 1
		}
	}
	s = strings.Join(words[start:], " ")
	if i := strings.LastIndexAny(s, "。！？"); i >= 0 {
		s = s[i+utf8.RuneLen(firstRune(s[i:])):]
	}
	return s
}

// sayingLen is how many words the verb of saying at words[i] has.
func sayingLen(words []string, i int) int {
	return max(phraseLen(phraseSaid, words, i), phraseLen(phraseTold, words, i))
}

// auxiliaries may stand between a name and the verb of saying.
var auxiliaries = wordSet(`has had have also then later once recently previously just now still further first finally publicly reportedly
	hat habe hatte auch später dann zuletzt zuvor kürzlich a avait aussi ensuite récemment ha había también luego après tem também
	heeft ook later har också også også и также затем позже`)

// subjectOf is the name that is the subject of the verb at words[i], n words long.
func subjectOf(words []string, i, n int) string {
	if i+n < len(words) {
		if name := subjectBehind(words, i, n); name != "" {
			return name
		}
	}
	j := i
	for j > 0 && inSet(auxiliaries, strings.TrimRight(words[j-1], ",")) && !strings.HasSuffix(words[j-1], ",") {
		j--
	}
	left := words[:j]
	if len(left) == 0 {
		return ""
	}
	for strings.HasSuffix(left[len(left)-1], ")") {
		k := len(left) - 1
		for k > 0 && !strings.HasPrefix(left[k], "(") {
			k--
		}
		if left = left[:k]; k == 0 {
			return ""
		}
	}
	if !strings.HasSuffix(left[len(left)-1], ",") {
		return nameAtEnd(left)
	}
	return beforeAppositive(left)
}

// beforeAppositive reads the name from "…Jane Roe, CEO of Acme," or "…the minister, Jane Roe,".
func beforeAppositive(left []string) string {
	end := len(left) - 1
	k := end
	for k > 0 && !strings.HasSuffix(left[k-1], ",") {
		k--
	}
	aside := append([]string(nil), left[k:]...)
	if len(aside) == 0 || k == 0 {
		return ""
	}
	aside[len(aside)-1] = strings.TrimRight(aside[len(aside)-1], ",")
	if isName(aside) {
		return strings.Join(aside, " ")
	}
	// Asides may hold commas of their own; the name stands before the first of up to three.
	for range 3 {
		head := append([]string(nil), left[:k]...)
		head[k-1] = strings.TrimRight(head[k-1], ",")
		if name := nameAtEnd(head); name != "" && strings.Contains(name, " ") {
			return name
		}
		if holdsRole(aside) || len(aside) > 3 {
			if name := nameAtEnd(head); name != "" {
				return name
			}
		}
		k--
		for k > 0 && !strings.HasSuffix(left[k-1], ",") {
			k--
		}
		if k == 0 {
			break
		}
	}
	return ""
}

// objectVerbs take whoever is spoken to or of as their object: "the reporter asked Jane Roe:".
var objectVerbs = wordSet(`asked asks ask thanked thanks quoted quotes quoting called calls informed briefed assured assures warned warns
	praised praises slammed blasted described describes cited cites reminded urged urges answered interviewed mocked trolled teased
	fragte fragt zitiert zitierte warnte lobte demande cite interroge preguntó cita chiede cita vroeg citeert`)

// subjectBehind reads a name that follows the verb and ends the sentence, or is followed by an aside: "said Jane Roe, CEO of Acme".
func subjectBehind(words []string, i, n int) string {
	if i > 0 && nameAtEnd(words[:i]) != "" || i > 0 && inSet(pronouns, words[i-1]) || inSet(pronouns, words[i]) || i > 0 && inSet(objectVerbs, words[i]) {
		return ""
	}
	rest := words[i+n:]
	k := 0
	for k < len(rest) && !strings.HasSuffix(rest[k], ",") {
		k++
	}
	head := append([]string(nil), rest[:min(k+1, len(rest))]...)
	head[len(head)-1] = strings.TrimRight(head[len(head)-1], ",")
	for j := range n {
		if l := phraseLen(phraseTold, words, i+j); l > 0 && l >= n-j {
			return "" // whoever was told is not the speaker.
		}
	}
	name, _, ok := readSpeaker(head)
	if !ok || startsSmall(name) && !strings.Contains(name, " ") {
		return ""
	}
	if !isPersonName(name) && !certainSingle(head, strings.Fields(name)) {
		return ""
	}
	return name
}

// nameAtEnd is the name that words end in; "" where none is certain.
func nameAtEnd(words []string) string {
	i := len(words)
	for i > 0 {
		w := words[i-1]
		s := shapeOf(w)
		if s == shapeNone || i < len(words) && strings.HasSuffix(w, ",") || inSet(notNames, w) && !startsSmall(w) {
			break
		}
		if startsSmall(w) && s == shapeParticle && !particleWithin(words[:i]) || roleLen(words, i-1) > 0 && startsSmall(w) {
			break
		}
		i--
	}
	for i < len(words) && shapeOf(words[i]) == shapeParticle && inSet(prepositions, words[i]) {
		i++
	}
	return certainName(words[:i], words[i:])
}

// particleWithin says whether the particle at the end of words can be part of a name: a name or another particle stands before it.
func particleWithin(words []string) bool {
	if len(words) < 2 || strings.HasSuffix(words[len(words)-2], ",") || inSet(prepositions, words[len(words)-1]) && !inSet(lowParticles, words[len(words)-1]) {
		return false
	}
	s := shapeOf(words[len(words)-2])
	return s == shapeName && !inSet(notNames, words[len(words)-2]) || s == shapeParticle || s == shapeInitial
}

// certainName takes roles off the front of run and returns the name where the words before it leave no doubt.
func certainName(before, run []string) string {
	cut := 0
	for i := range run {
		if n := roleLen(run, i); n > 0 && (i+n < len(run) || kindLen(roleKinds, run, i) > 0) {
			cut = i + n
		}
	}
	if cut > 0 {
		before, run = run[:cut], run[cut:]
	}
	if len(run) == 0 || holdsTrade(run) || len(run) > maxPersons+3 {
		return ""
	}
	article := cut == 0 && len(before) > 0 && inSet(definite, before[len(before)-1])
	name := strings.Join(run, " ")
	switch {
	case article || inSet(definite, run[0]) && !startsSmall(run[0]):
		return ""
	case isName(run):
		return name
	case wholeName(run, 1) && len(run) <= 2 && certainSingle(before, run):
		return name
	}
	return ""
}

// certainSingle says whether one word with a capital is a name rather than a noun that begins the sentence.
func certainSingle(before, run []string) bool {
	if len(run) == 0 {
		return false
	}
	w := run[len(run)-1]
	if inSet(commonNouns, w) || inSet(pronouns, w) || inSet(notNames, w) || shapeOf(w) != shapeName || holdsTrade(run) || isUpperWord(w) {
		return false
	}
	return !isRoleCompound(w)
}

// commonNouns are subjects of verbs of saying that begin a sentence, or are printed with a capital, and name nobody.
var commonNouns = wordSet(`critics officials experts scientists researchers police people others everyone authorities doctors economists analysts
	lawyers prosecutors investigators witnesses residents neighbours neighbors parents teachers students users readers fans supporters
	opponents republicans democrats lawmakers politicians historians organizers organisers developers engineers employees workers
	protesters activists commentators observers sources insiders reports studies research court judges government parliament congress
	company ministry department university council committee commission report statement study father mother brother sister
	husband wife son daughter friend man woman god
	kritiker experten forscher wissenschaftler polizei behörden leute menschen ärzte zeugen anwohner eltern lehrer schüler nutzer leser
	fans anhänger gegner politiker beobachter regierung gericht staatsanwaltschaft ministerium unternehmen firma verein verband studie
	bericht mitteilung erklärung vater mutter bruder schwester mann frau freund freundin kollege kollegin gott autor autorin
	experten demonstranten aktivisten betroffene jemand niemand viele manche einige alle
	policía gobierno expertos críticos científicos autoridades fuentes gente vecinos police gouvernement experts critiques autorités
	témoins médecins chercheurs polizia governo esperti fonti autorità polícia especialistas autoridades cientistas
	politie deskundigen critici regering эксперты полиция власти критики учёные ученые суд правительство policja eksperci rząd`)

// hanIntroduction reads the speaker before a verb of saying that ends the sentence, in a script without spaces.
func hanIntroduction(s string) string {
	if i := strings.LastIndexAny(s, "，,、 "); i >= 0 {
		s = s[i+utf8.RuneLen(firstRune(s[i:])):]
	}
	before, ok := phraseSuffix(phraseSaid, s)
	if !ok {
		return ""
	}
	before = strings.TrimRight(before, "はが也还還则則")
	name, _, ok := readHanSpeaker(before)
	if !ok || utf8.RuneCountInString(name) > 4 || strings.ContainsAny(name, "他她它们們我你咱谁某这那每各有其者人的") || !isHanSurname(name) {
		return ""
	}
	return name
}

// isHanSurname says whether a name begins with one of the commonest Chinese surnames, or ends in a form of address.
func isHanSurname(s string) bool {
	for _, t := range [...]string{"先生", "女士", "小姐", "氏", "さん"} {
		if strings.HasSuffix(s, t) {
			return true
		}
	}
	return strings.ContainsRune("王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文", firstRune(s)) &&
		utf8.RuneCountInString(s) <= 3
}
