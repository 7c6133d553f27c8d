package newspage

import (
	"strings"
	"sync"

	"golang.org/x/net/html/atom"
)

// This file turns a text block into the numbers that the classifier judges it
// by. The same code serves training and parsing. Every feature has a name, in
// the order of the row, and a meaning that holds for any site: no feature
// knows a site, and no regular expression runs over text.

// A featureRow is the features of one text block, in the order of featureNames.
type featureRow []float32

// featureNames names the features, in the order of a row. It is for the trainer
// and the trace; parsing needs only their number.
var featureNames = sync.OnceValue(func() []string {
	var names []string
	rd := &reading{page: &page{boxes: []box{{parent: -1, last: 1}}, blocks: []block{{}}}, meta: &metadata{}}
	newFeaturizer(rd.survey()).write(&rowWriter{row: make(featureRow, numFeatures), names: &names}, 0)
	return names
})

// numFeatures is the length of a row.
const numFeatures = 233

// A rowWriter receives the features of a block one by one; it keeps their names where they are asked for.
type rowWriter struct {
	row   featureRow // with room for all
	n     int        // how many there are
	names *[]string
	group string
}

// put is written out two hundred times, so that it has to be short.
func (w *rowWriter) put(name string, v float32) {
	w.row[w.n] = v
	w.n++
	if w.names != nil {
		w.addName(name)
	}
}

//go:noinline
func (w *rowWriter) addName(name string) { *w.names = append(*w.names, w.group+name) }

// putAll puts features that were written before.
func (w *rowWriter) putAll(values []float32) { w.n += copy(w.row[w.n:], values) }

func (w *rowWriter) flag(name string, v bool) {
	if v {
		w.put(name, 1)
	} else {
		w.put(name, 0)
	}
}

// within names the features of what follows with a prefix.
func (w *rowWriter) within(group string) {
	if w.names != nil {
		w.group = group
	}
}

// A featurizer reads the features of a page's text blocks.
type featurizer struct {
	*scene
	title     []uint32  // hashes of the words of the page's titles
	titleBits [4]uint64 // their lowest bits, for a first look
	desc      shingleSet
	promise   shingleSet                   // the body that JSON-LD promises
	seen      []float32                    // by position: earlier blocks with the same text
	since     [len(sectionKinds)][]float32 // blocks since the last heading of each kind
	fromH     []float32                    // blocks since the last heading
	headPos   int32                        // position of the headline, or -1
	hasher    *hasher

	// What several rows have in common, as it was written last.
	briefs []float32 // by position: what a neighbour's row says of a block, of briefLen each
	above  struct {
		box  int32 // the container whose own and those around it are here; -1: none
		part [aboveLevels * levelLen]float32
	}
	whole []float32 // what is said of the page
}

// sectionKinds are the labels that open a part of the page which is not the article.
var sectionKinds = [...]phraseKind{phraseRelated, phraseSitewide, phraseComments, phraseNewsletter}

// maxLineWords is how many words a line has at most that can be a label or begin with one.
const maxLineWords = 40

// maxSince caps distances in blocks.
const maxSince = 60

func newFeaturizer(sc *scene) *featurizer {
	ws := sc.rd.scratch()
	f := &featurizer{scene: sc, headPos: -1, hasher: &ws.hasher}
	f.above.box = -1
	for _, t := range sc.rd.meta.titles {
		f.addTitle(t)
	}
	if len(f.title) == 0 {
		f.addTitle(sc.rd.meta.docTitle)
	}
	f.desc.addIn(ws, sc.rd.meta.desc)
	f.promise.addIn(ws, sc.rd.meta.body)
	f.readLines()
	f.readBriefs()
	return f
}

// readLines reads what needs the order of the blocks: labels, headings, repetitions.
func (f *featurizer) readLines() {
	n := len(f.text)
	ws := f.rd.scratch()
	f.seen = ws.floats.take(n)
	f.fromH = ws.floats.take(n)
	for k := range f.since {
		f.since[k] = ws.floats.take(n)
	}
	texts := interner{ws: ws}
	count := ws.floats.take(n)
	var last [len(sectionKinds)]int
	for k := range last {
		last[k] = -maxSince
	}
	heading := -maxSince
	for k, i := range f.text {
		b := &f.rd.blocks[i]
		if b.role == roleHeadline {
			f.headPos = int32(k)
		}
		id := texts.id(hashText(b.text))
		f.seen[k] = count[id]
		count[id]++
		whole := f.lineOf(b).whole
		for s, kind := range sectionKinds {
			if b.words <= 8 && whole.has(kind) {
				last[s] = k
			}
			f.since[s][k] = float32(min(k-last[s], maxSince))
		}
		if f.rd.boxes[b.box].in&inHeading != 0 {
			heading = k
		}
		f.fromH[k] = float32(min(k-heading, maxSince))
	}
}

