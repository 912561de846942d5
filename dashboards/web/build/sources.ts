import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the page is made of, and whether what is built of it still stands. */

export const ROOT = join(import.meta.dirname, '..')
/** Where the page is built to. */
export const DIST = join(ROOT, 'dist')

const SCHEMAS = '../../shared/schemas/src/*' // lists of values out of them
const SOURCES = ['src/**/*', 'public/*', 'build/*', 'index.html', 'vite.config.ts', 'package.json', SCHEMAS]

/** The files and folders that the page is made of. */
export const sources = (): string[] => globSync(SOURCES, { cwd: ROOT }).sort()

/** When it was changed, in ms since 1970; undefined where there is none. */
export const age = (file: string): number | undefined => statSync(join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs

/** Whether the built page is younger than all its sources. */
export function isFresh(): boolean {
  const built = age('dist/index.html')
  return built !== undefined && sources().every(file => (age(file) ?? built) <= built)
}
