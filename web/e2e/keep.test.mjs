/** Favourites on the device and their way to another one; the comparison; paper. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import decodeQR from 'qr/decode.js';
import { cards, desk, launch, listShown, open, phone, url } from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function visit(path, options, flow, kept = null) {
  const visitor = await open(browser, 'about:blank', options);
  try {
    if (kept !== null) {
      await visitor.page.addInitScript((items) => {
        if (sessionStorage.getItem('kept') !== null) return;
        sessionStorage.setItem('kept', 'once');
        localStorage.setItem('machikado.favourites', JSON.stringify({ v: 1, items }));
      }, kept);
    }
    if (path !== 'about:blank') await visitor.page.goto(url + path);
    await flow(visitor.page, visitor.faults);
  } finally {
    await visitor.close();
  }
}

const { items } = await (await fetch(`${url}/api/v1/listings?limit=60`)).json();
const ids = items.map((item) => item.id);
const keptFrom = (listings) =>
  listings.map(({ id, title, kind }, place) => ({ id, title, kind, keptAt: 1_760_000_000_000 - place }));
const gone = { id: '00000000001', title: '駅前のもと喫茶店', kind: 'shop', keptAt: 1 };
const heart = (scope) => scope.locator('button.favourites').first();
const rows = (page) => page.locator('#panel ol > li');

describe('favourites', () => {
  for (const [device, options] of Object.entries({ desk, phone })) {
    it(`are kept by the heart of a card and found again after a reload, ${device}`, () =>
      visit('/', options, async (page, faults) => {
        await listShown(page);
        const title = await cards(page).first().locator('.title').innerText();
        await heart(page.locator('#panel ol')).click();
        assert.equal(await heart(page.locator('#panel ol')).getAttribute('aria-pressed'), 'true');
        await page.getByText('お気に入りに入れました（1件）').waitFor({ state: 'attached' });
        await page.reload();
        await page.getByRole('link', { name: 'お気に入り（1件）' }).click();
        await page.waitForURL('**/favourites*');
        await rows(page).getByText(title).waitFor();
        assert.deepEqual(faults, []);
      }));
  }

  it('are reached, filled and emptied with the keyboard alone', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      await cards(page).first().focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      assert.equal(await heart(page.locator('#panel ol')).getAttribute('aria-pressed'), 'true');
      await page.getByRole('link', { name: 'お気に入り（1件）' }).focus();
      await page.keyboard.press('Enter');
      await cards(page).first().focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '元に戻す' }).focus();
      await page.keyboard.press('Enter');
      await cards(page).first().waitFor();
    }));

  it('that have ended are named as last known, and can be removed and put back', () =>
    visit(
      '/favourites',
      desk,
      async (page) => {
        // A listing that is not there any more answers 404; one that was let answers 410.
        await page.route(`**/api/v1/listings/${gone.id}`, (route) =>
          route.fulfill({ status: 410, contentType: 'application/problem+json', body: '{"status":410}' }),
        );
        await page.reload();
        await page.getByText('募集は終わりました').waitFor();
        await page.getByText(gone.title, { exact: true }).waitFor();
        await page.getByRole('button', { name: `${gone.title}を外す` }).click();
        await page.getByText(`「${gone.title}」を外しました`).first().waitFor();
        await page.getByRole('button', { name: '元に戻す' }).click();
        await page.getByText(gone.title, { exact: true }).waitFor();
      },
      [...keptFrom(items.slice(0, 1)), gone],
    ));

  it('say how to begin while there are none', () =>
    visit('/favourites', phone, async (page) => {
      await page.getByText('お気に入りはまだありません').waitFor();
      await page.getByRole('button', { name: '物件をさがす' }).click();
      await listShown(page);
    }));

  it('are the same in every tab', () =>
    visit('/', desk, async (page) => {
      await listShown(page);
      const other = await page.context().newPage();
      await other.goto(`${url}/favourites`);
      await other.getByText('お気に入りはまだありません').waitFor();
      await heart(page.locator('#panel ol')).click();
      await cards(other).first().waitFor();
      await heart(other.locator('#panel ol')).click();
      await page.waitForFunction(
        () => document.querySelector('#panel ol button.favourites').getAttribute('aria-pressed') === 'false',
      );
    }));

  it('last for the visit where nothing can be stored', () =>
    visit('about:blank', desk, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      });
      await page.goto(`${url}/`);
      await listShown(page);
      await heart(page.locator('#panel ol')).click();
      await page.getByRole('link', { name: 'お気に入り（1件）' }).click();
      await page.getByText('この端末では保存できません', { exact: false }).waitFor();
    }));
});

describe('another device', () => {
  it('reads the link from the QR code and takes over only what it is told to', async () => {
    let link = '';
    await visit(
      '/favourites',
      desk,
      async (page) => {
        await page.getByRole('button', { name: '別の端末に移す' }).click();
        const code = page.getByRole('img', { name: 'お気に入り3件を開くQRコード' });
        await page.locator('[data-qr]').waitFor();
        link = decodeQR(await pixels(page, code));
        assert.equal(link, await page.getByLabel('リンク', { exact: true }).inputValue());
      },
      keptFrom(items.slice(0, 3)),
    );
    assert.equal(link, `${url}/favourites?ids=${ids.slice(0, 3).join(',')}`);
    await visit(
      link.slice(url.length),
      phone,
      async (page) => {
        await page.getByText('別の端末から3件届いています').waitFor();
        await page.getByText('うち1件は、もうお気に入りにあります。', { exact: false }).waitFor();
        const before = await page.evaluate(() => localStorage.getItem('machikado.favourites'));
        assert.equal(JSON.parse(before).items.length, 2, 'nothing is taken over unasked');
        await page.getByRole('button', { name: '2件を取り込む' }).click();
        await page.waitForFunction(() => !location.search.includes('ids'));
        assert.equal(await rows(page).count(), 4);
      },
      keptFrom(items.slice(2, 4)),
    );
  });
});

