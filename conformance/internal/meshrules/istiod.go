package meshrules

import (
	"os"
	"path/filepath"
	"strings"

	"istio.io/istio/pkg/config/mesh"
	"istio.io/istio/pkg/config/validation/agent"
	"istio.io/istio/pkg/log"
)

// Istiod judges texts as istiod does when its ConfigMap changes.
type Istiod struct {
	log  *os.File
	path string
}

// Verdict is istiod's. A wrong extension provider is only in its log.
type Verdict struct{ Refusal, Warning, Logged string }

// NewIstiod is one whose log is kept in a file of the folder.
func NewIstiod(folder string) (*Istiod, error) {
	path := filepath.Join(folder, "log")
	options := log.DefaultOptions()
	options.OutputPaths = []string{path}
	options.ErrorOutputPaths = []string{path}
	if err := log.Configure(options); err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	return &Istiod{file, path}, err
}

// Judge puts the text over istiod's defaults and validates the whole.
func (i *Istiod) Judge(key, text string) (verdict Verdict) {
	if key == Networks {
		_, err := mesh.ParseMeshNetworks(text)
		return Verdict{Refusal: said(err)}
	}
	config, err := mesh.ApplyMeshConfigDefaults(text)
	i.logged() // of the first validation
	if err != nil {
		return Verdict{Refusal: said(err)}
	}
	warning, err := agent.ValidateMeshConfig(config)
	return Verdict{said(err), said(warning), i.logged()}
}

// What the log has of extension providers since the last time.
func (i *Istiod) logged() string {
	_ = log.Sync()
	var found []string
	buffer := make([]byte, 1<<16)
	var all strings.Builder
	for {
		n, err := i.log.Read(buffer)
		all.Write(buffer[:n])
		if err != nil {
			break
		}
	}
	for _, line := range strings.Split(all.String(), "\n") {
		if strings.Contains(line, "invalid extension provider") || len(found) > 0 {
			found = append(found, line)
		}
	}
	return strings.Join(found, "\n")
}

func said(err error) string {
	if err == nil {
		return ""
	}
	if text := err.Error(); text != "" {
		return text
	}
	return "an error without words"
}
