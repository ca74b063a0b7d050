/** What has been asked of the law in this visit, and its answers. */
import { Question } from '../api/question.svelte';
import { language } from '../i18n/current.svelte';
import { type Business, type LawInput, answered as withAnswer } from '../state/business';
import { navigation } from '../state/navigation.svelte';
import {
  allUses,
  type QuestionBody,
  type SummaryBody,
  summaryOf,
  type TableBody,
  tableOf,
  type UseList,
} from './api';
import type { Verdict } from './verdicts';

class Law {
  readonly uses = new Question<UseList>();
  readonly table = new Question<TableBody>();
  readonly summary = new Question<SummaryBody>();
  /** The map is made ready for verdicts before the first one is asked, so that they show at once. */
  prepared = $state(false);
  /** The verdict on the place the panel is about; `null` where none is asked. */
  here: Verdict | null = $state(null);
  /** The question a person has put off, by its input. */
  putOff: ReadonlySet<string> = $state.raw(new Set());

  get business(): Business | null {
    return navigation.view.business;
  }

  /** The name of the chosen use in the language in use; empty until known. */
  get name(): string {
    return this.nameOf(this.business?.use ?? '');
  }

  nameOf(use: string): string {
    return this.uses.latest?.items.find((item) => item.id === use)?.name[language()] ?? '';
  }

  /** What the law would still like to know of the chosen business. */
  get questions(): QuestionBody[] {
    const { latest } = this.table;
    return latest !== null && latest.use === this.business?.use ? latest.questions : [];
  }

  askUses() {
    if (this.uses.answer.is === 'ready') return;
    void this.uses.ask((signal) => allUses(signal));
  }

  askTable(business: Business) {
    void this.table.ask((signal) => tableOf(business, language(), signal));
  }

  askSummary(business: Business) {
    void this.summary.ask((signal) => summaryOf(business, signal));
  }

  choose(use: string) {
    const area = this.business?.inputs.use_area_m2;
    this.putOff = new Set();
    navigation.go({
      // The floor area is the premises', not the trade's: it stays.
      business: {
        use,
        inputs: area === undefined ? {} : { use_area_m2: area },
        show: this.business?.show ?? 'all',
      },
    });
  }

  answer(input: LawInput, value: string | null) {
    if (this.business === null) return;
    navigation.go({ business: withAnswer(this.business, input, value) });
  }

  show(show: Business['show']) {
    if (this.business !== null) navigation.go({ business: { ...this.business, show } });
  }

  leave() {
    this.putOff = new Set();
    navigation.go({ business: null });
  }
}

export const law = new Law();
