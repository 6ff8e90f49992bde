package com.policycortex.istio.mesh;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers of one mesh that many ask for, each with what was read to find it. */
final class Memo {

  private final Map<Object, Answer> answers = new ConcurrentHashMap<>();

  /** A value, and the hashes of the places of the indexes that it depends on. */
  private record Answer(Object value, Reads reads) {}

  /** The answer to a question; whoever gets it counts as having read what it depends on. */
  @SuppressWarnings("unchecked") // the question is asked in one way only
  <T> T ask(Object question, MeshView asking, Function<MeshView, T> find) {
    Answer answer = answers.get(question);
    if (answer == null) {
      Reads reads = new Reads();
      answer = new Answer(find.apply(asking.noting(reads)), reads);
      answers.put(question, answer);
    }
    asking.noteAll(answer.reads);
    return (T) answer.value;
  }
}