/** The pixels of an element, as the reader of QR codes wants them. */
async function pixels(page, element) {
  const picture = (await element.screenshot()).toString('base64');
  const read = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/png;base64,${text}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    return { data: [...data], width, height };
  }, picture);
  return { ...read, data: new Uint8Array(read.data) };
}

describe('a comparison', () => {
  it('is gathered in the tray, up to four, and opens under a URL of its own', () =>
    visit('/', desk, async (page, faults) => {
      await listShown(page);
      const scales = page.locator('#panel ol button.compare');
      for (let place = 0; place < 5; place += 1) await scales.nth(place).click();
      await page.getByText('くらべる 4/4').waitFor();
      await page.getByText('4件までです', { exact: false }).first().waitFor();
      assert.equal(await scales.nth(4).getAttribute('aria-pressed'), 'false');
      await page
        .getByRole('region', { name: 'くらべる物件' })
        .getByRole('link', { name: 'くらべる' })
        .click();
      await page.waitForURL(`**/compare?ids=*`);
      await page.getByRole('table').waitFor();
      assert.equal(await page.locator('thead th').count(), 4);
      assert.deepEqual(faults, []);
    }));

  it('names every row and column for those who listen', () =>
    visit(`/compare?ids=${ids.slice(0, 3).join(',')}`, desk, async (page) => {
      await page.getByRole('table').waitFor();
      for (const name of [
        '賃料（月）',
        '契約時の合計',
        '坪単価',
        '用途地域',
        '建蔽率／容積率',
        '駅から',
        '取引態様',
      ]) {
        assert.equal(await page.getByRole('rowheader', { name }).count(), 1, name);
      }
      for (const { title } of items.slice(0, 3)) {
        assert.ok((await page.getByRole('columnheader', { name: title }).count()) > 0, title);
      }
      await page.locator('.best .word').first().waitFor();
    }));

  it('loses a column, and Back brings it back', () =>
    visit(`/compare?ids=${ids.slice(0, 3).join(',')}`, desk, async (page) => {
      await page.getByRole('button', { name: `${items[1].title}を表から外す` }).click();
      await page.waitForURL(`**/compare?ids=${ids[0]},${ids[2]}`);
      assert.equal(await page.locator('thead th').count(), 2);
      await page.goBack();
      await page.locator('thead th').nth(2).waitFor();
    }));

  it('scrolls sideways on a phone and keeps the names of its rows in sight', () =>
    visit(
      `/compare?ids=${ids.slice(0, 4).join(',')}`,
      { ...phone, viewport: { width: 320, height: 700 } },
      async (page) => {
        await page.locator('thead th').nth(3).waitFor();
        const scroller = page.locator('.scroller');
        await scroller.evaluate((element) => element.scrollTo(element.scrollWidth, 300));
        const name = await page.getByRole('rowheader', { name: '広さ', exact: true }).boundingBox();
        assert.equal(Math.round(name.x), 0);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      },
    ));

  it('asks the law about the business in its URL', () =>
    visit(`/compare?use=cafe_restaurant&ids=${ids.slice(0, 2).join(',')}`, desk, async (page) => {
      await page.getByRole('rowheader', { name: /用途の目安/ }).waitFor();
      await page.locator('tr[data-row=verdict] .mark').nth(1).waitFor();
    }));

  it('says what to do while nothing is chosen', () =>
    visit('/compare', phone, async (page) => {
      await page.getByText('くらべる物件がえらばれていません').waitFor();
    }));
});

describe('paper', () => {
  const print = async (page, name) => {
    const file = join(tmpdir(), `machikado-${name}.pdf`);
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    return file;
  };
  const about = (file) => execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const text = (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });

  for (const [device, options] of Object.entries({
    desk,
    'phone at night': { ...phone, colorScheme: 'dark' },
  })) {
    it(`gets a listing on one sheet with its map, sums, zone, date and source, ${device}`, () =>
      visit(`/listing/${ids[0]}?use=cafe_restaurant`, options, async (page) => {
        await page.evaluate(() => {
          window.print = () => {
            window.printed = true;
          };
        });
        await page.getByRole('button', { name: '印刷' }).click();
        await page.waitForFunction(() => window.printed === true);
        assert.match(await page.locator('.print-sheet .map img').getAttribute('src'), /^data:image\/png/);
        const file = await print(page, 'listing');
        assert.match(about(file), /Pages: +1\n/);
        assert.match(about(file), /A4/);
        const said = text(file);
        for (const part of [
          '契約時に必要な金額の目安',
          '容積率',
          '更新日',
          '合成データ',
          '出典',
          '用途の目安',
          ids[0],
        ]) {
          assert.ok(said.includes(part), `${part} in\n${said}`);
        }
        assert.ok(!said.includes('戻る') && !said.includes('リンクをコピー'), 'no controls on paper');
      }));
  }

  it('gets a comparison on A4 across', () =>
    visit(`/compare?ids=${ids.slice(0, 4).join(',')}`, desk, async (page) => {
      await page.locator('thead th').nth(3).waitFor();
      const file = await print(page, 'comparison');
      assert.match(about(file), /Page size: +841\.\d+ x 59[45]/);
      assert.ok(!text(file).includes('リンクをコピー'));
    }));
});
