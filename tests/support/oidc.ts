/** A real OpenID Connect provider on a local port: whoever is named at the moment signs in without being asked. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface TestPerson {
  readonly sub: string;
  readonly preferred_username?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  /** How the provider has asked. */
  readonly acr?: string;
  readonly amr?: readonly string[];
}

export interface TestProvider {
  readonly issuer: string;
  /** Settings of an app that signs people in here. */
  readonly env: Readonly<Record<string, string>>;
  /** Who sits at the browser from now on. */
  become(person: TestPerson): void;
  /** Stops answering, and answers again. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const CLIENT = { id: 'msip', secret: 'a-secret-of-the-tests-and-of-nobody-else' };

/** Knows one client, whose pages are at `appUrl`. */
export async function startOidcProvider(appUrl: string): Promise<TestProvider> {
  let person: TestPerson = { sub: 'nobody' };
  const people = new Map<string, TestPerson>();
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [`${appUrl}/api/session/oidc/callback`], post_logout_redirect_uris: [`${appUrl}/`], grant_types: ['authorization_code'], response_types: ['code'] }],
    pkce: { required: () => true }, acrValues: ['urn:two', 'urn:one'], cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub', 'amr'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => Promise.resolve({ ...people.get(sub), sub } as { sub: string }) }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const serve = (on: Server): void => {
    on.on('request', (req, res) => {
      if (!req.url?.startsWith('/interaction/')) { void answer(req, res); return; }
      people.set(person.sub, person);
      void provider.interactionFinished(req, res, { login: { accountId: person.sub, ...(person.acr && { acr: person.acr }), ...(person.amr && { amr: [...person.amr] }) } });
    });
  };
  serve(server);
  return {
    issuer, env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: 'Konto miejskie' },
    become(next) { person = next; },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
    async start() {
      server = await listen(port);
      serve(server);
    },
  };
}

function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => { resolve(server); });
  });
}
