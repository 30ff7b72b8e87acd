/**
 * What the journal needs of a disk: the browser's private files in the worker, a map in memory in a test. All
 * places and lengths are bytes.
 */
export interface SyncFile {
  /** What stands there; shorter where the file ends. */
  read(at: number, length: number): Uint8Array;
  /** How much was written: on a disk that runs full it may be less than was given. */
  write(bytes: Uint8Array, at: number): number;
  truncate(size: number): void;
  /** Returns once the disk, and not only the system, has what was written. */
  flush(): void;
  size(): number;
  close(): void;
}

export interface Folder {
  /** Names of the files and folders in it. */
  names(): Promise<readonly string[]>;
  /** A folder inside, made when it is not there. */
  folder(name: string): Promise<Folder>;
  /** A file inside, made empty when it is not there. One holder at a time. */
  open(name: string): Promise<SyncFile>;
  /** Removes a file, or a folder with all that is in it. */
  remove(name: string): Promise<void>;
}

/** Thrown when less was written than was given: the browser's own name for it, so that one reader serves both. */
export function diskFull(): DOMException {
  return new DOMException('the disk took only a part of what was written', 'QuotaExceededError');
}

/** Writes all of it, or throws. */
export function writeAll(file: SyncFile, bytes: Uint8Array, at: number): void {
  let done = 0;
  while (done < bytes.length) {
    const written = file.write(done === 0 ? bytes : bytes.subarray(done), at + done);
    if (!(written > 0)) throw diskFull();
    done += written;
  }
}