// lineOf are the phrases of a block that is a line; none of a longer one, and of a breadcrumb.
func (f *featurizer) lineOf(b *block) linePhrases {
	if b.words > maxLineWords || f.rd.isCrumb(b) {
		return linePhrases{}
	}
	return *b.phrases()
}

// rows returns the features of all text blocks, one row after the other.
func (f *featurizer) rows() []float32 {
	w := rowWriter{row: make(featureRow, len(f.text)*numFeatures)}
	for k := range f.text {
		f.write(&w, k)
	}
	return w.row
}

// write writes the features of the k-th text block.
func (f *featurizer) write(w *rowWriter, k int) {
	b := &f.rd.blocks[f.text[k]]
	w.within("")
	f.writeText(w, b)
	f.writeMarkup(w, b)
	f.writeClasses(w, b)
	f.writeContainers(w, b)
	f.writeCentres(w, b)
	f.writeGroups(w, b)
	f.writePosition(w, k, b)
	f.writeNeighbours(w, k, b)
	f.writeLines(w, k)
	f.writePage(w)
}

// writeText writes what the text is by itself.
func (f *featurizer) writeText(w *rowWriter, b *block) {
	words := float32(b.words)
	w.put("words", words)                                            // words of the block
	w.put("chars/word", ratio(float32(b.chars), words))              // mean length of a word
	w.put("sentences", float32(b.sentences))                         // sentence ends
	w.put("commas/word", ratio(float32(b.commas), words))            // commas a word
	w.put("words/sentence", ratio(words, float32(b.sentences)+1))    // mean length of a sentence
	w.put("digits", ratio(float32(b.digits), float32(b.chars)))      // share of digits
	w.put("capitals", ratio(float32(b.capitals), words))             // share of words with a capital
	w.put("links", b.density())                                      // share of text in links
	w.put("link count", float32(b.link1-b.link0))                    // links in the block
	w.put("bold", ratio(float32(b.boldBytes), float32(len(b.text)))) // share of bold text
	w.put("ends", endCode(b.ends))                                   // what it ends in
	w.put("begins", beginCode(b.begins))                             // what it begins with
	w.put("bars", float32(b.bars))                                   // separators such as | and ·
	w.flag("copyright", strings.Contains(b.text, "©"))               // a copyright sign
	w.flag("italic", b.style&styleItalic != 0)                       // all in italics
	w.flag("small", b.style&styleSmall != 0)                         // all in small type
	w.flag("button", b.style&(styleButton|styleLabel) != 0)          // on a button or label
	w.flag("time", b.style&styleTime != 0)                           // all in a <time>
	w.flag("line breaks", strings.IndexByte(b.text, '\n') >= 0)      // single <br> within
	title, described, promised := f.compare(b)
	w.put("title words", title)                                        // share of its words that are the title's
	w.put("described", described)                                      // share of it in the description
	w.put("promised", promised)                                        // share of it in JSON-LD's articleBody
	w.flag("mail", b.words < 40 && strings.IndexByte(b.text, '@') > 0) // an address or handle
	w.flag("question", strings.HasSuffix(b.text, "?"))
}

func (b *block) density() float32 { return ratio(float32(b.linkBytes), float32(len(b.text))) }

func endCode(c byte) float32 {
	switch c {
	case '.':
		return 4
	case '"':
		return 3
	case ':':
		return 2
	case ',':
		return 1
	}
	return 0
}

func beginCode(c byte) float32 {
	switch c {
	case 'A':
		return 5
	case '"':
		return 4
	case 'a':
		return 3
	case '0':
		return 2
	case '-', '(':
		return 1
	}
	return 0
}

