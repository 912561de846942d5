/** Addresses that people enter, and that we shall ask. */
export interface Addresses {
  /**
   * Throws ADDRESS_FORBIDDEN, in words, for one that is no https address of a public host, unless the settings allow it.
   * It is checked again whenever it is asked: a name may become another address.
   */
  check: (url: string) => Promise<void>
}
