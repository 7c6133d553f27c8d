package newspage

import (
	_ "embed"
	"sync"

	"github.com/newspage-go/newspage/internal/trees"
)

// The models are made by train/; see its README.
var (
	//go:embed body.model
	bodyModelFile []byte
	//go:embed page.model
	pageModelFile []byte
)

// bodyModel judges text blocks, pageModel pages. Each is loaded once and only read then.
var (
	bodyModel = sync.OnceValue(func() *trees.Model { return mustLoad("body.model", bodyModelFile) })
	pageModel = sync.OnceValue(func() *trees.Model { return mustLoad("page.model", pageModelFile) })
)

// mustLoad reads an embedded model; a test loads both, so that a broken one is never released.
func mustLoad(name string, data []byte) *trees.Model {
	m, err := trees.Load(data)
	if err != nil {
		panic("newspage: the embedded " + name + " is broken: " + err.Error())
	}
	return m
}
