package newspage

import (
	_ "embed"
	"sync"

	"github.com/newspage-go/newspage/internal/trees"
)

// body.model is made by train/; see its README.
//
//go:embed body.model
var bodyModelFile []byte

// bodyModel is the embedded model, loaded once and only read then.
var bodyModel = sync.OnceValue(func() *trees.Model {
	m, err := trees.Load(bodyModelFile)
	if err != nil {
		panic("newspage: the embedded body.model is broken: " + err.Error()) // a test loads it
	}
	return m
})
