/** What a person does with the map and the list, in a real browser against a real server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  cards,
  desk,
  launch,
  listShown,
  mapDrawn,
  open,
  phone,
  total,
  totalOtherThan,
  url,
} from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Runs a flow on a fresh page and closes it whatever happens. */
async function visit(path, options, flow) {
  const visitor = await open(browser, path, options);
  try {
    await flow(visitor.page, visitor.faults);
  } finally {
    await visitor.close();
  }
}

async function someListing() {
  const answer = await fetch(`${url}/api/v1/listings?limit=1`);
  return (await answer.json()).items[0];
}

describe('the first view', () => {
  it('shows premises on the map and in the list, and asks no other host', () =>
    visit('/', desk, async (page, faults) => {
      await listShown(page);
      await mapDrawn(page);
      assert.ok((await cards(page).count()) > 5, 'the list has premises');
      const marks = Number(await page.getAttribute('[data-marks]', 'data-marks'));
      assert.ok(marks > 5, `the map has ${marks} marks`);
      assert.ok((await total(page)) > 100);
      assert.deepEqual(faults, []);
    }));

  it('says that the sample is made up', () =>
    visit('/', desk, async (page) => {
      await page.getByText('合成データ（架空の物件です）').waitFor();
    }));
});

describe('a listing', () => {
  it('opens from the list under its own URL, and Back returns to the list', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      const id = await cards(page).nth(1).getAttribute('data-id');
      const title = await cards(page).nth(1).locator('.title').innerText();
      await cards(page).nth(1).click();
      await page.waitForURL(`**/listing/${id}*`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.goBack();
      await listShown(page);
      assert.equal(new URL(page.url()).pathname, '/');
    }));

  it('opens from its mark on the map', async () => {
    const { place } = await someListing();
    await visit(`/?at=${place.lon},${place.lat},18.5`, desk, async (page) => {
      await mapDrawn(page);
      const box = await page.locator('.maplibregl-canvas').boundingBox();
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.waitForURL('**/listing/**');
    });
  });

  it('can be opened by its link alone', async () => {
    const { id, title } = await someListing();
    await visit(`/listing/${id}`, desk, async (page) => {
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      assert.match(await page.title(), new RegExp(title.slice(0, 4)));
    });
  });

  it('that never was says so and leads back', () =>
    visit('/listing/00000000001', desk, async (page) => {
      await page.getByText('ページが見つかりません').waitFor();
      await page.getByRole('button', { name: '今ある物件を見る' }).click();
      await listShown(page);
    }));
});

describe('filters', () => {
  it('change the list and the URL, and Back undoes them', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      const all = await total(page);
      await page.getByRole('button', { name: '1階・路面' }).click();
      const ground = await totalOtherThan(page, all);
      assert.ok(ground < all, `${ground} of ${all}`);
      assert.equal(new URL(page.url()).searchParams.get('ground_floor'), 'true');
      await page.goBack();
      assert.equal(await totalOtherThan(page, ground), all);
      assert.equal(new URL(page.url()).searchParams.get('ground_floor'), null);
    }));

  it('can be chosen in the panel by keyboard', () =>
    visit('/?open=filters', desk, async (page) => {
      const office = page.getByRole('checkbox', { name: /事務所/ });
      await office.waitFor();
      await office.focus();
      await page.keyboard.press('Space');
      await page.waitForURL('**kind=office**');
      await page.getByRole('button', { name: /件を見る/ }).click();
      await listShown(page);
    }));

  it('that match nothing offer the next step', () =>
    visit('/?q=zzzzqqqq', desk, async (page) => {
      await page.getByText('この範囲に合う物件はありません').waitFor();
      await page.getByRole('button', { name: '「zzzzqqqq」をはずす' }).last().click();
      await listShown(page);
    }));

  it('find by words', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      const all = await total(page);
      await page.locator('form[role=search] [role=combobox]').fill('カフェ');
      await page.getByRole('option', { name: '「カフェ」' }).click();
      const found = await totalOtherThan(page, all);
      assert.ok(found < all);
      assert.equal(new URL(page.url()).searchParams.get('q'), 'カフェ');
    }));
});

describe('languages', () => {
  it('switch at once and stay in the URL', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      const language = page.getByRole('combobox', { name: '言語 Language' });
      await language.selectOption('en');
      await page.getByRole('button', { name: 'Filters' }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('lang'), 'en');
      assert.equal(await page.getAttribute('html', 'lang'), 'en');
      await language.selectOption('easy');
      await page.getByRole('button', { name: 'えらぶ', exact: true }).waitFor();
      await page.goBack();
      await page.getByRole('button', { name: 'Filters' }).waitFor();
    }));
});

describe('the map', () => {
  it('is followed by the list and remembered in the URL', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      await mapDrawn(page);
      const all = await total(page);
      await page.getByRole('button', { name: '拡大', exact: true }).click();
      const fewer = await totalOtherThan(page, all);
      assert.ok(fewer < all);
      await page.waitForURL('**at=**');
    }));

  it('tells about a place where there are no premises', () =>
    visit('/?place=139.6533,35.6464', desk, async (page) => {
      await page.getByText('この場所', { exact: true }).waitFor();
      await page.getByText('用途地域の目安').first().waitFor();
    }));

  it('hides and shows its layers', () =>
    visit('/?open=layers', desk, async (page) => {
      const zones = page.getByRole('switch', { name: '用途地域' });
      await zones.click();
      await page.waitForURL('**hide=zones**');
      assert.equal(await zones.isChecked(), false);
    }));
});

describe('on a phone', () => {
  it('the sheet has three heights', () =>
    visit('/', phone, async (page, faults) => {
      await listShown(page);
      const handle = page.locator('[data-sheet]');
      const heights = new Map();
      for (let i = 0; i < 3; i += 1) {
        await page.waitForTimeout(350);
        const box = await page.locator('main').boundingBox();
        heights.set(await handle.getAttribute('data-sheet'), box.height);
        await handle.click();
      }
      assert.deepEqual([...heights.keys()].sort(), ['full', 'half', 'peek']);
      assert.ok(heights.get('peek') < heights.get('half') && heights.get('half') < heights.get('full'));
      assert.deepEqual(faults, []);
    }));

  it('nothing is wider than 320 pixels', () =>
    visit('/', { ...phone, viewport: { width: 320, height: 700 } }, async (page) => {
      await listShown(page);
      const widest = await page.evaluate(() =>
        Math.max(...[...document.querySelectorAll('#panel *')].map((e) => e.getBoundingClientRect().right)),
      );
      assert.ok(widest <= 320, `${widest}`);
    }));
});
