/** What a press of a heart or of the scales has done, said to those who listen rather than look. */
import { choice } from '../compare/chosen.svelte';
import { language } from '../i18n/current.svelte';
import { count } from '../i18n/format';
import { announcement } from './announcement.svelte';
import { keeper } from './keeper.svelte';
import { mostCompared, mostKept } from './kept';
import { k } from './words.svelte';

export function announce(what: 'favourites' | 'compare', id: string) {
  const { said } = k();
  if (what === 'favourites') {
    const n = count(keeper.items.length, language());
    if (keeper.has(id)) announcement.say(said.kept(n));
    else announcement.say(keeper.full ? said.full(String(mostKept)) : said.forgotten(n));
  } else {
    const [n, most] = [String(choice.items.length), String(mostCompared)];
    if (choice.refused) announcement.say(said.refused(most));
    else announcement.say(choice.has(id) ? said.chosen(n, most) : said.dropped(n, most));
  }
}
