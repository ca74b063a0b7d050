/**
 * The business a person means to open, and what is known of it. One value, kept in the URL in the words
 * of the API, so that a shared link asks the law exactly the same question.
 */

/** What the law may ask of a business, as the API names it; in the order it is written. */
export const lawInputs = [
  'use_area_m2',
  'storey_max',
  'workshop_m2',
  'motor_kw',
  'process_class',
  'seat_area_m2',
  'live_work',
  'dwelling_share',
  'nonres_total_m2',
  'building_total_m2',
  'site_other_floor_m2',
  'farm_local',
  'city_planned',
  'accessory',
  'agri_noise_designated',
  'hazmat',
] as const;
export type LawInput = (typeof lawInputs)[number];

export interface Business {
  /** The use as the law sorts it; the server knows the words. */
  readonly use: string;
  /** Answers given so far, as text: a number, `true`, `false` or a word. */
  readonly inputs: Readonly<Partial<Record<LawInput, string>>>;
  /** Whether premises where the law says no are left out. */
  readonly show: 'all' | 'allowed';
}

/** The page's own names where the API's would be long. */
const inUrl = (input: LawInput) => (input === 'use_area_m2' ? 'use_area' : input);

/** A business as the page's URL holds it. */
export function businessPairs(business: Business | null): [string, string][] {
  if (business === null) return [];
  return [
    ['use', business.use],
    ...answers(business).map(([input, value]): [string, string] => [inUrl(input), value]),
    ...(business.show === 'allowed' ? [['show', 'allowed'] as [string, string]] : []),
  ];
}

/** Reads a business; answers that are none are left out, as URLs grow old. */
export function businessFrom(query: URLSearchParams): Business | null {
  const use = query.get('use') ?? '';
  if (!/^[a-z0-9_]{1,60}$/.test(use)) return null;
  const inputs: Partial<Record<LawInput, string>> = {};
  for (const input of lawInputs) {
    const value = query.get(inUrl(input));
    if (value !== null && isAnswer(input, value)) inputs[input] = value;
  }
  return { use, inputs, show: query.get('show') === 'allowed' ? 'allowed' : 'all' };
}

/** What is known of the business, as parameters of the API. */
export function answers(business: Business): [LawInput, string][] {
  return lawInputs.flatMap((input) => {
    const value = business.inputs[input];
    return value === undefined ? [] : [[input, value] as [LawInput, string]];
  });
}

/** The same for premises, each of which has a storey of its own. */
export function answersForPremises(business: Business): [LawInput, string][] {
  return answers(business).filter(([input]) => input !== 'storey_max');
}

/** The search's parameters: the verdict of each, and without those the law refuses where so chosen. */
export function verdictParameters(business: Business | null): [string, string][] {
  if (business === null) return [];
  return [
    [business.show === 'allowed' ? 'allowed_for' : 'use', business.use],
    ...answersForPremises(business),
  ];
}

/**
 * The tiles' parameters: none while everything is shown, because the map colours what it has.
 * Hiding is left to the server, so that rings count what is seen.
 */
export function hidingParameters(business: Business | null): [string, string][] {
  return business?.show === 'allowed' ? verdictParameters(business) : [];
}

/** The same business with one answer more, another, or taken back (`null`). */
export function answered(business: Business, input: LawInput, value: string | null): Business {
  const { [input]: _, ...others } = business.inputs;
  return { ...business, inputs: value === null ? others : { ...others, [input]: value } };
}

/** Whether the API would take it: a link that grew old must not make the list fail. */
function isAnswer(input: LawInput, value: string): boolean {
  switch (input) {
    case 'live_work':
    case 'farm_local':
    case 'city_planned':
    case 'accessory':
    case 'agri_noise_designated':
    case 'hazmat':
      return value === 'true' || value === 'false';
    case 'process_class':
      return /^(none|to3|nu3|ru1)$/.test(value);
    case 'storey_max':
      return /^\d{1,2}$/.test(value);
    case 'dwelling_share':
      return /^(0(\.\d{1,4})?|1)$/.test(value);
    default:
      return /^\d{1,6}(\.\d{1,4})?$/.test(value);
  }
}
