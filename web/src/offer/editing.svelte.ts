/**
 * An offer that is being written. What is typed saves itself a moment after the last key; one request is under way at
 * a time, and what another device changed meanwhile is merged or asked about.
 */
import {
  command,
  type Done,
  type Offer,
  type Order,
  type Picture,
  readOffer,
  saveOffer,
  sendPhoto,
} from './api';
import { type Conflict, merge } from './merge';
import { signed } from './signed.svelte';

const pauseMs = 700;
const retryMs = 5_000;

export type Saving = 'saved' | 'typing' | 'saving' | 'offline' | 'refused';

type Failed = Exclude<Done<Offer>, { is: 'done' }>;

export class Editing {
  readonly id: string;
  offer: Offer | null = $state.raw(null);
  failure: Failed | null = $state.raw(null);
  /** What is typed. */
  fields: Record<string, string> = $state({});
  photos: readonly (Picture & { small: string; hidden: boolean })[] = $state.raw([]);
  saving: Saving = $state('saved');
  conflicts: readonly Conflict[] = $state.raw([]);
  /** The field that the server could not keep. */
  refused: string | null = $state(null);
  #saved: Record<string, string> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whatever is done to the offer waits for what was done before. */
  #turn: Promise<unknown> = Promise.resolve();
  #typed = 0;

  constructor(id: string) {
    this.id = id;
  }

  async load() {
    const found = await readOffer(this.id);
    if (found.is === 'done') {
      this.#take(found.value);
      this.fields = { ...found.value.fields };
      this.failure = null;
    } else {
      this.#fail(found);
    }
  }

  /** Takes over what the server keeps now, and leaves alone what was typed since. */
  #take(offer: Offer) {
    this.offer = offer;
    this.#saved = { ...offer.fields };
    this.photos = offer.photos.map(({ name, alt, small, hidden }) => ({ name, alt, small, hidden }));
  }

  #fail(failed: Failed) {
    if (failed.is === 'unsigned') signed.lost();
    this.failure = failed;
  }

  write(name: string, value: string) {
    if ((this.fields[name] ?? '') === value) return;
    if (value === '') delete this.fields[name];
    else this.fields[name] = value;
    this.#soon();
  }

  arrange(photos: readonly (Picture & { small: string; hidden: boolean })[]) {
    this.photos = photos;
    this.#soon();
  }

  #soon(ms = pauseMs) {
    this.#typed += 1;
    this.saving = 'typing';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), ms);
  }

  /** Saves what was typed; answers once the server keeps it, or could not. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#next(async () => {
      const { offer } = this;
      if (offer === null || !offer.editable) return true;
      if (this.conflicts.length > 0) return false;
      if (this.saving === 'saved') return true;
      return this.#send(offer);
    });
  }

  async #send(offer: Offer): Promise<boolean> {
    this.saving = 'saving';
    const typed = this.#typed;
    const sent = { ...this.fields };
    const done = await saveOffer(this.id, offer.version, sent, this.photos);
    if (done.is === 'done') {
      const { photos } = this;
      this.#take(done.value);
      if (typed !== this.#typed) this.photos = photos;
      this.refused = null;
      this.saving = typed === this.#typed ? 'saved' : 'typing';
      return typed === this.#typed;
    }
    if (done.is === 'changed') return this.#reconcile();
    if (done.is === 'offline') {
      this.saving = 'offline';
      this.#timer = setTimeout(() => void this.save(), retryMs);
      return false;
    }
    this.saving = 'refused';
    this.refused = done.field;
    if (done.is === 'unsigned' || done.is === 'missing') this.#fail(done);
    if (done.is === 'notNow') await this.load();
    return false;
  }

  /** Somebody wrote since: keeps both, and asks where they contradict. */
  async #reconcile(): Promise<boolean> {
    const now = await readOffer(this.id);
    if (now.is !== 'done') return false;
    const { fields, conflicts } = merge(this.#saved, this.fields, now.value.fields);
    this.#take(now.value);
    this.fields = fields;
    this.conflicts = conflicts;
    if (conflicts.length > 0) {
      this.saving = 'refused';
      return false;
    }
    return this.#send(now.value);
  }

  /** Which of two contradicting values stays. */
  settle(chosen: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(chosen)) {
      if (value === '') delete this.fields[name];
      else this.fields[name] = value;
    }
    this.conflicts = [];
    this.#soon(0);
  }

  addPhoto(file: Blob): Promise<Done<Offer>> {
    return this.#next(async () => {
      const done = await sendPhoto(this.id, file);
      if (done.is === 'done') {
        const added = done.value.photos.filter(
          ({ name }) => !this.photos.some((photo) => photo.name === name),
        );
        this.offer = done.value;
        this.photos = [
          ...this.photos,
          ...added.map(({ name, alt, small, hidden }) => ({ name, alt, small, hidden })),
        ];
      }
      return done;
    });
  }

  /** Saves, then does something to the offer. */
  async order(asked: Order): Promise<Done<Offer>> {
    await this.save();
    return this.#next(async () => {
      const version = this.offer?.version ?? 0;
      const done = await command(this.id, version, asked);
      if (done.is === 'done') {
        this.#take(done.value);
        this.fields = { ...done.value.fields };
      } else if (done.is === 'changed' || done.is === 'notNow') {
        await this.load();
      } else if (done.is === 'unsigned') {
        signed.lost();
      }
      return done;
    });
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work, work);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** Leaves the page: what was typed last is saved still. */
  close() {
    clearTimeout(this.#timer);
    if (this.saving === 'typing') void this.save();
  }
}
