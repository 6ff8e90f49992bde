package com.policycortex.istio.yaml;

/**
 * A change of a file that puts one manifest in the place of another.
 *
 * @param file the file
 * @param line the first line of what is replaced, from 1
 * @param before the lines that are replaced: the document that holds the manifest
 * @param after the lines that come in their place; empty to leave the document out
 * @param keepsComments whether all comments are still there
 */
public record ManifestEdit(
    String file, int line, String before, String after, boolean keepsComments) {}
