/** The planner's page: two editions compared, read in tables and on a map, taken away and printed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { desk, launch, listShown, open, phone, url } from './browser.mjs';

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

const ledger = async (query) => (await fetch(`${url}/api/v1/ledger?${query}`)).json();
const { editions } = await (await fetch(`${url}/api/v1/city`)).json();
const [oldest, middle, newest] = editions.map(({ as_of }) => as_of).sort();
const numbers = (page) => page.locator('#changes ~ table .number');
const drawn = (page) => page.waitForSelector('figure [data-drawn=true]');

describe('the ledger', () => {
  it('begins with the last two editions, and says of quasi-industrial land what the server counts', () =>
    visit('/ledger', desk, async (page) => {
      const { totals, changes } = await ledger(`before=${middle}&after=${newest}`);
      const kept = totals.find(({ district }) => district === 'quasi_industrial');
      for (const m2 of [kept.before_m2, kept.after_m2]) {
        await page
          .locator('#kept ~ dl')
          .getByText(`${(m2 / 10_000).toFixed(1)}ha`)
          .waitFor();
      }
      assert.equal(await numbers(page).count(), changes.length);
    }));

  it('compares other editions under another URL, and Back returns', () =>
    visit('/ledger', desk, async (page) => {
      const recent = (await ledger(`before=${middle}&after=${newest}`)).changes.length;
      const all = (await ledger(`before=${oldest}&after=${newest}`)).changes.length;
      assert.notEqual(all, recent);
      await page.getByLabel('変更前', { exact: true }).selectOption({ index: 0 });
      await page.waitForURL('**before=**');
      await numbers(page)
        .nth(all - 1)
        .waitFor();
      await page.goBack();
      await page.waitForFunction(
        (expected) => document.querySelectorAll('#changes ~ table .number').length === expected,
        recent,
      );
    }));

  it('shows only what concerns quasi-industrial land when asked to', () =>
    visit(`/ledger?before=${oldest}`, phone, async (page) => {
      await numbers(page).first().waitFor();
      await page.getByLabel('準工業地域に関わるものだけ').check();
      await page.waitForURL('**only=quasi**');
      for (const row of await page.locator('#changes ~ table tbody tr').all()) {
        assert.match(await row.innerText(), /準工業地域/);
      }
    }));

  it('tells the land of each town through all editions', () =>
    visit('/ledger', desk, async (page) => {
      const answer = await (await fetch(`${url}/api/v1/ledger/history`)).json();
      const towns = new Set(answer.editions.flatMap(({ towns }) => towns.map(({ town }) => town)));
      const rows = page.locator('#history ~ .scroll tbody tr');
      await rows.first().waitFor();
      assert.equal(await rows.count(), towns.size);
      assert.equal(await page.locator('#history ~ .bars li').count(), answer.editions.length);
    }));

  it('tells how the land is used, survey by survey, as the server counts', () =>
    visit('/ledger', desk, async (page) => {
      const told = await (await fetch(`${url}/api/v1/ledger/land-use`)).json();
      const section = page.locator('section[aria-labelledby=land-use]');
      const shares = section.getByRole('row', { name: /工業系の割合/ }).getByRole('cell');
      await shares.first().waitFor();
      assert.deepEqual(
        await shares.allInnerTexts(),
        told.surveys.map(({ industrial_percent: percent }) => `${percent.toFixed(1)}%`),
      );
      for (const { industry_lost: lost } of told.conversions) {
        await section.getByText(`工業系から別の用途へ ${lost.lots}敷地`).waitFor();
      }
      const towns = section.getByRole('table').last().locator('tbody tr');
      assert.equal(
        await towns.count(),
        new Set(told.surveys.flatMap((survey) => survey.towns.map((of) => of.town))).size,
      );
    }));

  it('says what quasi-industrial land alone admits, and leads to its premises on the map', () =>
    visit('/ledger', desk, async (page) => {
      const { uses } = await (await fetch(`${url}/api/v1/ledger/uses`)).json();
      const rows = page.locator('#only ~ .scroll tbody tr');
      await rows.first().waitFor();
      assert.equal(await rows.count(), uses.length);
      const there = uses.find(({ vacancies }) => vacancies > 0);
      await rows.filter({ hasText: there.name.ja }).getByRole('link').click();
      await listShown(page);
      await page.waitForFunction(
        (vacancies) =>
          Number(document.querySelector('.count strong')?.textContent?.replace(/[^0-9]/g, '')) === vacancies,
        there.vacancies,
      );
    }));

  it('says that an edition beside itself has not changed', () =>
    visit(`/ledger?before=${newest}&after=${newest}`, desk, async (page) => {
      await page.getByText('同じ版どうしです', { exact: false }).waitFor();
      await page.getByText('計画の変わった所はありません', { exact: false }).first().waitFor();
    }));
});

describe('the map of a ledger', () => {
  it('goes to the piece of a row, and a piece on the map chooses its row', () =>
    visit('/ledger', desk, async (page) => {
      await drawn(page);
      const row = page.locator('#piece-1');
      await row.locator('.number').click();
      await page.waitForURL('**piece=1**');
      // The piece comes to the middle; then the choice is taken back and the line moved out of the way.
      await page.waitForTimeout(1500);
      await row.locator('.number').click();
      await page.waitForURL((at) => !at.search.includes('piece'));
      await page.getByRole('slider').fill('10');
      await page.evaluate(() => scrollTo(0, 0));
      const frame = await page.locator('figure .frame').boundingBox();
      await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height / 2);
      await page.waitForURL('**piece=1**');
      assert.match(await row.getAttribute('class'), /\bon\b/);
    }));

  it('has a line that the keyboard moves, and says where it is', () =>
    visit('/ledger', phone, async (page) => {
      await drawn(page);
      const line = page.getByRole('slider');
      await line.focus();
      await page.keyboard.press('ArrowLeft');
      assert.equal(await line.getAttribute('aria-valuetext'), '左から49%');
    }));

  it('is on paper with both editions side by side', () =>
    visit('/ledger', desk, async (page) => {
      await drawn(page);
      await page.pdf({ preferCSSPageSize: true });
      const widths = await page
        .locator('.paper img')
        .evaluateAll((pictures) => pictures.map((one) => one.naturalWidth));
      assert.equal(widths.length, 2);
      assert.ok(
        widths.every((width) => width > 300),
        String(widths),
      );
    }));
});

describe('everybody', () => {
  for (const [what, path, options] of [
    ['in Japanese at a desk', `/ledger?before=${oldest}&piece=1`, desk],
    ['in English on a phone', '/ledger?lang=en', phone],
    ['in easy Japanese in the dark', '/ledger?lang=easy&only=quasi', { ...phone, colorScheme: 'dark' }],
    ['at 320 pixels', '/ledger', { viewport: { width: 320, height: 640 } }],
  ]) {
    it(`can use it ${what}`, () =>
      visit(path, options, async (page) => {
        await drawn(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document));
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`),
          [],
        );
      }));
  }

  it('takes the changed pieces away as a table and as land', () =>
    visit('/ledger', desk, async (page) => {
      const wanted = page.waitForEvent('download');
      await page.getByRole('link', { name: '表計算（CSV）' }).click();
      const file = await wanted;
      assert.match(file.suggestedFilename(), /^ledger-.*\.csv$/);
      assert.match(readFileSync(await file.path(), 'utf8'), /準工業地域/);
      const land = page.waitForEvent('download');
      await page.getByRole('link', { name: '地図データ（GeoJSON）' }).click();
      assert.ok(JSON.parse(readFileSync(await (await land).path(), 'utf8')).features.length > 0);
    }));
});
