package newsbeam

// warc yields the pages of the records that begin in a range.
func (f *fileReader) warc(start, end int64, yield func(item) bool) {
	panic("not yet")
}
