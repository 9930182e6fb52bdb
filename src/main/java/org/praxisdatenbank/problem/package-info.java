/** What may go wrong on purpose: refusals that a visitor or an operator can do something about. */
@NullMarked
package org.praxisdatenbank.problem;

import org.jspecify.annotations.NullMarked;
