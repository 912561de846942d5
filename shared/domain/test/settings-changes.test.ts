import { settingChanges } from '@huiyin/domain/settings/changes.ts'
import fc from 'fast-check'
import t from 'tap'

t.test('what is other in a setting', async t => {
  t.test('is said by path, with what it was and what it is', async t => {
    const before = {
      id: 'a',
      rules: [
        { name: 'x', ms: 1 },
        { name: 'y', ms: 2 }
      ],
      old: true
    }
    const after = {
      id: 'a',
      rules: [
        { name: 'y', ms: 3 },
        { name: 'x', ms: 1 }
      ],
      fresh: null
    }
    t.same(settingChanges(before, after), [
      { path: 'fresh', to: null },
      { path: 'old', from: true },
      { path: 'rules/y/ms', from: 2, to: 3 }
    ])
  })

  t.test('is said of plain lists by what came and what went', async t => {
    t.same(settingChanges({ words: ['a', 'b'] }, { words: ['b', 'c'] }), [
      { path: 'words', from: 'a' },
      { path: 'words', to: 'c' }
    ])
    t.same(settingChanges([1, 2], [2, 1]), [{ path: '', from: [1, 2], to: [2, 1] }])
  })

  t.test('is the order where nothing else is, and the place where nothing names the things', async t => {
    t.same(settingChanges([{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'a' }]), [
      { path: '', from: ['a', 'b'], to: ['b', 'a'] }
    ])
    t.same(settingChanges([{ n: 1 }, { n: 2 }], [{ n: 1 }]), [{ path: '1', from: { n: 2 } }])
  })

  t.test('is nothing for the same in another order of fields, whatever the names', async t => {
    t.same(settingChanges({ a: 1, b: { c: [] } }, { b: { c: [] }, a: 1 }), [])
    const named = (words: string[]) => [{ name: '__proto__', words }]
    t.same(settingChanges(named(['a']), named(['b'])), [
      { path: '__proto__/words', from: 'a' },
      { path: '__proto__/words', to: 'b' }
    ])
  })

  t.test('is never nothing for what is not the same, and never something for what is', async t => {
    const value = fc.jsonValue({ maxDepth: 3 })
    const same = (one: unknown, other: unknown) => settingChanges(one, other).length === 0
    t.doesNotThrow(() =>
      fc.assert(
        fc.property(
          value,
          value,
          (one, other) => same(one, structuredClone(one)) && same(one, other) === same(other, one)
        ),
        { numRuns: 500, seed: 20261122 }
      )
    )
    t.doesNotThrow(() =>
      fc.assert(
        fc.property(
          fc.dictionary(fc.string(), value),
          fc.string(),
          (one, name) => !same(one, { ...one, [name]: { new: 1, of: [one] } })
        ),
        { numRuns: 500, seed: 20261122 }
      )
    )
  })
})
