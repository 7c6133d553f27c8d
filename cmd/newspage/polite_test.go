package main

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDoorman(t *testing.T) {
	var d doorman
	var inside, most atomic.Int32
	var wg sync.WaitGroup
	begin := time.Now()
	for range 5 {
		wg.Go(func() {
			leave, err := d.enter(t.Context(), "a.example", 20*time.Millisecond)
			assert.NoError(t, err)
			most.Store(max(most.Load(), inside.Add(1)))
			inside.Add(-1)
			leave()
		})
	}
	wg.Wait()
	assert.Equal(t, int32(1), most.Load(), "one at a time")
	assert.GreaterOrEqual(t, time.Since(begin), 80*time.Millisecond, "four pauses between five")

	leave, err := d.enter(t.Context(), "a.example", 0)
	require.NoError(t, err)
	other, err := d.enter(t.Context(), "b.example", time.Hour)
	require.NoError(t, err, "another host does not wait")
	other()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = d.enter(ctx, "a.example", 0)
	assert.ErrorIs(t, err, context.Canceled)
	leave()
	_, err = d.enter(t.Context(), "a.example", 0)
	assert.NoError(t, err)
}

// TestManifestLinesThatAreFetched: a line without a path is a page to fetch.
func TestManifestLinesThatAreFetched(t *testing.T) {
	site := newSite(t)
	dir := folder(t, map[string]string{"m.jsonl": `{"url": "` + site + `/story"}` + "\n" + `{"url": "ftp://x.example"}` + "\n" + `{"other": 1}` + "\n"})
	o := cli("-format", "jsonl", "-pause", "0", "-manifest", dir+"/m.jsonl")
	all := lines(t, o.stdout)
	require.Len(t, all, 3)
	assert.Equal(t, site+"/story", all[0].Input)
	assert.Contains(t, all[0].Title, "story newspage/")
	assert.Contains(t, all[1].Error, `m.jsonl:2: "ftp://x.example" is no absolute http or https address`)
	assert.Equal(t, `neither "path" nor "url"`, all[2].Error)
}
