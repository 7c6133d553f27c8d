package newspagetest

import (
	"fmt"
	"hash/fnv"
	"strings"
)

// This file writes what stands around an article.

func (b *builder) siteHeader(site string) {
	b.open("header")
	if b.theme.blog {
		b.put(b.as("h1", "site-title", link("/", site)), "\n")
	} else {
		b.put(`<a href="/"><img src="/static/logo.png" alt="`, esc(site), `"></a>`, "\n")
	}
	b.menu()
	if b.chance(2) {
		b.put(`<form action="/search"><input type="search" name="q"><button>Go</button></form>`, "\n")
	}
	b.shut("header")
}

func (b *builder) menu() {
	b.open("nav")
	b.put("<ul>")
	for i, m := range b.language.menu[:5+b.rng.IntN(4)] {
		b.put("<li>", link(fmt.Sprintf("/section/%d/", i), m), "</li>")
	}
	b.put("</ul>\n")
	b.shut("nav")
}

func (b *builder) ad() {
	switch b.rng.IntN(4) {
	case 0:
		b.in("ad", "<span>"+esc(b.advert)+"</span>")
	case 1:
		b.put(fmt.Sprintf(`<ins class="adsbygoogle" data-ad-slot="%d"></ins><script>(window.ads = window.ads || []).push({});</script>`, b.rng.IntN(1e6)), "\n")
	case 2:
		b.put(fmt.Sprintf(`<div id="div-gpt-ad-%d" class="ad-container"><p>%s</p><iframe src="https://ads.example/f?%d" width="300" height="250"></iframe></div>`, b.rng.IntN(1e6), esc(b.advert), b.rng.IntN(1e6)), "\n")
	default:
		b.put(fmt.Sprintf(`<div class="ad" id="slot-%d"></div>`, b.rng.IntN(1e6)), "\n")
	}
}

func (b *builder) shareBar() {
	b.open("share")
	for i, s := range b.share {
		if i == 0 {
			b.put("<span>", esc(s), "</span> ")
			continue
		}
		b.put(link(fmt.Sprintf("https://share.example/%d", i), s), " ")
	}
	b.shut("share")
}

func (b *builder) newsletter() {
	picture := ""
	if b.chance(3) {
		picture = `<img src="/static/letter-` + b.number() + `.png" alt="">`
	}
	b.in("newsletter", picture+"<p>"+esc(b.letter)+`</p><form action="/newsletter"><input type="email" name="e"><button>`+esc(b.signUp)+"</button></form>")
}

func (b *builder) cookieBanner() {
	b.in("cookies", "<p>"+esc(b.cookies)+"</p><button>"+esc(b.accept)+"</button>")
}

// prompt writes what asks the reader for an app or a subscription.
func (b *builder) prompt() {
	b.in("prompt", "<p>"+esc(b.expand(pick(b.rng, b.prompts)))+"</p>"+link("/app/", b.signUp))
}

// promotedList writes a list of paid links to other sites.
func (b *builder) promotedList() {
	b.open("promoted")
	b.put(b.as(pick(b.rng, []string{"h3", "h4", "div"}), "promoted-title", esc(pick(b.rng, b.promoted))), "\n")
	for _, i := range b.rng.Perm(len(b.lures))[:2+b.rng.IntN(3)] {
		title, host := b.expand(b.lures[i]), pick(b.rng, []string{"https://win.example/", "https://health-daily.example/go/"})
		b.put(`<div><a rel="sponsored nofollow" target="_blank" href="`, host, b.number(), `"><img src="https://cdn.ads.example/`, b.number(), `.jpg" alt=""><span>`, esc(title), "</span></a></div>\n")
	}
	b.shut("promoted")
}

// counts writes how long the article is, how many have read it, and the like.
func (b *builder) countsLine() {
	var all []string
	for _, i := range b.rng.Perm(len(b.counts))[:1+b.rng.IntN(3)] {
		all = append(all, "<span>"+esc(b.expand(b.counts[i]))+"</span>")
	}
	b.in("counts", strings.Join(all, " "))
}

// sitewideList writes a list of the whole site: latest, most read.
func (b *builder) sitewideList() {
	b.open("sitewide")
	tag := pick(b.rng, []string{"h2", "h3", "h4", "div"})
	b.put(b.as(tag, "sitewide-title", esc(pick(b.rng, b.sitewide))), "\n")
	cards := b.chance(3)
	if !cards {
		b.put("<ol>")
	}
	for range 3 + b.rng.IntN(4) {
		title := b.teaserHeadline()
		address := b.address(title)
		if cards {
			b.put(`<div><a href="`, address, `"><img src="/media/`, b.number(), `.jpg" alt=""></a><h4>`, link(address, title), "</h4></div>\n")
			continue
		}
		b.put("<li>", link(address, title), "</li>\n")
	}
	if !cards {
		b.put("</ol>\n")
	}
	b.shut("sitewide")
}

