package newspage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newspage-go/newspage/internal/dates"
	"github.com/newspage-go/newspage/internal/lookup"
)

// This file reads names: what a byline holds, and whether a run of words is the
// name of a person or of an organisation. It knows text alone; the words of the
// trade (roles, outlets, "By") come from the phrase tables.

const (
	maxByline   = 500 // bytes of a byline that are looked at
	maxNames    = 20  // authors that are read from one byline
	phraseWords = 4   // words of the longest phrase that is looked for
	maxPersons  = 5   // words of a person's name, particles and titles not counted
)

// wordShape is what a word can be in a name.
type wordShape uint8

const (
	shapeNone      wordShape = iota // no part of a name
	shapeName                       // Jane, O’Brien, al-Masri, Man**
	shapeInitial                    // J. or J.R.R.
	shapeCaseless                   // a word of a script without case
	shapeParticle                   // van, de, bin
	shapeHonorific                  // Dr., Sir
	shapeSuffix                     // Jr., III, Ph.D.
)

// surnamesToo are words of notNames that are names behind another name.
var surnamesToo = wordSet(`best back full ma so an no man my lei lui yo wie con per on we hun hier`)

// particles stand in lower case within names.
var particles = wordSet(`de del della dello dei degli di da das do dos du des la le los las van von der den dem ter ten te
	zu zum zur vom am af av bin ibn ben bint abu al el ul ud y e i dalla dal d l 't ’t 's o de' de’ d' d’`)

// lowParticles are those that an all-capitals name writes small again.
var lowParticles = wordSet(`de del della di da das do dos du des van von der den ter ten zu bin ibn y e`)

var honorifics = wordSet(`dr dr. mr mr. mrs mrs. ms ms. prof prof. sir dame lord lady rev rev. fr. hon. mme m. mlle herr frau
	sr. sra. dott. dott.ssa ing. dipl.-ing. dra. d. г-н г-жа gov. sen. rep. gen. col. lt. capt. sgt. maj. adm. pres. mag. pfarrer
	univ.-prof. pd st. h.e. د. đr.`)

// suffixes are what stands behind a name and belongs to it.
var suffixes = wordSet(`jr jr. sr sr. ii iii iv phd ph.d. ph.d md m.d. m.d esq esq. mba m.b.a. msc m.sc. ma m.a. ba b.a. bsc b.sc.
	dds d.d.s. dvm d.v.m. jd j.d. llm ll.m. rn r.n. obe cbe mbe kbe frs mp kc qc cpa cfp cfa rd rdn lcsw lpc mph m.p.h. do d.o. pe
	p.e. psyd psy.d. edd ed.d. fomi foma dabom facp facs faia pharmd dpt aicp msw lmft np mpp mpa dphil`)

// generations are the suffixes that tell persons apart and so are kept.
var generations = wordSet(`jr jr. sr sr. ii iii iv`)

// notNames are words that are printed with a capital at the start of a line and begin or hold no name.
var notNames = wordSet(`the a an in on at by from of to for with and or but as if when while after before since this that these those
	it its he she we i you they his her their our my your who what why how where here there then now so yes no not is are was were
	be been has have had will would can could may's read more click also see watch listen share follow subscribe new about all some
	view find full fact top best get sign log contact skip back next previous share copy print save show hide load edited reviewed checked written posted updated published
	many most every everyone nobody someone one two three yesterday today tomorrow later meanwhile however although because
	monday tuesday wednesday thursday friday saturday sunday
	der die das den dem des ein eine einer einem er sie es wir ihr ich man und oder aber wie als wenn auch noch nur so dann dazu
	hier dort heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend mit von aus bei nach vor
	für über unter zwischen gegen zudem
	il elle on nous vous ils elles je tu les une un cette ce ces dans avec pour sur mais et ou donc selon lundi mardi mercredi
	jeudi vendredi samedi dimanche hier aujourd'hui
	él ella nosotros ellos yo una unos esta este esto con por para pero según ayer hoy lunes martes miércoles jueves viernes
	sábado domingo en
	lui lei noi voi loro io gli uno questo questa con per ma ieri oggi lunedì martedì mercoledì giovedì venerdì sabato domenica
	ele ela nós eles eu um uma isto este em com mas ontem hoje segunda terça quarta quinta sexta
	hij zij wij ik het een deze dit in met voor maar gisteren vandaag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
	he's she's they're hun
	он она они мы вы я это этот эта но и а в на с по для как вчера сегодня также
	on ona oni my ja ten ta to ale i w z na do wczoraj dziś jego jej`)

// definite are the articles that the names of outlets and offices begin with, and persons' names hardly ever.
var definite = wordSet(`the der die das dem den les el il lo le la los las o os a l' het de`)

