package main

import (
	"fmt"
	"math/rand"
	"strings"
)

const head = "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\n"

// generate makes a stream of YAML or JSON that is whole but for what somebody may write by mistake: the same for the same seed.
func generate(seed int64) string {
	r := rand.New(rand.NewSource(seed))
	g := &generator{r, []int{98, 95, 90, 80, 50}[r.Intn(5)]}
	if g.chance(10) {
		return g.changed(g.json())
	}
	var stream strings.Builder
	stream.WriteString(g.one("", "", "", "", "", "", "", "", "\ufeff", "\ufeff\ufeff", "# c\n", "\n\n", "---\n", "--- # c\n", "---#c\n", "%YAML 1.1\n---\n", "%FOO\n---\n", "...\n"))
	for n := 1 + g.Intn(3); n > 0; n-- {
		stream.WriteString(g.document())
		if n > 1 {
			stream.WriteString(g.separator())
		}
	}
	stream.WriteString(g.one("", "", "", "", "---", "---\n", "...\n", "... # c\n", "# c", "\n\n", "\t", " \n", "\u00a0\n", "...\n}\n"))
	return g.changed(stream.String())
}

type generator struct {
	*rand.Rand
	calm int // how many of a hundred choices are the usual one, which stands first
}

func (g *generator) chance(percent int) bool { return g.Intn(100) < percent }

func (g *generator) one(of ...string) string {
	if g.chance(g.calm) {
		return of[0]
	}
	return of[g.Intn(len(of))]
}

func (g *generator) separator() string {
	return g.one("---\n", "---\n", "---\n", "---\n", "--- \n", "---\t\n", "--- # c\n", "---# c\n", "---\u00a0\n", "---\r\n", "---\n---\n", "---\n# c\n---\n", "---\n~\n---\n",
		"----\n", "---x\n", "--- x\n", "--- {}\n", "--- &a\n", "--- !!map\n", "--- |\n", " ---\n", "...\n", "...\n---\n", "... # c\n---\n", "...\n%YAML 1.1\n---\n",
		"---\n%YAML 1.1\n---\n", "---\n%TAG ! x\n---\n", "---\n\ufeff", "---\u2028\n", "---\u0085\n", "---\f\n", "---\n\t\n", "\n\n---\n\n", "---\n--- # c\n", "---\n---#c\n")
}

func (g *generator) document() string {
	var text strings.Builder
	text.WriteString(head)
	for i := 1 + g.Intn(3); i > 0; i-- {
		text.WriteString(fmt.Sprintf("f%d:", i))
		text.WriteString(g.value(0))
	}
	if g.chance(10) {
		text.WriteString(g.merges())
	}
	if g.chance(4) {
		return strings.ReplaceAll(text.String(), "\n", g.one("\r\n", "\r", "\u0085", "\u2028"))
	}
	return text.String()
}

// merges are objects that others take in: what stands later decides.
func (g *generator) merges() string {
	text := "m1: &m1 {a: 1, b: 2}\nm2: &m2 {b: 3, c: 4}\nm3:\n"
	for i := 1 + g.Intn(4); i > 0; i-- {
		text += "  " + g.one("<<: *m1", "<<: *m1", "<<: [*m1, *m2]", "<<: [*m2, *m1]", "<<: {b: 5}", "<<: [*m2, {b: 6, d: 7}]", "<<: []", "<<: [[*m1]]", "<<: *m3", "<<: a", "<<:", "\"<<\": *m1",
			"!!merge <<: *m1", "? <<\n  : *m1", "<< : *m1", "a: 8", "b: 9", "d: 10", "<<: {<<: *m1, a: 11}", "<<: {a: 12, <<: *m1}", "<<: &m1 {a: 13}") + g.ending()
	}
	return text
}

// value is what may stand behind the colon of a field whose object is indented so far, with its line's end.
func (g *generator) value(indent int) string {
	in := strings.Repeat(" ", indent)
	switch n := g.Intn(12); {
	case n < 3:
		return g.gap() + g.block(indent)
	case n < 6:
		return g.gap() + g.flow(0) + g.ending()
	case n < 7:
		return g.gap() + g.plain() + g.ending()
	case n < 8:
		return g.gap() + g.plain() + "\n" + in + g.one("  ", " ", "", "\t", "  \t", "    ") + g.plain() + g.ending()
	case n < 9:
		return g.gap() + g.quoted() + g.ending()
	case n < 10 && indent < 6:
		text := g.one("", " ", " # c", " &a", " !!map", " !x", "\t", " #", "#c") + "\n"
		for i := 1 + g.Intn(2); i > 0; i-- {
			text += in + "  " + g.name(i) + g.one(":", ":", ":", ":", " :", "\t:") + g.value(indent+2)
		}
		return text
	case n < 11 && indent < 6:
		text := g.one("", " ", " # c", " &a", " !!seq", "\t") + "\n"
		for i := 1 + g.Intn(2); i > 0; i-- {
			text += in + g.one("- ", "- ", "-  ", "-\t", "- - ", "-\n"+in+"  ", "- # c\n"+in+"  ") + g.one(g.plain(), g.flow(0), g.quoted(), "a: "+g.plain(), "") + g.ending()
		}
		return text
	}
	return g.one("", " ", " ~", " null", "\t", " #", " # c", " &a", " !!str", " !!null", " ! ''") + "\n"
}

