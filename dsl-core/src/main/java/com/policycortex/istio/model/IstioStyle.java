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
 * Istio's reference. Builders take no values to copy, which nobody needs and which clashes with
 * fields called {@code from}; the origin is an optional attribute, since a default beside a derived
 * one would cost each value an object.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Value.Style(
    get = {"known*", "*"},
    with = "*",
    from = "",
    visibility = ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true)
public @interface IstioStyle {}
