// Package meshconfig asks istiod's own decoder what it makes of MeshConfig and MeshNetworks: for each field, values as nobody should write them.
package meshconfig

import (
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"
)

// Values as YAML writes them. Each kind of field is tried with all of them: what is odd for one is the usual form of another.
var spellings = []string{
	// nothing, and truth
	"null", "~", "\"\"", "true", "false", "yes", "On", "y", "\"true\"", "\"null\"", "'~'",
	// whole numbers
	"0", "1", "2", "3", "4", "6", "7", "1000", "-1", "+1", "\"0\"", "\"1\"", "\"2\"", "\"-1\"", "\"+1\"", "\" 1\"", "\"1 \"", "\"\\t1\"", "\"01\"", "010", "0o10", "0x10", "\"0x10\"", "0b11",
	"1_000", "\"1_000\"", "12:30", "127", "128", "256", "65536", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296",
	"\"4294967296\"", "9007199254740993", "9223372036854775807", "\"9223372036854775807\"", "9223372036854775808", "18446744073709551615", "18446744073709551616",
	// other numbers
	"1.0", "\"1.0\"", "1.5", "\"1.5\"", ".5", "\".5\"", "5.", "\"5.\"", "1e2", "1E2", "\"1e2\"", "1e-2", "1.0e+2", "\"1E+2\"", "1e21", "1e400", "\"1e400\"", "\"-0\"", "-0", "-0.0",
	"\"00\"", "\"1e\"", "123456789.123456789", "1e-400",
	".inf", "-.inf", ".nan", "\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "NaN", "Infinity", "-Infinity", "\"+Infinity\"", "\"nan\"", "\"inf\"", "\" NaN\"",
	// texts
	"text", "\"text\"", "\"a b\"", "2020-01-01", "!!str 1", "!!int \"1\"", "!!float 1", "!!bool \"true\"", "!!str true", "!!binary aGk=", "!!null \"\"", "\"\\u0031\"", "\"\\\"1\\\"\"",
	// durations
	"5s", "\"5s\"", "1h30m", "1.5h", "-5s", "+5s", "\".5s\"", "\"5.s\"", "0s", "\"0\"", "5", "1d", "PT5S", "5S", "1us", "1µs", "1μs", "1ns", "1e3s", "1h 30m", "\"5s \"", "\" 5s\"",
	"2562047h", "2562048h", "9223372036854775807ns", "9223372036854775808ns", "9223372036s", "9223372037s", "100ms100us", "5s5s", "\"5\\u0073\"", "s", "\"-\"", "1.123456789123s",
	// bytes
	"aGk=", "\"aGk\"", "\"aGk-\"", "\"aG k=\"", "\"aGk=\\n\"", "\"aGk=\\n\\r\"", "\"a\"", "\"_w==\"", "\"/w==\"", "\"aGl=\"",
	// lists and objects
	"[]", "[null]", "[~, a]", "[a]", "[1]", "[\"1\"]", "[true]", "[a, 1]", "[[]]", "[[a]]", "[{}]", "[\"\"]", "[1.5]", "[5s]",
	"{}", "{a: b}", "{a: null}", "{a: 1}", "{a: true}", "{a: {}}", "{a: []}", "{1: a}", "{1.5: a}", "{true: a}", "{y: a}", "{\"\": a}", "{null: a}", "{a: \"1\"}", "{a: 1.5}",
	"{value: 1}", "{seconds: 5}", "{seconds: 5, nanos: 1}",
}

// constants are spellings of an enumeration's constants.
func constants(enum protoreflect.EnumDescriptor) (spelt []string) {
	values := enum.Values()
	for i := range values.Len() {
		name := string(values.Get(i).Name())
		spelt = append(spelt, name, "\""+name+"\"", strings.ToLower(name), "\""+strings.ToLower(name)+"\"", "\" "+name+"\"")
	}
	return spelt
}
