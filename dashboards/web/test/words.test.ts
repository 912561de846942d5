import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { WORDS } from '../src/words.ts'
import { ALL_WORDS } from './all-words.ts'

const SAYINGS: [word: string, saying: readonly [zh: string, en: string]][] = Object.entries(ALL_WORDS)
const CODES = join(import.meta.dirname, '../../../shared/domain/src/errors.ts')

t.test('the words of the page', async t => {
  t.test('tell of every way in which the house refuses', async t => {
    const [, union = ''] = /export type ErrorCode =([^\n]*(?:\n {2}\|[^\n]*)+)/.exec(readFileSync(CODES, 'utf8')) ?? []
    const codes = [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code!)
    t.ok(codes.includes('PAUSE_NOT_ALLOWED') && codes.length > 60, `${codes.length} codes were read`)
    t.same(
      codes.filter(code => !Object.hasOwn(WORDS, `problem.${code}`)),
      []
    )
  })

  t.test('are in Chinese and English, with the same places to fill', async t => {
    const places = (text: string) => [...new Set(text.match(/\{[\w-]+\}/g))].sort()
    const empty = SAYINGS.filter(([, [zh, en]]) => zh === '' || en === '')
    t.same(empty, [])
    const english = SAYINGS.filter(([, [, en]]) => /\p{Script=Han}/u.test(en))
    t.same(
      english.map(([word]) => word),
      ['language.zh']
    )
    const other = SAYINGS.filter(([, [zh, en]]) => places(zh).join() !== places(en).join())
    t.same(
      other.map(([word]) => word),
      []
    )
  })
})
