package com.policycortex.istio.validation;

import org.jspecify.annotations.Nullable;

/** Values of HTTP headers: no control characters, and Envoy's {@code %…%} commands well formed. */
final class HeaderValues {

  private HeaderValues() {}

  /** Null for a good value, else what is wrong with it. */
  static @Nullable String problem(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return String.format("has the control character U+%04X at position %d", (int) c, i);
      }
    }
    if (value.indexOf('%') < 0) {
      return null;
    }
    return isWellFormed(value) ? null : "has a % that opens no command and is not doubled";
  }

  private enum State {
    LITERAL,
    NAME,
    ARRAY,
    STRING_START,
    STRING,
    DELIMITER,
    ARGUMENTS_END,
    END
  }

  private static boolean isWellFormed(String value) {
    State state = State.LITERAL;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean skipsNext =
          (state == State.LITERAL && c == '%' && value.startsWith("%%", i))
              || (state == State.STRING && c == '\\' && i + 1 < value.length());
      if (skipsNext) {
        i++;
        continue;
      }
      State next = next(state, c);
      if (next == null) {
        return false;
      }
      state = next;
    }
    return state == State.LITERAL;
  }

  private static @Nullable State next(State state, char c) {
    return switch (state) {
      case LITERAL -> c == '%' ? State.NAME : state;
      case NAME -> c == '%' ? State.LITERAL : c == '(' ? State.ARRAY : state;
      case ARRAY -> c == '[' ? State.STRING_START : c == ' ' ? state : State.STRING;
      case STRING_START -> c == '"' ? State.STRING : blank(state, c);
      case STRING ->
          switch (c) {
            case '\\' -> null; // the last character: a backslash escapes one behind it
            case ')' -> State.END;
            case '"' -> State.DELIMITER;
            default -> state;
          };
      case DELIMITER ->
          switch (c) {
            case ',' -> State.STRING_START;
            case ']' -> State.ARGUMENTS_END;
            default -> blank(state, c);
          };
      case ARGUMENTS_END -> c == ')' ? State.END : blank(state, c);
      case END -> c == '%' ? State.LITERAL : blank(state, c);
    };
  }

  private static @Nullable State blank(State state, char c) {
    return c == ' ' ? state : null;
  }
}
