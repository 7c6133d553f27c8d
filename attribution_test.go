package newspage

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// attributionCases are lines and what they say: speaker, role, via. All empty: the line names nobody.
var attributionCases = []struct{ line, speaker, role, via string }{
	// A name alone.
	{"– David Sacks", "David Sacks", "", ""},
	{"- Jane Roe", "Jane Roe", "", ""},
	{"— Jane Roe", "Jane Roe", "", ""},
	{"― Jane Roe", "Jane Roe", "", ""},
	{"‒ Jane Roe", "Jane Roe", "", ""},
	{"~ Jane Roe", "Jane Roe", "", ""},
	{"• Jane Roe", "Jane Roe", "", ""},
	{"-- Jane Roe", "Jane Roe", "", ""},
	{"—Jane Roe", "Jane Roe", "", ""},
	{"&mdash; Jane Roe", "Jane Roe", "", ""},
	{"—\nJane Roe", "Jane Roe", "", ""},
	{"  \u00a0– Jane   Roe ", "Jane Roe", "", ""},
	{"— Jane Roe.", "Jane Roe", "", ""},
	{"Jane Roe:", "Jane Roe", "", ""},
	{"Jane Roe,", "Jane Roe", "", ""},
	{"J. R. Roe", "J. R. Roe", "", ""},
	{"J.R. Roe", "J.R. Roe", "", ""},
	{"Jane Q. Roe", "Jane Q. Roe", "", ""},
	{"— Cooke", "Cooke", "", ""},
	{"Madonna", "Madonna", "", ""},
	{"Ursula von der Roe", "Ursula von der Roe", "", ""},
	{"Pieter van den Roe", "Pieter van den Roe", "", ""},
	{"Oscar de la Roe", "Oscar de la Roe", "", ""},
	{"Khalid bin Roe", "Khalid bin Roe", "", ""},
	{"Bashir al-Roe", "Bashir al-Roe", "", ""},
	{"Conor O’Roe", "Conor O’Roe", "", ""},
	{"Valéry d’Estroe", "Valéry d’Estroe", "", ""},
	{"Marie-Louise Roe", "Marie-Louise Roe", "", ""},
	{"Lê Thị Lan", "Lê Thị Lan", "", ""},
	{"Çetin Aydın", "Çetin Aydın", "", ""},
	{"Man**", "Man**", "", ""},
	{"— Ed** My**", "Ed** My**", "", ""},
	{"Bel**** Co** Ra****", "Bel**** Co** Ra****", "", ""},
	{"— JANE ROE", "JANE ROE", "", ""},
	{"By Jane Roe", "Jane Roe", "", ""},
	{"Dr. Jane Roe", "Dr. Jane Roe", "", ""},
	{"Sir Keith Roe", "Sir Keith Roe", "", ""},
	{"John Roe Jr.", "John Roe Jr.", "", ""},
	{"John Roe, Jr.", "John Roe, Jr.", "", ""},
	{"John Roe III", "John Roe III", "", ""},
	{"Jane Roe and John Doe", "Jane Roe and John Doe", "", ""},
	{"Jane Roe & John Doe", "Jane Roe & John Doe", "", ""},
	{"Joan of Arc", "Joan of Arc", "", ""},
	{"— Jane Roe, 2019", "Jane Roe", "", ""},
	{"— Jane Roe (1856–1924)", "Jane Roe", "", ""},
	{"— Jane Roe, June 12, 2025", "Jane Roe", "", ""},
	{"— Jane Roe (@janeroe)", "Jane Roe", "", ""},
	{"— @janeroe", "@janeroe", "", ""},
	{"— u/throwaway_99", "u/throwaway_99", "", ""},
	{"Jane Roe said", "Jane Roe", "", ""},
	{"said Jane Roe.", "Jane Roe", "", ""},
	{"— Jane Roe in Berlin", "Jane Roe", "", ""},

	// A name and a role.
	{"Jane Roe, CEO of Acme", "Jane Roe", "CEO of Acme", ""},
	{"– Jane Roe, CEO", "Jane Roe", "CEO", ""},
	{"Jane Roe (CEO)", "Jane Roe", "CEO", ""},
	{"Jane Roe (CEO of Acme)", "Jane Roe", "CEO of Acme", ""},
	{"Jane Roe [CEO]", "Jane Roe", "CEO", ""},
	{"Jane Roe | CEO", "Jane Roe", "CEO", ""},
	{"Jane Roe – CEO, Acme", "Jane Roe", "CEO, Acme", ""},
	{"Jane Roe — CEO", "Jane Roe", "CEO", ""},
	{"Jane Roe\nCEO of Acme", "Jane Roe", "CEO of Acme", ""},
	{"Jane Roe\n\n Head of Cheese \n Acme", "Jane Roe", "Head of Cheese Acme", ""},
	{"CEO Jane Roe", "Jane Roe", "CEO", ""},
	{"Acme CEO Jane Roe", "Jane Roe", "Acme CEO", ""},
	{"the CEO Jane Roe", "Jane Roe", "CEO", ""},
	{"Vice President Jane Roe", "Jane Roe", "Vice President", ""},
	{"President Roe", "Roe", "President", ""},
	{"News industry analyst Jane Roe", "Jane Roe", "News industry analyst", ""},
	{"Deep-sea swimmer Jane Roe", "Jane Roe", "Deep-sea swimmer", ""},
	{"Jane Roe CEO of Acme", "Jane Roe", "CEO of Acme", ""},
	{"CEO of Acme, Jane Roe", "Jane Roe", "CEO of Acme", ""},
	{"Dr. Jane Roe, Ph.D., professor at Acme State", "Dr. Jane Roe", "professor at Acme State", ""},
	{"Jane Roe, MD", "Jane Roe", "", ""},
	{"Jane Roe, MD, FACP", "Jane Roe", "", ""},
	{"John Roe, Jr., director of Acme", "John Roe, Jr.", "director of Acme", ""},
	{"Lea Roe, CPA and founder of Peak Services", "Lea Roe", "CPA and founder of Peak Services", ""},
	{"Clara Roe, Brookside Laundry", "Clara Roe", "Brookside Laundry", ""},
	{"Kitty Roe, Sparkle Academy & Shimmer Laundry Co.", "Kitty Roe", "Sparkle Academy & Shimmer Laundry Co.", ""},
	{"Cora Roe, Acme Museum President", "Cora Roe", "Acme Museum President", ""},
	{"Jane Roe, Acme, Inc., London", "Jane Roe", "Acme, Inc., London", ""},
	{"Jane Roe, editor of The Guardian", "Jane Roe", "editor of The Guardian", ""},
	{"— a spokesman for Acme", "", "a spokesman for Acme", ""},
	{"Friedrich Roe (CDU)", "Friedrich Roe", "CDU", ""},
	{"— Sen. Jane Roe (D-Mass.)", "Sen. Jane Roe", "D-Mass.", ""},

	{"Ann Doctor, News industry analyst", "Ann Doctor", "News industry analyst", ""},
	{"Ida Baker, CPA and founder of Peak", "Ida Baker", "CPA and founder of Peak", ""},
	{"Jane Roe, Acme University", "Jane Roe", "Acme University", ""},

	// The outlet.
	{"– David Sacks via Reuters", "David Sacks", "", "Reuters"},
	{"David Sacks, via Reuters", "David Sacks", "", "Reuters"},
	{"David Sacks (via Reuters)", "David Sacks", "", "Reuters"},
	{"David Sacks (Reuters)", "David Sacks", "", "Reuters"},
	{"— via Reuters", "", "", "Reuters"},
	{"Jane Roe, CEO of Acme, told the BBC", "Jane Roe", "CEO of Acme", "BBC"},
	{"Jane Roe, CEO of Acme, via the Daily Herald", "Jane Roe", "CEO of Acme", "Daily Herald"},
	{"Jane Roe told reporters", "Jane Roe", "", ""},
	{"Jane Roe told BBC News on Tuesday", "Jane Roe", "", "BBC News"},
	{"Jane Roe, speaking to The Acme Times", "Jane Roe", "", "The Acme Times"},
	{"(Reuters)", "", "", "Reuters"},
	{"[Acme Daily]", "", "", "Acme Daily"},
	{"(via Acme Daily)", "", "", "Acme Daily"},
	{"— The Acme Journal", "", "", "The Acme Journal"},
	{"Jane Roe in The Guardian", "Jane Roe", "", "The Guardian"},
	{"Jane Roe in the Acme Herald", "Jane Roe", "", "Acme Herald"},
	{"Jane Roe, Reuters", "Jane Roe", "", "Reuters"},
	{"Jane Roe, in an interview with Le Monde", "Jane Roe", "", "Le Monde"},
	{"user on Reddit", "user", "", "Reddit"},
	{"— sad_panda42 on Reddit", "sad_panda42", "", "Reddit"},
	{"— Jane Roe on Facebook", "Jane Roe", "", "Facebook"},
	{"Source: Acme Daily", "", "", "Acme Daily"},
	{"Source: https://acme.example", "", "", "https://acme.example"},
	{"Reuters: Jane Roe", "Jane Roe", "", "Reuters"},
	{"acme.com", "", "", "acme.com"},
	{"— Jane Roe, “The Long Walk”", "Jane Roe", "", "The Long Walk"},
	{"Jane Roe: The Long Walk", "Jane Roe", "", "The Long Walk"},
	{"— The Long Walk", "", "", "The Long Walk"},

	// A place in a work.
	{"John 3:16", "", "", "John 3:16"},
	{"— 1 Kings 3:4–5", "", "", "1 Kings 3:4–5"},
	{"Book 2, line 14", "", "", "Book 2, line 14"},
	{"[Book 2]", "", "", "Book 2"},
	{"Jane Roe, Odes, Book 2, line 14", "Jane Roe", "", "Odes, Book 2"},
	{"Act III", "", "", "Act III"},

	// German.
	{"– Erika Muster", "Erika Muster", "", ""},
	{"Erika Muster, Vorsitzende von Acme", "Erika Muster", "Vorsitzende von Acme", ""},
	{"Bundestrainer Uwe Muster", "Uwe Muster", "Bundestrainer", ""},
	{"Uwe Muster\nInterimstrainer", "Uwe Muster", "Interimstrainer", ""},
	{"Erika Muster im Interview mit dem Spiegel", "Erika Muster", "", "Spiegel"},
	{"Erika Muster gegenüber der dpa", "Erika Muster", "", "dpa"},
	{"Erika Muster, Sprecherin der Feuerwehr, gegenüber der Acme-Zeitung", "Erika Muster", "Sprecherin der Feuerwehr", "Acme-Zeitung"},
	{"sagte Erika Muster der dpa", "Erika Muster", "", "dpa"},
	{"Wladimir Muster, Präsident von Irgendwo", "Wladimir Muster", "Präsident von Irgendwo", ""},
	{"Emil Muster, Autor und Mitglied der Partei", "Emil Muster", "Autor und Mitglied der Partei", ""},
	{"Quelle: dpa", "", "", "dpa"},
	{"Prof. Dr. Erika Muster", "Prof. Dr. Erika Muster", "", ""},
	{"Nico Muster (Russlandexperte)", "Nico Muster", "Russlandexperte", ""},

	// French.
	{"– Jeanne Dupuis", "Jeanne Dupuis", "", ""},
	{"Jeanne Dupuis, directrice de campagne", "Jeanne Dupuis", "directrice de campagne", ""},
	{"Jeanne Dupuis à l'AFP", "Jeanne Dupuis", "", "AFP"},
	{"Jeanne Dupuis à l’AFP", "Jeanne Dupuis", "", "AFP"},
	{"Hugo Dupuis, Directeur de recherche pour la forêt", "Hugo Dupuis", "Directeur de recherche pour la forêt", ""},
	{"Jeanne Dupuis, dans une interview à Le Monde", "Jeanne Dupuis", "", "Le Monde"},
	{"Jean-Luc d’Artois", "Jean-Luc d’Artois", "", ""},
	{"« Le grand chemin », Jeanne Dupuis", "Jeanne Dupuis", "", "Le grand chemin"},

	// Spanish, Portuguese, Italian.
	{"– Juana Pérez", "Juana Pérez", "", ""},
	{"Juana Pérez, directora de Acme", "Juana Pérez", "directora de Acme", ""},
	{"Juana Pérez, presidenta de la Comisión y exministra", "Juana Pérez", "presidenta de la Comisión y exministra", ""},
	{"Fuente: EFE", "", "", "EFE"},
	{"Juana Pérez y Juan Gómez", "Juana Pérez y Juan Gómez", "", ""},
	{"João da Silva, ministro", "João da Silva", "ministro", ""},
	{"Fonte: Acme Notícias", "", "", "Acme Notícias"},
	{"Giovanna Rossi, direttrice di Acme", "Giovanna Rossi", "direttrice di Acme", ""},
	{"— Giovanna de’ Rossi", "Giovanna de’ Rossi", "", ""},

	// Dutch, Swedish, Polish.
	{"Jan van den Berg, hoogleraar economie", "Jan van den Berg", "hoogleraar economie", ""},
	{"— Åsa Öberg", "Åsa Öberg", "", ""},
	{"Åsa Öberg, statsminister", "Åsa Öberg", "statsminister", ""},
	{"Łucja Żak, prezes Acme", "Łucja Żak", "prezes Acme", ""},

	// Russian, Ukrainian, Greek.
	{"— Иван Петров", "Иван Петров", "", ""},
	{"Иван Петров, директор завода", "Иван Петров", "директор завода", ""},
	{"И. И. Петров", "И. И. Петров", "", ""},
	{"директор Иван Петров", "Иван Петров", "директор", ""},
	{"— Олена Коваль", "Олена Коваль", "", ""},
	{"— Μαρία Παπαδάκη", "Μαρία Παπαδάκη", "", ""},

	// Arabic, Hebrew, Hindi.
	{"— محمد سالم", "محمد سالم", "", ""},
	{"محمد سالم، مدير الشركة", "محمد سالم", "مدير الشركة", ""},
	{"– דנה לוי", "דנה לוי", "", ""},
	{"— आशा वर्मा", "आशा वर्मा", "", ""},

	// Chinese, Japanese, Korean.
	{"——孙先生", "孙先生", "", ""},
	{"孙先生表示", "孙先生", "", ""},
	{"李明（教授）", "李明", "教授", ""},
	{"李明，教授", "李明", "教授", ""},
	{"记者 李明", "李明", "记者", ""},
	{"记者李明", "李明", "记者", ""},
	{"（新华社）", "", "", "新华社"},
	{"来源：新华社", "", "", "新华社"},
	{"山田太郎", "山田太郎", "", ""},
	{"ジョン・スミス", "ジョン・スミス", "", ""},
	{"Yusuf Işık, iktisat profesörü", "Yusuf Işık", "iktisat profesörü", ""},
	{"山田太郎教授", "山田太郎", "教授", ""},
	{"김철수 교수", "김철수", "교수", ""},
	{"— 김철수", "김철수", "", ""},

	// What is no attribution.
	{"", "", "", ""},
	{"—", "", "", ""},
	{"…", "", "", ""},
	{"* * *", "", "", ""},
	{"12,000", "", "", ""},
	{"Photo: Jane Roe", "", "", ""},
	{"Photo by Jane Roe", "", "", ""},
	{"Foto: dpa", "", "", ""},
	{"he said", "", "", ""},
	{"(laughs)", "", "", ""},
	{"(emphasis added)", "", "", ""},
	{"And so it goes", "", "", ""},
	{"- the cheapest of them", "", "", ""},
	{"– Ich gehe jetzt nach Hause.", "", "", ""},
	{"— Je ne sais pas, dit-elle.", "", "", ""},
	{"— Who goes there?", "", "", ""},
	{"We went home and slept.", "", "", ""},
	{"The company said it would not comment on the matter.", "", "", ""},
	{"Jane Roe wins the award of the year", "", "", ""},
	{"It was raining. Nobody came.", "", "", ""},
	{"Read more", "", "", ""},
	{"Share", "", "", ""},
	{strings.Repeat("Jane Roe ", 30), "", "", ""},
	{"— " + strings.Repeat("– via ", 100000), "", "", ""},
}

