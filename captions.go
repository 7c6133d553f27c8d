package newspage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// This file knows what is printed with a picture: its caption, and whose it is.

// findCaption claims the caption and the credit of the picture at block i: the
// text of its <figure>, or a block beside it that is called caption.
func (rd *reading) findCaption(i int) {
	b := &rd.blocks[i]
	var inFigures place
	if f := rd.ancestor(b.box, atom.Figure); f >= 0 {
		x := &rd.boxes[f]
		if rd.ancestor(b.box, atom.Table) > f {
			return // what stands there is the table's
		}
		if rd.imagesIn(x) > 1 && rd.boxes[b.box].in&inQuote == 0 {
			// A gallery in one figure: the caption belongs to the last picture.
			for j := i + 1; j < int(x.last); j++ {
				if rd.blocks[j].kind == imageBlock && !rd.images[rd.blocks[j].image].noscript {
					return
				}
			}
		}
		unclosed, found := rd.proseIn(x) > maxFigureWords, false
		for j := int(x.first); j < int(x.last); j++ {
			c := &rd.blocks[j]
			in := rd.boxes[c.box].in
			if c.kind == textBlock && c.style&styleButton == 0 && in&inQuote == 0 && (!unclosed || in&inCaption != 0) {
				rd.claimCaption(j, i)
				found = true
			}
		}
		if found || unclosed {
			return
		}
		inFigures = inFigure // a <figcaption> beside the <figure> is that one's
	}
	// The captions beside a picture stand within two blocks after it.
	for j := i + 1; j < len(rd.blocks) && j <= i+3; j++ {
		c := &rd.blocks[j]
		x := &rd.boxes[c.box]
		m := c.marks | x.marks | rd.boxes[max(x.parent, 0)].marks
		if c.kind != textBlock {
			continue
		}
		if x.in&inFigures != 0 {
			break // of the next <figure>
		}
		if m&(markCaption|markCredit) == 0 && x.in&inCaption == 0 && !rd.sharesPictureBox(i, j) && !(c.words < 60 && rd.isCreditLine(c.text)) {
			break
		}
		rd.claimCaption(j, i)
	}
}

// maxFigureWords is how many words of the body a <figure> holds at most. One with
// more was never closed, and what follows it is no caption.
const maxFigureWords = 100

// Limits of a container that holds a picture and its caption.
const (
	maxPictureWords  = 80
	maxPictureBlocks = 6
)

// isPictureBox says whether a container is called a picture's and holds one, with no more text than a caption.
func (rd *reading) isPictureBox(y *box) bool {
	if y.marks&markImage == 0 || y.marks&(markBody|markArticle) != 0 || y.last-y.first > maxPictureBlocks || rd.imagesIn(y) == 0 || rd.wordsIn(y) > maxPictureWords {
		return false
	}
	for j := y.first; j < y.last; j++ {
		if rd.boxes[rd.blocks[j].box].in&inHeading != 0 {
			return false // a section under a picture
		}
	}
	return true
}

// sharesPictureBox says whether picture i and text j stand in one container that is a picture's.
func (rd *reading) sharesPictureBox(i, j int) bool {
	for at, steps := rd.blocks[i].box, 0; at > 0 && steps < 4; at, steps = rd.boxes[at].parent, steps+1 {
		y := &rd.boxes[at]
		if j < int(y.last) {
			return rd.isPictureBox(y)
		}
	}
	return false
}

func (rd *reading) claimCaption(j, picture int) {
	if rd.blocks[j].removed {
		return
	}
	r, why := roleCaption, "caption of the picture"
	c := &rd.blocks[j]
	own, around := rd.boxes[c.box].marks, rd.boxes[max(rd.boxes[c.box].parent, 0)].marks
	called := own&markCredit != 0 || around&markCredit != 0 && around&markCaption == 0
	if c.words < 25 && (called && own&markCaption == 0 || rd.isCreditLine(c.text)) {
		r, why = roleCredit, "credit of the picture"
	}
	rd.claim(j, r, why)
	rd.blocks[j].group = int32(picture) + 1
}

// figure reads the picture at block i with its caption and credit.
func (rd *reading) figure(i int) *Image {
	im := &rd.images[rd.blocks[i].image]
	out := &Image{URL: rd.imageURL(im), Alt: altText(im.node)}
	group := int32(i) + 1
	for j := max(0, i-6); j < len(rd.blocks) && j < i+12; j++ {
		b := &rd.blocks[j]
		if b.group != group {
			continue
		}
		switch b.role {
		case roleCaption:
			text, credit := rd.markedCredit(b)
			out.Caption = joinText(out.Caption, text)
			out.Credit = joinCredits(out.Credit, credit)
		case roleCredit:
			out.Credit = joinCredits(out.Credit, b.line())
		}
	}
	if out.Credit == "" {
		out.Caption, out.Credit = splitCredit(out.Caption)
	}
	out.Credit = cleanCredit(out.Credit)
	if out.Caption == out.Credit {
		out.Caption = ""
	}
	return out
}

