@NullMarked
package org.praxisdatenbank.account;

import org.jspecify.annotations.NullMarked;
