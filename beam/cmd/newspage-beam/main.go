// Command newspage-beam extracts the articles of a crawl on an Apache Beam
// runner. README.md of its module is its documentation; -h lists the flags.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3" // x/beamx brings the local disk and gs://.
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

func main() {
	s := settings{}
	s.register(flag.CommandLine)
	flag.Parse()
	// In a worker this runs the bundles it is given, and does not return.
	beam.Init()
	if err := run(context.Background(), &s); err != nil {
		fmt.Fprintf(os.Stderr, "newspage-beam: %v\n", err)
		var usage usageError
		if errors.As(err, &usage) {
			os.Exit(2)
		}
		os.Exit(1)
	}
}

// run is the whole life of the command.
func run(ctx context.Context, s *settings) error {
	if *provisionEndpoint != "" {
		return serveRunner(ctx)
	}
	if s.workerPool != "" {
		return serveWorkers(ctx, s.workerPool)
	}
	if err := s.check(); err != nil {
		return usageError{err}
	}
	if err := s.checkOutput(ctx); err != nil {
		return err
	}
	setWorkerBinary()
	p, root := beam.NewPipelineWithRoot()
	s.build(root)
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return err
	}
	if !*jobopts.Async {
		printCounts(os.Stderr, result)
	}
	return nil
}
