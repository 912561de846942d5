import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { seeded } from '../src/random.ts'
import { readSayings } from '../src/read-sayings.ts'
import { KINDS, kindOf, voice } from '../src/sayings.ts'
import { SAYINGS } from './sayings.ts'

t.test('a voice', async t => {
  t.test('says what it was given, word for word, of the kind asked for', async t => {
    const say = voice(seeded(1), SAYINGS)
    for (const kind of KINDS) {
      for (let i = 0; i < 20; i++) {
        const saying = say(kind)
        t.ok(SAYINGS.includes(saying))
        t.equal(kindOf(saying), kind)
      }
    }
  })

  t.test('says everything before it repeats anything', async t => {
    const say = voice(seeded(1), SAYINGS)
    const inquiries = SAYINGS.filter(saying => kindOf(saying) === 'inquiry')
    t.same(new Set(inquiries.map(() => say('inquiry').text)), new Set(inquiries.map(({ text }) => text)))
  })

  t.test('says what suits best, but nothing again before half of its kind', async t => {
    const say = voice(seeded(1), SAYINGS)
    const said = Array.from({ length: 8 }, () => say('inquiry', ({ text }) => (text === '停水到几点' ? 1 : 0)).text)
    t.equal(said.filter(text => text === '停水到几点').length, 2)
    t.ok(said.lastIndexOf('停水到几点') - said.indexOf('停水到几点') > 4)
  })

  t.test('begins with what was not said before', async t => {
    const inquiries = SAYINGS.filter(saying => kindOf(saying) === 'inquiry').map(({ text }) => text)
    const fresh = inquiries.at(-1)!
    t.equal(voice(seeded(1), SAYINGS, new Set(inquiries.slice(0, -1)))('inquiry').text, fresh)
  })

  t.test('says the same for the same seed', async t => {
    const said = (seed: number) => {
      const say = voice(seeded(seed), SAYINGS)
      return Array.from({ length: 8 }, () => say('other').text)
    }
    t.same(said(5), said(5))
    t.notSame(said(5), said(6))
  })

  t.test('is refused when there is nothing of a kind, with its name', async t => {
    const calm = SAYINGS.filter(({ urgent }) => !urgent)
    t.throws(() => voice(seeded(1), calm), { name: 'RangeError', message: /none of urgent/ })
  })
})

t.test('a file of sayings', async t => {
  const folder = t.testdir()
  const file = (name: string, lines: readonly string[]) => {
    const path = join(folder, name)
    writeFileSync(path, lines.join('\n'))
    return path
  }

  t.test('is read line by line, other fields left out', async t => {
    const lines = SAYINGS.map(saying => JSON.stringify({ ...saying, sentiment: 'neutral' }))
    t.same(readSayings(file('good.jsonl', [...lines, ''])), SAYINGS)
  })

  t.test('is refused with file and line where a line is none', async t => {
    const good = '{"text":"好","label":"other"}'
    t.throws(() => readSayings(file('no-json.jsonl', [good, '好'])), { message: /no-json.jsonl:2: expected one JSON/ })
    t.throws(() => readSayings(file('no-label.jsonl', ['{"text":"好","label":"urgent"}'])), {
      message: /jsonl:1: .*label/
    })
    t.throws(() => readSayings(file('null.jsonl', ['null'])), { message: /null.jsonl:1/ })
  })
})
