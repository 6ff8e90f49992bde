package com.policycortex.istio.matching;

import com.policycortex.istio.matching.text.TextSpace;
import java.util.Locale;

/**
 * Something of a request that a condition can be about.
 *
 * @param kind which
 * @param name of a header, a query parameter, a label, a claim, or a key of metadata; else empty
 */
public record Attribute(Kind kind, String name) implements Comparable<Attribute> {

  /** The method. */
  public static final Attribute METHOD = new Attribute(Kind.METHOD, "");

  /** The authority as it was sent, with its port if it has one. */
  public static final Attribute AUTHORITY = new Attribute(Kind.AUTHORITY, "");

  /** {@code http} or {@code https}. */
  public static final Attribute SCHEME = new Attribute(Kind.SCHEME, "");

  /** The path without its query, as it is after normalisation. */
  public static final Attribute PATH = new Attribute(Kind.PATH, "");

  /** The path with its query. */
  public static final Attribute PATH_AND_QUERY = new Attribute(Kind.PATH_AND_QUERY, "");

  /** The gateway that routes, as {@code namespace/name}, or {@code mesh} for a sidecar. */
  public static final Attribute GATEWAY = new Attribute(Kind.GATEWAY, "");

  /** The port of the listener that routes: of the service, or of the Gateway's server. */
  public static final Attribute LISTENER_PORT = new Attribute(Kind.LISTENER_PORT, "");

  /** The namespace of the workload whose proxy routes. */
  public static final Attribute SOURCE_NAMESPACE = new Attribute(Kind.SOURCE_NAMESPACE, "");

  /** The server name that the client asks for in TLS. */
  public static final Attribute SNI = new Attribute(Kind.SNI, "");

  /** The address that the connection was made to, in bits: see {@link Addresses}. */
  public static final Attribute DESTINATION_IP = new Attribute(Kind.DESTINATION_IP, "");

  /** The port that the workload accepted the connection on. */
  public static final Attribute DESTINATION_PORT = new Attribute(Kind.DESTINATION_PORT, "");

  /** The peer's identity by mutual TLS, {@code spiffe://…}; absent for plain text. */
  public static final Attribute PRINCIPAL = new Attribute(Kind.PRINCIPAL, "");

  /** The address of the direct peer, in bits. */
  public static final Attribute SOURCE_IP = new Attribute(Kind.SOURCE_IP, "");

  /** The address of the client, by X-Forwarded-For or the PROXY protocol, in bits. */
  public static final Attribute REMOTE_IP = new Attribute(Kind.REMOTE_IP, "");

  /**
   * A header. Names differ by more than case; those of pseudo headers, and {@code host}, are the
   * attributes that they stand for.
   */
  public static Attribute header(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case ":method" -> METHOD;
      case ":authority", "host" -> AUTHORITY;
      case ":scheme" -> SCHEME;
      case ":path" -> PATH_AND_QUERY;
      default -> new Attribute(Kind.HEADER, lower);
    };
  }

  /** The first query parameter of this name, as it was sent. */
  public static Attribute queryParameter(String name) {
    return new Attribute(Kind.QUERY_PARAMETER, name);
  }

  /** A label of the workload whose proxy routes. */
  public static Attribute sourceLabel(String name) {
    return new Attribute(Kind.SOURCE_LABEL, name);
  }

  /** A claim of a valid token by its path, {@code realm.roles} for one within another. */
  public static Attribute claim(String path) {
    return new Attribute(Kind.CLAIM, path);
  }

  /** A text that a filter left under this key. */
  public static Attribute metadata(String key) {
    return new Attribute(Kind.METADATA, key);
  }

  /** The texts of a list that a filter left under this key. */
  public static Attribute metadataList(String key) {
    return new Attribute(Kind.METADATA_LIST, key);
  }

  /** True if a request can be without it. */
  public boolean canBeAbsent() {
    return switch (kind) {
      case HEADER, QUERY_PARAMETER, SOURCE_LABEL, SNI, PRINCIPAL, CLAIM, METADATA, METADATA_LIST ->
          true;
      default -> false;
    };
  }

  /** True if it can have several values, of which a condition asks for one. */
  public boolean canBeMany() {
    // Envoy takes the issuer, subject and presenter for one text each.
    return kind == Kind.METADATA_LIST
        || (kind == Kind.CLAIM
            && !name.equals("iss")
            && !name.equals("sub")
            && !name.equals("azp"));
  }

  /** The texts that it can have. */
  public TextSpace space() {
    return Spaces.of(kind);
  }

  @Override
  public int compareTo(Attribute other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }

  /** {@code header x-user} or {@code path}. */
  @Override
  public String toString() {
    String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return name.isEmpty() ? words : words + " " + name;
  }

  /** The kinds of attributes. */
  public enum Kind {
    /** See {@link Attribute#METHOD}. */
    METHOD,
    /** See {@link Attribute#AUTHORITY}. */
    AUTHORITY,
    /** See {@link Attribute#SCHEME}. */
    SCHEME,
    /** See {@link Attribute#PATH}. */
    PATH,
    /** See {@link Attribute#PATH_AND_QUERY}. */
    PATH_AND_QUERY,
    /** See {@link Attribute#header}. */
    HEADER,
    /** See {@link Attribute#queryParameter}. */
    QUERY_PARAMETER,
    /** See {@link Attribute#GATEWAY}. */
    GATEWAY,
    /** See {@link Attribute#LISTENER_PORT}. */
    LISTENER_PORT,
    /** See {@link Attribute#sourceLabel}. */
    SOURCE_LABEL,
    /** See {@link Attribute#SOURCE_NAMESPACE}. */
    SOURCE_NAMESPACE,
    /** See {@link Attribute#SNI}. */
    SNI,
    /** See {@link Attribute#DESTINATION_IP}. */
    DESTINATION_IP,
    /** See {@link Attribute#DESTINATION_PORT}. */
    DESTINATION_PORT,
    /** See {@link Attribute#PRINCIPAL}. */
    PRINCIPAL,
    /** See {@link Attribute#SOURCE_IP}. */
    SOURCE_IP,
    /** See {@link Attribute#REMOTE_IP}. */
    REMOTE_IP,
    /** See {@link Attribute#claim}. */
    CLAIM,
    /** See {@link Attribute#metadata}. */
    METADATA,
    /** See {@link Attribute#metadataList}. */
    METADATA_LIST
  }
}
