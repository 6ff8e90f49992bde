package mutate

import (
	"slices"
	"strings"
	"unicode"

	"policycortex.com/istio/conformance/internal/tree"
)

// sites of the document but for its head, with schema where the kind is known.
func (m *Mutator) sites(document *tree.Node) (all []site) {
	kind, known := m.kind(document)
	if !known {
		kind = Kind{Name: document.Get("kind").Text()}
	}
	body := &tree.Node{Kind: tree.Map}
	for _, field := range document.Fields {
		if !slices.Contains(head, field.Name) {
			body.Fields = append(body.Fields, field)
		}
	}
	for _, s := range sites(kind.Name, body, kind.Body) {
		if s.parent == body {
			s.parent = document
		}
		if s.node == body {
			s.node = document
		}
		all = append(all, s)
	}
	return all
}

// where picks one of the sites that fit.
func (m *Mutator) where(document *tree.Node, fits func(site) bool) (site, bool) {
	var fitting []site
	for _, s := range m.sites(document) {
		if fits(s) {
			fitting = append(fitting, s)
		}
	}
	if len(fitting) == 0 {
		return site{}, false
	}
	return pick(m.random, fitting), true
}

func isObject(s site) bool { return s.node.Kind == tree.Map }
func isScalar(s site) bool { return s.node.Kind == tree.Scalar }
func isInner(s site) bool  { return s.parent != nil }
func isText(s site) bool   { _, is := s.node.Value.(string); return isScalar(s) && is }
func isTruth(s site) bool  { _, is := s.node.Value.(bool); return isScalar(s) && is }
func isEnum(s site) bool   { return s.schema != nil && len(s.schema.Enum) > 0 }
func isFilled(s site) bool { return s.node.Kind == tree.List && len(s.node.Items) > 0 }
func isList(s site) bool {
	return s.node.Kind == tree.List && s.schema != nil && s.schema.Items != nil
}
func isNumber(s site) bool {
	switch s.node.Value.(type) {
	case int64, float64:
		return isScalar(s)
	}
	return false
}
func isMessage(s site) bool { return isObject(s) && s.schema != nil && len(s.schema.Properties) > 0 }
func isDictionary(s site) bool {
	return isObject(s) && s.schema != nil && s.schema.AdditionalProperties != nil && s.schema.AdditionalProperties.Schema != nil
}

func (m *Mutator) replace(s site, node *tree.Node) bool {
	*s.node = *node
	return true
}

func (m *Mutator) absent(s site) (names_ []string) {
	for _, name := range names(s.schema) {
		if s.node.Get(name) == nil {
			names_ = append(names_, name)
		}
	}
	return names_
}

func (m *Mutator) addField(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isMessage(s) && len(m.absent(s)) > 0 })
	if !found {
		return false
	}
	name := pick(m.random, m.absent(s))
	property := s.schema.Properties[name]
	m.generator.left = 8
	s.node.Set(name, m.generator.Value(s.path+"."+name, &property))
	return true
}

func (m *Mutator) removeField(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isObject(s) && len(s.node.Fields) > 0 })
	if !found {
		return false
	}
	i := m.random.IntN(len(s.node.Fields))
	s.node.Fields = append(s.node.Fields[:i:i], s.node.Fields[i+1:]...)
	return true
}

func (m *Mutator) doubleField(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isObject(s) && len(s.node.Fields) > 0 })
	if !found {
		return false
	}
	field := pick(m.random, s.node.Fields)
	s.node.Fields = append(s.node.Fields, tree.Field{Name: field.Name, Value: field.Value.Copy()})
	return true
}

func (m *Mutator) foreignField(document *tree.Node) bool {
	s, found := m.where(document, isObject)
	if !found {
		return false
	}
	if len(s.node.Fields) > 0 && m.random.IntN(3) > 0 {
		field := &s.node.Fields[m.random.IntN(len(s.node.Fields))]
		field.Name = m.slip(field.Name)
		return true
	}
	object := s.node
	if m.random.IntN(8) == 0 {
		object = document
	}
	m.generator.left = 3
	object.Fields = append(object.Fields, tree.Field{Name: pick(m.random, words("foo x-foo name host spec status metadata match $schema kind")), Value: m.generator.anything(1)})
	return true
}

// slip is a name as a hurried person writes it.
func (m *Mutator) slip(name string) string {
	letters := []rune(name)
	if len(letters) < 2 {
		return name + "s"
	}
	i := 1 + m.random.IntN(len(letters)-1)
	switch m.random.IntN(7) {
	case 0:
		return strings.ToUpper(name[:1]) + name[1:]
	case 1:
		return strings.ToLower(name)
	case 2:
		return snake(name)
	case 3:
		return string(letters[:i]) + string(letters[i:][1:])
	case 4:
		letters[i-1], letters[i] = letters[i], letters[i-1]
		return string(letters)
	case 5:
		return name + "s"
	default:
		return name + " "
	}
}

