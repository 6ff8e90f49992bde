package behaviour

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// outcome is what became of one request.
type outcome struct {
	status   int // 0: the connection was closed without an answer
	cluster  string
	location string
	detail   string // of a closed connection
}

// compare says what differs from the expectation; empty: nothing.
func compare(expect Expectation, outcomes []outcome) string {
	var differences []string
	clusters := map[string]int{}
	for _, o := range outcomes {
		clusters[o.cluster]++
		if difference := one(expect, o); difference != "" && !slices.Contains(differences, difference) {
			differences = append(differences, difference)
		}
	}
	if len(expect.Clusters) > 0 {
		for _, cluster := range slices.Sorted(maps.Keys(expect.Clusters)) {
			low, high := bounds(len(outcomes), expect.Clusters[cluster])
			if n := clusters[cluster]; n < low || n > high {
				differences = append(differences, fmt.Sprintf("%d of %d reached %s, expected %d to %d", n, len(outcomes), cluster, low, high))
			}
		}
		for _, cluster := range slices.Sorted(maps.Keys(clusters)) {
			if _, expected := expect.Clusters[cluster]; !expected {
				differences = append(differences, fmt.Sprintf("%d of %d reached %q", clusters[cluster], len(outcomes), cluster))
			}
		}
	}
	return strings.Join(differences, "; ")
}

func one(expect Expectation, o outcome) string {
	switch {
	case expect.Refused && o.status != 0:
		return fmt.Sprintf("got status %d, expected a refused connection", o.status)
	case !expect.Refused && o.status == 0:
		return fmt.Sprintf("the connection was refused (%s), expected status %d", o.detail, expect.Status)
	case o.status != expect.Status:
		return fmt.Sprintf("got status %d, expected %d", o.status, expect.Status)
	case expect.Location != "" && o.location != expect.Location:
		return fmt.Sprintf("redirected to %q, expected %q", o.location, expect.Location)
	}
	return ""
}

// bounds are five standard deviations of the binomial distribution about its mean: a right split passes all but once in 1.7 million runs.
func bounds(n int, share float64) (low, high int) {
	mean, deviation := float64(n)*share, 5*math.Sqrt(float64(n)*share*(1-share))
	return max(0, int(math.Ceil(mean-deviation))), min(n, int(math.Floor(mean+deviation)))
}

// summary is what the requests met, for a person.
func summary(outcomes []outcome) string {
	counts := map[string]int{}
	for _, o := range outcomes {
		switch {
		case o.status == 0:
			counts["refused"]++
		case o.cluster != "":
			counts[fmt.Sprintf("%d %s", o.status, o.cluster)]++
		default:
			counts[fmt.Sprint(o.status)]++
		}
	}
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%d x %s", counts[key], key))
	}
	return strings.Join(parts, ", ")
}
