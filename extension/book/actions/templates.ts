import { addDays } from '@shared/calendar/day';
import type { Place } from '@shared/records/fields';
import { derivedId, newId } from '@shared/records/id';
import type { Template } from '@shared/records/template';
import { neutralTemplate } from '@shared/text/template';
import type { Ack } from '../ack';
import { creating, removing, setting } from '../changes';
import type { OpenBook } from '../open';
import { meet, type Who } from '../who';
import { missing, momentOf, present } from './common';
import type { NewPicture } from './pictures';

/** A template as it is typed; the text under the variables of any language. */
export type TemplateInput = Pick<Template, 'title' | 'category' | 'text' | 'short' | 'promises' | 'language'>;

/** Pictures of a template: those that stay, and those pasted just now. */
export interface TemplatePictures {
  readonly kept: readonly string[];
  readonly fresh: readonly NewPicture[];
}

/** Writes a template (P22); `null` makes a new one. Its pictures come and go with the same action. */
export function saveTemplate(
  book: OpenBook,
  id: string | null,
  input: TemplateInput,
  pictures: TemplatePictures = { kept: [], fresh: [] },
): Promise<Ack> {
  return book.commit({
    name: 'save-template',
    plan: async () => {
      const stored = id === null ? null : await present(book, 'templates', id);
      if (id !== null && !stored) return missing('templates', id);
      const { id: freshId, at, by } = await momentOf(book);
      const templateId = stored?.id ?? freshId;
      const owner = { buyerId: null, about: 'templates', aboutId: templateId, takenAt: at, by };
      const added = pictures.fresh.map((picture) =>
        creating('pictures', newId(book.world), { ...owner, ...picture }),
      );
      const pictureIds = [...pictures.kept, ...added.map((change) => change.id)];
      const fields = { ...input, text: neutralTemplate(input.text), pictureIds };
      const gone = (stored?.pictureIds ?? []).filter((picture) => !pictures.kept.includes(picture));
      return {
        buyerId: null,
        changes: [
          stored
            ? setting('templates', stored.id, fields)
            : creating('templates', templateId, { ...fields, used: 0 }),
          ...added,
          ...gone.map((picture) => removing('pictures', picture)),
        ],
      };
    },
  });
}

/** Takes a template out of the book, with its pictures. */
export function removeTemplate(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'remove-template',
    plan: async () => {
      const template = await present(book, 'templates', id);
      if (!template) return missing('templates', id);
      return {
        buyerId: null,
        changes: [
          removing('templates', id),
          ...template.pictureIds.map((picture) => removing('pictures', picture)),
        ],
      };
    },
  });
}

/** The starter set in one language, one action; what is there already stays as it is. */
export function addStarterTemplates(
  book: OpenBook,
  starters: readonly (TemplateInput & { readonly key: string })[],
): Promise<Ack> {
  return book.commit({
    name: 'add-starter-templates',
    plan: async () => {
      const ids = starters.map(({ key, language }) => derivedId('template', language, key));
      const there = await book.db.templates.bulkGet(ids);
      return {
        buyerId: null,
        changes: starters.flatMap(({ key: _, ...input }, index) => {
          const old = there[index];
          if (old && !old.deleted) return [];
          const text = neutralTemplate(input.text);
          return [
            creating('templates', ids[index]!, { ...input, text, pictureIds: [], used: old?.used ?? 0 }),
          ];
        }),
      };
    },
  });
}

/** What was filled from a template, and for whom. */
export interface Taken {
  readonly who: Who;
  /** The words as they stand in the reply box. */
  readonly text: string;
  readonly where: Place | null;
}

/**
 * A template went into a reply box: it counts as used, and one that promises writes the promise, to be sent
 * (J2). Nobody becomes known by a greeting alone.
 */
export function takeTemplate(book: OpenBook, id: string, taken: Taken | null): Promise<Ack> {
  return book.commit({
    name: 'use-template',
    plan: async () => {
      const template = await present(book, 'templates', id);
      if (!template) return missing('templates', id);
      const used = setting('templates', id, { used: template.used + 1 });
      const { promises } = template;
      if (!promises || !taken) return { buyerId: null, changes: [used] };
      const met = await meet(book, taken.who);
      const { id: promiseId, at, day, by } = await momentOf(book);
      const { what, kind, inDays } = promises;
      const promise = creating('promises', promiseId, {
        buyerId: met.buyerId,
        what,
        kind,
        state: 'to-be-sent',
        due: inDays === null ? { on: 'open' } : { on: 'day', day: addDays(day, inDays) },
        quote: taken.text,
        saidAt: at,
        where: taken.where,
        cost: null,
        orderNumber: null,
        settledAt: null,
        settledOn: null,
        by,
        source: 'template',
      });
      return { buyerId: met.buyerId, changes: [...met.changes, promise, used] };
    },
  });
}
