package com.policycortex.istio.model;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.wire.EmptyFields;
import com.policycortex.istio.wire.MessageFields;
import com.policycortex.istio.wire.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/** An immutable value with named fields: a manifest, or a part of one. */
public abstract class Message implements MessageFields {

  private static final String KUBERNETES = "com.policycortex.istio.model.kubernetes";

  /** For the value types of the model only. */
  protected Message() {}

  /** Where this value was written, if that is known. No part of equality. */
  public final Origin origin() {
    return knownOrigin().orElseGet(Origin::unknown);
  }

  /** {@link #origin()}, absent if it is not known. */
  @Value.Auxiliary
  public abstract Optional<Origin> knownOrigin();

  /**
   * The names of the lists and maps that are there without an element, as in {@code hosts: []} and
   * {@code portLevelMtls: {}}. Istio and the API server may judge them differently from absent ones
   * (a list with a least number of elements, a CEL rule that asks {@code has()}), so they are part
   * of equality and written again. A name is the field's own, {@code hosts} for {@code spec.hosts}.
   *
   * <p>Never among them is what the API server itself forgets when it is empty: labels and
   * annotations, and the lists and maps of Kubernetes' own kinds, which are Go structures there.
   */
  @Override
  @Value.Derived
  public Set<String> emptyFields() {
    Set<String> names = namedEmptyFields();
    boolean none = names.isEmpty() || getClass().getPackageName().equals(KUBERNETES);
    return none ? Set.of() : EmptyFields.of(this, names);
  }

  /** Whether the list or map of this name is there without an element; see {@link #emptyFields}. */
  public final boolean isExplicitlyEmpty(String name) {
    return emptyFields().contains(name);
  }

  /** The names that {@link #withEmptyFields} was given; no part of equality. */
  @Value.Auxiliary
  public abstract Set<String> namedEmptyFields();

  /** A copy with these {@link #namedEmptyFields()}. */
  protected abstract Message namedEmptyFields(Iterable<String> names);

  /**
   * A copy in which the lists and maps of these names, too, are there as long as they have no
   * element. A name that is none of a list or map has no effect.
   *
   * @param message the value to copy
   * @param names the fields' own names
   */
  // The copy is of the type of the value: each message makes copies of itself only.
  @SuppressWarnings("unchecked")
  public static <T extends Message> T withEmptyFields(T message, Collection<String> names) {
    Set<String> all = new TreeSet<>(message.namedEmptyFields());
    all.addAll(names);
    return (T) message.namedEmptyFields(all);
  }

  /** The elements with some more behind them; for the copy methods of the model that add. */
  protected static <T> List<T> added(List<? extends T> elements, T first, T[] more) {
    List<T> all = new ArrayList<>(elements.size() + 1 + more.length);
    all.addAll(elements);
    all.add(first);
    all.addAll(Arrays.asList(more));
    return all;
  }

  /** This value as YAML. */
  @Override
  public final String toString() {
    return YamlText.of(this);
  }
}
