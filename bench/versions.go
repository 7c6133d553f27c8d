package main

import "runtime/debug"

// moduleVersions are the versions of the modules the command is built from.
// One that is replaced by a folder, as newspage is, has none.
func moduleVersions() map[string]string {
	versions := map[string]string{}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return versions
	}
	for _, m := range info.Deps {
		if m.Replace == nil {
			versions[m.Path] = m.Version
		}
	}
	return versions
}
