/** "May I open here?": choosing a business in plain words, and what map, list and details then say. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cards, desk, launch, listShown, mapDrawn, open, phone, url } from './browser.mjs';

const never = /営業できます|開業できます|you can open/i;
const ask = 'どんなお店・仕事をしますか？';
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function visit(path, options, flow) {
  const visitor = await open(browser, path, options);
  try {
    await flow(visitor.page, visitor.faults);
  } finally {
    await visitor.close();
  }
}

const finder = (page) => page.getByRole('combobox', { name: ask });
const options = (page, which = {}) => page.getByRole('listbox').getByRole('option', which);
const chosen = (page) => page.locator('.business .name strong');

/** Types a word and takes the first suggestion that reads so; an unclear word gets its first answer. */
async function choose(page, word) {
  await finder(page).fill(word);
  await options(page, { name: word }).first().click();
  const which = page.locator('.which');
  await which.or(chosen(page)).first().waitFor();
  if (await which.isVisible()) await which.getByRole('button').first().click();
  await chosen(page).waitFor();
}

/** The land of the map, by verdict: what the style now paints, read from the screen. */
const painted = (page) =>
  page.waitForFunction(() => performance.getEntriesByName('verdicts shown').length > 0);

async function someListing(filter = '') {
  const answer = await fetch(`${url}/api/v1/listings?limit=40${filter}`);
  const { items } = await answer.json();
  return items.find((item) => item.zone && item.area) ?? items[0];
}

