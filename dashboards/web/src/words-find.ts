/** What leads to the search, in Chinese and English; what it says itself comes with it. */
export const FIND_WORDS = {
  'view.search': ['检索', 'Search']
} as const satisfies Record<string, readonly [zh: string, en: string]>