func snake(name string) string {
	var out strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			out.WriteByte('_')
		}
		out.WriteRune(unicode.ToLower(r))
	}
	return out.String()
}

func (m *Mutator) secondArm(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isMessage(s) && len(oneofs(s.schema)) > 0 })
	if !found {
		return false
	}
	arms := pick(m.random, oneofs(s.schema))
	for range 2 {
		name := pick(m.random, arms)
		property := s.schema.Properties[name]
		m.generator.left = 8
		if s.node.Get(name) == nil {
			s.node.Set(name, m.generator.Value(s.path+"."+name, &property))
		}
	}
	return true
}

func (m *Mutator) text(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isText(s) && isInner(s) })
	return found && m.replace(s, tree.Of(oddText(m.random, textMeanings(s.schema), s.path)))
}

func (m *Mutator) number(document *tree.Node) bool {
	s, found := m.where(document, isNumber)
	if !found {
		return false
	}
	if s.schema != nil && s.schema.Type == "number" && m.random.IntN(4) > 0 || m.random.IntN(20) == 0 {
		return m.replace(s, tree.Of(pick(m.random, numbers)))
	}
	if n, isInteger := s.node.Value.(int64); isInteger && m.random.IntN(3) == 0 {
		return m.replace(s, tree.Of(n+int64(m.random.IntN(3))-1))
	}
	return m.replace(s, tree.Of(pick(m.random, integers)))
}

func (m *Mutator) truth(document *tree.Node) bool {
	s, found := m.where(document, isTruth)
	return found && m.replace(s, tree.Of(!s.node.Value.(bool)))
}

func (m *Mutator) enum(document *tree.Node) bool {
	s, found := m.where(document, isEnum)
	if !found {
		return false
	}
	constant := enum(pick(m.random, s.schema.Enum))
	name, _ := constant.(string)
	switch m.random.IntN(8) {
	case 0:
		return m.replace(s, tree.Of(strings.ToLower(name)))
	case 1:
		return m.replace(s, tree.Of(m.random.IntN(5)-1))
	case 2:
		return m.replace(s, tree.Of(pick(m.random, append(oddTexts, name+"_", m.slip(name)))))
	default:
		return m.replace(s, tree.Of(constant))
	}
}

func (m *Mutator) wrongType(document *tree.Node) bool {
	s, found := m.where(document, isInner)
	if !found {
		return false
	}
	old := s.node.Copy()
	switch m.random.IntN(9) {
	case 0:
		return m.replace(s, &tree.Node{Kind: tree.List, Items: []*tree.Node{old}})
	case 1:
		return m.replace(s, tree.Object(pick(m.random, words("value name a exact")), old))
	case 2:
		if len(old.Items) > 0 {
			return m.replace(s, old.Items[0])
		}
		return m.replace(s, tree.Of("text"))
	case 3:
		return m.replace(s, tree.Of(pick(m.random, integers)))
	case 4:
		return m.replace(s, tree.Of(m.random.IntN(2) == 0))
	case 5:
		return m.replace(s, tree.Of(pick(m.random, numbers)))
	case 6:
		if old.Kind == tree.Scalar && old.Plain == "" {
			return m.replace(s, tree.Of(strings.Trim(tree.Of(old.Value).YAML(tree.Quoted), " \"\n")))
		}
		return m.replace(s, tree.Of(""))
	case 7:
		return m.replace(s, tree.Of(pick(m.random, words("1 80 true 1.5 null {} [] 5s"))))
	default:
		return m.replace(s, m.generator.anything(1))
	}
}

func (m *Mutator) null(document *tree.Node) bool {
	if m.random.IntN(20) == 0 {
		document.Set(pick(m.random, words("spec metadata status kind apiVersion")), tree.Of(nil))
		return true
	}
	s, found := m.where(document, isInner)
	return found && m.replace(s, tree.Of(nil))
}

func (m *Mutator) empty(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isInner(s) || m.random.IntN(20) == 0 })
	if !found {
		return false
	}
	// Often a field that was not there: an empty list is not the same as none.
	if isMessage(s) && m.random.IntN(2) == 0 && len(m.absent(s)) > 0 {
		name := pick(m.random, m.absent(s))
		property := s.schema.Properties[name]
		s.node.Set(name, emptyOf(&property))
		return true
	}
	return m.replace(s, emptyOf(s.schema))
}

