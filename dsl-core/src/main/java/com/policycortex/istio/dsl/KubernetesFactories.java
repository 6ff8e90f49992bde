package com.policycortex.istio.dsl;

import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.kubernetes.Container;
import com.policycortex.istio.model.kubernetes.ContainerPort;
import com.policycortex.istio.model.kubernetes.CronJob;
import com.policycortex.istio.model.kubernetes.DaemonSet;
import com.policycortex.istio.model.kubernetes.Deployment;
import com.policycortex.istio.model.kubernetes.ExecAction;
import com.policycortex.istio.model.kubernetes.GrpcAction;
import com.policycortex.istio.model.kubernetes.HttpGetAction;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.IpBlock;
import com.policycortex.istio.model.kubernetes.Job;
import com.policycortex.istio.model.kubernetes.JobSpec;
import com.policycortex.istio.model.kubernetes.JobTemplate;
import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.model.kubernetes.LabelSelectorRequirement;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.NetworkPolicyEgressRule;
import com.policycortex.istio.model.kubernetes.NetworkPolicyIngressRule;
import com.policycortex.istio.model.kubernetes.NetworkPolicyPeer;
import com.policycortex.istio.model.kubernetes.NetworkPolicyPort;
import com.policycortex.istio.model.kubernetes.Pod;
import com.policycortex.istio.model.kubernetes.PodSecurityContext;
import com.policycortex.istio.model.kubernetes.PodSpec;
import com.policycortex.istio.model.kubernetes.PodTemplate;
import com.policycortex.istio.model.kubernetes.Probe;
import com.policycortex.istio.model.kubernetes.ReplicaSet;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.model.kubernetes.SecurityContext;
import com.policycortex.istio.model.kubernetes.ServicePort;
import com.policycortex.istio.model.kubernetes.StatefulSet;
import com.policycortex.istio.model.kubernetes.TcpSocketAction;

/**
 * The factories of Kubernetes' kinds and messages; a Service and a ServiceAccount are made with
 * their class, because here these words are references.
 */
abstract class KubernetesFactories extends MeshFactories {

  KubernetesFactories() {}

  /** A ConfigMap of this name, without data yet. */
  public static ConfigMap configMap(String name) {
    return ConfigMap.configMap(name);
  }

  /** A {@link Container}: a container of this name. */
  public static Container container(String name) {
    return Container.container(name);
  }

  /** A {@link ContainerPort}: the port of this number. */
  public static ContainerPort containerPort(int port) {
    return ContainerPort.containerPort(port);
  }

  /** A CronJob of this name, at these times. */
  public static CronJob cronJob(String name, String schedule, JobTemplate jobTemplate) {
    return CronJob.cronJob(name, schedule, jobTemplate);
  }

  /** A DaemonSet of this name, whose pods are like the template. */
  public static DaemonSet daemonSet(String name, LabelSelector selector, PodTemplate template) {
    return DaemonSet.daemonSet(name, selector, template);
  }

  /** A Deployment of this name, whose pods are like the template. */
  public static Deployment deployment(String name, LabelSelector selector, PodTemplate template) {
    return Deployment.deployment(name, selector, template);
  }

  /** An {@link ExecAction} that sets nothing yet. */
  public static ExecAction execAction() {
    return ExecAction.execAction();
  }

  /** A {@link GrpcAction}: a request to this port. */
  public static GrpcAction grpcAction(int port) {
    return GrpcAction.grpcAction(port);
  }

  /** A {@link HttpGetAction}: a request to this port. */
  public static HttpGetAction httpGetAction(IntOrString port) {
    return HttpGetAction.httpGetAction(port);
  }

  /** An {@link IpBlock}: this range. */
  public static IpBlock ipBlock(String cidr) {
    return IpBlock.ipBlock(cidr);
  }

  /** A Job of this name. */
  public static Job job(String name, JobSpec spec) {
    return Job.job(name, spec);
  }

  /** A {@link JobSpec}: pods like this template. */
  public static JobSpec jobSpec(PodTemplate template) {
    return JobSpec.jobSpec(template);
  }

  /** A {@link JobTemplate}: jobs of this spec. */
  public static JobTemplate jobTemplate(JobSpec spec) {
    return JobTemplate.jobTemplate(spec);
  }

  /** A {@link LabelSelector} that sets nothing yet. */
  public static LabelSelector labelSelector() {
    return LabelSelector.labelSelector();
  }

  /** A {@link LabelSelectorRequirement}: a condition on this label by this operator. */
  public static LabelSelectorRequirement labelSelectorRequirement(String key, String operator) {
    return LabelSelectorRequirement.labelSelectorRequirement(key, operator);
  }

  /** A {@link Namespace}: a namespace of this name. */
  public static Namespace namespace(String name) {
    return Namespace.namespace(name);
  }

  /** A NetworkPolicy of this name for these pods. */
  public static NetworkPolicy networkPolicy(String name, LabelSelector podSelector) {
    return NetworkPolicy.networkPolicy(name, podSelector);
  }

  /** A {@link NetworkPolicyEgressRule} that sets nothing yet. */
  public static NetworkPolicyEgressRule networkPolicyEgressRule() {
    return NetworkPolicyEgressRule.networkPolicyEgressRule();
  }

  /** A {@link NetworkPolicyIngressRule} that sets nothing yet. */
  public static NetworkPolicyIngressRule networkPolicyIngressRule() {
    return NetworkPolicyIngressRule.networkPolicyIngressRule();
  }

  /** A {@link NetworkPolicyPeer} that sets nothing yet. */
  public static NetworkPolicyPeer networkPolicyPeer() {
    return NetworkPolicyPeer.networkPolicyPeer();
  }

  /** A {@link NetworkPolicyPort} that sets nothing yet. */
  public static NetworkPolicyPort networkPolicyPort() {
    return NetworkPolicyPort.networkPolicyPort();
  }

  /** A {@link Pod}: a pod of this name. */
  public static Pod pod(String name, PodSpec spec) {
    return Pod.pod(name, spec);
  }

  /** A {@link PodSecurityContext} that sets nothing yet. */
  public static PodSecurityContext podSecurityContext() {
    return PodSecurityContext.podSecurityContext();
  }

  /** A {@link PodSpec}: a pod without containers yet. */
  public static PodSpec podSpec() {
    return PodSpec.podSpec();
  }

  /** A {@link PodTemplate} that sets nothing yet. */
  public static PodTemplate podTemplate() {
    return PodTemplate.podTemplate();
  }

  /** A {@link Probe} that sets nothing yet. */
  public static Probe probe() {
    return Probe.probe();
  }

  /** A ReplicaSet of this name, whose pods are like the template. */
  public static ReplicaSet replicaSet(String name, LabelSelector selector, PodTemplate template) {
    return ReplicaSet.replicaSet(name, selector, template);
  }

  /** A Secret of this name, without data yet. */
  public static Secret secret(String name) {
    return Secret.secret(name);
  }

  /** A {@link SecurityContext} that sets nothing yet. */
  public static SecurityContext securityContext() {
    return SecurityContext.securityContext();
  }

  /** A {@link ServicePort}: this port. */
  public static ServicePort servicePort(long port) {
    return ServicePort.servicePort(port);
  }

  /** A StatefulSet of this name, whose pods are like the template. */
  public static StatefulSet statefulSet(String name, LabelSelector selector, PodTemplate template) {
    return StatefulSet.statefulSet(name, selector, template);
  }

  /** A {@link TcpSocketAction}: a connection to this port. */
  public static TcpSocketAction tcpSocketAction(IntOrString port) {
    return TcpSocketAction.tcpSocketAction(port);
  }
}
