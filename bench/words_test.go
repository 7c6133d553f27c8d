package main

import (
	"reflect"
	"testing"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"punctuation", "It's 3.5, she said—twice.", []string{"it", "s", "3", "5", "she", "said", "twice"}},
		{"underscore is a letter", "snake_case", []string{"snake_case"}},
		{"numbers of all kinds", "x² Ⅳ ٣", []string{"x²", "ⅳ", "٣"}},
		{"combining marks split, as in Python", "e\u0301a", []string{"e", "a"}},
		{"dotted capital I is two characters in lower case", "İz", []string{"i", "z"}},
		{"final sigma", "ΟΔΟΣ", []string{"οδος"}},
		{"no spaces in the script", "新聞 記事", []string{"新聞", "記事"}},
		{"none", " – ", []string{}},
	} {
		if got := words(c.text); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: words(%q) = %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestKey(t *testing.T) {
	if got := key("The “Bridge”, again!"); got != "thebridgeagain" {
		t.Errorf("key = %q", got)
	}
}

func TestShingles(t *testing.T) {
	for _, c := range []struct {
		text string
		want map[string]int
	}{
		{"", map[string]int{}},
		{"a b", map[string]int{"a b": 1}},
		{"a b c d", map[string]int{"a b c d": 1}},
		{"a b c d a b c d", map[string]int{"a b c d": 2, "b c d a": 1, "c d a b": 1, "d a b c": 1}},
		{"A b c d", map[string]int{"A b c d": 1}},
	} {
		if got := shingles(tokens(c.text)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("shingles(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}

func TestOverlap(t *testing.T) {
	a, b := map[string]int{"x": 3, "y": 1}, map[string]int{"x": 2, "z": 5}
	if got := overlap(a, b); got != 2 {
		t.Errorf("overlap = %d, want 2", got)
	}
	if got := total(a); got != 4 {
		t.Errorf("total = %d, want 4", got)
	}
}
