package com.policycortex.istio.dsl;

import static com.policycortex.istio.dsl.Istio.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.dsl.ratelimit.RateLimitKey;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServiceAccount;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One static import is all that a program needs: this one has no other of a factory. */
class IstioTest {

  @Test
  void everyKindAndMessageOfTheModelIsMadeByItsName() {
    // Here these two words are references.
    Set<Class<?>> saidWithTheirClass = Set.of(Service.class, ServiceAccount.class);
    List<Method> factories = new ArrayList<>();
    for (Class<?> type : types("com.policycortex.istio.model")) {
      if (!saidWithTheirClass.contains(type)) {
        statics(type)
            .filter(method -> method.getName().equalsIgnoreCase(type.getSimpleName()))
            .forEach(factories::add);
      }
    }
    assertThat(factories).hasSizeGreaterThan(200).allSatisfy(IstioTest::isReExported);
  }

  @Test
  void everyVerbOfThePackageIsThere() {
    // The four of Mtls are mutualTls(…) here; a header is a condition here.
    Set<Class<?>> underAnotherName = Set.of(Mtls.class, Istio.class);
    List<Method> verbs = new ArrayList<>();
    for (Class<?> type : types("com.policycortex.istio.dsl")) {
      if (!underAnotherName.contains(type)) {
        statics(type)
            .filter(m -> type != RateLimitKey.class || !m.getName().equals("header"))
            .forEach(verbs::add);
      }
    }
    assertThat(verbs).hasSizeGreaterThan(40).allSatisfy(IstioTest::isReExported);
  }

  @Test
  void aPolicyIsWrittenWithThisImportAlone() {
    var account = serviceAccount("billing").in("shop");
    var cart = service("cart").in("shop").http(8080);
    assertThat(allow(account).to(cart).policy().rules())
        .containsExactly(
            authorizationRule()
                .from(
                    authorizationFrom()
                        .source(
                            authorizationSource().principals("cluster.local/ns/shop/sa/billing"))));
    assertThat(deny(account).to(cart).policy().name()).isEqualTo("deny-billing-to-cart");
    assertThat(authorizationCondition("source.ip").values("10.0.0.1").key()).isEqualTo("source.ip");
    assertThat(requestAuthentication("tokens").jwtRules(jwtRule().issuer("a")).jwtRules())
        .hasSize(1);
  }

  private static void isReExported(Method factory) throws NoSuchMethodException {
    Method here = Istio.class.getMethod(factory.getName(), factory.getParameterTypes());
    assertThat(here.getGenericReturnType()).isEqualTo(factory.getGenericReturnType());
    assertThat(here.isVarArgs()).isEqualTo(factory.isVarArgs());
  }

  private static List<? extends Class<?>> types(String packageName) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packageName).stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .sorted(Comparator.comparing(JavaClass::getName))
            .map(JavaClass::reflect)
            .filter(type -> !type.isEnum())
            .toList();
  }

  private static Stream<Method> statics(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()) && Modifier.isPublic(m.getModifiers()))
        .filter(m -> !m.isSynthetic());
  }
}
