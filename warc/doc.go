// Package warc reads the pages of WARC files, the archives that crawlers write
// (WARC 1.0 and 1.1, ISO 28500), plain or compressed with gzip.
//
// [Pages] reads a stream, [PagesIn] a file or a part of one. Both hold one
// record at a time, so that a file of any size needs little memory, and both go
// on behind a record that is damaged:
//
//	for page, err := range warc.Pages(f, nil) {
//		if err != nil {
//			log.Print(err) // a *warc.Error: where and why
//			continue
//		}
//		article, err := newspage.Parse(bytes.NewReader(page.Body), &newspage.Options{URL: page.URL, ContentType: page.ContentType})
//		...
//	}
//
// A page is a response with status 200 whose Content-Type is HTML or not given,
// or a resource of HTML. Requests, metadata, revisits, other responses and what
// is no HTML are passed over; Options.Skipped is told of the responses among
// them. A body that is chunked or compressed with gzip or deflate is undone; one
// compressed in another way (br, zstd) is an error, as is a record in segments.
//
// # Parts of a file
//
// A .warc.gz has one gzip member a record, so that a file can be cut anywhere:
// a record belongs to the part in which it begins. PagesIn finds the first
// record at or behind Options.Start by its first bytes, and reads it whole to be
// sure. A page that holds a WARC file of its own, uncompressed and complete,
// could be taken for records of the file where a part begins within it; nothing
// else can. A file that is compressed as one member has one place to begin, 0.
package warc
