/** The number on a choice is the number of premises the list then shows. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { desk, launch, listShown, open, phone, total } from './browser.mjs';

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

const numberIn = (text) => Number(text.replace(/[^\d]/g, ''));
const panel = (page) => page.locator('#panel .fields');
const choice = (page, label) => panel(page).locator('label').filter({ hasText: label });
/** Several questions may be left open by the same words; this is the one about cooking. */
const anyCooking = (page) =>
  panel(page)
    .locator('fieldset')
    .filter({ hasText: '重飲食も可' })
    .locator('label')
    .filter({ hasText: '指定なし' });

/** The number beside a choice, once the server has counted. */
const promised = async (page, label) => numberIn(await choice(page, label).locator('.amount').innerText());

/** What the button that leads back to the list says is there, once it says so. */
async function offered(page, expected) {
  await page.waitForFunction((wanted) => {
    const text = document.querySelector('#panel .bottom button')?.textContent ?? '';
    return Number(text.replace(/[^\d]/g, '')) === wanted;
  }, expected);
}

describe('a choice in the filters', () => {
  for (const label of ['軽飲食から可', '重飲食も可', '工場・作業所']) {
    it(`「${label}」 leaves as many as it says, whatever else is asked`, () =>
      visit('/?open=filters&rent_max=300000', desk, async (page) => {
        const count = await promised(page, label);
        await choice(page, label).locator('input').click();
        await offered(page, count);
        await page.locator('#panel .bottom button').click();
        await listShown(page);
        assert.equal(await total(page), count);
      }));
  }

  it('keeps saying what lifting a criterion brings back', () =>
    visit('/?open=filters&cooking=heavy', desk, async (page) => {
      const count = numberIn(await anyCooking(page).locator('.amount').innerText());
      await anyCooking(page).locator('input').click();
      await offered(page, count);
    }));

  it('of rents by negotiation says how many are left out when they are dropped', () =>
    visit('/?open=filters&rent_max=200000', desk, async (page) => {
      const count = await promised(page, '要相談の物件も含める');
      const button = page.locator('#panel .bottom button');
      const before = numberIn(await button.innerText());
      assert.ok(count > 0);
      await choice(page, '要相談の物件も含める').locator('input').click();
      await offered(page, before - count);
      assert.equal(await promised(page, '要相談の物件も含める'), count);
    }));
});

describe('the filters with their counts', () => {
  for (const [size, options] of Object.entries({ desk, phone })) {
    it(`have no fault that axe can find (${size})`, () =>
      visit('/?open=filters&cooking=heavy&rent_max=200000', options, async (page) => {
        await anyCooking(page).locator('.amount').waitFor();
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document));
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
          [],
        );
      }));
  }
});
