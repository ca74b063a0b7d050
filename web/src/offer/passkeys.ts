/** Passkeys: the browser asks its authenticators, and what they answer is sent. */
import { addPasskey, answerPasskey, askForPasskey, askToRegister, type Done } from './api';

/** How it ended; `cancelled` where the person, or the browser, let it be. */
export type Shown<T> = Done<T> | { readonly is: 'cancelled' };

/** Older browsers know passkeys, but not these ways to write them down. */
export const hasPasskeys = () =>
  typeof PublicKeyCredential === 'function' &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  'toJSON' in PublicKeyCredential.prototype;

/** Adds a passkey under a name. */
export async function register(name: string): Promise<Shown<unknown>> {
  const asked = await askToRegister();
  if (asked.is !== 'done') return asked;
  const { question, options } = asked.value;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const credential = await answered(navigator.credentials.create({ publicKey }));
  return credential === null ? { is: 'cancelled' } : addPasskey({ question, name, credential });
}

/** Shows a passkey: it confirms who is signed in, or signs in. */
export async function show(): Promise<Shown<unknown>> {
  const asked = await askForPasskey();
  if (asked.is !== 'done') return asked;
  const { question, options } = asked.value;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const credential = await answered(navigator.credentials.get({ publicKey }));
  return credential === null ? { is: 'cancelled' } : answerPasskey({ question, credential });
}

async function answered(asking: Promise<Credential | null>): Promise<Record<string, never> | null> {
  try {
    const credential = await asking;
    return credential instanceof PublicKeyCredential ? (credential.toJSON() as Record<string, never>) : null;
  } catch {
    return null;
  }
}