func (g *generator) name(i int) string {
	if g.chance(85) {
		return fmt.Sprintf("k%d", i)
	}
	return g.one("\"a\"", "'b'", "a b", "a#b", "? a\n", "*a", "&a k", "!!str k", "<<", "[a]", "{a: b}", "\"\\/\"", "on", "1", "a:b", "-a", "?a", "~", ":a", "k,", "k]", "a\tb", "'a\n b'")
}

func (g *generator) gap() string { return g.one(" ", " ", " ", " ", " ", " ", "  ", "\t", " \t", "") }

func (g *generator) ending() string {
	return g.one("\n", "\n", "\n", "\n", "\n", "\n", " \n", "\t\n", " # c\n", "\t# c\n", "#c\n", "\n# c\n", "\n\n", "\n \t\n", "\n  # c\n", "\r\n")
}

var words = []string{"a", "b c", "1", "0x1F", "1.5", "65535.9999999999999999", "1e3", "true", "on", "~", "=", "a:b", "a#b", "a #b", "a: b", "a:", ":a", "-a", "- a", "-", "?a", "? a", "*", "*a", "&a", "&a b", "!!str 1", "!!int 1",
	"!!binary aGVsbG8=", "!!binary aGVsbG8", "!!binary aGVs bG8=", "!x a", "!", "! a", "!!float 1", "!!bool y", "!!null ''", "!<tag:yaml.org,2002:str> 1", "!!x", "@a", "`a", "%a", "a%b", "|a", ">a", "a|b", "'a", "a'b", "\"a", "a\"b", "[a", "a]", "{a", "a}", "a,b", ",a",
	"a\tb", "a\u00a0b", "\u00e9", "\U0001F600", "a\ufeffb", "\u2028", "a\u0085b", "a\\/b", "a\\", "...", "--- ", "12:30", "2001-01-01", "!!timestamp 2001-01-01", "0o17", "017", "1_000", ".5", "+1", ".inf", ".NaN", "1e400", "18446744073709551616", "0.1e-400", "<<", "\x7f", "a\fb", "a?b", "a[b", "a{b", "-1", "1.", "a:]", "a:,b", "::", ":::", "http://x", "[::1]", "2001:db8::"}

func (g *generator) plain() string { return g.one(words...) }

func (g *generator) quoted() string {
	if g.chance(30) {
		return "'" + g.one("a", "a''b", "a\\nb", "a\n\n  b", "a\n b", "a\nb", "a\n\tb", "\ta", "a\t", "a # b", "", "''", "a\n---\nb", "a\n...\nb", "\u2028", "\ufeff", "a'b") + "'"
	}
	text := "\""
	for i := g.Intn(4); i >= 0; i-- {
		text += g.one("a", " ", "\\n", "\\t", "\\\t", "\\/", "\\\\", "\\\"", "\\'", "\\0", "\\a", "\\b", "\\e", "\\f", "\\v", "\\r", "\\N", "\\_", "\\L", "\\P", "\\ ", "\\x41", "\\xe9", "\\x4", "\\u00e9", "\\u12", "\\uD83D\\uDE00", "\\uD83D", "\\uDE00", "\\U0001F600",
			"\\U00110000", "\\UFFFFFFFF", "\\ud7ff", "\\ufffe", "\\ufeff", "\\c", "\\z", "\\1", "\\-", "\n", "\n\n", "\n  ", "\\\n", "\\\n  ", "\n\t", "\t", "\u00e9", "\U0001F600", "\u0085", "\u2028", "# c", ": ", "\x7f", "\r\n", "\\\r\n")
	}
	return text + g.one("\"", "\"", "\"", "\"", "\"", "\" ", "\"a", "")
}

func (g *generator) block(indent int) string {
	in := strings.Repeat(" ", indent)
	text := g.one("|", ">") + g.one("", "", "", "-", "+", "2", "1", "2-", "-2", "+1", "0", "10", "--", "9", " ", "#c", " #c", "\t#c", " # c", " c", "-#c", "2#c", "2 #c", "\t", "a") + g.one("\n", "\n", "\n", "\r\n")
	for i := g.Intn(5); i > 0; i-- {
		text += g.one(in+"  a", in+"  a", in+"  a b", in+"   a", in+" a", in+"    a", in+"  \ta", in+" \ta", "\ta", in+"  - a", in+"  # c", in+" # c", "", "", in, in+"  ", in+"   ", in+"  \t", "\t", in+"      \t", in+"  a \t ", in+"  a: b", in+"  ---", in+"  \u2028a", in+"  a\u0085  b", in+"  \u00e9", in+"  ...", in+"  \ufeff") +
			g.one("\n", "\n", "\n", "\n", "\n", "\r\n", "\n\n")
	}
	return text
}

