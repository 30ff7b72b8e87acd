import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './support/axe';
import { put, writeBookFile } from './support/book-file';
import { removeProfile } from './support/chromium';
import { type Counter, gotoReady, openCounter } from './support/counter';
import { buyerOf, heading, region, waitForText, what } from './support/panel';
import { dayIn } from './support/small-book';
import { rowsOf } from './support/storage';

/** From the words in the chat to the paper in the parcel: templates, a present for a mother, the packing table. */
const MOTHER = '8240318102263';
const STRANGER = '8240318204918';
const NUMBER = '261122-700000000000001';
const COURIER = 'YT7000000000001';

let folder: string;
let counter: Counter;
let packing: Page;

const now = new Date().toISOString();
const order = (number: string, courierNumber: string, at: string) => ({
  platform: 'pdd',
  number,
  buyerKey: null,
  buyerName: 'L***i',
  createdAt: at,
  paidAt: at,
  shippedAt: null,
  completedAt: null,
  status: 'paid' as const,
  paid: { minor: 12800, currency: 'CNY' },
  refund: null,
  refundUnknown: false,
  items: [
    { title: 'Celadon cup', sku: 'CUP', quantity: 2 },
    { title: 'Tea tray, bamboo', sku: 'TRAY', quantity: 1 },
  ],
  region: '',
  buyerMessage: '',
  sellerMemo: '',
  courierNumber,
});
const note = (fields: object) => ({
  buyerId: 'mei',
  orderNumber: null,
  standing: false,
  state: 'open' as const,
  notedAt: now,
  settledAt: null,
  by: 'owner',
  cardText: null,
  what: '',
  kind: 'other' as const,
  ...fields,
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-packing-'));
  const file = join(folder, 'book.json');
  const buyer = {
    attitude: '',
    source: '',
    grade: '',
    phone: '',
    address: '',
    tags: [],
    facts: [],
    caution: null,
  };
  const gift = {
    stockId: null,
    waitSeconds: null,
    waitExact: null,
    place: null,
    quote: '',
    where: null,
    cost: null,
  };
  await writeBookFile(file, [
    put('settings', 'setting:shopName', { key: 'shopName', value: 'Celadon House' }),
    put('buyers', 'mei', { ...buyer, name: 'Mei', since: dayIn(-90) }),
    put('orders', 'o1', order(NUMBER, COURIER, now)),
    put('orders', 'o2', order('261121-700000000000002', '', new Date(Date.now() - 86_400_000).toISOString())),
    put('orderLinks', 'l1', { platform: 'pdd', number: NUMBER, buyerId: 'mei', how: 'seen', linkedAt: now }),
    put('packing', 'n1', note({ what: 'wrap the cups twice', kind: 'wrap' })),
    put('packing', 'n2', note({ what: 'a card', kind: 'card', cardText: 'Thank you for choosing us, Mei.' })),
    put('gifts', 'g1', {
      ...gift,
      buyerId: 'mei',
      what: 'silk scarf',
      kind: 'surprise',
      state: 'to-pack',
      reason: '',
      saidAt: now,
      saidOn: dayIn(0),
      orderNumber: NUMBER,
      settledAt: null,
      by: 'owner',
    }),
  ]);
  counter = await openCounter({ lang: 'en', book: file });
}, 180_000);

afterAll(async () => {
  await counter?.close();
  if (counter) await removeProfile(counter.keeper.profile);
  await rm(folder, { recursive: true, force: true });
});

async function openBuyer(uid: string): Promise<void> {
  await counter.page.open(uid);
  await expect.poll(() => buyerOf(counter.panel)).toContain(uid);
}

