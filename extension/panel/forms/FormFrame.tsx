import { FormFoot } from '@extension/ui/FormFoot';
import { formKeys } from '@extension/ui/form-keys';
import { onScreen } from '@extension/ui/guest';
import { type AnyKey, everyWord } from '@extension/ui/more';
import { useWords } from '@extension/ui/words';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { idTail } from '../known';
import { usePanel } from '../state/context';

interface FormFrameProps {
  readonly title: AnyKey;
  readonly subject: string;
  readonly children: ComponentChildren;
  /** A sentence saying why this can't be saved yet, or null. */
  readonly check: () => AnyKey | null;
  /** `ok: false` keeps the form with its text: it was refused, or it leaves by itself later. */
  readonly save: () => Promise<{ readonly ok: boolean }>;
  /** Second way to finish: put the words into the reply box and keep them as "to be sent". */
  readonly fill?: (() => Promise<void>) | undefined;
  /** What that button says, where it puts something else into the reply than what was written. */
  readonly fillLabel?: AnyKey;
  readonly onLeave: (saved: boolean) => void;
}

/** The frame all forms share: Enter saves, Esc leaves, an input method is left alone, a fault keeps the text. */
export function FormFrame({
  title,
  subject,
  children,
  check,
  save,
  fill,
  fillLabel,
  onLeave,
}: FormFrameProps) {
  const t = everyWord(useWords().t);
  const { session } = usePanel();
  const [fault, setFault] = useState<AnyKey | null>(null);
  const busy = useRef(false);
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => frame.current?.scrollIntoView?.({ block: 'nearest' }), []);
  const switched = session.switchedTo.value;
  const mine = session.form.value?.subject.where?.conversation ?? '';
  /** Under one and the same mask only the ids tell who is meant. */
  const told = (name: string, key: string) => (switched?.name === subject ? `${name} ${idTail(key)}` : name);

  async function finish(act: () => Promise<boolean>): Promise<void> {
    const wrong = check();
    setFault(wrong);
    if (wrong || busy.current) return;
    busy.current = true;
    try {
      if (await act()) onLeave(true);
    } finally {
      busy.current = false;
    }
  }
  const submit = () => finish(async () => (await save()).ok);

  return (
    <form
      ref={frame}
      class="form"
      aria-label={t(title)}
      {...formKeys({ save: submit, leave: () => onLeave(false) })}
    >
      <p class="form-title">
        <strong>{t(title)}</strong>{' '}
        <span class="quiet">{t('panel.form.for', { name: onScreen(subject) })}</span>
      </p>
      {switched && (
        <p class="notice" role="alert">
          {t('panel.form.switched', { name: told(switched.name, switched.key), mine: told(subject, mine) })}
        </p>
      )}
      {children}
      <FormFoot fault={fault} saveKey="↵" onLeave={() => onLeave(false)}>
        {fill && (
          <button
            type="button"
            onClick={() =>
              void finish(async () => {
                await fill();
                return false;
              })
            }
          >
            {t(fillLabel ?? 'panel.form.fill')}
          </button>
        )}
      </FormFoot>
    </form>
  );
}
