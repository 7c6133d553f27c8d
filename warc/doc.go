// Package warc reads the web pages of WARC files, the archives that crawlers
// write, one after another or a part of a file at a time.
//
//	for page, err := range warc.Pages(file, nil) {
//		if err != nil {
//			log.Print(err) // a damaged record; reading goes on
//			continue
//		}
//		fmt.Println(page.URL, len(page.Body))
//	}
//
// # What is a page
//
// A response of HTTP with status 200 whose Content-Type is HTML or XHTML, or
// which has no Content-Type and begins as HTML does; and a resource record
// whose Content-Type is HTML or XHTML. Chunks are joined and the content codings
// gzip, deflate, br and zstd undone; where a crawler has undone them already
// and left the header, the bytes are taken as they are.
//
// All else is skipped without a word: requests, metadata, warcinfo, revisits
// (their page is in another record), conversions, redirects and errors of
// servers, pictures and other media, continuations. A page that cannot be given
// is an error: one larger than Options.MaxBytes, one in an unknown coding, and
// the first part of a page that is cut into segments, which are not put
// together.
//
// # Files
//
// WARC 1.x, plain or compressed with gzip. Compressed files have a gzip member
// for each record; one member with many records is read too, but cannot be read
// in parts. The compression is told from the bytes. ARC files and WARC files
// compressed with zstd are refused with an error that says so.
//
// # Damage
//
// A record that is damaged gives a [*RecordError], and reading goes on with the
// next record that can be found: the next gzip member that begins with a record,
// or the next line "WARC/1." that begins a header with type, ID and length. The
// search begins right behind the beginning of the damaged record, or up to 4 MiB
// back where the record is longer, so what a wrong length or broken compression
// has swallowed is found again.
//
// # Parts of a file
//
// [PagesIn] reads the records that begin in a part of the file, so that the
// parts can be read at the same time: any cut at any bytes gives each page
// exactly once. See there for how.
//
// Memory is bounded by one page (Options.MaxBytes, about three times where it
// has to be uncompressed), buffers of at most 20 MiB and what the content codings
// need (brotli 16 MiB), whatever the file holds.
package warc
