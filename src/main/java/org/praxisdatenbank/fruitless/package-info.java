/** Searches that found nothing: counted without knowing who searched, shown to editors. */
@NullMarked
package org.praxisdatenbank.fruitless;

import org.jspecify.annotations.NullMarked;
