package browsertest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// browserNames are what Chromium is called, by system.
var browserNames = []string{"chromium", "chromium-browser", "google-chrome"}

// findBrowser returns the browser's path. Without one the test is skipped.
func findBrowser(t *testing.T) string {
	t.Helper()
	for _, name := range browserNames {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	const missing = "no Chromium in PATH: install it (apt-get install chromium)"
	if os.Getenv("NEWSPAGE_BROWSER") == "required" {
		t.Fatal(missing)
	}
	t.Skip(missing)
	return ""
}

// newspage is the command, built once from the folder above.
var newspage = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "newspage")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "newspage")
	build := exec.Command("go", "build", "-o", path, ".")
	build.Dir = ".."
	build.Env = append(os.Environ(), "GOWORK=") // that of the checkout, not of this module
	if out, err := build.CombinedOutput(); err != nil {
		return string(out), err
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := newspage(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// run runs the command and returns its standard output.
func run(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	path, err := newspage()
	require.NoError(t, err, path)
	cmd := exec.Command(path, args...)
	cmd.Stdin = strings.NewReader(stdin)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, stderr.String())
	return string(out)
}

// report is the path of the report of a page.
func report(t *testing.T, html string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	run(t, html, "-explain", path, "-url", "https://news.example/2025/story")
	return path
}

// A tab is a page in the browser, and what it did.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	messages []string // of the console, dialogs and errors
	requests []string // other than for the page itself
}

// open opens a file in a browser of its own.
func open(t *testing.T, file string) *tab {
	t.Helper()
	opts := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(findBrowser(t)), chromedp.UserDataDir(t.TempDir()), chromedp.WindowSize(1280, 900),
	}
	for _, flag := range []string{
		"headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
		"disable-component-update", "disable-sync",
	} {
		opts = append(opts, chromedp.Flag(flag, true))
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	t.Cleanup(cancel)
	ctx, _ = chromedp.NewExecAllocator(ctx, opts...)
	ctx, _ = chromedp.NewContext(ctx)
	t.Cleanup(func() { _ = chromedp.Cancel(ctx) }) // waits for the browser, so that its folder can go
	b := &tab{T: t, ctx: ctx}
	url := "file://" + file
	require.NoError(t, chromedp.Listen(ctx, func(event any) { b.note(event, url) }))
	call(b, log.Enable, cdp.Empty{})
	call(b, network.Enable, network.EnableParams{})
	b.do(chromedp.Navigate(url))
	return b
}

func (b *tab) note(event any, url string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *log.EventEntryAdded:
		b.messages = append(b.messages, e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		b.messages = append(b.messages, "console."+string(e.Type))
	case *runtime.EventExceptionThrown:
		b.messages = append(b.messages, e.ExceptionDetails.Text)
	case *page.EventJavascriptDialogOpening:
		b.messages = append(b.messages, "dialog: "+e.Message)
	case *network.EventRequestWillBeSent:
		if e.Request.URL != url {
			b.requests = append(b.requests, e.Request.URL)
		}
	}
}

// noted is what the page did so far that can be heard of.
func (b *tab) noted() (messages, requests []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.messages...), append([]string(nil), b.requests...)
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	require.NoError(b, chromedp.Do(b.ctx, actions...))
}

// call sends a command of the browser's protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) {
	b.Helper()
	_, err := chromedp.Call(b.ctx, command, params)
	require.NoError(b, err)
}

// eval is the value of a piece of JavaScript in the page.
func eval[T any](b *tab, script string) T {
	b.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	require.NoError(b, err, script)
	return value
}

// count is how many elements of a selector are shown.
func (b *tab) count(selector string) int {
	b.Helper()
	return eval[int](b, "[...document.querySelectorAll(`"+selector+"`)].filter(e => e.checkVisibility()).length")
}

// text is the text of the first element of a selector.
func (b *tab) text(selector string) string {
	b.Helper()
	return eval[string](b, "document.querySelector(`"+selector+"`).textContent")
}

func (b *tab) click(selector string) {
	b.Helper()
	b.do(chromedp.Click(chromedp.CSS(selector)))
}

// press presses a key that has a name.
func (b *tab) press(key string) {
	b.Helper()
	b.do(chromedp.KeyEvent(keys[key]))
}

var keys = map[string]string{"Escape": kb.Escape, "Tab": kb.Tab, "Enter": kb.Enter, " ": " "}

// clickAll clicks everything in the columns that is no link.
func clickAll() chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](`for (const e of document.querySelectorAll('main .block, main .part, main button')) e.click()`)
}

// resize gives the page another width and height.
func (b *tab) resize(width, height int64) {
	b.Helper()
	b.do(chromedp.EmulateViewport(width, height))
}

// scheme lets the page be shown in "light" or "dark".
func (b *tab) scheme(mode string) {
	b.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: mode}},
	})
}
