// Package examples shows newspage at work with other libraries: each example
// is a test that runs against a small site of its own. It is a module of its
// own, so that these libraries are no dependency of newspage.
//
// The examples are in files named for what they are about:
//
//   - colly_test.go: crawling a site with github.com/gocolly/colly
//   - feed_test.go: the articles of an RSS feed, several at once, with net/http
//   - goquery_test.go: one tree for newspage and github.com/PuerkitoBio/goquery
//   - bluemonday_test.go: Article.HTML and github.com/microcosm-cc/bluemonday
//   - parser_test.go: testing a parser of your own with newspagetest
package examples
