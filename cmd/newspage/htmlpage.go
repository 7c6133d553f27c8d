package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"strings"

	"golang.org/x/text/language"

	"github.com/newspage-go/newspage"
)

// This file prints an article as HTML: a page to read and to keep. Nothing of
// the news page's own markup is in it. Its pictures are loaded from the web,
// as who keeps an article wants to see them, without telling where from; the
// Content-Security-Policy forbids everything else.
//
// Several articles are one document: its head is printed before the first, and
// HTML asks for no end tag of <body> (section 13.1.2.4), so that it is whole
// wherever a run ends.

//go:embed htmlpage.html
var htmlPageSource string

var htmlPage = template.Must(template.New("page").Parse(htmlPageSource))

// htmlDocument is the beginning of a document: its first article's title is its own.
func htmlDocument(a *newspage.Article) []byte {
	lang := a.Language
	if lang == "" {
		lang = "und" // HTML's way to say that the language is not known
	}
	return execute(htmlPage, "document", map[string]string{"Lang": lang, "Title": titleOf(a)})
}

// titleOf is what an article is called, with or without a headline.
func titleOf(a *newspage.Article) string {
	for _, s := range []string{a.Title, a.Site, a.URL} {
		if s != "" {
			return s
		}
	}
	return "An article"
}

// htmlArticle is an article in HTML, the same for the html and markdown formats.
func htmlArticle(a *newspage.Article) []byte {
	return execute(htmlPage, "article", map[string]any{
		"Article": a, "Dir": direction(a.Language), "Byline": bylineOf(a),
		// Article.HTML escapes all text.
		"Head": template.HTML(partHTML(&newspage.Article{Title: a.Title, Subtitle: a.Subtitle})),
		"Lead": template.HTML(partHTML(&newspage.Article{Body: leadPicture(a)})),
		"Body": template.HTML(partHTML(&newspage.Article{Body: a.Body})),
	})
}

// partHTML is the HTML of an article without the element around it.
func partHTML(a *newspage.Article) string {
	s := strings.TrimPrefix(a.HTML(), "<article>\n")
	return strings.TrimSuffix(s, "</article>\n")
}

// leadPicture is the article's lead picture, none where the body shows it or
// begins with another one: that is often the same in another size.
func leadPicture(a *newspage.Article) []newspage.Block {
	if a.Image == nil || a.Image.URL == "" {
		return nil
	}
	started := false
	for i := range a.Body {
		started = started || a.Body[i].Kind == newspage.KindParagraph
		if im := a.Body[i].Image; im != nil && (!started || im.URL == a.Image.URL) {
			return nil
		}
	}
	return []newspage.Block{{Kind: newspage.KindFigure, Image: a.Image}}
}

// direction is the writing direction of a language's usual script; "auto"
// where the language is not known: the text decides.
func direction(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil || tag == language.Und {
		return "auto"
	}
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr":
		return "rtl"
	}
	return "ltr"
}

// execute runs a template of ours. They are fixed and their data are plain
// values, so that an error is a defect that the tests meet.
func execute(t *template.Template, name string, data any) []byte {
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		panic(err)
	}
	return b.Bytes()
}
