import type { Page } from 'playwright-core'
import type { Test } from 'tap'

/**
 * What browsers complain of: errors on the page, whatever it logs as an error (a breach of the content policy too), and
 * requests of its own that the house refuses or fails. `allow`: what a test provokes.
 */
export function openComplaints(t: Test, allow: readonly RegExp[]) {
  const complaints: string[] = []
  const complain = (page: Page, what: string) => {
    if (allow.some(one => one.test(what))) return
    complaints.push(`${new URL(page.url()).search || '/'}: ${what}`)
  }
  t.teardown(() => {
    if (complaints.length > 0) throw new Error(`The page complained:\n${[...new Set(complaints)].join('\n')}`)
  })
  return {
    complaints,
    listenTo: (page: Page) => {
      page.on('pageerror', error => complain(page, error.stack ?? error.message))
      page.on('console', message => {
        if (message.type() !== 'error') return
        if (!message.text().startsWith('Failed to load resource')) complain(page, message.text()) // told below
      })
      page.on('response', response => {
        const asked = response.request()
        const wrong = response.status() >= 500 || (asked.method() === 'GET' && response.status() >= 400)
        if (wrong) complain(page, `${asked.method()} ${new URL(asked.url()).pathname} → ${response.status()}`)
      })
    }
  }
}