async function slash(typed: string): Promise<void> {
  const { panel } = counter;
  await heading(panel).click();
  await panel.keyboard.press('/');
  await expect
    .poll(() => panel.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('combobox');
  await panel.keyboard.type(typed);
}

describe('words at hand', () => {
  test('a shop without any is offered a set; Esc leaves', async () => {
    const { panel } = counter;
    await openBuyer(STRANGER);
    await slash('');
    const dialog = panel.getByRole('dialog', { name: 'Words at hand' });
    await dialog.getByRole('button', { name: 'Add the starter set' }).click();
    await expect.poll(() => dialog.getByRole('option').count()).toBe(9);
    await panel.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
  });

  test('typing narrows, Enter puts the words into the reply box and sends nothing', async () => {
    const { page } = counter;
    const sent = (await page.sent()).length;
    await slash('looking');
    await counter.panel.keyboard.press('Enter');
    await expect.poll(() => page.draft()).toContain('thank you for having a look');
    expect(await page.draft()).not.toMatch(/[{}*]/);
    expect((await page.sent()).length).toBe(sent);
    expect(await rowsOf(counter.options, 'promises')).toEqual([]);
  });

  test('words that promise write the promise, to be sent; seen as sent it counts', async () => {
    const { page, panel } = counter;
    await openBuyer(MOTHER);
    await slash('de');
    await waitForText(panel.getByRole('dialog'), /records the promise: ship within two days/);
    await panel.keyboard.press('Enter');
    await expect.poll(() => page.draft()).toContain('ships within two days');
    await waitForText(region(panel, 'You owe'), /ship within two days/);
    await waitForText(region(panel, 'You owe'), /To be sent/);
    await page.reply(await page.draft());
    await expect
      .poll(() => region(panel, 'You owe').innerText(), { timeout: 10_000 })
      .not.toContain('To be sent');
  });
});

describe('a present for somebody else', () => {
  test('with nothing written Enter asks the buyer; what was answered goes onto the card', async () => {
    const { page, panel } = counter;
    await openBuyer(STRANGER);
    await heading(panel).click();
    await panel.keyboard.press('r');
    await expect.poll(() => what(panel).evaluate((field) => field === document.activeElement)).toBe(true);
    await panel.keyboard.press('Enter');
    // What was filled before still stands in the box.
    await panel.getByRole('button', { name: 'Put in its place' }).click();
    await expect.poll(() => page.draft()).toContain('to whom it goes');
    await heading(panel).click();
    await panel.keyboard.press('r');
    await what(panel).fill('Happy birthday, Mum');
    await panel.getByRole('textbox', { name: 'To whom' }).fill('Mum');
    await panel.getByRole('textbox', { name: 'Signed' }).fill('Lin');
    await panel.getByRole('textbox', { name: 'Signed' }).press('Enter');
    await waitForText(region(panel, 'Packing'), /Present to Mum/);
  });
});

describe('the packing table', () => {
  test('says how many have something to remember, and marks what must not stay', async () => {
    packing = await counter.keeper.context.newPage();
    await packing.setViewportSize({ width: 900, height: 1200 });
    await gotoReady(packing, counter.keeper.page('packing.html?lang=en'));
    const text = () => packing.evaluate(() => document.body.innerText);
    await expect.poll(text).toContain('something to remember');
    expect(await text()).toMatch(/4 parcels, 3 have something to remember/);
    expect(await text()).toContain("today's order");
    expect(await text()).toContain('1 left from an earlier day');
    expect(await seriousViolations(packing)).toEqual([]);
  });

  test('a scan shows what is special in huge type; nothing special and unknown are said plainly', async () => {
    const result = packing.getByRole('status');
    await packing.keyboard.type(COURIER);
    await packing.keyboard.press('Enter');
    await waitForText(result, /wrap the cups twice/);
    expect(await result.innerText()).toContain('silk scarf');
    const size = await result
      .getByText('wrap the cups twice')
      .evaluate((one) => Number.parseInt(getComputedStyle(one).fontSize, 10));
    expect(size).toBeGreaterThanOrEqual(28);
    await packing.keyboard.type('261121-700000000000002');
    await packing.keyboard.press('Enter');
    await waitForText(result, /Nothing special/);
    await packing.keyboard.type('99-1');
    await packing.keyboard.press('Enter');
    await waitForText(result, /99-1 is not known here/);
    await packing.keyboard.press('Escape');
    await expect.poll(() => result.count()).toBe(0);
  });

  test.each(['a4', 'a6', '100x150', '76x130', '60x40'])(
    'slips and cards come out on %s, the surprise on none',
    async (size) => {
      await packing.evaluate(() => {
        window.print = () => undefined;
      });
      await packing.getByRole('combobox', { name: 'Paper' }).selectOption(size);
      await packing.getByRole('button', { name: /Print slips/ }).click();
      const slips = packing.locator('.slip-sheet');
      await expect.poll(() => slips.count()).toBe(2);
      const text = await packing.evaluate(() =>
        [...document.querySelectorAll('.slip-sheet')].map((one) => one.textContent).join(),
      );
      expect(text).toContain('Celadon cup');
      expect(text).not.toContain('silk scarf');
      expect(text).not.toContain('wrap the cups');
      const pdf = await packing.pdf({ preferCSSPageSize: true });
      expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
      const [width, height] = SIZES[size]!;
      const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf.toString('latin1'));
      expect(Math.abs(Number(box?.[1]) - (width * 72) / 25.4)).toBeLessThan(1.5);
      expect(Math.abs(Number(box?.[2]) - (height * 72) / 25.4)).toBeLessThan(1.5);
      await packing.getByRole('button', { name: /Print cards/ }).click();
      await expect.poll(() => packing.locator('.card-sheet').count()).toBe(2);
      expect(await packing.locator('.card-sheet').last().textContent()).toMatch(/To Mum|Thank you/);
    },
  );

  test('the paper is remembered', async () => {
    await packing.reload();
    await packing.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    expect(await packing.getByRole('combobox', { name: 'Paper' }).inputValue()).toBe('60x40');
  });
});

