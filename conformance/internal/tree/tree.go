// Package tree has documents that can be broken: a field may stand twice, a value may be written as any text.
package tree

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Node is a value of a document. Exactly one of Fields, Items and Value counts, by Kind.
type Node struct {
	Kind   Kind
	Fields []Field
	Items  []*Node
	Value  any    // nil, bool, int64, float64 or string
	Plain  string // of a scalar: written as it is, without quotes; empty for the value's own form
}

// Field is a name with its value. Names may repeat.
type Field struct {
	Name  string
	Value *Node
}

// Kind of a node.
type Kind int

// The kinds.
const (
	Scalar Kind = iota
	List
	Map
)

// Of makes a tree of decoded JSON; names are in order.
func Of(value any) *Node {
	switch v := value.(type) {
	case map[string]any:
		node := &Node{Kind: Map}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			node.Fields = append(node.Fields, Field{name, Of(v[name])})
		}
		return node
	case []any:
		node := &Node{Kind: List}
		for _, item := range v {
			node.Items = append(node.Items, Of(item))
		}
		return node
	case []string:
		node := &Node{Kind: List}
		for _, item := range v {
			node.Items = append(node.Items, Of(item))
		}
		return node
	case int:
		return &Node{Value: int64(v)}
	default:
		return &Node{Value: v}
	}
}

// Object makes a map of names and values in turn.
func Object(namesAndValues ...any) *Node {
	node := &Node{Kind: Map}
	for i := 0; i < len(namesAndValues); i += 2 {
		value, isNode := namesAndValues[i+1].(*Node)
		if !isNode {
			value = Of(namesAndValues[i+1])
		}
		node.Fields = append(node.Fields, Field{namesAndValues[i].(string), value})
	}
	return node
}

// Copy is a deep copy.
func (n *Node) Copy() *Node {
	c := *n
	c.Fields = make([]Field, len(n.Fields))
	for i, field := range n.Fields {
		c.Fields[i] = Field{field.Name, field.Value.Copy()}
	}
	c.Items = make([]*Node, len(n.Items))
	for i, item := range n.Items {
		c.Items[i] = item.Copy()
	}
	return &c
}

// Get is the value of the first field of that name, or nil.
func (n *Node) Get(name string) *Node {
	for _, field := range n.Fields {
		if field.Name == name {
			return field.Value
		}
	}
	return nil
}

// At goes down by names; nil where there is no such field.
func (n *Node) At(names ...string) *Node {
	for _, name := range names {
		if n = n.Get(name); n == nil {
			return nil
		}
	}
	return n
}

// Set replaces the first field of that name, or adds one.
func (n *Node) Set(name string, value *Node) {
	for i := range n.Fields {
		if n.Fields[i].Name == name {
			n.Fields[i].Value = value
			return
		}
	}
	n.Fields = append(n.Fields, Field{name, value})
}

// Text is the scalar's text; empty for anything else.
func (n *Node) Text() string {
	if n == nil {
		return ""
	}
	text, _ := n.Value.(string)
	return text
}

// Style is how a document is written.
type Style int

// The styles. All say the same.
const (
	Quoted Style = iota // every name and text in double quotes
	Usual               // as people and kubectl write: quotes only where they are needed
	Flow                // on one line, as JSON
	Styles
)

// YAML writes the document.
func (n *Node) YAML(style Style) string {
	w := &writer{style: style}
	if style == Flow {
		w.flow(n)
	} else {
		w.block(n, "", false)
	}
	return strings.TrimLeft(w.out.String(), "\n ") + "\n"
}

type writer struct {
	out   strings.Builder
	style Style
}

// block writes a value behind a name or a dash; inline: its first field may stand there too.
func (w *writer) block(n *Node, indent string, inline bool) {
	switch {
	case n.Kind == Map && len(n.Fields) > 0:
		for i, field := range n.Fields {
			if inline && i == 0 {
				w.out.WriteString(" ")
			} else {
				w.out.WriteString("\n" + indent)
			}
			w.out.WriteString(w.name(field.Name) + ":")
			inner := indent + "  "
			if w.style == Usual && field.Value.Kind == List {
				inner = indent
			}
			w.block(field.Value, inner, false)
		}
	case n.Kind == List && len(n.Items) > 0:
		for i, item := range n.Items {
			if inline && i == 0 {
				w.out.WriteString(" -")
			} else {
				w.out.WriteString("\n" + indent + "-")
			}
			w.block(item, indent+"  ", w.style == Usual)
		}
	case n.Kind == Scalar && n.Plain != "":
		w.out.WriteString(" " + n.Plain)
	default:
		w.out.WriteString(" ")
		w.flow(n)
	}
}

func (w *writer) flow(n *Node) {
	switch n.Kind {
	case Map:
		w.out.WriteString("{")
		for i, field := range n.Fields {
			if i > 0 {
				w.out.WriteString(", ")
			}
			w.out.WriteString(quoted(field.Name) + ": ")
			w.flow(field.Value)
		}
		w.out.WriteString("}")
	case List:
		w.out.WriteString("[")
		for i, item := range n.Items {
			if i > 0 {
				w.out.WriteString(", ")
			}
			w.flow(item)
		}
		w.out.WriteString("]")
	default:
		switch {
		case n.Plain != "":
			w.out.WriteString(n.Plain)
		case w.style == Usual:
			w.out.WriteString(w.scalar(n.Value))
		default:
			w.out.WriteString(scalar(n.Value))
		}
	}
}

func (w *writer) name(name string) string {
	if w.style == Usual {
		return w.scalar(name)
	}
	return quoted(name)
}

// Texts that are texts without quotes too, to every reader.
var plain = regexp.MustCompile(`^[A-Za-z_/.][-A-Za-z0-9_./]*([ :][-A-Za-z0-9_./]+)*$`)

var words = map[string]bool{"y": true, "n": true, "yes": true, "no": true, "on": true, "off": true, "true": true, "false": true, "null": true, ".inf": true, ".nan": true}

func (w *writer) scalar(value any) string {
	text, is := value.(string)
	number, _ := regexp.MatchString(`^[-+.]*[0-9_.]*(e[0-9]*)?$`, text)
	if !is || !plain.MatchString(text) || words[strings.ToLower(text)] || number {
		return scalar(value)
	}
	return text
}

func scalar(value any) string {
	switch v := value.(type) {
	case nil:
		return "null"
	case string:
		return quoted(v)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	default:
		return fmt.Sprint(v)
	}
}

// quoted is a text as a double-quoted scalar of YAML.
func quoted(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\t':
			out.WriteString(`\t`)
		case r >= ' ' && r < 0x7f || r > 0xa0 && r != 0xfeff && unicode.IsPrint(r):
			out.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&out, `\U%08x`, r)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	out.WriteByte('"')
	return out.String()
}
