package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Placeholders;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk through one manifest stands, and what it found. A place becomes text only when there
 * is something to say about it.
 */
final class Report {

  private static final int DEPTH = 16;
  private static final int NO_INDEX = -1;

  // One for each thread that validates: a walk that finds nothing makes nothing.
  private static final ThreadLocal<@Nullable Report> SPARE = new ThreadLocal<>();
  private static final int ENTRIES_KEPT = 1 << 12;

  private @Nullable Manifest manifest;
  private List<Finding> findings = List.of();
  private Object[] values = new Object[DEPTH];
  private String[] fields = new String[DEPTH];
  private @Nullable String[] keys = new String[DEPTH];
  private int[] indexes = new int[DEPTH];
  private int depth;
  private int muted;
  private @Nullable Rule<?> rule;
  private final Unread unread;
  private final boolean half;
  private HashTable table = new HashTable();
  // Whether the current rule looked at something that could not be read, and how many findings
  // there were before it.
  private boolean doubtful;
  private int findingsBefore;

  Report(Manifest manifest) {
    this(manifest, Unread.NOTHING);
  }

  /** A walk through a manifest; {@link #end} is called at its end. */
  static Report begin(Manifest manifest) {
    Report report = SPARE.get();
    if (report == null) {
      return new Report(manifest);
    }
    SPARE.set(null); // whoever begins a walk within this one gets another
    report.manifest = manifest;
    return report;
  }

  /** Forgets everything, for the next walk of this thread. */
  void end() {
    if (depth == 0 && !half) {
      manifest = null;
      Arrays.fill(values, null);
      findings = List.of();
      rule = null;
      if (table.room() > ENTRIES_KEPT) {
        table = new HashTable();
      }
      SPARE.set(this);
    }
  }

  /** A table without entries, with room for so many; the one before is forgotten. */
  HashTable table(int entries) {
    table.clear(entries);
    return table;
  }

  /** A walk through what is left of a manifest of which some places could not be read. */
  Report(Manifest manifest, Unread unread) {
    this.manifest = manifest;
    this.unread = unread;
    this.half = unread.isAnything();
  }

  List<Finding> findings() {
    dropDoubtful();
    return findings;
  }

  /** The manifest that is walked. */
  Manifest manifest() {
    doubtful |= half;
    return walked();
  }

  /** The manifest that is walked; the caller knows its type. */
  <M extends Manifest> M manifest(Class<M> type) {
    return type.cast(manifest());
  }

  /**
   * The manifest that is walked, for a look at one of its fields only.
   *
   * @param field the path of the field, for example {@code spec.hosts}
   */
  Manifest manifestFor(String field) {
    reads(field);
    return walked();
  }

  /** The current rule goes by a field of the manifest that it does not speak of. */
  void reads(String field) {
    doubtful |= half && unread.mayChange(field);
  }

  /** The same, where the caller knows its type. */
  <M extends Manifest> M manifestFor(String field, Class<M> type) {
    return type.cast(manifestFor(field));
  }

  /**
   * The namespace that the manifest is for. Where it names none, applying decides: kubectl takes
   * {@code default} unless its context says otherwise, and istiod never sees a manifest without.
   */
  String namespace() {
    doubtful |= half && unread.touches("metadata");
    return walked().namespace().filter(name -> !name.isEmpty()).orElse("default");
  }

  /** The value at the top of the walk, or one of those around it: 0 is the innermost. */
  Object enclosing(int levels) {
    doubtful = doubtful || (half && isDoubtful(depth - levels));
    return values[depth - 1 - levels];
  }

  /** How many values are around the innermost. */
  int depth() {
    return depth;
  }

  void begin(Rule<?> next) {
    rule = next;
    if (half) {
      dropDoubtful();
      findingsBefore = findings.size();
      doubtful = FarSighted.is(next.id()) && isDoubtful(depth);
    }
  }

  // Rules that have nothing around them are about metadata.
  private boolean isDoubtful(int levels) {
    if (levels == 0) {
      return unread.touches("metadata");
    }
    return half && (values[levels - 1] instanceof Manifest || unread.touches(path(levels, "")));
  }

