// Package schema holds the JSON Schemas (draft 2020-12) of what newspage
// prints, for programs that check, document or generate code for it. The same
// texts are the files article.schema.json and line.schema.json beside it.
//
// [Line] refers to [Article] by its "$id". A validator must be given both, and
// then fetches nothing. The schemas are strict: a key that newspage does not
// write is refused. A key is added in a minor version of newspage only together
// with its place in the schema, and changes or goes in a major one.
//
// Formats ("iri", "date-time", "date") come with patterns that say nearly the
// same, since a validator need not check formats.
package schema

import _ "embed"

// Article is the schema of a newspage.Article as encoding/json writes it, and
// of each page that the command prints with -format json.
//
//go:embed article.schema.json
var Article string

// Line is the schema of each line that the command prints with -format jsonl:
// an Article with "input" and, where the page failed, "error".
//
//go:embed line.schema.json
var Line string
