/** 借りたい cards: read, counted on the map and on streets, posted, read by the desk, answered. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { desk, launch, listShown, mapDrawn, open, phone, url } from './browser.mjs';
import { linkIn, mailTo } from './mail.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function visit(path, options, flow) {
  const visitor = await open(browser, path, options);
  try {
    await flow(visitor.page, visitor.faults);
    assert.deepEqual(visitor.faults, []);
  } finally {
    await visitor.close();
  }
}

const demand = await (await fetch(`${url}/api/v1/wanted/demand`)).json();
const street = demand.places.find((place) => place.is === 'street');

describe('who looks for premises', () => {
  for (const [device, options] of Object.entries({ desk, phone })) {
    it(`is read from the list, with demand beside supply, ${device}`, () =>
      visit('/', options, async (page) => {
        await listShown(page);
        await page.locator('#panel .wanted a').click();
        await page.waitForURL(/\/wanted(\?|$)/);
        await page
          .getByRole('row', { name: `${street.name} ${street.wanted}人 ${street.vacant}件` })
          .waitFor();
        await page.getByRole('article').first().waitFor();
        await page.goBack();
        await listShown(page);
      }));
  }

  it('is asked for and taken off the map among its layers, and the link keeps that', () =>
    visit('/?open=layers', desk, async (page) => {
      await mapDrawn(page);
      await page.getByLabel('借りたい人が多い所').check();
      await page.waitForURL('**demand=1**');
      await page.getByLabel('借りたい人が多い所').uncheck();
      await page.waitForURL((at) => !at.search.includes('demand'));
    }));

  it('is counted beside the vacancies of a street', () =>
    visit(`/street/${street.id}`, phone, async (page) => {
      await page.getByRole('link', { name: `${street.wanted}人` }).click();
      await page.waitForURL(/\/wanted(\?|$)/);
    }));

  it('is said to be gone where a card has ended', () =>
    visit('/wanted/0c8x4n2k7zq', desk, async (page) => {
      await page.getByText('このカードの公開は終わりました').waitFor();
      await page.getByRole('button', { name: 'すべてのカードを見る' }).click();
      await page.waitForURL(/\/wanted(\?|$)/);
    }));
});

describe('a card', () => {
  it('is posted on a phone, read by the desk, published, and answered by somebody with premises', () =>
    visit('/wanted', phone, async (page) => {
      const title = `試しに書いた花屋 ${Date.now() % 10_000}`;
      await page.getByRole('button', { name: 'カードを書く' }).click();
      await page.getByRole('combobox', { name: '業種' }).fill('花屋');
      await page.getByRole('option', { name: '花屋' }).first().click();
      await page.getByText('日用品の店（食品・薬・文具・花など）').waitFor();
      await page.getByLabel('町・商店街の名前').fill(street.name);
      await page.getByRole('button', { name: street.name }).click();
      await page.getByRole('button', { name: `${street.name}をはずす` }).waitFor();
      await page.getByLabel('どんなお店・仕事ですか').fill(title);
      await page.getByLabel('広さの下限（㎡）').fill('２０');
      await page.getByLabel('賃料の上限（月・万円）').fill('15.5');
      await page.getByLabel('メールアドレス').fill('florist@founder.example');
      const asking = page.waitForRequest('**/api/v1/wanted');
      await page.getByRole('button', { name: '確認メールを受け取る' }).click();
      const { area_min_m2, rent_max_yen, use, places } = (await asking).postDataJSON();
      assert.deepEqual(
        { area_min_m2, rent_max_yen, use, places },
        { area_min_m2: 20, rent_max_yen: 155_000, use: 'shop_daily', places: `street:${street.id}` },
      );
      await page.getByText('メールを確かめてください').waitFor();

      await page.goto(url + linkIn(await mailTo('florist@founder.example'), 'card/confirm'));
      await page.getByRole('button', { name: '確認する' }).click();
      await page.getByText('区の窓口が確かめています', { exact: false }).waitFor();
      await page.goto(url + linkIn(await mailTo('desk@ward.example', title), 'card/review'));
      await page.getByRole('button', { name: '公開する' }).click();
      await page.getByText('公開しています。').waitFor();
      await mailTo('florist@founder.example', 'カードを公開しました', 'card/mine');

      await page.goto(`${url}/wanted`);
      await page.getByRole('button', { name: `「${title}」のカードを書いた人に声をかける` }).click();
      await page.getByLabel('お名前').fill('試す大家');
      await page.getByLabel('メールアドレス').fill('landlord@house.example');
      await page.getByLabel('内容').fill('うちの一階はいかがですか');
      await page.getByRole('button', { name: '確認メールを受け取る' }).click();
      await page.getByText('メールを確かめてください').waitFor();
      await page.goto(url + linkIn(await mailTo('landlord@house.example'), 'relay/confirm'));
      await page.getByRole('button', { name: '送る' }).click();
      const passed = await mailTo('florist@founder.example', 'うちの一階はいかがですか');
      assert.doesNotMatch(passed, /house\.example/);
    }));

  it('is not sent without a line that says what is wanted', () =>
    visit('/wanted?open=card&lang=en', desk, async (page) => {
      await page.getByLabel('E-mail address').fill('somebody@founder.example');
      await page.getByLabel('Smallest area (m²)').fill('wide');
      await page.getByRole('button', { name: 'Send me the mail to confirm' }).click();
      await page.getByText('Please check 2 fields.').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'write-title');
    }));
});
