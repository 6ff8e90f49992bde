package com.policycortex.istio.policycortex;

import com.policycortex.istio.dsl.BlueGreen;
import com.policycortex.istio.dsl.Canary;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.render.OutputTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The whole mesh of PolicyCortex as one value.
 *
 * <p>{@code PolicyCortex.prod().with(Settings.CANARY_WEIGHT, 25)} is the production mesh with a
 * quarter of the requests to the new version of core-api. Everything else is as {@link #settings}
 * documents.
 */
public final class PolicyCortex {

  private final Environment environment;
  private final Map<Setting<?>, Object> changed;
  private final Services services;

  private PolicyCortex(Environment environment, Map<Setting<?>, Object> changed) {
    this.environment = environment;
    this.changed = Map.copyOf(changed);
    this.services = Services.of(this);
  }

  /** The mesh of production. */
  public static PolicyCortex prod() {
    return of(Environment.PROD);
  }

  /** The mesh of staging. */
  public static PolicyCortex staging() {
    return of(Environment.STAGING);
  }

  /** The mesh of development. */
  public static PolicyCortex dev() {
    return of(Environment.DEV);
  }

  /** The mesh of an environment. */
  public static PolicyCortex of(Environment environment) {
    return new PolicyCortex(environment, Map.of());
  }

  /**
   * The mesh of the environment of this name.
   *
   * @throws IllegalArgumentException for any other name than {@code prod}, {@code staging}, {@code
   *     dev}
   */
  public static PolicyCortex environment(String name) {
    return of(Environment.named(name));
  }

  /** All settings, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return Settings.ALL;
  }

  /** The environment. */
  public Environment environment() {
    return environment;
  }

  /**
   * The mesh with a setting changed.
   *
   * @throws IllegalArgumentException if the setting does not take the value
   */
  public <T> PolicyCortex with(Setting<T> setting, T value) {
    return changed(setting, setting.checked(value));
  }

  /**
   * The mesh with a setting changed, as the command line says it.
   *
   * @param key a setting's key
   * @param text its value
   * @throws IllegalArgumentException if there is no such setting, or it does not take the value
   */
  public PolicyCortex set(String key, String text) {
    Setting<?> setting =
        settings().stream()
            .filter(s -> s.key().equals(key))
            .findFirst()
            .orElseThrow(() -> unknown(key));
    return changed(setting, setting.parse(text));
  }

  /** What a setting is in this mesh. */
  public <T> T get(Setting<T> setting) {
    Object value = changed.get(setting);
    if (value == null) {
      return setting.defaultValue(environment);
    }
    @SuppressWarnings("unchecked") // only a setting's own values are stored under it
    T own = (T) value;
    return own;
  }

  /** What a setting is in this mesh, as {@link #set} takes it. */
  public String text(Setting<?> setting) {
    return setting.text(get(setting));
  }

  /** The namespace of the services. */
  public String namespace() {
    return get(Settings.NAMESPACE);
  }

  /** The services, to refer to. */
  public Services services() {
    return services;
  }

  /** The hosts that clients know. */
  public Hosts hosts() {
    return Hosts.of(get(Settings.DOMAIN));
  }

  /** The rollout of core-api: {@code canary().plan(5, 25, 50, 100)} is the way to a new version. */
  public Canary canary() {
    return TrafficManagement.canary(this);
  }

  /** The rollout of frontend. */
  public BlueGreen blueGreen() {
    return TrafficManagement.blueGreen(this);
  }

  /**
   * The way to mutual TLS in a mesh that still has plain clients, stage by stage: both are taken;
   * then the namespace asks for it; then the whole mesh.
   */
  public List<PolicyCortex> mutualTlsMigration() {
    return Security.migration(this);
  }

  /** Every file of the mesh. */
  public OutputTree tree() {
    OutputTree tree = Installation.addTo(OutputTree.empty(), this);
    tree = Base.addTo(tree, this);
    tree = TrafficManagement.addTo(tree, this);
    tree = Security.addTo(tree, this);
    tree = Observability.addTo(tree, this);
    return Policies.addTo(tree, this);
  }

  /** Every manifest of the mesh. */
  public List<Manifest> manifests() {
    return tree().manifests();
  }

  private PolicyCortex changed(Setting<?> setting, Object value) {
    Map<Setting<?>, Object> all = new HashMap<>(changed);
    all.put(setting, value);
    return new PolicyCortex(environment, all);
  }

  private static IllegalArgumentException unknown(String key) {
    return new IllegalArgumentException(
        "there is no setting \""
            + key
            + "\""
            + Suggestions.nearest(key, keys())
                .map(k -> "; did you mean \"" + k + "\"?")
                .orElse(""));
  }

  private static List<String> keys() {
    return settings().stream().map(Setting::key).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyCortex mesh
        && mesh.environment == environment
        && mesh.changed.equals(changed);
  }

  @Override
  public int hashCode() {
    return 31 * environment.hashCode() + changed.hashCode();
  }

  /** {@code PolicyCortex prod, canary.weight=25}. */
  @Override
  public String toString() {
    Map<String, String> texts = new TreeMap<>();
    changed.forEach((setting, value) -> texts.put(setting.key(), setting.text(value)));
    return "PolicyCortex "
        + environment
        + texts.entrySet().stream()
            .map(e -> ", " + e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining());
  }
}
