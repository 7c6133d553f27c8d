package newspage

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// thorough are the languages whose files must have every section.
var thorough = []string{"en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "tr", "ja", "zh", "ko", "ar"}

// TestPhraseFilesAreInOrder checks each file's form: known sections, phrases
// folded and sorted, none twice. With -update it brings the files into it.
func TestPhraseFilesAreInOrder(t *testing.T) {
	files, err := filepath.Glob("phrases/*.txt")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), len(thorough))
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		want := orderedPhrases(t, string(data))
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
			continue
		}
		assert.Equal(t, want, string(data), "%s: go test -run PhraseFiles -update . brings it into order", file)
	}
}

// orderedPhrases is a phrase file in its proper form.
func orderedPhrases(t *testing.T, text string) string {
	t.Helper()
	var out strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "# ") {
			out.WriteString(line)
			continue
		}
		break
	}
	sections := map[phraseKind][]string{}
	readPhrases(text, func(k phraseKind, phrase string) {
		if p := foldPhrase(phrase); p != "" {
			sections[k] = append(sections[k], p)
		}
	})
	for k := range phraseKinds {
		if len(sections[k]) == 0 {
			continue
		}
		slices.Sort(sections[k])
		out.WriteString("\n[" + phraseSections[k] + "]\n")
		for _, p := range slices.Compact(sections[k]) {
			out.WriteString(p + "\n")
		}
	}
	return out.String()
}

// withFollows are the languages in which the word for "with" stands behind the outlet.
var withFollows = []string{"tr", "ja", "ko"}

func TestThoroughLanguagesHaveEverySection(t *testing.T) {
	for _, lang := range thorough {
		data, err := os.ReadFile("phrases/" + lang + ".txt")
		require.NoError(t, err)
		for kind, name := range phraseSections {
			if phraseKind(kind) == phraseWith && slices.Contains(withFollows, lang) {
				continue
			}
			assert.Contains(t, string(data), "["+name+"]\n", "%s has no section", lang)
		}
	}
}

func TestPhraseIs(t *testing.T) {
	for _, c := range []struct {
		kind phraseKind
		text string
		want bool
	}{
		{phraseRelated, "Related Articles:", true},
		{phraseRelated, "Mehr zum Thema", true},
		{phraseRelated, "À lire aussi", true},
		{phraseRelated, "関連記事", true},
		{phraseRelated, "Relations between the two", false},
		{phraseSitewide, "Most read", true},
		{phraseComments, "Leave a Reply", true},
		{phraseShare, "Teilen", true},
		{phraseMore, "Read more »", true},
		{phraseAnchor, "Source link", true},
		{phraseRelated, strings.Repeat("related ", 40), false},
		{phraseRelated, "", false},
	} {
		assert.Equal(t, c.want, phraseIs(c.kind, c.text), "%s: %q", phraseSections[c.kind], c.text)
	}
}

func TestPhrasePrefix(t *testing.T) {
	for _, c := range []struct {
		kind       phraseKind
		text, rest string
		ok         bool
	}{
		{phraseSource, "Source: Reuters", "Reuters", true},
		{phraseSource, "Quelle: dpa", "dpa", true},
		{phraseInline, "Read also: The ferry that stayed", "The ferry that stayed", true},
		{phraseInline, "Lesen Sie auch: Die Fähre bleibt", "Die Fähre bleibt", true},
		{phraseInline, "Читайте также: Паром остаётся", "Паром остаётся", true},
		{phraseBy, "By Jane Roe", "Jane Roe", true},
		{phraseBy, "取材・文＝山田太郎", "山田太郎", true},
		{phraseBy, "構成／山田太郎", "山田太郎", true},
		{phraseBy, "編集部 山田太郎", "山田太郎", true},
		{phraseCredit, "Photo/AP", "AP", true},
		{phraseBy, "Bystanders saw it", "", false},
		{phraseSource, "Sourced from afar", "", false},
	} {
		rest, ok := phrasePrefix(c.kind, c.text)
		assert.Equal(t, c.ok, ok, "%q", c.text)
		assert.Equal(t, c.rest, rest, "%q", c.text)
	}
}

// TestElisionsAreNoLabels: "C'est" begins with the "c" of "(c) AP" and is no credit.
func TestElisionsAreNoLabels(t *testing.T) {
	for _, s := range []string{"C'est la fin d'une époque", "C’est la fin d’une époque", "On-site work begins"} {
		assert.Zero(t, phraseStarts(s), "%q", s)
		assert.False(t, phraseHas(phraseCredit, s), "%q", s)
	}
	assert.True(t, phraseStarts("(c) AP").has(phraseCredit))
	assert.True(t, phraseHas(phraseCredit, "The bridge (c) AP"))
}

// TestOneLetterOfAWordIsNoLabel: 图 ("picture") is a credit's label, and begins the word for a library.
func TestOneLetterOfAWordIsNoLabel(t *testing.T) {
	for _, s := range []string{"图书馆", "图纸在图书馆展出"} {
		assert.Zero(t, phraseStarts(s), "%q", s)
	}
	for _, s := range []string{"图：新华社", "图/新华社", "图 新华社"} {
		rest, ok := phrasePrefix(phraseCredit, s)
		assert.True(t, ok && rest == "新华社", "%q: %q", s, rest)
	}
	before, ok := phraseSuffix(phraseCredit, "王小明摄")
	assert.True(t, ok && before == "王小明", before)
}

func TestPhraseStartsAgreesWithPhrasePrefix(t *testing.T) {
	for _, s := range []string{"Source: Reuters", "Read more about it", "By Jane Roe", "Photo: AP", "C'est la fin", "(c) AP", "On-site work", "関連記事 一覧", "图纸在图书馆", "图：新华社", "nothing of the kind", ""} {
		set := phraseStarts(s)
		for k := range phraseKinds {
			_, ok := phrasePrefix(k, s)
			assert.Equal(t, ok, set.has(k), "%s: %q", phraseSections[k], s)
		}
	}
}

// TestPhrasesBehindMarks: however many marks stand before a phrase, it is found.
func TestPhrasesBehindMarks(t *testing.T) {
	for _, n := range []int{1, 11, 15} {
		line := strings.Repeat("→", n) + " Related articles"
		assert.True(t, phraseIs(phraseRelated, line), line)
		assert.True(t, phraseStarts(line).has(phraseRelated), line)
	}
}

func phraseStarts(s string) phraseSet {
	_, starts := phraseLine(s)
	return starts
}

// TestMayBeginPhrase: no phrase is passed over, in any case and behind marks.
func TestMayBeginPhrase(t *testing.T) {
	files, err := phraseFiles.ReadDir("phrases")
	require.NoError(t, err)
	for _, f := range files {
		text, err := phraseFiles.ReadFile("phrases/" + f.Name())
		require.NoError(t, err)
		readPhrases(string(text), func(k phraseKind, phrase string) {
			for _, s := range []string{phrase, strings.ToUpper(phrase), "(" + phrase, "– " + phrase} {
				if words := strings.Fields(s); len(words) > 0 && phraseIs(k, strings.Join(words, " ")) {
					require.True(t, mayBeginPhrase(1<<k, words[0]), "%s: %q", f.Name(), s)
				}
			}
		})
	}
	require.False(t, mayBeginPhrase(1<<phraseBy, "zebra"))
	require.False(t, mayBeginPhrase(1<<phraseRole, strings.Repeat("a", maxPhrase+1)))
}
