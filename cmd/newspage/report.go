package main

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/expose"
	"github.com/newspage-go/newspage/internal/jsonl"
)

// This file makes the report of a page: all its blocks with their roles and
// the reasons, and the Article beside them. The report is one file. It runs
// one script, our own, that its Content-Security-Policy allows by its hash,
// loads nothing, and holds everything the page says as escaped text.

//go:embed report.html
var reportSource string

//go:embed report.css
var reportStyle string

//go:embed report.js
var reportScript string

// reportPage has the byline of the html format.
var reportPage = template.Must(template.Must(template.New("report").Funcs(template.FuncMap{"role": roleClass}).Parse(htmlPageSource)).Parse(reportSource))

// reportMark is what every report begins with.
const reportMark = "<!DOCTYPE html>\n<html lang=\"en\" data-newspage=\"report\">"

// A report is what the template shows.
type report struct {
	Policy  string
	Style   template.CSS
	Script  template.JS
	Input   string // what the page is called
	Title   string
	Error   string // why the page is no article; "": it is one
	Article *newspage.Article
	Byline  byline
	Dir     string
	Percent string // the confidence
	Words   wordCounts
	Filters []filter
	Blocks  []reportBlock
	Parts   []reportPart
	Related []reportRelated
	From    map[string]int // blocks by the part of the Article that they became
}

// wordCounts says where the words of a page went.
type wordCounts struct{ Text, Around, Dropped int }

// A filter is a role with how many blocks have it.
type filter struct {
	Role  string
	Count int
}

// A reportBlock is a block with what the report says of it.
type reportBlock struct {
	expose.Block
	Number  int
	Part    string // the part of the Article that it became, as the report names it; "" none
	Percent string // the probability; "" where the classifier was not asked
	Hint    string // what hovering shows
}

// A reportPart is a part of the Article's body, or one of its quotes.
type reportPart struct {
	Name  string
	Kind  string
	Image *newspage.Image // of a figure, which is told and not shown
	HTML  template.HTML   // of anything else
}

type reportRelated struct {
	newspage.Related
	Name string
}

// reportOf is the report of a page. name is what the page is called.
func reportOf(name string, a *newspage.Article, pageErr error, blocks []expose.Block) []byte {
	r := report{
		Policy: "default-src 'none'; style-src " + hashOf(reportStyle) + "; script-src " + hashOf(reportScript) + "; base-uri 'none'; form-action 'none'",
		Style:  template.CSS(reportStyle), Script: template.JS(reportScript),
		Input: name, Title: titleOf(a), Article: a, Byline: bylineOf(a), Dir: direction(a.Language),
		Percent: percent(a.Confidence), Filters: filtersOf(blocks), From: map[string]int{},
	}
	if pageErr != nil {
		r.Error = jsonl.Message(pageErr)
	}
	r.addBlocks(blocks)
	r.addParts()
	return execute(reportPage, "report", &r)
}

// hashOf is a source for a Content-Security-Policy that allows one text alone.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func percent(share float64) string { return strconv.Itoa(int(math.Round(100*share))) + " %" }

// roleClass is the CSS class of a role.
func roleClass(role string) string { return strings.ReplaceAll(role, " ", "-") }

// roleOrder is the order of the filters: as a page is read, what is dropped last.
var roleOrder = []string{
	"headline", "standfirst", "byline", "date", "paragraph", "heading", "list item", "cell", "code", "quote", "attribution",
	"figure", "caption", "credit", "embed", "source", "related", "boilerplate",
}

// filtersOf counts the roles that the blocks have.
func filtersOf(blocks []expose.Block) []filter {
	counts := map[string]int{}
	for i := range blocks {
		counts[blocks[i].Role]++
	}
	var all []filter
	for role, n := range counts {
		all = append(all, filter{role, n})
	}
	slices.SortFunc(all, func(a, b filter) int {
		return slices.Index(roleOrder, a.Role) - slices.Index(roleOrder, b.Role)
	})
	return all
}

func (r *report) addBlocks(blocks []expose.Block) {
	r.Blocks = make([]reportBlock, len(blocks))
	for i, b := range blocks {
		part := r.partOf(&b)
		if part != "" {
			r.From[part]++
		}
		if b.Reason == "" {
			b.Reason = "nothing speaks for it"
		}
		rb := reportBlock{Block: b, Number: i, Part: part}
		hints := []string{b.Role + ": " + b.Reason}
		if b.Probability > 0 {
			rb.Percent = percent(b.Probability)
			hints = append(hints, "text of the article: "+rb.Percent)
		}
		rb.Hint = strings.Join(append(hints, b.Path), "\n")
		r.Blocks[i] = rb
		switch {
		case b.Prose:
			r.Words.Text += b.Words
		case b.Role == "boilerplate":
			r.Words.Dropped += b.Words
		default:
			r.Words.Around += b.Words
		}
	}
}

// partOf names the part of the Article that a block became, "" where there is none.
func (r *report) partOf(b *expose.Block) string {
	switch {
	case b.Body >= 0:
		return partName("body", b.Body)
	case b.Quote >= 0:
		return partName("quote", b.Quote)
	}
	switch b.Role {
	case "headline":
		return "title"
	case "standfirst":
		return "subtitle"
	case "byline", "date":
		return "byline"
	case "source":
		return "source"
	case "related":
		return r.relatedPart(b)
	}
	return ""
}

func partName(of string, i int) string { return fmt.Sprintf("%s-%d", of, i) }

// relatedPart names the related article that a block prints the title, the
// summary or the picture of.
func (r *report) relatedPart(b *expose.Block) string {
	text := strings.Join(strings.Fields(b.Text), " ")
	for i, rel := range r.Article.Related {
		if strings.Contains(text, rel.Title) || rel.Summary != "" && strings.Contains(text, rel.Summary) || rel.Image != nil && b.URL != "" && rel.Image.URL == b.URL {
			return partName("related", i)
		}
	}
	return ""
}

// addParts adds the body, and the quotes that are not in it.
func (r *report) addParts() {
	for i := range r.Article.Body {
		b := &r.Article.Body[i]
		p := reportPart{Name: partName("body", i), Kind: string(b.Kind), Image: b.Image}
		if b.Kind != newspage.KindFigure {
			p.HTML = blockHTML(*b) // Article.HTML escapes all text
		}
		r.Parts = append(r.Parts, p)
	}
	for i := range r.Article.Quotes {
		if q := &r.Article.Quotes[i]; q.Kind == newspage.QuotePull {
			r.Parts = append(r.Parts, reportPart{
				Name: partName("quote", i), Kind: "pull quote", HTML: blockHTML(newspage.Block{Kind: newspage.KindQuote, Quote: q}),
			})
		}
	}
	for i, rel := range r.Article.Related {
		r.Related = append(r.Related, reportRelated{rel, partName("related", i)})
	}
}

func blockHTML(b newspage.Block) template.HTML {
	return template.HTML(partHTML(&newspage.Article{Body: []newspage.Block{b}}))
}
