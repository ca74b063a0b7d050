/** The rooms and the contract as rows of names and values. Pure. */
import type { ListingBody } from '../api/client';
import { count, date, storeys } from '../i18n/format';
import type { Messages } from '../i18n/ja';
import type { Language } from '../state/vocabulary';
import { plain } from './money';

export interface Row {
  readonly name: string;
  readonly value: string;
  readonly known: boolean;
}

export function premisesRows(listing: ListingBody, language: Language, messages: Messages): Row[] {
  const { premises, terms } = listing;
  const words = messages.detail;
  const row = (name: string, value: string | null): Row =>
    value === null ? { name, value: messages.unknown, known: false } : { name, value, known: true };
  const measured = (value: number | null | undefined, unit: string) =>
    value === null || value === undefined ? null : `${plain(value)} ${unit}`;
  const stated = <T extends string>(word: T, names: Record<T, string>) =>
    word === 'unstated' ? null : names[word];
  const rows: (Row | null)[] = [
    row(words.storey, premises.storeys ? storeys(premises.storeys.lowest, premises.storeys.highest) : null),
    row(words.condition, stated(premises.condition, messages.conditions)),
    row(words.cooking, stated(premises.cooking, messages.cookings)),
    row(words.handover, handoverText(listing.handover, language, messages)),
    row(words.lease, leaseText(terms.lease, terms.lease_months ?? null, messages)),
    row(words.frontage, measured(premises.frontage_m, 'm')),
    row(words.ceiling, measured(premises.ceiling_m, 'm')),
    premises.building_storeys
      ? row(words.buildingStoreys, words.above(String(premises.building_storeys)))
      : null,
    premises.built_year ? row(words.built, words.builtYear(String(premises.built_year))) : null,
    premises.floor_load_kg_m2
      ? row(words.floorLoad, `${count(premises.floor_load_kg_m2, language)} kg/㎡`)
      : null,
  ];
  return rows.filter((entry) => entry !== null);
}

/** When the premises can be taken over. */
export function handoverText(
  handover: ListingBody['handover'],
  language: Language,
  messages: Messages,
): string {
  switch (handover.state) {
    case 'now':
      return messages.detail.handoverNow;
    case 'from':
      return messages.detail.handoverFrom(date(handover.on, language));
    case 'negotiable':
      return messages.detail.handoverAsk;
  }
}

/** The kind of contract and how long it runs; `null` where neither is stated. */
export function leaseText(
  lease: ListingBody['terms']['lease'],
  months: number | null,
  messages: Messages,
): string | null {
  const kind = lease === 'unstated' ? null : messages.leases[lease];
  const length =
    months === null
      ? null
      : months % 12 === 0
        ? messages.detail.years(String(months / 12))
        : messages.detail.months(String(months));
  return kind === null ? length : length === null ? kind : `${kind} ${length}`;
}
