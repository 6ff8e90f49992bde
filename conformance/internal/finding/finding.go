// Package finding holds what a judge objects to, and the checked-in list of what is let pass.
package finding

import (
	"fmt"
	"os"
	"regexp"

	"sigs.k8s.io/yaml"
)

// Finding is one objection of one judge.
type Finding struct {
	Judge     string `json:"judge"` // schema, istiod, analyzers, istioctl
	Severity  string `json:"severity"`
	Code      string `json:"code,omitempty"`
	Resource  string `json:"resource,omitempty"`
	Reference string `json:"reference,omitempty"`
	Message   string `json:"message"`
	Allowed   string `json:"allowed,omitempty"` // why it is let pass
}

func (f Finding) String() string {
	return fmt.Sprintf("%s %s %s %s: %s", f.Judge, f.Severity, f.Code, f.Resource, f.Message)
}

// AllowList names findings that are let pass, each with the reason.
type AllowList []allowance

type allowance struct {
	Judge    string `json:"judge"`
	Code     string `json:"code"`
	Resource string `json:"resource"` // a regular expression; empty: any
	Message  string `json:"message"`  // a regular expression; empty: any
	Reason   string `json:"reason"`

	resource, message *regexp.Regexp
}

// ReadAllowList reads the list from a file; no file name, no allowance.
func ReadAllowList(file string) (AllowList, error) {
	if file == "" {
		return nil, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var list AllowList
	if err := yaml.UnmarshalStrict(text, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for i := range list {
		a := &list[i]
		if a.Judge == "" || a.Reason == "" || a.Code == "" && a.Message == "" {
			return nil, fmt.Errorf("%s: entry %d needs a judge, a reason, and a code or a message", file, i)
		}
		if a.resource, err = regexp.Compile(a.Resource); err != nil {
			return nil, fmt.Errorf("%s: entry %d: %w", file, i, err)
		}
		if a.message, err = regexp.Compile(a.Message); err != nil {
			return nil, fmt.Errorf("%s: entry %d: %w", file, i, err)
		}
	}
	return list, nil
}

// Mark writes the reason into each finding that is let pass and counts those that are not.
func (list AllowList) Mark(findings []Finding) (objections int) {
	for i := range findings {
		findings[i].Allowed = list.reason(findings[i])
		if findings[i].Allowed == "" {
			objections++
		}
	}
	return objections
}

func (list AllowList) reason(f Finding) string {
	for _, a := range list {
		if a.Judge == f.Judge && (a.Code == "" || a.Code == f.Code) && a.resource.MatchString(f.Resource) && a.message.MatchString(f.Message) {
			return a.Reason
		}
	}
	return ""
}