  // A field that is there says by itself what is wrong with it; one that is not may be what could
  // not be read.
  private boolean isDoubtful(String field) {
    String at = path(field);
    if (unread.touches(at)) {
      return true;
    }
    Object value = depth == 0 ? walked() : values[depth - 1];
    return !FieldPresence.isThere(value, field) && (unread.isAtTop() || unread.touches(parent(at)));
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  private void dropDoubtful() {
    if (doubtful && findingsBefore < findings.size()) {
      findings.subList(findingsBefore, findings.size()).clear();
    }
    doubtful = false;
  }

  void enter(String field, Object value) {
    enter(field, NO_INDEX, null, value);
  }

  void enter(String field, int index, Object value) {
    enter(field, index, null, value);
  }

  void enter(String field, String key, Object value) {
    enter(field, NO_INDEX, key, value);
  }

  void leave() {
    depth--;
  }

  void mute(boolean mute) {
    muted += mute ? 1 : 0;
  }

  void unmute(boolean mute) {
    muted -= mute ? 1 : 0;
  }

  /** A violation of the current rule at a field of the current value; an empty field means all. */
  void add(String field, String message) {
    add(field, message, "");
  }

  /** A violation of the current rule, with a hint of its own. */
  void add(String field, String message, String hint) {
    add(Objects.requireNonNull(rule).gate(), field, message, hint);
  }

  /** A violation of another rule, which the current one's walk finds on its way. */
  void add(Rule<?> other, String field, String message) {
    add(other, field, message, "");
  }

  /** The same, with a hint of its own. */
  void add(Rule<?> other, String field, String message, String hint) {
    Rule<?> current = Objects.requireNonNull(rule);
    rule = other;
    add(field, message, hint);
    rule = current;
  }

  /** A violation of the current rule that only one of the rule's gates minds. */
  void add(Gate gate, String field, String message) {
    add(gate, field, message, "");
  }

  private void add(Gate gate, String field, String message, String hint) {
    Rule<?> broken = Objects.requireNonNull(rule);
    boolean refused = broken.severity() == Severity.ERROR;
    if ((muted > 0 && !refused) || (half && isDoubtful(field))) {
      return;
    }
    if (findings.isEmpty()) {
      findings = new ArrayList<>();
    }
    findings.add(
        new Finding(
                broken.id(),
                broken.severity(),
                walked().resourceId(),
                path(field),
                message + " (" + gate.verdict(refused) + ")",
                refused && Placeholders.isIn(message)
                    ? Placeholders.HINT
                    : hint.isEmpty() ? broken.hint() : hint,
                origin())
            .by(gate));
  }

  private void enter(String field, int index, @Nullable String key, Object value) {
    if (depth == values.length) {
      values = Arrays.copyOf(values, 2 * depth);
      fields = Arrays.copyOf(fields, 2 * depth);
      keys = Arrays.copyOf(keys, 2 * depth);
      indexes = Arrays.copyOf(indexes, 2 * depth);
    }
    values[depth] = value;
    fields[depth] = field;
    keys[depth] = key;
    indexes[depth] = index;
    depth++;
  }

  private Manifest walked() {
    return Objects.requireNonNull(manifest);
  }

  private String path(String field) {
    return path(depth, field);
  }

  private String path(int levels, String field) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      append(path, fields[i]);
      if (indexes[i] != NO_INDEX) {
        path.append('[').append(indexes[i]).append(']');
      } else if (keys[i] != null) {
        path.append('[').append(keys[i]).append(']');
      }
    }
    append(path, field);
    return path.toString();
  }

  private static void append(StringBuilder path, String field) {
    if (!field.isEmpty()) {
      path.append(path.length() == 0 || field.charAt(0) == '[' ? "" : ".").append(field);
    }
  }

  private Origin origin() {
    for (int i = depth - 1; i >= 0; i--) {
      if (values[i] instanceof Message message && message.origin().isKnown()) {
        return message.origin();
      }
    }
    return walked().origin();
  }
}
