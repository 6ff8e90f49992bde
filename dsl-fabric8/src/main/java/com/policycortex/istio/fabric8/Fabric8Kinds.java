package com.policycortex.istio.fabric8;

import com.policycortex.istio.model.Kind;
import io.fabric8.istio.api.extensions.v1alpha1.WasmPlugin;
import io.fabric8.istio.api.networking.v1.DestinationRule;
import io.fabric8.istio.api.networking.v1.Gateway;
import io.fabric8.istio.api.networking.v1.ServiceEntry;
import io.fabric8.istio.api.networking.v1.Sidecar;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.istio.api.networking.v1.WorkloadEntry;
import io.fabric8.istio.api.networking.v1.WorkloadGroup;
import io.fabric8.istio.api.networking.v1alpha3.EnvoyFilter;
import io.fabric8.istio.api.networking.v1beta1.ProxyConfig;
import io.fabric8.istio.api.security.v1.AuthorizationPolicy;
import io.fabric8.istio.api.security.v1.PeerAuthentication;
import io.fabric8.istio.api.security.v1.RequestAuthentication;
import io.fabric8.istio.api.telemetry.v1.Telemetry;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * fabric8's class for each kind, at the version that is written. fabric8's own register would load
 * every class of its models to answer.
 */
final class Fabric8Kinds {

  static final List<Class<? extends HasMetadata>> ALL =
      List.of(
          AuthorizationPolicy.class,
          ConfigMap.class,
          CronJob.class,
          DaemonSet.class,
          Deployment.class,
          DestinationRule.class,
          EnvoyFilter.class,
          Gateway.class,
          Job.class,
          Namespace.class,
          NetworkPolicy.class,
          PeerAuthentication.class,
          Pod.class,
          ProxyConfig.class,
          ReplicaSet.class,
          RequestAuthentication.class,
          Secret.class,
          Service.class,
          ServiceAccount.class,
          ServiceEntry.class,
          Sidecar.class,
          StatefulSet.class,
          Telemetry.class,
          VirtualService.class,
          WasmPlugin.class,
          WorkloadEntry.class,
          WorkloadGroup.class);

  private static final Map<String, Class<? extends HasMetadata>> BY_NAME =
      ALL.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  type -> HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type),
                  Function.identity()));

  private Fabric8Kinds() {}

  static Optional<Class<? extends HasMetadata>> of(Kind<?> kind) {
    return Optional.ofNullable(BY_NAME.get(kind.apiVersion() + " " + kind.name()));
  }
}
