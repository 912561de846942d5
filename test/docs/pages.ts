import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Every page that people read, by its path from the project's root. */
export const pages = (): string[] =>
  globSync(['*.md', 'docs/**/*.md', 'infra/**/*.md', 'test/**/*.md'], {
    cwd: ROOT,
    exclude: name => name.includes('node_modules') || name.includes('artefacts')
  }).sort()

export const read = (page: string): string => readFileSync(new URL(page, `file://${ROOT}`), 'utf8')

export interface Link {
  /** As it is written. */
  target: string
  line: number
}

/** Links to elsewhere in the project; what stands in code is none. */
export function linksOf(text: string): Link[] {
  const links: Link[] = []
  let fenced = false
  text.split('\n').forEach((line, i) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced
    if (fenced) return
    for (const [, target] of line.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g))
      if (!/^[a-z][a-z0-9+.-]*:/i.test(target!)) links.push({ target: target!, line: i + 1 })
  })
  return links
}

/** Where a link into the page may lead: as GitHub and the site name headings. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const [, heading] of text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/^#{1,6}\s+(.+)$/gm)) {
    const slug = slugOf(heading!)
    let name = slug
    for (let n = 1; anchors.has(name); n += 1) name = `${slug}-${n}`
    anchors.add(name)
  }
  return anchors
}

const slugOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
