package examples

import (
	"encoding/xml"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"sync"

	"github.com/newspage-go/newspage"
)

// An RSS feed names the articles of a site; they are fetched and parsed two at
// once and printed in the feed's order.
func Example_feed() {
	site := newSite()
	defer site.Close()
	links, err := readFeed(site.Client(), site.URL+"/feed.xml")
	if err != nil {
		log.Fatal(err)
	}

	articles := make([]*newspage.Article, len(links))
	errs := make([]error, len(links))
	var wg sync.WaitGroup
	slots := make(chan struct{}, 2)
	for i, link := range links {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			articles[i], errs[i] = fetch(site.Client(), link)
		})
	}
	wg.Wait()

	for i, article := range articles {
		switch {
		case errors.Is(errs[i], newspage.ErrNoArticle):
			fmt.Printf("%s: only a page called %q\n", links[i].Path, article.Title)
		case errs[i] != nil:
			fmt.Printf("%s: %v\n", links[i].Path, errs[i])
		default:
			fmt.Printf("%s: %s\n", links[i].Path, article.Title)
		}
	}
	// Output:
	// /2025/bridge: Bridge reopens after two years
	// /weather: only a page called "Weather"
	// /2025/gone: 404 Not Found
	// /2025/ferry: Ferry makes its last crossing
}

// fetch gets a page and parses it. newspage has no such function, since what is
// an error, and how long to wait, is the caller's to say.
func fetch(client *http.Client, page *url.URL) (*newspage.Article, error) {
	resp, err := client.Get(page.String())
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status) // the page of an error may read like an article
	}
	return newspage.Parse(resp.Body, &newspage.Options{
		URL:         resp.Request.URL, // where the redirects led to
		ContentType: resp.Header.Get("Content-Type"),
	})
}

// readFeed returns the addresses of a feed's items.
func readFeed(client *http.Client, address string) ([]*url.URL, error) {
	resp, err := client.Get(address)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var rss struct {
		Links []string `xml:"channel>item>link"`
	}
	if err := xml.NewDecoder(resp.Body).Decode(&rss); err != nil {
		return nil, err
	}
	var out []*url.URL
	for _, link := range rss.Links {
		u, err := resp.Request.URL.Parse(link)
		if err != nil {
			return nil, err
		}
		out = append(out, u)
	}
	return out, nil
}
