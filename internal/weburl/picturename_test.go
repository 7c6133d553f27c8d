package weburl

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPictureName(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://a.example/2025/06/harbour-bridge-1024x683.jpg", "harbour-bridge"},
		{"https://a.example/2025/06/harbour-bridge.jpg?w=600&h=400", "harbour-bridge"},
		{"https://a.example/2025/06/harbour-bridge-scaled.jpeg", "harbour-bridge"},
		{"https://a.example/2025/06/harbour-bridge-768x512.jpg.webp", "harbour-bridge"},
		{"https://a.example/931/523/Harbour-Bridge.jpg", "harbour-bridge"},
		{"https://a.example/i/410397424_1745310606_v16_9_1200.jpeg", "410397424_1745310606"},
		{"https://img.example/resize/599x401!/?url=https%3A%2F%2Fa.example%2Fi%2Fharbour-bridge.png", "harbour-bridge"},
		{"https://img.example/w_1200,h_630/https://a.example/i/harbour-bridge.png", "harbour-bridge"},
		{"https://a.example/_next/image?url=https%3A%2F%2Fb.example%2Fharbour-bridge.jpg&w=1920&q=75", "harbour-bridge"},
		{"https://a.example/1200x675_cms_harbour-bridge.jpg", "cms_harbour-bridge"},
		{"https://a.example/thumbs/400x400/246270.jpg", "246270"},
		{"https://a.example/harbour-bridge_2880x1620_Lede.jpg", "harbour-bridge"},
		{"https://a.example/image.php?w=660&src=/images/posts/post16615_2.jpg", "post16615_2"},
		{"https://a.example/thumbnail.php?id=16615", ""},
		{"https://a.example/media/04d5b7_d7342b1e72d84~mv2.png/v1/fill/w_400/04d5b7_d7342b1e72d84~mv2.png", "04d5b7_d7342b1e72d84~mv2"},
		{"https://a.example/media/d7342b1e72d84cc2", "d7342b1e72d84cc2"},
		{"https://a.example/harbour-bridge-2.jpg", "harbour-bridge-2"},
		{"https://a.example/harbour-bridge-2020.jpg", "harbour-bridge-2020"},
		{"https://a.example/IMG_1230.jpg", ""},
		{"https://a.example/image.jpg", ""},
		{"https://a.example/i/1200x630.jpg", ""},
		// Letters and bytes that grow or shrink in lower case stand before an address within.
		{"https://a.example/i?u=https%3A%2F%2Fb.example%2F%C8%BA%C8%BA%C8%BA%C8%BA%C8%BA%C8%BA%C8%BA%C8%BAhttp:/", ""},
		{"https://a.example/i?u=https%3A%2F%2Fb.example%2F%FF%FF%FF%FF%FF%FFhttp:/harbour-bridge.jpg", "harbour-bridge"},
		{"https://a.example/\u212a\u212a\u212a/http:/b.example/harbour-bridge.jpg", "harbour-bridge"},
		{"https://a.example/", ""},
		{"", ""},
	} {
		if got := PictureName(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestPictureNameIsLinear(t *testing.T) {
	for _, s := range []string{"-100", "https%3a%2f%2f", "https%253a%252f%252f", "https:/", "_v16_9", ".jpg"} {
		PictureName("https://a.example/" + strings.Repeat(s, 1<<20))
		PictureName("https://a.example/" + strings.Repeat(s, 400))
	}
}

// FuzzPictureName: a name is one part of the path, long enough, in lower case, and
// the same for the picture in another size.
func FuzzPictureName(f *testing.F) {
	for _, s := range []string{"https://a.example/harbour-bridge.jpg", "https://a.example/x?u=https%3A%2F%2Fb.example%2Fharbour-bridge.png", "/a/b-c_d.E@~", "https:/http:/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		name := PictureName(s)
		if name == "" {
			return
		}
		if len(name) < minPictureName && !isNumber(name) || strings.Contains(name, "/") {
			t.Fatalf("%q: %q", s, name)
		}
		if !utf8.ValidString(name) || strings.ContainsAny(name, "%?#&=.") {
			return // what else an address may be
		}
		if got := PictureName("https://a.example/i/" + name + "-1024x683.jpg?w=600"); got != name {
			t.Fatalf("%q in another size: %q", name, got)
		}
	})
}
