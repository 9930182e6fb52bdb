/** The pages as people meet them: in a real browser. */
@NullMarked
package org.praxisdatenbank.browser;

import org.jspecify.annotations.NullMarked;
