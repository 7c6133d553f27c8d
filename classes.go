package newspage

import "github.com/newspage-go/newspage/internal/lookup"

// This file knows what the words in class and id attributes mean. Publishers
// invent the names, but they build them from the same few English words; a
// name is cut into its words and each is looked up. It is data and its reader.

// marks is a set of meanings of class names.
type marks uint64

const (
	markArticle marks = 1 << iota
	markBody
	markHeadline
	markStandfirst
	markKicker
	markByline
	markDate
	markCaption
	markCredit
	markQuote
	markPull
	markSocial // an embedded social post
	markRelated
	markCard
	markPopular // lists that are the same on every page: trending, latest, most read
	markShare
	markPromo // newsletter, subscription, app
	markAd
	markSponsored
	markComment
	markTags
	markNav
	markFooter
	markHeader
	markSidebar
	markMeta
	markHidden
	markConsent
	markGallery
	markPaywall
	markTool
	markWidget
	markLive
	markSource
	markSummary
	markButton
	markList
	markImage
	markVideo
	markAudio
	markProduct
	markBox
	markAuthorBox
	markLead
	markCounter
	markTranslate
	markPremium
	markCrumbs // the way from the front page to this one
)

// markWords gives the meaning of the words that class names are made of, in
// lower case. Run-together words are listed one by one.
var markWords = map[string]marks{
	"article": markArticle, "articles": markArticle, "story": markArticle, "post": markArticle, "entry": markArticle, "news": markArticle, "hentry": markArticle, "newsarticle": markArticle, "blogposting": markArticle, "artikel": markArticle, "articulo": markArticle, "noticia": markArticle,
	"content": markBody, "body": markBody, "text": markBody, "articlebody": markBody, "storybody": markBody, "bodytext": markBody, "maincontent": markBody, "prose": markBody, "richtext": markBody, "wysiwyg": markBody, "rte": markBody, "copy": markBody, "paragraph": markBody, "articletext": markBody, "storytext": markBody, "postcontent": markBody, "entrycontent": markBody, "texte": markBody, "texto": markBody, "contenido": markBody, "inhalt": markBody,
	"headline": markHeadline, "title": markHeadline, "heading": markHeadline, "titre": markHeadline, "titulo": markHeadline, "titel": markHeadline, "hed": markHeadline, "ueberschrift": markHeadline,
	"standfirst": markStandfirst, "subtitle": markStandfirst, "subheadline": markStandfirst, "subheading": markStandfirst, "subhead": markStandfirst, "dek": markStandfirst, "deck": markStandfirst, "strapline": markStandfirst, "chapo": markStandfirst, "bajada": markStandfirst, "vorspann": markStandfirst, "abstract": markStandfirst, "sottotitolo": markStandfirst, "ingress": markStandfirst, "sapo": markStandfirst, "entradilla": markStandfirst, "subtitulo": markStandfirst, "undertitle": markStandfirst,
	"lead": markLead, "lede": markLead, "intro": markLead, "introduction": markLead, "leadtext": markLead, "lid": markLead,
	"summary": markSummary, "excerpt": markSummary, "teaser": markSummary | markCard, "description": markSummary, "desc": markSummary, "synopsis": markSummary, "blurb": markSummary,
	"kicker": markKicker, "eyebrow": markKicker, "overline": markKicker, "category": markKicker, "rubric": markKicker, "section": 0, "label": markKicker, "topline": markKicker, "dachzeile": markKicker, "categories": markKicker, "flag": markKicker,
	"byline": markByline, "signature": markByline, "firma": markByline, "signatura": markByline, "auteurs": markByline, "autora": markByline, "autores": markByline, "verfasser": markByline, "author": markByline, "authors": markByline, "writer": markByline, "contributor": markByline, "contributors": markByline, "autor": markByline, "auteur": markByline, "autore": markByline, "bylines": markByline, "vcard": markByline, "creator": markByline, "journalist": markByline, "reporter": markByline, "autoren": markByline,
	"bio": markAuthorBox, "biography": markAuthorBox, "authorbox": markAuthorBox, "authorbio": markAuthorBox, "about": markAuthorBox, "profile": markAuthorBox,
	"date": markDate, "dateline": markDate, "time": markDate, "timestamp": markDate, "datetime": markDate, "published": markDate, "pubdate": markDate, "updated": markDate, "datum": markDate, "fecha": markDate, "datepublished": markDate, "datemodified": markDate, "modified": markDate, "publish": markDate,
	"caption": markCaption, "legenda": markCaption, "didascalia": markCaption, "epigrafe": markCaption, "leyenda": markCaption, "bildtext": markCaption, "bildtekst": markCaption, "onderschrift": markCaption, "figcaption": markCaption, "legend": markCaption, "bildunterschrift": markCaption, "captions": markCaption, "legende": markCaption, "pie": markCaption, "subline": markCaption,
	"credit": markCredit, "credito": markCredit, "creditos": markCredit, "fotograf": markCredit, "fotocredit": markCredit, "quellenangabe": markCredit, "credits": markCredit, "copyright": markCredit, "photographer": markCredit, "photocredit": markCredit, "imagecredit": markCredit, "bildnachweis": markCredit, "attribution": markCredit,
	"quote": markQuote, "quotes": markQuote, "blockquote": markQuote, "quotation": markQuote, "zitat": markQuote, "citation": markQuote, "testimonial": markQuote, "cita": markQuote, "quoted": markQuote,
	"pull": markPull, "exergue": markPull, "destacado": markPull, "citat": markQuote, "citaat": markQuote, "pullquote": markPull | markQuote, "pulled": markPull,
	"tweet": markSocial, "twitter": markSocial, "instagram": markSocial, "tiktok": markSocial, "bluesky": markSocial, "facebook": markShare, "mastodon": markSocial,
	"related": markRelated, "relateds": markRelated, "relatedposts": markRelated, "readmore": markRelated, "similar": markRelated, "recommended": markRelated, "recommendations": markRelated, "recommendation": markRelated, "recommend": markRelated, "relacionadas": markRelated, "relacionados": markRelated, "verwandte": markRelated, "seealso": markRelated, "readalso": markRelated, "relatedarticles": markRelated, "linkcard": markRelated | markCard, "crosslink": markRelated, "interlink": markRelated, "yarpp": markRelated, "jp": 0, "relatednews": markRelated, "morestories": markRelated,
	"card": markCard, "cards": markCard, "tile": markCard, "tiles": markCard, "teasers": markCard, "item": 0, "thumb": markCard, "thumbnail": markCard, "feed": markCard, "listing": markCard, "loop": markCard,
	"popular": markPopular, "trending": markPopular, "latest": markPopular, "mostread": markPopular, "most": markPopular, "recent": markPopular, "top": 0, "hot": markPopular, "newest": markPopular, "headlines": markPopular, "recirc": markPopular, "recirculation": markPopular, "outbrain": markPopular | markSponsored, "taboola": markPopular | markSponsored, "next": markPopular, "prev": markPopular, "previous": markPopular, "ticker": markPopular,
	"share": markShare, "sharing": markShare, "social": markShare, "socials": markShare, "sharebar": markShare, "shares": markShare, "addtoany": markShare, "addthis": markShare, "sharedaddy": markShare, "whatsapp": markShare, "follow": markShare, "linkedin": markShare, "pinterest": markShare, "socialmedia": markShare, "teilen": markShare, "partage": markShare,
	"newsletter": markPromo, "newsletters": markPromo, "nl": 0, "boletin": markPromo, "nieuwsbrief": markPromo, "infolettre": markPromo, "anmeldung": markPromo, "abonnement": markPromo, "abonner": markPromo, "assinatura": markPromo, "assine": markPromo, "suscripcion": markPromo, "suscribete": markPromo, "subscribe": markPromo, "subscription": markPromo, "signup": markPromo, "promo": markPromo, "promotion": markPromo, "cta": markPromo, "app": 0, "download": markPromo, "donate": markPromo, "donation": markPromo, "membership": markPromo, "banner": markPromo | markAd, "register": markPromo, "subscriber": markPromo, "optin": markPromo, "popup": markPromo, "modal": markPromo, "overlay": markPromo, "abo": markPromo, "marketing": markPromo, "push": markPromo,
	"ad": markAd, "ads": markAd, "advert": markAd, "adverts": markAd, "advertisement": markAd, "advertising": markAd, "adsbygoogle": markAd, "dfp": markAd, "gpt": markAd, "adslot": markAd, "adunit": markAd, "anzeige": markAd, "werbung": markAd, "publicidad": markAd, "publicite": markAd, "reklama": markAd, "advertorial": markAd | markSponsored, "adsense": markAd, "pub": markAd, "adbox": markAd, "adwrapper": markAd,
	"sponsored": markSponsored, "sponsor": markSponsored, "partner": markSponsored, "partners": markSponsored, "affiliate": markSponsored, "native": markSponsored, "paid": markSponsored,
	"comment": markComment, "comments": markComment, "disqus": markComment, "commentlist": markComment, "respond": markComment, "reply": markComment, "discussion": markComment, "kommentare": markComment, "kommentar": markComment, "commentaires": markComment, "comentarios": markComment, "responses": markComment, "coral": markComment,
	"tag": markTags, "tags": markTags, "topics": markTags, "topic": markTags, "keywords": markTags, "taglist": markTags, "hashtags": markTags, "tagcloud": markTags,
	"nav": markNav, "navigation": markNav, "menu": markNav, "navbar": markNav, "breadcrumb": markNav | markCrumbs, "breadcrumbs": markNav | markCrumbs, "menus": markNav, "submenu": markNav, "pagination": markNav, "pager": markNav, "sitemap": markNav, "toc": markNav, "skip": markNav, "navi": markNav, "tabs": markNav, "dropdown": markNav,
	"footer": markFooter, "footers": markFooter, "colophon": markFooter, "legal": markFooter, "disclaimer": markFooter, "foot": markFooter,
	"header": markHeader, "masthead": markHeader, "topbar": markHeader, "head": markHeader, "logo": markHeader,
	"sidebar": markSidebar, "aside": markSidebar, "rail": markSidebar, "secondary": markSidebar, "complementary": markSidebar, "sidebars": markSidebar, "rightcolumn": markSidebar, "rightcol": markSidebar,
	"meta": markMeta, "metadata": markMeta, "info": markMeta, "postmeta": markMeta, "metas": markMeta, "readtime": markMeta, "reading": markMeta, "minutes": markMeta,
	"hidden": markHidden, "hide": markHidden, "sr": 0, "visuallyhidden": markHidden, "screenreader": markHidden, "invisible": markHidden, "offscreen": markHidden, "screen": 0, "reader": 0, "visually": markHidden,
	"cookie": markConsent, "cookies": markConsent, "consent": markConsent, "gdpr": markConsent, "onetrust": markConsent, "privacy": markConsent,
	"gallery": markGallery, "carousel": markGallery, "slider": markGallery, "slideshow": markGallery, "slide": markGallery, "swiper": markGallery, "galleria": markGallery, "diaporama": markGallery,
	"paywall": markPaywall, "piano": markPaywall, "regwall": markPaywall, "premium": markPremium, "paywalled": markPaywall,
	"tool": markTool, "tools": markTool, "toolbar": markTool, "print": markTool, "bookmark": markTool, "save": markTool, "actions": markTool, "action": markTool, "controls": markTool, "buttons": markButton, "knop": markButton, "boton": markButton, "button": markButton, "btn": markButton, "player": markAudio, "search": markTool, "rating": markTool, "like": markTool, "likes": markTool, "vote": markTool, "login": markTool, "feedback": markTool,
	"widget": markWidget, "widgets": markWidget, "module": markWidget, "block": 0, "embed": markWidget, "embedded": markWidget, "infobox": markBox, "factbox": markBox, "box": markBox, "callout": markBox, "faktabox": markBox, "inset": markBox, "note": markBox, "notice": markBox, "alert": markBox, "editors": markBox,
	"live": markLive, "liveblog": markLive, "liveticker": markLive, "quelle": markSource, "fuente": markSource, "source": markSource, "sources": markSource, "fonte": markSource, "bron": markSource,
	"list": markList, "listicle": markList, "items": markList,
	"image": markImage, "img": markImage, "photo": markImage, "picture": markImage, "figure": markImage, "images": markImage, "foto": markImage, "bild": markImage, "media": markImage, "hero": markImage,
	"video": markVideo, "videos": markVideo, "jwplayer": markVideo, "youtube": markVideo,
	"audio": markAudio, "podcast": markAudio, "podcasts": markAudio, "listen": markAudio, "speech": markAudio,
	"product": markProduct, "products": markProduct, "price": markProduct, "shop": markProduct, "shopping": markProduct, "buy": markProduct, "deal": markProduct, "deals": markProduct, "coupon": markProduct, "commerce": markProduct, "cart": markProduct,
	"views": markCounter, "viewcount": markCounter, "counter": markCounter, "postviews": markCounter, "pageviews": markCounter, "visits": markCounter,
	"translate": markTranslate, "languages": markTranslate, "lang": 0,
}

