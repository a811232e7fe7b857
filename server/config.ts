/** Settings from the environment, read once, each with its bounds. A wrong value stops the program with one clear sentence. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Background } from '../domain/contract/backgrounds.ts';
import { readBackgrounds } from './rooms/backgrounds/backgrounds.ts';

/** `*`, `none`, or scheme and host, of which the first part may be any. */
const ORIGIN = /^(?:\*|none|https?:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d{1,5})?)$/i;

/** A list with spaces between. */
const words = z.string().default('').transform((list) => list.split(/\s+/).filter(Boolean));

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://').optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  SEARCHES_PER_MINUTE: z.coerce.number().int().min(0).max(1_000_000).default(600),
  TILE_CACHE_MB: z.coerce.number().int().min(1).max(4096).default(128),
  EMBED_ORIGINS: z.string().default('*').transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(ORIGIN, 'must be *, none, or origins such as https://www.krakow.pl or https://*.krakow.pl'))
      .refine((list) => list.length === 1 || !list.some((one) => one === '*' || one === 'none'), '* and none stand alone')),
  BACKGROUNDS: z.string().min(1).optional(),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(24 * 60).default(30),
  SESSION_HOURS: z.coerce.number().int().min(1).max(24 * 7).default(12),
  SECRET_KEY_FILE: z.string().min(1).optional(),
  PASSWORD_SIGN_IN: z.enum(['on', 'off']).default('on'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).default('OpenID Connect'),
  OIDC_LOGIN_CLAIM: z.string().regex(/^\w{1,60}$/, 'must be the name of a claim').default('preferred_username'),
  OIDC_EMAIL_DOMAIN: z.string().regex(/^[a-z0-9.-]+$/i, 'must be a domain such as um.krakow.pl').optional(),
  OIDC_SCOPE: z.string().regex(/(^| )openid( |$)/, 'must contain openid').default('openid profile email'),
  OIDC_TRUSTED_ACR: words,
  OIDC_TRUSTED_AMR: words,
  SMTP_URL: z.string().regex(/^smtps?:\/\/[^\s/]+/, 'must begin with smtp:// or smtps://').optional(),
  MAIL_FROM: z.string().regex(/^(?:[^\p{Cc}<>@,;"]{1,80} <[^\s<>@,;"]+@[^\s<>@,;"]+>|[^\s<>@,;"]+@[^\s<>@,;"]+)$/u, 'must be one address, or a name with one in angle brackets').optional(),
  ENQUIRIES_TO: z.string().default('').transform((list) => list.split(/[\s,]+/).filter(Boolean)).pipe(z.array(z.email()).max(10)),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Base of absolute links, without a trailing slash; never taken from the Host header. */
  readonly publicUrl: string;
  /** Undefined: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly logLevel: z.infer<typeof Settings>['LOG_LEVEL'];
  readonly metricsPort: number | undefined;
  /** How many reverse proxies stand before us: their X-Forwarded-For says who asks. */
  readonly trustProxy: number;
  /** Spatial searches a minute from one address; 0: no limit. */
  readonly searchesPerMinute: number;
  readonly tileCacheBytes: number;
  /** Which pages may frame /embed: origins, or `*` (anybody), or `none`. */
  readonly embedOrigins: readonly string[];
  /** Backgrounds that can be chosen besides our own base map. */
  readonly backgrounds: readonly Background[];
  /** When a session ends if nothing is done, and in any case; ms. */
  readonly session: { readonly idleMs: number; readonly absoluteMs: number };
  /** Holds the key that seals the secrets of authenticators; made when it is first needed. */
  readonly secretKeyFile: string;
  readonly passwordSignIn: boolean;
  /** The provider by which people may sign in, undefined when there is none. */
  readonly oidc: OidcSettings | undefined;
  /** Undefined: the server sends no mail. */
  readonly mail: MailSettings | undefined;
  /** Who is told of enquiries of investors by mail. */
  readonly enquiriesTo: readonly string[];
}

export interface MailSettings {
  /** smtp:// or smtps://, with login and password: never written to a log. */
  readonly smtpUrl: string;
  /** An address, or a name with one in angle brackets. */
  readonly from: string;
}

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined: a public client, PKCE alone. */
  readonly clientSecret: string | undefined;
  /** What people know it as. */
  readonly name: string;
  /** The claim that holds the login of the account to link at the first sign-in. */
  readonly loginClaim: string;
  /** Where the claim is `email`: addresses of this domain, whose login stands before the @. */
  readonly emailDomain: string | undefined;
  readonly scope: string;
  /** Values of `acr` and `amr` that mean: the provider has asked for a second factor. None: ours is asked for. */
  readonly trustedAcr: readonly string[];
  readonly trustedAmr: readonly string[];
}

/** Throws a `ConfigError` whose message names the variable and what is wrong with it. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Settings.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'wrong value'}`);
  }
  const s = parsed.data;
  return {
    port: s.PORT, host: s.HOST, publicUrl: (s.PUBLIC_URL ?? `http://${s.HOST === '0.0.0.0' ? 'localhost' : s.HOST}:${s.PORT}`).replace(/\/+$/, ''),
    databaseUrl: s.DATABASE_URL, dataDir: s.DATA_DIR, logLevel: s.LOG_LEVEL, metricsPort: s.METRICS_PORT, trustProxy: s.TRUST_PROXY, searchesPerMinute: s.SEARCHES_PER_MINUTE,
    tileCacheBytes: s.TILE_CACHE_MB * 1024 * 1024, backgrounds: backgroundsOf(s.BACKGROUNDS), embedOrigins: s.EMBED_ORIGINS,
    session: { idleMs: s.SESSION_IDLE_MINUTES * 60_000, absoluteMs: s.SESSION_HOURS * 3_600_000 },
    secretKeyFile: s.SECRET_KEY_FILE ?? join(s.DATA_DIR, 'secret.key'), ...signInOf(s), ...mailOf(s),
  };
}

/** Throws a `ConfigError` for half a provider, one whose answers anybody could read, and when nobody could sign in. */
function signInOf(s: z.infer<typeof Settings>): Pick<Config, 'oidc' | 'passwordSignIn'> {
  const passwordSignIn = s.PASSWORD_SIGN_IN === 'on';
  if (s.OIDC_ISSUER === undefined) {
    if (!passwordSignIn) throw new ConfigError('PASSWORD_SIGN_IN: without OIDC_ISSUER nobody could sign in');
    return { oidc: undefined, passwordSignIn };
  }
  const { protocol, hostname } = new URL(s.OIDC_ISSUER);
  if (protocol !== 'https:' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) throw new ConfigError('OIDC_ISSUER: must begin with https:// (http only on this machine)');
  if (s.OIDC_CLIENT_ID === undefined) throw new ConfigError('OIDC_CLIENT_ID: is missing, OIDC_ISSUER needs it');
  if (s.OIDC_LOGIN_CLAIM === 'email' && s.OIDC_EMAIL_DOMAIN === undefined) throw new ConfigError('OIDC_EMAIL_DOMAIN: is missing, the claim email needs it');
  return {
    passwordSignIn,
    oidc: {
      issuer: s.OIDC_ISSUER, clientId: s.OIDC_CLIENT_ID, clientSecret: s.OIDC_CLIENT_SECRET, name: s.OIDC_NAME, loginClaim: s.OIDC_LOGIN_CLAIM, emailDomain: s.OIDC_EMAIL_DOMAIN?.toLowerCase(), scope: s.OIDC_SCOPE,
      trustedAcr: s.OIDC_TRUSTED_ACR, trustedAmr: s.OIDC_TRUSTED_AMR,
    },
  };
}

/** Throws a `ConfigError` for half a setting: mail that is asked for and cannot be sent. */
function mailOf(s: z.infer<typeof Settings>): Pick<Config, 'mail' | 'enquiriesTo'> {
  if (s.SMTP_URL === undefined) {
    if (s.ENQUIRIES_TO.length > 0) throw new ConfigError('ENQUIRIES_TO: without SMTP_URL no mail is sent');
    return { mail: undefined, enquiriesTo: [] };
  }
  if (s.MAIL_FROM === undefined) throw new ConfigError('MAIL_FROM: is missing, SMTP_URL needs it');
  return { mail: { smtpUrl: s.SMTP_URL, from: s.MAIL_FROM }, enquiriesTo: s.ENQUIRIES_TO };
}

function backgroundsOf(setting: string | undefined): readonly Background[] {
  try {
    return readBackgrounds(setting);
  } catch (error) {
    throw new ConfigError(`BACKGROUNDS: ${(error as Error).message}`);
  }
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
