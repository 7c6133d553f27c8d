package main

import (
	"fmt"
	"runtime"
	"time"
)

const (
	callLimit  = 20 * time.Second // longer is a failure
	graceLimit = 60 * time.Second // how long a call that failed so is waited for
)

// The ways of failing.
const (
	failedError   = "error"
	failedPanic   = "panic"
	failedTimeout = "timeout"
)

// A call is what came of calling an extractor once.
type call struct {
	Took   time.Duration
	Bytes  uint64 // allocated, where it was counted
	Allocs uint64
	Failed string // a way of failing; empty: none
	Err    error
}

// ended says whether the extractor came back by itself, with a result or an
// error. Only then its time means something.
func (c call) ended() bool { return c.Failed == "" || c.Failed == failedError }

// A guard calls functions on a goroutine of its own, which it gives up when a
// call takes too long. The goroutine is kept between calls: its stack has
// grown, and no call is charged for that.
type guard struct {
	limit, grace time.Duration
	jobs         chan func()
	runaways     int // calls that were still going on when the grace was over
}

func newGuard(limit, grace time.Duration) *guard {
	g := &guard{limit: limit, grace: grace}
	g.startWorker()
	return g
}

func (g *guard) startWorker() {
	jobs := make(chan func())
	g.jobs = jobs
	go func() {
		for job := range jobs {
			job()
		}
	}()
}

// do calls f through measure.
func (g *guard) do(measure func(f func() error) call, f func() error) call {
	done := make(chan call, 1)
	g.jobs <- func() { done <- measure(f) }
	select {
	case c := <-done:
		return c
	case <-time.After(g.limit):
	}
	close(g.jobs)
	g.startWorker()
	g.outwait(done)
	return call{Failed: failedTimeout, Err: fmt.Errorf("took longer than %v", g.limit)}
}

// outwait waits for a call that has been given up: it has the one processor
// that the next calls need.
func (g *guard) outwait(done <-chan call) {
	select {
	case <-done:
	case <-time.After(g.grace):
		g.runaways++
	}
}

// timed measures how long f takes.
func timed(f func() error) (c call) {
	defer rescue(&c)
	start := time.Now()
	c.Err = f()
	c.Took = time.Since(start)
	if c.Err != nil {
		c.Failed = failedError
	}
	return c
}

// counted measures what f allocates.
func counted(f func() error) (c call) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	c = timed(f)
	runtime.ReadMemStats(&after)
	c.Bytes = after.TotalAlloc - before.TotalAlloc
	c.Allocs = after.Mallocs - before.Mallocs
	return c
}

func rescue(c *call) {
	if v := recover(); v != nil {
		c.Failed, c.Err = failedPanic, fmt.Errorf("panic: %v", v)
	}
}
