package conformance_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/newspage-go/newspage/schema"
)

// A program that reads the output of newspage -format jsonl can check each
// line before it trusts it.
func Example() {
	compiler := jsonschema.NewCompiler()
	ids := map[string]string{}
	for name, text := range map[string]string{"article": schema.Article, "line": schema.Line} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			log.Fatal(err)
		}
		ids[name] = doc.(map[string]any)["$id"].(string)
		if err := compiler.AddResource(ids[name], doc); err != nil {
			log.Fatal(err)
		}
	}
	line, err := compiler.Compile(ids["line"])
	if err != nil {
		log.Fatal(err)
	}
	for _, text := range []string{
		`{"input": "a.html", "title": "Bridge reopens", "body": [{"kind": "paragraph", "text": "It opens."}]}`,
		`{"input": "b.html", "headline": "Ferry stops", "error": "no article found"}`,
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(line.Validate(doc) == nil)
	}
	// Output:
	// true
	// false
}
