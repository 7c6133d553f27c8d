package main

import (
	"math"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestShinglePR(t *testing.T) {
	none := share{}
	for _, c := range []struct {
		name, gold, got string
		precision       share
		recall          share
	}{
		{"same", "a b c d e", "a b c d e", share{1, true}, share{1, true}},
		{"half is too much", "a b c d", "a b c d e", share{0.5, true}, share{1, true}},
		{"half is missing", "a b c d e", "a b c d", share{1, true}, share{0.5, true}},
		{"case counts", "a b c d", "A b c d", share{0, true}, share{0, true}},
		{"nothing found has no precision", "a b c d", "", none, share{0, true}},
		{"nothing to find has no recall", "", "a b c d", share{0, true}, none},
		{"nothing of nothing", "", "…", share{1, true}, share{1, true}},
	} {
		p, r := shinglePR(c.gold, c.got)
		if p != c.precision || r != c.recall {
			t.Errorf("%s: %v %v, want %v %v", c.name, p, r, c.precision, c.recall)
		}
	}
}

func TestBagF1(t *testing.T) {
	for _, c := range []struct {
		name, gold, got string
		want            float64
	}{
		{"same in another order and case", "The cat sat", "sat the CAT", 1},
		{"half of both", "a b", "b c", 0.5},
		{"repeats count", "a a b", "a b", 0.8},
		{"nothing found", "a", "", 0},
		{"nothing of nothing", "", "", 1},
		{"nothing in common", "a", "b", 0},
	} {
		if got := bagF1(c.gold, c.got); !near(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestExact(t *testing.T) {
	if exact("One, two.", "one two") != 1 {
		t.Error("punctuation and case must not count")
	}
	if exact("one two", "two one") != 0 {
		t.Error("the order must count")
	}
}

func TestKeysF1(t *testing.T) {
	for _, c := range []struct {
		name      string
		gold, got []string
		want      float64
	}{
		{"same", []string{"A b.", "C"}, []string{"c", "a b"}, 1},
		{"a paragraph in two is none", []string{"a b", "c"}, []string{"a", "b", "c"}, 0.4},
		{"entries without words do not count", []string{"a"}, []string{"a", "***"}, 1},
		{"nothing found", []string{"a"}, nil, 0},
	} {
		if got := keysF1(c.gold, c.got); !near(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
