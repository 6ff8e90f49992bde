// Package istiolog keeps Istio's own log away from the answers.
package istiolog

import "istio.io/istio/pkg/log"

// ToStandardError sends what Istio logs to standard error, from fatal errors on: standard output belongs to the answers, and Istio's
// in-memory cluster logs as errors what is none here (Gateway API's resources without a version).
func ToStandardError() error {
	options := log.DefaultOptions()
	options.OutputPaths = []string{"stderr"}
	options.SetDefaultOutputLevel(log.OverrideScopeName, log.FatalLevel)
	return log.Configure(options)
}