// tails are words for a piece of page that are run together with what it is:
// newsletterbox, captionwrap.
var tails = [...]string{"box", "wrap", "wrapper", "container", "block", "area", "section", "widget", "module", "text", "list", "item"}

// tailsIn are the tails by their last letter: most words end in none of these.
var tailsIn = func() (in ['z' + 1][]string) {
	for _, t := range tails {
		last := t[len(t)-1]
		in[last] = append(in[last], t)
	}
	return in
}()

// withoutTail cuts such a word off. w is of letters in lower case.
func withoutTail(w []byte) []byte {
	for _, t := range tailsIn[w[len(w)-1]] {
		if len(w) > len(t)+1 && string(w[len(w)-len(t):]) == t {
			return w[:len(w)-len(t)]
		}
	}
	return w
}

// meaningOf is what a word of a class name means.
func meaningOf(w []byte) marks {
	if mayMean(w) {
		if m, ok := markTable.Get(w); ok {
			return m
		}
	}
	if head := withoutTail(w); len(head) < len(w) && mayMean(head) {
		m, _ := markTable.Get(head)
		return m
	}
	return 0
}

// markTable finds markWords.
var markTable = lookup.New(markWords)

// markShapes are the lengths of markWords, as bits, by first and last letter: most
// words of class names are none of them, and that is cheaper to see than to look up.
var markShapes = func() (shapes [26][26]uint32) {
	for w := range markWords {
		shapes[w[0]-'a'][w[len(w)-1]-'a'] |= 1 << len(w)
	}
	return shapes
}()