func (g *generator) flow(depth int) string {
	if depth > 3 || g.chance(25) {
		if g.chance(25) {
			return g.quoted()
		}
		return g.plain()
	}
	open, end := "[", "]"
	object := g.chance(50)
	if object {
		open, end = "{", "}"
	}
	text := open + g.blank()
	for i := g.Intn(4); i > 0; i-- {
		if object || g.chance(8) {
			text += g.one("d"+fmt.Sprint(i), "a", "b", "c", "\"q\"", "'r'", "e"+fmt.Sprint(i), g.plain()) + g.one(": ", ": ", ": ", ":", " : ", ":\n ", ":\t", "", " ", ":  # c\n  ")
		}
		text += g.one(g.one(g.flow(depth+1), g.plain()), g.plain(), "") + g.blank()
		if i > 1 {
			text += g.one(", ", ", ", ", ", ",\n ", ",\t", " ,", ",,", " ", ",\n", ", # c\n ", ",#c\n ", ",\n\t")
		}
	}
	return text + g.one("", ",", "\n", " # c\n", "\n  ") + g.one(end, end, end, end, end, end, end, end, end, "", "]", "}")
}

func (g *generator) blank() string { return g.one("", "", "", "", "", " ", "\t", "\n", "\n  ") }

func (g *generator) json() string {
	var stream strings.Builder
	stream.WriteString(g.one("", "", "", "", " ", "\n\n", "\t", "\ufeff", "# c\n", "---\n", "\u00a0"))
	for n := 1 + g.Intn(3); n > 0; n-- {
		stream.WriteString(`{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"a"}`)
		for i := g.Intn(4); i > 0; i-- {
			stream.WriteString(g.one(",", ",", ",", ", ", ",\n", ",\n\t", ",\r\n", " ,", "") + fmt.Sprintf("%q", fmt.Sprint("f", i)) + g.one(":", ": ", " : ", ":\t", ":\n") + g.jsonValue(0))
		}
		stream.WriteString(g.one("}", "}", "}", "}", "\n}", " }", ",}", ""))
		if n > 1 {
			stream.WriteString(g.one("\n", "\n", "\n", "", " ", "\n---\n", "\n--- # c\n", "---\n", "\n---\n---\n", "\n,\n", "\n\n", "\n...\n", "\n# c\n"))
		}
	}
	stream.WriteString(g.one("", "\n", "\n", "\n", " ", "\n}", " a", "\n---\n", "\x00", "\n# c\n", "\n\n\n", "\n---\n"+head))
	return stream.String()
}

func (g *generator) jsonValue(depth int) string {
	if depth < 3 && g.chance(30) {
		object := g.chance(50)
		var parts []string
		for i := g.Intn(4); i > 0; i-- {
			part := g.jsonValue(depth + 1)
			if object {
				part = fmt.Sprintf("%q:", fmt.Sprint("k", i)) + part
			}
			parts = append(parts, part)
		}
		if object {
			return "{" + strings.Join(parts, g.one(",", ", ", ",\n")) + "}"
		}
		return "[" + strings.Join(parts, g.one(",", ", ", ",\n")) + "]"
	}
	if g.chance(50) {
		text := "\""
		for i := g.Intn(4); i > 0; i-- {
			text += g.one("a", " ", "\\n", "\\/", "/", "\\\\", "\\\"", "\\u00e9", "\\uD83D\\uDE00", "\\uD83D", "\\uDE00x", "\\u0000", "\\b", "\\f", "\\r", "\\t", "\\x41", "\\'", "\t", "\n", "\x7f", "\u2028", "\u0085", "\ufeff", "\ufffe", "\U0001F600", "# c", ": ", "\\U0001F600", "\\0")
		}
		return text + "\""
	}
	return g.one("1", "-1", "0", "-0", "1.5", "1e3", "1E+3", "1e-3", "65535.9999999999999999", "18446744073709551616", "9223372036854775807", "9223372036854775808", "true", "false", "null", "01", "+1", ".5", "1.", "0x1", "a", "y", "True", "~", "'a'", "NaN", "1e400", "1.0", "-0.0", "[]", "{}", "[1,]", "", "1_000")
}

// changed puts something into the stream, or takes something out, now and then.
func (g *generator) changed(text string) string {
	for !g.chance(g.calm) && g.chance(50) {
		at := g.Intn(len(text) + 1)
		end := at
		if g.chance(50) {
			end = min(len(text), at+1+g.Intn(3))
		}
		piece := g.one("", " ", "\t", "\n", ":", "-", "#", "\"", "'", "[", "]", "{", "}", ",", "?", "|", "&a ", "*a", "!", "%", "\\", "---\n", "...\n", "\u00a0", "\ufeff", "\x00", "\r")
		text = strings.ToValidUTF8(text[:at], "") + piece + strings.ToValidUTF8(text[end:], "")
	}
	return text
}
