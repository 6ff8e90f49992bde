// Command mesh-config-rules holds this library's verdict on MeshConfig and MeshNetworks against that of the real istiod: over the texts that Istio keeps, over
// changed copies of them, and over random ones. See README.md.
//
//	mesh-config-rules -istio FOLDER -jar istio.jar -program Verdicts.java [-seed N] [-mutants N] [-random N]
//
// Exit status 1: there is a difference.
package main

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"

	"policycortex.com/istio/conformance/internal/meshrules"
	"policycortex.com/istio/conformance/internal/ours"
)

const batch = 500

// What istiod says of extension providers and of what it warns, and which of our findings says the same.
var said = []struct {
	message *regexp.Regexp
	id      string
}{
	{regexp.MustCompile(`unrecognized ECDH curves`), "MC-TLSDEFAULTS-CURVES"},
	{regexp.MustCompile(`duplicate ECDH curves`), "MC-TLSDEFAULTS-DUP"},
	{regexp.MustCompile(`ISTIO_META_DNS_AUTO_ALLOCATE`), "PXC-DNS-AUTO"},
	{regexp.MustCompile(`empty extension provider name`), "MCX-NAME"},
	{regexp.MustCompile(`unsupported provider`), "MCX-KIND"},
	{regexp.MustCompile(`port number`), "MCX-PORT"},
	{regexp.MustCompile(`access token`), "MCX-LIGHTSTEP-TOKEN"},
	{regexp.MustCompile(`both grpc and http`), "MCX-OTEL-BOTH"},
	{regexp.MustCompile(`statusOnError value`), "MCX-EXTAUTHZ-STATUS"},
	{regexp.MustCompile(`pathPrefix`), "MCX-EXTAUTHZ-PREFIX"},
	{
		regexp.MustCompile(`service must not be empty|invalid service fmt|invalid namespace value|short names|domain name|partial wildcard|namespace and dnsName`),
		"MCX-SERVICE",
	},
}

type run struct {
	istiod                    *meshrules.Istiod
	library                   *ours.Library
	quiet                     bool
	accepted, refused, warned int
	documents, repeated       int
	messages                  map[string]int
	differences               map[string]int
	examples                  map[string]string
}

func main() {
	istio := flag.String("istio", "", "the folder of the istio module")
	jar := flag.String("jar", "", "this library: dsl-cli/target/istio.jar")
	program := flag.String("program", "", "the program that asks it: ours/Verdicts.java")
	seed := flag.Uint64("seed", 1, "of what is made by chance")
	mutants := flag.Int("mutants", 5000, "changed copies")
	random := flag.Int("random", 5000, "texts made by chance, of each of the two")
	quiet := flag.Bool("quiet", false, "only differences and the summary")
	flag.Parse()

	folder, err := os.MkdirTemp("", "mesh-config")
	exitOn(err)
	defer func() { _ = os.RemoveAll(folder) }()
	istiod, err := meshrules.NewIstiod(folder)
	exitOn(err)
	library, err := ours.Start(*jar, *program)
	exitOn(err)
	r := &run{istiod: istiod, library: library, quiet: *quiet, messages: map[string]int{}, differences: map[string]int{}, examples: map[string]string{}}

	theirs, err := meshrules.Istios(*istio)
	exitOn(err)
	exitOn(r.ask("Istio's own", theirs))
	chance := &meshrules.Chance{Rand: rand.New(rand.NewPCG(*seed, 0))}
	made := append(chance.Made(meshrules.Mesh, *random), chance.Made(meshrules.Networks, *random)...)
	exitOn(r.ask("made by chance", made))
	exitOn(r.ask("changed", chance.Changed(append(theirs, small(made)...), *mutants)))
	exitOn(library.Stop())
	if !r.report() {
		os.Exit(1)
	}
}

// Those with few fields: a change of one is seen.
func small(texts []meshrules.Text) (few []meshrules.Text) {
	for _, text := range texts {
		if len(text.Fields) < 4 {
			few = append(few, text)
		}
	}
	return few
}

