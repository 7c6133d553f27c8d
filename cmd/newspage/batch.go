package main

import "context"

// A job is a page on its way through a worker. done holds one result, so that
// a worker never waits for the printer.
type job struct {
	in   input
	done chan result
}

// windowPerWorker is how many pages a worker may be ahead of the page that is
// printed next. It bounds the memory of a batch whose first page is slow.
const windowPerWorker = 4

// batch reads all pages, several at once, prints them in the order given and
// returns the exit code.
func (c *command) batch(ctx context.Context) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	p := &printer{c: c}
	c.watch()
	defer c.sumUp()
	for j := range c.start(ctx) {
		var r result
		select {
		case r = <-j.done:
		case <-ctx.Done():
		}
		// Also where both were ready: a page that was cut short by the signal is not a page that failed.
		if ctx.Err() != nil {
			break
		}
		if err := p.print(r); err != nil {
			return c.writeFailed(err)
		}
		c.tally.add(r.err)
	}
	if ctx.Err() != nil {
		c.complain("interrupted")
		return exitFailed
	}
	if p.failed {
		return exitFailed
	}
	return exitOK
}

// start starts the workers and returns the jobs in the order of the inputs.
// The channel is closed after the last job, or where ctx is done.
func (c *command) start(ctx context.Context) <-chan *job {
	ordered := make(chan *job, c.workers*windowPerWorker)
	todo := make(chan *job)
	go func() {
		defer close(ordered)
		defer close(todo)
		for in := range c.inputs() {
			if c.done.take(in.name) {
				c.skipped.Add(1)
				continue
			}
			j := &job{in: in, done: make(chan result, 1)}
			if !send(ctx, ordered, j) || !send(ctx, todo, j) {
				return
			}
		}
	}()
	for range c.workers {
		go func() {
			for j := range todo {
				j.done <- c.readPage(ctx, j.in)
			}
		}()
	}
	return ordered
}

// send says whether the job was taken before ctx was done.
func send(ctx context.Context, to chan<- *job, j *job) bool {
	select {
	case to <- j:
		return true
	case <-ctx.Done():
		return false
	}
}
