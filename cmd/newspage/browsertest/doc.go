// Package browsertest tests the command's reports and HTML in a real browser,
// a headless Chromium. It is a module of its own: what drives the browser would
// be most of what the command depends on.
//
// The tests are skipped where no browser is in PATH, unless NEWSPAGE_BROWSER is
// "required".
package browsertest
