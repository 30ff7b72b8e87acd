import { saveSetting } from '@extension/book/actions/settings';
import type { ChatState } from '@extension/messaging/chat-state';
import { onScreen } from '@extension/ui/guest';
import { Icon } from '@extension/ui/Icon';
import { Mark } from '@extension/ui/Mark';
import { Name } from '@extension/ui/Name';
import { platformName } from '@extension/ui/platform-name';
import { useWords } from '@extension/ui/words';
import { idTail, type KnownBuyer, shownName } from './known';
import { Menu } from './Menu';
import { StatusLine } from './StatusLine';
import { FindBuyer } from './search/FindBuyer';
import { usePanel } from './state/context';
import type { BuyerSubject, Subject } from './state/subject';

interface HeaderProps {
  readonly subject: Subject;
  /** What the book knows; null: nobody yet, undefined: not looked up yet. */
  readonly known: KnownBuyer | null | undefined;
}

const siteName = ({ label }: ChatState, lang: string) => (lang === 'en' ? label.en : label.zh);

/** Who, where, how sure; find; menu. */
export function Header({ subject, known }: HeaderProps) {
  const { t } = useWords();
  const { session } = usePanel();
  const menu = session.menuShown.value;
  const name = subject.kind === 'buyer' ? shownName(subject, known ?? null) : undefined;
  const titles = { today: t('panel.today'), unsure: t('panel.unsure') };
  // Looked up from a list while a chat may be open: one click leads back to where the seller was.
  const away = session.view.value.kind === 'buyer' && !session.form.value;
  return (
    <header class="head">
      <div class="head-line">
        {away ? (
          <button type="button" class="icon-button" aria-label={t('panel.back')} onClick={session.back}>
            <Icon name="back" size={20} />
          </button>
        ) : (
          <Mark />
        )}
        <h1 title={name === undefined ? undefined : onScreen(name)}>
          {subject.kind === 'buyer' ? <Name of={name ?? ''} /> : titles[subject.kind]}
        </h1>
        <Seat />
        <button
          type="button"
          class="icon-button"
          aria-expanded={menu}
          aria-label={t('panel.menu')}
          onClick={() => (session.menuShown.value = !menu)}
        >
          <Icon name="menu" size={20} />
        </button>
      </div>
      {menu && <Menu buyerId={known?.id ?? null} onLeave={() => (session.menuShown.value = false)} />}
      <StatusLine>{subject.kind === 'buyer' && <About subject={subject} known={known} />}</StatusLine>
      <FindBuyer />
    </header>
  );
}

/** Who is at the desk (J15): one click hands it to the next; what is recorded from then on carries that name. */
function Seat() {
  const { t } = useWords();
  const { session, settings } = usePanel();
  const { seatName: name, seatNames: names } = settings;
  if (names.length < 2) return name ? <span class="seat">{name}</span> : null;
  const next = names[(names.indexOf(name) + 1) % names.length] ?? '';
  const change = () =>
    void session.run(saveSetting(session.book, 'seatName', next), {
      key: 'panel.done.seat',
      params: { name: next },
    });
  return (
    <button type="button" class="seat" title={t('panel.seat.next', { name: next })} onClick={change}>
      {name || t('panel.seat')}
    </button>
  );
}

function About({ subject, known }: { readonly subject: BuyerSubject; readonly known: HeaderProps['known'] }) {
  const { t, lang } = useWords();
  const chat = usePanel().session.chat.value;
  const { platform, strength, where } = subject;
  const exact = strength === 'platform' || strength === 'url';
  const named = (id: string) => (chat?.adapterId === id ? siteName(chat, lang) : platformName(id, t));
  const parts: readonly (string | null)[] = [
    platform && named(platform),
    strength &&
      (exact && where ? t('panel.sure.id', { id: idTail(where.conversation) }) : t(`panel.sure.${strength}`)),
    ...(platform === null
      ? (known?.accounts.map((one) => `${named(one.platform)} ${idTail(one.key)}`) ?? [])
      : []),
    known ? t('panel.since', { day: known.since }) : known === null ? t('panel.newBuyer') : null,
  ];
  return (
    <>
      {[...new Set(parts)]
        .filter((part) => part !== null)
        .map((part) => (
          <span class="quiet" key={part} title={strength ? t(`panel.sure.${strength}`) : undefined}>
            {part}
          </span>
        ))}
    </>
  );
}
