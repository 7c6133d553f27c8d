package main

import (
	"context"
	"sync"
	"time"
)

// A doorman lets one request at a time in to a host, and the next one only a
// while after the last has ended. The zero value is ready.
type doorman struct {
	mu    sync.Mutex
	hosts map[string]chan time.Time // holds when the host was left, where nobody is in
}

// enter waits for a host, and returns what says that it is left.
func (d *doorman) enter(ctx context.Context, host string, pause time.Duration) (leave func(), err error) {
	door := d.door(host)
	select {
	case left := <-door:
		leave = func() { door <- time.Now() }
		select {
		case <-time.After(time.Until(left.Add(pause))):
			return leave, nil
		case <-ctx.Done():
			door <- left
		}
	case <-ctx.Done():
	}
	return nil, ctx.Err()
}

func (d *doorman) door(host string) chan time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	door, ok := d.hosts[host]
	if !ok {
		door = make(chan time.Time, 1)
		door <- time.Time{}
		if d.hosts == nil {
			d.hosts = make(map[string]chan time.Time)
		}
		d.hosts[host] = door
	}
	return door
}
