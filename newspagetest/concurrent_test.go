package newspagetest

import (
	"bytes"
	"sync"
	"testing"
)

// TestManyAtOnce holds that what many goroutines make at once is what one makes alone.
func TestManyAtOnce(t *testing.T) {
	const seeds = 24
	var pages, mutated [seeds][]byte
	for seed := range pages {
		pages[seed] = Generate(uint64(seed)).HTML
		mutated[seed] = Mutate(pages[seed], uint64(seed))
	}
	var wg sync.WaitGroup
	for seed := range pages {
		wg.Go(func() {
			page := Generate(uint64(seed)).HTML
			if !bytes.Equal(page, pages[seed]) || !bytes.Equal(Mutate(page, uint64(seed)), mutated[seed]) {
				t.Errorf("seed %d: another page than before", seed)
			}
			for name := range Hostile() {
				if _, ok := HostileAt(name, 1000); !ok {
					t.Errorf("%q is no construction", name)
				}
				break
			}
		})
	}
	wg.Wait()
}
