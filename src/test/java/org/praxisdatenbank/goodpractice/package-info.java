@NullMarked
package org.praxisdatenbank.goodpractice;

import org.jspecify.annotations.NullMarked;