// prepositions lead on from a name to a place, an outlet or an occasion.
var prepositions = wordSet(`in on at for from of to with near im aus bei beim für vom auf an am zu zur à au aux en dans pour sur chez
	para por nel nella su a em no na nos nas ao aan op voor bij uit i w we na dla ve på för hos och fra till в на из для с к o o' về`)

// A wordTable is a set of words in lower case.
type wordTable = lookup.Table[struct{}]

// wordSet makes a set of the words of s.
func wordSet(s string) *wordTable {
	set := make(map[string]struct{})
	for _, w := range strings.Fields(s) {
		set[w] = struct{}{}
	}
	return lookup.New(set)
}

// inSet says whether w is in a set, in lower case.
func inSet(set *wordTable, w string) bool {
	var lower [32]byte
	if len(w) > len(lower) {
		_, ok := set.GetString(strings.ToLower(w))
		return ok
	}
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			_, ok := set.GetString(strings.ToLower(w))
			return ok
		}
		lower[i] = lowerByte(w[i])
	}
	_, ok := set.Get(lower[:len(w)])
	return ok
}

// phraseLen is how many words the longest phrase of kind k at words[i] has; 0 is none.
func phraseLen(k phraseKind, words []string, i int) int {
	if i >= len(words) || !mayBeginPhrase(1<<k, words[i]) {
		return 0
	}
	for n := min(phraseWords, len(words)-i); n > 0; n-- {
		if phraseIs(k, strings.Join(words[i:i+n], " ")) {
			return n
		}
	}
	return 0
}

// isCaseless says whether r is a letter of a script that has no capitals in running text.
func isCaseless(r rune) bool {
	return r >= 0x10d0 && r <= 0x10ff || unicode.In(r, unicode.Lo, unicode.Lm)
}

// shapeOf says what the word w can be in a name.
func shapeOf(w string) wordShape {
	w = strings.TrimRight(w, ",;:")
	switch {
	case w == "" || len(w) > 80:
		return shapeNone
	case isDegree(w):
		return shapeSuffix
	case inSet(honorifics, w):
		return shapeHonorific
	}
	first, _ := utf8.DecodeRuneInString(w)
	if unicode.IsLower(first) && !isCaseless(first) {
		return lowerShape(w)
	}
	letters, ok := nameLetters(w)
	switch {
	case !ok || letters == 0:
		return shapeNone
	case isCaseless(first):
		return shapeCaseless
	case !unicode.IsUpper(first) && !unicode.IsTitle(first):
		if q := strings.TrimLeft(w, "'’‘"); q != w && q != "" && letters > 1 {
			return shapeOf(q)
		}
		return shapeNone
	case isInitials(w):
		return shapeInitial
	}
	return shapeName
}

// isDegree says whether w is what stands behind a name; "Ma" and "Do" are names, "MA" and "D.O." degrees.
func isDegree(w string) bool {
	if !inSet(suffixes, w) || isInitials(w) {
		return false
	}
	capitals := 0
	for _, r := range w {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1 || capitals == 0 || inSet(generations, w) || strings.Contains(w, ".")
}

// lowerShape is the shape of a word that begins in lower case: a particle, or one grown together with a name.
func lowerShape(w string) wordShape {
	if inSet(particles, w) {
		return shapeParticle
	}
	i := strings.IndexAny(w, "-'’")
	if i <= 0 || i > 5 {
		return shapeNone
	}
	_, size := utf8.DecodeRuneInString(w[i:])
	rest := w[i+size:]
	r, _ := utf8.DecodeRuneInString(rest)
	if _, ok := nameLetters(rest); ok && unicode.IsUpper(r) && inSet(particles, w[:i]) {
		return shapeName
	}
	return shapeNone
}

// nameLetters counts the letters of w; ok is false where it holds what no name does.
func nameLetters(w string) (letters int, ok bool) {
	for _, r := range w {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r):
		case strings.ContainsRune("'’ʼ`´-‐‑.*·・\u200c\u200d", r):
		default:
			return 0, false
		}
	}
	return letters, true
}

// isInitials says whether w is one letter, or single letters with full stops ("J", "J.R.R.", "J.-P.").
func isInitials(w string) bool {
	run, dotted := 0, false
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			run++
			if run > 1 {
				return false
			}
		case r == '.' || r == '-':
			run, dotted = 0, true
		default:
			return false
		}
	}
	return run == 1 || dotted
}

// nameRun is how many of the leading words form a name, and how many of these are names proper.
func nameRun(words []string) (n, named int) {
	for i, w := range words {
		switch shapeOf(w) {
		case shapeName, shapeCaseless:
			if inSet(notNames, w) && !inSet(particles, w) && (named == 0 || !inSet(surnamesToo, w)) {
				return n, named
			}
			named++
			n = i + 1
		case shapeInitial:
			if i > 0 || len(words) > 1 {
				named++
				n = i + 1
			}
		case shapeSuffix:
			if named == 0 {
				return n, named
			}
			n = i + 1
		case shapeParticle, shapeHonorific:
		default:
			return n, named
		}
	}
	return n, named
}

