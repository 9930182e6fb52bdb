// A real OpenID provider (panva's oidc-provider, certified) for tests: who there is, and whom it sends people back to, is
// told by PUT /test/…; so is what it shall do wrong. Prints its address when it listens; ends with its standard input.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const CLIENTS = { praxis: 'the secret of praxis', other: 'the secret of other' };
const REAL_NOW = Date.now;
const TWO_HOURS = 2 * 60 * 60 * 1000;

const people = new Map();
const { isEmailInIdToken } = JSON.parse(process.argv[2] ?? '{}');
let fault = '';
let provider = (request, response) => response.writeHead(503).end();

function key() {
    return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function jwk(part) {
    return { ...part.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' };
}

const ours = key();
const forged = key();

function configuration(back) {
    return {
        clients: [
            ...Object.entries(CLIENTS).map(([id, secret]) => ({ client_id: id, client_secret: secret, redirect_uris: [back] })),
            { client_id: 'public', redirect_uris: [back], token_endpoint_auth_method: 'none' },
        ],
        jwks: { keys: [jwk(ours.privateKey)] },
        cookies: { keys: ['for tests only'] },
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        conformIdTokenClaims: !isEmailInIdToken,
        features: { devInteractions: { enabled: true } },
        ttl: { Session: 14_400, Interaction: 14_400, Grant: 14_400, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
        findAccount: (_, sub) => people.has(sub) && { accountId: sub, claims: () => ({ sub, ...people.get(sub) }) },
        // nobody is asked whether we may know who they are: the operator of both has decided that
        async loadExistingGrant(ctx) {
            const grant = new ctx.oidc.provider.Grant({
                clientId: ctx.oidc.client.clientId,
                accountId: ctx.oidc.session.accountId,
            });
            grant.addOIDCScope('openid email');
            await grant.save();
            return grant;
        },
    };
}

async function body(request) {
    const parts = [];
    for await (const part of request) {
        parts.push(part);
    }
    return JSON.parse(Buffer.concat(parts).toString());
}

async function told(request, response) {
    const said = await body(request);
    switch (request.url) {
        case '/test/back':
            provider = new Provider(issuer(), configuration(said)).callback();
            break;
        case '/test/people':
            people.set(said.sub, { email: said.email, email_verified: said.email_verified });
            break;
        case '/test/fault':
            fault = said;
            Date.now = fault === 'slow_clock' ? () => REAL_NOW() - TWO_HOURS : REAL_NOW;
            break;
    }
    response.writeHead(204).end();
}

function json(response, value) {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

/** True: it has been answered. */
function isWrong(request, response) {
    const address = new URL(request.url, issuer());
    const isMetadata = address.pathname === '/.well-known/openid-configuration';
    switch (fault) {
        case 'silent':
            return true;
        case 'broken':
            response.writeHead(500).end();
            return true;
        case 'endless':
            response.writeHead(200, { 'Content-Type': 'application/json' }).end(' '.repeat(10_000_000));
            return true;
        case 'elsewhere':
            response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end();
            return true;
        case 'other_issuer':
            if (isMetadata) {
                json(response, {
                    issuer: 'https://other.example',
                    authorization_endpoint: `${issuer()}/auth`,
                    token_endpoint: `${issuer()}/token`,
                    jwks_uri: `${issuer()}/jwks`,
                    subject_types_supported: ['public'],
                    response_types_supported: ['code'],
                });
            }
            return isMetadata;
        case 'forged_key':
            if (address.pathname === '/jwks') {
                json(response, { keys: [jwk(forged.publicKey)] });
            }
            return address.pathname === '/jwks';
        case 'other_nonce':
            if (address.searchParams.has('nonce')) {
                address.searchParams.set('nonce', 'of-somebody-else');
                request.url = address.pathname + address.search;
            }
            return false;
        case 'other_audience':
            if (address.searchParams.has('client_id')) {
                address.searchParams.set('client_id', 'other');
                request.url = address.pathname + address.search;
            }
            if (request.headers.authorization?.startsWith('Basic ')) {
                const secret = encodeURIComponent(CLIENTS.other).replaceAll('%20', '+');
                request.headers.authorization = `Basic ${Buffer.from(`other:${secret}`).toString('base64')}`;
            }
            return false;
        default:
            return false;
    }
}

const server = createServer((request, response) => {
    if (request.method === 'PUT' && request.url.startsWith('/test/')) {
        told(request, response);
    } else if (!isWrong(request, response)) {
        provider(request, response);
    }
});

function issuer() {
    return `http://127.0.0.1:${server.address().port}`;
}

process.stdin.resume().on('end', () => process.exit());
server.listen(0, '127.0.0.1', () => console.log(issuer()));
