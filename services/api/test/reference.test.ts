import { readFileSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { openHouse } from './house.ts'
import { referencePage } from './reference-page.ts'

const PAGES = { en: 'docs/reference/api.md', zh: 'docs/zh/reference/api.md' } as const

t.test('the pages of the api name every route of its document (npm run docs:write)', async t => {
  const { app } = await openHouse(t)
  const document = (await app.inject('/api/openapi.json')).json()
  for (const language of ['en', 'zh'] as const) {
    const file = new URL(`../../../${PAGES[language]}`, import.meta.url)
    const page = referencePage(document, language)
    if (process.env.HUIYIN_WRITE_DOCS) writeFileSync(file, page)
    t.equal(readFileSync(file, 'utf8'), page)
  }
})
