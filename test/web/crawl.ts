import type { Page } from 'playwright-core'

/** What somebody who looks, points or listens is told by the page as it stands. */

/** `text`: with what is marked in it whole. `where`: the element, shortly. */
export type Told = { text: string; where: string }

const SPOKEN = [
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription'
]

/** Every visible text and every attribute that is read aloud or shown on pointing. */
export const crawl = (page: Page): Promise<Told[]> =>
  page.evaluate(spoken => {
    const whereOf = (one: Element) => {
      const named = one.closest('[data-view] section, nav, header, main, body')
      return `${named?.getAttribute('aria-label') ?? named?.tagName.toLowerCase() ?? ''} ${one.tagName.toLowerCase()}.${one.className}`
    }
    const told: { text: string; where: string }[] = []
    const tell = (text: string | null | undefined, at: Element) => {
      const said = text?.replace(/\s+/g, ' ').trim()
      if (said) told.push({ text: said, where: whereOf(at) })
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!
      if (parent.closest('script, style, noscript, template, .visually-hidden-never')) continue
      const whole = parent.closest('mark')?.parentElement ?? (parent.querySelector(':scope > mark') ? parent : null)
      tell(whole ? whole.textContent : node.textContent, parent)
    }
    for (const one of document.body.querySelectorAll('*'))
      for (const name of spoken) if (one.hasAttribute(name)) tell(one.getAttribute(name), one)
    for (const one of document.body.querySelectorAll<HTMLInputElement>('input[type=button], input[type=submit]'))
      tell(one.value, one)
    tell(document.title, document.documentElement)
    return told
  }, SPOKEN)

/**
 * Every string that the house sent to a page, other than its own names for things: what citizens and offices wrote, and
 * numbers of tickets. Words that the house has ready in both languages are the page's to choose from, and not among them.
 */
export function overheard(page: Page) {
  const strings = new Set<string>()
  const hear = (value: unknown): void => {
    if (typeof value === 'string') strings.add(value.replace(/\s+/g, ' ').trim())
    else if (Array.isArray(value)) for (const one of value) hear(one)
    else if (isInBoth(value)) return
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) {
        hear(name)
        hear(one)
      }
  }
  const waiting = new Set<Promise<void>>()
  page.on('response', response => {
    if (!response.url().includes('/api/') || !(response.headers()['content-type'] ?? '').includes('json')) return
    const heard: Promise<void> = response
      .json()
      .then(hear, () => {}) // it went with the page
      .then(() => void waiting.delete(heard))
    waiting.add(heard)
  })
  return {
    /** All of them so far. */
    all: async (): Promise<ReadonlySet<string>> => {
      await Promise.all(waiting)
      return strings
    }
  }
}

const isInBoth = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
