/** Sends what was filled in, and says how that ended. */
import { api } from '../api/connection';
import type { components } from '../api/schema';

type Schema = components['schemas'];

export type Sent =
  | { readonly is: 'sent' }
  /** One field cannot be read. */
  | { readonly is: 'refused'; readonly field: string | null }
  /** Too much in a short time from here. */
  | { readonly is: 'busy' }
  /** Nobody can be asked that way any more. */
  | { readonly is: 'nobody' }
  /** This server sends no mail. */
  | { readonly is: 'noMail' }
  | { readonly is: 'offline' }
  | { readonly is: 'broken' };

export function sendEnquiry(body: Schema['EnquiryRequest']): Promise<Sent> {
  return ending(api.POST('/api/v1/enquiries', { body }));
}

export function sendReport(body: Schema['ReportRequest']): Promise<Sent> {
  return ending(api.POST('/api/v1/reports', { body }));
}

export function sendWatch(body: Schema['WatchRequest']): Promise<Sent> {
  return ending(api.POST('/api/v1/watches', { body }));
}

export function sendCard(body: Schema['WantedRequest']): Promise<Sent> {
  return ending(api.POST('/api/v1/wanted', { body }));
}

async function ending(reply: Promise<{ response: Response; error?: unknown }>): Promise<Sent> {
  try {
    const { response, error } = await reply;
    if (response.ok) return { is: 'sent' };
    switch (response.status) {
      case 400: {
        const { parameter } = (error ?? {}) as { parameter?: unknown };
        return { is: 'refused', field: typeof parameter === 'string' ? parameter : null };
      }
      case 404:
        return { is: 'nobody' };
      case 429:
        return { is: 'busy' };
      case 503:
        return { is: 'noMail' };
      default:
        return { is: response.status === 502 || response.status === 504 ? 'offline' : 'broken' };
    }
  } catch {
    return { is: 'offline' };
  }
}
