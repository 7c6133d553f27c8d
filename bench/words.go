package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// tokens are the words of a text as Python's \w+ finds them: letters, numbers
// and underscores, and no combining marks.
func tokens(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// words are the tokens of a text in lower case. The full mapping is needed
// where a letter's lower case is two characters, as in Turkish.
func words(s string) []string {
	return tokens(cases.Lower(language.Und, cases.HandleFinalSigma(true)).String(s))
}

// key is a text with all but its words left out, for saying whether two are the same.
func key(s string) string { return strings.Join(words(s), "") }

// shingles are all runs of four tokens; of a shorter text, the text as one.
func shingles(tokens []string) map[string]int {
	const size = 4
	bag := map[string]int{}
	if len(tokens) == 0 {
		return bag
	}
	for i := range max(1, len(tokens)-size+1) {
		bag[strings.Join(tokens[i:min(i+size, len(tokens))], " ")]++
	}
	return bag
}

// bagOf counts the entries of a list.
func bagOf(list []string) map[string]int {
	bag := map[string]int{}
	for _, s := range list {
		bag[s]++
	}
	return bag
}

// overlap is how many entries two bags share.
func overlap(a, b map[string]int) int {
	n := 0
	for s, count := range a {
		n += min(count, b[s])
	}
	return n
}

func total(bag map[string]int) int {
	n := 0
	for _, count := range bag {
		n += count
	}
	return n
}
