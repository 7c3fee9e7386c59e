/** The browser's credential as JSON for a form, or why there is none. */
type Got = { response: string } | { problem: string };

export const passkeysWork = (): boolean => typeof window.PublicKeyCredential === 'function';

async function options<T>(path: string): Promise<T | { problem: string; code?: string }> {
  try {
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams() });
    const said = await answer.json();
    return answer.ok ? said : { problem: said.error, code: said.code };
  } catch {
    return { problem: 'The site can’t be reached. Try again.' };
  }
}

/** Requests a passkey of this site. */
export async function getPasskey(): Promise<Got> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
  const sent = await options<Options>('/api/auth/signin/passkey');
  if ('problem' in sent) return sent;
  try {
    return { response: JSON.stringify(await startAuthentication({ optionsJSON: sent })) };
  } catch {
    return { problem: 'No passkey was used. Try again, or choose another way.' };
  }
}

/** Creates a passkey for the signed-in user. `code` is the server's refusal code. */
export async function makePasskey(): Promise<Got | { problem: string; code?: string }> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];
  const sent = await options<Options>('/api/auth/connect/passkey');
  if ('problem' in sent) return sent;
  try {
    return { response: JSON.stringify(await startRegistration({ optionsJSON: sent })) };
  } catch (error) {
    const there = error instanceof Error && error.name === 'InvalidStateError';
    return {
      problem: there ? 'This device has a passkey for your account.' : 'No passkey was created.',
    };
  }
}
