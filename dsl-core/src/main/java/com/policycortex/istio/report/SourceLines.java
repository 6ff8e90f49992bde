package com.policycortex.istio.report;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.yaml.CodeFrames;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds lines of files; looks through each file once, however many lines are wanted. For any number
 * of threads.
 */
final class SourceLines {

  private final Map<String, String> sources;
  private final Map<String, CodeFrames> frames = new ConcurrentHashMap<>();

  SourceLines(Map<String, String> sources) {
    this.sources = sources;
  }

  /** The line of a place and a caret below it; empty where the text is not known. */
  String frame(Origin place) {
    String source = sources.get(place.file());
    if (source == null || !place.isKnown()) {
      return "";
    }
    CodeFrames known = frames.get(place.file());
    if (known == null) {
      known = frames.computeIfAbsent(place.file(), file -> new CodeFrames(source));
    }
    return known.at(place);
  }
}
