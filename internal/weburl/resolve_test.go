package weburl

import (
	"net/url"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func mustParse(t testing.TB, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestResolve(t *testing.T) {
	b := NewBase(mustParse(t, "https://www.example.org/news/2025/story.html?page=2#top"), "")
	long := strings.Repeat("a", MaxLength)
	for _, c := range []struct{ ref, want string }{
		// Absolute, as they are.
		{"https://a.example/x?y=1&z=[2]|{3}#f", "https://a.example/x?y=1&z=[2]|{3}#f"},
		{"http://a.example", "http://a.example"},
		{"https://a.example/%C3%A9%20", "https://a.example/%C3%A9%20"},
		{"https://a.example/.well-known/x", "https://a.example/.well-known/x"},
		{"https://a.example/a@b:c", "https://a.example/a@b:c"},
		// Relative.
		{"/x", "https://www.example.org/x"},
		{"/", "https://www.example.org/"},
		{"/x?a=..#/./", "https://www.example.org/x?a=..#/./"},
		{`/\cdn.example/x`, "https://cdn.example/x"},
		{"other.html", "https://www.example.org/news/2025/other.html"},
		{"../a/./b/", "https://www.example.org/news/a/b/"},
		{"..", "https://www.example.org/news/"},
		{"../../../../x", "https://www.example.org/x"},
		{"/a/../../x", "https://www.example.org/x"},
		{"?page=3", "https://www.example.org/news/2025/story.html?page=3"},
		{"//cdn.example/x", "https://cdn.example/x"},
		{`\\cdn.example\x?a\b`, `https://cdn.example/x?a\b`},
		{"x?a=../b#/../c", "https://www.example.org/news/2025/x?a=../b#/../c"},
		{"/.//evil.example", "https://www.example.org//evil.example"},
		// Cleaned.
		{" \n https://a.example/x\t\u00A0", "https://a.example/x"},
		{"ht\ntps://a.exa\tmple/x", "https://a.example/x"},
		{"HTTPS://A.Example/X", "https://a.example/X"},
		{"https://a.example/a b", "https://a.example/a%20b"},
		{"https://a.example/100%", "https://a.example/100%25"},
		{"https://a.example/%zz?%4", "https://a.example/%25zz?%254"},
		{"https://a.example/\"<>`", "https://a.example/%22%3C%3E%60"},
		{"https://a.example/é?q=ü#ß", "https://a.example/%C3%A9?q=%C3%BC#%C3%9F"},
		{"https://a.example/\u202Egnp.exe\u2066", "https://a.example/gnp.exe"},
		{"https://user:pw@a.example/x", "https://a.example/x"},
		{"https://good.example@a.example", "https://a.example"},
		{"https://a@b@a.example/x", "https://a.example/x"},
		{`https://good.example\@a.example`, "https://good.example/@a.example"},
		{"https://a.example:/x", "https://a.example/x"},
		{"https://a.example:8443/x", "https://a.example:8443/x"},
		{"https://a.example./x", "https://a.example./x"},
		{"https://a_b.example/x", "https://a_b.example/x"},
		{"https://münchen.example/x", "https://münchen.example/x"},
		{"https://例え.テスト/x", "https://例え.テスト/x"},
		{"https://a.example/../x/..", "https://a.example/"},
		{"https://a.example?x", "https://a.example?x"},
		{"http://127.0.0.1:8080/", "http://127.0.0.1:8080/"},
		{"http://[::1]:8080/", "http://[::1]:8080/"},
		{"http://localhost/x", "http://localhost/x"},
		// None.
		{"", ""},
		{" \t", ""},
		{"#", ""},
		{" #comments", ""},
		{"\u202E#x", ""},
		{"javascript:void(0)", ""},
		{"JaVa\tScRiPt:alert(1)", ""},
		{"\x01javascript:alert(1)", ""},
		{"data:text/html,x", ""},
		{"blob:https://a.example/1", ""},
		{"mailto:a@b.example", ""},
		{"tel:+49", ""},
		{"ftp://a.example/x", ""},
		{"http:x", ""},
		{"https:///x", ""},
		{"https://", ""},
		{"https://user@/x", ""},
		{"https://a b.example/", ""},
		{"https://a%41.example/", ""},
		{"https://a..example/", ""},
		{"https://.example/", ""},
		{"https://intranet/", ""},
		{"http://http://a.example/", ""},
		{"https://a.example:99999/", ""},
		{"https://a.example:0/", ""},
		{"https://a.example:8a/", ""},
		{"//user:pw@evil:99999/", ""},
		{"http://[::1", ""},
		{"http://[", ""},
		{"http://[::1]x/", ""},
		{"http://[fe80::1%25en0]/", ""},
		{"http://1.2.3/", ""},
		{"http://1.2.3.400/", ""},
		{"https://a\u200B.example/", ""},
		{"https://a\uFFFD.example/", ""},
		{"https://" + strings.Repeat("a", 64) + ".example/", ""},
		{"https://a." + strings.Repeat("a", 64) + "/", ""},
		{"https://a.example/" + long, ""},
		{"/" + strings.Repeat("é", MaxLength/4), ""},
		{strings.Repeat(" ", 1<<20) + "/x", "https://www.example.org/x"},
	} {
		if got := b.Resolve(c.ref); got != c.want {
			t.Errorf("%.80q: %.120q, want %q", c.ref, got, c.want)
		}
	}
}

func TestNewBase(t *testing.T) {
	page := mustParse(t, "http://user:pw@intranet:8080/a/b?c")
	for _, c := range []struct {
		page *url.URL
		href string
		ref  string
		want string
	}{
		{nil, "", "x", ""},
		{nil, "", "/x", ""},
		{nil, "", "?x", ""},
		{nil, "", "//a.example/x", ""},
		{nil, "", "https://a.example/x", "https://a.example/x"},
		{nil, "/dir/", "x", ""},
		{nil, "https://a.example", "x", "https://a.example/x"},
		{nil, "https://a.example/dir/", "x", "https://a.example/dir/x"},
		{page, "", "x", "http://intranet:8080/a/x"},
		{page, "", "http://intranet/x", "http://intranet/x"},
		{page, "", "http://other/x", ""},
		{page, "/dir/", "x", "http://intranet:8080/dir/x"},
		{page, "https://a.example/dir/", "x", "https://a.example/dir/x"},
		{page, "javascript:alert(1)", "x", "http://intranet:8080/a/x"},
		{page, "data:text/html,", "x", "http://intranet:8080/a/x"},
		{page, "#", "x", "http://intranet:8080/a/x"},
		{mustParse(t, "file:///tmp/page.html"), "", "x", ""},
		{mustParse(t, "/relative"), "", "x", ""},
		{&url.URL{}, "", "x", ""},
		{&url.URL{Scheme: "https", Host: "a b"}, "", "x", ""},
	} {
		if got := NewBase(c.page, c.href).Resolve(c.ref); got != c.want {
			t.Errorf("%v, %q, %q: %q, want %q", c.page, c.href, c.ref, got, c.want)
		}
	}
	if page.User == nil {
		t.Error("the page's address was changed")
	}
}

// strict fails where an address is not one that the package promises.
func strict(t *testing.T, abs string) {
	t.Helper()
	u, err := url.Parse(abs)
	if err != nil {
		t.Fatalf("%q: %v", abs, err)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil || u.Opaque != "" {
		t.Fatalf("%q: scheme, host or user: %#v", abs, u)
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
			t.Fatalf("%q: port %q", abs, port)
		}
	}
	if len(abs) > MaxLength || !utf8.ValidString(abs) {
		t.Fatalf("%q: length or UTF-8", abs)
	}
	for _, r := range abs {
		if unicode.IsControl(r) || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			t.Fatalf("%q: has %U", abs, r)
		}
	}
}

func FuzzURL(f *testing.F) {
	for _, s := range []string{
		"https://a.example/x?utm_source=y&z=1#f", "../a/./b", "//user:pw@evil:99999/", "http://[::1", "%zz",
		"JaVa\tScRiPt:x", "\u202Ehttps://a.example/\u2066", "?utm_x=1&&a", "/.//x", `\\a.example\..\x`, "https://www.m.a.example:443/index.html/amp/",
		"http://a@b@c.example", "https://münchen.example/ü", "x:y", "http://h?p\u212A_kwd=1",
	} {
		f.Add(s, "https://www.example.org/news/story")
		f.Add("x", s)
	}
	f.Fuzz(func(t *testing.T, ref, page string) {
		u, _ := url.Parse(page)
		b := NewBase(u, "")
		for _, base := range []Base{{}, b, NewBase(u, ref)} {
			checkResolve(t, base, ref)
		}
		for _, s := range []string{ref, page} {
			checkCompare(t, s)
		}
	})
}

func checkResolve(t *testing.T, b Base, ref string) {
	abs := b.Resolve(ref)
	if abs == "" {
		return
	}
	strict(t, abs)
	if again := b.Resolve(abs); again != abs {
		t.Fatalf("%q: %q, then %q", ref, abs, again)
	}
	if Host(abs) == "" || !SameSite(abs, abs) || Key(abs) == "" {
		t.Fatalf("%q: host %q, key %q", abs, Host(abs), Key(abs))
	}
	// The short ways and the long one agree.
	if b.plainRooted(ref) && b.join(clean(ref)) != abs {
		t.Fatalf("%q is plain, but resolves to %q", ref, b.join(clean(ref)))
	}
	if plainAbsolute(abs) && b.join(clean(abs)) != abs {
		t.Fatalf("%q is plain, but resolves to %q", abs, b.join(clean(abs)))
	}
	if stripped := StripTracking(abs); stripped != "" {
		strict(t, stripped)
	}
}

func checkCompare(t *testing.T, s string) {
	stripped := StripTracking(s)
	if StripTracking(stripped) != stripped {
		t.Fatalf("%q: stripped %q, then %q", s, stripped, StripTracking(stripped))
	}
	if Key(stripped) != Key(s) {
		t.Fatalf("%q: key %q, stripped %q", s, Key(s), Key(stripped))
	}
	if SameSite(s, stripped) != (Host(s) != "") {
		t.Fatalf("%q: stripped of its site", s)
	}
	IsPlaceholder(s)
}

func BenchmarkResolve(b *testing.B) {
	page, _ := url.Parse("https://www.example.org/news/2025/story.html")
	base := NewBase(page, "")
	for name, ref := range map[string]string{
		"absolute": "https://www.example.org/news/2025/06/14/a-story-of-some-length-with-words-123456.html?id=1",
		"rooted":   "/news/2025/06/14/a-story-of-some-length-with-words-123456.html?id=1",
		"spaces":   "https://www.example.org/news/2025/a story of some length.html",
		"script":   "javascript:void(0)",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				base.Resolve(ref)
			}
		})
	}
}
