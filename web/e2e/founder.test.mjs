/** How a founder looks for premises: one box, an area, filters, and what one condition alone leaves out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { cards, desk, launch, listShown, open, phone, total, totalOtherThan, url } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function visit(path, options, flow) {
  const visitor = await open(browser, path, options);
  try {
    await flow(visitor.page);
    assert.deepEqual(visitor.faults, []);
  } finally {
    await visitor.close();
  }
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
}

const ask = async (path) => (await fetch(`${url}/api/v1/${path}`)).json();
const { items: stations } = await ask('stations?limit=3');
const { items: towns } = await ask('towns?limit=400');
const { facets } = await ask('listings?limit=1&facets=town,street');
const busy = facets.town.reduce((best, one) => (one.count > best.count ? one : best));
const town = towns.find(({ id }) => id === busy.value);
const box = (page) => page.locator('form[role=search] [role=combobox]');
const options = (page) => page.locator('#find-list [role=option]');
const parameter = (page, name) => new URL(page.url()).searchParams.get(name);

describe('the search box', () => {
  it('offers places by kind while typing, and the keyboard chooses one to search in', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      const all = await total(page);
      await page.keyboard.press('/');
      await box(page).fill(stations[0].name);
      await options(page).filter({ hasText: stations[0].name }).first().waitFor();
      assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
      await page.getByRole('group', { name: '駅' }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      const active = await box(page).getAttribute('aria-activedescendant');
      assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
      await page.keyboard.press('Enter');
      await page.waitForURL(/station=|town=|street=/);
      const within = await totalOtherThan(page, all);
      await page.goBack();
      assert.equal(await totalOtherThan(page, within), all);
    }));

  it('finds a station by its reading and takes the chip away again', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      const station = stations.find(({ kana }) => kana) ?? stations[0];
      await box(page).fill(station.kana ?? station.name);
      const option = page.getByRole('group', { name: '駅' }).getByRole('option').first();
      await option.click();
      await page.waitForURL('**station=**walk_minutes=10**');
      await page.getByRole('button', { name: /駅から.*をはずす/ }).click();
      await page.waitForURL((address) => !address.searchParams.has('station'));
    }));

  it('goes to an address however its numbers are written', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      await box(page).fill(`${town.name.replace(/[一二三四五六七八九]丁目$/, '')}１丁目`);
      await page.locator('#find-list [role=group] [role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/town=|near=/);
    }));

  it('leaves Enter to an input method, closes on Escape, and remembers what was chosen', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      await box(page).fill(stations[0].name);
      await page.locator('#find-list [role=group] [role=option]').first().waitFor();
      await box(page).evaluate((input) =>
        input.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
        ),
      );
      assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
      assert.equal(parameter(page, 'q'), null);
      await page.keyboard.press('Escape');
      assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/station=|town=|street=/);
      await box(page).click();
      await page.getByRole('group', { name: '最近えらんだもの' }).getByRole('option').first().waitFor();
      await page.getByRole('button', { name: '履歴を消す' }).click();
      assert.equal(await options(page).count(), 0);
    }));

  it('starts the colours of a business', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      await box(page).fill('カフェ');
      await page.getByRole('group', { name: 'お店・仕事' }).getByRole('option').first().click();
      await page.waitForURL('**use=**');
    }));

  it('says so when suggestions cannot be loaded, and still searches texts', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      await page.route('**/api/v1/find*', (route) => route.fulfill({ status: 204, body: '' }));
      const all = await total(page);
      await box(page).fill('カフェ');
      await page.getByText('候補を読み込めませんでした').waitFor();
      await page.keyboard.press('Enter');
      assert.ok((await totalOtherThan(page, all)) < all);
    }));
});

describe('an area', () => {
  it('of towns is ticked by keyboard, is kept in the URL, and counts what it says', () =>
    visit('/?open=area', desk, async (page) => {
      const field = page.getByRole('searchbox', { name: /町からえらぶ/ });
      await field.fill(town.name);
      const row = page.locator('#panel li label').filter({ hasText: town.name }).first();
      await row.locator('.amount').waitFor();
      const promised = Number(await row.locator('.amount').innerText());
      await row.locator('input').focus();
      await page.keyboard.press('Space');
      await page.waitForURL(`**town=${town.id}**`);
      await page.locator('#panel .bottom button').click();
      await listShown(page);
      await page.waitForFunction(
        (wanted) =>
          document.querySelector('.count strong')?.textContent?.replace(/[^\d]/g, '') === String(wanted),
        promised,
      );
      await page.getByText('えらんだ範囲').waitFor();
    }));

  it('within a walk of a station says how it was measured', () =>
    visit(`/?open=area&station=${stations[0].id}&walk_minutes=10`, desk, async (page) => {
      await page.getByText(/道路に沿って計算|直線距離の1.3倍/).waitFor();
      await page.getByRole('radio', { name: '15分以内' }).check({ force: true });
      await page.waitForURL('**walk_minutes=15**');
    }));
});

