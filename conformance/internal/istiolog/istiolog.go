// Package istiolog keeps Istio's own log away from the answers.
package istiolog

import "istio.io/istio/pkg/log"

// ToStandardError sends what Istio logs to standard error, errors only: standard output belongs to the answers.
func ToStandardError() error {
	options := log.DefaultOptions()
	options.OutputPaths = []string{"stderr"}
	options.SetDefaultOutputLevel(log.DefaultScopeName, log.ErrorLevel)
	return log.Configure(options)
}
