module github.com/newspage-go/newspage/cmd/newspage

go 1.26.0

require (
	github.com/newspage-go/newspage v0.1.0
	github.com/stretchr/testify v1.12.1
)
