package weburl

import "strings"

// trackingPrefixes start the names of parameters that say how a reader came to
// an address, never what is there.
var trackingPrefixes = [...]string{
	"utm_",    // Urchin and Google Analytics campaigns
	"mtm_",    // Matomo campaigns
	"hsa_",    // HubSpot advertisements
	"wt_",     // Webtrends and Mapp campaigns
	"wt.",     // Webtrends, as its own links have it
	"ns_",     // comScore (Nedstat) campaigns
	"fb_",     // Facebook shares: action, source, ref
	"__hs",    // HubSpot cross-domain cookies
	"_branch", // Branch deep links
}

// trackingNames are whole names of such parameters, by who adds them.
var trackingNames = map[string]bool{
	// Click identifiers of advertising networks.
	"fbclid": true, "gclid": true, "gclsrc": true, "dclid": true, "gbraid": true, "wbraid": true,
	"gad_source": true, "gad_campaignid": true, "srsltid": true, "msclkid": true, "twclid": true,
	"ttclid": true, "li_fat_id": true, "yclid": true, "ysclid": true, "epik": true, "ef_id": true,
	"s_kwcid": true, "rb_clickid": true, "tblci": true, "dicbo": true, "irclickid": true,
	// Cookies carried over from one host to another.
	"_ga": true, "_gl": true, "_openstat": true,
	// Shares from social applications.
	"igsh": true, "igshid": true, "mibextid": true, "ref_src": true, "ref_url": true,
	// Newsletters: Mailchimp, HubSpot, Marketo, Vero, Omeda.
	"mc_cid": true, "mc_eid": true, "_hsenc": true, "_hsmi": true, "hsctatracking": true,
	"mkt_tok": true, "vero_id": true, "vero_conv": true, "oly_anon_id": true, "oly_enc_id": true,
	// AT Internet (Piano). Other names in "at_" may be a page's own.
	"at_medium": true, "at_campaign": true, "at_campaign_type": true, "at_creation": true,
	"at_variant": true, "at_format": true, "at_network": true, "at_term": true, "at_type": true,
	"at_link": true, "at_link_id": true, "at_link_origin": true, "at_link_type": true,
	"at_ptr_name": true, "at_ptr_type": true, "at_platform": true, "at_general_placement": true,
	"at_detail_placement": true, "at_custom1": true, "at_custom2": true, "at_custom3": true,
	"at_custom4": true, "at_send_date": true, "at_recipient_id": true, "at_recipient_list": true,
	"xtor": true,
	// Matomo under its old name.
	"pk_campaign": true, "pk_cid": true, "pk_content": true, "pk_keyword": true, "pk_kwd": true,
	"pk_medium": true, "pk_source": true,
	// Adobe Analytics and campaign codes of no one in particular.
	"s_cid": true, "cmpid": true,
}

// maxTrackingName is longer than every tracking name, and as much of a name as is looked at.
const maxTrackingName = 64

// isTracking reports whether a query parameter, "name=value", only tracks.
func isTracking(param string) bool {
	name, _, _ := strings.Cut(param, "=")
	name = lowerASCII(name[:min(len(name), maxTrackingName)])
	name = strings.TrimPrefix(name, "amp;") // An "&amp;" escaped twice.
	for _, prefix := range trackingPrefixes {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return trackingNames[name]
}

// StripTracking returns an address without its fragment and without the query
// parameters that say where the reader comes from (utm_source, fbclid and
// others; names in any case). The others keep their bytes and order; an
// address without any such parameter is returned as it is up to the fragment.
func StripTracking(abs string) string {
	abs = cutFragment(abs)
	i := strings.IndexByte(abs, '?')
	if i < 0 {
		return abs
	}
	query, stripped := stripQuery(abs[i+1:])
	switch {
	case !stripped:
		return abs
	case query == "":
		return abs[:i]
	}
	return abs[:i+1] + query
}

// stripQuery drops the tracking parameters, and empty ones with them.
func stripQuery(query string) (rest string, stripped bool) {
	for param := range strings.SplitSeq(query, "&") {
		if isTracking(param) {
			stripped = true
			break
		}
	}
	if !stripped {
		return query, false
	}
	var out strings.Builder
	for param := range strings.SplitSeq(query, "&") {
		if param == "" || isTracking(param) {
			continue
		}
		if out.Len() > 0 {
			out.WriteByte('&')
		}
		out.WriteString(param)
	}
	return out.String(), true
}
