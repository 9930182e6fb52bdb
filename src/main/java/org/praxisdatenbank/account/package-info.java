/** People who work here: who they are, how they sign in, what they may do, and what they did. */
@NullMarked
package org.praxisdatenbank.account;

import org.jspecify.annotations.NullMarked;
