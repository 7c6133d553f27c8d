package newsbeam

import (
	"testing"

	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
)

// All pipelines of the tests run on Prism in this process.
func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }
