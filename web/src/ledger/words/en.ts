import type { LedgerWords } from './ja';

export const en: LedgerWords = {
  title: 'Ledger of use districts',
  lead: 'Two editions of the use districts laid over each other: where the plan changed, from what to what, and how much land.',
  synthetic: 'This plan is made up. It has nothing to do with the real use districts.',
  reading: 'Loading',
  toMap: 'To the map of premises',
  editions: 'Editions to compare',
  before: 'Before',
  after: 'After',
  edition: (name, day) => `${name} (as of ${day})`,
  tolerance: 'Width taken for noise',
  metres: (m) => `${m} m`,
  loading: 'Comparing',
  same: 'These are the same edition. Choose another one to see what changed.',
  single: 'There is nothing to compare yet. Once two editions have been imported, they are compared here.',
  kept: {
    heading: 'Quasi-industrial land',
    none: 'Neither edition has quasi-industrial land.',
    from: (day) => `as of ${day}`,
    difference: (ha, percent) => `${ha} (${percent})`,
    unchanged: 'unchanged',
  },
  said: (pieces, ha) => `The plan changed in ${pieces} places, ${ha} in all.`,
  nothing: 'The plan changed nowhere between the two editions.',
  totals: {
    heading: 'Land by use district',
    district: 'Use district',
    difference: 'Difference',
    chart: 'Bars',
  },
  changes: {
    heading: 'Where the plan changed',
    quasi: 'Only where quasi-industrial land is concerned',
    number: 'No.',
    change: 'Change',
    area: 'Area',
    towns: 'Towns',
    outside: 'Not zoned',
    ratios: (coverage, floor) => `building coverage ${coverage}, floor area ratio ${floor}`,
    blank: 'not stated',
    onMap: (n) => `Show no. ${n} on the map`,
    none: 'No change concerns quasi-industrial land.',
    to: 'to',
  },
  only: {
    heading: 'What quasi-industrial land alone admits',
    lead: (hectares, share) =>
      `Quasi-industrial land is ${hectares}, ${share} of all zoned land. With motors and a workshop above these sizes, every use district that is not industrial refuses the following trades under the Building Standards Act.`,
    use: 'Trade',
    size: 'Floor area',
    vacancies: 'Premises on offer',
    any: 'any size',
    above: (m2) => `over ${m2}`,
    premises: (n) => n,
    processes: (n) => `Processes that a factory may run only here (${n})`,
    note: (day) =>
      `A guide to uses under the Building Standards Act as of ${day}. On the ground floor, without hazardous materials or listed processes. Districts where the ward must be asked count as perhaps possible.`,
  },
  history: {
    heading: 'Quasi-industrial land through the editions',
    note: 'By town, in every edition that was imported.',
  },
  matrix: {
    heading: 'From what to what',
    note: 'Rows are before, columns after, in hectares. The sums are the areas above.',
    total: 'Total',
  },
  noise: {
    heading: 'Differences that are not changes',
    none: 'None.',
    slivers: (n, m2, widest) =>
      `${n} thin strips from lines drawn again (${m2} in all, ${widest} m at the widest)`,
    shift: (east, north) =>
      `The later edition as a whole lies ${east} m east and ${north} m north; it was moved back before comparing`,
    overlaps: (before, after) =>
      `Land that several zones claim was counted once (${before} before, ${after} after)`,
    blank: (ha) => `${ha} where one edition does not state the ratios`,
  },
  sources: {
    heading: 'Sources and method',
    method: (zone, epsg) =>
      `Areas are measured on the plane rectangular coordinate system, zone ${zone} (EPSG:${epsg}). The sums of the matrix equal the areas of each edition.`,
    checksum: 'SHA-256 of the file',
    source: 'Source',
    licence: 'Licence',
    legal: 'This ledger compares published data. The city planning documents of the ward decide.',
  },
  take: {
    heading: 'Take it with you',
    csv: 'Spreadsheet (CSV)',
    geojson: 'Map data (GeoJSON)',
    json: 'All figures (JSON)',
    print: 'Print',
  },
  map: {
    label: 'Map of the changes',
    swipe: 'Line between before, on its left, and after, on its right',
    at: (percent) => `${percent} from the left`,
    failed: 'The map cannot be shown. Tables and figures work as ever.',
    note: 'Numbers mark where the plan changed. Move the line to see before and after.',
  },
};