// wholeName says whether all words are one name of at least min and at most maxPersons words, without words of the trade.
func wholeName(words []string, least int) bool {
	n, named := nameRun(words)
	if n == 0 || n != len(words) || named < least || named > maxPersons || onlyInitials(words) {
		return false
	}
	return !holdsTrade(words)
}

func onlyInitials(words []string) bool {
	for _, w := range words {
		if s := shapeOf(w); s == shapeName || s == shapeCaseless {
			return false
		}
	}
	return true
}

// The sets of kinds that words are asked for.
const (
	roleKinds   phraseSet = 1 << phraseRole
	outletKinds phraseSet = 1 << phraseOutlet
	orgKinds    phraseSet = 1<<phraseOutlet | 1<<phraseOrg
	tradeKinds            = roleKinds | orgKinds
	timeKinds   phraseSet = 1<<phrasePublished | 1<<phraseUpdated
)

// namesToo are words of the tables that are as often a person's name.
var namesToo = wordSet(`abbott archer baker barber baron bishop butler carpenter carter chancellor chandler conductor constable cook cooper
	count dame deacon dean doctor driver duke earl farmer fisher fowler gardener guard hunter judge justice king knight lord major marshal marshall
	mason mayor miller miner monk page painter parker pastor piper player pope porter potter priest prince princess prior proctor provost
	queen rabbi ranger sawyer sergeant sexton shepherd sheriff singer skipper smith squire steward stone taylor teller trainer turner
	victor walker ward warden weaver winner wright
	ani dha era hina leta lusa maan mehr mena mina nan petra ria sana sid sta elta fena
	abt bauer becker bischof bürger fischer fleischer förster gärtner graf herzog jäger kaiser koch könig kaufmann maurer meister metzger
	müller papst pfarrer richter schäfer schneider schreiner schulze vogt wagner weber wirt zimmermann
	berger boulanger charpentier chevalier comte duc fournier leclerc lemaire maire marchand meunier pasteur prévost roi
	abad alcalde conde duque guerrero herrero jurado marqués rey reyes reis conte papa re barbieri król kung dekker bakker visser`)

// kindLen is how many words the longest phrase at words[i] has that is of one
// of the kinds; 0 is none. One word that is a name too counts only before a
// name of two words, or alone.
func kindLen(kinds phraseSet, words []string, i int) int {
	if i >= len(words) || !mayBeginPhrase(kinds, words[i]) {
		return 0
	}
	for n := min(phraseWords, len(words)-i); n > 0; n-- {
		if n == 1 && len(words) > 1 && inSet(namesToo, words[i]) && (i > 0 || len(words) < 3) {
			return 0
		}
		if phraseSets(strings.Join(words[i:i+n], " "))&kinds != 0 {
			return n
		}
	}
	return 0
}

// holdsKind says whether a phrase of one of the kinds stands anywhere among words.
func holdsKind(kinds phraseSet, words []string) bool {
	for i := range words {
		if kindLen(kinds, words, i) > 0 {
			return true
		}
	}
	return false
}

// holdsTrade says whether a role, an outlet or an organisation stands among
// words. A title before a name ("Dr.") is part of the name.
func holdsTrade(words []string) bool {
	for len(words) > 1 && shapeOf(words[0]) == shapeHonorific {
		words = words[1:]
	}
	return holdsKind(tradeKinds, words)
}

// isHanName says whether s is a name of a script without spaces, such as 王小明,
// ジョン・スミス or 佐々木さくら.
func isHanName(s string) bool {
	n, kana, dotted := 0, 0, false
	for _, r := range s {
		switch {
		case r == '·' || r == '・' || r == '‧':
			dotted = true
		case isKana(r):
			kana++
			n++
		case isCJK(r):
			kana = 0 // only what ends the name may be the given one
			n++
		default:
			return false
		}
	}
	given := kana >= 2 && kana <= 4 && n-kana >= 2 && n-kana <= 4 || n == 6 && endsGivenName(s) // behind a surname of three
	return n >= 2 && (n <= 5 || given || dotted && n <= 16) && !isVerbJa(s) && !hasTradeCJK(s)
}

// endsGivenName says whether s ends as the longest given names in kanji do: 真理子, 健太郎, 奈津美.
func endsGivenName(s string) bool {
	return strings.HasSuffix(s, "子") || strings.HasSuffix(s, "郎") || strings.HasSuffix(s, "美")
}

// isKana says whether r is of the Japanese syllabaries.
func isKana(r rune) bool { return r >= 0x3041 && r <= 0x30ff }

