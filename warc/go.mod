module github.com/newspage-go/newspage/warc

go 1.26.0

require (
	github.com/andybalholm/brotli v1.2.8
	github.com/klauspost/compress v1.20.4
)

require github.com/stretchr/testify v1.12.1 // indirect
