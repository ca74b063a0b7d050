/** What a form asks for, and what is wrong with what was filled in. Pure. */
import { tsuboToM2 } from '../i18n/format';

export interface Field {
  /** As the API names it, so that what the server says of it is shown beside it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly as: 'line' | 'lines' | 'email' | 'choice' | 'select' | 'number';
  readonly needed: boolean;
  /** The most characters, or the largest number. */
  readonly most?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly autocomplete?: 'name' | 'email';
}

export type Values = Readonly<Record<string, string>>;
export type Fault = 'missing' | 'long' | 'email' | 'links' | 'number' | 'refused';

/** More links than anybody needs who asks about a shop; the server's own limit. */
const mostLinks = 3;

export function faultOf(field: Field, value: string): Fault | null {
  const text = value.trim();
  if (text === '') return field.needed ? 'missing' : null;
  if (field.as === 'number') {
    const number = numberIn(text);
    return number !== null && number > 0 && number <= (field.most ?? Number.MAX_SAFE_INTEGER)
      ? null
      : 'number';
  }
  if (field.most !== undefined && [...text].length > field.most) return 'long';
  if (field.as === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return 'email';
  if (field.as === 'lines' && text.split('http').length - 1 > mostLinks) return 'links';
  return null;
}

/** Every fault, by the field's name. */
export function faultsOf(fields: readonly Field[], values: Values): ReadonlyMap<string, Fault> {
  return new Map(
    fields.flatMap((field): [string, Fault][] => {
      const fault = faultOf(field, values[field.name] ?? '');
      return fault === null ? [] : [[field.name, fault]];
    }),
  );
}

/** A number as people write it: full-width digits and commas too. */
export function numberIn(text: string): number | null {
  const digits = text.normalize('NFKC').replaceAll(',', '').trim();
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : null;
}

/** Square metres of what was written in the unit in use. */
export function m2In(text: string, unit: 'm2' | 'tsubo'): number | null {
  const number = numberIn(text);
  if (number === null) return null;
  return Number((unit === 'm2' ? number : tsuboToM2(number)).toFixed(2));
}
