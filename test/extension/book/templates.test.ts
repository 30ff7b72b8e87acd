import { addPicture, type NewPicture, removePicture } from '@extension/book/actions/pictures';
import {
  addStarterTemplates,
  removeTemplate,
  saveTemplate,
  type TemplateInput,
  takeTemplate,
} from '@extension/book/actions/templates';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { picturesAbout, picturesNamed } from '@extension/book/reads/pictures';
import { redLineList } from '@extension/book/reads/red-lines';
import { templates } from '@extension/book/reads/templates';
import { starterTemplates } from '@extension/panel/words/starters';
import { LANGS, translator } from '@shared/i18n';
import { defaultRedLines } from '@shared/red-lines/defaults';
import { redLinesIn } from '@shared/red-lines/scan';
import { fillTemplate, neutralTemplate } from '@shared/text/template';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, refusal } from './desk';

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => book.close());

const input: TemplateInput = {
  title: '发货告知',
  category: 'shipped',
  text: '{称呼}，包裹发走了',
  short: 'fh',
  promises: null,
  language: 'zh-CN',
};
const dot: NewPicture = { mime: 'image/png', data: 'aGVsbG8=', width: 1, height: 1 };
const idOf = (action: { readonly changes: readonly { readonly table: string; readonly id: string }[] }) =>
  action.changes.find(({ table }) => table === 'templates')?.id ?? '';

describe('a template', () => {
  it('is kept under neutral variables, in whatever language it was typed', async () => {
    done(await saveTemplate(book, null, input));
    expect((await templates(book))[0]).toMatchObject({ text: '{call}，包裹发走了', used: 0, pictureIds: [] });
  });

  it('brings its pictures, changes them and takes them along, each as one action', async () => {
    const id = idOf(done(await saveTemplate(book, null, input, { kept: [], fresh: [dot, dot] })));
    const [template] = await templates(book);
    expect(await picturesNamed(book, template?.pictureIds ?? [])).toHaveLength(2);
    const kept = template?.pictureIds.slice(0, 1) ?? [];
    const changed = done(await saveTemplate(book, id, { ...input, title: '已发货' }, { kept, fresh: [] }));
    expect(await picturesAbout(book, id)).toHaveLength(1);
    done(await undo(book, changed.id));
    expect((await templates(book))[0]).toMatchObject({ title: '发货告知' });
    expect(await picturesAbout(book, id)).toHaveLength(2);
    const removed = done(await removeTemplate(book, id));
    expect(await templates(book)).toEqual([]);
    expect(await picturesAbout(book, id)).toEqual([]);
    done(await undo(book, removed.id));
    expect(await picturesAbout(book, id)).toHaveLength(2);
  });

  it('that is not in the book is refused', async () => {
    expect(refusal(await saveTemplate(book, 'gone', input))).toBe('not-found');
    expect(refusal(await takeTemplate(book, 'gone', null))).toBe('not-found');
  });

  it('counts how often it was taken; the most used comes first; a greeting makes nobody known', async () => {
    done(await saveTemplate(book, null, input));
    const id = idOf(done(await saveTemplate(book, null, { ...input, title: '招呼' })));
    done(await takeTemplate(book, id, { who: anna, text: '您好', where: null }));
    expect((await templates(book)).map(({ title, used }) => [title, used])).toEqual([
      ['招呼', 1],
      ['发货告知', 0],
    ]);
    expect(await book.db.buyers.count()).toBe(0);
  });

  it('that promises writes the promise, to be sent, in the words that were filled; one undo takes both back', async () => {
    const promises = { what: '两天内发货', kind: 'ship', inDays: 2 } as const;
    const id = idOf(done(await saveTemplate(book, null, { ...input, promises })));
    const where = { platform: 'pdd', conversation: '10086' };
    const action = done(await takeTemplate(book, id, { who: anna, text: '两天内给您发出', where }));
    const [promise] = await book.db.promises.toArray();
    expect(promise).toMatchObject({
      what: '两天内发货',
      state: 'to-be-sent',
      due: { on: 'day', day: '2026-11-24' },
      quote: '两天内给您发出',
      source: 'template',
    });
    expect(action.buyerId).toBe(promise?.buyerId);
    done(await undo(book, action.id));
    expect((await templates(book))[0]?.used).toBe(0);
    expect((await book.db.promises.toArray())[0]?.deleted).toBe(true);
  });
});

describe('a picture of a record', () => {
  it('comes and goes, and undo brings it back; one of nothing is refused', async () => {
    const id = idOf(done(await saveTemplate(book, null, input)));
    const owner = { buyerId: null, about: 'templates', aboutId: id } as const;
    const added = done(await addPicture(book, owner, dot));
    const pictureId = added.changes[0]?.id ?? '';
    const removed = done(await removePicture(book, pictureId));
    expect(await picturesAbout(book, id)).toEqual([]);
    done(await undo(book, removed.id));
    expect(await picturesAbout(book, id)).toHaveLength(1);
    expect(refusal(await addPicture(book, { ...owner, aboutId: 'gone' }, dot))).toBe('not-found');
  });
});

describe.each(LANGS)('the starter set in %s', (lang) => {
  const starters = starterTemplates(lang, translator(lang));

  it('is added once, and what is there stays', async () => {
    done(await addStarterTemplates(book, starters));
    done(await addStarterTemplates(book, starters));
    const all = await templates(book);
    expect(all).toHaveLength(10);
    expect(new Set(all.map(({ category }) => category))).toEqual(
      new Set([
        'greeting',
        'thanks',
        'farewell',
        'apology',
        'delay',
        'shipped',
        'card',
        'visit',
        'complaint',
      ]),
    );
  });

  it('reads well for a stranger: no variable is left, nothing needs a word that is not known', () => {
    for (const { text } of starters) {
      const filled = fillTemplate(text, { call: translator(lang)('panel.say.call') });
      expect(filled.missing, text).toEqual([]);
      expect(filled.text).not.toMatch(/[{}[\]]/);
    }
  });

  it('uses only variables there are', () => {
    for (const { text } of starters) {
      const neutral = neutralTemplate(text);
      const names = [...neutral.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
      for (const name of names)
        expect(['call', 'ahead', 'waited', 'gift', 'date', 'promised']).toContain(name);
    }
  });

  it('crosses no red line', async () => {
    const list = await redLineList(book);
    expect(list).toEqual(defaultRedLines);
    for (const { text, title } of starters) {
      expect(redLinesIn(`${title}\n${text}`, { platform: null, list }), text).toEqual([]);
    }
  });
});
