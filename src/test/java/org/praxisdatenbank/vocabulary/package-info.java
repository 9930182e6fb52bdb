@NullMarked
package org.praxisdatenbank.vocabulary;

import org.jspecify.annotations.NullMarked;
