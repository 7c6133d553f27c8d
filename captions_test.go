package newspage

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestCreditsAtTheEndOfCaptions(t *testing.T) {
	for _, c := range [][3]string{
		{"The bridge. Photo: Jane Roe", "The bridge.", "Jane Roe"},
		{"Nowy most. Fot. Ewa Lis", "Nowy most.", "Ewa Lis"},
		{"Nowy most. Fot.: Ewa Lis/PAP", "Nowy most.", "Ewa Lis/PAP"},
		{"新桥。图/新华社", "新桥。", "新华社"},
		{"橋。写真＝山田太郎", "橋。", "山田太郎"},
		{"The last cable (Jane Roe/Getty Images)", "The last cable", "Jane Roe/Getty Images"},
		{"The last cable. (AP Photo/Jane Roe, File)", "The last cable.", "AP Photo/Jane Roe, File"},
		{"The last cable. (Jane Roe / Associated Press)", "The last cable.", "Jane Roe / Associated Press"},
		{"In this file photo the bridge is new. (City Hall via AP, File)", "In this file photo the bridge is new.", "City Hall via AP, File"},
		{"Das letzte Seil. (Symbolfoto: picture alliance/dpa | Jan Roe)", "Das letzte Seil.", "picture alliance/dpa | Jan Roe"},
		{"Das letzte Seil. © picture alliance / Foto Roe | Foto Roe", "Das letzte Seil.", "picture alliance / Foto Roe | Foto Roe"},
		{"A garden by the bridge. Photograph by Jane Roe.", "A garden by the bridge.", "Jane Roe"},
		{"A garden by the bridge. Photograph courtesy of Harbour Gardens.", "A garden by the bridge.", "Harbour Gardens"},
		{"The last cable. (Photos by Jane Roe, left, and Jo Tran/Reuters)", "The last cable.", "Jane Roe, left, and Jo Tran/Reuters"},
		{"The last cable. Photo - Jane Roe.", "The last cable.", "Jane Roe"},
		{"The last cable.Credit: Harbour Office", "The last cable.", "Harbour Office"},
		{"The last cable. Jane Roe/Stringer/Getty Images", "The last cable.", "Jane Roe/Stringer/Getty Images"},
		{"The last cable. © Getty Images / iStock | Jane Roe", "The last cable.", "Getty Images / iStock | Jane Roe"},
		{"The last cable. Reuters, the agency, had asked", "The last cable. Reuters, the agency, had asked", ""},
		{"They met at the bridge. Jane Roe, mayor", "They met at the bridge. Jane Roe, mayor", ""},
		{"The minister on Friday. (Archivbild) © AP/dpa | Jane Roe", "The minister on Friday. (Archivbild)", "AP/dpa | Jane Roe"},
		{"The bridge. Hero image by Jane Roe", "The bridge.", "Jane Roe"},
		{"The bridge (left) and the ferry (right)", "The bridge (left) and the ferry (right)", ""},
		{"The bridge in winter (archive)", "The bridge in winter (archive)", ""},
		{"A photo by the bridge is what they wanted", "A photo by the bridge is what they wanted", ""},
		{"Getty Images/Jane Roe", "Getty Images/Jane Roe", ""},
		{"Look at the photo. Jane Roe stands left", "Look at the photo. Jane Roe stands left", ""},
		{"They met for a photo. Jane Roe", "They met for a photo. Jane Roe", ""},
	} {
		text, credit := splitCredit(c[0])
		assert.Equal(t, c[1], text, c[0])
		assert.Equal(t, c[2], cleanCredit(credit), c[0])
	}
}

func TestCaptionsAndCredits(t *testing.T) {
	const img = `<img src="/i/bridge.jpg" alt="">`
	for _, c := range []struct{ name, html, caption, credit string }{
		{"caption beside the figure", `<div><figure><a href="/i/bridge.jpg">` + img + `</a></figure><figcaption>The last cable. <span class="credit">Photo: Jo Tran</span></figcaption></div>`, "The last cable.", "Jo Tran"},
		{"paragraph in a picture's container", `<div class="image top">` + img + `<p>The last cable is hung on Friday over the harbour. (City Hall via AP)</p></div>`, "The last cable is hung on Friday over the harbour.", "City Hall via AP"},
		{"owner before the caption", `<figure>` + img + `<figcaption><span class="source">Jo Tran</span> <span class="caption">The last cable.</span></figcaption></figure>`, "The last cable.", "Jo Tran"},
		{"owner alone", `<figure>` + img + `<figcaption><span class="source">Jo Tran</span> <span class="caption"></span></figcaption></figure>`, "", "Jo Tran"},
		{"owner twice", `<figure>` + img + `<figcaption><span>The last cable. <span>- </span><span>Copyright </span><span class="image__credit">Jo Tran</span></span></figcaption><div class="image-copyright">Copyright Jo Tran</div></figure>`, "The last cable.", "Jo Tran"},
		{"owner in brackets", `<figure>` + img + `<figcaption><div>The last cable.</div><div class="credit">(Jo Tran / Associated Press)</div></figcaption></figure>`, "The last cable.", "Jo Tran / Associated Press"},
		{"owner in an element that is called so", `<figure>` + img + `<figcaption><div class="caption"><p>The last cable.</p></div><div class="attribution"><p>Jo Tran for Harbour Weekly</p></div></figcaption></figure>`, "The last cable.", "Jo Tran for Harbour Weekly"},
		{"owner before the caption, each a paragraph", `<figure>` + img + `<figcaption class="image-caption"><p class="image-credit">Jo Tran | Getty Images</p><p class="image-caption-text">The last cable.</p></figcaption></figure>`, "The last cable.", "Jo Tran | Getty Images"},
		{"comments within the texts", `<figure>` + img + `<figcaption>The last cable is hung on Friday.<small class="copyright">Photo:<!-- --> <!-- -->jo_tran/city hall</small></figcaption></figure>`, "The last cable is hung on Friday.", "jo_tran/city hall"},
		{"comments within the owner", `<figure>` + img + `<figcaption><span class="Credit-x1">Harbour Office<!-- --> | Jo Tran</span></figcaption></figure>`, "", "Harbour Office | Jo Tran"},
		{"a link that says Source alone", `<figure>` + img + `<figcaption><a href="https://other.example/"><em>Source</em></a></figcaption></figure>`, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []Image
			for _, b := range parseStory(t, storyPage(c.html, "")).Body {
				if b.Image != nil {
					got = append(got, *b.Image)
				}
			}
			assert.Equal(t, []Image{{URL: "https://news.example/i/bridge.jpg", Caption: c.caption, Credit: c.credit}}, got)
		})
	}
}

// FuzzCredits: a caption is parted, and nothing is made up: its text is the
// beginning of the caption, the credit stands in what follows.
func FuzzCredits(f *testing.F) {
	for _, s := range []string{"The bridge. Photo: Jane Roe", "The bridge (Jane Roe/Getty Images)", "新桥。图/新华社", "© x (AP Photo/", "a. Photo - .", "(", "a ©", "Photo by Jo."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = foldSpace(strings.ToValidUTF8(s, ""))
		text, credit := splitCredit(s)
		if !strings.HasPrefix(s, text) || !strings.Contains(s[len(text):], credit) {
			t.Fatalf("%q became %q and %q", s, text, credit)
		}
		if clean := cleanCredit(credit); !utf8.ValidString(text) || !utf8.ValidString(clean) || !strings.Contains(credit, clean) {
			t.Fatalf("%q became %q", credit, clean)
		}
	})
}
