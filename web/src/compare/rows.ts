/** The table of a comparison: groups of rows, a cell for each listing. Pure. */
import type { ListingBody } from '../api/client';
import { area, date, roundMetres, storeys, yen } from '../i18n/format';
import type { Messages } from '../i18n/ja';
import type { KeepWords } from '../keep/words/ja';
import { type CostName, firstPayment } from '../listing/costs';
import { costText, keptText, plain, priceText, sumText } from '../listing/money';
import { handoverText, leaseText } from '../listing/premises';
import type { Language } from '../state/vocabulary';
import { exactly, highest, lowest, type Range, withTax } from './best';

export interface Cell {
  readonly text: string;
  /** A second, smaller line. */
  readonly more: string | null;
  readonly known: boolean;
  /** In a word, why it is the best of its row. */
  readonly best: string | null;
}

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly Cell[];
  /** True where all cells say the same. */
  readonly same: boolean;
}

export interface Group {
  readonly id: keyof KeepWords['compare']['groups'];
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Words {
  readonly language: Language;
  readonly messages: Messages;
  readonly keep: KeepWords;
}

type Said = { readonly text: string; readonly more?: string | null; readonly known?: boolean };
type Best = {
  readonly word: string;
  readonly of: 'lowest' | 'highest';
  value: (of: ListingBody) => Range | null;
};

export function groupsOf(listings: readonly ListingBody[], words: Words): Group[] {
  const { language, messages, keep } = words;
  const { detail } = messages;
  const { rows, best, groups } = keep.compare;

  const row = (id: string, name: string, say: (of: ListingBody) => Said | null, by?: Best): Row => {
    const said = listings.map(say);
    const marked = by === undefined ? new Set<number>() : rank(by, listings);
    const cells = said.map((cell, place) => ({
      text: cell?.text ?? messages.unknown,
      more: cell?.more ?? null,
      known: cell !== null && cell.known !== false,
      best: marked.has(place) ? (by?.word ?? null) : null,
    }));
    return { id, name, cells, same: allEqual(cells) };
  };
  const cost = (name: CostName) => (of: ListingBody) => {
    const part = firstPayment(of.terms).find((one) => one.name === name);
    if (part === undefined) return null;
    const months = part.is === 'yen' && part.months ? detail.monthsOfRent(plain(part.months)) : null;
    return { ...costText(part, language, messages), more: months };
  };
  const cheapest = (value: Best['value']): Best => ({ word: best.cheapest, of: 'lowest', value });
  const flag = (value: boolean | null): Said | null =>
    value === null ? null : { text: value ? messages.yes : messages.no };

  return [
    {
      id: 'money',
      name: groups.money,
      rows: [
        row(
          'rent',
          rows.rent,
          ({ terms }) => ({
            ...priceText(terms.rent, language, messages),
            more: terms.rent.state === 'amount' ? messages.taxes[terms.tax] || null : null,
          }),
          cheapest(({ terms }) =>
            terms.rent.state === 'amount' ? withTax(terms.rent.yen, terms.tax) : null,
          ),
        ),
        row('common-fee', detail.commonFee, ({ terms }) => priceText(terms.common_fee, language, messages)),
        row(
          'per-tsubo',
          detail.perTsubo,
          ({ terms }) =>
            terms.rent_per_tsubo_yen === null ? null : { text: yen(terms.rent_per_tsubo_yen, language) },
          cheapest(({ terms }) =>
            terms.rent_per_tsubo_yen === null ? null : withTax(terms.rent_per_tsubo_yen, terms.tax),
          ),
        ),
        row(
          'total',
          rows.total,
          ({ terms }) => {
            if (terms.first_payment_yen === null) return { text: messages.negotiable, known: false };
            const sum = yen(terms.first_payment_yen, language);
            return { text: terms.first_payment_complete ? sum : detail.atLeast(sum) };
          },
          cheapest(({ terms }) =>
            terms.first_payment_yen === null
              ? null
              : [
                  terms.first_payment_yen,
                  terms.first_payment_complete ? terms.first_payment_yen : Number.POSITIVE_INFINITY,
                ],
          ),
        ),
        row('deposit', detail.deposit, (of) => {
          const said = cost('deposit')(of);
          const lost = keptText(of.terms.deposit, messages);
          return said === null
            ? null
            : { ...said, more: [said.more, lost].filter((text) => text !== null).join(' / ') || null };
        }),
        row('key-money', detail.keyMoney, cost('keyMoney')),
        row('fixtures', detail.fixtures, cost('fixtures')),
        row('renewal', rows.renewal, ({ terms }) => sumText(terms.renewal_fee, language, messages)),
      ],
    },
    {
      id: 'room',
      name: groups.room,
      rows: [
        row(
          'area',
          rows.area,
          ({ premises }) =>
            premises.area
              ? {
                  text: area(premises.area.m2, 'm2', language),
                  more: area(premises.area.m2, 'tsubo', language),
                }
              : null,
          {
            word: best.widest,
            of: 'highest',
            value: ({ premises }) => (premises.area ? exactly(premises.area.m2) : null),
          },
        ),
        row('storey', detail.storey, ({ premises }) =>
          premises.storeys ? { text: storeys(premises.storeys.lowest, premises.storeys.highest) } : null,
        ),
        row('condition', detail.condition, ({ premises }) =>
          premises.condition === 'unstated' ? null : { text: messages.conditions[premises.condition] },
        ),
        row('cooking', detail.cooking, ({ premises }) =>
          premises.cooking === 'unstated' ? null : { text: messages.cookings[premises.cooking] },
        ),
        row('lease', detail.lease, ({ terms }) => {
          const text = leaseText(terms.lease, terms.lease_months, messages);
          return text === null ? null : { text };
        }),
        row('handover', detail.handover, ({ handover }) => ({
          text: handoverText(handover, language, messages),
        })),
      ],
    },
    {
      id: 'utilities',
      name: groups.utilities,
      rows: [
        row(
          'power',
          detail.power,
          ({ premises: { utilities } }) =>
            utilities.power_kw === null ? null : { text: `${plain(utilities.power_kw)} kW` },
          {
            word: best.strongest,
            of: 'highest',
            value: ({ premises: { utilities } }) =>
              utilities.power_kw === null ? null : exactly(utilities.power_kw),
          },
        ),
        row('three-phase', detail.threePhase, ({ premises }) => flag(premises.utilities.three_phase)),
        row('gas', detail.gas, ({ premises }) => flag(premises.utilities.gas)),
        row('exhaust', detail.exhaust, ({ premises }) => flag(premises.utilities.exhaust)),
        row('water', detail.water, ({ premises }) => flag(premises.utilities.water)),
      ],
    },
    {
      id: 'place',
      name: groups.place,
      rows: [
        row('zone', rows.zone, ({ zones }) =>
          zones.length === 0
            ? null
            : {
                text: [...new Set(zones.map((zone) => messages.districts[zone.district]))].join(messages.or),
                more: zones.some((zone) => zone.metres_to_edge < nearEdgeM) ? rows.near : null,
              },
        ),
        row('ratios', rows.ratios, ({ zones }) => {
          const zone = zones[0];
          const percent = (value: number | null) => (value === null ? messages.unknown : `${value}%`);
          return zone === undefined
            ? null
            : { text: `${percent(zone.bcr_percent)}／${percent(zone.far_percent)}` };
        }),
        row(
          'minutes',
          rows.minutes,
          ({ station }) =>
            station ? { text: detail.walk(station.name, String(station.walk.minutes)) } : null,
          {
            word: best.nearest,
            of: 'lowest',
            value: ({ station }) => (station ? exactly(station.walk.minutes) : null),
          },
        ),
        row('street', rows.street, ({ street }) =>
          street
            ? {
                text: street.name,
                more: street.metres < 15 ? rows.inside : detail.metres(String(roundMetres(street.metres))),
              }
            : { text: rows.noStreet, known: false },
        ),
        row('address', detail.address, ({ address }) => ({ text: address })),
      ],
    },
    {
      id: 'about',
      name: groups.about,
      rows: [
        row('updated', rows.updated, ({ freshness }) => ({ text: date(freshness.updated_on, language) }), {
          word: best.newest,
          of: 'highest',
          value: ({ freshness }) => exactly(Date.parse(freshness.updated_on)),
        }),
        row('offered-by', detail.offeredBy, ({ offered_by }) => ({ text: messages.offers[offered_by] })),
      ],
    },
  ];
}

/** Nearer than this to another zone, the site may reach across the boundary. */
const nearEdgeM = 20;

function rank(by: Best, listings: readonly ListingBody[]): ReadonlySet<number> {
  const values = listings.map(by.value);
  return by.of === 'lowest' ? lowest(values) : highest(values);
}

export function allEqual(cells: readonly Cell[]): boolean {
  const [first, ...rest] = cells;
  return rest.length > 0 && rest.every((cell) => cell.text === first?.text && cell.more === first.more);
}
