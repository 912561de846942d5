import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { findChromium } from './chromium.ts'
import { type Browser, openBrowser } from './devtools.ts'

const PATIENCE = 60_000

export interface PdfOptions {
  /** The program; absent: it is looked for. */
  chromium?: string
  /** Added to the program's environment. */
  env?: Record<string, string>
}

/**
 * Prints a self-contained page by Chromium. Rejects with PRINTER_MISSING where there is none, or where it does not
 * print within a minute.
 */
export async function pdfOf(html: string, { chromium, env = {} }: PdfOptions): Promise<Uint8Array> {
  const program = await findChromium(chromium)
  if (program === undefined) throw printerMissing(chromium)
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-print-'))
  const browser = openBrowser(program, flags(folder), { ...process.env, ...env })
  const timer = setTimeout(() => void browser.end(), PATIENCE)
  try {
    const page = join(folder, 'page.html')
    await writeFile(page, html, { mode: 0o600 })
    return await print(browser, pathToFileURL(page).href)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new HuiyinError('PRINTER_MISSING', `${program} did not print: ${said}`, { cause: error })
  } finally {
    clearTimeout(timer)
    await browser.end()
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

const flags = (folder: string): string[] => [
  ...['--headless', '--disable-gpu', '--disable-extensions', '--no-first-run', '--disable-dev-shm-usage'],
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium refuses to run as root otherwise; the page runs nothing
  `--user-data-dir=${join(folder, 'profile')}`
]

async function print({ ask, next }: Browser, url: string): Promise<Uint8Array> {
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
  const session = sessionId as string
  await ask('Emulation.setScriptExecutionDisabled', { value: true }, session)
  await ask('Page.enable', {}, session)
  const loaded = next('Page.loadEventFired')
  await Promise.all([ask('Page.navigate', { url }, session), loaded])
  const { data } = await ask('Page.printToPDF', { preferCSSPageSize: true, printBackground: true }, session)
  return new Uint8Array(Buffer.from(data as string, 'base64'))
}

const printerMissing = (named?: string) =>
  new HuiyinError(
    'PRINTER_MISSING',
    named === undefined
      ? 'There is no Chromium, Chrome or Edge on this machine to print PDF with; install one, or name it in HUIYIN_CHROMIUM'
      : `There is no program at ${named}, which HUIYIN_CHROMIUM names, to print PDF with`
  )
