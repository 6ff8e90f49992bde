/**
 * What is wrong between manifests: {@link com.policycortex.istio.analysis.Analysis} has every check
 * look at a {@link com.policycortex.istio.mesh.Mesh}.
 *
 * <h2>How to add a check</h2>
 *
 * <ol>
 *   <li>Write a class in the package of its area ({@code routing}, {@code destination}, {@code
 *       registry}, …) that extends {@link com.policycortex.istio.analysis.check.Check}; its name is
 *       the mistake, {@code RouteHostMissing}. Say what it looks at with a {@link
 *       com.policycortex.istio.analysis.check.Subject}: the manifests of a kind, all workloads, all
 *       services. Say what it is with a {@link com.policycortex.istio.analysis.check.CheckInfo}:
 *       the meaning is exact, the reason tells what happens to the traffic, the fix begins with an
 *       imperative. What must be given for an answer goes to {@code needs}: without it the check is
 *       skipped, and the result says so.
 *   <li>In {@code check(subject, mesh, report)} ask the {@link
 *       com.policycortex.istio.mesh.MeshView}, and report what is wrong with {@code
 *       report.add(path, message)}; a finding can name {@code related} manifests, a {@code
 *       witness}, and a {@code repair} that is a changed manifest.
 *   <li>Add it to the table of its area ({@code RoutingChecks.ALL}, …).
 *   <li>Write {@code checks/ID.yaml} among the test resources: examples that begin with {@code #:
 *       broken TITLE} or {@code #: repaired TITLE}; what stands before the first belongs to all. A
 *       line at which a finding is expected ends with {@code # <-- a part of its message}. {@code
 *       ChecksTest} then checks the places, that repairs remove the finding, that an update finds
 *       what an analysis from scratch finds, and that a cluster accepts the examples.
 * </ol>
 *
 * <h2>What a check must keep to</h2>
 *
 * <ul>
 *   <li>It keeps no state, and reads the mesh only through the view it is given. The view notes
 *       what was read; that is how an update knows what to look at again.
 *   <li>It asks for what it needs by key ({@code services().resolve}, {@code workloads().select},
 *       {@code virtualServices().withHost}), never by going through all manifests of a kind: all
 *       together must grow with the mesh, not with its square. Of a group of many, stop at the
 *       first that settles the question.
 *   <li>Of several manifests that are in each other's way it reports the one that loses, with the
 *       others as related. Lists are in the order in which istiod lets manifests decide; {@link
 *       com.policycortex.istio.mesh.Precedence#reason} says why one comes first, and does not
 *       pretend to know creation times.
 *   <li>What the manifests cannot tell is not reported.
 * </ul>
 */
@NullMarked
package com.policycortex.istio.analysis;

import org.jspecify.annotations.NullMarked;
