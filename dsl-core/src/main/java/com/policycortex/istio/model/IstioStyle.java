package com.policycortex.istio.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.ImplementationVisibility;

/**
 * How the values of the model are made: generated classes stay package-private, and a copy method
 * has the name of its field, so that {@code outlierDetection.interval(d)} reads as it is written in
 * Istio's reference.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Value.Style(
    with = "*",
    visibility = ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true)
public @interface IstioStyle {}
