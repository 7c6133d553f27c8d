package weburl

import (
	"strings"
	"testing"
)

func TestBestSrcset(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{" , ,, ", ""},
		{"a.jpg", "a.jpg"},
		{"a.jpg 320w, b.jpg 1280w, c.jpg 640w", "b.jpg"},
		{"a.jpg, b.jpg 2x, c.jpg 1.5x", "b.jpg"},
		{"a.jpg .5x,b.jpg", "b.jpg"},
		{"a.jpg 3x, b.jpg 100w", "b.jpg"},
		{"a.jpg 100w, b.jpg 3x", "a.jpg"},
		{"a.jpg 2x, b.jpg 2x", "a.jpg"},
		{"https://a.example/w_300,h_200/a.jpg 300w, https://a.example/w_600,h_400/a.jpg 600w", "https://a.example/w_600,h_400/a.jpg"},
		{"a.jpg 1x,b.jpg 2x", "b.jpg"},
		{"a.jpg,b.jpg 2x", "a.jpg,b.jpg"},
		{"a.jpg,, b.jpg 2x", "b.jpg"},
		{"\n\ta.jpg\n 320w\n,\n\tb.jpg\f640w", "b.jpg"},
		{"a.jpg 640w 480h, b.jpg 320w", "a.jpg"},
		{"a.jpg 100w, data:image/png;base64,AAAA 4000w", "a.jpg"},
		{"DATA:image/gif;base64,R0lGOD 1x", ""},
		// Wrong descriptors.
		{"a.jpg 300, b.jpg 100w", "b.jpg"},
		{"a.jpg 0w, b.jpg 1w", "b.jpg"},
		{"a.jpg -900w, b.jpg +900w, c.jpg 9.5w, d.jpg 1w", "d.jpg"},
		{"a.jpg 900w 2x, b.jpg 800w 700w, c.jpg 1w", "c.jpg"},
		{"a.jpg 480h, b.jpg 2x 480h, c.jpg 1w", "c.jpg"},
		{"a.jpg infx, b.jpg nanx, c.jpg 0x9x, d.jpg -1x, e.jpg 1x", "e.jpg"},
		{"a.jpg f(1, 9w, x) 900w, b.jpg 1w", "b.jpg"},
		{"a.jpg w", ""},
		{", ,x 1x 2x,http://%", "http://%"},
		{strings.Repeat("a.jpg 1w, ", 63) + "b.jpg 2w, c.jpg 3w", "b.jpg"},
	} {
		if got := BestSrcset(c.in); got != c.want {
			t.Errorf("%.80q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestIsPlaceholder(t *testing.T) {
	for src, want := range map[string]bool{
		"":                                           true,
		"  ":                                         true,
		"data:image/gif;base64,R0lG":                 true,
		" DATA:,":                                    true,
		"about:blank":                                true,
		"/img/1x1.gif":                               true,
		"/img/1x1.png?v=2":                           true,
		"https://a.example/blank.gif#x":              true,
		"https://a.example/img/spacer.gif":           true,
		"https://a.example/img/Pixel.GIF":            true,
		"/img/transparent-pixel.png":                 true,
		"/img/lazy.gif":                              true,
		"/img/lazy_loading.svg":                      true,
		"/img/placeholder-640x360.jpg":               true,
		"/img/image_placeholder@2x.webp":             true,
		"/img/grey-placeholder-16by9.svg":            true,
		"/pixel?id=1":                                true,
		"https://a.example/photo.jpg":                false,
		"https://a.example/":                         false,
		"https://a.example":                          false,
		"https://blank.example/photo.gif":            false,
		"/placeholder/minister.jpg":                  false,
		"/img/minister.jpg?fallback=blank.gif":       false,
		"/img/pixel-9.jpg":                           false,
		"/img/pixel-9.png":                           false,
		"/img/lazy-dog.gif":                          false,
		"/img/lazy.jpg":                              false,
		"/img/blank-space-tour.jpg":                  false,
		"/img/640x360.gif":                           false,
		"/img/image.gif":                             false,
		"/img/" + strings.Repeat("blank-", 40) + "x": false,
	} {
		if got := IsPlaceholder(src); got != want {
			t.Errorf("%q: %v", src, got)
		}
	}
}

func TestBestSrcsetLinear(t *testing.T) {
	for _, s := range []string{"a 1x,", "a (", ",", "a 1w 1h ", "data:,a "} {
		BestSrcset(strings.Repeat(s, 1<<20))
	}
}

func FuzzSrcset(f *testing.F) {
	for _, s := range []string{"a.jpg 320w, b.jpg 2x", "data:image/png;base64,AA 1x, b,", ", ,x 1x 2x,http://%", "a (,) 1w,b 1e9x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, srcset string) {
		best := BestSrcset(srcset)
		if !strings.Contains(srcset, best) {
			t.Fatalf("%q: %q is not in it", srcset, best)
		}
		if strings.ContainsAny(best, spaces) || isData(best) || strings.HasPrefix(best, ",") {
			t.Fatalf("%q: %q is no address", srcset, best)
		}
		// An address alone is its own best, unless commas end it.
		if best != "" && !strings.HasSuffix(best, ",") && BestSrcset(best) != best {
			t.Fatalf("%q: %q, alone %q", srcset, best, BestSrcset(best))
		}
	})
}
