/** What offering and reviewing ask the server, and how each ends: one of these, never an exception. */
import { api } from '../api/connection';
import type { components } from '../api/schema';

type Schema = components['schemas'];
export type Account = Schema['AccountBody'];
export type Offer = Schema['OfferBody'];
export type Offers = Schema['OffersBody'];
export type Summary = Schema['OfferSummary'];
export type Queue = Schema['QueueBody'];
export type Sheet = Schema['SheetBody'];
export type Token = Schema['TokenBody'];
export type Passkey = Schema['PasskeyBody'];
export type Fault = Schema['FaultBody'];
export type Fields = Readonly<Record<string, string>>;
export interface Picture {
  readonly name: string;
  readonly alt: string;
}
export interface Order {
  readonly command: string;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly consent?: string | null;
}

/** Why something was not done. */
export type Undone =
  | 'unsigned'
  | 'missing'
  | 'changed'
  | 'notNow'
  | 'refused'
  | 'busy'
  | 'tooLarge'
  | 'noMail'
  | 'offline'
  | 'broken';

export type Done<T> =
  | { readonly is: 'done'; readonly value: T }
  | {
      readonly is: Undone;
      /** The field at fault, where there is one. */
      readonly field: string | null;
      readonly faults: readonly Fault[];
    };

interface Reply<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

const undone: Readonly<Record<number, Undone>> = {
  400: 'refused',
  401: 'unsigned',
  404: 'missing',
  409: 'notNow',
  412: 'changed',
  413: 'tooLarge',
  422: 'refused',
  429: 'busy',
  502: 'offline',
  503: 'noMail',
  504: 'offline',
};

export function undoneBy(status: number): Undone {
  return undone[status] ?? 'broken';
}

async function ending<T>(reply: Promise<Reply<T>>): Promise<Done<T>> {
  try {
    const { data, error, response } = await reply;
    if (response.ok) return { is: 'done', value: data as T };
    return failed(response.status, error);
  } catch {
    return { is: 'offline', field: null, faults: [] };
  }
}

function failed(status: number, problem: unknown): Exclude<Done<never>, { is: 'done' }> {
  const { parameter, fields } = (problem ?? {}) as { parameter?: unknown; fields?: Fault[] };
  return {
    is: undoneBy(status),
    field: typeof parameter === 'string' ? parameter : null,
    faults: Array.isArray(fields) ? fields : [],
  };
}

const path = (id: string) => ({ path: { id } });
const seen = (id: string, version: number) => ({
  path: { id },
  header: { 'If-Match': `"${version}"` },
});

export const whoAmI = () => ending(api.GET('/api/v1/account'));
export const askForLink = (body: Schema['SignInRequest']) =>
  ending(api.POST('/api/v1/account/sign-in', { body }));
export const signOut = (everywhere: boolean) =>
  ending(api.POST('/api/v1/account/sign-out', { body: { everywhere } }));
export const eraseAccount = () => ending(api.DELETE('/api/v1/account'));

export const tokens = () => ending(api.GET('/api/v1/account/tokens'));
export const addToken = (name: string) => ending(api.POST('/api/v1/account/tokens', { body: { name } }));
export const dropToken = (id: string) =>
  ending(api.DELETE('/api/v1/account/tokens/{id}', { params: path(id) }));

export const passkeys = () => ending(api.GET('/api/v1/account/passkeys'));
export const askToRegister = () => ending(api.POST('/api/v1/account/passkeys/registration'));
export const addPasskey = (body: Schema['NewPasskeyRequest']) =>
  ending(api.POST('/api/v1/account/passkeys', { body }));
export const dropPasskey = (id: string) =>
  ending(api.DELETE('/api/v1/account/passkeys/{id}', { params: path(id) }));
export const askForPasskey = () => ending(api.POST('/api/v1/account/passkeys/question'));
export const answerPasskey = (body: Schema['PasskeyAnswerRequest']) =>
  ending(api.POST('/api/v1/account/passkeys/answer', { body }));

export const ownOffers = () => ending(api.GET('/api/v1/offers'));
export const beginOffers = (drafts: Fields[]) => ending(api.POST('/api/v1/offers', { body: { drafts } }));
export const readOffer = (id: string) => ending(api.GET('/api/v1/offers/{id}', { params: path(id) }));
export const saveOffer = (id: string, version: number, fields: Fields, photos: readonly Picture[]) =>
  ending(
    api.PUT('/api/v1/offers/{id}', {
      params: seen(id, version),
      body: { fields: { ...fields }, photos: photos.map(({ name, alt }) => ({ name, alt })) },
    }),
  );
export const removeOffer = (id: string, version: number) =>
  ending(api.DELETE('/api/v1/offers/{id}', { params: seen(id, version) }));
export const command = (id: string, version: number, body: Order) =>
  ending(api.POST('/api/v1/offers/{id}/commands', { params: seen(id, version), body }));
export const say = (id: string, words: string) =>
  ending(api.POST('/api/v1/offers/{id}/messages', { params: path(id), body: { words } }));
export const consult = (words: string) =>
  ending(api.POST('/api/v1/offers/consultations', { body: { words } }));
export const claim = (id: string, take: boolean) =>
  ending(api.PUT('/api/v1/offers/{id}/claim', { params: path(id), body: { take } }));
export const hidePhoto = (id: string, name: string, hidden: boolean) =>
  ending(api.PUT('/api/v1/offers/{id}/photos/{name}', { params: { path: { id, name } }, body: { hidden } }));
export const reportDone = (id: string) =>
  ending(api.DELETE('/api/v1/review/reports/{id}', { params: path(id) }));
export const reviewQueue = () => ending(api.GET('/api/v1/review'));

/** Sends a picture as it is; the server takes what it must not keep out of it. */
export const sendPhoto = (id: string, file: Blob) => sendFile<Offer>(`/api/v1/offers/${id}/photos`, file);

/** Has a spreadsheet checked row by row; nothing is kept. */
export const checkSheet = (file: Blob) => sendFile<Sheet>('/api/v1/offers/sheets', file);

async function sendFile<T>(to: string, file: Blob): Promise<Done<T>> {
  try {
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await fetch(to, { method: 'POST', headers, body: file });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return { is: 'done', value: body as T };
    return failed(response.status, body);
  } catch {
    return { is: 'offline', field: null, faults: [] };
  }
}
