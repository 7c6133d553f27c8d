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
	expose.Names = featureNames
	expose.Blocks = exposeBlocks
	expose.Parse = exposeParse
}

func exposeBlocks(r io.Reader, page *url.URL) (*expose.Page, error) {
	opts := &Options{URL: page}
	doc, size, err := decode(r, opts)
	if err != nil {
		return nil, err
	}
	rd, err := newReading(doc, size, opts)
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

func exposeParse(r io.Reader, page *url.URL, model []byte) ([]byte, error) {
	m, err := trees.Load(model)
	if err != nil {
		return nil, err
	}
	opts := &Options{URL: page}
	doc, size, err := decode(r, opts)
	if err != nil {
		return nil, err
	}
	rd, err := newReading(doc, size, opts)
	if err != nil {
		return nil, err
	}
	rd.model = m
	article, err := rd.read(opts)
	data, jsonErr := json.Marshal(article)
	if jsonErr != nil {
		return nil, jsonErr
	}
	return data, err
}
