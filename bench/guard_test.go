package main

import (
	"errors"
	"testing"
	"time"
)

func TestGuard(t *testing.T) {
	g := newGuard(20*time.Millisecond, time.Millisecond)
	release := make(chan struct{})
	defer close(release)
	for _, c := range []struct {
		name   string
		f      func() error
		failed string
		ended  bool
	}{
		{"success", func() error { return nil }, "", true},
		{"error", func() error { return errors.New("no article") }, failedError, true},
		{"panic", func() error { panic("index out of range") }, failedPanic, false},
		{"timeout", func() error { <-release; return nil }, failedTimeout, false},
		{"success after a timeout", func() error { return nil }, "", true},
	} {
		got := g.do(timed, c.f)
		if got.Failed != c.failed || got.ended() != c.ended || (got.Err == nil) != (c.failed == "") {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	if g.runaways != 1 {
		t.Errorf("%d runaways, want 1", g.runaways)
	}
}

func TestGuardWaitsForALateCall(t *testing.T) {
	g := newGuard(time.Millisecond, time.Minute)
	got := g.do(timed, func() error { time.Sleep(20 * time.Millisecond); return nil })
	if got.Failed != failedTimeout || g.runaways != 0 {
		t.Errorf("%+v, %d runaways", got, g.runaways)
	}
}

func TestCounted(t *testing.T) {
	var kept []byte
	c := counted(func() error { kept = make([]byte, 1<<20); return nil })
	if c.Bytes < uint64(len(kept)) || c.Allocs == 0 {
		t.Errorf("%d bytes, %d allocations", c.Bytes, c.Allocs)
	}
}
