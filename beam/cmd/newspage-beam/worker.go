package main

import (
	"os"
	"runtime"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
)

// setWorkerBinary has the runner's workers run this program. Without it Beam
// would compile it anew, from sources that need not be where it runs.
func setWorkerBinary() {
	// Runners' workers are Linux machines; who runs them on others says what with --worker_binary.
	if *jobopts.WorkerBinary != "" || runtime.GOOS != "linux" {
		return
	}
	if self, err := os.Executable(); err == nil {
		*jobopts.WorkerBinary = self
	}
}
