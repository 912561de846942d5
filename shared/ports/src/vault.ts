/**
 * Seals what must not be read where it is kept. `about` says what it is for, such as `account/wechat/wx…`: it is needed
 * again to open it, so that one sealed text cannot be put in another's place.
 */
export interface Vault {
  /** Throws KEY_MISSING, in words, where there is no key. */
  seal: (text: string, about: string) => string
  /**
   * Throws KEY_MISSING that names the key when it is not there, SECRET_UNREADABLE when the text was changed, or sealed
   * for something else.
   */
  open: (sealed: string, about: string) => string
  /** Ids of the keys, the one that seals first; empty where there is none. */
  keys: () => readonly string[]
}

/** Id of the key that a text was sealed with; undefined when it is no sealed text. */
export const keyOf = (sealed: string): string | undefined => /^v1\.([\w-]{8})\.[\w-]+\.[\w-]+$/.exec(sealed)?.[1]
