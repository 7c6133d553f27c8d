module github.com/newspage-go/newspage/schema/conformance

go 1.26.0

replace github.com/newspage-go/newspage => ../../

require (
	github.com/newspage-go/newspage v0.0.0-00010101000000-000000000000
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/andybalholm/cascadia v1.3.5 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/text v0.44.0 // indirect
)