// altText is what stands for a picture that cannot be seen, "" where that holds no letter or digit.
func altText(n *html.Node) string { return wordsOnly(cleanText(attr(n, "alt"))) }

// wordsOnly is s, or "" where it holds no letter or digit.
func wordsOnly(s string) string {
	if strings.IndexFunc(s, isWordRune) < 0 {
		return ""
	}
	return s
}

// joinCredits joins two credits of one picture, which often say the same.
func joinCredits(a, b string) string {
	switch x, y := cleanCredit(a), cleanCredit(b); {
	case y == "" || strings.Contains(x, y):
		return a
	case strings.Contains(y, x):
		return b
	}
	return joinText(a, b)
}

// cleanCredit takes label and brackets off a credit. What is left of a link that
// only says "Source" is none.
func cleanCredit(s string) string {
	s = unbracket(strings.TrimLeft(s, " .:|"))
	if rest, ok := strings.CutPrefix(s, "©"); ok && strings.TrimSpace(rest) != "" {
		s = strings.TrimSpace(rest)
	} else if rest, ok := phrasePrefix(phraseCredit, s); ok && rest != "" && !isAgency(s[:len(s)-len(rest)]) {
		s = unbracket(strings.TrimLeft(rest, " .:"))
		if name, ok := phrasePrefix(phraseBy, s); ok && name != "" { // "hero image" "by" ...
			s = name
		}
	}
	if phraseIs(phraseSource, s) || phraseIs(phraseAnchor, s) {
		return ""
	}
	return strings.TrimSpace(s)
}

// unbracket takes off the brackets around all of a text.
func unbracket(s string) string {
	if n := len(s); n > 2 && (s[0] == '(' && s[n-1] == ')' || s[0] == '[' && s[n-1] == ']') && strings.IndexByte(s[1:], s[0]) < 0 {
		return strings.TrimSpace(s[1 : n-1])
	}
	return s
}

// markedCredit parts a caption whose first or last words stand in an inline
// element that is called credit or source.
func (rd *reading) markedCredit(b *block) (text, credit string) {
	text = b.line()
	if b.marks&(markCredit|markSource) == 0 {
		return text, ""
	}
	for _, part := range inlineParts(rd.boxes[b.box].node) {
		if part.marks&(markCredit|markSource) == 0 || part.text == "" {
			continue
		}
		if before, ok := strings.CutSuffix(text, part.text); ok {
			return trimBehind(before), strings.Trim(part.text, "() ")
		}
		if rest, ok := strings.CutPrefix(text, part.text+" "); ok {
			if phraseIs(phraseCredit, part.text) {
				return "", rest // "Image copyright" and then whose
			}
			return strings.TrimLeft(rest, " |-–—:"), strings.Trim(part.text, "() ")
		}
	}
	return text, ""
}

// trimBehind takes off what parted a caption from the credit behind it: bars,
// dashes, an open bracket, a word such as "Copyright".
func trimBehind(caption string) string {
	for {
		if caption = strings.TrimRight(caption, " |-–—(/"); strings.HasSuffix(caption, ")") {
			return caption
		}
		i := strings.LastIndexAny(caption, " (")
		if i <= 0 || !phraseIs(phraseCredit, caption[i+1:]) {
			return caption
		}
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(caption[:i], " "))
		if !strings.ContainsRune(".!?。'’\"”»-–—|", before) {
			return caption
		}
		caption = caption[:i]
	}
}

// maxCredit is how many bytes a credit at the end of a caption has at most.
const maxCredit = 120

// splitCredit parts a credit from the end of a caption: "… at the fair. Photo: Jane
// Roe/AP", "… at the fair (Jane Roe/Reuters)".
func splitCredit(caption string) (text, credit string) {
	if open := openBracket(caption); open > 0 {
		if inside := caption[open+1 : len(caption)-1]; isOwner(inside) {
			return trimBehind(caption[:open]), inside
		}
	}
	for i := len(caption) - 1; i > 0 && len(caption)-i <= maxCredit; i-- {
		if c := caption[i]; c != ' ' && c != '(' && c != '[' && !endsSentence(caption[:i]) {
			continue
		}
		tail := strings.Trim(caption[i:], " ()[]")
		if owner, ok := strings.CutPrefix(tail, "©"); ok && owner != "" {
			return trimBehind(caption[:i]), strings.TrimSpace(owner)
		}
		if owner := strings.TrimSuffix(tail, "."); endsSentence(caption[:i]) && isOwner(owner) {
			return trimBehind(caption[:i]), owner
		}
		rest, ok := phrasePrefix(phraseCredit, tail)
		rest = strings.TrimLeft(rest, ".: ") // "Fot.: Jan Nowak"
		if !ok || rest == "" {
			continue
		}
		if label := strings.TrimSpace(tail[:len(tail)-len(rest)]); setsOffCredit(label, caption[:i]) || (isAbbreviated(label) || strings.HasSuffix(label, "-")) && namesOwner(strings.TrimSuffix(rest, ".")) {
			return trimBehind(caption[:i]), strings.TrimSuffix(rest, ".")
		}
	}
	return caption, ""
}

