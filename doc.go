// Package newspage turns the HTML of a news article page into an [Article]:
// title, body in reading order, block quotes with their attribution, the source
// link, and the related articles with their summaries.
package newspage
