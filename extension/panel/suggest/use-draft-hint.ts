import { saveSetting } from '@extension/book/actions/settings';
import { HELD_BACK, redLineList } from '@extension/book/reads/red-lines';
import { setting } from '@extension/book/reads/settings';
import { type ShopRecordView, shopRecord } from '@extension/book/reads/shop-record';
import { type DraftHint, draftHints } from '@extension/chat/suggest';
import { useLive } from '@extension/ui/use-live';
import { orderPlatform } from '@shared/records/platform';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { usePanel } from '../state/context';

const NO_RECORD: ShopRecordView = { byKind: {}, openOn: {}, capacity: null };
const NONE: readonly DraftHint[] = [];

interface Drafting {
  /** What stands in the reply box; '' while another chat is open. */
  readonly draft: string;
  readonly platform: string | null;
  /** The seller's own newest message; undefined before the page was looked at, null where there is none. */
  readonly sent: { readonly text: string } | null | undefined;
}

/**
 * What to think of before the draft in the reply box is sent (J8): never blocks, and is kept nowhere. A sentence
 * that went out without what the hint was about is counted, as a number.
 */
export function useDraftHints({ draft, platform, sent }: Drafting): readonly DraftHint[] {
  const { session, settings } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const { currency } = settings;
  const list = useLive(() => redLineList(book), [book]);
  const [record, setRecord] = useState<ShopRecordView>(NO_RECORD);
  const writing = draft !== '';
  useEffect(() => {
    if (!writing) return;
    // Asked once for each draft: while it is written the shop's record stays what it is.
    let here = true;
    void shopRecord(book, today).then((found) => here && setRecord(found));
    return () => {
      here = false;
    };
  }, [book, writing, today]);
  const judge = useMemo(() => {
    const site = platform && orderPlatform(platform);
    return (text: string) =>
      list && text !== ''
        ? draftHints(text, { today, currency }, { platform: site, list, shop: record })
        : NONE;
  }, [list, platform, record, today, currency]);
  const hints = useMemo(() => judge(draft), [judge, draft]);

  const crossed = useRef(false);
  const before = useRef(sent);
  useEffect(() => {
    if (hints.length > 0) crossed.current = true;
  }, [hints]);
  useEffect(() => {
    const looked = before.current !== undefined;
    if (before.current === sent) return;
    before.current = sent;
    // What stood there at the first look was not written under this hint.
    if (!looked || !sent) return;
    const better = crossed.current && judge(sent.text).length === 0;
    crossed.current = false;
    if (better && !book.readOnly)
      void setting(book, HELD_BACK, 0).then((count) => saveSetting(book, HELD_BACK, count + 1));
  }, [book, sent, judge]);
  return hints;
}
