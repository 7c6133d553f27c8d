package newspage

import (
	"encoding/json"
	"io"
	"net/url"

	"github.com/newspage-go/newspage/internal/expose"
	"github.com/newspage-go/newspage/internal/trees"
)

// This file shows the project's trainer the classifier's inputs.

func init() {
	expose.Names, expose.PageNames = featureNames, pageFeatureNames
	expose.Blocks = exposeBlocks
	expose.Parse = exposeParse
}

func exposeBlocks(r io.Reader, page *url.URL) (*expose.Page, error) {
	opts := &Options{URL: page}
	doc, err := decode(r, opts)
	if err != nil {
		return nil, err
	}
	rd, err := newReading(doc, opts)
	if err != nil {
		return nil, err
	}
	rd.assignRolesBeforeBody()
	f := newFeaturizer(rd.survey())
	out := &expose.Page{Rows: f.rows(), Features: numFeatures}
	for _, i := range f.text {
		out.Texts = append(out.Texts, rd.blocks[i].text)
	}
	return out, nil
}

func exposeParse(r io.Reader, page *url.URL, models expose.Models) ([]byte, []float32, error) {
	opts := &Options{URL: page, Trace: models.Trace}
	doc, err := decode(r, opts)
	if err != nil {
		return nil, nil, err
	}
	rd, err := newReading(doc, opts)
	if err != nil {
		return nil, nil, err
	}
	if rd.model, err = trees.Load(models.Body); err != nil {
		return nil, nil, err
	}
	rd.pageModel = nil
	if models.Page != nil {
		if rd.pageModel, err = trees.Load(models.Page); err != nil {
			return nil, nil, err
		}
	}
	article, err := rd.read(opts)
	data, jsonErr := json.Marshal(article)
	if jsonErr != nil {
		return nil, nil, jsonErr
	}
	return data, rd.pageRow, err
}

// pageFeatureNames names the features of a page, in the order of a row.
func pageFeatureNames() []string {
	var names []string
	rd := &reading{page: &page{boxes: []box{{parent: -1}}}, meta: &metadata{}, headline: -1}
	rd.writePageFeatures(&rowWriter{row: make(featureRow, numPageFeatures), names: &names})
	return names
}
