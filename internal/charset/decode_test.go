package charset

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// encoded writes s in a charset.
func encoded(t testing.TB, charset, s string) string {
	t.Helper()
	enc, err := htmlindex.Get(charset)
	if err != nil {
		t.Fatal(err)
	}
	out, err := enc.NewEncoder().String(s)
	if err != nil {
		t.Fatalf("%s cannot write %q: %v", charset, s, err)
	}
	return out
}

// legacy are sentences as pages of their time were written.
var legacy = []struct{ charset, text string }{
	{"windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy"},
	{"windows-1251", "Правительство утвердило новый бюджет"},
	{"windows-1252", "“Très sûr” – dit le président à 5 €"},
	{"windows-1253", "Η κυβέρνηση ανακοίνωσε νέα μέτρα"},
	{"windows-1254", "Türkiye'de seçim günü açıklandı"},
	{"windows-1255", "הממשלה אישרה את התקציב"},
	{"windows-1256", "وافقت الحكومة على الميزانية"},
	{"windows-1257", "Valdība apstiprināja budžetu"},
	{"windows-1258", "Đà năng"},
	{"windows-874", "รัฐบาลอนุมัติงบประมาณ"},
	{"iso-8859-2", "Rząd przyjął budżet"},
	{"iso-8859-5", "Влада је усвојила буџет"},
	{"iso-8859-7", "Η κυβέρνηση ανακοίνωσε"},
	{"iso-8859-15", "Le coût : 5 € à l’œil"[:len("Le coût : 5 € à l")]},
	{"koi8-r", "Правительство утвердило бюджет"},
	{"koi8-u", "Уряд затвердив бюджет, її ґанок"},
	{"macintosh", "Größe: “à la carte”"},
	{"shift_jis", "政府は新しい予算を承認しました"},
	{"euc-jp", "政府は新しい予算を承認しました"},
	{"iso-2022-jp", "政府は新しい予算を承認しました"},
	{"euc-kr", "정부가 새로운 예산을 승인했다"},
	{"gbk", "政府批准了新的预算"},
	{"gb18030", "政府批准了新的预算 𠀀"},
	{"big5", "政府批准了新的預算"},
}

func TestDecodeLegacy(t *testing.T) {
	for _, c := range legacy {
		body := encoded(t, c.charset, "<p>"+c.text+"</p>")
		want := "<p>" + c.text + "</p>"
		late := `<html><head><script>` + strings.Repeat("var x;", 5000) + `</script>`
		for name, page := range map[string]struct{ head, header string }{
			"header":   {"", "text/html; charset=" + c.charset},
			"meta":     {`<meta charset="` + c.charset + `">`, ""},
			"pragma":   {`<META content='text/html; charset=` + c.charset + `' HTTP-EQUIV=Content-Type>`, ""},
			"late":     {late + `<meta charset=` + c.charset + `>`, "text/html"},
			"xml":      {`<?xml version="1.0" encoding="` + c.charset + `"?><html>`, ""},
			"overrule": {`<meta charset=utf-8>`, `text/html;Charset="` + strings.ToUpper(c.charset) + `"`},
		} {
			text, got, err := decode([]byte(page.head+body), page.header)
			if err != nil || got != c.charset || string(text) != page.head+want {
				t.Errorf("%s by %s: %s, %v, …%q", c.charset, name, got, err, text[max(0, len(text)-120):])
			}
		}
	}
}

func TestDecodeUTF16(t *testing.T) {
	const page = `<!DOCTYPE html><html><head><meta charset="utf-16"><title>Größe</title></head><p>政府は 𠀀</p>`
	for _, name := range []string{"utf-16le", "utf-16be"} {
		raw := encoded(t, name, page)
		mark := encoded(t, name, "\uFEFF")
		for what, in := range map[string]string{"mark": mark + raw, "pattern": raw} {
			text, got, err := decode([]byte(in), "text/html")
			if err != nil || got != name || string(text) != page {
				t.Errorf("%s by %s: %s, %v, %q", name, what, got, err, text)
			}
		}
		if text, got, _ := decode([]byte(mark+raw), "text/html; charset=windows-1252"); got != name || string(text) != page {
			t.Errorf("%s: a mark does not overrule the header: %s", name, got)
		}
		if text, _, _ := decode([]byte(raw+"\x00"), ""); !strings.HasPrefix(string(text), page) {
			t.Errorf("%s: an odd byte spoils the page: %q", name, text)
		}
	}
	if text, _, err := decode([]byte("\xFF\xFE\x00\xD8a\x00"), ""); err != nil || string(text) != "\uFFFDa" {
		t.Errorf("lone surrogate: %q, %v", text, err)
	}
}

