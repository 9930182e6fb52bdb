@NullMarked
package org.praxisdatenbank.progress;

import org.jspecify.annotations.NullMarked;
