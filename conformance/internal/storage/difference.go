package storage

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"time"
)

// Differences lists where two objects say different things. Numbers are compared by value, and so are durations: 60s is 1m.
func Differences(ours, theirs any) []string { return differences("", ours, theirs) }

func differences(path string, ours, theirs any) []string {
	switch a := ours.(type) {
	case map[string]any:
		if b, ok := theirs.(map[string]any); ok {
			return fields(path, a, b)
		}
	case []any:
		if b, ok := theirs.([]any); ok && len(a) == len(b) {
			var all []string
			for i := range a {
				all = append(all, differences(fmt.Sprintf("%s[%d]", path, i), a[i], b[i])...)
			}
			return all
		}
	}
	if same(ours, theirs) {
		return nil
	}
	return []string{fmt.Sprintf("%s: ours %s, stored %s", path, short(ours), short(theirs))}
}

func fields(path string, ours, theirs map[string]any) []string {
	names := maps.Clone(ours)
	maps.Copy(names, theirs)
	var all []string
	for _, name := range slices.Sorted(maps.Keys(names)) {
		place := path + "." + name
		a, isOurs := ours[name]
		b, isTheirs := theirs[name]
		switch {
		case !isOurs:
			all = append(all, fmt.Sprintf("%s: not ours, stored %s", place, short(b)))
		case !isTheirs:
			all = append(all, fmt.Sprintf("%s: ours %s, not stored", place, short(a)))
		default:
			all = append(all, differences(place, a, b)...)
		}
	}
	return all
}

func same(a, b any) bool {
	if x, ok := number(a); ok {
		y, ok := number(b)
		return ok && x.Cmp(y) == 0
	}
	if a == b {
		return true
	}
	x, isText := a.(string)
	y, alsoText := b.(string)
	if !isText || !alsoText {
		return false
	}
	first, err := time.ParseDuration(x)
	second, err2 := time.ParseDuration(y)
	return err == nil && err2 == nil && first == second
}

func number(value any) (*big.Rat, bool) {
	switch n := value.(type) {
	case int64:
		return new(big.Rat).SetInt64(n), true
	case float64:
		r := new(big.Rat).SetFloat64(n)
		return r, r != nil
	}
	return nil, false
}

func short(value any) string {
	text := fmt.Sprintf("%#v", value)
	if len(text) > 160 {
		text = text[:160] + "…"
	}
	return text
}