func TestDecodeRule(t *testing.T) {
	many := strings.Repeat("é", 20)
	for _, c := range []struct{ about, in, header, name, want string }{
		{"nothing", "", "", "windows-1252", ""},
		{"ASCII", "<p>a", "", "windows-1252", "<p>a"},
		{"UTF-8 mark", "\xEF\xBB\xBFa", "text/html; charset=koi8-r", "utf-8", "a"},
		{"UTF-8 mark, bad byte", "\xEF\xBB\xBFa\xE9b", "", "utf-8", "a\uFFFDb"},
		{"header before valid UTF-8", "é", "text/html; charset=iso-8859-1", "windows-1252", "Ã©"},
		{"header, latin-1 bytes", "a\xE9b", "text/html; charset=utf-8", "utf-8", "a\uFFFDb"},
		{"header of no charset known", "é", "text/html; charset=ansi-x", "utf-8", "é"},
		{"header of the replacement", "é", "text/html; charset=iso-2022-kr", "utf-8", "é"},
		{"header without a charset", "é", "charset text/html", "utf-8", "é"},
		{"header, quote never closed", "é", `text/html; charset="koi8-r`, "utf-8", "é"},
		{"header, space around", "\xC1", "text/html; charset = koi8-r ; x=y", "koi8-r", "а"},
		{"header, charset twice", "\xC1", "text/html; charset; charset=koi8-r", "koi8-r", "а"},
		{"UTF-8 that declares latin-1", "<meta charset=iso-8859-1>é", "", "utf-8", "<meta charset=iso-8859-1>é"},
		{"one bad byte in twenty", "<meta charset=koi8-r>" + many + "\xFF", "", "utf-8", "<meta charset=koi8-r>" + many + "\uFFFD"},
		{"two bad bytes in twenty", many + "\xFF\xFF", "", "windows-1252", strings.Repeat("Ã©", 20) + "ÿÿ"},
		{"one bad byte in nineteen", many[2:] + "\xFF", "", "windows-1252", strings.Repeat("Ã©", 19) + "ÿ"},
		{"cut inside a character", "é\xE6\x94", "", "utf-8", "é\uFFFD"},
		{"latin-1 that ends in an accent", "caf\xE9", "", "windows-1252", "café"},
		{"meta says UTF-16", "<meta charset=utf-16>a\xE9b", "", "utf-8", "<meta charset=utf-16>a\uFFFDb"},
		{"meta says user-defined", "<meta charset=x-user-defined>\xE9", "", "windows-1252", "<meta charset=x-user-defined>é"},
		{"Latin words declared Shift_JIS stay so", "caf\xE9 \xFF", "text/html; charset=shift_jis", "shift_jis", "caf\uFFFD \uFFFD"},
		{"Latin words declared Big5 stay so", "<meta charset=big5>\xE9 ", "", "big5", "<meta charset=big5>\uFFFD "},
		{"four bytes of GB18030 declared GB2312", "<meta charset=gb2312>\x95\x32\x82\x36", "", "gbk", "<meta charset=gb2312>𠀀"},
		{"all NUL", "\x00\x00\x00\x00", "", "windows-1252", "\x00\x00\x00\x00"},
	} {
		text, name, err := decode([]byte(c.in), c.header)
		if err != nil || name != c.name || string(text) != c.want {
			t.Errorf("%s: %s, %q, %v; want %s, %q", c.about, name, text, err, c.name, c.want)
		}
	}
}

