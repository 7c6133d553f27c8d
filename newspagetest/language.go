package newspagetest

import (
	"strings"
	"unicode/utf8"
)

// A language is the sentence parts and the furniture of news pages in one
// language. Sentence parts are patterns, as [prose.expand] reads them.
type language struct {
	tag, locale string
	charsets    []string // of which a page has one; nil for UTF-8 and those of western Europe
	women, men  []string // first names
	surnames    []string
	places      []string
	weekdays    []string
	months      []string
	topics      []string // with their article, in a form that is subject and object alike
	offices     []string // institutions with their article, as a subject
	rolesF      []string
	rolesM      []string
	headlines   []string
	kickers     []string
	subheads    []string
	lead        []string // first sentences of paragraphs
	sentences   []string
	said        []string // quotations
	posts       []string // social posts
	items       []string // list entries
	listIntro   []string
	outlets     []string

	unspaced        bool   // no spaces part words and sentences
	surnameFirst    bool   // and the given name grown to it
	of              string // joins a role to the name after it, where it stands so
	byAfter         string // stands behind the author's name
	listComma       string // parts a name from a role
	comma, thousand string // of numbers
	open, close     string // quotation marks
	dateFormat      string // D, M and Y stand for day, month, year
	via             string // before an outlet; "" where quotations name none
	by, and         string
	at              string // between a day and a time of day
	sites           []string
	sections        []string

	sources   []string // patterns of the source line: {O} is the linked outlet
	links     []string // texts of a source link without a name
	inline    []string // before a related link between paragraphs
	related   []string // headings of related lists
	sitewide  []string // headings of site-wide lists
	menu      []string
	more      string
	advert    string
	cookies   string
	accept    string
	letter    string // newsletter prompt
	signUp    string
	share     []string
	comments  string
	reply     string
	remarks   []string // what readers write
	bios      []string // of the author, whose name is @
	tags      string
	photo     string
	captions  []string
	rights    string
	about     []string // footer links
	skip      string
	counts    []string // what a page counts under its headline
	updated   string   // before the day of a change
	unfold    string   // on the button that shows the rest
	prompts   []string // of apps and subscriptions, amid the text
	questions []string // of an interview
	promoted  []string // headings of paid lists
	lures     []string // titles in them
}

// space parts words and sentences.
func (l *language) space() string {
	if l.unspaced {
		return ""
	}
	return " "
}

// stop ends a sentence.
func (l *language) stop() string {
	switch {
	case l.unspaced:
		return "。"
	case l == hindi:
		return "।"
	}
	return "."
}

// wordCount is how many words a text has. Without spaces two letters are one.
func (l *language) wordCount(s string) int {
	if l.unspaced {
		return (utf8.RuneCountInString(s) + 1) / 2
	}
	return len(strings.Fields(s))
}

var languages = []*language{english, german, french, spanish, italian, russian, nihongo, chinese, hangugeo, arabic, portuguese, dutch, polish, turkish, swedish, hindi}
