package newspage

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

// bylineCases are bylines and the names in them.
var bylineCases = []struct {
	byline string
	names  []string
}{
	// One person.
	{"Jane Roe", []string{"Jane Roe"}},
	{"By Saturday evening, 39 firms had offered help, among them one that had failed twice.", nil},
	{"By nordhafen86, on Friday at 9:41 in the morning, updated at noon | 3 min read", []string{"nordhafen86"}},
	{"By Jane Roe", []string{"Jane Roe"}},
	{"by Jane Roe", []string{"Jane Roe"}},
	{"BY JANE ROE", []string{"Jane Roe"}},
	{"By: Jane Roe", []string{"Jane Roe"}},
	{"By\nJane Roe", []string{"Jane Roe"}},
	{"Written by Jane Roe", []string{"Jane Roe"}},
	{"Story by Jane Roe", []string{"Jane Roe"}},
	{"Von Erika Muster", []string{"Erika Muster"}},
	{"von Erika Muster", []string{"Erika Muster"}},
	{"Text: Erika Muster", []string{"Erika Muster"}},
	{"Par Jeanne Dupuis", []string{"Jeanne Dupuis"}},
	{"Por Juana Pérez", []string{"Juana Pérez"}},
	{"di Giovanna Rossi", []string{"Giovanna Rossi"}},
	{"Door Jan van den Berg", []string{"Jan van den Berg"}},
	{"Av Åsa Öberg", []string{"Åsa Öberg"}},
	{"Автор: Иван Петров", []string{"Иван Петров"}},
	{"Иван Петров", []string{"Иван Петров"}},
	{"Μαρία Παπαδάκη", []string{"Μαρία Παπαδάκη"}},
	{"محمد سالم", []string{"محمد سالم"}},
	{"आशा वर्मा", []string{"आशा वर्मा"}},
	{"作者：李明", []string{"李明"}},
	{"文/李明", []string{"李明"}},
	{"记者李明", []string{"李明"}},
	{"김철수 기자", []string{"김철수"}},
	{"山田太郎", []string{"山田太郎"}},
	{"J. R. Roe", []string{"J. R. Roe"}},
	{"Jane Q. Roe", []string{"Jane Q. Roe"}},
	{"By Jane Roe |", []string{"Jane Roe"}},
	{"• Jane Roe •", []string{"Jane Roe"}},
	{"Ursula von der Roe", []string{"Ursula von der Roe"}},
	{"Nick van Roe", []string{"Nick van Roe"}},
	{"Conor O’Roe", []string{"Conor O’Roe"}},
	{"Jean-Luc d’Artois", []string{"Jean-Luc d’Artois"}},
	{"Khalid bin Roe", []string{"Khalid bin Roe"}},
	{"Lê Thị Lan", []string{"Lê Thị Lan"}},
	{"Dr. Jane Roe", []string{"Dr. Jane Roe"}},
	{"John Roe Jr.", []string{"John Roe Jr."}},
	{"John Roe, Jr.", []string{"John Roe, Jr."}},
	{"John Roe III", []string{"John Roe III"}},
	{"Jane Roe, MD", []string{"Jane Roe"}},
	{"Jane Roe, PhD", []string{"Jane Roe"}},
	{"Jane Roe, MD, FOMA, DABOM", []string{"Jane Roe"}},
	{"Jane Roe Ph.D.", []string{"Jane Roe"}},

	// Roles, places, dates and addresses are cut off.
	{"By Jane Roe and John Doe, Staff Writers | June 3, 2025", []string{"Jane Roe", "John Doe"}},
	{"By Jane Roe, Staff Writer", []string{"Jane Roe"}},
	{"Jane Roe, Contributing writer", []string{"Jane Roe"}},
	{"Jane Roe Staff Writer", []string{"Jane Roe"}},
	{"Jane Roe\nStaff Writer", []string{"Jane Roe"}},
	{"Political editor Jane Roe", []string{"Jane Roe"}},
	{"Jane Roe, Political editor", []string{"Jane Roe"}},
	{"By Jane Roe, Special to the Times", []string{"Jane Roe"}},
	{"Jane Roe in Berlin", []string{"Jane Roe"}},
	{"Erika Muster, Kiew", []string{"Erika Muster"}},
	{"Erika Muster aus Kiew", []string{"Erika Muster"}},
	{"Von Erika Muster, Berlin", []string{"Erika Muster"}},
	{"Jane Roe for The Acme Times", []string{"Jane Roe"}},
	{"Jane Roe, BBC News, Kyiv", []string{"Jane Roe"}},
	{"Jane Roe | BBC News", []string{"Jane Roe"}},
	{"Jane Roe BBC News", []string{"Jane Roe"}},
	{"By Jane Roe | The Associated Press", []string{"Jane Roe"}},
	{"Jane Roe, The Associated Press", []string{"Jane Roe"}},
	{"Jane Roe / dpa", []string{"Jane Roe"}},
	{"Jane Roe/dpa", []string{"Jane Roe"}},
	{"Jane Roe (AFP)", []string{"Jane Roe"}},
	{"Jane Roe (34)", []string{"Jane Roe"}},
	{"Jane Roe @janeroe", []string{"Jane Roe"}},
	{"Jane Roe (@janeroe)", []string{"Jane Roe"}},
	{"Jane Roe jane.roe@acme.example", []string{"Jane Roe"}},
	{"Jane Roe, jane@acme.example, 555-0100", []string{"Jane Roe"}},
	{"By Jane Roe June 3, 2025", []string{"Jane Roe"}},
	{"By Jane Roe - June 3, 2025 10:30 am", []string{"Jane Roe"}},
	{"June 3, 2025 | Jane Roe", []string{"Jane Roe"}},
	{"By Jane Roe Published June 3, 2025", []string{"Jane Roe"}},
	{"Von Erika Muster, veröffentlicht am 3. Juni 2025", []string{"Erika Muster"}},
	{"Jane Roe is a reporter at Acme", []string{"Jane Roe"}},
	{"Jane Roe reports", []string{"Jane Roe"}},
	{"Jane Roe, Senior Reporter", []string{"Jane Roe"}},
	{"Paul Roe, Garden and Kitchen Design Expert", []string{"Paul Roe"}},
	{"Text: Erika Muster; Foto: Max Muster", []string{"Erika Muster"}},
	{"By Jane Roe; photos by John Doe", []string{"Jane Roe"}},

	// Several.
	{"Jane Roe and John Doe", []string{"Jane Roe", "John Doe"}},
	{"Jane Roe, John Doe and Max Muster", []string{"Jane Roe", "John Doe", "Max Muster"}},
	{"Jane Roe, John Doe, and Max Muster", []string{"Jane Roe", "John Doe", "Max Muster"}},
	{"Erika Muster und Max Muster", []string{"Erika Muster", "Max Muster"}},
	{"Jeanne Dupuis et Jean Dupuis", []string{"Jeanne Dupuis", "Jean Dupuis"}},
	{"Juana Pérez y Juan Gómez", []string{"Juana Pérez", "Juan Gómez"}},
	{"Giovanna Rossi e Mario Rossi", []string{"Giovanna Rossi", "Mario Rossi"}},
	{"Jan de Berg en Piet Berg", []string{"Jan de Berg", "Piet Berg"}},
	{"Иван Петров и Анна Петрова", []string{"Иван Петров", "Анна Петрова"}},
	{"Jane Roe; John Doe", []string{"Jane Roe", "John Doe"}},
	{"Jane Roe / John Doe", []string{"Jane Roe", "John Doe"}},
	{"Jane Roe & John Doe", []string{"Jane Roe", "John Doe"}},
	{"Jane Roe | John Doe", []string{"Jane Roe", "John Doe"}},
	{"Jane Roe · John Doe", []string{"Jane Roe", "John Doe"}},
	{"Jane Roe\nJohn Doe", []string{"Jane Roe", "John Doe"}},
	{"By Jane Roe By John Doe", []string{"Jane Roe", "John Doe"}},
	{"李明、王小明", []string{"李明", "王小明"}},
	{"Por Fábio Sampaio e Beatriz Brandão", []string{"Fábio Sampaio", "Beatriz Brandão"}},
	{"Jane Roe, John Doe, Jane Roe", []string{"Jane Roe", "John Doe"}},
	{"JANE ROE, Jane Roe", []string{"Jane Roe"}},
	{"Jane Roe, MD, and John Doe, PhD", []string{"Jane Roe", "John Doe"}},

	// Capitals.
	{"URSULA VON DER ROE", []string{"Ursula von der Roe"}},
	{"CHARLES DE ROE", []string{"Charles de Roe"}},
	{"RONALD MCROE", []string{"Ronald McRoe"}},
	{"CONOR O'ROE", []string{"Conor O'Roe"}},
	{"CONOR O’ROE", []string{"Conor O’Roe"}},
	{"JEAN-PAUL DUPUIS", []string{"Jean-Paul Dupuis"}},
	{"Jean DUPUIS", []string{"Jean Dupuis"}},
	{"JOHN ROE III", []string{"John Roe III"}},
	{"J.K. ROE", []string{"J.K. Roe"}},
	{"JK Roe", []string{"JK Roe"}},
	{"ИВАН ПЕТРОВ", []string{"Иван Петров"}},

	// Organisations, users and single names.
	{"Reuters", []string{"Reuters"}},
	{"dpa", []string{"dpa"}},
	{"sid/dpa", []string{"sid", "dpa"}},
	{"Von dpa", []string{"dpa"}},
	{"The Associated Press", []string{"The Associated Press"}},
	{"BBC News, Kyiv", []string{"BBC News"}},
	{"AB12 Redaktion", []string{"AB12 Redaktion"}},
	{"Acme Editorial Team", []string{"Acme Editorial Team"}},
	{"Staff", []string{"Staff"}},
	{"新华社", []string{"新华社"}},
	{"acme.de", []string{"acme.de"}},
	{"Kev", []string{"Kev"}},
	{"Kev and Lindy", []string{"Kev", "Lindy"}},
	{"Anna & Berta", []string{"Anna", "Berta"}},
	{"Great Cheese Editorial Team", []string{"Great Cheese Editorial Team"}},
	{"Sir Nemo", []string{"Sir Nemo"}},
	{"Lin Ma, Jane Roe & John Doe", []string{"Lin Ma", "Jane Roe", "John Doe"}},
	{"Md Ashraf Roe, Jane Roe", []string{"Md Ashraf Roe", "Jane Roe"}},
	{"Ida Baker", []string{"Ida Baker"}},
	{"Ann Doctor", []string{"Ann Doctor"}},
	{"Walter A. Roe CPP, PSP", []string{"Walter A. Roe"}},
	{"Michael Roe, M.D. FACLM", []string{"Michael Roe"}},
	{"lightfoot99", []string{"lightfoot99"}},
	{"By The Almanacist", []string{"The Almanacist"}},
	{"4u Worldwide", []string{"4u Worldwide"}},

	// Hard ones, left as they stand.
	{"Roe, Jane", []string{"Roe, Jane"}},
	{"Roe, Jane Q.", []string{"Roe, Jane Q."}},

	// No names.
	{"", nil},
	{"By", nil},
	{"|", nil},
	{"June 3, 2025", nil},
	{"Published June 3, 2025", nil},
	{"Staff Writer", nil},
	{"jane@acme.example", nil},
	{"12", nil},
	{"Photo: Jane Roe", nil},
}

