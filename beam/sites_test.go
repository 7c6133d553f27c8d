package newsbeam

import (
	"testing"

	"github.com/newspage-go/newspage"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSiteOfResults(t *testing.T) {
	article := func(confidence float64) *newspage.Article {
		return &newspage.Article{URL: "https://canonical.example/x", Confidence: confidence}
	}
	var sum siteSum
	for _, r := range []Result{
		{URL: "https://News.example:8080/1", Article: article(0.9)},
		{URL: "https://news.example/2", Article: article(0.7)},
		{URL: "https://news.example/3", Article: article(0.1), Kind: FailedNoArticle},
		{URL: "https://news.example/4", Kind: FailedNotHTML},
		{URL: "https://news.example/5", Kind: FailedTooLarge},
		{URL: "https://news.example/6", Kind: FailedRead},
		{URL: "https://news.example/7", Kind: FailedInternal},
	} {
		host, one := resultSite(r)
		assert.Equal(t, "news.example", host)
		sum = addSites(sum, one)
	}
	assert.Equal(t, Site{Host: "h", Pages: 7, Articles: 2, NoArticle: 1, NotHTML: 1, TooLarge: 1, Failed: 2, MeanConfidence: 0.8}, siteOf("h", sum))
}

func TestHostOf(t *testing.T) {
	own := &newspage.Article{URL: "https://canonical.example/x"}
	assert.Equal(t, "canonical.example", hostOf(Result{Article: own}))
	assert.Equal(t, "a.example", hostOf(Result{URL: "http://a.example", Article: own}))
	assert.Equal(t, "", hostOf(Result{}))
	assert.Equal(t, "", hostOf(Result{URL: "http://[", Article: own}))
}

func TestSiteLines(t *testing.T) {
	sites := []Site{{Host: "a,b.example", Pages: 2, Articles: 1, NoArticle: 1, MeanConfidence: 0.5}}
	csv, err := siteLines("x/report.CSV", sites)
	require.NoError(t, err)
	assert.Equal(t, "host,pages,articles,no_article,not_html,too_large,failed,mean_confidence\n\"a,b.example\",2,1,1,0,0,0,0.5000\n", string(csv))
	lines, err := siteLines("report.jsonl", sites)
	require.NoError(t, err)
	assert.Equal(t, `{"host":"a,b.example","pages":2,"articles":1,"no_article":1,"not_html":0,"too_large":0,"failed":0,"mean_confidence":0.5}`+"\n", string(lines))
}
