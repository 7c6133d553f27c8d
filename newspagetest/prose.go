package newspagetest

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A person is somebody in an article.
type person struct{ name, role string }

// prose puts sentences together for one page.
//
// A pattern is text with choices, "[a|b]", which may nest, and placeholders:
// {L} a place, {P} a person, {PR} a person and what they are, {T} the topic of
// the page, {O} an institution, {d} a weekday, {M} a month, {y} a year, {n} a
// small number, {N} a large one, {m} an amount. {T^} and {O^} begin a sentence.
type prose struct {
	*language
	rng       *rand.Rand
	place     string          // where it happens
	topic     string          // what it is about
	lastPlace string          // so that no sentence leads from a town to itself
	leads     []string        // still to be used on this page
	rest      []string        // likewise
	said      []string        // likewise
	used      map[string]bool // headlines and names
}

func newProse(rng *rand.Rand, l *language) *prose {
	w := &prose{language: l, rng: rng, used: map[string]bool{}}
	w.place = pick(rng, l.places)
	w.topic = pick(rng, l.topics)
	return w
}

// pick chooses one of a list.
func pick[T any](rng *rand.Rand, list []T) T { return list[rng.IntN(len(list))] }

// draw takes a pattern that was not used yet from a pile, and refills an empty one.
func (w *prose) draw(pile *[]string, all []string) string {
	if len(*pile) == 0 {
		*pile = append(*pile, all...)
		w.rng.Shuffle(len(*pile), func(i, j int) { (*pile)[i], (*pile)[j] = (*pile)[j], (*pile)[i] })
	}
	last := len(*pile) - 1
	s := (*pile)[last]
	*pile = (*pile)[:last]
	return s
}

// expand prints a pattern.
func (w *prose) expand(pattern string) string {
	var b strings.Builder
	for pattern != "" {
		i := strings.IndexAny(pattern, "[{")
		if i < 0 {
			b.WriteString(pattern)
			break
		}
		b.WriteString(pattern[:i])
		if pattern[i] == '{' {
			end := i + strings.IndexByte(pattern[i:], '}')
			b.WriteString(w.value(pattern[i+1 : end]))
			pattern = pattern[end+1:]
			continue
		}
		choices, after := splitChoices(pattern[i+1:])
		b.WriteString(w.expand(pick(w.rng, choices)))
		pattern = after
	}
	return b.String()
}

// splitChoices splits "a|b]rest" at the level it stands on.
func splitChoices(s string) (choices []string, rest string) {
	depth, from := 0, 0
	for i := range len(s) {
		switch {
		case s[i] == '[':
			depth++
		case s[i] == '|' && depth == 0:
			choices, from = append(choices, s[from:i]), i+1
		case s[i] == ']' && depth == 0:
			return append(choices, s[from:i]), s[i+1:]
		case s[i] == ']':
			depth--
		}
	}
	panic("newspagetest: open choice in a pattern: " + s)
}

// value is what a placeholder stands for.
func (w *prose) value(key string) string {
	switch key {
	case "L":
		return w.town()
	case "P":
		return w.person().name
	case "PR":
		p := w.person()
		if w.surnameFirst {
			return p.role + w.of + p.name
		}
		return p.name + ", " + p.role
	case "T":
		return w.topic
	case "T^":
		return capital(w.topic)
	case "O":
		return pick(w.rng, w.offices)
	case "O^":
		return capital(pick(w.rng, w.offices))
	case "d":
		return pick(w.rng, w.weekdays)
	case "M":
		return pick(w.rng, w.months)
	case "y":
		return strconv.Itoa(1988 + w.rng.IntN(34))
	case "n":
		return strconv.Itoa(3 + w.rng.IntN(47))
	case "N":
		return w.large(120 + w.rng.IntN(9800))
	case "m":
		return fmt.Sprintf("%d%s%d", 2+w.rng.IntN(90), w.comma, 1+w.rng.IntN(9))
	}
	panic("newspagetest: unknown placeholder " + key)
}

// town is mostly the place of the article, and never the one before.
func (w *prose) town() string {
	t := w.place
	for t == w.lastPlace || t == w.place && w.rng.IntN(3) == 0 {
		t = pick(w.rng, w.places)
	}
	w.lastPlace = t
	return t
}

// person makes up somebody whom the page did not name yet.
func (w *prose) person() person {
	for {
		first, roles := w.women, w.rolesF
		if w.rng.IntN(2) == 0 {
			first, roles = w.men, w.rolesM
		}
		p := person{name: pick(w.rng, first) + " " + pick(w.rng, w.surnames)}
		if given, surname, _ := strings.Cut(p.name, " "); w.surnameFirst {
			p.name = surname + given
		}
		if w.fresh(p.name) {
			p.role = w.expand(pick(w.rng, roles))
			return p
		}
	}
}

// fresh says whether the page did not use a text yet, and notes it.
func (w *prose) fresh(s string) bool {
	if w.used[s] {
		return false
	}
	w.used[s] = true
	return true
}

func (w *prose) large(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d%s%03d", n/1000, w.thousand, n%1000)
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// The length of a paragraph in words.
const (
	minWords = 25
	maxWords = 80
)

// paragraph makes a paragraph, as its sentences.
func (w *prose) paragraph() []string {
	var sentences []string
	words := func(more ...string) int { return w.wordCount(strings.Join(append(sentences, more...), w.space())) }
	if w.rng.IntN(3) == 0 {
		sentences = append(sentences, w.expand(w.draw(&w.leads, w.lead)))
	}
	for want := minWords + w.rng.IntN(40); words() < want; {
		s := w.expand(w.draw(&w.rest, w.sentences))
		if words(s) > maxWords {
			break
		}
		sentences = append(sentences, s)
	}
	return sentences
}

// opening makes the first paragraph of an article.
func (w *prose) opening() []string {
	sentences := []string{w.expand(w.draw(&w.leads, w.lead))}
	if w.wordCount(sentences[0]) < 50 {
		sentences = append(sentences, w.expand(w.draw(&w.rest, w.sentences)))
	}
	for w.wordCount(strings.Join(sentences, w.space())) < minWords {
		sentences = append(sentences, w.expand(w.draw(&w.rest, w.sentences)))
	}
	return sentences
}

// headline makes a headline that the page does not have yet.
func (w *prose) headline() string {
	for {
		if s := w.expand(pick(w.rng, w.headlines)); w.fresh(s) {
			return s
		}
	}
}

// teaserHeadline makes the headline of another article, about another topic.
func (w *prose) teaserHeadline() string {
	topic := w.topic
	defer func() { w.topic = topic }()
	w.topic = pick(w.rng, w.topics)
	return w.headline()
}
