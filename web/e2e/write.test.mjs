/** Asking an owner, asking the ward, reporting, watching: from the form to the mail and through its link. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { desk, launch, listShown, open, phone, url } from './browser.mjs';
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
  } finally {
    await visitor.close();
  }
}

const { items } = await (await fetch(`${url}/api/v1/listings?limit=60`)).json();
const reaches = await Promise.all(
  items.map(async ({ id }) => ({
    id,
    ...(await (await fetch(`${url}/api/v1/listings/${id}/contact`)).json()),
  })),
);
const asked = reaches.find(({ owner }) => owner).id;
const unasked = reaches.find(({ owner }) => !owner).id;

describe('a question to an owner', () => {
  for (const [device, options] of Object.entries({ desk, phone })) {
    it(`goes out once its mail is confirmed, with the verdict on the business, ${device}`, () =>
      visit(`/listing/${asked}?use=cafe_restaurant&use_area=60`, options, async (page, faults) => {
        const address = `asker-${device}@founder.example`;
        await page.getByRole('button', { name: '問い合わせる' }).click();
        await page.waitForURL('**open=ask**');
        await page.getByText('「カフェ・食堂・レストラン」がこの物件でできるか', { exact: false }).waitFor();
        await page.getByLabel('お名前').fill('試す人');
        await page.getByLabel('メールアドレス').fill(address);
        await page.getByLabel('内容').fill(`見学できますか（${device}）`);
        await page.getByRole('button', { name: '確認メールを受け取る' }).click();
        await page.getByText('メールを確かめてください').waitFor();
        await page.getByText(`${address} にメールを送りました`, { exact: false }).waitFor();
        await page.getByRole('button', { name: '元の画面にもどる' }).click();
        await page.getByRole('button', { name: '問い合わせる' }).waitFor();
        assert.deepEqual(faults, []);

        await page.goto(url + linkIn(await mailTo(address), 'relay/confirm'));
        await page.getByRole('button', { name: '送る' }).click();
        const passed = await mailTo(`owner-${asked}@ward.example`, `見学できますか（${device}）`);

        assert.match(passed, /カフェ・食堂・レストラン（60㎡）/);
        assert.doesNotMatch(passed, /founder\.example/);
      }));
  }

  it('says every fault beside its field, goes to the first, and keeps what was written', () =>
    visit(`/listing/${asked}?open=ask`, desk, async (page) => {
      await page.getByLabel('メールアドレス').fill('だれか');
      await page.getByLabel('内容').fill('書きかけ');
      await page.getByRole('button', { name: '確認メールを受け取る' }).click();
      await page.getByText('2か所を確かめてください').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'write-name');
      await page.getByText('メールアドレスの形になっていません', { exact: false }).waitFor();
      await page.getByRole('button', { name: '閉じる' }).click();
      await page.getByRole('button', { name: '区の窓口に相談' }).click();
      assert.equal(await page.getByLabel('メールアドレス').inputValue(), 'だれか');
      await page.goBack();
      await page.getByRole('button', { name: '問い合わせる' }).click();
      assert.equal(await page.getByLabel('内容').inputValue(), '書きかけ');
    }));

  it('says what failed and loses nothing while the server is away or has had enough', () =>
    visit(`/listing/${asked}?open=ask&lang=en`, phone, async (page) => {
      await page.getByLabel('Your name').fill('Somebody');
      await page.getByLabel('E-mail address').fill('some@founder.example');
      await page.getByLabel('Message').fill('May I come and see it?');
      const send = page.getByRole('button', { name: 'Send me the mail to confirm' });
      await page.route('**/api/v1/enquiries', (route) => route.abort());
      await send.click();
      await page.getByText('No connection. What you wrote is still here', { exact: false }).waitFor();
      await page.unroute('**/api/v1/enquiries');
      await page.route('**/api/v1/enquiries', (route) =>
        route.fulfill({ status: 429, contentType: 'application/problem+json', body: '{"status":429}' }),
      );
      await send.click();
      await page.getByText('Too much was sent in a short time', { exact: false }).waitFor();
      assert.equal(await page.getByLabel('Message').inputValue(), 'May I come and see it?');
    }));

  it('is written with the keyboard alone', () =>
    visit(`/listing/${asked}`, desk, async (page) => {
      await page.getByRole('button', { name: '問い合わせる' }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('お名前').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.textContent), '問い合わせる');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'write-name');
    }));
});

describe('the ward’s desk', () => {
  it('is asked where nobody answers for the premises', () =>
    visit(`/listing/${unasked}?lang=easy`, phone, async (page) => {
      await page.getByRole('button', { name: '区の 人に 相談する' }).click();
      await page.getByLabel('名前').fill('試す人');
      await page.getByLabel('メールアドレス').fill('consults@founder.example');
      await page.getByLabel('書きたい こと').fill('はじめての 店です');
      await page.getByRole('button', { name: '確認の メールを もらう' }).click();
      await page.getByText('メールを 見て ください').waitFor();
      await page.goto(url + linkIn(await mailTo('consults@founder.example'), 'relay/confirm'));
      await page.locator('button').click();
      await mailTo('desk@ward.example', 'はじめての 店です');
    }));

  it('hears of what is wrong, in words where it is something else', () =>
    visit(`/listing/${asked}`, desk, async (page, faults) => {
      await page.getByRole('button', { name: '情報の誤りを知らせる' }).click();
      const send = page.getByRole('button', { name: '知らせる', exact: true });
      await send.click();
      await page.getByText('1か所を確かめてください').waitFor();
      await page.getByLabel('そのほか').check();
      await send.click();
      await page.getByText('入力してください').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'write-message');
      await page.getByLabel('もう空いていない').check();
      await send.click();
      await page.getByText('知らせました', { exact: true }).waitFor();
      // The browser notes the refusal, nothing else.
      assert.equal(faults.filter((fault) => !fault.includes('400')).length, 0);
    }));
});

describe('a search', () => {
  it('is watched from the list, in its own conditions', () =>
    visit('/?kind=shop&rent_max=300000', phone, async (page, faults) => {
      await listShown(page);
      await page.getByRole('button', { name: 'この条件の物件が出たら知らせてもらう' }).click();
      await page.getByText('空き店舗・〜30万円').waitFor();
      await page.getByLabel('1日に1回、まとめて').check();
      await page.getByLabel('メールアドレス').fill('watcher@founder.example');
      const asking = page.waitForRequest('**/api/v1/watches');
      await page.getByRole('button', { name: '確認メールを受け取る' }).click();
      assert.equal((await asking).postDataJSON().query, 'kind=shop&rent_max=300000');
      await page.getByText('メールを確かめてください').waitFor();
      assert.deepEqual(faults, []);
      assert.match(await mailTo('watcher@founder.example'), /watch\/confirm/);
    }));

  it('is a feed for those who give no address', () =>
    visit('/?kind=shop&open=watch', desk, async (page) => {
      await page.getByText('メールを使わずに受け取る').click();
      const href = await page.getByRole('link', { name: 'この条件のフィード' }).getAttribute('href');
      const feed = await fetch(url + href);
      assert.match(feed.headers.get('content-type'), /atom\+xml/);
    }));
});
