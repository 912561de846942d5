import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../adr/', import.meta.url)

/** Every decision by its heading, in the order of their numbers. */
export const decisions = (): { text: string; link: string }[] =>
  readdirSync(FOLDER)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => {
      const heading = /^# (.+)$/m.exec(readFileSync(new URL(name, FOLDER), 'utf8'))
      return { text: heading?.[1] ?? name, link: `/adr/${name.replace(/\.md$/, '')}` }
    })
