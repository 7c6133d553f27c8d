package main

import (
	"strings"
	"testing"

	"github.com/newspage-go/newspage"
	"github.com/stretchr/testify/assert"
)

func TestDirection(t *testing.T) {
	for lang, want := range map[string]string{
		"": "auto", "xx-broken-tag-": "auto", "en": "ltr", "ja": "ltr", "ar": "rtl", "ar-EG": "rtl", "he": "rtl", "fa": "rtl",
		"ur": "rtl", "ckb": "rtl", "yi": "rtl", "dv": "rtl", "uz": "ltr", "uz-Arab": "rtl", "az-Latn": "ltr", "pa-Arab": "rtl",
	} {
		assert.Equal(t, want, direction(lang), lang)
	}
}

func TestLeadPicture(t *testing.T) {
	lead := &newspage.Image{URL: "https://a.example/lead.jpg"}
	figure := func(url string) newspage.Block {
		return newspage.Block{Kind: newspage.KindFigure, Image: &newspage.Image{URL: url}}
	}
	text := newspage.Block{Kind: newspage.KindParagraph, Text: "Text."}
	tests := []struct {
		name string
		a    newspage.Article
		want int // pictures in the page
	}{
		{"none", newspage.Article{Body: []newspage.Block{text}}, 0},
		{"not in the body", newspage.Article{Image: lead, Body: []newspage.Block{text}}, 1},
		{"in the body", newspage.Article{Image: lead, Body: []newspage.Block{text, figure(lead.URL)}}, 1},
		{"another within the text", newspage.Article{Image: lead, Body: []newspage.Block{text, figure("https://a.example/2.jpg")}}, 2},
		{"another over the text", newspage.Article{Image: lead, Body: []newspage.Block{figure("https://a.example/2.jpg"), text}}, 1},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, strings.Count(string(htmlArticle(&tt.a)), "<img "), tt.name)
	}
}

func TestTitleOf(t *testing.T) {
	assert.Equal(t, "T", titleOf(&newspage.Article{Title: "T", Site: "S"}))
	assert.Equal(t, "S", titleOf(&newspage.Article{Site: "S"}))
	assert.Equal(t, "An article", titleOf(&newspage.Article{}))
}
