import t from 'tap'
import { bytesOf, CUT_MARK, cutToBytes, fit, fitLines } from '../src/channels/cut.ts'

t.test('a text too long', async t => {
  t.test('is cut between code points and says where the rest is', async t => {
    const text = '回音😀'.repeat(100)
    for (let atMost = 30; atMost < 60; atMost++) {
      const cut = cutToBytes(text, atMost)
      t.ok(bytesOf(cut) <= atMost)
      t.ok(cut.endsWith(CUT_MARK))
      t.ok(cut.isWellFormed())
      t.ok(text.startsWith(cut.slice(0, -CUT_MARK.length)))
    }
  })

  t.test('is left alone when it fits to the byte', async t => {
    t.equal(cutToBytes('回音', 6), '回音')
    t.equal(cutToBytes('回音回音', 6), '回音')
  })

  t.test('loses of its body only, as little as possible', async t => {
    const text = fit('长'.repeat(2000), body => `标题\n${body}\n落款`, 2048)
    t.ok(text.endsWith(`${CUT_MARK}\n落款`))
    t.ok(bytesOf(text) <= 2048 && bytesOf(text) > 2048 - 6)
  })
})

t.test('lines too many', async t => {
  const lines = Array.from({ length: 200 }, (_, i) => `${i + 1}. ${'长'.repeat(i % 7)}`)
  const render = (kept: readonly string[]) =>
    [...kept, ...(kept.length < lines.length ? [`另有${lines.length - kept.length}件`] : [])].join('\n')

  t.test('are left out whole, as few as possible, at every size', async t => {
    for (let atMost = 12; atMost < bytesOf(render(lines)); atMost += 37) {
      const text = fitLines(lines, render, atMost)!
      const kept = text.split('\n').slice(0, -1)
      t.same(kept, lines.slice(0, kept.length))
      t.ok(bytesOf(text) <= atMost)
      t.ok(bytesOf(render(lines.slice(0, kept.length + 1))) > atMost)
    }
  })

  t.test('all stay when they fit to the byte', async t => {
    const all = render(lines)
    t.equal(fitLines(lines, render, bytesOf(all)), all)
    t.not(fitLines(lines, render, bytesOf(all) - 1), all)
  })

  t.test('have no place at all where not even the rest fits', async t => {
    t.equal(fitLines(lines, render, 3), undefined)
  })
})
