package com.policycortex.istio.finding;

import java.util.regex.Pattern;

/** Placeholders of programs that make manifests, where nobody has filled them in. */
public final class Placeholders {

  /** What to do where one stands. */
  public static final String HINT =
      "Lint what is rendered: this looks like a placeholder that nobody has filled in";

  // Of Helm, Jinja and Ansible; of kustomize and make; of envsubst and Terraform.
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{.{0,200}?\\}\\}|\\$\\([A-Za-z_][A-Za-z0-9_.-]{0,100}\\)"
              + "|\\$\\{[A-Za-z_][A-Za-z0-9_.:-]{0,100}\\}");

  private Placeholders() {}

  /** Whether one stands in a text: in two braces, or in brackets behind a dollar. */
  public static boolean isIn(String text) {
    return PLACEHOLDER.matcher(text).find();
  }
}
