// Checks a log with golang.org/x/mod/sumdb (note, tlog), the Go project's own implementation, which shares no line with the portal's.
// Reads {vkey, older, newer, oldRoot?, proofs, consistency, tiles} as JSON from standard input; says "ok" or what is wrong.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type input struct {
	Vkey      string
	Older     string
	Newer     string
	Leaves    []string
	Inclusion []struct {
		Index int64
		Entry string
		Proof []string
	}
	Consistency []string
	Tiles       map[string]string
}

func fail(what ...any) {
	fmt.Println(what...)
	os.Exit(1)
}

func hashOf(text string) (h tlog.Hash) {
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(b) != tlog.HashSize {
		fail("not a hash:", text)
	}
	copy(h[:], b)
	return h
}

func hashes(texts []string) (hs []tlog.Hash) {
	for _, t := range texts {
		hs = append(hs, hashOf(t))
	}
	return hs
}

func open(text string, verifier note.Verifier) (int64, tlog.Hash) {
	n, err := note.Open([]byte(text), note.VerifierList(verifier))
	if err != nil {
		fail("note:", err)
	}
	lines := strings.Split(n.Text, "\n")
	if len(lines) < 3 || lines[0] != verifier.Name() {
		fail("checkpoint:", n.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		fail("size:", err)
	}
	return size, hashOf(lines[2])
}

// reader hands the tiles of the portal to tlog, which asks for them by its own reckoning.
type reader struct{ tiles map[string]string }

func (r reader) Height() int                     { return 8 }
func (r reader) SaveTiles([]tlog.Tile, [][]byte) {}
func (r reader) ReadTiles(ts []tlog.Tile) (out [][]byte, err error) {
	for _, t := range ts {
		// tlog names tiles tile/<height>/<level>/…; tlog-tiles leaves the height out.
		path := strings.Replace(t.Path(), "tile/8/", "tile/", 1)
		data, err := base64.StdEncoding.DecodeString(r.tiles[path])
		if err != nil || len(data) == 0 {
			return nil, fmt.Errorf("no tile %s", path)
		}
		out = append(out, data)
	}
	return out, nil
}

func main() {
	var in input
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		fail("input:", err)
	}
	verifier, err := note.NewVerifier(in.Vkey)
	if err != nil {
		fail("vkey:", err)
	}
	oldSize, oldRoot := open(in.Older, verifier)
	size, root := open(in.Newer, verifier)
	for _, p := range in.Inclusion {
		if err := tlog.CheckRecord(hashes(p.Proof), size, root, p.Index, tlog.RecordHash([]byte(p.Entry))); err != nil {
			fail("inclusion of", p.Index, err)
		}
	}
	if err := tlog.CheckTree(hashes(in.Consistency), size, root, oldSize, oldRoot); err != nil {
		fail("consistency:", err)
	}
	tree := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, reader{in.Tiles})
	for i, leaf := range in.Leaves {
		h, err := tree.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(i))})
		if err != nil {
			fail("tiles:", err)
		}
		if h[0] != tlog.RecordHash([]byte(leaf)) {
			fail("leaf", i, "is not in its tile")
		}
	}
	fmt.Println("ok", oldSize, size, len(in.Inclusion), len(in.Leaves))
}
