package main

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	newsbeam "github.com/newspage-go/newspage/beam"
)

// build joins the transforms.
func (s *settings) build(root beam.Scope) {
	patterns := beam.CreateList(root, s.inputs)
	pages, unread := newsbeam.ReadAllPages(root, patterns, newsbeam.ReadOptions{SplitBytes: s.splitBytes, MaxBytes: s.maxBytes})
	results, refused := newsbeam.Extract(root, pages, newsbeam.ExtractOptions{MaxBytes: s.maxBytes, Threads: s.threads})
	// What could not be read has a line in the output, as in the command newspage.
	unreadResults := newsbeam.FailureResults(root, unread)
	if s.siteReport != "" {
		newsbeam.WriteSites(root, s.siteReport, newsbeam.Sites(root, results, unreadResults))
	}
	outputs := []beam.PCollection{results}
	if s.distinct {
		newest, others := newsbeam.Distinct(root, results)
		outputs = []beam.PCollection{newest, others}
	}
	var lines []beam.PCollection
	for _, col := range append(outputs, unreadResults) {
		lines = append(lines, newsbeam.Lines(root, col))
	}
	newsbeam.WriteLines(root, s.output, newsbeam.WriteOptions{Suffix: s.suffix, Shards: s.shards}, lines...)
	newsbeam.WriteLines(root, s.failures, newsbeam.WriteOptions{Suffix: s.suffix},
		newsbeam.FailureLines(root, unread), newsbeam.FailureLines(root, refused))
}
