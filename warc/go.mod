module github.com/newspage-go/newspage/warc

go 1.26.0
