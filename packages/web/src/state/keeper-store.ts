/** The part of the browser's storage that the keeper needs. */
export type KeeperPlace = {
  /** @throws where the device forbids it */
  readonly read: () => string | null;
  /** @throws where there is no room or the device forbids it; what was there then stays. */
  readonly write: (file: string) => void;
};

/**
 * The keeper's file on this device. The storage holds the truth, because other pages write there too; what it refused
 * to take is held here until the page is closed, and offered to it again with the next change.
 */
export class KeeperStore {
  readonly #place: KeeperPlace;
  #refused: string | undefined;

  constructor(place: KeeperPlace) {
    this.#place = place;
  }

  /** The file as it is now; null where there is none. */
  get file(): string | null {
    return this.#refused ?? this.#read();
  }

  /** Whether the file would be gone with the page. */
  get isUnsaved(): boolean {
    return this.#refused !== undefined;
  }

  /**
   * Keeps a file made from `before`. @returns false where another page has changed the file meanwhile: nothing is
   * written then, and the change is to be made anew on what is there now.
   */
  keep(before: string | null, file: string | null): boolean {
    if (this.file !== before) return false;
    if (file === null || (file === before && !this.isUnsaved)) return true;
    try {
      this.#place.write(file);
      this.#refused = undefined;
    } catch {
      this.#refused = file;
    }
    return true;
  }

  #read(): string | null {
    try {
      return this.#place.read();
    } catch {
      return null;
    }
  }
}
