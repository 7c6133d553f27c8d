package newspage

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// scriptEnd is where html.Tokenizer sees the end of a script whose text s begins with, len(s) for none.
func scriptEnd(s string) int {
	z := html.NewTokenizer(strings.NewReader("<script>" + s))
	z.Next()
	if z.Next() != html.TextToken {
		return 0
	}
	return len(z.Raw())
}

func TestEndOfScript(t *testing.T) {
	for s, want := range map[string]int{
		`a</script>`:                        1,
		`a`:                                 -1,
		`a</script`:                         -1,
		`</scripty></SCRIPT >`:              10,
		`<!-- </script>`:                    5,
		`<!-- <script> </script> </script>`: 24,
		`<!-- <script> --> </script>`:       18,
		`<!-- <script> <script> </script> </script>`: 33,
		`<!--> <script></script>`:                    14,
		`<!-- <scripty></script>`:                    14,
		`<!-- <script></script> <script></script>x`:  -1,
		`<!- <script></script>`:                      12,
		`<!-- <1 <script></script>`:                  16, // html.Tokenizer ends the comment there
	} {
		assert.Equal(t, want, endOfScript([]byte(s), 0), s)
	}
}

// FuzzEndOfScript holds endOfScript to html.Tokenizer.
func FuzzEndOfScript(f *testing.F) {
	pieces := strings.Split("<!--|-->|->|-|>|<|/|!|<script>|</script>|<script|</script|<SCRIPT/|</Script |a| |<!-|<!-->|<!--->|s|<s|</s", "|")
	page := func(picks []byte) string {
		var b strings.Builder
		for _, p := range picks {
			b.WriteString(pieces[int(p)%len(pieces)])
		}
		return b.String()
	}
	f.Add([]byte{0, 8, 9, 1, 9})
	f.Add([]byte{17, 8, 9})
	f.Add([]byte{0, 5, 0, 8, 9, 9})
	f.Fuzz(func(t *testing.T, picks []byte) {
		s := page(picks)
		got := endOfScript([]byte(s), 0)
		if got < 0 {
			got = len(s)
		}
		require.Equal(t, scriptEnd(s), got, "%q", s)
	})
}
