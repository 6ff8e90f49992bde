package ours

import (
	"strconv"
	"strings"
)

// Value is a random value of the library's model.
type Value struct {
	Text    string  // as the library writes it
	Verdict Verdict // of the rules on the value itself, which nobody read
}

// Values are those of so many seeds from the first on. The classes are a class path with the library and its tests.
func Values(classes string, first uint64, count int) ([]Value, error) {
	questions := make([][]string, count)
	for i := range questions {
		questions[i] = []string{strconv.FormatUint(first+uint64(i), 10)}
	}
	answers, err := Answers[struct {
		Text, Thrown string
		Findings     []string
	}](classes, "com.policycortex.istio.random.ModelVerdicts", questions)
	if err != nil {
		return nil, err
	}
	values := make([]Value, count)
	for i, answer := range answers {
		values[i] = Value{Text: answer.Text, Verdict: Verdict{Thrown: answer.Thrown}}
		for _, line := range answer.Findings {
			words := append(strings.SplitN(line, " ", 4), "", "", "", "")
			values[i].Verdict.Findings = append(values[i].Verdict.Findings, Finding{Severity: words[0], Gate: words[1], ID: words[2], Path: words[3]})
		}
	}
	return values, nil
}