const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  a4: [210, 297],
  a6: [105, 148],
  '100x150': [100, 150],
  '76x130': [76, 130],
  '60x40': [60, 40],
};

describe('the shop’s own words', () => {
  test('red lines and gift stock are tabs of the shop; a hint names the words and why', async () => {
    const shop = await counter.keeper.context.newPage();
    await gotoReady(shop, counter.keeper.page('shop.html?lang=en#redlines'));
    await shop.getByRole('textbox', { name: 'Try a sentence' }).fill('5 star review and get cash back');
    await expect
      .poll(() => shop.evaluate(() => document.body.innerText))
      .toContain('platforms fine money for praise');
    expect(await seriousViolations(shop)).toEqual([]);
    await shop.goto(counter.keeper.page('shop.html?lang=en#giftstock'));
    await shop.getByRole('button', { name: 'Add a gift' }).click();
    await shop.getByRole('textbox', { name: 'Gift' }).fill('silk scarf');
    await shop.getByRole('textbox', { name: 'In stock' }).fill('5');
    await shop.getByRole('textbox', { name: 'Cost' }).fill('9.5');
    await shop.keyboard.press('Enter');
    await expect.poll(() => shop.evaluate(() => document.body.innerText)).toContain('On the shelf: ¥47.5');
    await shop.goto(counter.keeper.page('shop.html?lang=en#templates'));
    await expect.poll(() => shop.getByRole('button', { name: /^Edit: / }).count()).toBe(10);
    await shop.getByRole('button', { name: 'Edit: Hello' }).click();
    await shop
      .getByLabel('Pictures')
      .locator('input[type=file]')
      .setInputFiles('test/fixtures/pictures/panel.png');
    await shop.getByRole('img', { name: 'Picture 1' }).waitFor();
    await shop.getByRole('textbox', { name: 'Title' }).fill('Good day');
    await shop.keyboard.press('Control+Enter');
    await shop.getByRole('button', { name: 'Edit: Good day' }).waitFor();
    expect(await seriousViolations(shop)).toEqual([]);
    await shop.close();
  });

  test('a picture is kept small, and goes to the clipboard when its words are filled', async () => {
    const { page, panel } = counter;
    const [picture] = await rowsOf(counter.options, 'pictures');
    expect(picture).toMatchObject({ about: 'templates', mime: 'image/jpeg' });
    expect(String(picture?.data).length).toBeLessThanOrEqual(800_000);
    await counter.chat.bringToFront();
    await openBuyer(MOTHER);
    await slash('good day');
    await panel.getByRole('button', { name: 'Copy picture 1' }).waitFor();
    await panel.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Put in its place' }).click();
    await expect.poll(() => page.draft()).toContain('take your time');
    await waitForText(panel.locator('.toasts'), /picture is on the clipboard/);
  });
});
