package behaviour

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func outcomes(v1, v2 int) (all []outcome) {
	for range v1 {
		all = append(all, outcome{status: 200, cluster: "v1"})
	}
	for range v2 {
		all = append(all, outcome{status: 200, cluster: "v2"})
	}
	return all
}

func TestASplitIsJudgedWithinFiveStandardDeviations(t *testing.T) {
	expect := Expectation{Status: 200, Clusters: map[string]float64{"v1": 0.9, "v2": 0.1}}
	// 2,000 requests at 10 %: the deviation is 13.4, so 133 to 267 pass.
	for v2, passes := range map[int]bool{0: false, 132: false, 133: true, 200: true, 267: true, 268: false, 1000: false} {
		if difference := compare(expect, outcomes(2000-v2, v2)); (difference == "") != passes {
			t.Errorf("%d of 2,000 on v2: %q", v2, difference)
		}
	}
}

func TestSharesOfNoneAndAllAreExact(t *testing.T) {
	expect := Expectation{Status: 200, Clusters: map[string]float64{"v1": 0, "v2": 1}}
	if difference := compare(expect, outcomes(0, 50)); difference != "" {
		t.Error(difference)
	}
	if compare(expect, outcomes(1, 49)) == "" {
		t.Error("one request on v1 passed")
	}
}

func TestAnUnexpectedClusterOrStatusIsADifference(t *testing.T) {
	if compare(Expectation{Status: 200, Clusters: map[string]float64{"v1": 1}}, outcomes(50, 1)) == "" {
		t.Error("a cluster that is not expected passed")
	}
	if compare(Expectation{Status: 403}, outcomes(1, 0)) == "" || compare(Expectation{Refused: true}, outcomes(1, 0)) == "" {
		t.Error("an answer of 200 passed")
	}
	if compare(Expectation{Status: 200}, []outcome{{}}) == "" {
		t.Error("a refused connection passed")
	}
}

func TestCasesAreReadStrictly(t *testing.T) {
	valid := "- name: n\n  proxy: {namespace: '${NS}', labels: a=b, listener: inbound/1}\n  request: {path: /}\n  expect: {status: 200}\n"
	for text, wants := range map[string]string{
		valid:                               "",
		valid + "  typo: 1\n":               "typo",
		valid + "  times: ${TIMES}\n":       "TIMES",
		"- name: n\n  request: {path: /}\n": "required",
	} {
		file := filepath.Join(t.TempDir(), "cases.yaml")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		cases, err := ReadCases(file, map[string]string{"NS": "x"})
		if wants == "" {
			if err != nil || cases[0].Proxy.Namespace != "x" || cases[0].Times != 1 || cases[0].Request.Method != "GET" {
				t.Errorf("%v %+v", err, cases)
			}
		} else if err == nil || !strings.Contains(err.Error(), wants) {
			t.Errorf("%q: got %v, want an error with %q", text, err, wants)
		}
	}
}
