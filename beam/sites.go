package newsbeam

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"math"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/newspage-go/newspage/internal/jsonl"
)

func init() {
	beam.RegisterType(reflect.TypeFor[Site]())
	beam.RegisterType(reflect.TypeFor[siteSum]())
	register.Function1x2(resultSite)
	register.Function2x1(addSites)
	register.Function2x1(siteOf)
	register.DoFn4x1[context.Context, []byte, func(*Site) bool, func(string), error](&reportFn{})
	register.Iter1[Site]()
}

// A Site is what became of the pages of one host.
type Site struct {
	Host     string `json:"host"` // of the page's address, in lower case; "" for pages without one
	Pages    int64  `json:"pages"`
	Articles int64  `json:"articles"`
	// The pages that gave no article, by the reason; Failed is the other ones:
	// damaged, or met with a defect.
	NoArticle int64 `json:"no_article"`
	NotHTML   int64 `json:"not_html"`
	TooLarge  int64 `json:"too_large"`
	Failed    int64 `json:"failed"`
	// MeanConfidence is that of the articles, to four places; 0 where there are none.
	MeanConfidence float64 `json:"mean_confidence"`
}

// A siteSum is a Site that can be added up in any order to the same sum.
type siteSum struct {
	Pages, Articles, NoArticle, NotHTML, TooLarge, Failed int64
	Confidence                                            int64 // of the articles, in millionths
}

// Sites counts the Results of PCollection<Result>s by host. It returns a
// PCollection<Site>.
func Sites(s beam.Scope, results ...beam.PCollection) beam.PCollection {
	s = s.Scope("newspage.Sites")
	var sums []beam.PCollection
	for _, col := range results {
		// Each is added up where its pages are, before the sums come together.
		sums = append(sums, beam.CombinePerKey(s, addSites, beam.ParDo(s, resultSite, col)))
	}
	all := sums[0]
	if len(sums) > 1 {
		all = beam.CombinePerKey(s, addSites, beam.Flatten(s, sums...))
	}
	return beam.ParDo(s, siteOf, all)
}

func resultSite(r Result) (string, siteSum) {
	sum := siteSum{Pages: 1}
	switch r.Kind {
	case "":
		sum.Articles = 1
		sum.Confidence = int64(math.Round(r.Article.Confidence * 1e6))
	case FailedNoArticle:
		sum.NoArticle = 1
	case FailedNotHTML:
		sum.NotHTML = 1
	case FailedTooLarge:
		sum.TooLarge = 1
	default:
		sum.Failed = 1
	}
	return hostOf(r), sum
}

// hostOf is the host that a page was fetched from; where nobody says, the one
// of the address it calls its own.
func hostOf(r Result) string {
	address := r.URL
	if address == "" && r.Article != nil {
		address = r.Article.URL
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

func addSites(a, b siteSum) siteSum {
	a.Pages += b.Pages
	a.Articles += b.Articles
	a.NoArticle += b.NoArticle
	a.NotHTML += b.NotHTML
	a.TooLarge += b.TooLarge
	a.Failed += b.Failed
	a.Confidence += b.Confidence
	return a
}

func siteOf(host string, sum siteSum) Site {
	site := Site{
		Host: host, Pages: sum.Pages, Articles: sum.Articles, NoArticle: sum.NoArticle,
		NotHTML: sum.NotHTML, TooLarge: sum.TooLarge, Failed: sum.Failed,
	}
	if sum.Articles > 0 {
		site.MeanConfidence = math.Round(float64(sum.Confidence)/float64(sum.Articles)/100) / 1e4
	}
	return site
}

// WriteSites writes a PCollection<Site> to one file: CSV with a line of names
// where its name ends in .csv, JSON Lines otherwise. The sites with the most
// pages without an article come first. The file has its name when it is whole.
// It returns a PCollection<string> of that name.
func WriteSites(s beam.Scope, name string, sites beam.PCollection) beam.PCollection {
	filesystem.ValidateScheme(name)
	s = s.Scope("newspage.WriteSites")
	return beam.ParDo(s, &reportFn{Name: name}, beam.Impulse(s), beam.SideInput{Input: sites})
}

type reportFn struct{ Name string }

func (f *reportFn) ProcessElement(ctx context.Context, _ []byte, sites func(*Site) bool, emit func(string)) error {
	var all []Site
	var one Site
	for sites(&one) {
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b Site) int {
		return cmp.Or(
			cmp.Compare(b.Pages-b.Articles, a.Pages-a.Articles),
			cmp.Compare(b.Pages, a.Pages),
			cmp.Compare(a.Host, b.Host),
		)
	})
	text, err := siteLines(f.Name, all)
	if err != nil {
		return err
	}
	if err := writeWhole(ctx, f.Name, text); err != nil {
		return err
	}
	emit(f.Name)
	return nil
}

// siteLines is the report's text.
func siteLines(name string, sites []Site) ([]byte, error) {
	var b bytes.Buffer
	if !strings.HasSuffix(strings.ToLower(name), ".csv") {
		for _, site := range sites {
			line, err := jsonl.Marshal(site, "")
			if err != nil {
				return nil, err
			}
			b.Write(line)
		}
		return b.Bytes(), nil
	}
	w := csv.NewWriter(&b)
	w.Write([]string{"host", "pages", "articles", "no_article", "not_html", "too_large", "failed", "mean_confidence"})
	for _, s := range sites {
		row := []string{s.Host}
		for _, n := range []int64{s.Pages, s.Articles, s.NoArticle, s.NotHTML, s.TooLarge, s.Failed} {
			row = append(row, strconv.FormatInt(n, 10))
		}
		w.Write(append(row, strconv.FormatFloat(s.MeanConfidence, 'f', 4, 64)))
	}
	w.Flush()
	return b.Bytes(), w.Error()
}
