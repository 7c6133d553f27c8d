package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"

	"github.com/newspage-go/newspage"
)

// maxRedirects is how many redirects of a page are followed.
const maxRedirects = 10

// fetch opens the page at u. Its address is the last one the redirects led to.
func (c *command) fetch(ctx context.Context, u *url.URL) (*source, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", "newspage/"+version()+" (+https://github.com/newspage-go/newspage)")
	req.Header.Set("Accept", "text/html, application/xhtml+xml;q=0.9, */*;q=0.1")
	leave, err := c.doors.enter(ctx, u.Host, c.pause)
	if err != nil {
		return nil, err
	}
	// The client's timeout covers the body too; the transport is shared, and
	// with it the connections.
	client := &http.Client{Timeout: c.timeout, CheckRedirect: limitRedirects}
	resp, err := client.Do(req)
	if err != nil {
		leave()
		return nil, c.fetchError(err)
	}
	if err := c.checkResponse(resp); err != nil {
		resp.Body.Close()
		leave()
		return nil, err
	}
	final := *resp.Request.URL
	final.User = nil // The password is no part of the page's address.
	return &source{
		Reader:      bodyReader{resp.Body, c},
		close:       func() error { defer leave(); return resp.Body.Close() },
		url:         &final,
		contentType: resp.Header.Get("Content-Type"),
	}, nil
}

func limitRedirects(_ *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return fmt.Errorf("more than %d redirects", maxRedirects)
	}
	return nil
}

func (c *command) checkResponse(resp *http.Response) error {
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("the server answered %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	}
	if resp.ContentLength > c.maxBytes {
		return newspage.ErrTooLarge
	}
	return nil
}

// fetchError leaves out of an error what the line already says: the method and the address.
func (c *command) fetchError(err error) error {
	if isTimeout(err) {
		return fmt.Errorf("not fetched within %v", c.timeout)
	}
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}

func isTimeout(err error) bool {
	var netErr net.Error
	return errors.As(err, &netErr) && netErr.Timeout()
}

// A bodyReader words the errors of a body as those of the fetch.
type bodyReader struct {
	io.Reader
	c *command
}

func (b bodyReader) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = b.c.fetchError(err)
	}
	if err == io.ErrUnexpectedEOF {
		err = errors.New("the server ended the page too early")
	}
	return n, err
}
