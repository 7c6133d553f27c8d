package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"strings"

	"github.com/apache/beam/sdks/v2/go/container/tools"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/harness"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
)

// The flags with which a runner starts a process for a pipeline that has
// --environment_type=PROCESS, beside those that Beam has registered already.
var (
	provisionEndpoint = flag.String("provision_endpoint", "", "where a runner tells a worker what it needs to know; for runners alone")
	_                 = flag.String("artifact_endpoint", "", "where a runner has files for a worker; for runners alone")
)

// serveRunner is a worker of the runner that started this process. The runner
// would otherwise start Beam's own starter, to fetch this program and run it.
func serveRunner(ctx context.Context) error {
	// Prism puts the name in quotes, as for a shell, which there is none of.
	id := strings.Trim(flag.Lookup("id").Value.String(), "'")
	ctx = grpcx.WriteWorkerID(ctx, id)
	info, err := tools.ProvisionInfo(ctx, *provisionEndpoint)
	if err != nil {
		return fmt.Errorf("the runner does not say what worker %q is to do: %w", id, err)
	}
	control := cmp.Or(flag.Lookup("control_endpoint").Value.String(), info.GetControlEndpoint().GetUrl())
	logging := cmp.Or(flag.Lookup("logging_endpoint").Value.String(), info.GetLoggingEndpoint().GetUrl())
	return harness.MainWithOptions(ctx, logging, control, harness.Options{
		RunnerCapabilities: info.GetRunnerCapabilities(),
		StatusEndpoint:     info.GetStatusEndpoint().GetUrl(),
	})
}
