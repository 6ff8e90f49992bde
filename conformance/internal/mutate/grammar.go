package mutate

import (
	"fmt"
	"strings"
)

// grammars make texts of one meaning, each rule by chance: what no list has.
var grammars = map[string]string{
	"duration":  "sign? part part? part?",
	"subnet":    "ip slash",
	"ip":        "ip slash?",
	"address":   "ip | host | socket",
	"regex":     "re",
	"host":      "label dot label dot label | star dot host2 | host2",
	"nshost":    "space slashed host2",
	"url":       "scheme authority urlpath",
	"cel":       "ce",
	"retryOn":   "condition comma condition | condition",
	"endpoint":  "ip colon number",
	"path":      "segment segment segment",
	"number":    "number",
	"when":      "whenkey",
	"principal": "star? principal star?",
	"locality":  "label slashed label slashed label | label slashed star",
}

var terminals = map[string][]string{
	"sign": words("- + --"), "star": words("* ** *-"), "dot": {".", ".", ".", ".", "..", ".*.", "。"}, "comma": {",", ",", ", ", ";"}, "slashed": words("/ / / // /*"), "colon": words(": : : ::"),
	"unit":      {"h", "m", "s", "ms", "us", "ns", "µs", "d", "S", ""},
	"digits":    words("0 1 9 10 59 60 99 100 999 1000 999999 1000000 86400 2147483647 9223372036 00 007 1.5 .5 5. 0.001 0.0005 1.0000000001 3.999"),
	"label":     words("a b1 a-b A x1 prod us-west xn--a 1 0 99 -a a- a_b é"),
	"host2":     words("a.com b.example.org svc.cluster.local a 1.com"),
	"space":     words(". * ~ ns ns-1 NS"),
	"octet":     words("0 1 9 10 127 192 255 256 00 01 0x1"),
	"bits":      words("0 1 8 16 24 31 32 33 64 96 127 128 129 -1 08 +8"),
	"hex":       words("0 1 ff ffff 2001 db8 fe80 fffff g FFFF"),
	"scheme":    words("http:// https:// oci:// file:// HTTP:// ftp:// http:/ http: //"),
	"urlpath":   {"", "/", "/a", "/a/b?c=d", "?a", "#a", "/%41", "/%", "/%zz", "/a b", "/é", "/a#b#c", "/{a}", "/:80", "//"},
	"user":      words("a a:b a:b:c %41 %zz @ é"),
	"socket":    words("unix:///a unix:///var/run/a.sock unix://@a unix://a unix:/a unix:// unix:///a/b/ unix:///a:b"),
	"condition": words("5xx gateway-error reset connect-failure 503 +503 0503 599 600 199 99 cancelled unavailable Unavailable retriable-4xx foo 5XX 418 419 226 227"),
	"whenkey":   words("request.headers[a] request.headers[a-b] request.headers[] request.headers[a]] request.headers[:path] request.auth.claims[a][b] request.auth.claims[a source.ip source.ips remote.ip destination.port connection.sni connection.sni.a experimental.envoy.filters.a[b] experimental.a source.namespace request.auth.principal request.auth.audiences request.auth.presenter"),
	"principal": words("a a/b cluster.local/ns/a/sa/b spiffe://a/ns/b/sa/c"),
	"atom":      {"a", ".", "\\d", "\\w", "[a-z]", "[^/]", "(a)", "(?:a)", "(?i)a", "\\.", "\\/", "\\pL", "[[:alpha:]]", "x*?", "\\Qa\\E", "^", "$", "\\b", "é", "{", "}", "]", "[a", "(", ")", "(?P<n>a)", "(?<n>a)", "\\8", "\\z", "\\Z", "[]a]", "\\x41", "[\\d-z]", "\\p{Lu}", "(?=a)", "|"},
	"repeat":    {"*", "+", "?", "*?", "+?", "??", "**", "{2}", "{2,}", "{2,3}", "{,3}", "{1000}", "{1001}", "{3,2}", "{0}", ""},
	"op":        words("+ - * / % == != < > <= >= && || in ?: = & . ! ??"),
	"term":      {"a", "request.code", "1", "1u", "1.5", "'a'", "\"a\"", "b'a'", "r'\\a'", "true", "null", "[1, 2]", "{'a': 1}", "f(a)", "a.f(1)", "has(a.b)", "has(a)", "a[0]", "a.all(x, x > 1)", "a.exists(x, true)", "a.map(x, x)", "a.map(x, x > 1, x)", "a.filter(1, x)", "-1", "!a", "(a)", "A{b: 1}", "A{}", ".a", "0x1F", "1e3", "'\\u00e9'", "'\\x'", "'''a'''", "[]", "{}", "[1,]", "f(,)", "a.b.c", "`a`", "a.`b`", "int(1)", "?a", "[?a]", "9223372036854775808", "18446744073709551615u", "18446744073709551616u", "'\n'", "// a"},
	"segment":   {"/a", "/{*}", "/{**}", "/*", "/", "//", "/{a}", "/{*}a", "/a{*}", "/%41", "/a.b", "/é", "/a b", "/{", "*", "/a=b"},
}

