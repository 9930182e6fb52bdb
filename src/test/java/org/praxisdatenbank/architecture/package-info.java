/** Keeps the packages' arrows as README draws them. */
@NullMarked
package org.praxisdatenbank.architecture;

import org.jspecify.annotations.NullMarked;
