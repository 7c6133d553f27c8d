package main

import (
	"fmt"
	"io"
	"runtime"
	"time"
)

// A bench measures extractors on pages.
type bench struct {
	pages      []page
	extractors []extractor
	guard      *guard
	progress   io.Writer
	collect    bool // the garbage, before each timed call
}

// A measurement is what came of one extractor, page by page.
type measurement struct {
	extractor
	readings []reading
	failed   []string // a way of failing, or empty
	best     []time.Duration
	bytes    uint64
	allocs   uint64
	counted  int // the pages of bytes and allocs
}

// run makes a warm-up pass, whose results are scored, the timed runs, and a
// pass that counts allocations. The first measurement is the baseline's.
func (b *bench) run(runs int) []*measurement {
	all := b.measurements()
	b.say("warm-up")
	b.pass(all, (*bench).warmUp)
	for i := range runs {
		b.say(fmt.Sprintf("run %d of %d", i+1, runs))
		b.pass(all, (*bench).time)
	}
	b.say("allocations")
	b.pass(all, (*bench).count)
	return all
}

func (b *bench) say(what string) { fmt.Fprintln(b.progress, "bench:", what) }

func (b *bench) measurements() []*measurement {
	var all []*measurement
	for _, e := range append([]extractor{baseline}, b.extractors...) {
		all = append(all, &measurement{
			extractor: e,
			readings:  make([]reading, len(b.pages)),
			failed:    make([]string, len(b.pages)),
			best:      make([]time.Duration, len(b.pages)),
		})
	}
	return all
}

// pass does a step with each extractor in turn, page by page, so that all of
// them meet the machine in the same mood.
func (b *bench) pass(all []*measurement, step func(b *bench, m *measurement, i int)) {
	for i := range b.pages {
		for _, m := range all {
			if m.failed[i] != failedPanic && m.failed[i] != failedTimeout {
				step(b, m, i)
			}
		}
	}
}

// warmUp keeps what the extractor read and how it failed.
func (b *bench) warmUp(m *measurement, i int) {
	var read func() reading
	c := b.guard.do(timed, func() (err error) {
		read, err = m.Extract(b.pages[i])
		return err
	})
	m.note(i, c)
	if !c.ended() {
		return
	}
	// What a rival has returned may be put into form by its own code.
	c = b.guard.do(timed, func() error {
		m.readings[i] = read()
		return nil
	})
	m.note(i, c)
}

// time keeps the best of the runs.
func (b *bench) time(m *measurement, i int) {
	if b.collect {
		runtime.GC() // nobody pays for what another left behind
	}
	c := b.guard.do(timed, b.extraction(m, i))
	m.note(i, c)
	if c.ended() && (m.best[i] == 0 || c.Took < m.best[i]) {
		m.best[i] = c.Took
	}
}

func (b *bench) count(m *measurement, i int) {
	c := b.guard.do(counted, b.extraction(m, i))
	m.note(i, c)
	if c.ended() {
		m.bytes += c.Bytes
		m.allocs += c.Allocs
		m.counted++
	}
}

func (b *bench) extraction(m *measurement, i int) func() error {
	return func() error {
		_, err := m.Extract(b.pages[i])
		return err
	}
}

// note keeps a failure, and of two on a page the graver: a panic or a timeout
// takes the page out of the times too.
func (m *measurement) note(i int, c call) {
	if c.Failed == "" || (c.ended() && m.failed[i] != "") {
		return
	}
	m.failed[i] = c.Failed
	if !c.ended() {
		m.best[i] = 0
		m.readings[i] = reading{}
	}
}
