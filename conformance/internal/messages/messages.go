// Package messages knows what the real ones can say: the messages in the source of Istio's validation, and the rules of its CRDs.
package messages

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
)

// The files that judge manifests; those about the mesh's own configuration have no admission.
var files = []string{
	"pkg/config/validation/validation.go",
	"pkg/config/validation/virtualservice.go",
	"pkg/config/validation/header_value_validator.go",
	"pkg/config/validation/validation_istiod.go",
	"pkg/config/validation/agent/validation.go",
	"pkg/config/validation/envoyfilter/envoyfilter.go",
	"pkg/config/security/security.go",
	"pkg/config/labels/instance.go",
	"pkg/config/visibility/visibility.go",
	"pkg/config/xds/xds.go",
}

// Message is one that can be said, with how often it was.
type Message struct {
	Text    string   // as the source has it
	Sources []string // file and function, or the CRDs
	Count   int
	within  *regexp.Regexp
}

func (m *Message) from(source string) {
	if !slices.Contains(m.Sources, source) {
		m.Sources = append(m.Sources, source)
	}
}

// All counts what is said.
type All struct {
	messages []*Message
	counted  map[string][]*Message
}

// Read collects the messages of Istio's source and of the CRDs' schemas.
func Read(module string, schemas []*apiextensionsv1.JSONSchemaProps) (*All, error) {
	byText := map[string]*Message{}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(module, file), nil, 0)
		if err != nil {
			return nil, err
		}
		for _, declaration := range parsed.Decls {
			if function, is := declaration.(*ast.FuncDecl); is {
				collect(byText, filepath.Base(file)+" "+function.Name.Name, function)
			} else {
				collect(byText, filepath.Base(file)+" "+variable(declaration), declaration)
			}
		}
	}
	for _, schema := range schemas {
		rules(byText, schema)
	}
	all := &All{nil, map[string][]*Message{}}
	for _, text := range slices.Sorted(maps.Keys(byText)) {
		all.messages = append(all.messages, byText[text])
	}
	return all, nil
}

func variable(declaration ast.Decl) string {
	if general, is := declaration.(*ast.GenDecl); is && len(general.Specs) == 1 {
		if value, is := general.Specs[0].(*ast.ValueSpec); is {
			return value.Names[0].Name
		}
	}
	return ""
}

// The functions whose first text is a message.
var speakers = []string{"Errorf", "New", "AppendErrorf", "AppendWarningf", "Warningf", "appendErrorf", "Sprintf"}

// What a message may stand behind: nothing, or what leads it in.
const begin = `(?:^|[\n:;,*\[]\s*)`

var verb = regexp.MustCompile(`%[-+#]*[0-9.]*(?:\\\[[0-9]+\\\])?[a-zA-Z]`)

func collect(into map[string]*Message, source string, node ast.Node) {
	ast.Inspect(node, func(n ast.Node) bool {
		call, is := n.(*ast.CallExpr)
		if !is || !speaks(call.Fun) {
			return true
		}
		for _, argument := range call.Args {
			if text := literal(argument); len(text) > 5 {
				if into[text] == nil {
					pattern := verb.ReplaceAllString(strings.ReplaceAll(regexp.QuoteMeta(text), "%%", "%"), `(?s:.*)`)
					into[text] = &Message{Text: text, within: regexp.MustCompile(begin + pattern)}
				}
				into[text].from(source)
				break
			}
		}
		return true
	})
}

func speaks(function ast.Expr) bool {
	switch f := function.(type) {
	case *ast.SelectorExpr:
		of, named := f.X.(*ast.Ident)
		return slices.Contains(speakers, f.Sel.Name) && (f.Sel.Name != "New" || named && of.Name == "errors")
	case *ast.Ident:
		return slices.Contains(speakers, f.Name)
	}
	return false
}

// literal is the text of a constant, or of several that are added.
func literal(expression ast.Expr) string {
	switch e := expression.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return text
	case *ast.BinaryExpr:
		if left, right := literal(e.X), literal(e.Y); left != "" && right != "" {
			return left + right
		}
	}
	return ""
}

func rules(into map[string]*Message, schema *apiextensionsv1.JSONSchemaProps) {
	for _, rule := range schema.XValidations {
		text := rule.Message
		if text == "" {
			text = "failed rule: " + rule.Rule
		}
		if into[text] == nil {
			into[text] = &Message{Text: text, within: regexp.MustCompile(regexp.QuoteMeta(strings.TrimSpace(text)))}
		}
		into[text].from("CRD")
	}
	for name := range schema.Properties {
		property := schema.Properties[name]
		rules(into, &property)
	}
	if schema.Items != nil {
		rules(into, schema.Items.Schema)
	}
	if schema.AdditionalProperties != nil && schema.AdditionalProperties.Schema != nil {
		rules(into, schema.AdditionalProperties.Schema)
	}
}

// Said counts the messages in what was said. Equal things to say, but for what they quote, are looked at once.
func (a *All) Said(normal, text string) {
	said, known := a.counted[normal]
	if !known {
		for _, message := range a.messages {
			if message.within.MatchString(text) {
				said = append(said, message)
			}
		}
		a.counted[normal] = said
	}
	for _, message := range said {
		message.Count++
	}
}

// Messages lists all, those of one source together.
func (a *All) Messages() []*Message {
	sorted := slices.Clone(a.messages)
	slices.SortStableFunc(sorted, func(x, y *Message) int { return strings.Compare(x.Sources[0], y.Sources[0]) })
	return sorted
}
