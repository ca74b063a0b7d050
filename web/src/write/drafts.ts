/** What was written and not yet sent, for this visit only: closing a form loses nothing. */
import type { Values } from './fields';

const drafts = new Map<string, Values>();
/** Who writes is the same person in every form. */
let self: Values = {};

export function draftOf(form: string): Record<string, string> {
  return { ...self, ...drafts.get(form) };
}

export function keepDraft(form: string, values: Values) {
  drafts.set(form, { ...values });
  const { name = self.name, email = self.email } = values;
  self = { ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }) };
}

export function dropDraft(form: string) {
  drafts.delete(form);
}
