import { takeTemplate } from '@extension/book/actions/templates';
import { findBuyer } from '@extension/book/reads/accounts';
import { type BuyerView, buyerView } from '@extension/book/reads/buyer';
import { picturesNamed } from '@extension/book/reads/pictures';
import { useMore } from '@extension/ui/more';
import { copyPicture } from '@extension/ui/pictures';
import { useLive } from '@extension/ui/use-live';
import type { Picture } from '@shared/records/picture';
import type { Template } from '@shared/records/template';
import { fillTemplate, type TemplateKey, type TemplateValues } from '@shared/text/template';
import { knownOf, shownName } from '../known';
import { openWaiting, waitingOf } from '../queue/waiting';
import { usePanel } from '../state/context';
import { identityOf } from '../state/subject';
import { fallbackWords, templateValues } from './values';

/** A template as this buyer would read it. */
export interface Filled {
  readonly text: string;
  /** Variables for which a word of the dictionary stands in. */
  readonly missing: readonly TemplateKey[];
}

export interface WordsAtHand {
  readonly filled: (template: Pick<Template, 'text'>) => Filled;
  readonly take: (template: Template) => Promise<void>;
  readonly copy: (picture: Picture) => Promise<void>;
}

/** Templates as they read for the buyer shown, and what happens when one is taken. */
export function useWordsAtHand(): WordsAtHand {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const subject = session.subject.value;
  const who = subject.kind === 'buyer' ? subject.who : null;
  async function look(): Promise<BuyerView | null> {
    if (!who) return null;
    const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
    return buyerId ? buyerView(book, buyerId) : null;
  }
  const seen = useLive(look, [book, who && identityOf(who)]);

  function filledFor(view: BuyerView | null, { text }: Pick<Template, 'text'>): Filled {
    const values: TemplateValues = templateValues(
      {
        name: subject.kind === 'buyer' ? shownName(subject, knownOf(view)) : '',
        view,
        waiting:
          subject.kind === 'buyer' ? openWaiting(waitingOf(session.chat.value, session.now.value)) : null,
        today: session.today.value,
      },
      lang,
      t,
    );
    return fillTemplate(text, values, fallbackWords(t));
  }

  async function copy(picture: Picture): Promise<void> {
    try {
      await copyPicture(picture);
      session.say({ key: 'templates.pictureCopied', undoes: null, tone: 'done' });
    } catch {
      session.trouble('templates.pictureRefused');
    }
  }

  /** Fills first: what could not be put on its way to the buyer is neither used nor promised. */
  async function take(template: Template): Promise<void> {
    // A quick hand is faster than the file: the words wait for what the book knows of the buyer.
    const { text } = filledFor(await look(), template);
    const where = subject.kind === 'buyer' ? subject.where : null;
    const pictures = await picturesNamed(book, template.pictureIds);
    await session.fill(text, async (line) => {
      const action = takeTemplate(book, template.id, who && { who, text, where });
      const isFilled = line.key === 'panel.fill.done';
      const { promises } = template;
      if (promises && who) {
        const what = promises.what;
        await session.run(action, isFilled ? { key: 'templates.filledPromise', params: { what } } : line);
      } else {
        const ack = await action;
        if (!ack.ok) session.trouble(`records.refused.${ack.reason}`, { detail: ack.detail });
        else if (isFilled) session.say({ ...line, undoes: null, tone: 'done' });
      }
      const [first] = pictures;
      if (first && isFilled) await copy(first);
    });
  }
  return { filled: (template) => filledFor(seen ?? null, template), take, copy };
}