func TestReadAttribution(t *testing.T) {
	for _, c := range attributionCases {
		a, ok := readAttribution(c.line)
		want := Attribution{Speaker: c.speaker, Role: c.role, Via: c.via}
		assert.Equal(t, want, a, "%.80q", c.line)
		assert.Equal(t, want != Attribution{}, ok, "%.80q", c.line)
		checkAttribution(t, c.line, a)
	}
}

// checkAttribution checks what holds for every attribution: each part stands in the line.
func checkAttribution(t *testing.T, line string, a Attribution) {
	t.Helper()
	folded := foldSpace(line)
	// A line of dashes alone parts two lines; it is none itself.
	joined := foldSpace(strings.Join(slices.DeleteFunc(strings.Split(line, "\n"), func(l string) bool {
		return strings.Trim(foldSpace(l), dashes+" •·|") == ""
	}), "\n"))
	for _, part := range []string{a.Speaker, a.Role, a.Via} {
		if !strings.Contains(folded, part) && !strings.Contains(joined, part) {
			t.Errorf("%q is not in %q", part, folded)
		}
		if part != strings.TrimSpace(part) {
			t.Errorf("%q has white space at its ends", part)
		}
	}
}

func TestLooksLikeAttribution(t *testing.T) {
	for _, c := range []struct {
		line         string
		loose, tight bool
	}{
		{"– Jane Roe", true, true},
		{"— Jane Roe, CEO of Acme", true, true},
		{"— user on Reddit", true, true},
		{"— Cooke", true, true},
		{"– via Reuters", true, true},
		{"Jane Roe, CEO of Acme", true, true},
		{"Jane Roe via Reuters", true, true},
		{"Jane Roe, Brookside Laundry", true, false},
		{"CEO Jane Roe", true, true},
		{"Jane Roe\nCEO", true, true},
		{"Jane Roe", true, false},
		{"Man**", true, false},
		{"Ed** My**", true, false},
		{"(Reuters)", true, true},
		{"[Acme Daily]", true, true},
		{"[Book 2]", true, true},
		{"Source: Acme Daily", true, true},
		{"— Jane Roe (@janeroe) June 12, 2025", true, true},
		{"Sacks", false, false},
		{"(laughs)", false, false},
		{"Photo: Jane Roe", false, false},
		{"– Ich gehe jetzt nach Hause.", false, false},
		{"- the cheapest of them", false, false},
		{"Jane Roe wins the award", false, false},
		{"Jane Roe, CEO of Acme, told the BBC that the company would close.", false, false},
		{"The company said on Monday that it had no plans to leave.", false, false},
		{"In other news", false, false},
		{"The Road Ahead", false, false},
		{"", false, false},
	} {
		assert.Equal(t, c.loose, looksLikeAttribution(c.line, false), "loose %q", c.line)
		assert.Equal(t, c.tight, looksLikeAttribution(c.line, true), "strict %q", c.line)
	}
}