// writeMarkup writes the elements that the block stands in.
func (f *featurizer) writeMarkup(w *rowWriter, b *block) {
	x := &f.rd.boxes[b.box]
	w.within("in ")
	w.put("tag", tagCode(x.tag)) // the nearest container's element
	if x.parent >= 0 {
		w.put("parent tag", tagCode(f.rd.boxes[x.parent].tag))
	} else {
		w.put("parent tag", 0)
	}
	for _, p := range [...]struct {
		name string
		in   place
	}{
		{"article", inArticle}, {"main", inMain}, {"aside", inAside}, {"footer", inFooter}, {"nav", inNav}, {"header", inHeader},
		{"figure", inFigure}, {"caption", inCaption}, {"list", inList}, {"table", inTable}, {"quote", inQuote}, {"form", inForm},
		{"hidden", inHidden}, {"heading", inHeading}, {"noscript", inNoscript}, {"dialog", inDialog}, {"address", inAddress}, {"pre", inPre},
	} {
		w.flag(p.name, x.in&p.in != 0)
	}
}

func tagCode(a atom.Atom) float32 {
	switch a {
	case atom.P:
		return 10
	case atom.Div:
		return 1
	case atom.Li:
		return 4
	case atom.H1:
		return 20
	case atom.H2:
		return 19
	case atom.H3:
		return 18
	case atom.H4, atom.H5, atom.H6:
		return 17
	case atom.Td, atom.Th:
		return 3
	case atom.Blockquote:
		return 9
	case atom.Section, atom.Article, atom.Main:
		return 7
	case atom.Figcaption, atom.Caption:
		return 2
	case atom.Dd, atom.Dt:
		return 5
	case atom.Pre:
		return 8
	case 0:
		return 6 // a custom element
	}
	return 0
}

// classFeatures are the meanings of class names that are worth a feature each.
var classFeatures = [...]struct {
	name string
	mark marks
}{
	{"article", markArticle}, {"body", markBody}, {"headline", markHeadline}, {"standfirst", markStandfirst}, {"lead", markLead},
	{"summary", markSummary}, {"byline", markByline}, {"date", markDate}, {"caption", markCaption | markCredit}, {"quote", markQuote | markPull},
	{"social", markSocial}, {"related", markRelated}, {"card", markCard}, {"popular", markPopular}, {"share", markShare}, {"promo", markPromo},
	{"ad", markAd | markSponsored}, {"comment", markComment}, {"tags", markTags}, {"nav", markNav}, {"footer", markFooter}, {"header", markHeader},
	{"sidebar", markSidebar}, {"meta", markMeta}, {"hidden", markHidden}, {"consent", markConsent}, {"gallery", markGallery | markImage},
	{"paywall", markPaywall | markPremium}, {"tool", markTool | markButton | markCounter}, {"widget", markWidget}, {"box", markBox},
	{"author box", markAuthorBox}, {"live", markLive}, {"list", markList}, {"media", markVideo | markAudio}, {"product", markProduct}, {"kicker", markKicker}, {"source", markSource},
}

// writeClasses writes how near each meaning of a class name is: 4 on the block
// itself, 3 on its container's parent, 2 two above, 1 anywhere above, 0 nowhere.
func (f *featurizer) writeClasses(w *rowWriter, b *block) {
	x := &f.rd.boxes[b.box]
	own := b.marks | x.marks
	var up1, up2 marks
	if x.parent >= 0 {
		y := &f.rd.boxes[x.parent]
		up1 = y.marks
		if y.parent >= 0 {
			up2 = f.rd.boxes[y.parent].marks
		}
	}
	w.within("class ")
	for i := range classFeatures {
		m := classFeatures[i].mark
		v := float32(0)
		switch {
		case own&m != 0:
			v = 4
		case up1&m != 0:
			v = 3
		case up2&m != 0:
			v = 2
		case x.up&m != 0:
			v = 1
		}
		w.put(classFeatures[i].name, v)
	}
}

// writeContainers writes how much prose the containers around the block hold.
func (f *featurizer) writeContainers(w *rowWriter, b *block) {
	at := b.box
	f.writeContainer(w, 0, at)
	at = f.parentOf(at)
	if at == f.above.box && w.names == nil { // blocks that stand side by side
		w.putAll(f.above.part[:])
		return
	}
	f.above.box = at
	from := w.n
	for level := range aboveLevels {
		f.writeContainer(w, level+1, at)
		at = f.parentOf(at)
	}
	copy(f.above.part[:], w.row[from:w.n])
}

const (
	aboveLevels = 4 // containers around the block's own
	levelLen    = 8 // features of a container
)

