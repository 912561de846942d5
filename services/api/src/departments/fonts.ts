import { readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * Address of the built page's own Chinese font, for machines that have none; undefined where the page is not built. What
 * a machine has itself it does not ask for.
 */
export function fontsIn(webRoot: string | undefined): string | undefined {
  if (webRoot === undefined) return
  const name = namesIn(path.join(webRoot, 'assets')).find(one => /^fonts-[\w-]+\.css$/.test(one))
  return name && `/assets/${name}`
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
