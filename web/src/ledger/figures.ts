/** What the ledger says in figures. Pure. */
import type { Language, UseDistrict } from '../state/vocabulary';
import { oneOf, useDistricts } from '../state/vocabulary';
import type { Change, History, Ledger } from './questions';

export const squareMetresOfHectare = 10_000;

const locale = (language: Language) => (language === 'en' ? 'en-GB' : 'ja-JP');

/** `62.3ha`; with its sign where it is a difference. */
export function hectares(m2: number, language: Language, sign = false): string {
  const amount = (m2 / squareMetresOfHectare).toLocaleString(locale(language), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: sign ? 'exceptZero' : 'auto',
  });
  return language === 'en' ? `${minus(amount)} ha` : `${minus(amount)}ha`;
}

/** Of a piece of land: `24,817㎡`. */
export function squareMetres(m2: number, language: Language): string {
  const amount = m2.toLocaleString(locale(language), { maximumFractionDigits: m2 < 1 ? 2 : 0 });
  return language === 'en' ? `${amount} m²` : `${amount}㎡`;
}

/** What a district gained or lost: hectares, square metres where that is less than they show, `±0` for nothing. */
export function difference(m2: number, language: Language): string {
  return Math.abs(m2) >= 500 ? hectares(m2, language, true) : differenceM2(m2, language);
}

/** The same in square metres whatever it is. */
export function differenceM2(m2: number, language: Language): string {
  if (Math.abs(m2) < 0.5) return '±0';
  return `${m2 > 0 ? '+' : '−'}${squareMetres(Math.abs(m2), language)}`;
}

/** A share of what was before: `−7.1%`. */
export function changeShare(before: number, after: number, language: Language): string {
  const share = (before === 0 ? 0 : after / before - 1).toLocaleString(locale(language), {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  return minus(share);
}

/** The sign of mathematics, as wide as the plus. */
function minus(figure: string): string {
  return figure.replace('-', '−');
}

/** A district this page knows. */
export function known(district: string | null | undefined): UseDistrict | null {
  return oneOf(useDistricts, district ?? null);
}

/** True if the change takes or makes quasi-industrial land, or changes its ratios. */
export function isQuasiIndustrial({ before, after }: Change): boolean {
  return before?.district === 'quasi_industrial' || after?.district === 'quasi_industrial';
}

export function changedM2(changes: readonly Change[]): number {
  return changes.reduce((sum, { m2 }) => sum + m2, 0);
}

export interface MatrixRow {
  readonly before: string | null;
  readonly cells: readonly number[];
  readonly total: number;
}

export interface MatrixTable {
  readonly columns: readonly (string | null)[];
  readonly rows: readonly MatrixRow[];
  readonly totals: readonly number[];
}

/** The matrix as a table; districts in the order of the law, land without zoning last and only where there is some. */
export function matrixTable(matrix: Ledger['matrix']): MatrixTable {
  const order = [...useDistricts, null];
  const there = (side: 'before' | 'after') =>
    order.filter((district) => matrix.some((flow) => (flow[side] ?? null) === district && flow.m2 >= 0.5));
  const [lines, columns] = [there('before'), there('after')];
  const of = (before: string | null, after: string | null) =>
    matrix.find((flow) => (flow.before ?? null) === before && (flow.after ?? null) === after)?.m2 ?? 0;
  const rows = lines.map((before) => {
    const cells = columns.map((after) => of(before, after));
    return { before, cells, total: cells.reduce((sum, m2) => sum + m2, 0) };
  });
  const totals = columns.map((_, at) => rows.reduce((sum, row) => sum + (row.cells[at] ?? 0), 0));
  return { columns, rows, totals };
}

export interface HistoryRow {
  readonly town: string;
  /** In each edition. */
  readonly m2: readonly number[];
  /** From the first to the last. */
  readonly gained: number;
}

/** Every town that has or had such land, most in the first edition first. */
export function historyTable(editions: History['editions']): HistoryRow[] {
  const towns = [...new Set(editions.flatMap((edition) => edition.towns.map(({ town }) => town)))];
  const rows = towns.map((town) => {
    const m2 = editions.map((edition) => edition.towns.find((share) => share.town === town)?.m2 ?? 0);
    return { town, m2, gained: (m2.at(-1) ?? 0) - (m2[0] ?? 0) };
  });
  return rows.sort((a, b) => (b.m2[0] ?? 0) - (a.m2[0] ?? 0));
}
