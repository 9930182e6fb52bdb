/** Measures the program against bare Lucene, a bare server and itself at other sizes; no part of program or tests. */
@NullMarked
package org.praxisdatenbank.bench;

import org.jspecify.annotations.NullMarked;
