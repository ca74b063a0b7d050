/** Offering a place: a landlord on a phone submits, a moderator returns it, it is mended, published, found and let. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { desk, launch, open, phone, url } from './browser.mjs';
import { linkIn, mailTo } from './mail.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const moderator = 'moderator@ward.example';
/** Nobody is mailed more than five links an hour. */
const colleague = 'colleague@ward.example';
let browser;
before(async () => {
  browser = await launch();
  // The ward names its own people on the command line, beside the running server.
  const { MACHIKADO_PROGRAM: program = '', MACHIKADO_DATA: data = '' } = process.env;
  for (const address of [moderator, colleague]) {
    execFileSync(program, ['staff', 'grant', address, '--role', 'moderator', '--data', data]);
  }
});
after(() => browser?.close());

/** Visitors come from addresses of their own, as nobody may ask for many links. */
let visitors = 0;
async function visitor(options, path = '/offer') {
  visitors += 1;
  const forwarded = { extraHTTPHeaders: { 'x-forwarded-for': `10.5.0.${visitors}` } };
  const found = await open(browser, path, { ...options, ...forwarded });
  // An offer that is not let any more answers 410, and a file that is refused 422: the browser says so by itself.
  found.unexpected = () => found.faults.filter((fault) => !/status of (410|412|422)/.test(fault));
  return found;
}

async function signIn(page, address) {
  await page.getByLabel('メールアドレス').fill(address);
  await page.getByRole('button', { name: 'リンクを送る' }).click();
  await page.getByText('メールを送りました').waitFor();
  await page.goto(url + linkIn(await mailTo(address, '/account/enter/'), 'account/enter'));
  await page.getByRole('button', { name: 'サインインする' }).click();
}

const saved = (page) => page.locator('[data-saving=saved]').waitFor();
const step = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

