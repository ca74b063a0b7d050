/** Two people, or one on two devices, changed the same offer: what both can keep, and what must be chosen. Pure. */
type Fields = Readonly<Record<string, string>>;

export interface Conflict {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface Merged {
  /** What both changed without contradiction; a contradiction stays as it is here. */
  readonly fields: Record<string, string>;
  readonly conflicts: readonly Conflict[];
}

/** `base` is what both began from. */
export function merge(base: Fields, mine: Fields, theirs: Fields): Merged {
  const fields: Record<string, string> = {};
  const conflicts: Conflict[] = [];
  for (const field of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, here, there] = [base[field] ?? '', mine[field] ?? '', theirs[field] ?? ''];
    const kept = here === was ? there : here;
    if (kept !== '') fields[field] = kept;
    if (here !== was && there !== was && here !== there) conflicts.push({ field, mine: here, theirs: there });
  }
  return { fields, conflicts };
}
