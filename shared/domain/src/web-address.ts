const LONGEST = 2000

/**
 * Whether a link of strangers is one that a browser may be given: an address of the web. Platforms pass on what other
 * servers say, and `javascript:` is an address too.
 */
export const isWebAddress = (link: string): boolean =>
  link.length <= LONGEST && /^https?:\/\/[^\s"'<>\\]+$/i.test(link) && URL.canParse(link)
