package weburl

import (
	"strings"
	"testing"
)

func TestStripTracking(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"https://a.example/x", "https://a.example/x"},
		{"https://a.example/x#f?utm_source=y", "https://a.example/x"},
		{"https://a.example/x?b=2&a=1&&c", "https://a.example/x?b=2&a=1&&c"},
		{"https://a.example/x?", "https://a.example/x?"},
		{"https://a.example/x?utm_source=y", "https://a.example/x"},
		{"https://a.example/x?utm_source=y&utm_medium=z#f", "https://a.example/x"},
		{"https://a.example/x?b=%zz&UTM_Source=y&a=1&fbclid=2", "https://a.example/x?b=%zz&a=1"},
		{"https://a.example/x?id=1&amp;utm_source=y", "https://a.example/x?id=1"},
		{"https://a.example/x?gclid=1&dclid=2&msclkid=3&yclid=4&igshid=5&_ga=6&mc_cid=7&mc_eid=8&cmpid=9", "https://a.example/x"},
		{"https://a.example/x?wt_mc=1&WT.mc_id=2&ns_source=3&at_medium=4&at_campaign=5&q=6", "https://a.example/x?q=6"},
		{"https://a.example/x?at_home=1&at_medium=2", "https://a.example/x?at_home=1"},
		{"https://a.example/x?gclidx=1&xutm_source=2&cmpids=3&ref=4&cid=5", "https://a.example/x?gclidx=1&xutm_source=2&cmpids=3&ref=4&cid=5"},
		{"https://a.example/x?next=utm_source", "https://a.example/x?next=utm_source"},
		{"https://a.example/utm_source=1", "https://a.example/utm_source=1"},
	} {
		if got := StripTracking(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestKeyEqual(t *testing.T) {
	const want = "example.org/news/story"
	for _, s := range []string{
		"https://example.org/news/story",
		"http://WWW.Example.org/news/story/",
		"https://m.example.org/news/story#comments",
		"https://amp.example.org/news/story",
		"https://www.m.example.org/news/story",
		"//example.org/news/story/index.html",
		"https://example.org/news/story/amp",
		"https://example.org/news/story/amp/?utm_source=x",
		"https://example.org/news/story?amp=1&fbclid=2",
		"https://example.org:443/news/story?",
		"http://example.org:80/news/story",
		"https://user@example.org./news/%73tory",
	} {
		if got := Key(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for _, s := range [][2]string{
		{"https://a.example/é?q=ü", "https://a.example/%c3%a9?q=%C3%BC"},
		{"https://a.example/a b", "https://a.example/a%20b"},
		{"https://a.example", "https://a.example/index.php"},
	} {
		if Key(s[0]) != Key(s[1]) {
			t.Errorf("%q: %q; %q: %q", s[0], Key(s[0]), s[1], Key(s[1]))
		}
	}
}

func TestKeyDiffers(t *testing.T) {
	for _, s := range [][2]string{
		{"https://a.example/x", "https://a.example/y"},
		{"https://a.example/x", "https://a.example/X"},
		{"https://a.example/x", "https://b.example/x"},
		{"https://a.example/x", "https://a.example:8080/x"},
		{"http://a.example:443/x", "https://a.example/x"},
		{"https://a.example/x?id=1", "https://a.example/x?id=2"},
		{"https://a.example/x?id=1", "https://a.example/x"},
		{"https://a.example/x%2Fy", "https://a.example/x/y"},
		{"https://a.example/camp", "https://a.example/c"},
		{"https://m.example/x", "https://example/x"},
		{"https://www.co.uk/x", "https://co.uk/x"},
	} {
		if Key(s[0]) == Key(s[1]) {
			t.Errorf("%q and %q: both %q", s[0], s[1], Key(s[0]))
		}
	}
}

func TestHost(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://WWW.Example.org:8080/x@y", "www.example.org"},
		{"https://user:pw@example.org.", "example.org"},
		{"//example.org/x", "example.org"},
		{"http://[::1]:80/", "::1"},
		{"/x", ""},
		{"mailto:a@b.example", ""},
		{"", ""},
	} {
		if got := Host(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestLabel(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://news.Ledger.co.uk/a", "ledger"},
		{"https://ledger.example/a", "ledger"},
		{"https://a.github.io/b", "a"},
		{"https://co.uk/a", ""},
		{"http://localhost/a", ""},
		{"http://127.0.0.1/a", ""},
		{"http://[::1]:80/", ""},
		{"/a", ""},
		{"", ""},
	} {
		if got := Label(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSameSite(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"https://www.a.com/x", "http://news.a.com/y", true},
		{"https://a.com", "https://b.com", false},
		{"https://a.co.uk", "https://b.co.uk", false},
		{"https://x.a.co.uk", "https://a.co.uk", true},
		{"https://co.uk", "https://a.co.uk", false},
		{"https://a.github.io", "https://b.github.io", false},
		{"http://127.0.0.1/x", "http://127.0.0.1:81/y", true},
		{"http://10.0.0.1", "http://11.0.0.1", false},
		{"http://localhost", "http://localhost", true},
		{"", "", false},
		{"/x", "/x", false},
	} {
		if got := SameSite(c.a, c.b); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}

func TestKeyLinear(t *testing.T) {
	for _, s := range []string{"www.", "/amp", "&utm_x=1", "%", "/.."} {
		Key("https://" + strings.Repeat(s, 1<<20))
		Key("https://a.example/?" + strings.Repeat(s, 1<<20))
		Base{}.Resolve("https://a.example" + strings.Repeat(s, 1<<20))
	}
}
