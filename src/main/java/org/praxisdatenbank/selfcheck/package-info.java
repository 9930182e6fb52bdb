/** Self-assessment of a practice by the twelve criteria; keeps nothing of what people enter. */
@NullMarked
package org.praxisdatenbank.selfcheck;

import org.jspecify.annotations.NullMarked;
