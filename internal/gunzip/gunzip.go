// Package gunzip uncompresses what is compressed with gzip, and passes on what is not.
package gunzip

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// Reader uncompresses what begins as gzip does and leaves other bytes as they
// are: names lie, and a stream has none. How much is read is for the caller to
// limit: a small file may grow without end.
func Reader(r io.Reader) (io.Reader, error) {
	b := bufio.NewReader(r)
	// An error of Peek stays in b; who reads the page meets it there.
	if magic, _ := b.Peek(2); len(magic) < 2 || magic[0] != 0x1f || magic[1] != 0x8b {
		return b, nil
	}
	z, err := gzip.NewReader(b)
	if err != nil {
		return nil, broken(err)
	}
	return reader{z}, nil
}

// A reader says of an error that it is the compression that is broken.
type reader struct{ z *gzip.Reader }

func (g reader) Read(p []byte) (int, error) {
	n, err := g.z.Read(p)
	if err != nil && err != io.EOF {
		err = broken(err)
	}
	return n, err
}

// broken names gzip where the data are to blame; an error of the reader below,
// such as a lost connection, stays as it is.
func broken(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("broken gzip data: they end too early")
	}
	if errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) {
		return fmt.Errorf("broken gzip data: %w", err)
	}
	return err
}
