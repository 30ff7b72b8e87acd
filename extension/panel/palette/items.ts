import type { AnyKey, AnyTranslate } from '@extension/ui/more';
import type { Template } from '@shared/records/template';
import { ACTS, MORE_ACTS } from '../buyer/ActionBar';
import { SECTIONS } from '../state/sections';
import type { DeskScreen, Session } from '../state/session';

/** Something the list can do, in the form in which templates are found: by title, sound and letters. */
export interface Item {
  readonly id: string;
  readonly title: string;
  /** Letters that mean it at once. */
  readonly short: string;
  readonly text: string;
  /** How lately it was done: more is later. */
  readonly used: number;
  readonly kind: 'act' | 'go' | 'section' | 'words' | 'buyer';
  readonly run: () => void;
}

interface Deps {
  readonly session: Session;
  readonly t: AnyTranslate;
  /** Does what a letter stands for. */
  readonly press: (letter: string) => void;
  readonly templates: readonly Template[];
  /** What was done from here before, the newest last. */
  readonly recent: readonly string[];
}

/** Acts on the buyer shown that have a letter and no form. */
const LETTERS: readonly (readonly [string, AnyKey])[] = [
  ['f', 'panel.keys.fill'],
  ['a', 'panel.act.apology'],
  ['j', 'panel.keys.answer'],
  ['t', 'panel.keys.tell'],
  ['z', 'panel.keys.putOff'],
  ['m', 'panel.keys.prepared'],
];
const SCREENS: readonly DeskScreen[] = ['closing', 'recent', 'memos', 'teach'];
const PAGES = ['packing', 'notebook', 'shop', 'options'] as const;

/** Everything that can be done from where the panel stands now. */
export function itemsOf({ session, t, press, templates, recent }: Deps): readonly Item[] {
  const ofBuyer = session.subject.value.kind === 'buyer';
  const item = (kind: Item['kind'], id: string, title: string, run: () => void, short = ''): Item => ({
    id: `${kind}:${id}`,
    title,
    short,
    text: '',
    used: recent.lastIndexOf(`${kind}:${id}`) + 1,
    kind,
    run,
  });
  const page = (path: string) => () => {
    window.open(path, '_blank', 'noopener');
  };
  const acts = [
    ...[...ACTS, ...MORE_ACTS].map(({ letter, word }) => [letter.toLowerCase(), word] as const),
    ...LETTERS,
  ].map(([letter, word]) => item('act', letter, t(word), () => press(letter)));
  const sections = SECTIONS.map((name) =>
    item('section', name, t(`panel.region.${name}`), () => openSection(t(`panel.region.${name}`))),
  );
  return [
    ...(ofBuyer ? acts : []),
    item('act', 'undo', t('finder.palette.undo'), () => void session.undoLast()),
    item('go', 'today', t('panel.menu.today'), () => (session.view.value = { kind: 'today' })),
    item('go', 'follow', t('panel.menu.follow'), () => (session.view.value = { kind: 'follow' })),
    ...SCREENS.map((screen) =>
      item('go', screen, t(`panel.menu.${screen}`), () => (session.desk.value = screen)),
    ),
    item('go', 'keys', t('panel.keys'), () => (session.keysShown.value = true)),
    item('go', 'words', t('panel.words'), session.openWords),
    ...PAGES.map((name) => item('go', name, t(`panel.menu.${name}`), page(`/${name}.html`))),
    item('go', 'imports', t('finder.palette.imports'), page('/shop.html#imports')),
    item('go', 'export', t('finder.palette.export'), page('/shop.html#imports')),
    ...(ofBuyer ? sections : []),
    ...templates.map((template) => ({
      ...item('words', template.id, template.title, () => {
        session.wordsTyped.value = { text: template.title, enter: true };
        session.wordsShown.value = true;
      }),
      short: template.short,
      text: t(`templates.category.${template.category}`),
    })),
  ];
}

/** Opens a region of the buyer shown; one without content is not on the screen. */
function openSection(title: string): void {
  for (const heading of document.querySelectorAll('.section h2')) {
    if (heading.textContent !== title) continue;
    const details = heading.closest('details');
    if (details) details.open = true;
    heading.closest('summary')?.focus();
    heading.scrollIntoView({ block: 'start' });
  }
}