// setsOffCredit says whether a label before a name makes it a credit: it ends in
// a colon or the like, or says "photograph by" at the beginning of a sentence.
// before is what the caption says before it.
func setsOffCredit(label, before string) bool {
	mark, _ := utf8.DecodeLastRuneInString(label)
	starts := endsSentence(before) || strings.HasSuffix(before, "|")
	switch mark {
	case ':', '：', '©', '＝':
		return true
	case '/':
		return starts
	}
	r, _ := utf8.DecodeRuneInString(label)
	return starts && unicode.IsUpper(r) && strings.IndexByte(label, ' ') > 0
}

// openBracket is where the bracket opens that closes at the end of a caption, 0 where there is none.
func openBracket(caption string) int {
	if n := len(caption); n < 4 || caption[n-1] != ')' && caption[n-1] != ']' {
		return 0
	}
	open := strings.LastIndexAny(caption, "([")
	if open <= 0 || len(caption)-open > maxCredit || strings.ContainsAny(caption[open+1:len(caption)-1], ")]") {
		return 0
	}
	return open
}

// isOwner says whether the words behind a caption name whose the picture is: they
// begin with a label ("Photo: Jane Roe"), or name an agency, alone or beside those
// who took it ("Jane Roe/Reuters", "AP Photo/Jane Roe, File", "City Hall via AP").
func isOwner(s string) bool {
	if rest, ok := phrasePrefix(phraseCredit, s); ok && rest != "" {
		label := strings.TrimSpace(s[:len(s)-len(rest)])
		if strings.ContainsAny(label, ":：© ") || namesOwner(rest) {
			return true
		}
	}
	agency := false
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(s, " via ", "/"), func(r rune) bool { return r == '/' || r == '|' || r == ',' }) {
		switch part = strings.TrimSpace(part); {
		case isAgency(part) || isAgencyPhoto(part):
			agency = true
		case phraseIs(phraseCredit, part), isPersonName(part), isOrganisation(part):
		case len(strings.Fields(part)) > maxOwnerWords || !startsUpper(part):
			return false
		}
	}
	return agency
}

// maxOwnerWords is how many words a name beside an agency has at most.
const maxOwnerWords = 4

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || isCJK(r)
}

// pictureAgencies are those that are no outlets besides.
var pictureAgencies = wordSet(`abaca adobe alamy imago istock istockphoto depositphotos dreamstime flickr freepik keystone pexels
	pixabay shutterstock sipa unsplash zuma zumapress`)

// isAgency says whether a text is the name of an agency, news or pictures.
func isAgency(s string) bool {
	s = strings.Trim(s, " /|:")
	first, _, _ := strings.Cut(strings.ToLower(s), " ")
	return phraseIs(phraseOutlet, s) || inSet(pictureAgencies, first) || strings.EqualFold(s, "picture alliance")
}

// isAgencyPhoto says whether a text is an agency and a word for its pictures: "AP Photo".
func isAgencyPhoto(s string) bool {
	name, label, ok := strings.Cut(s, " ")
	return ok && phraseIs(phraseCredit, label) && phraseIs(phraseOutlet, name)
}

// isAbbreviated says whether a label is cut short by a full stop, as "Fot." is.
func isAbbreviated(label string) bool {
	r, _ := utf8.DecodeRuneInString(label)
	return unicode.IsUpper(r) && strings.HasSuffix(strings.TrimSpace(label), ".")
}

// namesOwner says whether a text is a person or an agency, or one of them before a slash.
func namesOwner(s string) bool {
	owner, _, _ := strings.Cut(s, "/")
	owner = strings.TrimSpace(owner)
	return isPersonName(owner) || isOrganisation(owner)
}

// isCreditLine says whether a line names a photographer or agency and nothing else.
func (rd *reading) isCreditLine(s string) bool {
	if strings.HasPrefix(s, "©") || strings.HasPrefix(s, "(c)") {
		return true
	}
	rest, ok := phrasePrefix(phraseCredit, s)
	return ok && len(rest) < 80 && (len(rest) < len(s)-1 && strings.ContainsAny(s[:len(s)-len(rest)], ":/：©") || len(rest) == 0)
}