// parentOf is the container around another, or itself if there is none.
func (f *featurizer) parentOf(at int32) int32 {
	if p := f.rd.boxes[at].parent; p >= 0 {
		return p
	}
	return at
}

func (f *featurizer) writeContainer(w *rowWriter, level int, at int32) {
	t := f.in(at)
	w.within(levelNames[level])
	w.put("score", ratio(f.scores[at], f.scores[f.best])) // its score against the best container's
	w.put("good", ratio(t.good, t.words))                 // share of its words that are prose
	w.put("links", ratio(t.linkBytes, t.bytes))           // share of its text in links
	w.put("share", ratio(t.good, f.total.good))           // share of the page's prose in it
	w.put("paragraphs", ratio(t.paras, t.blocks))         // share of its blocks that are <p>
	w.put("words/block", ratio(t.words, t.blocks))        // mean length of its blocks
	w.put("images", ratio(t.images, t.images+t.blocks))   // share of pictures
	w.put("alike", float32(min(f.alike[at], 40)))         // siblings marked up like it, itself included
}

var levelNames = [5]string{"box ", "box+1 ", "box+2 ", "box+3 ", "box+4 "}

// writeCentres writes how far the block is from where the prose is.
func (f *featurizer) writeCentres(w *rowWriter, b *block) {
	depth := f.rd.boxes[b.box].depth
	for k, centre := range [3]int32{f.best, f.half, f.most} {
		meet := f.lca[k][b.box]
		w.within(centreNames[k])
		w.put("up", float32(depth-meet))                      // steps from the block's container up to where they meet
		w.put("down", float32(f.rd.boxes[centre].depth-meet)) // steps from there down to the centre
	}
	w.within("")
	w.put("depth", float32(depth))
}

var centreNames = [3]string{"best ", "half ", "most "}

// writeGroups writes what the blocks marked up like this one are.
func (f *featurizer) writeGroups(w *rowWriter, b *block) {
	for k, id := range [4]int32{f.like[0][b.box], f.like[1][b.box], f.like[2][b.box], f.tags[b.box]} {
		g := &f.groups[k][id]
		w.within(groupNames[k])
		w.put("share", ratio(g.words, f.total.words))    // share of the page's words
		w.put("good share", ratio(g.good, f.total.good)) // share of the page's prose
		w.put("good", ratio(g.good, g.words))            // share of its own words that are prose
		w.put("words/block", ratio(g.words, g.blocks))   // mean length
		w.put("links", ratio(g.linkBytes, g.bytes))      // share of text in links
		w.put("blocks", min(g.blocks, 200))              // how many there are
	}
}

var groupNames = [4]string{"like ", "like+1 ", "like+2 ", "path "}

// writePosition writes where on the page the block stands.
func (f *featurizer) writePosition(w *rowWriter, k int, b *block) {
	n := float32(len(f.text))
	i := f.text[k]
	before := &f.sums[i]
	w.within("at ")
	w.put("block", ratio(float32(k), n))                        // place among the blocks
	w.put("index", float32(min(k, 400)))                        // blocks before
	w.put("words", ratio(before.words, f.total.words))          // share of the words before
	w.put("good", ratio(before.good, f.total.good))             // share of the prose before
	w.put("after good", f.total.good-before.good)               // words of prose from here on
	w.put("before good", before.good)                           // words of prose before
	w.put("from first", clampf(float32(int32(k)-f.firstGood)))  // blocks from the first prose
	w.put("to last", clampf(float32(f.lastGood-int32(k))))      // blocks to the last prose
	w.flag("has headline", f.headPos >= 0)                      // the headline is known
	w.put("from headline", clampf(float32(int32(k)-f.headPos))) // blocks from the headline
	inBest := f.rd.boxes[f.best]
	rel := float32(0)
	switch {
	case i < inBest.first:
		rel = -clampf(float32(inBest.first - i))
	case i >= inBest.last:
		rel = clampf(float32(i-inBest.last) + 1)
	}
	w.put("from best", rel) // blocks before (negative) or after the best container
}

func clampf(v float32) float32 { return max(-100, min(v, 100)) }