func (b *builder) commentSection() {
	n := b.rng.IntN(5)
	b.open("comments")
	b.put(fmt.Sprintf("<h3>%s (%d)</h3>\n", esc(b.comments), n))
	for range n {
		b.open("comment")
		said := b.expand(pick(b.rng, b.remarks))
		for b.chance(2) {
			said += b.space() + b.expand(pick(b.rng, b.sentences))
		}
		b.put("<b>", esc(b.person().name), "</b> <p>", esc(said), `</p><a href="#reply">`, esc(b.reply), "</a>\n")
		b.shut("comment")
	}
	b.put(`<form><textarea name="c"></textarea><button>`, esc(b.reply), "</button></form>\n")
	b.shut("comments")
}

// ticker writes moving headlines or prices over the page.
func (b *builder) ticker() {
	b.open("ticker")
	for range 3 {
		title := b.teaserHeadline()
		b.put("<span>", link(b.address(title), title), "</span> ")
	}
	b.put("<span>+", fmt.Sprintf("%d%s%d", b.rng.IntN(9), b.comma, b.rng.IntN(99)), " %</span>\n")
	b.shut("ticker")
}

// dialog writes a box that lies over the page until it is shut.
func (b *builder) dialog() {
	b.put(`<div role="dialog" aria-modal="true"`, b.attr("dialog"), "><h2>", esc(b.signUp), "</h2><p>", esc(b.expand(pick(b.rng, b.prompts))), `</p><input type="email"><button aria-label="close">×</button></div>`, "\n")
}

// pagination writes links to the pages of a long list or article.
func (b *builder) pagination() {
	b.put("<nav", b.attr("pagination"), ">")
	for i := range 3 + b.rng.IntN(3) {
		b.put(link(fmt.Sprintf("/page/%d", i+1), fmt.Sprint(i+1)), " ")
	}
	b.put("</nav>\n")
}

func (b *builder) siteFooter(site string) {
	b.open("footer")
	b.put("<ul>")
	for i, s := range b.about {
		b.put("<li>", link(fmt.Sprintf("/page/%d", i), s), "</li>")
	}
	b.put("</ul>")
	if b.chance(3) {
		b.put("<p>", esc(b.cookies), " ", esc(b.letter), "</p>")
	}
	b.put("<p>© 2025 ", esc(site), ". ", esc(b.rights), "</p>\n")
	b.shut("footer")
}

// number makes up an identifier.
func (b *builder) number() string { return fmt.Sprint(10000 + b.rng.IntN(900000)) }

// address makes up the path of an article.
func (b *builder) address(title string) string {
	return "/" + pick(b.rng, []string{"news", "2025/06", "a", "region"}) + "/" + slug(title) + "-" + b.number() + pick(b.rng, []string{"", "/", ".html"})
}

var plainLetters = strings.NewReplacer("å", "a", "Å", "a", "ã", "a", "õ", "o", "ą", "a", "ć", "c", "ę", "e", "ł", "l", "Ł", "l", "ń", "n", "ś", "s", "Ś", "s", "ź", "z", "ż", "z", "Ż", "z", "ğ", "g", "ı", "i", "İ", "i", "ş", "s", "Ş", "s", "Ç", "c",
	"ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "é", "e", "è", "e", "ê", "e", "á", "a", "à", "a", "â", "a", "í", "i", "ó", "o", "ú", "u", "ñ", "n", "ç", "c", "î", "i", "ï", "i", "ô", "o", "û", "u", "ù", "u", "ë", "e", "œ", "oe", "Ó", "o", "Á", "a", "Ö", "oe", "É", "e", "À", "a", "ì", "i", "ò", "o",
	"а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "ё", "e", "ж", "zh", "з", "z", "и", "i", "й", "i", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "yu", "я", "ya",
	"А", "a", "Б", "b", "В", "v", "Г", "g", "Д", "d", "Е", "e", "Ё", "e", "Ж", "zh", "З", "z", "И", "i", "Й", "i", "К", "k", "Л", "l", "М", "m", "Н", "n", "О", "o", "П", "p", "Р", "r", "С", "s", "Т", "t", "У", "u", "Ф", "f", "Х", "kh", "Ц", "ts", "Ч", "ch", "Ш", "sh", "Щ", "shch", "Ъ", "", "Ы", "y", "Ь", "", "Э", "e", "Ю", "yu", "Я", "ya")

// slug is a title as it stands in an address; a number where the title has none of its letters.
func slug(title string) string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(plainLetters.Replace(title)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) {
		if len(words) < 8 {
			words = append(words, w)
		}
	}
	if words == nil {
		h := fnv.New32a()
		h.Write([]byte(title))
		return fmt.Sprint("n", h.Sum32())
	}
	return strings.Join(words, "-")
}
