@NullMarked
package org.praxisdatenbank.oidc;

import org.jspecify.annotations.NullMarked;