func TestSplitRunOn(t *testing.T) {
	for _, c := range []struct{ text, quote, line string }{
		{"“It works.” — user on Reddit", "“It works.”", "— user on Reddit"},
		{"“It works.” – Jane Roe, CEO of Acme", "“It works.”", "– Jane Roe, CEO of Acme"},
		{"“It works” (Reuters)", "“It works”", "(Reuters)"},
		{"“It works.”—Jane Roe", "“It works.”", "—Jane Roe"},
		{"\"It works.\" - Jane Roe", "\"It works.\"", "- Jane Roe"},
		{"„Es geht.“ – Erika Muster", "„Es geht.“", "– Erika Muster"},
		{"« Ça marche. » — Jeanne Dupuis", "« Ça marche. »", "— Jeanne Dupuis"},
		{"It works, always. — Jane Roe", "It works, always.", "— Jane Roe"},
		{"It works.\n— Jane Roe", "It works.", "— Jane Roe"},
		{"“It works.”\nJane Roe, CEO of Acme", "“It works.”", "Jane Roe, CEO of Acme"},
		{"It works.\nJane Roe", "It works.", "Jane Roe"},
		{"“It works.” Jane Roe, CEO of Acme", "“It works.”", "Jane Roe, CEO of Acme"},
		{"It works pic.example/x — Jane Roe (@jane) June 12, 2025", "It works pic.example/x", "— Jane Roe (@jane) June 12, 2025"},
		{"It works — most of the time.", "It works — most of the time.", ""},
		{"He said “it works” – and left.", "He said “it works” – and left.", ""},
		{"First line.\nSecond line of the verse,", "First line.\nSecond line of the verse,", ""},
		{"“It works.”", "“It works.”", ""},
		{"— Jane Roe", "— Jane Roe", ""},
		{"", "", ""},
	} {
		quote, line := splitRunOn(c.text)
		assert.Equal(t, c.quote, quote, "%q", c.text)
		assert.Equal(t, c.line, line, "%q", c.text)
	}
}

