package newsbeam

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// gunzip uncompresses what begins as gzip does and leaves other bytes as they
// are: names lie.
func gunzip(r io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(r, 64<<10)
	// An error of Peek stays in b; who reads on meets it there.
	if magic, _ := b.Peek(2); len(magic) < 2 || magic[0] != 0x1f || magic[1] != 0x8b {
		return b, nil
	}
	z, err := gzip.NewReader(b)
	if err != nil {
		return nil, brokenGzip(err)
	}
	return gzipReader{z}, nil
}

// A gzipReader says of an error that it is the compression that is broken.
type gzipReader struct{ z *gzip.Reader }

func (g gzipReader) Read(p []byte) (int, error) {
	n, err := g.z.Read(p)
	if err != nil && err != io.EOF {
		err = brokenGzip(err)
	}
	return n, err
}

// brokenGzip words an error of the data as the command newspage does.
func brokenGzip(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("broken gzip data: they end too early")
	}
	if errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) {
		return fmt.Errorf("broken gzip data: %w", err)
	}
	return err
}
