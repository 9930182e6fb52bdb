package org.praxisdatenbank.admin;

import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.praxisdatenbank.account.Account;

/**
 * What waits for somebody, in numbers that are read when they are asked for.
 *
 * @param practices how many practices wait for somebody's next step
 * @param toBeConfirmed of how many somebody who reviews should learn whether they are still right
 */
public record Waiting(ToIntFunction<Account> practices, ToLongFunction<Account> toBeConfirmed) {}
