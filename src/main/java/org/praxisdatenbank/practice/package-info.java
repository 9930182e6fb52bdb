/** The practice: what is known about one project, programme or network, its SQL, its page and its JSON. */
@NullMarked
package org.praxisdatenbank.practice;

import org.jspecify.annotations.NullMarked;
