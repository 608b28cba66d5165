package io.chodae.bizkit;

import java.util.List;

/** How describing the Biz Service ended. */
public sealed interface DescribeResult {

    /** Stored. */
    record Saved(BizKit kit) implements DescribeResult {}

    /** Nothing was stored. */
    record Faults(List<Fault> faults) implements DescribeResult {}
}