func TestReadNames(t *testing.T) {
	for _, c := range bylineCases {
		assert.Equal(t, c.names, readNames(c.byline), "%q", c.byline)
	}
}

func TestDaysInABylineAreNoNames(t *testing.T) {
	for line, want := range map[string][]string{
		"Jane Roe December 8":           {"Jane Roe"},
		"Jane Roe May 2nd 202511 mins":  {"Jane Roe"},
		"Jane Roe on June 12":           {"Jane Roe"},
		"April May":                     {"April May"},
		"June Carter, 12 June 2025":     {"June Carter"},
		"Jane Roe Senior City Reporter": {"Jane Roe"},
	} {
		assert.Equal(t, want, readNames(line), line)
	}
}

func TestReadNamesCaps(t *testing.T) {
	var b strings.Builder
	for i := range 40 {
		b.WriteString("Al R" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + ", ")
	}
	assert.LessOrEqual(t, len(readNames(b.String())), maxNames)
	long := "Jane Roe, " + strings.Repeat("x", maxByline) + ", John Doe"
	assert.Equal(t, []string{"Jane Roe"}, readNames(long))
}

func TestIsPersonName(t *testing.T) {
	for _, s := range []string{"Jane Roe", "J. R. Roe", "Ursula von der Roe", "Conor O’Roe", "Jean-Luc d’Artois", "Иван Петров",
		"محمد سالم", "李明", "ジョン・スミス", "佐々木", "佐々木陽子", "佐々木さくら", "長谷川真理子", "山田 太郎", "Dr. Jane Roe", "John Roe Jr.", "JANE ROE", "Bashir al-Roe", "Jane Mary Ann Roe Doe"} {
		assert.True(t, isPersonName(s), "%q", s)
	}
	for _, s := range []string{"", "Jane", "Jane Roe 2", "Staff Writer", "Acme Times", "The White House", "Le Monde", "jane roe",
		"Jane wins again", "BBC ABC", "June 3, 2025", "CEO Jane", "of Jane Roe", "Jane Roe, CEO", "A B", "Read More", "新华社", "登録する", "続きを読む", "工事主任技師", "港湾労働組合",
		"One Two Three Four Five Six Seven"} {
		assert.False(t, isPersonName(s), "%q", s)
	}
}

