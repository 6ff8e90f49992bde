package com.policycortex.istio.matching;

import com.policycortex.istio.matching.text.Language;
import com.policycortex.istio.matching.text.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A set of requests, or of connections: a union of products, each of which asks something of some
 * attributes.
 *
 * <p>Questions about sets are answered with {@link Verdict#UNKNOWN}, and a reason, where they would
 * take more work than {@value #MOST_STEPS} steps, or where a set holds a condition that nobody here
 * can read.
 */
public final class RequestSet {

  static final int MOST_STEPS = 500;
  private static final int MOST_PRODUCTS = 4096;
  private static final RequestSet ALL = new RequestSet(List.of(Product.ALL), "");
  private static final RequestSet NONE = new RequestSet(List.of(), "");

  private final List<Product> products;
  private final String unread;

  private RequestSet(List<Product> products, String unread) {
    this.products = List.copyOf(products);
    this.unread = unread;
  }

  /** Every request. */
  public static RequestSet all() {
    return ALL;
  }

  /** No request. */
  public static RequestSet none() {
    return NONE;
  }

  /** A set of which nothing is known, and why. */
  public static RequestSet unknown(String reason) {
    return new RequestSet(List.of(), reason);
  }

  /** The requests that have the attribute, and in this language; of several values, one. */
  public static RequestSet where(Attribute attribute, Language language) {
    return of(Product.ALL.where(attribute, language));
  }

  /** The requests that lack the attribute, or have no value of it in this language. */
  public static RequestSet whereNot(Attribute attribute, Language language) {
    return of(Product.ALL.whereNot(attribute, language));
  }

  static RequestSet of(Product product) {
    return new RequestSet(List.of(product), "");
  }

  /** What is known to be in the set; {@link #unread} says whether there may be more. */
  List<Product> products() {
    return products;
  }

  /** Why there may be more in the set than {@link #products}; empty if there is not. */
  String unread() {
    return unread;
  }

  /** The requests in one of the two. */
  public RequestSet or(RequestSet other) {
    List<Product> both = new ArrayList<>(products);
    both.addAll(other.products);
    return new RequestSet(both, unread.isEmpty() ? other.unread : unread);
  }

  /** The requests in both. */
  public RequestSet and(RequestSet other) {
    String open = unread.isEmpty() ? other.unread : unread;
    if ((long) products.size() * other.products.size() > MOST_PRODUCTS) {
      return unknown("the set has too many parts");
    }
    List<Product> both = new ArrayList<>();
    for (Product one : products) {
      for (Product another : other.products) {
        both.add(one.and(another));
      }
    }
    return new RequestSet(both, open);
  }

  /** The requests that are not in this. */
  public RequestSet not() {
    if (!unread.isEmpty()) {
      return unknown(unread);
    }
    List<Product> rest = List.of(Product.ALL);
    for (Product product : products) {
      List<Product> next = new ArrayList<>();
      for (Product piece : rest) {
        for (Product left : piece.minus(product)) {
          if (left.example(Request.get("/")).verdict() != Verdict.NO) {
            next.add(left);
          }
        }
      }
      if (next.size() > MOST_PRODUCTS) {
        return unknown("the set has too many parts");
      }
      rest = next;
    }
    return new RequestSet(rest, "");
  }

  /** Whether the request is in the set. */
  public Verdict matches(Request request) {
    Verdict any = unread.isEmpty() ? Verdict.NO : Verdict.UNKNOWN;
    for (Product product : products) {
      any = any.or(product.matches(request));
      if (any == Verdict.YES) {
        return any;
      }
    }
    return any;
  }

  /** A request in the set, as plain as can be; what the set does not ask of it is the given's. */
  public Answer example(Request plain) {
    return rest(List.of(), plain);
  }

  /** Whether every request of the other set is in this; if not, one that is not. */
  public Answer contains(RequestSet other, Request plain) {
    return other.rest(List.of(this), plain).reversed();
  }

  /** A request of this set that is in none of the others: what they leave of it. */
  public Answer rest(List<RequestSet> others, Request plain) {
    return rest(
        request -> {
          Taker unsure = null;
          for (RequestSet other : others) {
            for (Product product : other.products) {
              Verdict verdict = product.matches(request);
              if (verdict == Verdict.YES) {
                return new Taker(Verdict.YES, product, "");
              }
              if (verdict == Verdict.UNKNOWN) {
                unsure = new Taker(Verdict.UNKNOWN, product, "an expression cannot be read");
              }
            }
            if (!other.unread.isEmpty()) {
              unsure = new Taker(Verdict.UNKNOWN, Product.ALL, other.unread);
            }
          }
          return unsure;
        },
        plain);
  }

  /** A product that takes a request, for certain or maybe. */
  record Taker(Verdict verdict, Product product, String reason) {}

  /**
   * Looks for a request of this set that nobody takes: tries one, and where somebody takes it, goes
   * on with what that one leaves. So it meets only those who matter.
   */
  Answer rest(Function<Request, @Nullable Taker> takers, Request plain) {
    Deque<Product> open = new ArrayDeque<>(products);
    String reason = unread;
    for (int steps = 0; !open.isEmpty(); steps++) {
      if (steps == MOST_STEPS) {
        return Answer.unknown("it would take too many steps");
      }
      Product piece = open.removeFirst();
      Product.Found found = piece.example(plain);
      if (found.verdict() == Verdict.UNKNOWN) {
        reason = found.reason();
      }
      if (found.verdict() != Verdict.YES) {
        continue;
      }
      Taker taker = takers.apply(found.request());
      if (taker == null) {
        return Answer.yes(found.request());
      }
      if (taker.verdict() == Verdict.UNKNOWN) {
        reason = taker.reason();
      } else {
        List<Product> left = piece.minus(taker.product());
        for (int i = left.size() - 1; i >= 0; i--) {
          open.addFirst(left.get(i));
        }
      }
    }
    return reason.isEmpty() ? Answer.no() : Answer.unknown(reason);
  }

  /**
   * Attributes of which the set asks what no request has, each by itself: not for a set that is
   * empty because its conditions exclude each other.
   */
  public Set<Attribute> impossible() {
    Set<Attribute> impossible = new TreeSet<>();
    for (Product product : products) {
      product
          .conditions()
          .forEach(
              (attribute, condition) -> {
                if (condition.example(attribute.space()).verdict() == Verdict.NO) {
                  impossible.add(attribute);
                }
              });
    }
    return impossible;
  }

  /** The products, and whether there may be more. */
  @Override
  public String toString() {
    return products + (unread.isEmpty() ? "" : " and maybe more: " + unread);
  }

  /**
   * An answer with what shows it.
   *
   * @param verdict the answer
   * @param request the request that shows it, where one can
   * @param reason why nobody knows; else empty
   */
  public record Answer(Verdict verdict, Optional<Request> request, String reason) {

    static Answer yes(Request request) {
      return new Answer(Verdict.YES, Optional.of(request), "");
    }

    static Answer no() {
      return new Answer(Verdict.NO, Optional.empty(), "");
    }

    static Answer unknown(String reason) {
      return new Answer(Verdict.UNKNOWN, Optional.empty(), reason);
    }

    private Answer reversed() {
      return new Answer(verdict.not(), request, reason);
    }
  }
}
