@NullMarked
package org.praxisdatenbank.practice;

import org.jspecify.annotations.NullMarked;
