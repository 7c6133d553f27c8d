// Package conformance tests that newspage and its JSON Schemas agree. It is a
// module of its own, so that the validator is no dependency of newspage.
package conformance
