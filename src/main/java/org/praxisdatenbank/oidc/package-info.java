/** Signing in by an identity provider (OpenID Connect), where the operator has set one. */
@NullMarked
package org.praxisdatenbank.oidc;

import org.jspecify.annotations.NullMarked;
