import type { Page } from 'playwright-core'

/** What is wider than it may be: the page itself, or what stands out of its window and cannot be scrolled to. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const lines: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > innerWidth) lines.push(`the page is ${root.scrollWidth} wide in a window of ${innerWidth}`)
    const scrolls = (one: Element | null): boolean =>
      one !== null &&
      one !== root &&
      (['auto', 'scroll'].includes(getComputedStyle(one).overflowX) || scrolls(one.parentElement))
    for (const one of document.querySelectorAll<HTMLElement>(
      'button, a, input, select, textarea, h1, h2, h3, p, td, th'
    )) {
      const { left, right, width } = one.getBoundingClientRect()
      const out = width > 1 && (right > innerWidth + 1 || left < -1) && right > 0 && left < innerWidth
      if (!out || !one.checkVisibility() || scrolls(one.parentElement)) continue
      lines.push(
        `${one.tagName.toLowerCase()} "${(one.textContent || one.ariaLabel || '').slice(0, 40)}" reaches from ${Math.round(left)} to ${Math.round(right)}`
      )
    }
    return lines.slice(0, 5)
  })
