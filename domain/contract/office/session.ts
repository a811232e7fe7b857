/** Signing in and who is signed in. Everything here is `no-store` and for our own pages only. */
import { z } from 'zod';

export const AreaOfRights = z.strictObject({ kind: z.enum(['district', 'plan']), key: z.string().min(1).max(200) });
export const RoleName = z.enum(['planner', 'chief-planner', 'investor-adviser', 'administrator']);

export const SignIn = z.strictObject({ login: z.string().min(1).max(40), password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof SignIn>;

/** Six digits of the authenticator, or one of the recovery codes. */
export const SecondFactor = z.strictObject({ code: z.string().trim().min(6).max(20) });

/** The one-time link of a new account or a forgotten password: `/zaproszenie/{token}`. */
export const Invitation = z.strictObject({ token: z.string().min(20).max(100), password: z.string().min(12).max(200) });
export type Invitation = z.infer<typeof Invitation>;

export const SignedIn = z.strictObject({
  id: z.int(), login: z.string(), name: z.string(), role: RoleName, wholeCity: z.boolean(), areas: z.array(AreaOfRights.extend({ name: z.string() })),
  /** When it ends if nothing is done, and when it ends in any case. */
  idleUntil: z.iso.datetime(), endsAt: z.iso.datetime(),
});

/**
 * `second-factor`: the password was right, POST /api/session/second-factor comes next. `enrolment`: there is no second factor yet, one must be set up.
 */
export const Session = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('anonymous'), oidc: z.strictObject({ name: z.string() }).nullable(), passwords: z.boolean() }),
  z.strictObject({ state: z.literal('second-factor'), login: z.string() }),
  z.strictObject({ state: z.literal('enrolment'), login: z.string() }),
  z.strictObject({ state: z.literal('signed-in'), account: SignedIn }),
]);
export type Session = z.infer<typeof Session>;

/**
 * A secret for an authenticator, valid when confirmed by a code. POST /api/session/enrolment gives the same one as long as that session sets it up.
 * POST /api/session/authenticator, with a SecondFactor of now, begins another authenticator for somebody who is signed in; …/confirmation takes the
 * first code of the new one, answers RecoveryCodes and ends the other sessions. 403: the account has no second factor here.
 */
export const Enrolment = z.strictObject({ secret: z.string(), uri: z.string() });
export type Enrolment = z.infer<typeof Enrolment>;

/** Shown once: when a second factor is confirmed, and by POST /api/session/recovery-codes (with a SecondFactor of now). Those before are void. */
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()), account: SignedIn });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** Somebody to whom work can be given or who can be mentioned. */
export const Colleague = z.strictObject({ id: z.int(), login: z.string(), name: z.string(), role: RoleName });
export type Colleague = z.infer<typeof Colleague>;
export const Colleagues = z.strictObject({ colleagues: z.array(Colleague) });

/** An account as administrators see it. */
export const AccountRecord = Colleague.extend({
  wholeCity: z.boolean(), areas: z.array(AreaOfRights.extend({ name: z.string() })), disabled: z.boolean(), secondFactor: z.boolean(),
  signsInBy: z.enum(['password', 'oidc', 'nothing-yet']), lastSignedInAt: z.iso.datetime().nullable(), createdAt: z.iso.datetime(),
});
export type AccountRecord = z.infer<typeof AccountRecord>;

export const NewAccount = z.strictObject({
  login: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/), name: z.string().trim().min(1).max(120), role: RoleName, wholeCity: z.boolean(), areas: z.array(AreaOfRights).max(200),
});
export type NewAccount = z.infer<typeof NewAccount>;
/** PATCH /api/accounts/{id}: what is given changes. */
export const AccountChange = NewAccount.omit({ login: true }).extend({ disabled: z.boolean(), resetSecondFactor: z.literal(true) }).partial();
export type AccountChange = z.infer<typeof AccountChange>;

/** POST /api/session/password: one's own new password; ends the other sessions. */
export const PasswordChange = z.strictObject({ current: z.string().min(1).max(200), password: z.string().min(12).max(200) });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** DELETE /api/session of somebody who came by OpenID Connect, 200: where the browser goes to sign out there too. Others get 204. */
export const SignedOut = z.strictObject({ continueAt: z.url() });
export type SignedOut = z.infer<typeof SignedOut>;

/** Where one is signed in oneself. DELETE /api/sessions/{id} ends one, DELETE /api/sessions all of them, this one too. */
export const OwnSession = z.strictObject({
  id: z.int(), current: z.boolean(), by: z.enum(['password', 'oidc']), /** Browser and system, e.g. "Firefox · Windows". */ device: z.string(),
  startedAt: z.iso.datetime(), seenAt: z.iso.datetime(), endsAt: z.iso.datetime(),
});
export type OwnSession = z.infer<typeof OwnSession>;
export const OwnSessions = z.strictObject({ sessions: z.array(OwnSession) });
export type OwnSessions = z.infer<typeof OwnSessions>;

/** GET /api/invitations/{token}: whom the link is for; 404 when it was used or is over. */
export const InvitationFor = z.strictObject({ name: z.string() });
export type InvitationFor = z.infer<typeof InvitationFor>;

/** A one-time link, shown once to the administrator who hands it on. */
export const InvitationLink = z.strictObject({ url: z.url(), expiresAt: z.iso.datetime() });
export type InvitationLink = z.infer<typeof InvitationLink>;
export const AccountRecords = z.strictObject({ accounts: z.array(AccountRecord) });
/** POST /api/accounts. */
export const AccountMade = z.strictObject({ account: AccountRecord, invitation: InvitationLink });
export type AccountMade = z.infer<typeof AccountMade>;