func TestDeclared(t *testing.T) {
	pad := strings.Repeat(" ", prescanBytes)
	for _, c := range []struct{ in, want string }{
		{`<meta charset="koi8-r">`, "koi8-r"},
		{`<meta charset='koi8-r'/>`, "koi8-r"},
		{`<meta charset=koi8-r>`, "koi8-r"},
		{`<meta charset = koi8-r >`, "koi8-r"},
		{`<meta/charset=" KOI8-R ">`, "koi8-r"},
		{"<meta\n\tname=x\n\tcharset\n=\nkoi8-r\n>", "koi8-r"},
		{`<meta charset=koi8-r charset=big5>`, "koi8-r"},
		{`<meta charset=nonsense><meta charset=koi8-r>`, "koi8-r"},
		{`<meta http-equiv=content-type content="text/html;charset=koi8-r">`, "koi8-r"},
		{`<meta content="text/html; charset='koi8-r'" http-equiv="Content-Type">`, "koi8-r"},
		{`<meta content="text/html; charset=koi8-r">`, ""},
		{`<meta name=description content="charset=koi8-r">`, ""},
		{`<metadata charset=koi8-r>`, ""},
		{`<!-- <meta charset=big5> --><meta charset=koi8-r>`, "koi8-r"},
		{`<!--><meta charset=koi8-r>-->`, "koi8-r"},
		{`<!-- <meta charset=big5>`, ""},
		{`<!DOCTYPE html "<meta"><meta charset=koi8-r>`, "koi8-r"},
		{`<a title="<meta charset=big5>"><meta charset=koi8-r>`, "koi8-r"},
		{`</a title="<meta charset=big5>"><meta charset=koi8-r>`, "koi8-r"},
		{`<script>w('<meta charset=big5>')</SCRIPT><meta charset=koi8-r>`, "koi8-r"},
		{`<title><meta charset=big5></title><meta charset=koi8-r>`, "koi8-r"},
		{`<title>never closed <meta charset=koi8-r>`, "koi8-r"},
		{`<?xml version='1.0' encoding='koi8-r'?>`, "koi8-r"},
		{`<?xml version="1.0" encoding = koi8-r?>`, "koi8-r"},
		{"\n<?xml encoding=\"big5\"?><meta charset=koi8-r>", "koi8-r"},
		{`<?xml encoding="utf-16"?>`, "utf-8"},
		{`<?xml version="1.0"?><p encoding="koi8-r">`, ""},
		{`<p><?xml encoding="koi8-r"?>`, ""},
		{pad[:len(pad)-len(`<meta charset=koi8-r>`)] + `<meta charset=koi8-r>`, "koi8-r"},
		{pad + `<meta charset=koi8-r>`, ""},
		{`<meta charset="koi8-r`, "koi8-r"},
		{`<meta charset=`, ""},
		{`<meta`, ""},
		{`<`, ""},
	} {
		if got := declared([]byte(c.in)); got != c.want {
			t.Errorf("%.80q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestDecodeNoCopy(t *testing.T) {
	for _, in := range []string{"<p>plain", "<p>é", "\xEF\xBB\xBFé"} {
		data := []byte(in)
		text, _, _ := decode(data, "")
		if &text[len(text)-1] != &data[len(data)-1] {
			t.Errorf("%q was copied", in)
		}
	}
}

func TestDecodeLinear(t *testing.T) {
	for _, s := range []string{"<script>", "<!--", "<meta ", "<title><style><textarea>", "<meta a=", "\xFF", "é\xFF"} {
		in := []byte(strings.Repeat(s, 4<<20/len(s)))
		if text, _, err := decode(in, ""); err != nil || !utf8.Valid(text) {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func BenchmarkDeclared(b *testing.B) {
	in := bytes.Repeat([]byte("<script>"), prescanBytes/8)
	for b.Loop() {
		declared(in)
	}
}

// Plain ASCII is the same text whatever a page declares; what shifts the meaning of bytes is not plain.
func TestPlain(t *testing.T) {
	for _, label := range []string{"utf-8", "iso-2022-jp", "shift_jis", "euc-kr", "gb18030", "big5", "koi8-r", "utf-16", "x-user-defined", "hz-gb-2312", "no charset"} {
		for _, body := range []string{"a plain \\ ~ text", "a \x1b$B\x38\x21\x1b(B text", "shifted \x0e8!\x0f", "a\x00b", "no \xe9 ASCII"} {
			page := []byte("<meta charset=" + label + "><p>" + body)
			want, _, _ := decode(page, "")
			if got, err := Decode(page, ""); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s: %q, %v, want %q", label, got, err, want)
			}
		}
	}
	if got, err := Decode([]byte("a\x00b\x00"), "text/html; charset=utf-16le"); err != nil || string(got) != "ab" {
		t.Errorf("%q, %v", got, err)
	}
	if got, err := Decode([]byte("<p>ab"), "text/html; charset=utf-16le"); err != nil || string(got) == "<p>ab" {
		t.Errorf("the header counts even where the bytes speak against it: %q, %v", got, err)
	}
}

func FuzzCharset(f *testing.F) {
	for _, c := range legacy {
		f.Add([]byte(`<meta charset=`+c.charset+`>`+encoded(f, c.charset, c.text)), "")
		f.Add([]byte(encoded(f, c.charset, c.text)), "text/html; charset="+c.charset)
	}
	f.Add([]byte("\xFF\xFEa\x00\x00\xD8"), "")
	f.Add([]byte("<\x00p\x00>\x00"), `text/html; charset="utf-16be"`)
	f.Add([]byte("\x1B$B\x7F\xFF\x1B(B"), "text/html; charset=iso-2022-jp")
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		kept := bytes.Clone(data)
		text, name, err := decode(data, contentType)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !utf8.Valid(text) {
			t.Fatalf("%s: not UTF-8: %q", name, text)
		}
		if !bytes.Equal(kept, data) {
			t.Fatal("the input was changed")
		}
		again, same, _ := decode(data, contentType)
		if same != name || !bytes.Equal(again, text) {
			t.Fatal("the second result differs")
		}
		if text2, err := Decode(data, contentType); err != nil || !bytes.Equal(text2, text) {
			t.Fatalf("Decode: %q, %v, not %q", text2, err, text)
		}
		Sniff(data)
		checkKept(t, data)
	})
}

// checkKept: UTF-8 that is more than ASCII is returned as it is, without its mark.
func checkKept(t *testing.T, data []byte) {
	if !utf8.Valid(data) || isASCII(data) {
		return
	}
	want := bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if text, name, _ := decode(data, ""); name != "utf-8" || !bytes.Equal(text, want) {
		t.Fatalf("%s: %q became %q", name, data, text)
	}
}
