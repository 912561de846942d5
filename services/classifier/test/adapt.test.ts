import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import type { Learned } from '@huiyin/ports/corrections.ts'
import t from 'tap'
import { openClassifier } from '../src/classify.ts'
import { isHeldOut, readCorpus } from '../src/corpus.ts'
import { commentOf } from '../src/evaluation/comment-of.ts'
import { compare, worseThanBefore } from '../src/evaluation/compare.ts'
import { openModel, readWeights, type Weights } from '../src/model.ts'
import { adapt, taughtExamples } from '../src/training/adapt.ts'
import { CLASSES } from '../src/training/examples.ts'
import { shuffled } from '../src/training/random.ts'
import { writeWeights } from '../src/training/write-weights.ts'

const { cut } = segmenter()
const prior = readWeights()
const adapted = (learned: readonly Learned[], seed = 1) => adapt({ learned, prior, cut, seed, trainedOn: '2026-11-21' })

const PLACES = ['东门', '西街', '南湖', '北苑', '桥头', '新村']
const FLOORS = ['三', '五', '七', '九', '十']
/** What people here call noise, and the shipped weights do not know. */
const habit = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => {
    const n = from + i
    return { text: `${PLACES[n % 6]}${FLOORS[n % 5]}号楼又在赶场了，闹得很`, label: 'complaint' as const }
  })

const held = readCorpus().filter(({ text }) => isHeldOut(text))
const comparedWith = (after: Weights) =>
  compare([{ name: 'held out', rows: [held] }], { before: openModel(prior), after: openModel(after), cut })

const labelsOf = (weights: Weights, texts: readonly string[]) =>
  openClassifier({ cut, model: openModel(weights), evidence: 'none' })(texts.map(text => commentOf(text))).map(
    ({ label }) => label
  )

t.test('an office adapts the shipped weights', async t => {
  const weights = adapted(habit(0, 25))
  const found = await comparedWith(weights)

  t.test('so that what people corrected alike is called by their word, in new comments too', async t => {
    const unseen = habit(25, 30).map(({ text }) => text)
    t.ok(labelsOf(prior, unseen).some(label => label !== 'complaint'))
    t.same(
      labelsOf(weights, unseen),
      unseen.map(() => 'complaint')
    )
  })

  t.test('and loses nothing elsewhere', async t => {
    t.same(
      found.map(({ task }) => task),
      ['intent', 'sentiment', 'dept']
    )
    t.same(worseThanBefore(found), [])
  })

  t.test('and leaves the tasks that nobody corrected as they were', async t => {
    for (const { task, before, after } of found)
      if (task !== 'intent') t.ok(Math.abs(before - after) < 0.002, `${task} ${before} ${after}`)
  })

  t.test('and is as sure as the shipped ones, no more', async t => {
    for (const { name, temperature } of weights.manifest.heads)
      t.equal(temperature, prior.manifest.heads.find(head => head.name === name)?.temperature, name)
  })

  t.test('which are named by both', async t => t.equal(weights.manifest.model, `${prior.manifest.model}+25`))

  t.test('into the same bytes by the same corrections and seed', async t => {
    const folder = pathToFileURL(`${t.testdir({ a: {}, b: {}, c: {} })}/`)
    const digest = (name: string, of: Weights) => {
      writeWeights(new URL(`${name}/`, folder), of)
      const files = ['linear.bin.gz', 'linear.json'].map(file => readFileSync(new URL(`${name}/${file}`, folder)))
      return createHash('sha256').update(Buffer.concat(files)).digest('hex')
    }
    const first = digest('a', weights)
    t.equal(digest('b', adapted(habit(0, 25))), first)
    t.not(digest('c', adapted(habit(0, 25), 2)), first)
  })
})

t.test('corrections at random make it worse, and that is seen', async t => {
  const lines = readCorpus().filter(({ text }) => !isHeldOut(text))
  const learned = Array.from(shuffled(lines.length, 3).subarray(0, 500), (row, i) => ({
    text: `${lines[row]!.text}。。`,
    label: CLASSES.label[Array.from(shuffled(4, i))[0]!] as Learned['label'] & string
  }))
  t.match(worseThanBefore(await comparedWith(adapted(learned))), [{ task: 'intent', set: 'held out' }])
})

t.test('of what people taught it takes what the model can say', async t => {
  t.same(
    taughtExamples([
      { text: '一', department: '没有的局' },
      { text: '二', label: 'other', department: '没有的局' },
      { text: '三', sentiment: 'negative', department: '城乡建设' }
    ]).map(({ text, classes }) => [text, classes]),
    [
      ['二', { label: 'other' }],
      ['三', { sentiment: 'negative', department: '城乡建设' }]
    ]
  )
})