func TestReadIntroduction(t *testing.T) {
	for _, c := range []struct{ paragraph, speaker string }{
		{"Sacks said:", "Sacks"},
		{"Jane Roe said:", "Jane Roe"},
		{"As Jane Roe, CEO of Acme, put it:", "Jane Roe"},
		{"As Jane Roe put it:", "Jane Roe"},
		{"It was late. Jane Roe wrote:", "Jane Roe"},
		{"The minister, Jane Roe, said:", "Jane Roe"},
		{"Acme CEO Jane Roe said in a statement:", "Jane Roe"},
		{"President Roe wrote on Tuesday:", "Roe"},
		{"Jane Roe (34) said:", "Jane Roe"},
		{"Jane Roe, who leads Acme, later told Reuters:", "Jane Roe"},
		{"In a post on X, Jane Roe wrote:", "Jane Roe"},
		{"Yesterday Jane Roe said:", "Jane Roe"},
		{"says Jane Roe:", "Jane Roe"},
		{"According to Jane Roe:", "Jane Roe"},
		{"Erika Muster sagte:", "Erika Muster"},
		{"Dazu schreibt Erika Muster:", "Erika Muster"},
		{"Die Ministerin Erika Muster sagte:", "Erika Muster"},
		{"Ursula von der Roe sagte:", "Ursula von der Roe"},
		{"Le président Dupuis a déclaré :", "Dupuis"},
		{"Jeanne Dupuis a déclaré :", "Jeanne Dupuis"},
		{"Juana Pérez dijo:", "Juana Pérez"},
		{"Иван Петров заявил:", "Иван Петров"},
		{"孙先生表示：", "孙先生"},
		{"会后，李明说：", "李明"},

		{"he said:", ""},
		{"He said:", ""},
		{"She told Jane Roe:", ""},
		{"She wrote of Jane Roe:", ""},
		{"Critics said:", ""},
		{"The company said:", ""},
		{"The Justice Department said:", ""},
		{"Reuters wrote:", ""},
		{"Der Kanzler sagte:", ""},
		{"Der Hausmeister sagte:", ""},
		{"Die Polizei schreibt:", ""},
		{"Er sagte:", ""},
		{"Elle a déclaré :", ""},
		{"他表示：", ""},
		{"公司表示：", ""},
		{"Sacks said it was fine.", ""},
		{"Three things matter:", ""},
		{"Jane Roe's letter:", ""},
		{"", ""},
		{":", ""},
	} {
		assert.Equal(t, c.speaker, readIntroduction(c.paragraph), "%q", c.paragraph)
	}
}

