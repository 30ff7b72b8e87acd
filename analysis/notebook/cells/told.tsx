import type { WordKey } from '@shared/i18n';
import type { Params } from '@shared/i18n/translate';
import { useMemo } from 'preact/hooks';
import type { Behind } from '../../findings/rows/behind';
import type { Cell, CellViewProps } from '../cell';
import type { FigureConfig } from '../figures/chart';
import { Figure, type FigureSize } from '../figures/Figure';
import type { Theme } from '../figures/theme';
import { DataTable, type TableData } from '../page/DataTable';
import { Say } from '../text/Say';
import type { Writer } from '../text/writer';

/** A sentence by key, its numbers already written; or one that the review wrote. */
type Said =
  | {
      readonly k: WordKey;
      readonly params?: Params;
      /** The rows that a number counts, by the name of its parameter. */
      readonly rows?: Readonly<Partial<Record<string, Behind>>>;
    }
  | string;

/** What a cell says: up to three sentences, a figure with its numbers, a small table, remarks. */
export interface Told {
  readonly sentences: readonly Said[];
  readonly figure?: {
    readonly title: string;
    readonly subtitle: string;
    readonly size: FigureSize;
    readonly draw: (theme: Theme) => FigureConfig;
    readonly table: TableData;
  } | null;
  /** The numbers of the sentences lead here. */
  readonly table?: { readonly caption: string; readonly data: TableData } | null;
  readonly asides?: readonly Said[];
}

interface SentencesProps {
  readonly of: readonly Said[];
  /** Id of the table their numbers lead to where they have no rows. */
  readonly to: string | undefined;
  readonly writer: Writer;
}

function Sentences({ of, to, writer }: SentencesProps) {
  return (
    <>
      {of.map((said, index) => (
        <>
          {index > 0 && writer.gap}
          {typeof said === 'string' ? (
            said
          ) : (
            <Say
              writer={writer}
              k={said.k}
              params={said.params ?? {}}
              {...(said.rows ? { rows: said.rows } : {})}
              {...(to ? { to } : {})}
            />
          )}
        </>
      ))}
    </>
  );
}

interface ToldSpec<Result> extends Omit<Cell<Result>, 'View'> {
  readonly tell: (result: Result, writer: Writer) => Told;
}

/** A cell told by data alone: every one of them is drawn in the same way. */
export function toldCell<Result>({ tell, ...cell }: ToldSpec<Result>): Cell<Result> {
  const table = `${cell.name}-table`;
  const figure = `${cell.name}-figure`;
  function View({ result, writer }: CellViewProps<Result>) {
    // The figure is drawn again when `draw` changes: it must be the same for the same numbers.
    const told = useMemo(() => tell(result, writer), [result, writer]);
    const to = told.table ? table : told.figure ? figure : undefined;
    return (
      <>
        <p>
          <Sentences of={told.sentences} to={to} writer={writer} />
        </p>
        {told.figure && <Figure writer={writer} id={figure} {...told.figure} />}
        {told.table && <DataTable id={table} caption={told.table.caption} table={told.table.data} />}
        {told.asides && told.asides.length > 0 && (
          <p class="aside">
            <Sentences of={told.asides} to={undefined} writer={writer} />
          </p>
        )}
      </>
    );
  }
  return { ...cell, View };
}
