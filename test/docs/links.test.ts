import { existsSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import t from 'tap'
import { chinese } from '../../docs/.vitepress/chinese.ts'
import { english } from '../../docs/.vitepress/english.ts'
import { anchorsOf, linksOf, pages, read } from './pages.ts'

const all = pages()

for (const page of all)
  t.test(`every link of ${page} leads somewhere`, async t => {
    for (const { target, line } of linksOf(read(page))) t.equal(faultOf(page, target), undefined, `line ${line}`)
    t.pass()
  })

/** What is wrong with a link, if something is. */
function faultOf(page: string, target: string): string | undefined {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? page : fileOf(page, path)
  if (file === undefined) return `${target}: there is no such file`
  if (anchor === undefined || !file.endsWith('.md')) return undefined
  return anchorsOf(read(file)).has(decodeURIComponent(anchor)) ? undefined : `${target}: ${file} has no such heading`
}

/** From the project's root; `/guide/start` is the site's way to write docs/guide/start.md. */
function fileOf(page: string, path: string): string | undefined {
  const place = path.startsWith('/') ? join('docs', path) : normalize(join(dirname(page), decodeURIComponent(path)))
  return [place, `${place}.md`, join(place, 'index.md')].find(isThere)
}

const rootOf = (file: string) => new URL(`../../${file}`, import.meta.url)
const isThere = (file: string) => existsSync(rootOf(file)) && (statSync(rootOf(file)).isFile() || !file.includes('.'))

type Item = { link?: string; items?: Item[] }

const linksIn = (items: readonly Item[]): string[] =>
  items.flatMap(({ link, items = [] }) => [...(link ? [link] : []), ...linksIn(items)])

t.test('the contents of the site name pages that are there, and every page that is there', async t => {
  const named = [english, chinese].flatMap(({ themeConfig }) => {
    const { nav, sidebar } = themeConfig as { nav: Item[]; sidebar: Item[] }
    return [...linksIn(nav), ...linksIn(sidebar)]
  })
  for (const link of named) t.not(fileOf('docs/index.md', link), undefined, link)
  const listed = new Set(named.map(link => `docs${link}.md`))
  const forgotten = all.filter(page => page.startsWith('docs/') && !/(^|\/)index\.md$/.test(page) && !listed.has(page))
  t.same(forgotten, [])
})

t.test('the Chinese runbooks have a section for each that the English ones have', async t => {
  const sections = (page: string) => [...read(page).matchAll(/^## (\w+)$/gm)].map(([, name]) => name)
  t.same(sections('docs/zh/runbooks.md'), sections('docs/runbooks.md'))
})
