package main

import (
	"errors"
	"io"
	"testing"
	"time"
)

// fake is an extractor that does as the page says.
func fake(p page) (func() reading, error) {
	switch string(p.HTML) {
	case "panic":
		panic("no such node")
	case "error":
		return nothing, errors.New("no article")
	}
	return func() reading { return reading{Title: "T"} }, nil
}

func TestBenchSurvivesFailures(t *testing.T) {
	b := &bench{
		pages:      []page{{HTML: []byte("<p>good")}, {HTML: []byte("error")}, {HTML: []byte("panic")}},
		extractors: []extractor{{Name: "fake", Extract: fake}},
		guard:      newGuard(time.Minute, 0),
		progress:   io.Discard,
		collect:    true,
	}
	m := b.run(2)[1]
	if got := failures(m); got[failedError] != 1 || got[failedPanic] != 1 || len(got) != 2 {
		t.Errorf("failures %v", got)
	}
	if m.best[0] == 0 || m.best[1] == 0 || m.best[2] != 0 {
		t.Errorf("times %v: the panic alone has none", m.best)
	}
	if m.readings[0].Title != "T" || m.counted != 2 {
		t.Errorf("readings %v, %d pages counted", m.readings, m.counted)
	}
}

func TestNoteKeepsTheGraver(t *testing.T) {
	m := &measurement{failed: make([]string, 1), best: []time.Duration{5}, readings: []reading{{Title: "T"}}}
	m.note(0, call{Failed: failedError})
	m.note(0, call{})
	if m.failed[0] != failedError || m.best[0] != 5 {
		t.Errorf("after an error: %+v", m)
	}
	m.note(0, call{Failed: failedTimeout})
	m.note(0, call{Failed: failedError})
	if m.failed[0] != failedTimeout || m.best[0] != 0 || m.readings[0].Title != "" {
		t.Errorf("after a timeout: %+v", m)
	}
}
