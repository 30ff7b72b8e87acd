// @vitest-environment happy-dom

import { editBuyer } from '@extension/book/actions/buyers';
import { addNote } from '@extension/book/actions/notes';
import { recordPromise } from '@extension/book/actions/promises';
import { saveSetting } from '@extension/book/actions/settings';
import { saveSite } from '@extension/book/actions/sites';
import { diagnosticsOf } from '@extension/pages/options/diagnostics';
import { expect, it } from 'vitest';
import { anna, done, freshBook, promiseOf } from '../book/desk';

const CANARIES = [
  'canaryname',
  '13800138000',
  'canarytext',
  'canaryquote',
  'canaryaddress',
  'canary.example',
  'canaryshop',
];

it('the report of the health page holds nobody’s words', async () => {
  const book = await freshBook();
  const who = {
    account: { ...('account' in anna ? anna.account : {}), displayName: 'canaryname' },
  } as typeof anna;
  done(await addNote(book, who, 'canarytext'));
  done(await recordPromise(book, who, promiseOf({ what: 'canarytext', quote: 'canaryquote' })));
  done(await editBuyer(book, who, { phone: '13800138000', address: 'canaryaddress' }));
  done(await saveSetting(book, 'shopName', 'canaryshop'));
  done(await saveSetting(book, 'canaryshop:rule', 'canaryshop'));
  done(await saveSetting(book, 'currency', 'CNY'));
  done(await saveSite(book, { id: 'canary.example', label: 'canaryname' }));
  const seen = { examined: null, used: 1, room: 2, persisted: true, journal: null };
  const report = await diagnosticsOf(book, seen);
  const text = JSON.stringify(report);
  for (const canary of CANARIES) expect(text).not.toContain(canary);
  const ids = [...(await book.db.buyers.toArray()), ...(await book.db.actions.toArray())].map(({ id }) => id);
  for (const id of ids) expect(text).not.toContain(id);
  expect(report).toMatchObject({
    book: { rows: { notes: 1, promises: 1 }, deeds: { 'add-note': 1, 'record-promise': 1 } },
    settings: { count: 3, told: { currency: 'CNY' } },
  });
  book.close();
});
