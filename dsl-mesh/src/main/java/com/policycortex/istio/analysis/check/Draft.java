package com.policycortex.istio.analysis.check;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Message;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A finding while its check says what there is to say. */
public final class Draft {

  private final Manifest manifest;
  private final BooleanSupplier mayRepair;
  private final BooleanSupplier mayShow;
  private Finding finding;

  Draft(
      CheckInfo check,
      Manifest manifest,
      String path,
      String message,
      BooleanSupplier mayRepair,
      BooleanSupplier mayShow) {
    this.manifest = manifest;
    this.mayRepair = mayRepair;
    this.mayShow = mayShow;
    this.finding =
        new Finding(
            check.id(),
            check.severity(),
            manifest.resourceId(),
            path,
            message,
            check.fix(),
            manifest.origin());
  }

  /** What to do here, in place of the check's general advice. */
  public Draft hint(String hint) {
    finding =
        new Finding(
            finding.id(),
            finding.severity(),
            finding.resource(),
            finding.path(),
            finding.message(),
            hint,
            finding.origin(),
            finding.gate(),
            finding.related(),
            finding.witness(),
            finding.repairs());
    return this;
  }

  /** How much it weighs here, in place of the check's severity. */
  public Draft severity(Severity severity) {
    finding =
        new Finding(
            finding.id(),
            severity,
            finding.resource(),
            finding.path(),
            finding.message(),
            finding.hint(),
            finding.origin(),
            finding.gate(),
            finding.related(),
            finding.witness(),
            finding.repairs());
    return this;
  }

  /** The nearest part that knows where it was written, for example the rule of the route. */
  public Draft at(Message part) {
    Origin origin = part.origin();
    if (origin.isKnown()) {
      finding = finding.at(origin);
    }
    return this;
  }

  /**
   * Another manifest that is involved.
   *
   * @param other the manifest
   * @param path the field within it; empty for the whole
   * @param role what it has to do with this, for example {@code this rule matches first}
   */
  public Draft related(Manifest other, String path, String role) {
    finding = finding.related(new Related(other.resourceId(), path, role, other.origin()));
    return this;
  }

  /** A request, or connection, that shows it. */
  public Draft witness(Witness witness) {
    finding = finding.witness(witness);
    return this;
  }

  /** The same, if there is one; it is asked for only so often in one manifest, as it takes time. */
  public Draft witness(Supplier<Optional<Witness>> request) {
    if (mayShow.getAsBoolean()) {
      request.get().ifPresent(this::witness);
    }
    return this;
  }

  /** A change that removes it. */
  public Draft repair(Repair repair) {
    finding = finding.repair(repair);
    return this;
  }

  /**
   * A change of the manifest that removes it. Without effect where the change cannot be made, and
   * where the check has enough repairs of this manifest.
   *
   * @param description what it does, starting with an imperative
   */
  public Draft repair(String description, UnaryOperator<Change> change) {
    if (mayRepair.getAsBoolean()) {
      change
          .apply(Change.of(manifest))
          .manifest()
          .ifPresent(changed -> repair(Repair.replace(description, changed)));
    }
    return this;
  }

  /**
   * Says of all repairs so far that they are for somebody to decide.
   *
   * @param what what they change for traffic, as a half sentence
   */
  public Draft changing(String what) {
    finding =
        finding.repairs(finding.repairs().stream().map(repair -> repair.changes(what)).toList());
    return this;
  }

  /** A repair that writes another value at the finding's own field, with the hint that says so. */
  public Draft write(String value) {
    return hint("Write " + value).repair("Write " + value, to -> to.set(finding.path(), value));
  }

  /**
   * The nearest of some names, if one is near, is what to write at the finding's field; where it
   * can only have been meant there is a repair that writes it.
   *
   * @param written the name that is not there
   * @param names those that are
   */
  public Draft meant(String written, Collection<String> names) {
    return meant(written, names, name -> name);
  }

  /** The same, where what is written at the field is made of the name. */
  public Draft meant(String written, Collection<String> names, UnaryOperator<String> value) {
    return meant(written, NearNames.of(names), value);
  }

  /** The same of names that are asked about many times. */
  public Draft meant(String written, NearNames names) {
    return meant(written, names, name -> name);
  }

  /** The same of names that are asked about many times. */
  public Draft meant(String written, NearNames names, UnaryOperator<String> value) {
    names.nearest(written).ifPresent(near -> hint("Write " + value.apply(near)));
    names.slip(written).ifPresent(slip -> write(value.apply(slip)));
    return this;
  }

  Finding finding() {
    return finding;
  }
}
