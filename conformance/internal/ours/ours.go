// Package ours asks this library for its verdict on documents and meshes: one JVM, one question after the other.
package ours

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// Finding is one finding, without its words.
type Finding struct {
	Reader   bool // found while reading; else by a rule
	Severity string
	Gate     string
	ID       string
	Path     string
}

// Verdict is the answer to one document.
type Verdict struct {
	Findings     []Finding
	Microseconds int
	Thrown       string // what was thrown, if anything was
}

// Refused tells whether there is an error.
func (v Verdict) Refused() bool { return v.has(func(f Finding) bool { return f.Severity == "error" }) }

// Unread tells whether the reader refuses: then no rule was asked.
func (v Verdict) Unread() bool {
	return v.has(func(f Finding) bool { return f.Severity == "error" && f.Reader })
}

// By lists the ids of the errors that name one of the gates, each once.
func (v Verdict) By(gate string) []string {
	var errors Verdict
	for _, f := range v.Findings {
		if f.Gate == gate || f.Gate == "BOTH" {
			errors.Findings = append(errors.Findings, f)
		}
	}
	return errors.IDs("error")
}

// IDs are those of the findings of one severity, each once, in the order of the findings.
func (v Verdict) IDs(severity string) []string {
	var ids []string
	seen := map[string]bool{}
	for _, f := range v.Findings {
		if f.Severity == severity && !seen[f.ID] {
			seen[f.ID] = true
			ids = append(ids, f.ID)
		}
	}
	return ids
}

func (v Verdict) has(is func(Finding) bool) bool {
	for _, f := range v.Findings {
		if is(f) {
			return true
		}
	}
	return false
}

// Library is a running JVM.
type Library struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
}

// Start starts a JVM with the library's jar, or a class path, and a program: a source file or the name of a class.
func Start(jar, program string) (*Library, error) {
	command := exec.Command("java", "-Xmx1g", "-XX:+UseSerialGC", "--class-path", jar, program)
	command.Stderr = os.Stderr
	in, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &Library{command, in, bufio.NewReaderSize(out, 1<<20)}, command.Start()
}

// Judge asks about all the documents and answers in their order.
func (l *Library) Judge(documents []string) ([]Verdict, error) {
	sent := l.send(func(to frames) {
		for _, document := range documents {
			to.text(document)
		}
	})
	verdicts := make([]Verdict, 0, len(documents))
	for range documents {
		line, err := l.out.ReadString('\n')
		if err != nil {
			return nil, fmt.Errorf("the library stopped after %d documents: %w", len(verdicts), err)
		}
		verdicts = append(verdicts, parse(strings.TrimSuffix(line, "\n")))
	}
	return verdicts, <-sent
}

// Stop ends the JVM.
func (l *Library) Stop() error {
	_ = l.in.Close()
	return l.command.Wait()
}

func parse(line string) (verdict Verdict) {
	if thrown, is := strings.CutPrefix(line, "!"); is {
		verdict.Thrown = thrown
		return verdict
	}
	time, findings, _ := strings.Cut(line, ";")
	verdict.Microseconds, _ = strconv.Atoi(time)
	for _, text := range strings.Split(findings, ";") {
		if words := strings.Fields(text); len(words) == 5 {
			verdict.Findings = append(verdict.Findings, Finding{words[0] == "READER", words[1], words[2], words[3], words[4][1:]})
		}
	}
	return verdict
}