func TestIsSentence(t *testing.T) {
	for _, s := range []string{"By Saturday evening the last of the nine firms had offered help.", "在上一份报告中称这是教训，尽管用户从一千人减少到九百人。"} {
		assert.True(t, isSentence(s), "%q", s)
	}
	for _, s := range []string{"", "By Jane Roe.", "记者王小明。", "By Saturday evening the last of the nine firms had offered help"} {
		assert.False(t, isSentence(s), "%q", s)
	}
}

func TestIsOrganisation(t *testing.T) {
	for _, s := range []string{"Reuters", "dpa", "BBC News", "Acme Redaktion", "The Acme Times", "acme.de", "NASA", "新华社", "Acme University"} {
		assert.True(t, isOrganisation(s), "%q", s)
	}
	for _, s := range []string{"", "Jane Roe", "Kev", "李明", "Иван Петров", "jane"} {
		assert.False(t, isOrganisation(s), "%q", s)
	}
}

// lowerRunes folds case character by character.
func lowerRunes(s string) string { return strings.Map(unicode.ToLower, s) }

func FuzzNames(f *testing.F) {
	for _, c := range bylineCases {
		f.Add(c.byline)
	}
	for _, c := range attributionCases {
		if len(c.line) < 600 {
			f.Add(c.line)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		names := readNames(s)
		if len(names) > maxNames {
			t.Errorf("%d names", len(names))
		}
		folded := squeezed(s)
		seen := map[string]bool{}
		for _, n := range names {
			if n == "" || n != foldSpace(n) || seen[n] {
				t.Errorf("%q: name %q", s, n)
			}
			seen[n] = true
			if !strings.Contains(folded, squeezed(n)) {
				t.Errorf("%q is not in %q", n, s)
			}
		}
		if isPersonName(s) && strings.ContainsAny(s, "0123456789@|") {
			t.Errorf("%q is no person's name", s)
		}
		isOrganisation(s)
	})
}

// squeezed is s without white space, in lower case.
func squeezed(s string) string {
	return lowerRunes(strings.ReplaceAll(foldSpace(s), " ", ""))
}
