/** Breaks the rules on purpose, to show that they bite. */
@NullMarked
package org.praxisdatenbank.architecture.broken.high;

import org.jspecify.annotations.NullMarked;
