/** The fields of an offer: on which step each is asked, and how it is typed. Pure. */
import { conditions, cookings, listingKinds } from '../state/vocabulary';

export type Step = 'place' | 'premises' | 'terms' | 'words' | 'who' | 'check';
export const steps: readonly Step[] = ['place', 'premises', 'terms', 'words', 'who', 'check'];

/** How a field is typed. */
export type As =
  | 'line'
  | 'lines'
  | 'yen'
  | 'sum'
  | 'number'
  | 'area'
  | 'storey'
  | 'flag'
  | 'choice'
  | 'handover';

export interface Field {
  readonly name: string;
  readonly as: As;
  readonly needed?: boolean;
  /** What follows the number. */
  readonly unit?: string;
  /** The words to choose from. */
  readonly choices?: readonly string[];
  /** Folded away until somebody wants to say more. */
  readonly more?: boolean;
  /** What is taken where nothing is said. */
  readonly usual?: string;
  /** Shown only where another field says one of these. */
  readonly where?: { readonly field: string; readonly says: readonly string[] };
}

const flag = (name: string): Field => ({ name, as: 'flag', more: true });

export const fieldsOf: Readonly<Record<Step, readonly Field[]>> = {
  place: [{ name: 'address', as: 'line', needed: true }],
  premises: [
    { name: 'kind', as: 'choice', choices: listingKinds, needed: true },
    { name: 'area_m2', as: 'area' },
    { name: 'storey_lowest', as: 'storey' },
    { name: 'storey_highest', as: 'storey', more: true },
    { name: 'condition', as: 'choice', choices: conditions },
    { name: 'cooking', as: 'choice', choices: cookings },
    { name: 'frontage_m', as: 'number', unit: 'm', more: true },
    { name: 'ceiling_m', as: 'number', unit: 'm', more: true },
    { name: 'building_storeys', as: 'number', unit: 'F', more: true },
    { name: 'built_year', as: 'number', more: true },
    flag('water'),
    flag('toilet'),
    flag('gas'),
    flag('exhaust'),
    flag('three_phase'),
    { name: 'power_kw', as: 'number', unit: 'kW', more: true },
    {
      name: 'floor_load_kg_m2',
      as: 'number',
      more: true,
      unit: 'kg/㎡',
      where: { field: 'kind', says: ['workshop', 'test_bed'] },
    },
    flag('loading'),
    { name: 'parking', as: 'number', more: true },
  ],
  terms: [
    { name: 'rent', as: 'yen' },
    { name: 'tax', as: 'choice', choices: ['included', 'excluded', 'exempt'] },
    { name: 'common_fee', as: 'yen' },
    { name: 'deposit', as: 'sum' },
    { name: 'amortisation', as: 'line', more: true },
    { name: 'key_money', as: 'sum' },
    {
      name: 'fixtures_price',
      as: 'yen',
      where: { field: 'kind', says: ['furnished', 'succession', 'workshop'] },
    },
    { name: 'renewal_fee', as: 'sum', more: true },
    { name: 'free_rent_months', as: 'number', unit: 'months', more: true },
    { name: 'lease', as: 'choice', choices: ['ordinary', 'fixed_term', 'daily', 'hours', 'transfer'] },
    { name: 'lease_months', as: 'number', unit: 'months' },
    { name: 'handover', as: 'handover' },
  ],
  words: [
    { name: 'title', as: 'line', needed: true },
    { name: 'description', as: 'lines' },
    { name: 'trades', as: 'line' },
  ],
  who: [
    {
      name: 'offered_by',
      as: 'choice',
      choices: ['owner', 'sublessor', 'agent', 'broker', 'public'],
      needed: true,
    },
    {
      name: 'licence_number',
      as: 'line',
      needed: true,
      where: { field: 'offered_by', says: ['agent', 'broker'] },
    },
    { name: 'pin', as: 'choice', choices: ['exact', 'town'], usual: 'exact' },
    { name: 'contact', as: 'choice', choices: ['relay', 'desk'], usual: 'relay' },
  ],
  check: [],
};

/** The step on which a field is asked. */
export function stepOf(name: string): Step {
  if (name === 'lon' || name === 'lat') return 'place';
  return steps.find((step) => fieldsOf[step].some((field) => field.name === name)) ?? 'check';
}

/** How a field is typed. */
export function asOf(name: string): As {
  for (const step of steps) {
    const found = fieldsOf[step].find((field) => field.name === name);
    if (found !== undefined) return found.as;
  }
  return 'line';
}

/** The fields of a step that are asked, as the others are filled in. */
export function asked(step: Step, fields: Readonly<Record<string, string>>): readonly Field[] {
  return fieldsOf[step].filter(
    ({ where }) => where === undefined || where.says.includes(fields[where.field] ?? ''),
  );
}

const wide = /[０-９．，]/g;

/** The number in a text as people type it: full width, with commas; `null` for what is none. */
export function numberIn(text: string): number | null {
  const narrow = text
    .replace(wide, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[,\s]/g, '');
  if (!/^-?\d+(\.\d+)?$/.test(narrow)) return null;
  return Number(narrow);
}

/** A sum as it is typed: an amount and what it counts. */
export interface Sum {
  readonly unit: 'months' | 'yen' | 'negotiable' | 'none' | '';
  readonly amount: string;
}

export function sumOf(text: string): Sum {
  if (text === '') return { unit: '', amount: '' };
  if (text === '要相談') return { unit: 'negotiable', amount: '' };
  if (text === 'なし') return { unit: 'none', amount: '' };
  const months = /^(.*?)(ヶ月|か月|カ月| ?months?)$/.exec(text);
  return months ? { unit: 'months', amount: months[1] ?? '' } : { unit: 'yen', amount: text };
}

export function sumText({ unit, amount }: Sum): string {
  if (unit === 'negotiable') return '要相談';
  if (unit === 'none') return 'なし';
  const trimmed = amount.trim();
  if (trimmed === '') return '';
  return unit === 'months' ? `${trimmed}ヶ月` : trimmed;
}
