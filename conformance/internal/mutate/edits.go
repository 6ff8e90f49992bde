package mutate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"policycortex.com/istio/conformance/internal/tree"
)

// Letters that mean something to some reader, or that look like such.
var letters = []rune("aZ09-_.:/*%{}[]()\\\"'`~!@#$^&+=|;,?<> \t\n\x00\x1f\x7f\u0085\u00a0\u00e9\u0301\u0130\u0131\u017f\u0430\u0661\u06f1\u05d0\u0905\u0e01\u200b\u200d\u2028\u212a\u2215\u3002\uff0e\uff0f\uff11\ufeff\ufffd\u65e5\U0001d7d8\U0001f600\U000e0001")

// edit changes one letter or two of a text that stands there, of metadata too.
func (m *Mutator) edit(document *tree.Node) bool {
	if s, found := m.whereText(document); found {
		text := s.node.Value.(string)
		for range pick(m.random, []int{1, 1, 1, 2}) {
			text = m.edited(text)
		}
		return m.replace(s, tree.Of(text))
	}
	return false
}

// whereText is any text but those of apiVersion and kind; one of metadata now and then.
func (m *Mutator) whereText(document *tree.Node) (site, bool) {
	if metadata := document.Get("metadata"); metadata != nil && m.random.IntN(8) == 0 {
		var texts []site
		for _, s := range sites("metadata", metadata, nil) {
			if isText(s) {
				texts = append(texts, s)
			}
		}
		if len(texts) > 0 {
			return pick(m.random, texts), true
		}
	}
	return m.where(document, func(s site) bool { return isText(s) && isInner(s) })
}

func (m *Mutator) edited(text string) string {
	runes := []rune(text)
	i := m.random.IntN(len(runes) + 1)
	letter := pick(m.random, letters)
	if m.random.IntN(2) == 0 {
		letter = letters[m.random.IntN(38)] // mostly what can be typed
	}
	if len(runes) == 0 {
		return string(letter)
	}
	j := m.random.IntN(len(runes))
	switch m.random.IntN(10) {
	case 0, 1, 2:
		return string(slices.Insert(runes, i, letter))
	case 3, 4:
		return string(slices.Delete(runes, j, j+1))
	case 5, 6:
		runes[j] = letter
		return string(runes)
	case 7:
		return string(slices.Insert(runes, i, runes[j]))
	case 8:
		runes[j], runes[len(runes)-1] = runes[len(runes)-1], runes[j]
		return string(runes)
	default:
		return pick(m.random, []func(string) string{strings.ToUpper, strings.ToLower, strings.ToTitle, func(t string) string { return t + t }, func(t string) string { return t + "\n" }, func(t string) string { return " " + t }, strconv.Quote})(text)
	}
}

// pad makes a text that stands there about as long as a limit, by what is in it already.
func (m *Mutator) pad(document *tree.Node) bool {
	s, found := m.whereText(document)
	if !found {
		return false
	}
	text := s.node.Value.(string)
	length := pick(m.random, []int{63, 128, 253, 255, 256, 320, 512, 1000, 1024, 2048, 4096, 65536}) + m.random.IntN(4) - 1
	if s.schema != nil && s.schema.MaxLength != nil && *s.schema.MaxLength < 1<<20 && m.random.IntN(2) == 0 {
		length = int(*s.schema.MaxLength) + m.random.IntN(3) - 1
	}
	missing := length - len(text)
	if missing <= 0 {
		return false
	}
	filler := pick(m.random, []string{"a", "a", "a", "é", "a.", ".a", "a-", "0", "/a", "日"})
	more := strings.Repeat(filler, missing/len(filler)+1)[:missing]
	i := pick(m.random, []int{0, len(text) / 2, len(text)})
	if dot := strings.IndexByte(text, '.'); dot > 0 && m.random.IntN(3) == 0 {
		i = dot
	}
	return m.replace(s, tree.Of(strings.ToValidUTF8(text[:i]+more+text[i:], "x")))
}

