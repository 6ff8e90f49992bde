package com.policycortex.istio.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * What stands before a tab that SnakeYAML takes for indentation. To Go's YAML it is a blank in
 * brackets, and in a text without quotes that goes on, behind the column that the text begins at
 * the earliest.
 */
final class TabPlace {

  private int brackets;
  private int at;
  // Of the block around the last text, if nothing but blanks stands between.
  private int indent = -1;
  private boolean plain;

  private TabPlace() {}

  /**
   * Whether Go takes a tab for a blank.
   *
   * @param before the document up to the tab
   */
  static boolean isBlank(String before) {
    TabPlace place = new TabPlace();
    try {
      place.scan(before);
    } catch (YAMLException e) {
      return false;
    }
    if (place.plain && before.codePoints().skip(place.at).allMatch(TabPlace::isSpace)) {
      return column(before) > place.indent;
    }
    return place.brackets > 0;
  }

  private static boolean isSpace(int character) {
    return character == ' ' || character == '\t' || Mends.BREAKS.indexOf(character) >= 0;
  }

  private static int column(String before) {
    int begin = before.length();
    while (begin > 0 && Mends.BREAKS.indexOf(before.charAt(begin - 1)) < 0) {
      begin--;
    }
    return before.length() - begin; // only blanks stand there
  }

  private void scan(String before) {
    ScannerImpl scanner = new ScannerImpl(new StreamReader(before), new LoaderOptions());
    Deque<Integer> blocks = new ArrayDeque<>();
    while (true) {
      Token unused = scanner.peekToken();
      Token token = scanner.getToken();
      switch (token.getTokenId()) {
        case StreamEnd -> {
          return;
        }
        case FlowMappingStart, FlowSequenceStart -> brackets++;
        case FlowMappingEnd, FlowSequenceEnd -> brackets--;
        case BlockMappingStart, BlockSequenceStart -> blocks.push(token.getStartMark().getColumn());
        case BlockEnd -> blocks.pop();
        default -> {
          // It opens and closes nothing.
        }
      }
      if (token.getTokenId() != Token.ID.BlockEnd) {
        plain = token instanceof ScalarToken scalar && scalar.getPlain();
        at = token.getEndMark().getIndex();
        indent = blocks.isEmpty() ? -1 : blocks.peek();
      }
    }
  }
}
