import { shown } from '../offline/shown.svelte';

/** How a question to the server ends: one of these, never an exception. */
export type Failure =
  /** The network or the server cannot be reached. */
  | { readonly is: 'offline' }
  /** There is no such thing, or it is not public. */
  | { readonly is: 'missing' }
  /** It was public and has ended: let, withdrawn or expired. */
  | { readonly is: 'gone' }
  /** The server refused what was asked, and says why. */
  | { readonly is: 'refused'; readonly detail: string }
  /** The fault is the server's; `request` may be quoted when reporting it. */
  | { readonly is: 'broken'; readonly request: string | null };

export type Outcome<T> =
  | { readonly is: 'answered'; readonly value: T }
  | Failure
  | { readonly is: 'overtaken' };

interface Reply<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

/** Waits for a reply and says how it ended. */
export async function outcomeOf<T>(reply: Promise<Reply<T>>): Promise<Outcome<T>> {
  try {
    const { data, error, response } = await reply;
    shown.heard(response);
    if (response.ok && data !== undefined) return { is: 'answered', value: data };
    return failureOf(response.status, error);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return { is: 'overtaken' };
    return { is: 'offline' };
  }
}

export function failureOf(status: number, problem: unknown): Failure {
  const said = (typeof problem === 'object' && problem !== null ? problem : {}) as {
    detail?: unknown;
    request?: unknown;
  };
  if (status === 404) return { is: 'missing' };
  if (status === 410) return { is: 'gone' };
  if (status === 400 || status === 422) {
    return { is: 'refused', detail: typeof said.detail === 'string' ? said.detail : '' };
  }
  if (status === 502 || status === 503 || status === 504) return { is: 'offline' };
  return { is: 'broken', request: typeof said.request === 'string' ? said.request : null };
}
