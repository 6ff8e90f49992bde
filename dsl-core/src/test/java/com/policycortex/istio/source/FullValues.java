package com.policycortex.istio.source;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Manifests with every field set that a program can set, found by looking at the model. */
final class FullValues {

  private final int variant;
  private int next;

  private FullValues(int variant) {
    this.variant = variant;
  }

  /** One manifest of each kind; another variant has the next arm of each oneof. */
  static List<Manifest> manifests(int variant) throws ReflectiveOperationException {
    List<Manifest> all = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("com.policycortex.istio.model")
                .stream()
                .filter(
                    c ->
                        c.isAssignableTo(Manifest.class)
                            && !c.getSimpleName().startsWith("Immutable"))
                .sorted(Comparator.comparing(JavaClass::getName))
                .toList()) {
      Class<?> manifest = type.reflect();
      if (manifest != Manifest.class && manifest != RawManifest.class) {
        all.add((Manifest) new FullValues(variant).message(manifest));
      }
    }
    return all;
  }

  private Object message(Class<?> type) throws ReflectiveOperationException {
    Object value = made(type);
    List<Method> methods =
        Arrays.stream(type.getMethods())
            .filter(m -> m.getReturnType() == type && m.getParameterCount() == 1)
            .filter(m -> !m.isVarArgs() && !m.isBridge() && !Modifier.isStatic(m.getModifiers()))
            .filter(m -> !m.getName().equals("in"))
            .sorted(Comparator.comparing(Method::getName))
            .toList();
    for (Method method : methods) {
      Object argument = value(method.getGenericParameterTypes()[0]);
      value = method.invoke(value, argument);
    }
    return value;
  }

  // By the factory of its name; a record without one by its constructor.
  private Object made(Class<?> type) throws ReflectiveOperationException {
    for (Method method : type.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())
          && method.getName().equals(Verbs.factory(type.getSimpleName()))) {
        return method.invoke(null, values(method.getGenericParameterTypes()));
      }
    }
    if (type.getConstructors().length == 0) {
      throw new IllegalArgumentException(type + " has neither a factory nor a constructor");
    }
    Constructor<?> constructor = type.getConstructors()[0];
    return constructor.newInstance(values(constructor.getGenericParameterTypes()));
  }

  private Object[] values(Type[] types) throws ReflectiveOperationException {
    Object[] all = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      all[i] = value(types[i]);
    }
    return all;
  }

  private Object value(Type type) throws ReflectiveOperationException {
    if (type instanceof WildcardType wildcard) {
      return value(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Object value = value(arguments[arguments.length - 1]);
      if (generic.getRawType() == Map.class) {
        return Map.of("key " + next++, value);
      }
      if (generic.getRawType() == Optional.class) {
        return Optional.of(value);
      }
      return List.of(value);
    }
    return value((Class<?>) type);
  }

  private Object value(Class<?> type) throws ReflectiveOperationException {
    next++;
    if (type == String.class) {
      return "text " + next;
    }
    if (type == long.class || type == Long.class) {
      return next % 2 == 0 ? (long) next : (1L << 31) + next;
    }
    if (type == int.class || type == Integer.class) {
      return next % 2 == 0 ? next : -next;
    }
    if (type == double.class || type == Double.class) {
      return next / 4.0;
    }
    if (type == boolean.class || type == Boolean.class) {
      return next % 2 == 0;
    }
    if (type == Duration.class) {
      return Duration.ofMillis(next * 250L);
    }
    if (type == JsonObject.class || type == JsonValue.class) {
      return JsonValue.object().with("a", next).with("b", JsonValue.array(JsonValue.of("c")));
    }
    if (type == Metadata.class) {
      return Metadata.metadata("name").namespace("namespace").label("a", "b");
    }
    if (type == StringMatch.class) {
      return List.of(
              StringMatch.exact("a"),
              StringMatch.prefix("b"),
              StringMatch.regex("c\\d"),
              StringMatch.present())
          .get((next + variant) % 4);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[(next + variant) % type.getEnumConstants().length];
    }
    if (type.isSealed()) {
      Class<?>[] arms = type.getPermittedSubclasses();
      return made(arms[variant % arms.length]);
    }
    return message(type);
  }
}
