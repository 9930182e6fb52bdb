/** Breaks the rules on purpose, to show that they bite. */
@NullMarked
package org.praxisdatenbank.architecture.broken.low;

import org.jspecify.annotations.NullMarked;
