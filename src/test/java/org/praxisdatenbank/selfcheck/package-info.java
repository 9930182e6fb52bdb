/** Tests of the self-check. */
@NullMarked
package org.praxisdatenbank.selfcheck;

import org.jspecify.annotations.NullMarked;
