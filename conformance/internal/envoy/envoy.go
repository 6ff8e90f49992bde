// Package envoy runs an Envoy and the one server behind it, on loopback.
package envoy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	bootstrap "github.com/envoyproxy/go-control-plane/envoy/config/bootstrap/v3"
	"google.golang.org/protobuf/encoding/protojson"
)

// Start runs the program with the bootstrap until stop is called, and returns once it takes requests.
func Start(program, dir string, config *bootstrap.Bootstrap) (stop func(), err error) {
	text, err := protojson.MarshalOptions{Indent: " "}.Marshal(config)
	if err != nil {
		return nil, err
	}
	file := filepath.Join(dir, "bootstrap.json")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		return nil, err
	}
	log, err := os.Create(filepath.Join(dir, "envoy.log"))
	if err != nil {
		return nil, err
	}
	command := exec.Command(program, "-c", file, "--concurrency", "1", "--use-dynamic-base-id", "--log-level", "error")
	command.Stdout, command.Stderr = log, log
	if err := command.Start(); err != nil {
		return nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	stop = func() {
		_ = command.Process.Kill()
		<-ended
		_ = log.Close()
	}
	admin := config.GetAdmin().GetAddress().GetSocketAddress().GetPortValue()
	deadline := time.Now().Add(30 * time.Second)
	for time.Now().Before(deadline) {
		select {
		case err := <-ended:
			said, _ := os.ReadFile(log.Name())
			return nil, fmt.Errorf("envoy ended: %w\n%s", err, said)
		case <-time.After(50 * time.Millisecond):
		}
		if response, err := http.Get(fmt.Sprintf("http://127.0.0.1:%d/ready", admin)); err == nil {
			_ = response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return stop, nil
			}
		}
	}
	stop()
	return nil, errors.New("envoy did not become ready; see " + log.Name())
}

// Echo serves, on a free port, what it was asked: method, path, host and headers as JSON.
func Echo() (port uint32, stop func(), err error) {
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, nil, err
	}
	server := &http.Server{ReadHeaderTimeout: time.Minute, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("content-type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"method": r.Method, "path": r.URL.Path, "host": r.Host, "headers": r.Header})
	})}
	go func() { _ = server.Serve(socket) }()
	return uint32(socket.Addr().(*net.TCPAddr).Port), func() { _ = server.Shutdown(context.Background()) }, nil
}

// FreePort is a port of 127.0.0.1 that nobody listens on.
func FreePort() (uint32, error) {
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return uint32(socket.Addr().(*net.TCPAddr).Port), socket.Close()
}

// Addresses hands out a loopback address for each listener, so that every one keeps its port and none meets another's. The addresses
// of a process are its own (127.0.0.0/8 is loopback on Linux as a whole). Ports that only root may listen on become free ones.
func Addresses() func(port uint32) (net.TCPAddr, error) {
	process, given := os.Getpid(), 0
	return func(port uint32) (net.TCPAddr, error) {
		if port < 1024 {
			free, err := FreePort()
			return net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: int(free)}, err
		}
		given++
		return net.TCPAddr{IP: net.IPv4(127, byte(process>>8%254+1), byte(process), byte(given)), Port: int(port)}, nil
	}
}
