/** A sentence with the names in braces put in; `null` while they are not known, for a hole says nothing. */
export function filled(sentence: string, facts: Readonly<Record<string, string>> | null): string | null {
  const names = [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  if (names.length === 0) return sentence;
  if (facts === null || names.some((name) => (facts[name] ?? '') === '')) return null;
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}
