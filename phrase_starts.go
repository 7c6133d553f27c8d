package newspage

// phraseStarts are all kinds of which a phrase stands at the beginning of s.
func phraseStarts(s string) phraseSet {
	var stack [2 * maxPhrase]byte
	b := appendPhrase(stack[:0], cutWords(s, maxPhrase))
	if len(b) == 0 {
		return 0
	}
	book := phrases()
	end := tokenLen(b)
	limit := min(int(book.first[string(b[:end])].max), len(b))
	var set phraseSet
	for end <= limit {
		set |= book.sets[string(b[:end])]
		if end == len(b) {
			break
		}
		end += tokenLen(b[end:])
	}
	return set
}
