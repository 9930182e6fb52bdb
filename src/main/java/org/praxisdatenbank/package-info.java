/** Builds the program from its parts and starts it. */
@NullMarked
package org.praxisdatenbank;

import org.jspecify.annotations.NullMarked;
