/** Tests of the whole program. */
@NullMarked
package org.praxisdatenbank;

import org.jspecify.annotations.NullMarked;