func emptyOf(schema *Schema) *tree.Node {
	switch {
	case schema == nil || schema.Type == "object":
		return &tree.Node{Kind: tree.Map}
	case schema.Type == "array":
		return &tree.Node{Kind: tree.List}
	case schema.Type == "string":
		return tree.Of("")
	case schema.Type == "boolean":
		return tree.Of(false)
	default:
		return tree.Of(0)
	}
}

func (m *Mutator) plain(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isScalar(s) && isInner(s) })
	if !found {
		return false
	}
	if text, is := s.node.Value.(string); is && m.random.IntN(3) == 0 && text != "" && !strings.ContainsAny(text, "\n\r\x00") {
		return m.replace(s, &tree.Node{Plain: text})
	}
	if m.random.IntN(4) == 0 {
		return m.replace(s, &tree.Node{Plain: pick(m.random, plainSentences) + " "})
	}
	return m.replace(s, &tree.Node{Plain: pick(m.random, plains)})
}

func (m *Mutator) addElement(document *tree.Node) bool {
	s, found := m.where(document, isList)
	if !found {
		return false
	}
	m.generator.left = 8
	i := m.random.IntN(len(s.node.Items) + 1)
	item := m.generator.Value(s.path+"[]", s.schema.Items.Schema)
	s.node.Items = append(s.node.Items[:i:i], append([]*tree.Node{item}, s.node.Items[i:]...)...)
	return true
}

func (m *Mutator) removeElement(document *tree.Node) bool {
	s, found := m.where(document, isFilled)
	if !found {
		return false
	}
	i := m.random.IntN(len(s.node.Items))
	s.node.Items = append(s.node.Items[:i:i], s.node.Items[i+1:]...)
	return true
}

func (m *Mutator) doubleElement(document *tree.Node) bool {
	s, found := m.where(document, isFilled)
	if !found {
		return false
	}
	s.node.Items = append(s.node.Items, pick(m.random, s.node.Items).Copy())
	return true
}

// Around every limit of the schemas. Longer lists would only take time.
var lengths = []int{2, 3, 15, 16, 17, 32, 64, 65, 128, 129, 256, 257, 512, 513}

func (m *Mutator) manyElements(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isFilled(s) && size(s.node) < 200 })
	if !found {
		return false
	}
	item := pick(m.random, s.node.Items)
	for range pick(m.random, lengths) {
		if text, is := item.Value.(string); is && m.random.IntN(2) == 0 {
			s.node.Items = append(s.node.Items, tree.Of(text+strings.Repeat("x", m.random.IntN(3))))
		} else {
			s.node.Items = append(s.node.Items, item.Copy())
		}
	}
	return true
}

func (m *Mutator) shuffle(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isFilled(s) && len(s.node.Items) > 1 })
	if !found {
		return false
	}
	m.random.Shuffle(len(s.node.Items), func(i, j int) { s.node.Items[i], s.node.Items[j] = s.node.Items[j], s.node.Items[i] })
	return true
}

func (m *Mutator) key(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isDictionary(s) && len(s.node.Fields) > 0 })
	if !found {
		return false
	}
	s.node.Fields[m.random.IntN(len(s.node.Fields))].Name = oddText(m.random, keyMeanings, s.path)
	return true
}

func (m *Mutator) addKey(document *tree.Node) bool {
	s, found := m.where(document, isDictionary)
	if !found {
		return false
	}
	m.generator.left = 4
	s.node.Set(goodText(m.random, keyMeanings, s.path), m.generator.Value(s.path+"{}", s.schema.AdditionalProperties.Schema))
	return true
}

func (m *Mutator) swap(document *tree.Node) bool {
	other := m.sites(pick(m.random, m.bases))
	if len(other) == 0 {
		return false
	}
	part := pick(m.random, other)
	s, found := m.where(document, func(s site) bool { return isInner(s) && (s.path == part.path || last(s.path) == last(part.path)) })
	if !found {
		if s, found = m.where(document, isInner); !found || m.random.IntN(3) > 0 {
			return false
		}
	}
	return m.replace(s, part.node.Copy())
}

func last(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

func (m *Mutator) within(document *tree.Node) bool {
	from, found := m.where(document, isInner)
	if !found {
		return false
	}
	to, found := m.where(document, func(s site) bool {
		return isInner(s) && s.node != from.node && (s.path == from.path || last(s.path) == last(from.path))
	})
	return found && m.replace(to, from.node.Copy())
}

func (m *Mutator) anew(document *tree.Node) bool {
	s, found := m.where(document, func(s site) bool { return isInner(s) && s.schema != nil })
	if !found {
		return false
	}
	m.generator.left = 12
	return m.replace(s, m.generator.Value(s.path, s.schema))
}