describe('filters', () => {
  for (const [label, name, value] of [
    ['2階以上', 'storey_min', '2'],
    ['地下', 'storey_max', 'B1'],
    ['10分以内', 'station_minutes_max', '10'],
  ]) {
    it(`「${label}」 leave as many as they say`, () =>
      visit('/?open=filters', desk, async (page) => {
        const choice = page.locator('#panel .fields label').filter({ hasText: label });
        await choice.locator('.amount').waitFor();
        const promised = Number((await choice.locator('.amount').innerText()).replace(/[^\d]/g, ''));
        await choice.locator('input').click();
        await page.waitForURL(`**${name}=${value}**`);
        await page.waitForFunction((wanted) => {
          const text = document.querySelector('#panel .bottom button')?.textContent ?? '';
          return Number(text.replace(/[^\d]/g, '')) === wanted;
        }, promised);
      }));
  }

  it('say beside every limit on rent how many it leaves', () =>
    visit('/?open=filters', desk, async (page) => {
      const most = page.locator('#panel select[aria-label=上限]').first();
      const option = most.locator('option', { hasText: '20万円（' });
      await option.waitFor({ state: 'attached' });
      const promised = Number((await option.innerText()).replace(/^.*（|）.*$|,/g, ''));
      await most.selectOption('200000');
      await page.waitForFunction((wanted) => {
        const text = document.querySelector('#panel .bottom button')?.textContent ?? '';
        return Number(text.replace(/[^\d]/g, '')) === wanted;
      }, promised);
    }));
});

/** An area that holds few listings, under a condition that leaves none. */
const narrow = `/?town=${town.id}&rent_max=1000&negotiable=drop&area_min=1`;

describe('near misses', () => {
  it('say which condition left a listing out, and one button lets it in', () =>
    visit('/?kind=shop&rent_max=90000&negotiable=drop&area_min=60', desk, async (page) => {
      const near = page.getByRole('region', { name: '条件を1つゆるめると' });
      await near.waitFor();
      const id = await near.locator('a[data-id]').first().getAttribute('data-id');
      await near
        .getByRole('button', { name: /する$|含める$|はずす$|広げる$/ })
        .first()
        .click();
      await page.locator(`#panel ol.list a[data-id="${id}"]`).waitFor();
    }));

  it('never leave an empty page without a way on', () =>
    visit(narrow, desk, async (page) => {
      await page.getByText('この範囲に合う物件はありません').waitFor();
      await page.getByRole('button', { name: '範囲をはずして地図全体でさがす' }).click();
      await page.waitForURL((address) => !address.searchParams.has('town'));
    }));
});

const states = {
  'suggestions are open': [
    '/',
    (page) =>
      box(page)
        .fill('き')
        .then(() => options(page).nth(1).waitFor()),
  ],
  'an area is chosen': [
    `/?open=area&town=${town.id}`,
    (page) => page.locator('#panel li .amount').first().waitFor(),
  ],
  'near misses are shown': [
    '/?kind=shop&rent_max=90000&negotiable=drop&area_min=60',
    (page) => page.locator('#near-heading').waitFor(),
  ],
};

describe('axe finds no fault where', () => {
  for (const [name, [path, ready]] of Object.entries(states)) {
    for (const [size, options] of Object.entries({
      desk,
      phone,
      'desk at night': { ...desk, colorScheme: 'dark' },
    })) {
      for (const language of size === 'phone' ? ['ja', 'easy'] : ['ja', 'en']) {
        it(`${name} (${size}, ${language})`, () =>
          visit(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`, options, async (page) => {
            await page.locator('#panel h1, #panel h2').first().waitFor({ state: 'attached' });
            await page.waitForTimeout(500);
            await ready(page);
            await page.waitForTimeout(300);
            assert.deepEqual(await violations(page), []);
          }));
      }
    }
  }
});

describe('nothing is wider than 320 pixels', () => {
  for (const [name, [path, ready]] of Object.entries(states)) {
    it(`where ${name}`, () =>
      visit(path, { ...phone, viewport: { width: 320, height: 700 } }, async (page) => {
        await ready(page);
        const widest = await page.evaluate(() =>
          Math.max(
            ...[...document.querySelectorAll('#panel *, #find-list *')].map(
              (e) => e.getBoundingClientRect().right,
            ),
          ),
        );
        assert.ok(widest <= 321, `${widest}`);
      }));
  }
});

describe('list and map', () => {
  it('share what has the focus, and what is opened', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      const card = cards(page).nth(2);
      await card.focus();
      assert.match((await card.getAttribute('class')) ?? '', /hovered/);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/listing/**');
    }));
});
