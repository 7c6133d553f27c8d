package examples

import (
	"io"
	"net/http"
	"net/http/httptest"
)

// This file is the site that the examples read: a front page, three stories, a
// page without an article and a feed.

const menu = `<nav><a href="/">Home</a> <a href="/weather">Weather</a></nav>`

const frontPage = `<!DOCTYPE html><html lang="en"><head><title>The Harbour News</title></head><body>` + menu + `
<main><h2><a href="/2025/bridge">Bridge reopens after two years</a></h2>
<h2><a href="/2025/ferry">Ferry makes its last crossing</a></h2>
<h2><a href="/2025/cafe">Café on the quay changes hands</a></h2></main>
<footer>© The Harbour News</footer></body></html>`

const bridgePage = `<!DOCTYPE html><html lang="en"><head><title>Bridge reopens after two years - The Harbour News</title>
<meta property="og:site_name" content="The Harbour News">
<meta property="article:published_time" content="2025-06-12T09:30:00+02:00"></head><body>` + menu + `
<article><h1>Bridge reopens after two years</h1>
<p class="byline">By <a href="/staff/roe">Jane Roe</a> <span class="reading-time">3 min read</span></p>
<p>The bridge over the harbour opens again on Monday, the mayor said, after two years of work on its steel and its foundations.</p>
<p>About nine thousand people crossed it every day before it was closed, and <a href="/2025/ferry">the ferry that took its place</a> stops on the same day.</p>
<blockquote><p>We have waited long enough for this day.</p><footer>Anna Lind, mayor of Harbour</footer></blockquote>
<noscript><p>The work cost thirty million, which is four million more than the council had planned, because the old piers had to be replaced.</p></noscript>
</article>
<aside class="newsletter"><p>Subscribe to our newsletter and get the most important stories of the day in your inbox every morning.</p></aside>
<section class="related"><h2>Related articles</h2><ul><li><a href="/2025/ferry">Ferry makes its last crossing</a></li></ul></section>
<footer>© The Harbour News</footer></body></html>`

const ferryPage = `<!DOCTYPE html><html lang="en"><head><title>Ferry makes its last crossing - The Harbour News</title>
<meta property="og:site_name" content="The Harbour News"></head><body>` + menu + `
<article><h1>Ferry makes its last crossing</h1>
<p>The ferry that has carried the town over the harbour for two years makes its last crossing on Monday evening, the council said.</p>
<p>Its crew of eleven will be offered work on the island line, which has been looking for people since the beginning of the year.</p>
<p>The boat itself, built in 1968, goes to a museum in the north, where it will be shown beside the steam tug that it once replaced.</p>
</article><footer>© The Harbour News</footer></body></html>`

// cafePage is served as windows-1252, in which é is the byte 0xE9.
const cafePage = "<!DOCTYPE html><html lang=\"en\"><head><title>Caf\xe9 on the quay changes hands</title></head><body>" + menu + `
<article><h1>Caf` + "\xe9" + ` on the quay changes hands</h1>
<p>The caf` + "\xe9" + ` on the quay has been sold to two sisters from the island, who want to open it again before the summer holidays begin.</p>
<p>Its last owner had run it for thirty years and said that she would miss the mornings most of all, before the first boats came in.</p>
<p>The new owners plan to keep the old counter and the name, but the kitchen has to be built anew, the council's inspectors have said.</p>
</article><footer>` + "\xa9" + ` The Harbour News</footer></body></html>`

const weatherPage = `<!DOCTYPE html><html lang="en"><head><title>Weather - The Harbour News</title></head><body>` + menu + `
<h1>Weather</h1><ul><li>Monday: 19°</li><li>Tuesday: 21°</li></ul></body></html>`

const feed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>The Harbour News</title>
<item><title>Bridge reopens after two years</title><link>/2025/bridge</link></item>
<item><title>The weather this week</title><link>/weather</link></item>
<item><title>Bridge: all we know</title><link>/2025/gone</link></item>
<item><title>Ferry makes its last crossing</title><link>/2025/ferry</link></item>
</channel></rss>`

// newSite starts the site; the caller closes it.
func newSite() *httptest.Server {
	mux := http.NewServeMux()
	for path, page := range map[string]struct{ contentType, body string }{
		"/{$}":         {"text/html; charset=utf-8", frontPage},
		"/2025/bridge": {"text/html; charset=utf-8", bridgePage},
		"/2025/ferry":  {"text/html", ferryPage},
		"/2025/cafe":   {"text/html; charset=windows-1252", cafePage},
		"/weather":     {"text/html; charset=utf-8", weatherPage},
		"/feed.xml":    {"application/rss+xml", feed},
	} {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", page.contentType)
			io.WriteString(w, page.body)
		})
	}
	return httptest.NewServer(mux)
}