func TestReadPostFooter(t *testing.T) {
	for _, c := range []struct {
		line, speaker string
		ok            bool
	}{
		{"— Jane Roe (@janeroe) June 12, 2025", "Jane Roe", true},
		{"Jane Roe (@janeroe) 12. Juni 2025", "Jane Roe", true},
		{"— MAXX 26 🇺🇦👀 (@maxx26) May 1, 2024", "MAXX 26 🇺🇦👀", true},
		{"— acme.com (@acme) January 2, 2020", "acme.com", true},
		{"— The White Horse (@horse) 2 janvier 2020", "The White Horse", true},
		{"— Jane (she/her) (@jane@acme.example) 2024-01-02", "Jane (she/her)", true},
		{"&mdash; Jane Roe", "", false},
		{"— Jane Roe, CEO", "", false},
		{"— (@jane) June 12, 2025", "", false},
		{"(@jane)", "", false},
		{"We met Jane (@jane) and all of her friends at the fair in the park that day, and it was long", "", false},
		{"", "", false},
	} {
		speaker, ok := readPostFooter(c.line)
		assert.Equal(t, c.speaker, speaker, "%q", c.line)
		assert.Equal(t, c.ok, ok, "%q", c.line)
	}
}

// TestAttributionLinear reads lines built to be slow.
func TestAttributionLinear(t *testing.T) {
	start := time.Now()
	for _, s := range []string{"- — ― – via ", "“", "” — ", "” (", "Jane Roe said ", "said:", "(@", "a, ", "\n", "\u00a0", "*", "&mdash;", "孙", "\xff"} {
		long := strings.Repeat(s, 1<<20/len(s))
		readAttribution(long)
		splitRunOn(long)
		looksLikeAttribution(long, true)
		readIntroduction(long + ":")
		readPostFooter(long)
		readNames(long)
		readAttribution(truncateRunes(long, 200))
	}
	if d := time.Since(start); d > 10*time.Second {
		t.Errorf("took %v", d)
	}
}

