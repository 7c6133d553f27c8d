package examples

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gocolly/colly/v2"

	"github.com/newspage-go/newspage"
)

// Colly follows the links of a site, two pages at once, and newspage says
// which of the pages are articles.
func Example_colly() {
	site := newSite()
	defer site.Close()

	c := colly.NewCollector(
		colly.Async(true),
		colly.MaxDepth(3),
		// Colly cuts a body at 10 MiB and says nothing; newspage refuses one beyond its own limit.
		colly.MaxBodySize(newspage.DefaultMaxBytes),
	)
	if err := c.Limit(&colly.LimitRule{DomainGlob: "*", Parallelism: 2, RandomDelay: 5 * time.Millisecond}); err != nil {
		log.Fatal(err)
	}
	c.OnHTML("a[href]", func(e *colly.HTMLElement) {
		if link := e.Request.AbsoluteURL(e.Attr("href")); strings.HasPrefix(link, site.URL) {
			_ = e.Request.Visit(link) // an address visited before is an error, and no news
		}
	})

	// The callbacks of an asynchronous collector run at once: what they share needs a lock.
	var mu sync.Mutex
	var found []string
	c.OnResponse(func(r *colly.Response) {
		article, err := newspage.Parse(bytes.NewReader(r.Body), &newspage.Options{
			URL:         r.Request.URL,
			ContentType: decodedContentType(r),
		})
		mu.Lock()
		defer mu.Unlock()
		switch {
		case errors.Is(err, newspage.ErrNoArticle):
			found = append(found, fmt.Sprintf("%s: no article", r.Request.URL.Path))
		case err != nil:
			found = append(found, fmt.Sprintf("%s: %v", r.Request.URL.Path, err))
		default:
			found = append(found, fmt.Sprintf("%s: %q, %d blocks", r.Request.URL.Path, article.Title, len(article.Body)))
		}
	})
	if err := c.Visit(site.URL + "/"); err != nil {
		log.Fatal(err)
	}
	c.Wait()

	slices.Sort(found) // pages come in any order
	fmt.Println(strings.Join(found, "\n"))
	// Output:
	// /2025/bridge: "Bridge reopens after two years", 4 blocks
	// /2025/cafe: "Café on the quay changes hands", 3 blocks
	// /2025/ferry: "Ferry makes its last crossing", 3 blocks
	// /: no article
	// /weather: no article
}

// decodedContentType is the Content-Type of a body as colly hands it out: where
// the header names a charset, colly has turned the body into UTF-8 already.
func decodedContentType(r *colly.Response) string {
	contentType := r.Headers.Get("Content-Type")
	if strings.Contains(strings.ToLower(contentType), "charset") {
		return "text/html; charset=utf-8"
	}
	return contentType
}
