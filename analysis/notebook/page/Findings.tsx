import type { Finding } from '../../review';
import type { Writer } from '../text/writer';

const MOST = 5;

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly writer: Writer;
}

/** What is worth saying, before everything else. */
export function Findings({ findings, writer }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">{writer.t('notebook.findings')}</h2>
      <ol>
        {findings.slice(0, MOST).map((finding) => (
          <li key={finding.key}>{finding.text}</li>
        ))}
      </ol>
    </section>
  );
}