describe('a business', () => {
  for (const [how, typed] of [
    ['in kana', 'かふぇ'],
    ['in katakana', 'カフェ'],
    ['in romaji', 'kafe'],
    ['in English', 'cafe'],
  ]) {
    it(`is found ${how}`, () =>
      visit('/', desk, async (page, faults) => {
        await finder(page).fill(typed);
        await options(page, { name: 'カフェ' }).first().click();
        await chosen(page).waitFor();
        assert.equal(new URL(page.url()).searchParams.get('use'), 'cafe_restaurant');
        assert.deepEqual(faults, []);
      }));
  }

  it('is chosen by keyboard alone, and the letters of an input method choose nothing', () =>
    visit('/', desk, async (page) => {
      await finder(page).focus();
      await page.keyboard.type('kafe');
      await options(page).first().waitFor();
      await finder(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
      assert.equal(new URL(page.url()).searchParams.get('use'), null);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.waitForURL('**use=cafe_restaurant**');
      await chosen(page).waitFor();
    }));

  it('may be put more exactly: floor area in either unit, then a question, and taken back', () =>
    visit('/?use=bakery_workshop', desk, async (page) => {
      const size = page.getByLabel('床面積', { exact: true });
      await size.fill('１２');
      await page.getByRole('radio', { name: '坪' }).check();
      await size.fill('12');
      await size.press('Enter');
      await page.waitForURL('**use_area=39.67**');
      const question = page.locator('.business .ask');
      await question.waitFor();
      const first = await question.locator('.text').innerText();
      const number = question.locator('input');
      if ((await number.count()) > 0) {
        await number.fill('0.5');
        await question.getByRole('button', { name: '決定' }).click();
      } else await question.getByRole('button').first().click();
      await page.locator('.business .given button').first().waitFor();
      assert.notEqual((await question.count()) > 0 && (await question.locator('.text').innerText()), first);
      await page.locator('.business .given button').first().click();
      await page.waitForFunction(() => document.querySelector('.business .given') === null);
      await page.getByRole('button', { name: '選ぶのをやめる' }).click();
      await finder(page).waitFor();
      assert.equal(new URL(page.url()).search, '?unit=tsubo');
    }));

  it('that may mean several things asks its one question', () =>
    visit('/', desk, async (page) => {
      await finder(page).fill('バー');
      await options(page, { name: 'バー' }).first().click();
      const which = page.locator('.which');
      await which.waitFor();
      assert.equal(new URL(page.url()).searchParams.get('use'), null);
      await which.getByRole('button').first().click();
      await chosen(page).waitFor();
    }));
});

describe('the map', () => {
  it('changes its colours without asking for a tile', () =>
    visit('/', desk, async (page, faults) => {
      await listShown(page);
      await mapDrawn(page);
      await page.waitForTimeout(1500);
      const tiles = [];
      page.on('request', (request) => request.url().includes('/tiles/') && tiles.push(request.url()));
      await choose(page, 'カフェ');
      await painted(page);
      await page.getByRole('button', { name: '変える' }).click();
      await choose(page, 'パン屋');
      await page.waitForFunction(() => performance.getEntriesByName('verdicts shown').length > 1);
      await page.waitForTimeout(1500);
      assert.deepEqual(tiles, []);
      assert.deepEqual(faults, []);
      await page.getByRole('group', { name: '建築基準法上の用途の目安' }).waitFor();
    }));

  it('shows another answer soon after the table is here', () =>
    visit('/?use=cafe_restaurant', desk, async (page) => {
      await mapDrawn(page);
      await painted(page);
      await page.waitForTimeout(3000);
      await page.evaluate(() => performance.clearMeasures('verdicts shown'));
      await page.getByLabel('床面積', { exact: true }).fill('600');
      await page.getByLabel('床面積', { exact: true }).press('Enter');
      await painted(page);
      const ms = await page.evaluate(() => performance.getEntriesByName('verdicts shown')[0].duration);
      assert.ok(ms < 500, `${ms} ms`);
    }));
});

describe('the list', () => {
  it('says the verdict on each card, counts them, and hides those that fail', () =>
    visit('/?use=factory&use_area=180&motor_kw=5', desk, async (page) => {
      await listShown(page);
      await page.locator('#panel ol a[data-id] .mark').first().waitFor();
      const shown = Number((await page.locator('.count strong').innerText()).replace(/\D/g, ''));
      await page.getByRole('switch', { name: /使えない場所をかくす/ }).click();
      await page.getByText(/件をかくしています/).waitFor();
      const left = Number((await page.locator('.count strong').innerText()).replace(/\D/g, ''));
      const hidden = Number((await page.getByText(/件をかくしています/).innerText()).replace(/\D/g, ''));
      assert.ok(hidden > 0);
      assert.equal(left + hidden, shown);
      assert.equal(await page.locator('#panel ol a[data-id]', { hasText: '不可' }).count(), 0);
      await page.goBack();
      await page.waitForFunction(() => !location.search.includes('show=allowed'));
    }));

  it('still sorts and filters with a business chosen', () =>
    visit('/?use=cafe_restaurant&sort=rent&ground_floor=true', desk, async (page) => {
      await cards(page).first().waitFor();
      await page.getByRole('button', { name: /1階・路面をはずす/ }).click();
      await cards(page).first().waitFor();
      assert.equal(new URL(page.url()).searchParams.get('use'), 'cafe_restaurant');
    }));
});

describe('a detail', () => {
  it('carries the verdict, its date, its source and the way to the ward', async () => {
    const { id } = await someListing();
    await visit(`/listing/${id}?use=cafe_restaurant`, desk, async (page, faults) => {
      const card = page.locator('section.card').first();
      await card.getByRole('heading', { level: 2 }).waitFor();
      const text = await card.innerText();
      assert.match(text, /建築基準法上の用途の目安/);
      assert.match(text, /法文は\d{4}年\d{1,2}月\d{1,2}日時点/);
      assert.match(text, /区の窓口/);
      assert.doesNotMatch(text, never);
      await card.getByRole('link', { name: 'この確認のしくみ' }).click();
      await page.waitForURL('**/method**');
      await page.getByRole('heading', { level: 1, name: 'この確認のしくみ' }).waitFor();
      assert.deepEqual(faults, []);
    });
  });

  it('without a business offers to choose one, and lists what the place is good for', async () => {
    const { place } = await someListing();
    await visit(`/?place=${place.lon},${place.lat}`, phone, async (page) => {
      await page.getByText('ここで何ができる？').waitFor();
      await page.getByText('この場所に合う用途').click();
      await page.locator('.fits .uses li').first().waitFor();
      const all = await page.locator('.fits .uses li').count();
      await page.getByRole('searchbox', { name: '用途をさがす' }).fill('かふぇ');
      await page.waitForTimeout(200);
      assert.ok((await page.locator('.fits .uses li').count()) < all);
    });
  });

  it('says the verdict on paper too', async () => {
    const { id } = await someListing();
    await visit(`/listing/${id}?use=cafe_restaurant`, desk, async (page) => {
      await page.locator('section.card').first().waitFor();
      await page.locator('.print-sheet .verdict').waitFor({ state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('.print-sheet .verdict').isVisible(), true);
      assert.equal(await page.locator('#app').isVisible(), false);
    });
  });
});

describe('in no language', () => {
  for (const lang of ['ja', 'en', 'easy']) {
    it(`is an opening promised: ${lang}`, async () => {
      const { id } = await someListing();
      await visit(`/listing/${id}?use=cafe_restaurant&lang=${lang}`, desk, async (page) => {
        await page.locator('section.card').first().waitFor();
        assert.doesNotMatch(await page.locator('body').innerText(), never);
      });
    });
  }
});

describe('on a phone', () => {
  it('a business is chosen in the sheet, which makes room', () =>
    visit('/', phone, async (page, faults) => {
      await finder(page).tap();
      await page.waitForFunction(() => document.querySelector('[data-sheet]')?.dataset.sheet === 'full');
      await choose(page, 'パン屋');
      await chosen(page).waitFor();
      await page.locator('.business .tally').waitFor();
      const widest = await page.evaluate(() =>
        Math.max(...[...document.querySelectorAll('#panel *')].map((e) => e.getBoundingClientRect().right)),
      );
      assert.ok(widest <= 390, `${widest}`);
      assert.deepEqual(faults, []);
    }));
});
