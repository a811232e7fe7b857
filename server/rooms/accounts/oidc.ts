/** The OpenID Connect provider: code flow with PKCE, state and nonce; the provider being away is a 503, a wrong answer a 401. */
import * as client from 'openid-client';
import type { OidcSettings } from '../../config.ts';
import type { Log } from '../../http/log.ts';
import { Problem } from '../../http/problem.ts';

/** What the answer of the provider must match; kept in the database until it comes. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface ProvenPerson {
  readonly issuer: string;
  readonly subject: string;
  /** What the configured claim says, undefined when it says nothing that can be relied on. */
  readonly login: string | undefined;
  /** The provider has asked for a second factor, in words that are trusted. */
  readonly secondFactor: boolean;
  readonly idToken: string;
}

export interface Oidc {
  readonly name: string;
  /** Where the browser goes. Throws `unavailable`. */
  begin(): Promise<{ readonly address: string; readonly expected: Expected }>;
  /** Who came back to `callback` (our address with the provider's query). Throws `unauthorized`, `forbidden`, `unavailable`. */
  finish(callback: URL, expected: Expected): Promise<ProvenPerson>;
  /** Where the browser goes to sign out there too; undefined when the provider has no such place or is away. */
  endAddress(idToken: string): Promise<string | undefined>;
}

const TIMEOUT_S = 5;
const AWAY = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_PARSE_ERROR', 'OAUTH_WWW_AUTHENTICATE_CHALLENGE'];

const away = (): Problem => new Problem('unavailable', 'The sign-in provider does not answer at the moment. Signing in by password goes on.', undefined, { 'Retry-After': '30' });

/** The provider is asked for its addresses when it is first needed, and again after a failure. */
export function openOidc(settings: OidcSettings, publicUrl: string, log: Log): Oidc {
  const redirectUri = `${publicUrl}/api/session/oidc/callback`;
  let known: Promise<client.Configuration> | undefined;
  const provider = (): Promise<client.Configuration> => known ??= discover(settings).catch((error: unknown) => {
    known = undefined;
    tell(log, error);
    throw away();
  });

  return {
    name: settings.name,
    async begin() {
      const configuration = await provider();
      const expected = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier: client.randomPKCECodeVerifier() };
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri, scope: settings.scope, state: expected.state, nonce: expected.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(expected.codeVerifier), code_challenge_method: 'S256',
        ...(settings.trustedAcr.length > 0 ? { acr_values: settings.trustedAcr.join(' ') } : {}),
      });
      return { address: address.href, expected };
    },
    async finish(callback, { state, nonce, codeVerifier }) {
      const configuration = await provider();
      try {
        const tokens = await client.authorizationCodeGrant(configuration, callback, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true });
        return await personOf(settings, configuration, tokens);
      } catch (error) {
        tell(log, error);
        throw problemOfProvider(error);
      }
    },
    async endAddress(idToken) {
      const configuration = await provider().catch(() => undefined);
      if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
      return client.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: `${publicUrl}/` }).href;
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  // The settings take http for a provider on this machine only.
  const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  const authentication = clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret);
  return client.discovery(new URL(issuer), clientId, undefined, authentication, { execute, timeout: TIMEOUT_S });
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

async function personOf(settings: OidcSettings, configuration: client.Configuration, tokens: Tokens): Promise<ProvenPerson> {
  const { loginClaim, trustedAcr, trustedAmr } = settings;
  const claims = tokens.claims();
  if (claims === undefined || tokens.id_token === undefined) throw new Problem('unauthorized', 'The provider did not say who you are.');
  const { iss: issuer, sub: subject } = claims;
  // Many providers put names only where userinfo is.
  const told: Readonly<Record<string, unknown>> = claims[loginClaim] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
    ? await client.fetchUserInfo(configuration, tokens.access_token, subject) : claims;
  const amr = Array.isArray(claims.amr) ? claims.amr : [];
  return {
    issuer, subject, login: loginOf(settings, told), idToken: tokens.id_token,
    secondFactor: trustedAcr.includes(String(claims.acr)) || amr.some((method) => trustedAmr.includes(String(method))),
  };
}

/** An address that the provider has not checked is whatever somebody typed, one of another domain somebody else's. */
function loginOf({ loginClaim, emailDomain }: OidcSettings, told: Readonly<Record<string, unknown>>): string | undefined {
  const said = told[loginClaim];
  if (typeof said !== 'string') return undefined;
  const login = said.trim().toLowerCase();
  if (loginClaim !== 'email') return login;
  return told['email_verified'] === true && login.endsWith(`@${emailDomain}`) ? login.slice(0, -`@${emailDomain}`.length) : undefined;
}

function problemOfProvider(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof client.AuthorizationResponseError) return new Problem('forbidden', 'The provider did not let you in, or you turned back there.');
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  if (error instanceof TypeError || AWAY.includes(String(code)) || cause instanceof TypeError) return away();
  return new Problem('unauthorized', 'The answer of the provider does not fit, or was used before. Begin again.');
}

/** Kinds of faults only: messages may quote tokens. */
function tell(log: Log, error: unknown): void {
  const { name, code, error: named, status } = error as { name?: string; code?: string; error?: string; status?: number };
  log.warn({ oidc: { name, code, error: named, status } }, 'oidc');
}
