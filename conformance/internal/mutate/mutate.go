// Package mutate breaks documents, and makes random ones.
package mutate

import (
	"math/rand/v2"

	"policycortex.com/istio/conformance/internal/tree"
)

// Mutator breaks documents of known kinds. Equal seeds break them equally.
type Mutator struct {
	random    *rand.Rand
	generator *Generator
	kinds     map[[2]string]Kind // by apiVersion and kind
	all       []Kind
	bases     []*tree.Node
	mutations []mutation
	total     int
	leaves    map[Kind][]leaf
	documents map[string]*tree.Node // an accepted one by each field that it has
}

// New makes a mutator of documents that are good or not. With a name, it does that kind of mutation only.
func New(seed uint64, kinds []Kind, bases []*tree.Node, only string) *Mutator {
	random := rand.New(rand.NewPCG(seed, 0))
	m := &Mutator{random: random, generator: &Generator{random: random, seen: map[string][]*tree.Node{}}, kinds: map[[2]string]Kind{}, leaves: map[Kind][]leaf{}, documents: map[string]*tree.Node{}, all: kinds, bases: bases}
	for _, mutation := range mutations {
		if only == "" || only == mutation.name {
			if only != "" {
				mutation.weight = 1
			}
			m.mutations = append(m.mutations, mutation)
			m.total += mutation.weight
		}
	}
	for _, kind := range kinds {
		m.kinds[[2]string{kind.APIVersion, kind.Name}] = kind
		m.leaves[kind] = leaves(kind.Body)
	}
	return m
}

// Learn takes a document that was accepted as one to break, and to take values from.
func (m *Mutator) Learn(document *tree.Node) {
	if len(m.bases) < basesAtMost {
		m.bases = append(m.bases, document)
	} else {
		m.bases[m.random.IntN(len(m.bases))] = document
	}
	if kind, known := m.kind(document); known {
		m.generator.Learn(kind.Name, document, kind.Body)
		m.keep(kind, document)
	}
}

const basesAtMost = 6000

func (m *Mutator) kind(document *tree.Node) (Kind, bool) {
	kind, known := m.kinds[[2]string{document.Get("apiVersion").Text(), document.Get("kind").Text()}]
	return kind, known
}

// Random is a whole random document.
func (m *Mutator) Random() *tree.Node { return m.generator.Document(pick(m.random, m.all)) }

// Mutant is a document with one to three things broken, and what was done to it.
func (m *Mutator) Mutant() (*tree.Node, []string) {
	document := pick(m.random, m.bases).Copy()
	if m.random.IntN(4) == 0 {
		document = m.Random()
	}
	var done []string
	for range pick(m.random, []int{1, 1, 1, 2, 2, 3}) {
		for range 10 {
			if mutation := m.weighted(); mutation.change(m, document) {
				done = append(done, mutation.name)
				break
			}
		}
	}
	return document, done
}

type mutation struct {
	name   string
	weight int                             // of all
	change func(*Mutator, *tree.Node) bool // false: it does not fit this document
}

func (m *Mutator) weighted() mutation {
	n := m.random.IntN(m.total)
	for _, mutation := range m.mutations {
		if n -= mutation.weight; n < 0 {
			return mutation
		}
	}
	return m.mutations[0]
}

var mutations = []mutation{
	{"any field of the kind", 40, (*Mutator).deep},
	{"a known field more", 24, (*Mutator).addField},
	{"a field less", 10, (*Mutator).removeField},
	{"a field twice", 2, (*Mutator).doubleField},
	{"a foreign field", 4, (*Mutator).foreignField},
	{"a second arm", 4, (*Mutator).secondArm},
	{"another text", 26, (*Mutator).text},
	{"another number", 12, (*Mutator).number},
	{"another truth", 2, (*Mutator).truth},
	{"another enum", 8, (*Mutator).enum},
	{"a wrong type", 5, (*Mutator).wrongType},
	{"null", 4, (*Mutator).null},
	{"empty", 8, (*Mutator).empty},
	{"a scalar without quotes", 4, (*Mutator).plain},
	{"an element more", 6, (*Mutator).addElement},
	{"an element less", 5, (*Mutator).removeElement},
	{"an element twice", 5, (*Mutator).doubleElement},
	{"very many elements", 1, (*Mutator).manyElements},
	{"elements in another order", 3, (*Mutator).shuffle},
	{"another key", 6, (*Mutator).key},
	{"a key more", 4, (*Mutator).addKey},
	{"a part of another document", 10, (*Mutator).swap},
	{"a part from elsewhere", 6, (*Mutator).within},
	{"a new value", 10, (*Mutator).anew},
	{"a value of Envoy's", 60, (*Mutator).envoyValue},
	{"metadata", 8, (*Mutator).metadata},
	{"another version or kind", 2, (*Mutator).version},
	{"a status", 1, (*Mutator).status},
	{"another letter", 30, (*Mutator).edit},
	{"a text up to a limit", 8, (*Mutator).pad},
	{"another spelling", 16, (*Mutator).written},
	{"an alias", 8, (*Mutator).alias},
	{"two values in each other's place", 10, (*Mutator).exchange},
	{"all values within hollow", 5, (*Mutator).hollow},
	{"an element of nothing", 6, (*Mutator).nullElement},
	{"all other fields empty", 6, (*Mutator).emptied},
	{"a text of a grammar", 24, (*Mutator).invented},
}
