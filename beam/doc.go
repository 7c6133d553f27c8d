// Package newsbeam makes newspage a step of an Apache Beam pipeline: it reads
// the pages of crawls (WARC files, HTML files, JSON Lines), extracts their
// articles and writes them as JSON Lines, on whatever runner the pipeline is
// given to.
//
//	pages, unread := newsbeam.ReadPages(s, "gs://crawl/*.warc.gz", newsbeam.ReadOptions{})
//	results, failed := newsbeam.Extract(s, pages, newsbeam.ExtractOptions{})
//	newsbeam.WriteLines(s, "gs://out/articles", newsbeam.WriteOptions{}, newsbeam.Lines(s, results))
//
// Each function is a transform to be put into a pipeline of one's own; the
// command newspage-beam joins them all.
//
// # What is lost and what is not
//
// A file that cannot be read, a record that is damaged and a page that has no
// article are no errors of the pipeline. They are a [Failure] each, in a
// collection of their own, and everything else is read all the same. Only
// output that cannot be written fails the pipeline.
//
// # Metrics
//
// In the namespace "newspage" there are the counters "pages", "articles",
// "bytes", "failures" and "failures_KIND" for each [FailureKind], and the
// distributions "page_bytes" and "page_micros" (the time a page took).
package newsbeam
