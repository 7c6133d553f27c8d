package main

import "slices"

// f1 is the harmonic mean of precision and recall.
func f1(precision, recall float64) float64 {
	if precision+recall == 0 {
		return 0
	}
	return 2 * precision * recall / (precision + recall)
}

// A share is a part of a whole, which may be undefined: nothing of nothing.
type share struct {
	value   float64
	defined bool
}

func shareOf(part, whole int) share {
	if whole == 0 {
		return share{}
	}
	return share{float64(part) / float64(whole), true}
}

// shinglePR is precision and recall of a text in shingles, as
// article-extraction-benchmark defines them: case counts, and the precision
// of no text is undefined.
func shinglePR(gold, got string) (precision, recall share) {
	g, p := shingles(tokens(gold)), shingles(tokens(got))
	if len(g) == 0 && len(p) == 0 {
		return share{1, true}, share{1, true}
	}
	both := overlap(g, p)
	return shareOf(both, total(p)), shareOf(both, total(g))
}

// bagF1 is the F1 of the bags of words, as WCXB defines it.
func bagF1(gold, got string) float64 {
	g, p := bagOf(words(gold)), bagOf(words(got))
	if len(g) == 0 || len(p) == 0 {
		return truthValue(len(g) == len(p))
	}
	return bagsF1(g, p)
}

// bagsF1 is the F1 of a bag; 0 where nothing was found.
func bagsF1(gold, got map[string]int) float64 {
	if len(got) == 0 || len(gold) == 0 {
		return 0
	}
	both := float64(overlap(gold, got))
	return f1(both/float64(total(got)), both/float64(total(gold)))
}

// exact is 1 where the words are the same in the same order.
func exact(gold, got string) float64 {
	return truthValue(slices.Equal(words(gold), words(got)))
}

// keysF1 is the F1 of whole entries: paragraphs, or names.
func keysF1(gold, got []string) float64 {
	return bagsF1(keyBag(gold), keyBag(got))
}

// keyBag counts the entries that have words.
func keyBag(list []string) map[string]int {
	bag := map[string]int{}
	for _, s := range list {
		if k := key(s); k != "" {
			bag[k]++
		}
	}
	return bag
}

func truthValue(is bool) float64 {
	if is {
		return 1
	}
	return 0
}
