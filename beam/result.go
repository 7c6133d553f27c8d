package newsbeam

import (
	"encoding/json"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/newspage-go/newspage"
	"github.com/newspage-go/newspage/internal/jsonl"
)

func init() {
	beam.RegisterType(reflect.TypeFor[Result]())
	beam.RegisterCoder(reflect.TypeFor[Result](), encodeResult, decodeResult)
}

// A Result is what became of one [Page].
type Result struct {
	// Input, URL and Fetched are the page's.
	Input   string `json:"input"`
	URL     string `json:"page_url,omitempty"`
	Fetched int64  `json:"fetched,omitempty"`

	// Article is what the page holds. Where the page has no article (Kind is
	// FailedNoArticle) it is what the page says of itself; nil for all other
	// failures. It must not be changed: others may hold it too.
	Article *newspage.Article `json:"article,omitempty"`

	// Kind and Error say why there is no article; "" where there is one.
	Kind  FailureKind `json:"kind,omitempty"`
	Error string      `json:"error,omitempty"`

	// line is the Result's line of output where it is made already. It does not
	// travel between workers.
	line []byte
}

// encodeResult and decodeResult are the coder. It is JSON, since the JSON of an
// Article keeps times without a zone as such, which no row of a schema would.
func encodeResult(r Result) ([]byte, error) { return jsonl.Marshal(r, "") }

func decodeResult(data []byte) (Result, error) {
	var r Result
	err := json.Unmarshal(data, &r)
	return r, err
}