// writeNeighbours writes what stands before and after the block.
func (f *featurizer) writeNeighbours(w *rowWriter, k int, b *block) {
	for d, name := range neighbourNames {
		w.within(name)
		j := k + neighbourSteps[d]
		if j < 0 || j >= len(f.text) {
			w.put("words", -1)
			w.put("links", -1)
			w.put("ends", -1)
			w.put("tag", -1)
			w.put("like", -1)
			continue
		}
		brief := f.briefs[j*briefLen : (j+1)*briefLen : (j+1)*briefLen]
		w.put("words", brief[0])
		w.put("links", brief[1])
		w.put("ends", brief[2])
		w.put("tag", brief[3])
		c := &f.rd.blocks[f.text[j]]
		like := float32(0)
		switch {
		case f.like[2][c.box] == f.like[2][b.box]:
			like = 2
		case f.like[0][c.box] == f.like[0][b.box]:
			like = 1
		}
		w.put("like", like)
	}
	for d, reach := range [2]int{5, 12} {
		w.within(windowNames[d])
		lo, hi := max(0, k-reach), min(len(f.text), k+reach+1)
		var t totals
		if lo < hi {
			t = f.sums[f.text[hi-1]+1].minus(&f.sums[f.text[lo]])
		}
		w.put("links", ratio(t.linkBytes, t.bytes))
		w.put("good", ratio(t.goodBlocks, t.blocks))
		w.put("words/block", ratio(t.words, t.blocks))
		w.put("images", t.images)
	}
}

const briefLen = 4

// readBriefs reads what is written of each block in the rows of its neighbours.
func (f *featurizer) readBriefs() {
	f.briefs = f.rd.scratch().floats.take(len(f.text) * briefLen)[:0]
	for _, i := range f.text {
		b := &f.rd.blocks[i]
		f.briefs = append(f.briefs, float32(b.words), b.density(), endCode(b.ends), tagCode(f.rd.boxes[b.box].tag))
	}
}

var neighbourNames = [6]string{"-3 ", "-2 ", "-1 ", "+1 ", "+2 ", "+3 "}
var neighbourSteps = [6]int{-3, -2, -1, 1, 2, 3}
var windowNames = [2]string{"near ", "around "}

// lineFeatures are the phrases that say what a short line is.
var lineFeatures = [...]struct {
	name string
	kind phraseKind
}{
	{"related", phraseRelated}, {"inline", phraseInline}, {"sitewide", phraseSitewide}, {"sponsored", phraseSponsored}, {"source", phraseSource},
	{"by", phraseBy}, {"credit", phraseCredit}, {"published", phrasePublished}, {"updated", phraseUpdated}, {"comments", phraseComments},
	{"newsletter", phraseNewsletter}, {"share", phraseShare}, {"more", phraseMore}, {"boilerplate", phraseBoilerplate}, {"kicker", phraseKicker},
}

// writeLines writes the labels on the block (2: the whole line, 1: its beginning) and over it.
func (f *featurizer) writeLines(w *rowWriter, k int) {
	as := f.lineOf(&f.rd.blocks[f.text[k]])
	w.within("line ")
	for i := range lineFeatures {
		v := float32(0)
		switch kind := lineFeatures[i].kind; {
		case as.whole.has(kind):
			v = 2
		case as.starts.has(kind):
			v = 1
		}
		w.put(lineFeatures[i].name, v)
	}
	w.within("since ")
	for s, name := range [len(sectionKinds)]string{"related", "sitewide", "comments", "newsletter"} {
		w.put(name, f.since[s][k]) // blocks since a heading of this kind
	}
	w.put("heading", f.fromH[k]) // blocks since any heading
	w.within("")
	w.put("repeats", f.seen[k]) // how often its text stood before
}

// writePage writes what the page is as a whole.
func (f *featurizer) writePage(w *rowWriter) {
	if f.whole != nil && w.names == nil {
		w.putAll(f.whole)
		return
	}
	from := w.n
	t := &f.total
	best := f.in(f.best)
	w.within("page ")
	w.put("blocks", t.blocks)
	w.put("words", t.words)
	w.put("good words", t.good)
	w.put("good", ratio(t.good, t.words))
	w.put("links", ratio(t.linkBytes, t.bytes))
	w.put("paragraphs", t.paras)
	w.put("best share", ratio(best.good, t.good)) // share of the prose in the best container
	w.put("best links", ratio(best.linkBytes, best.bytes))
	w.flag("json-ld body", f.promise.n > 0)
	w.flag("json-ld article", f.rd.meta.article != nil)
	f.whole = append(f.whole, w.row[from:w.n]...)
}
