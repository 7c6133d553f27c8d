// Package warc reads the pages of WARC files, the archives that crawlers write.
package warc
