import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import {
  archiveExportCommand,
  archiveInspectionCommand,
  archiveSealCommand
} from '../../services/cli/src/archive-command.ts'
import { fillYear, PHONE, YEAR } from '../../services/cli/test/archive-year.ts'
import { office } from '../../services/cli/test/house.ts'
import { browserFor, PATIENCE } from '../journeys/browser.ts'

/** A folder that was taken out, opened by a browser from the disk, without a network and without the house. */

const { signal: SIGNAL } = new AbortController()

async function opened(t: Test, make: (out: string) => Promise<unknown>) {
  const browser = await browserFor(t)
  if (!browser) return
  const here = await office(t)
  process.env.HUIYIN_DATA = here.settings.data
  await here.look(fillYear)
  const folder = join(here.folder, 'taken')
  await make(folder)
  const context = await browser.newContext({ offline: true })
  context.setDefaultTimeout(PATIENCE)
  t.teardown(() => context.close())
  const page = await context.newPage()
  const wrong: string[] = []
  const asked: string[] = []
  page.on('pageerror', error => wrong.push(error.message))
  page.on('console', message => message.type() === 'error' && wrong.push(message.text()))
  page.on('request', request => asked.push(request.url()))
  page.on('dialog', dialog => wrong.push(dialog.message()))
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  return { folder, page, wrong, asked }
}

const linksOf = (page: Page) => page.$$eval('a', all => all.map(one => (one as { href: string }).href))

t.test('an archive of replies opens from the disk', async t => {
  const found = await opened(t, async out => {
    await archiveSealCommand({ kind: 'replies', year: '2025' }, SIGNAL)
    await archiveExportCommand({ kind: 'replies', year: '2025', out }, SIGNAL)
  })
  if (!found) return
  const { page, folder, wrong, asked } = found
  const table = page.locator('#replies')
  await page.waitForFunction(() => document.querySelectorAll('tbody').length === 2)
  t.equal(await table.locator('tbody tr').count(), YEAR.replies)
  t.match(await table.textContent(), '<script>alert(1)</script>', 'what citizens wrote is text')
  t.notMatch(await page.content(), PHONE)

  await table.locator('input').fill('第17件')
  await table.locator('button').click()
  await page.waitForFunction(() => document.querySelectorAll('#replies tbody tr').length === 1)
  t.match(await table.locator('output').textContent(), '共 1 行')
  await table.locator('input').fill('')
  await table.locator('select[aria-label="平台"]').selectOption('weibo')
  await table.locator('button').click()
  await page.waitForFunction(n => document.querySelectorAll('#replies tbody tr').length === n, YEAR.replies)

  const there = new Set(
    readdirSync(folder, { recursive: true }).map(path => pathToFileURL(join(folder, String(path))).href)
  )
  const links = (await linksOf(page)).map(link => link.replace(/#.*/, ''))
  t.ok(links.length > 5)
  t.same(
    links.filter(link => !there.has(link)),
    [],
    'every link leads to a file of the folder'
  )
  t.same(
    asked.filter(url => !url.startsWith('file:')),
    [],
    'nothing is asked of a network'
  )
  t.same(wrong, [])
})

t.test('the pack for an inspection and an archive with files open from the disk', async t => {
  const found = await opened(t, out => archiveInspectionCommand({ from: '2025-01-01', to: '2026-01-01', out }, SIGNAL))
  if (!found) return
  const { page, wrong } = found
  await page.waitForFunction(() => document.querySelectorAll('#definitions tbody tr').length > 5)
  t.match(await page.locator('#accounts tbody').textContent(), '93.0%')
  t.equal(await page.locator('#unanswered tbody tr').count(), YEAR.unanswered)

  const out = join(process.env.HUIYIN_DATA!, '../reports')
  await archiveSealCommand({ kind: 'reports', year: '2025' }, SIGNAL)
  await archiveExportCommand({ kind: 'reports', year: '2025', out }, SIGNAL)
  await page.goto(pathToFileURL(join(out, 'index.html')).href)
  await page.waitForSelector('#reports tbody a')
  const [file = ''] = (await linksOf(page)).filter(link => link.includes('/files/'))
  t.match(decodeURIComponent(file), /第1期_周报\.docx$/)
  const names = readdirSync(join(out, 'files')).map(name => pathToFileURL(join(out, 'files', name)).href)
  t.ok(names.includes(file), 'the attachment is there')
  t.same(wrong, [])
})