func (r *run) ask(from string, texts []meshrules.Text) error {
	before := *r
	for begin := 0; begin < len(texts); begin += batch {
		part := texts[begin:min(begin+batch, len(texts))]
		var documents, bodies []string
		for _, text := range part {
			body, err := yaml.Marshal(text.Fields)
			if err != nil {
				return err
			}
			document, err := yaml.Marshal(map[string]any{
				"apiVersion": "v1", "kind": "ConfigMap", "metadata": map[string]any{"name": "istio", "namespace": "istio-system"},
				"data": map[string]any{text.Key: string(body)},
			})
			if err != nil {
				return err
			}
			bodies, documents = append(bodies, string(body)), append(documents, string(document))
		}
		verdicts, err := r.library.Judge(documents)
		if err != nil {
			return err
		}
		for i, text := range part {
			r.compare(text, bodies[i], r.istiod.Judge(text.Key, bodies[i]), verdicts[i])
		}
	}
	fmt.Printf("%s: %d documents, %d accepted, %d accepted with a warning, %d refused\n", from,
		r.documents-before.documents, r.accepted-before.accepted, r.warned-before.warned, r.refused-before.refused)
	return nil
}

func (r *run) compare(text meshrules.Text, body string, real meshrules.Verdict, our ours.Verdict) {
	r.documents++
	differ := func(format string, values ...any) {
		class := fmt.Sprintf(format, values...)
		r.differences[class]++
		if _, has := r.examples[class]; !has {
			r.examples[class] = text.Name + "\n" + body
		}
	}
	if real.Refusal != "" {
		for _, line := range strings.Split(real.Refusal, "\n") {
			r.messages[normal(line)]++
		}
	}
	switch {
	case our.Thrown != "":
		differ("thrown: %s", our.Thrown)
	case real.Refusal != "" && !our.Refused():
		r.refused++
		differ("accepted, and istiod refuses: %s", normal(real.Refusal))
	case real.Refusal == "" && our.Refused():
		differ("refused, and istiod accepts: %s", strings.Join(our.IDs("error"), " "))
	case real.Refusal != "":
		r.refused++
	default:
		r.warnings(text, real, our, differ)
	}
}

func (r *run) warnings(text meshrules.Text, real meshrules.Verdict, our ours.Verdict, differ func(string, ...any)) {
	theirs := map[string]bool{}
	for _, one := range said {
		if one.message.MatchString(real.Warning + real.Logged) {
			theirs[one.id] = true
		}
	}
	if len(theirs) > 0 {
		r.warned++
	} else {
		r.accepted++
	}
	// Of several providers of one name istiod looks at the last.
	twice := repeats(text.Fields)
	if twice {
		r.repeated++
	}
	mine := map[string]bool{}
	for _, finding := range our.Findings {
		if !finding.Reader && finding.Severity == "warning" {
			mine[finding.ID] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(theirs)) {
		if !mine[id] {
			differ("a warning is missing: %s", id)
		}
		r.messages["warning "+id]++
	}
	for _, id := range slices.Sorted(maps.Keys(mine)) {
		if !theirs[id] && !(twice && strings.HasPrefix(id, "MCX-")) {
			differ("a warning is invented: %s", id)
		}
	}
}

func repeats(fields map[string]any) bool {
	names := map[string]bool{}
	providers, _ := fields["extensionProviders"].([]any)
	for _, provider := range providers {
		if fields, is := provider.(map[string]any); is {
			name, _ := fields["name"].(string)
			if names[name] {
				return true
			}
			names[name] = true
		}
	}
	return false
}

func (r *run) report() bool {
	if !r.quiet {
		for _, message := range slices.SortedFunc(maps.Keys(r.messages), func(a, b string) int { return r.messages[b] - r.messages[a] }) {
			fmt.Printf("%7d %s\n", r.messages[message], message)
		}
	}
	for _, class := range slices.SortedFunc(maps.Keys(r.differences), func(a, b string) int { return r.differences[b] - r.differences[a] }) {
		fmt.Printf("\n%d × %s\nfirst: %s\n", r.differences[class], class, r.examples[class])
	}
	fmt.Printf("MeshConfig and MeshNetworks: %d documents, %d accepted, %d accepted with a warning, %d refused; in %d a provider's name repeats; %d kinds of difference\n",
		r.documents, r.accepted, r.warned, r.refused, r.repeated, len(r.differences))
	return len(r.differences) == 0
}

var variable = regexp.MustCompile(`"[^"]*"|'[^']*'|[0-9]+|\[[^\]]*\]`)

// A message without what is the document's own.
func normal(message string) string {
	message = variable.ReplaceAllString(strings.TrimSpace(strings.Join(strings.Fields(message), " ")), "…")
	return message[:min(len(message), 160)]
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
