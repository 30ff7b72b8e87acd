import { join } from 'node:path';
import { type Lang, translator } from '@shared/i18n';
import type { Page } from 'playwright-core';
import { type Counter, gotoReady } from '../../e2e/support/counter';
import { CAST } from '../../shop/cast';

const READY_MS = 15_000;

/** Says what it waits for when it does not come. */
async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited ${READY_MS / 1000} s for ${what}.`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/**
 * A short evening through the real panel: the returning buyer's debt is put into the reply box, a promise is
 * recorded, a waiting buyer gets an apology with a gift, the parcel is packed. Pictures go to `out`.
 *
 * @returns The lines of the summary.
 */
export async function playEvening(counter: Counter, lang: Lang, out: string): Promise<string[]> {
  const { panel, page, chat, keeper } = counter;
  const t = translator(lang);
  const heading = panel.getByRole('heading', { level: 1 });
  const shot = (shown: Page, name: string) => shown.screenshot({ path: join(out, `${name}.png`) });
  const owed = panel.getByRole('region', { name: t('panel.region.owe'), exact: true });
  const open = async (uid: string) => {
    await page.open(uid);
    await until('the panel to follow', async () =>
      ((await panel.locator('[data-buyer]').getAttribute('data-buyer')) ?? '').includes(uid),
    );
  };
  await shot(panel, '1-today');
  const returning = castUid('returning');
  const waiting = castUid('ship');

  await open(returning);
  await owed.getByRole('listitem').first().waitFor();
  const debt = (await owed.getByRole('listitem').first().locator('strong').innerText()).trim();
  await shot(panel, '2-you-owe');
  await heading.click();
  await panel.keyboard.press('f');
  await until('the reply box to hold the debt', async () => (await page.draft()) !== '');
  const reply = await page.draft();
  await shot(chat, '3-reply-filled');

  await heading.click();
  await panel.keyboard.press('p');
  const what = panel.getByRole('textbox', { name: t('panel.form.what') });
  const promised = lang === 'en' ? 'Two celadon cups, shipped by Friday' : '两只青釉杯，周五前发出';
  await what.fill(promised);
  await shot(panel, '4-promise');
  await panel.keyboard.press('Enter');
  await owed.getByText(promised).waitFor();

  await open(waiting);
  await heading.click();
  await panel.keyboard.press('g');
  await what.fill(lang === 'en' ? 'osmanthus tea sample' : '桂花茶小样');
  await panel.getByRole('textbox', { name: t('panel.form.cost') }).fill('2.5');
  await shot(panel, '5-apology');
  await panel.keyboard.press('Enter');
  await until('the apology in the reply box', async () => (await page.draft()) !== '');
  const apology = await page.draft();
  await shot(chat, '6-apology-filled');
  await page.reply(apology);
  await until(
    'the gift to count',
    async () => !(await owed.innerText()).includes(t('records.gift.state.to-be-sent')),
  );

  const packing = await keeper.context.newPage();
  await gotoReady(packing, keeper.page(`packing.html?lang=${lang}`));
  const parcel = packing.getByRole('checkbox').first();
  await parcel.waitFor();
  await parcel.click();
  await packing.getByRole('checkbox', { checked: true }).first().waitFor();
  await shot(packing, '7-packing');
  const parcels = await packing.getByRole('checkbox').count();
  await packing.close();
  await saveBook(counter, lang, join(out, 'book-after.json'));
  const notebook = await keeper.context.newPage();
  await gotoReady(notebook, keeper.page(`notebook.html?lang=${lang}`));
  await notebook.locator('canvas').first().waitFor();
  await notebook.screenshot({ path: join(out, '8-weekly-review.png') });
  await notebook.close();
  return lang === 'en'
    ? [
        'One evening in the practice shop, played through the real side panel:',
        `  owed first        ${debt}`,
        `  put in the reply  ${reply}`,
        `  promised          ${promised}`,
        `  apology           ${apology}`,
        `  packing table     ${parcels} parcels, one ticked`,
        `  sent by us        nothing: the seller's own click sends`,
        `  pictures          ${out}/*.png`,
        '',
      ]
    : [
        '练习店铺的一晚，都是从真的侧栏里做的：',
        `  先说欠着的    ${debt}`,
        `  填进回复框    ${reply}`,
        `  又答应了      ${promised}`,
        `  久等致歉      ${apology}`,
        `  打包台        ${parcels} 个包裹，勾了一个`,
        '  替你发出的    没有：只填不发',
        `  截图          ${out}/*.png`,
        '',
      ];
}

function castUid(part: (typeof CAST)[number]['part']): string {
  const role = CAST.find((one) => one.part === part);
  if (!role) throw new Error(`The practice shop has no buyer who plays '${part}'.`);
  return role.person.uid;
}

/** The book as the evening left it, through the settings page's own button. */
async function saveBook({ panel }: Counter, lang: Lang, path: string): Promise<void> {
  const t = translator(lang);
  // Files go to the driver that connected last, and that is the panel's.
  const settings = panel
    .context()
    .pages()
    .find((page) => page.url().includes('/options.html'));
  if (!settings) throw new Error('The settings page is not open.');
  await settings.bringToFront();
  await settings.getByRole('button', { name: t('options.backup.save') }).click();
  const [file] = await Promise.all([
    settings.waitForEvent('download'),
    settings.getByRole('button', { name: t('options.backup.saveOpen') }).click(),
  ]);
  await file.saveAs(path);
}