// mayMean is false for most words that are none of markWords, never for one of them. w is of letters in lower case.
func mayMean(w []byte) bool {
	return markShapes[w[0]-'a'][w[len(w)-1]-'a']>>len(w)&1 != 0
}

// maxClassWords is how many words of one class attribute are looked at.
const maxClassWords = 64

// hashWord is how many letters between two digits are rather a piece of a hash
// ("css-5e6ad2") than a word.
const hashWord = 3

// readMarks returns what a class or id attribute means. Words end at anything
// that is no letter, and where a capital follows a small letter.
func readMarks(s string) marks {
	var m marks
	if len(s) > 4096 {
		s = s[:4096]
	}
	var word [24]byte
	n, count := 0, 0
	long := false
	end := func(at int) {
		if n > 1 && !long && !(n <= hashWord && isDigitAt(s, at-n-1) && isDigitAt(s, at)) {
			m |= meaningOf(word[:n])
			count++
		}
		n, long = 0, false
	}
	for i := 0; i < len(s) && count < maxClassWords; i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			if i > 0 && s[i-1] >= 'a' && s[i-1] <= 'z' {
				end(i)
			}
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z':
		default:
			end(i)
			continue
		}
		if n == len(word) {
			long = true
			continue
		}
		word[n] = c
		n++
	}
	end(len(s))
	return m
}

func isDigitAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
