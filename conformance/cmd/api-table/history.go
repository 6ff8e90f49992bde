package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// api is the API of one release.
type api struct {
	minor string
	kinds map[string]*kind
	mesh  map[string]*kind
}

func readAPI(of release) (*api, error) {
	kinds, err := readKinds(of.dir)
	if err != nil {
		return nil, err
	}
	mesh, err := readMesh(of.dir)
	return &api{of.minor, kinds, mesh}, err
}

// history knows the newest API, and since when each of its parts is there.
type history struct {
	newest *api
	oldest string
	// by KIND, KIND PATH, KIND PATH CONSTANT, KIND apiVersion VERSION
	since map[string]string
}

// newHistory looks through the releases, the oldest first.
func newHistory(apis []*api) *history {
	h := &history{newest: apis[len(apis)-1], oldest: apis[0].minor, since: map[string]string{}}
	for _, one := range apis {
		for _, kinds := range []map[string]*kind{one.kinds, one.mesh} {
			for _, kind := range kinds {
				h.note(one.minor, kind.name)
				for _, version := range kind.served {
					h.note(one.minor, kind.name, "apiVersion", version)
				}
				for _, field := range kind.fields {
					h.note(one.minor, kind.name, field.path)
					for _, constant := range field.constant {
						h.note(one.minor, kind.name, field.path, constant)
					}
				}
			}
		}
	}
	return h
}

func (h *history) note(minor string, what ...string) {
	key := strings.Join(what, " ")
	if _, known := h.since[key]; !known {
		h.since[key] = minor
	}
}

func (h *history) of(what ...string) string { return h.since[strings.Join(what, " ")] }

func sorted(kinds map[string]*kind) []*kind {
	var all []*kind
	for _, one := range kinds {
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b *kind) int { return strings.Compare(a.group+a.name, b.group+b.name) })
	return all
}

const columns = "kind\tpath\ttype\trequired\tenum\tlimits\toneof\tcel\tflags\tsince\tlater constants\n"

func (h *history) writeKinds(out *bytes.Buffer) {
	h.header(out, "Istio's kinds, from the CRDs in istio.io/api.")
	for _, one := range sorted(h.newest.kinds) {
		fmt.Fprintf(out, "%s\t#\t%s\tserved:%s\t\tused:%s plural=%s\t\t\t\t%s\t\n",
			one.name, one.group, strings.Join(one.served, ","), one.served[0], one.plural, h.of(one.name))
		h.rows(out, one)
	}
}

func (h *history) writeMesh(out *bytes.Buffer) {
	h.header(out, "MeshConfig and MeshNetworks, from the descriptors in istio.io/api.")
	for _, one := range sorted(h.newest.mesh) {
		h.rows(out, one)
	}
}

func (h *history) header(out *bytes.Buffer, what string) {
	fmt.Fprintf(out, "# %s Made by conformance/cmd/api-table, not by hand.\n", what)
	fmt.Fprintf(out, "# since: the first of the releases %s to %s that has it.\n", h.oldest, h.newest.minor)
	out.WriteString(columns)
}

func (h *history) rows(out *bytes.Buffer, one *kind) {
	for _, row := range one.fields {
		required, flags := "", []string{}
		if row.required {
			required = "required"
		}
		if row.open {
			flags = append(flags, "open")
		}
		if row.nullable {
			flags = append(flags, "nullable")
		}
		since := h.of(one.name, row.path)
		var later []string
		for _, constant := range row.constant {
			if release := h.of(one.name, row.path, constant); release != since {
				later = append(later, constant+"="+release)
			}
		}
		cells := []string{
			one.name, row.path, row.kind, required, strings.Join(row.constant, ","), strings.Join(row.limits, " "), row.oneof,
			strings.Join(row.rules, " ;; "), strings.Join(flags, ","), since, strings.Join(later, ","),
		}
		out.WriteString(strings.Join(cells, "\t") + "\n")
	}
}

// writeReleases writes what is newer than the oldest release; what lies within something newer is not said again.
func (h *history) writeReleases(out *bytes.Buffer) {
	fmt.Fprintf(out, "# What Istio's API got after %s. Made by conformance/cmd/api-table, not by hand.\n", h.oldest)
	fmt.Fprintf(out, "# releases %s %s\n", h.oldest, h.newest.minor)
	for _, one := range append(sorted(h.newest.kinds), sorted(h.newest.mesh)...) {
		kindSince := h.of(one.name)
		if kindSince != h.oldest {
			fmt.Fprintf(out, "kind\t%s\t%s\n", kindSince, one.name)
		}
		for _, version := range one.served {
			if since := h.of(one.name, "apiVersion", version); since != kindSince {
				fmt.Fprintf(out, "version\t%s\t%s\t%s\n", since, one.name, version)
			}
		}
		above := map[string]string{}
		for _, row := range one.fields {
			since := h.of(one.name, row.path)
			above[row.path] = since
			if since != within(row.path, above, kindSince) {
				fmt.Fprintf(out, "field\t%s\t%s\t%s\n", since, one.name, row.path)
			}
			for _, constant := range row.constant {
				if release := h.of(one.name, row.path, constant); release != since {
					fmt.Fprintf(out, "constant\t%s\t%s\t%s\t%s\n", release, one.name, row.path, constant)
				}
			}
		}
	}
}

// within is the release of the field around this one.
func within(path string, above map[string]string, kindSince string) string {
	for cut := len(path) - 1; cut > 0; cut-- {
		if path[cut] == '.' || path[cut] == '[' {
			if since, ok := above[path[:cut]]; ok {
				return since
			}
		}
	}
	return kindSince
}