/** A picture as a camera would send it: PNG of one colour, with a chunk that says where it was taken. */
function picture(shade) {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (bytes) =>
    (bytes.reduce((c, byte) => table[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(800, 0);
  head.writeUInt32BE(600, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(800 * 3, shade)]);
  const lines = deflateSync(Buffer.concat(Array.from({ length: 600 }, () => line)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from('GPS\0somewhere')),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Fills an offer in, step by step; ends on the last. */
async function fill(page, title) {
  await page.getByRole('button', { name: '新しく掲載する' }).click();
  await page.getByLabel('所在地').fill('経堂一丁目');
  await page.locator('.found button').first().click();
  await page.getByRole('heading', { name: 'この場所' }).waitFor();
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByRole('radio', { name: '空き店舗' }).check();
  await page.getByLabel('面積 坪').fill('12.1');
  await page.getByLabel('階', { exact: true }).fill('1');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByLabel('賃料（月） 円').fill('18万');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByLabel('見出し').fill(title);
  await page.getByLabel('紹介文').fill('角地の明るい店舗です。');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByRole('radio', { name: '貸主', exact: true }).check();
  await saved(page);
  await page.getByRole('button', { name: '次へ' }).click();
}

async function submit(page) {
  await page.getByText('必要な項目はそろっています').waitFor();
  await page.getByLabel('約束に同意します').check();
  await page.getByRole('button', { name: '提出する', exact: true }).click();
  await page.getByText('審査待ち', { exact: true }).waitFor();
}

describe('offering a place', () => {
  it('a landlord submits from a phone, a moderator returns it, it is mended, published, found, let and gone', async () => {
    const owner = `owner.${Date.now()}@house.example.jp`;
    const landlord = await visitor(phone);
    await signIn(landlord.page, owner);
    await landlord.page.getByText('まだ何もありません').waitFor();
    await fill(landlord.page, '角の明るい貸店舗');
    await submit(landlord.page);
    const id = new URL(landlord.page.url()).pathname.split('/').at(-1);
    assert.equal((await fetch(`${url}/api/v1/listings/${id}`)).status, 404);

    const staff = await visitor(desk, '/moderate');
    await signIn(staff.page, moderator);
    await staff.page.waitForURL('**/moderate');
    await staff.page.locator(`a[href="/moderate/${id}"]`).click();
    await staff.page.getByRole('button', { name: '担当する' }).click();
    await staff.page.getByText('あなたが担当').waitFor();
    await staff.page.getByRole('button', { name: '差し戻す' }).click();
    await staff.page.getByRole('alert').getByText('理由をえらんでください').waitFor();
    await staff.page.getByLabel('理由').selectOption('missing_facts');
    await staff.page.getByLabel('ひとこと').fill('間口を教えてください。');
    await staff.page.getByRole('button', { name: '差し戻す' }).click();
    await staff.page.getByRole('heading', { name: '審査を待つ物件' }).waitFor();

    const told = await mailTo(owner, '間口を教えてください');
    await landlord.page.goto(url + told.match(new RegExp(`${url}(/offer/[0-9a-z]+)`))[1]);
    await landlord.page.getByText('間口を教えてください').waitFor();
    await landlord.page.getByRole('button', { name: '内容を直す' }).click();
    await step(landlord.page, '建物・部屋');
    await landlord.page.getByText('くわしく書く').click();
    await landlord.page.getByLabel('間口').fill('４．５');
    await saved(landlord.page);
    await step(landlord.page, '確認・提出');
    await submit(landlord.page);

    await staff.page.reload();
    await staff.page.locator(`a[href="/moderate/${id}"]`).click();
    await staff.page.getByRole('button', { name: '公開する', exact: true }).click();
    await staff.page.getByRole('heading', { name: '審査を待つ物件' }).waitFor();
    await mailTo(owner, '公開しました');

    const founder = await visitor(desk, `/listing/${id}`);
    await founder.page.getByRole('heading', { name: '角の明るい貸店舗' }).waitFor();
    await founder.page.getByText('4.5 m').waitFor();
    await founder.page
      .getByRole('button', { name: '問い合わせる' })
      .or(founder.page.getByRole('link', { name: '問い合わせる' }))
      .waitFor();

    await landlord.page.reload();
    await landlord.page.getByRole('button', { name: '決まった（成約）' }).click();
    await landlord.page.getByRole('radio', { name: '街角を通じて決まった' }).check();
    await landlord.page.getByRole('button', { name: 'はい' }).click();
    await landlord.page.getByText('成約', { exact: true }).waitFor();
    assert.equal((await fetch(`${url}/api/v1/listings/${id}`)).status, 410);
    await founder.page.reload();
    await founder.page.getByText('この物件の掲載は終わりました').waitFor();
    for (const one of [landlord, staff, founder]) {
      assert.deepEqual(one.unexpected(), []);
      await one.close();
    }
  });

  it('brings what somebody reports beside what waits, until a moderator has seen to it', async () => {
    const { items } = await (await fetch(`${url}/api/v1/listings?limit=1`)).json();
    const words = `看板が変わっていました ${Date.now()}`;
    const sent = await fetch(`${url}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.5.1.1' },
      body: JSON.stringify({ listing: items[0].id, reason: 'gone', message: words }),
    });
    assert.equal(sent.status, 202);
    const { page, unexpected, close } = await visitor(desk, '/moderate');
    await signIn(page, moderator);
    const report = page.locator('li', { hasText: words });
    await report.getByRole('link', { name: items[0].title }).waitFor();
    await report.getByRole('button', { name: '対応済みにする' }).click();
    await report.waitFor({ state: 'detached' });
    assert.deepEqual(unexpected(), []);
    await close();
  });

  it('shows a moderator what stands out, and nothing where nothing does', async () => {
    const [town] = (await (await fetch(`${url}/api/v1/find?q=経堂一丁目`)).json()).items;
    const owner = await visitor(desk);
    await signIn(owner.page, `odd.${Date.now()}@house.example.jp`);
    await owner.page.getByText('まだ何もありません').waitFor();
    const plain = {
      kind: 'shop',
      title: 'ふつうの店舗',
      address: '世田谷区経堂一丁目9番',
      lon: String(town.place[0] + 0.0003),
      lat: String(town.place[1]),
      offered_by: 'owner',
    };
    const odd = {
      ...plain,
      title: '気になる店舗',
      address: '世田谷区船橋一丁目1番',
      rent: '9000000',
      area_m2: '20',
      trades: 'パチンコ店',
      description: '電話 03-1234-5678',
      lat: String(town.place[1] + 0.0004),
    };
    const ids = await owner.page.evaluate(
      async (drafts) => {
        const send = (path, body, more) =>
          fetch(path, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...more },
            body: JSON.stringify(body),
          });
        const { items } = await (await send('/api/v1/offers', { drafts })).json();
        for (const { id } of items) {
          await send(
            `/api/v1/offers/${id}/commands`,
            { command: 'submit', consent: '2026-11' },
            { 'if-match': '"1"' },
          );
        }
        return items.map(({ id }) => id);
      },
      [plain, odd],
    );
    const staff = await visitor(desk, '/moderate');
    await signIn(staff.page, colleague);
    await staff.page.goto(`${url}/moderate/${ids[0]}`);
    await staff.page.getByText('気になる点は見つかりませんでした').waitFor();
    await staff.page.goto(`${url}/moderate/${ids[1]}`);
    for (const reason of [
      '住所の町と、ピンの町がちがいます',
      '坪単価が近くの物件と大きくちがいます',
      'この用途地域では認められない使い方です',
      '文章に電話番号・メール・リンクらしいものがあります',
    ]) {
      await staff.page.getByText(reason).waitFor();
    }
    for (const each of [owner, staff]) {
      assert.deepEqual(each.unexpected(), []);
      await each.close();
    }
  });

  it('takes pictures without where they were taken, refuses what is none, and shows them small in lists', async () => {
    const { page, unexpected, close } = await visitor(phone);
    await signIn(page, `photos.${Date.now()}@house.example.jp`);
    await page.getByRole('button', { name: '新しく掲載する' }).click();
    await step(page, '写真と紹介');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'front.png', mimeType: 'image/png', buffer: picture(120) },
      {
        name: 'evil.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      },
      { name: 'back.png', mimeType: 'image/png', buffer: picture(200) },
    ]);
    await page.getByText('「evil.jpg」は JPEG・PNG・WebP・HEIC・AVIF の写真ではないか').waitFor();
    await page.locator('ol li img').nth(1).waitFor();
    await page.getByLabel('何の写真か（目の見えない人のために） 1').fill('正面');
    await page.getByRole('button', { name: '表紙にする' }).click();
    await saved(page);
    await page.reload();
    await page.locator('ol li img').nth(1).waitFor();
    assert.equal(await page.getByLabel('何の写真か（目の見えない人のために） 2').inputValue(), '正面');
    const small = await page.locator('ol li img').first().getAttribute('src');
    for (const [name, side] of [
      [small, 320],
      [small.replace('-s.jpg', '.jpg'), 800],
    ]) {
      const answer = await fetch(url + name);
      assert.match(answer.headers.get('cache-control'), /immutable/);
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.ok(!bytes.includes('GPS') && !bytes.includes('Exif'), name);
      const width = await page.evaluate(async (src) => {
        const shown = new Image();
        shown.src = src;
        await shown.decode();
        return shown.naturalWidth;
      }, name);
      assert.equal(width, side);
    }
    assert.deepEqual(unexpected(), []);
    await close();
  });

  it('keeps what two devices type at once, and asks where they contradict', async () => {
    const address = `twice.${Date.now()}@house.example.jp`;
    const [one, two] = [await visitor(phone), await visitor(desk)];
    await signIn(one.page, address);
    await one.page.getByRole('button', { name: '新しく掲載する' }).click();
    await step(one.page, '賃料・契約');
    await one.page.getByLabel('賃料（月） 円').fill('180000');
    await saved(one.page);
    await signIn(two.page, address);
    await two.page.locator('a.panel').first().click();
    await two.page.getByRole('button', { name: '内容を直す' }).click();
    await step(two.page, '賃料・契約');
    await one.page.getByLabel('共益費・管理費（月） 円').fill('5000');
    await saved(one.page);
    await two.page.getByLabel('契約期間').fill('24');
    await saved(two.page);
    assert.equal(await two.page.getByLabel('共益費・管理費（月） 円').inputValue(), '5000');
    await one.page.getByLabel('賃料（月） 円').fill('170000');
    await one.page.getByText('別の端末で変更されています').waitFor({ state: 'detached' });
    await saved(one.page);
    await two.page.getByLabel('賃料（月） 円').fill('160000');
    await two.page.getByRole('heading', { name: '別の端末で変更されています' }).waitFor();
    await two.page.getByRole('radio', { name: '別の端末 170000' }).check();
    await two.page.getByRole('button', { name: 'これで保存する' }).click();
    await saved(two.page);
    assert.equal(await two.page.getByLabel('賃料（月） 円').inputValue(), '170000');
    assert.equal(await two.page.getByLabel('契約期間').inputValue(), '24');
    for (const each of [one, two]) {
      assert.deepEqual(each.unexpected(), []);
      await each.close();
    }
  });

  it('signs in only in the browser that asked, once, and signs out everywhere', async () => {
    const address = `once.${Date.now()}@house.example.jp`;
    const [one, other] = [await visitor(desk), await visitor(desk)];
    await one.page.getByLabel('メールアドレス').fill(address);
    await one.page.getByRole('button', { name: 'リンクを送る' }).click();
    const link = url + linkIn(await mailTo(address, '/account/enter/'), 'account/enter');
    assert.equal((await other.page.goto(link)).status(), 403);
    await other.page.getByText('別のブラウザーで開かれました').waitFor();
    await one.page.goto(link);
    await one.page.getByRole('button', { name: 'サインインする' }).click();
    await one.page.getByText('まだ何もありません').waitFor();
    assert.equal((await one.page.goto(link)).status(), 404);
    const cookies = await one.page.context().cookies();
    const session = cookies.find(({ name }) => name === '__Host-machikado');
    assert.ok(session.secure && session.httpOnly && session.sameSite === 'Lax');
    await one.page.goto(`${url}/offer?account`);
    await one.page.getByText(`${address} でサインインしています`).waitFor();
    await one.page.getByRole('button', { name: 'すべての端末からサインアウト' }).click();
    await one.page.getByRole('button', { name: 'リンクを送る' }).waitFor();
    for (const each of [one, other]) await each.close();
  });

  it('lets somebody ask the desk first, take their data along and be erased', async () => {
    const address = `erase.${Date.now()}@house.example.jp`;
    const { page, close } = await visitor(phone);
    await signIn(page, address);
    await page.getByLabel('相談したいこと').fill('貸すか迷っています。');
    await page.getByRole('button', { name: '窓口に送る' }).click();
    await page.getByText('窓口に届けました').waitFor();
    assert.match(await mailTo('desk@ward.example', '貸すか迷っています'), new RegExp(`Reply-To: ${address}`));
    await page.goto(`${url}/offer?account`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '自分のデータを保存' }).click(),
    ]);
    const data = JSON.parse(readFileSync(await download.path(), 'utf8'));
    assert.equal(data.account.email, address);
    await page.getByLabel('鍵の名前').fill('物件管理');
    await page.getByRole('button', { name: '鍵を作る' }).click();
    const token = await page.locator('code').innerText();
    const fields = { title: '自分のシステムから' };
    const kept = await fetch(`${url}/api/v1/offers/keys/A-1`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ fields }),
    });
    assert.equal((await kept.json()).fields.title, fields.title);
    await page.getByRole('button', { name: 'アカウントを消す…' }).click();
    await page.getByRole('button', { name: 'アカウントを消す', exact: true }).click();
    await page.getByRole('button', { name: 'リンクを送る' }).waitFor();
    await close();
  });

  it('makes drafts of a spreadsheet in CP932, with errors in place', async () => {
    const { page, unexpected, close } = await visitor(desk);
    await signIn(page, `list.${Date.now()}@house.example.jp`);
    await page.getByRole('link', { name: '表計算の一覧から' }).click();
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '記入用の一覧（CSV）を保存' }).click(),
    ]);
    assert.match(readFileSync(await template.path(), 'utf8'), /^\ufeff種別,見出し,所在地/);
    const list =
      '物件名,種別,住所,取引態様,家賃,色\n角の店,空き店舗,世田谷区経堂一丁目,貸主,18万円,赤\n作業所,,世田谷区船橋一丁目,貸主,安い,\n';
    const cp932 = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'CP932'], { input: list });
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '一覧.csv', mimeType: 'text/csv', buffer: cp932 });
    await page.getByText('使わない列：色').waitFor();
    const second = page.locator('ol > li').nth(1);
    await second.getByText('直すところ 2').waitFor();
    assert.equal(await page.locator('ol > li').first().getByText('問題なし').count(), 1);
    await second.getByRole('radio', { name: '工場・作業所' }).check();
    await second.getByLabel('賃料（月） 円').fill('25万');
    await page.getByRole('button', { name: '2件を下書きにする' }).click();
    await page.locator('a.panel').nth(1).waitFor();
    await page.locator('a.panel', { hasText: '作業所' }).first().click();
    await page.getByRole('button', { name: '確認・提出' }).click();
    await page.getByText('必要な項目はそろっています').waitFor();
    assert.deepEqual(unexpected(), []);
    await close();
  });

  for (const [name, options] of Object.entries({ desk, phone })) {
    it(`has no barrier that can be found by a program (${name})`, async () => {
      const { page, close } = await visitor(options);
      const check = async (where) => {
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document));
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0].html]),
          [],
          where,
        );
      };
      await check('signing in');
      await signIn(page, moderator);
      await page.getByRole('heading', { name: '審査を待つ物件' }).waitFor();
      await check('the queue');
      await page.goto(`${url}/offer`);
      await fill(page, '試しの店舗');
      await page.getByText('必要な項目はそろっています').waitFor();
      await check('the last step');
      for (const each of ['建物・部屋', '賃料・契約', '写真と紹介', '立場と連絡先', '場所']) {
        await step(page, each);
        await page.getByRole('heading', { level: 1, name: each }).waitFor();
        await check(each);
      }
      await page.goto(`${url}/offer?account`);
      await page.getByRole('heading', { name: 'サインインの記録' }).waitFor();
      await check('the account');
      await close();
    });
  }
});