// written writes a number, a truth or a text that stands there in another way that may mean the same.
func (m *Mutator) written(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isScalar(s) && isInner(s) && s.node.Value != nil && s.node.Plain == "" })
	if !found {
		return false
	}
	var forms []string
	switch v := s.node.Value.(type) {
	case int64:
		forms = []string{fmt.Sprintf("%d.0", v), fmt.Sprintf("%de0", v), fmt.Sprintf("%d.", v), fmt.Sprintf("0x%x", v), fmt.Sprintf("0%o", v), fmt.Sprintf("0o%o", v), fmt.Sprintf("0b%b", v), fmt.Sprintf("+%d", v), fmt.Sprintf("%d_0", v), fmt.Sprintf("%q", fmt.Sprint(v)), fmt.Sprintf("%d.5", v), fmt.Sprintf("%.1fe1", float64(v)/10), fmt.Sprintf("%d0e-1", v), fmt.Sprintf("0%d", v), fmt.Sprintf("-%d", v), fmt.Sprintf("!!int %d", v), fmt.Sprintf("!!float %d", v), fmt.Sprintf("!!str %d", v), fmt.Sprintf("%d ", v), fmt.Sprintf("%d # a", v), fmt.Sprintf("%d00000000000000000000", v)}
	case float64:
		forms = []string{fmt.Sprintf("%e", v), fmt.Sprintf("%q", fmt.Sprint(v)), fmt.Sprintf("%.20f", v), fmt.Sprintf("+%v", v), fmt.Sprintf("%x", v), fmt.Sprintf("!!int %v", v), fmt.Sprintf("%.0f", v)}
	case bool:
		forms = words(fmt.Sprintf("yes no on off y n True TRUE False 1 0 %q ~", fmt.Sprint(v)))
	case string:
		if strings.ContainsAny(v, "\n\r\x00\t\u0085\u2028\u2029\ufeff\x7f") || v == "" {
			return false
		}
		single := "'" + strings.ReplaceAll(v, "'", "''") + "'"
		forms = []string{single, single + " # a", "!!str " + single, "! " + single, "&a1 " + single, v, "|-\n        " + v, ">-\n        " + v, "|\n        " + v, "|+\n        " + v + "\n\n", ">\n        " + v, "\"" + strings.ReplaceAll(strings.ReplaceAll(v, `\`, `\\`), `"`, `\"`) + "\\\n      \"", "!!binary " + single}
	}
	return len(forms) > 0 && m.replace(s, &tree.Node{Plain: pick(m.random, forms)})
}

// alias lets two places share one value by an anchor, or one take in the fields of another.
func (m *Mutator) alias(document *tree.Node) bool {
	all := slices.DeleteFunc(m.sites(document), func(s site) bool { return !isInner(s) || s.node.Plain != "" || size(s.node) > 30 })
	if len(all) < 2 {
		return false
	}
	from, to := pick(m.random, all), pick(m.random, all)
	if m.random.IntN(3) > 0 {
		var alike []site
		for _, s := range all {
			if last(s.path) == last(from.path) && s.node != from.node {
				alike = append(alike, s)
			}
		}
		if len(alike) == 0 {
			return false
		}
		to = pick(m.random, alike)
	}
	if within(from.node, to.node) || within(to.node, from.node) {
		return false
	}
	text := strings.TrimSpace(from.node.YAML(tree.Flow))
	if strings.Contains(text, "\n") {
		return false
	}
	name := fmt.Sprintf("x%d", m.random.IntN(3))
	shared := from.node.Copy()
	isMap := shared.Kind == tree.Map
	*from.node = tree.Node{Plain: "&" + name + " " + text}
	switch {
	case to.node.Kind == tree.Map && isMap && m.random.IntN(2) == 0:
		own := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(to.node.YAML(tree.Flow)), "{"), "}")
		merged := pick(m.random, []string{"*" + name, "[*" + name + "]"})
		if own != "" {
			own = ", " + own
		}
		*to.node = tree.Node{Plain: "{<<: " + merged + " " + own + "}"}
		if own != "" && m.random.IntN(4) == 0 { // the last decides
			*to.node = tree.Node{Plain: "{" + own[2:] + ", <<: " + merged + " }"}
		}
	case to.node.Kind == tree.List && m.random.IntN(2) == 0:
		to.node.Items = append(to.node.Items, &tree.Node{Plain: "*" + name + " "})
	default:
		*to.node = tree.Node{Plain: "*" + name + " "}
	}
	return true
}

func within(outer, inner *tree.Node) bool {
	if outer == inner {
		return true
	}
	for _, field := range outer.Fields {
		if within(field.Value, inner) {
			return true
		}
	}
	return slices.ContainsFunc(outer.Items, func(item *tree.Node) bool { return within(item, inner) })
}

// exchange lets two values of one type change places, whatever they are for.
func (m *Mutator) exchange(document *tree.Node) bool {
	one, found := m.where(document, isInner)
	if !found {
		return false
	}
	kind := func(s site) string { return fmt.Sprintf("%d %T", s.node.Kind, s.node.Value) }
	other, found := m.where(document, func(s site) bool {
		return isInner(s) && kind(s) == kind(one) && !within(s.node, one.node) && !within(one.node, s.node)
	})
	if !found {
		return false
	}
	*one.node, *other.node = *other.node, *one.node
	return true
}

// hollow takes away what is in all values within one: each is null, or each is empty.
func (m *Mutator) hollow(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isInner(s) && size(s.node) > 1 && size(s.node) < 40 })
	if !found {
		return false
	}
	how := m.random.IntN(3)
	var empty func(*tree.Node)
	empty = func(node *tree.Node) {
		for _, field := range node.Fields {
			empty(field.Value)
		}
		for _, item := range node.Items {
			empty(item)
		}
		if node.Kind != tree.Scalar || m.random.IntN(4) == 0 {
			return
		}
		switch node.Value.(type) {
		case string:
			*node = *tree.Of([]any{nil, "", " "}[how])
		case bool:
			*node = *tree.Of([]any{nil, false, true}[how])
		default:
			*node = *tree.Of([]any{nil, 0, -1}[how])
		}
	}
	empty(s.node)
	return true
}

// nullElement puts a null, an empty element or a list among those of a list.
func (m *Mutator) nullElement(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return s.node.Kind == tree.List && isInner(s) })
	if !found {
		return false
	}
	element := pick(m.random, []*tree.Node{tree.Of(nil), {Kind: tree.Map}, {Kind: tree.List}, tree.Of("")}).Copy()
	s.node.Items = slices.Insert(s.node.Items, m.random.IntN(len(s.node.Items)+1), element)
	return true
}

// emptied gives every absent field of an object its empty value, or null.
func (m *Mutator) emptied(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isMessage(s) && len(m.absent(s)) > 0 })
	if !found {
		return false
	}
	null := m.random.IntN(2) == 0
	for _, name := range m.absent(s) {
		if m.random.IntN(3) == 0 {
			continue
		}
		property := s.schema.Properties[name]
		if null {
			s.node.Set(name, tree.Of(nil))
		} else {
			s.node.Set(name, emptyOf(&property))
		}
	}
	return true
}

// invented puts a text of a grammar in the place of one.
func (m *Mutator) invented(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isText(s) && isInner(s) && !isEnum(s) })
	return found && m.replace(s, tree.Of(m.invent(textMeanings(s.schema), s.path)))
}
