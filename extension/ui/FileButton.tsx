/** A button that lets a file be chosen. The browser's own field speaks the browser's language, not the reader's. */
export function FileButton({
  label,
  accept,
  disabled = false,
  onFile,
}: {
  readonly label: string;
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}) {
  return (
    <label class={disabled ? 'button disabled' : 'button'}>
      {label}
      <input
        type="file"
        class="unseen"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const field = event.currentTarget;
          const file = field.files?.[0];
          if (file) onFile(file);
          // The same file, mended, may be chosen again.
          field.value = '';
        }}
      />
    </label>
  );
}