// isVerbJa says whether a Japanese line is what a button does and no name.
func isVerbJa(s string) bool {
	for _, end := range [...]string{"する", "した", "ます", "ない"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return strings.Contains(s, "を")
}

// hasTradeCJK says whether s, written without spaces, begins or ends in a word of the trade.
func hasTradeCJK(s string) bool {
	for _, k := range [...]phraseKind{phraseRole, phraseOutlet, phraseOrg, phraseSaid} {
		if phraseIs(k, s) || ends(phraseSuffix(k, s)) || ends(phrasePrefix(k, s)) {
			return true
		}
	}
	return false
}

func ends(_ string, ok bool) bool { return ok }

// isPersonName says whether s reads as a person's name: two to five words with
// capitals or of a script without case, no digits, no role or outlet words.
// Names of scripts without spaces are one word.
func isPersonName(s string) bool {
	s = foldSpace(s)
	if s == "" || len(s) > 120 {
		return false
	}
	words := strings.Fields(s)
	if len(words) == 1 {
		return isHanName(s)
	}
	if inSet(definite, words[0]) && (len(words) == 2 || !inSet(particles, words[0])) {
		return false // "Le Monde", "The White House".
	}
	if isAllCJK(words) {
		return len(words) <= 3 && wholeName(words, 1)
	}
	return len(words) <= maxPersons+4 && wholeName(words, 2) && !allAcronyms(words)
}

func isAllCJK(words []string) bool {
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !isCJK(r) {
			return false
		}
	}
	return len(words) > 0
}

// allAcronyms says whether each word is of capitals alone and none is longer than three letters.
func allAcronyms(words []string) bool {
	for _, w := range words {
		if utf8.RuneCountInString(w) > 3 || !isUpperWord(w) {
			return false
		}
	}
	return true
}

