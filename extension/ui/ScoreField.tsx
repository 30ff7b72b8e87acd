import { useId } from 'preact/hooks';

const SCORES = ['1', '2', '3', '4', '5'] as const;

interface ScoreFieldProps {
  readonly label: string;
  /** '1' … '5', or '' for not asked. */
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** A score of 1–5 in one click, or by arrow keys; a second click on it takes it away again. */
export function ScoreField({ label, value, onValue }: ScoreFieldProps) {
  const id = useId();
  return (
    <div class="score" role="radiogroup" aria-labelledby={id}>
      <span class="score-label" id={id}>
        {label}
      </span>
      {SCORES.map((score) => (
        <label key={score}>
          <input
            type="radio"
            name={id}
            checked={value === score}
            onChange={() => onValue(score)}
            onClick={() => {
              if (value === score) onValue('');
            }}
          />
          <span class="score-box">{score}</span>
        </label>
      ))}
    </div>
  );
}
