package com.policycortex.istio.documentation;

/**
 * What a person says about a finding id.
 *
 * @param id the id
 * @param group the heading that the index lists it under, a kind as a rule
 * @param title what is wrong, in a few words
 * @param meaning what it means for the user
 * @param reason why Istio or Kubernetes demands it
 */
public record Explanation(String id, String group, String title, String meaning, String reason) {}
