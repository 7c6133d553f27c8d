package main

import (
	"context"
	"flag"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	_ "github.com/newspage-go/newspage"
	_ "github.com/newspage-go/newspage/warc"
)

func main() {
	flag.Parse()
	beam.Init()
	p, s := beam.NewPipelineWithRoot()
	beam.Impulse(s)
	if err := beamx.Run(context.Background(), p); err != nil {
		panic(err)
	}
}