// invent makes a text for a path by the grammar of its meaning, or by any.
func (m *Mutator) invent(meanings []meaning, path string) string {
	name := ""
	for _, meaning := range meanings {
		if meaning.path.MatchString(path) {
			name = meaning.pool
			break
		}
	}
	rule, known := grammars[name]
	if !known || m.random.IntN(12) == 0 {
		rule = grammars[pick(m.random, grammarNames)]
	}
	return m.derive(rule)
}

var grammarNames = words("duration subnet address regex host nshost url cel retryOn endpoint path number when principal locality")

// derive makes a text of a rule: words in turn, one of those between bars, a question mark behind what may be missing.
func (m *Mutator) derive(rule string) string {
	var out strings.Builder
	for _, word := range words(pick(m.random, strings.Split(rule, " | "))) {
		if optional := strings.TrimSuffix(word, "?"); optional != word {
			if m.random.IntN(3) > 0 {
				continue
			}
			word = optional
		}
		out.WriteString(m.word(word))
	}
	return out.String()
}

func (m *Mutator) word(name string) string {
	one := func(name string) string { return pick(m.random, terminals[name]) }
	switch name {
	case "part":
		return one("digits") + one("unit")
	case "number":
		return one("digits")
	case "slash":
		return pick(m.random, []string{"/", "/", "/", "/", "", "//"}) + one("bits")
	case "host":
		return one("label") + one("dot") + one("label")
	case "authority":
		user, port := "", ""
		if m.random.IntN(6) == 0 {
			user = one("user") + "@"
		}
		if m.random.IntN(3) == 0 {
			port = ":" + pick(m.random, words("80 0 65535 65536 a -1 +1 080 ٣"))
		}
		host := pick(m.random, []string{one("host2"), m.word("ip"), "[" + m.word("ip") + "]", "", "a_b", "é.com", "*", "a%20b"})
		return user + host + port
	case "ip":
		if m.random.IntN(2) == 0 {
			count := pick(m.random, []int{4, 4, 4, 4, 3, 5})
			octets := make([]string, count)
			for i := range octets {
				octets[i] = one("octet")
				if m.random.IntN(3) > 0 {
					octets[i] = fmt.Sprint(m.random.IntN(256))
				}
			}
			return strings.Join(octets, ".")
		}
		groups := make([]string, 1+m.random.IntN(9))
		for i := range groups {
			groups[i] = pick(m.random, []string{one("hex"), fmt.Sprintf("%x", m.random.IntN(65536)), ""})
		}
		text := strings.Join(groups, ":")
		return text + pick(m.random, []string{"", "", "", "::", "%eth0", "%", ":1.2.3.4", "::ffff:1.2.3.4"})
	case "re":
		var out strings.Builder
		for range 1 + m.random.IntN(6) {
			atom := one("atom")
			if m.random.IntN(6) == 0 {
				atom = "(" + atom + one("atom") + ")"
			}
			out.WriteString(atom)
			if m.random.IntN(2) == 0 {
				out.WriteString(one("repeat"))
			}
		}
		return out.String()
	case "ce":
		var out strings.Builder
		out.WriteString(one("term"))
		for range m.random.IntN(4) {
			blank := pick(m.random, []string{" ", "", " ", "\t"})
			out.WriteString(blank + one("op") + blank + one("term"))
		}
		return out.String()
	}
	return one(name)
}