// isUpperWord says whether w has two letters or more and all are capitals.
func isUpperWord(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) || isCaseless(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// isOrganisation says whether s reads as an agency, outlet or desk rather than a person.
func isOrganisation(s string) bool {
	s = foldSpace(s)
	if s == "" || len(s) > 200 {
		return false
	}
	words := strings.Fields(s)
	if holdsKind(orgKinds, words) || isDomain(s) {
		return true
	}
	if r, _ := utf8.DecodeRuneInString(s); isCJK(r) {
		return ends(phraseSuffix(phraseOrg, s)) || ends(phraseSuffix(phraseOutlet, s))
	}
	if len(words) == 1 {
		return isUpperWord(s) && utf8.RuneCountInString(s) <= 5 // NASA, AB12.
	}
	return strings.EqualFold(words[0], "the")
}

// isDomain says whether s is a host name such as "example.com".
func isDomain(s string) bool {
	i := strings.LastIndexByte(s, '.')
	if i <= 1 || len(s)-i < 3 || len(s)-i > 8 || strings.ContainsAny(s, " @/:") {
		return false
	}
	for _, r := range s[i+1:] {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return true
}

// readNames reads a byline ("By Jane Roe and John Doe, Staff Writers | June 3,
// 2025") into names alone. Names in capitals are printed as names usually are;
// organisations are kept as they are, and left out where a person is named.
// "Roe, Jane" is returned as it stands: the text alone cannot tell it from a
// name and a place. Nil where there is no name.
func readNames(byline string) []string {
	if len(byline) > maxByline {
		byline = byline[:maxByline]
		for len(byline) > 0 && !utf8.RuneStart(byline[len(byline)-1]) {
			byline = byline[:len(byline)-1]
		}
		byline = strings.TrimRightFunc(byline, func(r rune) bool { return !unicode.IsSpace(r) })
	}
	r := nameReader{text: foldSpace(byline)}
	parts := bylineParts(byline)
	if s, ok := invertedName(parts); ok && strings.Contains(r.text, s) {
		return []string{s}
	}
	for _, p := range parts {
		r.read(p)
	}
	return r.names()
}

// A bylinePart is a piece of a byline between separators.
type bylinePart struct {
	text   string
	joined bool // an "and" or a slash led to it
	comma  bool // a comma led to it
	line   int  // the line it stands in
}

// invertedName recognises "Roe, Jane" and "Roe, Jane Q." as the whole byline.
func invertedName(parts []bylinePart) (string, bool) {
	if len(parts) != 2 || !parts[1].comma || parts[0].line != parts[1].line {
		return "", false
	}
	family, given := strings.Fields(parts[0].text), strings.Fields(parts[1].text)
	if len(given) == 2 && isInitials(given[1]) {
		given = given[:1]
	}
	for _, words := range [...][]string{family, given} {
		if len(words) != 1 || !wholeName(words, 1) || shapeOf(words[0]) != shapeName || isOrganisation(words[0]) || phraseIs(phraseBy, words[0]) {
			return "", false
		}
	}
	return parts[0].text + ", " + parts[1].text, true
}

// bylineParts cuts a byline at its separators; what stands in brackets is left out.
func bylineParts(s string) []bylinePart {
	var parts []bylinePart
	for n, line := range strings.Split(s, "\n") {
		line = cutDate(dropBrackets(foldSpace(line)))
		for _, p := range splitByline(line) {
			p.line = n
			if p.text = trimByline(p.text); p.text != "" {
				parts = append(parts, p)
			}
		}
	}
	return parts
}

// dropBrackets leaves out what stands in round or square brackets.
func dropBrackets(s string) string {
	if !strings.ContainsAny(s, "([（【") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case strings.ContainsRune("([（【", r):
			depth++
			b.WriteString(" | ")
		case strings.ContainsRune(")]）】", r):
			depth = max(0, depth-1)
			b.WriteString(" | ")
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// cutDate puts a separator in the place of each of the first dates of s.
func cutDate(s string) string {
	for range 3 {
		_, start, end, ok := dates.Find(s, "")
		if !ok || start < 0 || end > len(s) || start >= end {
			break
		}
		s = beforeDate(s[:start]) + " | " + s[end:]
	}
	return cutMonth(s)
}

// cutMonth cuts a day without a year off a line, from the month's name on: "Jane Roe December 8".
func cutMonth(s string) string {
	for i := 1; i+1 < len(s); i++ {
		if s[i] != ' ' || s[i+1] < '0' || s[i+1] > '9' {
			continue
		}
		at := strings.LastIndexByte(s[:i], ' ') + 1
		if _, start, _, ok := dates.Find(s[at:i]+" 1, 2000", ""); at > 0 && ok && start == 0 {
			return beforeDate(s[:at]) + " | " + s[i+1:]
		}
	}
	return s
}

// beforeDate cuts the small words off the end of what stands before a date: "on", "am", "le", "på".
func beforeDate(s string) string {
	for {
		s = strings.TrimRight(s, " ")
		w := s[strings.LastIndexByte(s, ' ')+1:]
		if w == "" || len(w) == len(s) || !startsSmall(w) || utf8.RuneCountInString(w) > maxSmallWord {
			return s
		}
		s = s[:len(s)-len(w)]
	}
}

// maxSmallWord is how many letters a word before a date has at most that is no part of a name.
const maxSmallWord = 4

// splitByline cuts one line at commas, bars, slashes, dashes, words for "and" and a second "By".
func splitByline(s string) []bylinePart {
	var parts []bylinePart
	var cur []string
	var next bylinePart
	flush := func() {
		if len(cur) > 0 {
			next.text = strings.Join(cur, " ")
			parts = append(parts, next)
			next, cur = bylinePart{}, nil
		}
	}
	for _, w := range strings.Fields(spaceSeparators(s)) {
		switch {
		case w == ",":
			flush()
			next.comma = true
		case w == "|" || isDash(w):
			flush()
			next = bylinePart{}
		case strings.Contains("/&+;、", w) || phraseIs(phraseAnd, w) && (len(cur) > 0 || len(parts) > 0):
			flush()
			next.joined = true
		case strings.EqualFold(w, "by") && isName(cutLeadingBy(cur)):
			flush()
			cur = append(cur, w)
		default:
			cur = append(cur, w)
		}
	}
	flush()
	return parts
}

// cutLeadingBy leaves out a "By" that words begin with.
func cutLeadingBy(words []string) []string {
	if n := phraseLen(phraseBy, words, 0); n > 0 {
		return words[n:]
	}
	return words
}

// spaceSeparators sets off the separators of a byline so that each is a word.
func spaceSeparators(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch r {
		case ',', '，', '،':
			b.WriteString(" , ")
		case '|', '｜', '•', '●', '►', '·', '‧', '►' + 1:
			if r == '·' && insideWord(s, i) {
				b.WriteRune(r)
				continue
			}
			b.WriteString(" | ")
		case ';', '；':
			b.WriteString(" ; ")
		case '、':
			b.WriteString(" 、 ")
		case '/', '／':
			if i > 0 && s[i-1] == '/' || i+1 < len(s) && s[i+1] == '/' || i > 0 && s[i-1] == ':' || isAddress(s, i) {
				b.WriteRune(r)
				continue
			}
			b.WriteString(" / ")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// insideWord says whether letters stand on both sides of the character at s[i].
func insideWord(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	_, size := utf8.DecodeRuneInString(s[i:])
	after, _ := utf8.DecodeRuneInString(s[i+size:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// isAddress says whether the word around s[i] is a web address, so that its slash parts nothing.
func isAddress(s string, i int) bool {
	start := strings.LastIndexByte(s[:i], ' ') + 1
	return i-start < 100 && isDomain(s[start:i])
}

// isDash says whether w is made of dashes alone.
func isDash(w string) bool {
	return w != "" && strings.Trim(w, dashes) == ""
}

// dashes are the characters that serve as a dash before or between names.
const dashes = "-‐‑‒–—―−﹘－~～⸺"

// trimByline takes the marks off both ends of a part of a byline; the full stop of "Jr." stays.
func trimByline(s string) string {
	const marks = " \t:,;|" + dashes + "*•·#>»›«<\"“”"
	s = strings.TrimRight(strings.TrimLeft(s, marks+"."), marks)
	for strings.HasSuffix(s, ".") && !keepsFullStop(s[strings.LastIndexByte(s, ' ')+1:]) {
		s = strings.TrimRight(s[:len(s)-1], marks)
	}
	return s
}

// nameReader gathers the names of a byline.
type nameReader struct {
	text          string // the whole byline, folded
	persons, orgs []string
	singles       []string // names of one word joined to the fallback
	fallback      string   // what the byline begins with, where it is no plain name
	started       bool     // a part has been read
	done          bool     // the rest is no longer about the authors
	line          int      // the line read last
	cut           bool     // the part read last was a name with its role behind it
}

// read takes one part of a byline.
func (r *nameReader) read(p bylinePart) {
	if r.done || len(r.persons)+len(r.orgs) >= maxNames {
		return
	}
	first := !r.started
	leads := first || p.line != r.line || p.joined && r.cut || !p.joined && !p.comma
	r.line, r.cut = p.line, false
	s, skip := r.strip(p.text)
	words := cutAddresses(strings.Fields(s))
	if skip || len(words) == 0 {
		return
	}
	r.started = true
	text := trimByline(strings.Join(words, " "))
	switch {
	case text == "" || isNumber(text) || p.comma && len(r.persons) > 0 && inSet(suffixes, words[0]) && !inSet(generations, text) || phraseIs(phraseRole, text) && !inSet(namesToo, text):
	case len(r.persons) > 0 && p.comma && inSet(generations, text):
		if last := &r.persons[len(r.persons)-1]; strings.Contains(lowered(r.text), lowered(*last+", "+text)) {
			*last += ", " + text
		}
	case isTeam(words):
		r.orgs = appendName(r.orgs, text)
	case r.readPerson(words, leads):
	case isOrganisation(text):
		r.orgs = appendName(r.orgs, text)
	case holdsKind(roleKinds, words):
	case len(words) == 1 && p.joined && wholeName(words, 1):
		r.singles = appendName(r.singles, text)
	case first && len(words) <= 6:
		r.fallback = text
	}
}

// teamWords end the name of a group of authors.
var teamWords = wordSet(`team staff editors crew desk newsroom contributors redaktion redazione redacción redação rédaction redactie redaktionen`)

// isTeam says whether words are the name of a group of authors.
func isTeam(words []string) bool {
	return len(words) > 1 && len(words) < 7 && inSet(teamWords, words[len(words)-1]) && phraseLen(phraseBy, words, 0) == 0
}

// readPerson takes a part that holds a person's name. leads says that a role may stand behind the name without a comma.
func (r *nameReader) readPerson(words []string, leads bool) bool {
	name, cut, ok := personIn(words)
	if !ok || cut && !leads {
		return false
	}
	r.cut = cut
	r.persons = appendName(r.persons, casedName(name))
	return true
}

// strip takes "By", "Text:" and the like off a part. skip is true where the part is no author's.
func (r *nameReader) strip(s string) (rest string, skip bool) {
	for range 3 {
		switch {
		case phraseIs(phraseBy, s) && !isOrganisation(s) || isCreditLabel(s) && !opensByline(s) || len(r.persons) > 0 && isSecondHand(s):
			return "", true
		case isLabel(phrasePublished, s) || isLabel(phraseUpdated, s):
			r.done = len(r.persons) > 0
			return "", true
		}
		if before, after, ok := cutColon(s); ok {
			if phraseIs(phraseBy, before) {
				s = trimByline(after)
				continue
			}
			return trimByline(after), !phraseIs(phraseRole, before) && !phraseIs(phraseSource, before)
		}
		t, ok := cutBy(s)
		if !ok {
			return s, false
		}
		s = trimByline(t)
	}
	return s, false
}

// opensByline says whether s begins with a longer phrase for "by" than for a picture credit: "Text and photos by".
func opensByline(s string) bool {
	words := strings.Fields(s)
	return phraseLen(phraseBy, words, 0) > phraseLen(phraseCredit, words, 0)
}

// secondHands did something to a text that they did not write.
var secondHands = wordSet(`edited editing fact-checked fact checked reviewed medically translated translation produced updated
	redaktion übersetzung übersetzt traduction traduit traducción traducido traduzione tradotto`)

// isSecondHand says whether s names who edited or translated the text.
func isSecondHand(s string) bool {
	w, rest, _ := strings.Cut(s, " ")
	return rest != "" && inSet(secondHands, strings.TrimRight(w, ":"))
}

// isLabel says whether s begins with a phrase of kind k and goes on with no name.
func isLabel(k phraseKind, s string) bool {
	words := strings.Fields(s)
	n := phraseLen(k, words, 0)
	if n == 0 {
		return false
	}
	return n == len(words) || !wholeName(words[n:], 1) && phraseLen(phraseBy, words, 0) <= n
}

// cutBy takes a leading "By" off s.
func cutBy(s string) (string, bool) {
	words := strings.Fields(s)
	if len(words) == 0 {
		return s, false
	}
	if n := phraseLen(phraseBy, words, 0); n > 0 {
		return strings.Join(words[n:], " "), true
	}
	if inSet(byWords, words[0]) && isName(words[1:]) {
		return strings.Join(words[1:], " "), true
	}
	if r, _ := utf8.DecodeRuneInString(s); isCJK(r) {
		if rest, ok := phrasePrefix(phraseBy, s); ok && rest != s {
			return rest, true
		}
	}
	return s, false
}

// cutColon parts s at its first colon that a space or the end follows, or a full-width one.
func cutColon(s string) (before, after string, ok bool) {
	if b, a, ok := strings.Cut(s, "："); ok {
		return strings.TrimSpace(b), strings.TrimSpace(a), true
	}
	for i := 0; i < len(s); i++ {
		if s[i] == ':' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n') {
			return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1:]), true
		}
	}
	return s, "", false
}

// cutAddresses are the words before the first mail address, handle or web address, or behind those that words begin with.
func cutAddresses(words []string) []string {
	for len(words) > 0 && isAnyAddress(words[0]) {
		words = words[1:]
	}
	for i, w := range words {
		if isAnyAddress(w) {
			return words[:i]
		}
	}
	return words
}

func isAnyAddress(w string) bool {
	return strings.ContainsRune(w, '@') || strings.Contains(w, "://") || strings.HasPrefix(w, "www.")
}

func isNumber(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// personIn finds the person's name in a part of a byline that may hold a role
// before or behind it, or a place. cut says that words of the trade stood behind it.
func personIn(words []string) (name string, cut, ok bool) {
	if len(words) == 1 {
		name, ok = hanPerson(words[0])
		return name, false, ok
	}
	words = dropLeadingRole(words)
	if n := tradeStart(words); n > 0 {
		words, cut = words[:n], true
	}
	n, _ := nameRun(words)
	words = dropSuffixes(words[:n])
	name = trimByline(strings.Join(words, " "))
	if len(words) == 1 {
		name, ok = hanPerson(name)
		return name, cut, ok
	}
	titled := len(words) == 2 && shapeOf(words[0]) == shapeHonorific && wholeName(words, 1)
	return name, cut, titled || isPersonName(name)
}

// hanPerson reads a name of a script without spaces, with or without a role grown to it.
func hanPerson(s string) (string, bool) {
	if r, _ := utf8.DecodeRuneInString(s); !isCJK(r) {
		return "", false
	}
	for _, cut := range [...]func(phraseKind, string) (string, bool){phrasePrefix, phraseSuffix} {
		if rest, ok := cut(phraseRole, s); ok && strings.TrimSpace(rest) != "" {
			s = strings.TrimSpace(rest)
		}
	}
	return s, isHanName(s)
}

// dropSuffixes takes academic degrees and the like off the end of a name; "Jr." stays.
func dropSuffixes(words []string) []string {
	for len(words) > 1 {
		w := words[len(words)-1]
		if inSet(generations, w) || shapeOf(w) != shapeSuffix && !(len(words) > 2 && isLetters(w) && !isUpperWord(words[0])) {
			break
		}
		words = words[:len(words)-1]
	}
	return words
}

// isLetters says whether w is an abbreviation of capitals without a vowel, such as a professional title: "CPP".
func isLetters(w string) bool {
	return isUpperWord(w) && utf8.RuneCountInString(w) > 2 && !strings.ContainsAny(w, vowels)
}

const vowels = "AEIOUYÄÖÜÁÀÂÉÈÊÍÎÓÔÚÅÆØАЕЁИОУЫЭЮЯІЇЄ"

// dropLeadingRole takes a role off the front: "Political editor Jane Roe".
func dropLeadingRole(words []string) []string {
	for i := min(len(words)-1, 6); i >= 0; i-- {
		n := roleLen(words, i)
		if n == 0 || i+n >= len(words) {
			continue
		}
		if m, named := nameRun(words[i+n:]); named > 0 && (m >= 2 || i == 0) && !holdsTrade(words[i+n:i+n+1]) && !isName(words[:i]) {
			return words[i+n:]
		}
	}
	return words
}

// isName says whether words are the name of a person, of two words at least.
func isName(words []string) bool { return isPersonName(strings.Join(words, " ")) }

// roleLen is how many words the role at words[i] has; a compound whose last part is a role counts ("Bundestrainer").
func roleLen(words []string, i int) int {
	if shapeOf(words[i]) == shapeHonorific {
		return 0
	}
	if n := kindLen(roleKinds, words, i); n > 0 {
		return n
	}
	if isRoleCompound(words[i]) {
		return 1
	}
	return 0
}

// isRoleCompound says whether the tail of w, of five letters or more behind three, is a role.
func isRoleCompound(w string) bool {
	w = strings.TrimRight(w, ",;:.")
	if len(w) > 60 {
		return false
	}
	n := utf8.RuneCountInString(w)
	at := 0
	for i := range w {
		if at >= 3 && n-at >= 5 && phraseIs(phraseRole, w[i:]) { // "Beatriz" is no kind of "atriz"
			return true
		}
		at++
	}
	return false
}

// tradeStart is the first word that is a role, an outlet or an organisation; -1 is none.
func tradeStart(words []string) int {
	for i := range words {
		if i > 0 && shapeOf(words[i-1]) != shapeHonorific && kindLen(tradeKinds|timeKinds, words, i) > 0 {
			for i > 1 && inSet(definite, words[i-1]) {
				i--
			}
			return roleBegin(words, i)
		}
	}
	return -1
}

// roleLeads are words that a role begins with, and no surname is.
var roleLeads = wordSet(`senior former deputy contributing managing executive associate founding assistant`)

// roleBegin is where the role begins whose last word is words[i]: at the first of
// the words behind two of a name that lead one, "Jane Roe Senior Motoring Reporter".
func roleBegin(words []string, i int) int {
	for k := 2; k < i; k++ {
		if inSet(roleLeads, words[k]) {
			return k
		}
	}
	return i
}

// appendName adds a name that is not among names yet.
func appendName(names []string, name string) []string {
	for _, n := range names {
		if strings.EqualFold(n, name) {
			return names
		}
	}
	return append(names, name)
}

// isSentence says whether what begins as a byline goes on as a sentence:
// "By Saturday evening, 39 firms had offered help."
func isSentence(s string) bool {
	switch lastRune(s) {
	case '.', '।', '۔':
		return len(strings.Fields(s)) > 10
	case '。':
		return utf8.RuneCountInString(s) > 20 // without spaces two letters are a word
	}
	return false
}

// names are the persons, or where there are none the organisations, or what the byline begins with.
func (r *nameReader) names() []string {
	switch {
	case len(r.persons) > 0:
		for _, s := range r.singles {
			if len(r.persons) < maxNames {
				r.persons = appendName(r.persons, casedName(s))
			}
		}
		var names []string
		for _, s := range r.persons { // a "Jr." that came later may have made two of one name
			names = appendName(names, s)
		}
		return names
	case len(r.orgs) > 0:
		return r.orgs
	case r.fallback != "" && !inSet(notNames, r.fallback) && !isSentence(r.text):
		names := []string{r.fallback}
		if len(r.singles) > 0 && wholeName(strings.Fields(r.fallback), 1) {
			for _, s := range r.singles {
				names = appendName(names, s)
			}
		}
		return names
	}
	return nil
}

// casedName prints words in capitals as names usually are; other words stay.
func casedName(s string) string {
	words := strings.Fields(s)
	all := true
	for _, w := range words {
		all = all && (isUpperWord(w) || isInitials(w))
	}
	for i, w := range words {
		if isUpperWord(w) && keepsCapitals(w, i, all) {
			continue
		}
		if isUpperWord(w) {
			words[i] = casedWord(w, i > 0 && all)
		}
	}
	return strings.Join(words, " ")
}

// keepsCapitals says whether a word in capitals at place i is so by nature:
// initials, "III", "JK", an abbreviation among words that are not all in capitals.
func keepsCapitals(w string, i int, all bool) bool {
	if isInitials(w) || isDegree(w) && !inSet(generations, w) {
		return true
	}
	if u := strings.ToLower(w); u == "ii" || u == "iii" || u == "iv" {
		return true
	}
	switch n := utf8.RuneCountInString(w); {
	case n == 2:
		return !all || !strings.ContainsAny(w, vowels)
	case !all:
		return i == 0 || !strings.ContainsAny(w, vowels)
	}
	return false
}

// casedWord writes one word of capitals with a leading capital, also behind a hyphen or apostrophe and in McX.
func casedWord(w string, inner bool) string {
	lower := strings.ToLower(w)
	if inner && inSet(lowParticles, lower) {
		return lowered(w)
	}
	var b strings.Builder
	start, prev := true, rune(0)
	for i, r := range w {
		switch {
		case start:
			b.WriteRune(r)
		case i == 2 && prev == 'C' && w[0] == 'M' && len(w) > 4:
			b.WriteRune(r)
		default:
			b.WriteRune(unicode.ToLower(r))
		}
		start = r == '-' || r == '‐' || (r == '\'' || r == '’') && i <= 2
		prev = r
	}
	return b.String()
}

// lowered is s in lower case, character by character.
func lowered(s string) string {
	return strings.Map(unicode.ToLower, s)
}
