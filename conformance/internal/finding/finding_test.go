package finding

import (
	"os"
	"path/filepath"
	"testing"
)

func listOf(t *testing.T, text string) (AllowList, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "allowed.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return ReadAllowList(file)
}

func TestMarkLetsPassOnlyWhatTheListNames(t *testing.T) {
	list, err := listOf(t, "- {judge: istioctl, code: IST0134, resource: '^EnvoyFilter ', reason: because}\n")
	if err != nil {
		t.Fatal(err)
	}
	findings := []Finding{
		{Judge: "istioctl", Code: "IST0134", Resource: "EnvoyFilter a/b"},
		{Judge: "istioctl", Code: "IST0134", Resource: "Gateway a/b"},
		{Judge: "analyzers", Code: "IST0134", Resource: "EnvoyFilter a/b"},
	}
	if objections := list.Mark(findings); objections != 2 || findings[0].Allowed != "because" {
		t.Errorf("%d objections, %+v", objections, findings)
	}
}

func TestAnEntryWithoutReasonIsRefused(t *testing.T) {
	for _, text := range []string{"- {judge: istioctl, code: IST0134}\n", "- {judge: istioctl, reason: r}\n", "- {judge: istioctl, message: '(', reason: r}\n", "- {unknown: x}\n"} {
		if list, err := listOf(t, text); err == nil {
			t.Errorf("%q was taken: %+v", text, list)
		}
	}
}