func FuzzAttribution(f *testing.F) {
	for _, c := range attributionCases {
		if len(c.line) < 1000 {
			f.Add(c.line)
			f.Add("“It works.” " + c.line)
			f.Add(c.line + " said:")
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD") // as all text of a page is
		a, ok := readAttribution(s)
		if ok == (a == Attribution{}) {
			t.Errorf("%q: %v, %v", s, a, ok)
		}
		checkAttribution(t, s, a)
		if ok && utf8.RuneCountInString(foldSpace(s)) > maxAttribution+100 {
			t.Errorf("%d bytes are no attribution", len(s))
		}
		if looksLikeAttribution(s, true) && !looksLikeAttribution(s, false) {
			t.Errorf("%q looks like an attribution only outside the quotation", s)
		}
		quote, line := splitRunOn(s)
		if got := strings.Join(strings.Fields(quote+" "+line), ""); got != strings.Join(strings.Fields(s), "") {
			t.Errorf("%q was split into %q and %q", s, quote, line)
		}
		if line != "" && quote == "" {
			t.Errorf("%q: an attribution of nothing", s)
		}
		folded := foldSpace(s)
		if name := readIntroduction(s); !strings.Contains(folded, name) {
			t.Errorf("%q is not in %q", name, folded)
		}
		if name, ok := readPostFooter(s); ok == (name == "") || !strings.Contains(folded, name) {
			t.Errorf("%q is not in %q", name, folded)
		}
	})
}

func TestEndsSentence(t *testing.T) {
	for _, s := range []string{"It is over.", "Is it over?", "终于结束了。", "यह समाप्त हुआ।", "هل انتهى الأمر؟", "It is over… "} {
		assert.True(t, endsSentence(s), "%q", s)
	}
	for _, s := range []string{"", "It is over", "It is over:", "Jane Roe Jr."} {
		assert.False(t, endsSentence(s), "%q", s)
	}
}
