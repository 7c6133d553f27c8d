package newspagetest

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/newspage-go/newspage"
)

func TestHostile(t *testing.T) {
	seen := map[string]bool{}
	for name, data := range Hostile() {
		if name == "" || seen[name] {
			t.Errorf("%q: no name of its own", name)
		}
		seen[name] = true
		if len(data) == 0 || len(data) > 5<<18 {
			t.Errorf("%s: %d bytes", name, len(data))
		}
		if again, ok := HostileAt(name, len(data)); !ok || len(again) == 0 {
			t.Errorf("%s: cannot be built at a size", name)
		}
	}
	if len(seen) < 80 {
		t.Errorf("%d constructions", len(seen))
	}
	if _, ok := HostileAt("no such thing", 1); ok {
		t.Error("a construction that is none")
	}
	for range Hostile() {
		break // must not go on
	}
}

func TestHostileGrows(t *testing.T) {
	for name := range Hostile() {
		small, _ := HostileAt(name, 20_000)
		large, _ := HostileAt(name, 80_000)
		if len(small) > len(large) {
			t.Errorf("%s: %d bytes, and %d for less", name, len(large), len(small))
		}
		again, _ := HostileAt(name, 20_000)
		if !bytes.Equal(small, again) {
			t.Errorf("%s: not the same twice", name)
		}
	}
}

// TestNewspageEndures: each construction is answered, and soon.
func TestNewspageEndures(t *testing.T) {
	for name, data := range Hostile() {
		start := time.Now()
		a, err := newspage.Parse(bytes.NewReader(data), nil)
		took := time.Since(start)
		if took > 20*time.Second {
			t.Errorf("%s: %v for %d bytes", name, took, len(data))
		} else if took > time.Second {
			t.Logf("%s: %v for %d bytes", name, took, len(data))
		}
		switch {
		case err == nil && a == nil:
			t.Errorf("%s: neither an article nor an error", name)
		case err != nil && !errors.Is(err, newspage.ErrNoArticle) && !errors.Is(err, newspage.ErrNotHTML):
			t.Errorf("%s: %v", name, err)
		}
	}
}
