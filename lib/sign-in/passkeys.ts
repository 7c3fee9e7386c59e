import { randomBytes } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { createVerificationToken, takeVerificationToken } from '@/db/queries/accounts';
import {
  findPasskey,
  listPasskeys,
  markPasskeyUsed,
  type StoredPasskey,
} from '@/db/queries/passkeys';
import { env, siteUrl } from '@/lib/base/env';
import { hashToken } from '@/lib/base/secrets';
import { signedCookie } from '@/lib/web/signed-cookie';
import type { Viewer } from '@/lib/web/types';

/** Seconds to complete the browser's dialog. */
const SECONDS = 5 * 60;

/** `userId` is the user who adds a passkey; null for a sign-in. */
type Challenge = { challenge: string; userId: string | null };
const cookie = signedCookie<Challenge>('passkey', SECONDS);
export const forgetChallenge = cookie.forget;

const relyingParty = () => {
  const { origin, hostname } = new URL(siteUrl());
  return { origin, rpID: hostname };
};

/** A challenge is used once: the row of its hash marks it as unused. */
const rowOf = (challenge: string) => {
  const tokenHash = hashToken(challenge);
  return { identifier: `passkey ${tokenHash}`, tokenHash };
};

async function keepChallenge(value: Challenge): Promise<string> {
  const expires = new Date(Date.now() + SECONDS * 1000);
  await createVerificationToken({ ...rowOf(value.challenge), expires });
  return cookie.make(value) ?? '';
}

async function takeChallenge(
  headers: Pick<Headers, 'get'>,
  userId: string | null,
): Promise<string | null> {
  const sent = cookie.read(headers);
  if (!sent || sent.userId !== userId) return null;
  const taken = await takeVerificationToken(rowOf(sent.challenge));
  return taken && taken.expires.getTime() > Date.now() ? sent.challenge : null;
}

/** Returns the options to sign in with a passkey, and the cookie of the challenge. */
export async function signInOptions() {
  const { rpID } = relyingParty();
  const challenge = randomBytes(32);
  const options = await generateAuthenticationOptions({
    rpID,
    challenge: new Uint8Array(challenge),
    userVerification: 'required',
  });
  return { options, cookie: await keepChallenge({ challenge: options.challenge, userId: null }) };
}

/** Returns the options to add a passkey to the viewer's account, and the cookie. */
export async function newPasskeyOptions(viewer: Viewer) {
  const own = await listPasskeys(viewer.id);
  const name = viewer.handle ?? 'account';
  const options = await generateRegistrationOptions({
    rpID: relyingParty().rpID,
    rpName: env().SITE_NAME,
    userID: new TextEncoder().encode(viewer.id),
    userName: name,
    userDisplayName: name,
    challenge: new Uint8Array(randomBytes(32)),
    attestationType: 'none',
    excludeCredentials: own.map(({ credentialId }) => ({ id: credentialId })),
    // Discoverable and verified by the device: the passkey is the only factor.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const cookie = await keepChallenge({ challenge: options.challenge, userId: viewer.id });
  return { options, cookie };
}

/** Returns the new passkey of the viewer's device, or null if the response is invalid. */
export async function verifyNewPasskey(
  headers: Pick<Headers, 'get'>,
  viewer: Viewer,
  response: unknown,
): Promise<StoredPasskey | null> {
  const expectedChallenge = await takeChallenge(headers, viewer.id);
  if (!expectedChallenge) return null;
  const { origin, rpID } = relyingParty();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => ({ verified: false, registrationInfo: undefined }));
  if (!verified || !registrationInfo) return null;
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports,
  };
}

/** Returns the user whose passkey signed this browser's challenge, or null. */
export async function verifyPasskey(
  headers: Pick<Headers, 'get'>,
  response: unknown,
): Promise<{ userId: string } | null> {
  const expectedChallenge = await takeChallenge(headers, null);
  const credentialId = (response as { id?: unknown } | null)?.id;
  if (!expectedChallenge || typeof credentialId !== 'string') return null;
  const passkey = await findPasskey(credentialId);
  if (!passkey) return null;
  const { origin, rpID } = relyingParty();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
    },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  if (!verified || !authenticationInfo) return null;
  await markPasskeyUsed(passkey.id, authenticationInfo.newCounter);
  return { userId: passkey.userId };
}

/** Parses a form field with JSON; null if it is invalid. */
export function readJsonField(text: string | null): unknown {
  try {
    return text !== null && text.length < 20_000 ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
