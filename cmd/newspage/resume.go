package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// This file writes the output to a file, and takes up a run that was broken off.

// A nameHash stands for the name of an input. Of a million million names the
// chance that two have one hash is below one in 10^14.
type nameHash [16]byte

func hashName(name string) nameHash {
	sum := sha256.Sum256([]byte(name))
	return nameHash(sum[:16])
}

// doneInputs counts the inputs that an output holds, by name: one name given
// twice is two inputs.
type doneInputs map[nameHash]uint32

// take says whether an input is done; the next one of its name is another.
func (d doneInputs) take(name string) bool {
	h := hashName(name)
	n := d[h]
	if n == 0 {
		return false
	}
	if d[h] = n - 1; n == 1 {
		delete(d, h)
	}
	return true
}

// openOutput opens the file of -o. With -continue it is what the lines in it
// say is done; a last line that was broken off is taken away.
func (c *command) openOutput() (*os.File, error) {
	if !c.resume {
		if info, err := os.Stat(c.out); err == nil && info.Mode().IsRegular() && info.Size() > 0 {
			return nil, fmt.Errorf("%s is there already: give -continue to take it up, or remove it", c.out)
		}
		return os.OpenFile(c.out, os.O_WRONLY|os.O_CREATE, 0o644)
	}
	f, err := os.OpenFile(c.out, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	done, size, err := readDone(f)
	if err == nil {
		err = f.Truncate(size)
	}
	if err == nil {
		_, err = f.Seek(size, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", c.out, err)
	}
	c.done = done
	return f, nil
}

// readDone reads the names in an output, and how many bytes its whole lines have.
func readDone(r io.Reader) (done doneInputs, size int64, err error) {
	done = make(doneInputs)
	b := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := b.ReadBytes('\n')
		if err == io.EOF {
			return done, size, nil // what is left is no whole line
		}
		if err != nil {
			return nil, 0, err
		}
		name, err := inputOf(line)
		if err != nil {
			return nil, 0, fmt.Errorf("line %d is not what newspage -format jsonl writes: %w", n, err)
		}
		done[hashName(name)]++
		size += int64(len(line))
	}
}

// inputOf is the name of the input that a line is of, which stands first in it.
func inputOf(line []byte) (string, error) {
	dec := json.NewDecoder(bytes.NewReader(line))
	for _, want := range []json.Token{json.Delim('{'), "input"} {
		if t, err := dec.Token(); err != nil || t != want {
			return "", errors.New(`it does not begin with "input"`)
		}
	}
	t, err := dec.Token()
	name, ok := t.(string)
	if err != nil || !ok {
		return "", errors.New(`its "input" is no string`)
	}
	return name, nil
}

// checkOutput finds uses of -o and -continue that make no sense.
func (s *settings) checkOutput() error {
	switch {
	case s.resume && s.out == "":
		return errors.New("-continue needs -o FILE, the output to take up")
	case s.resume && s.format != formatJSONL:
		return errors.New("-continue needs -format jsonl, whose lines say which inputs are done")
	case s.out != "" && s.explain != "" && !s.chosen:
		return errors.New("-o needs -format beside -explain: the article is printed only where it is given")
	}
	return nil
}
