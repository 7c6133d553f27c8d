package warc

import (
	"bytes"
	"errors"
	"testing"
)

// FuzzPages reads arbitrary bytes, whole and cut in two: no panic, and no more
// of anything than the bytes can hold.
func FuzzPages(f *testing.F) {
	for _, s := range shapes() {
		f.Add([]byte(s.file), uint16(len(s.file)/2))
	}
	f.Add([]byte(response("a", "http://x/", "Content-Type: text/html\r\nContent-Encoding: br, zstd, deflate\r\nTransfer-Encoding: chunked", "5\r\nabcde")), uint16(3))
	f.Fuzz(func(t *testing.T, file []byte, at uint16) {
		const limit = 1 << 16
		cut := min(int64(at), int64(len(file)))
		for _, opts := range []*Options{{MaxBytes: limit}, {MaxBytes: limit, End: cut}, {MaxBytes: limit, Start: cut}} {
			check := func(p *Page, err error) {
				var broken *RecordError
				switch {
				case err == nil:
					if p == nil || len(p.Body) > limit || p.Offset < opts.Start || p.Offset >= int64(len(file)) {
						t.Fatalf("page %+v of %d bytes", p, len(file))
					}
				case p != nil:
					t.Fatalf("page and error %v", err)
				case errors.As(err, &broken):
					if broken.Offset < opts.Start || broken.Offset > int64(len(file)) {
						t.Fatalf("error outside: %v", err)
					}
				case !errors.Is(err, ErrNotWARC):
					t.Fatalf("error of the file: %v", err)
				}
			}
			for p, err := range Pages(bytes.NewReader(file), opts) {
				check(p, err)
			}
			for p, err := range PagesIn(bytes.NewReader(file), int64(len(file)), opts) {
				check(p, err)
			}
		}
	})
}
