@NullMarked
package org.praxisdatenbank.fruitless;

import org.jspecify.annotations.NullMarked;
