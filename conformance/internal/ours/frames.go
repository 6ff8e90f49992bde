package ours

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A question goes to the JVM as frames: a length of four bytes, then that many bytes of text.
type frames struct{ to *bufio.Writer }

func (f frames) count(n int) { _ = binary.Write(f.to, binary.BigEndian, uint32(n)) }

func (f frames) text(text string) {
	f.count(len(text))
	_, _ = f.to.WriteString(text)
}

// send writes beside the reading, for the JVM answers before it has everything; the channel tells how it ended.
func (l *Library) send(write func(frames)) <-chan error {
	ended := make(chan error, 1)
	go func() {
		to := bufio.NewWriterSize(l.in, 1<<16)
		write(frames{to})
		ended <- to.Flush()
	}()
	return ended
}

// Answers asks a JVM of its own all the questions, each of one text or more, and answers in their order: the program has a value of JSON for each.
func Answers[T any](jar, program string, questions [][]string) ([]T, error) {
	answers := make([]T, len(questions))
	var values *json.Decoder
	err := alone(jar, program, questions, func(library *Library, i int) error {
		if values == nil {
			values = json.NewDecoder(library.out)
		}
		return values.Decode(&answers[i])
	})
	return answers, err
}

// Blocks does the same with a program that has some lines for each question, and an empty one behind them.
func Blocks(jar, program string, questions [][]string) ([][]string, error) {
	answers := make([][]string, len(questions))
	err := alone(jar, program, questions, func(library *Library, i int) (err error) {
		answers[i], err = library.block()
		return err
	})
	return answers, err
}

func alone(jar, program string, questions [][]string, answer func(*Library, int) error) error {
	library, err := Start(jar, program)
	if err != nil {
		return err
	}
	sent := make(chan error, 1)
	go func() {
		err := <-library.send(func(to frames) {
			for _, question := range questions {
				for _, text := range question {
					to.text(text)
				}
			}
		})
		sent <- errors.Join(err, library.in.Close()) // which tells the program that nothing more comes
	}()
	for i := range questions {
		if err := answer(library, i); err != nil {
			return errors.Join(fmt.Errorf("the library stopped after %d questions: %w", i, err), library.Stop())
		}
	}
	return errors.Join(<-sent, library.Stop())
}

// block is what comes before the next empty line.
func (l *Library) block() (lines []string, err error) {
	for {
		line, err := l.out.ReadString('\n')
		switch {
		case errors.Is(err, io.EOF):
			return nil, io.ErrUnexpectedEOF
		case err != nil:
			return nil, err
		case line == "\n":
			return lines, nil
		}
		lines = append(lines, line[:len(line)-1])
	}
}
