package main

import (
	"context"
	"fmt"
	"os/signal"
	"strconv"
	"syscall"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal/extworker"
)

// serveWorkers makes this process the place where a runner's workers run: for a
// pipeline with --environment_type=EXTERNAL --environment_config=localhost:PORT.
// It returns when the process is told to end.
func serveWorkers(ctx context.Context, port string) error {
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return usageError{fmt.Errorf("--worker_pool is a port, not %q", port)}
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	server, err := extworker.StartLoopback(ctx, int(n))
	if err != nil {
		return fmt.Errorf("cannot serve workers: %w", err)
	}
	fmt.Printf("serving workers at %s\n", server.EnvironmentConfig(ctx))
	<-ctx.Done()
	return server.Stop(context.Background())
}
