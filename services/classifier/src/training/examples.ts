import { join } from 'node:path'
import { isHeldOut, readCorpus } from '../corpus.ts'
import { readLines } from '../lines.ts'
import type { TaskName } from '../model.ts'

/** A text with what is known of it: a task without a class learns nothing from it, and it counts as much as `weight` says. */
export interface Example {
  text: string
  classes: Partial<Record<TaskName, string>>
  weight: (task: TaskName) => number
  /** A comment of the corpus, in whose mix of classes the product's comments come. */
  own?: true
}

/** One line of a data file: `title` is the writer's own, where there is one. */
export interface DataLine {
  text: string
  label: string
  title?: string
  source?: string
  sentiment?: string
}

/** The classes of each task, in the order of the weights. */
export const CLASSES = {
  label: ['inquiry', 'suggestion', 'complaint', 'other'],
  sentiment: ['negative', 'neutral', 'positive'],
  department: ['城乡建设', '环境保护', '交通运输', '教育文体', '劳动和社会保障', '商贸旅游', '卫生计生', '公安政法']
} satisfies Record<TaskName, string[]>

/** Own short comments are few and nearest to the product; chosen by cross-validation on the corpus lines trained on. */
export const CORPUS_WEIGHT: Record<TaskName, number> = { label: 5, sentiment: 4, department: 10 }

/** How far each source is from comments under posts; a source that is not named counts 1. */
const LETTER_WEIGHT: Record<string, number> = { '首都之窗(北京)': 0.3, '人民网领导留言板(浙江/杭州)': 0.7 }
const REVIEW_WEIGHT: Record<string, number> = {
  'SMP2020-EWECT_usual': 1,
  'SMP2020-EWECT_virus': 1,
  'weibo_senti_100k(子集)': 0.6,
  ChnSentiCorp_htl_all: 1,
  online_shopping_10_cats: 1,
  waimai_10k: 1
}
const TITLE_WEIGHT = 0.5
const WEAK_OTHER_WEIGHT = 0.25

const ASKS =
  /[?？吗呢]|请|希望|建议|应该|能不能|能否|什么|怎么|哪|求|投诉|举报|咨询|反映|要求|没人管|解决|尽快|赶紧|必须|为何|呼吁/

const always = (weight: number) => () => weight

const letters = (line: DataLine): Example[] => {
  const weight = LETTER_WEIGHT[line.source ?? ''] ?? 1
  const classes = { label: line.label }
  const letter = { text: line.text, classes, weight: always(weight) }
  return line.title ? [letter, { text: line.title, classes, weight: always(weight * TITLE_WEIGHT) }] : [letter]
}

/** What people write on news and ask nothing by is `other`, weakly: nobody labelled it so. */
const feelings = (line: DataLine): Example => {
  const isOpinion = line.source === 'SMP2020-EWECT_virus' && !ASKS.test(line.text)
  const weight = REVIEW_WEIGHT[line.source ?? ''] ?? 1
  return {
    text: line.text,
    classes: isOpinion ? { sentiment: line.label, label: 'other' } : { sentiment: line.label },
    weight: task => (task === 'label' ? WEAK_OTHER_WEIGHT : weight)
  }
}

const own = (): Example[] =>
  readCorpus()
    .filter(line => !isHeldOut(line.text))
    .map(({ text, label, sentiment, department }) => ({
      text,
      classes: department ? { label, sentiment, department } : { label, sentiment },
      weight: task => CORPUS_WEIGHT[task],
      own: true
    }))

/** Everything that is trained on: the public files in `folder` and the house's own corpus. */
export function readExamples(folder: string): Example[] {
  const lines = (name: string) => readLines<DataLine>(join(folder, `${name}.train.jsonl`))
  return [
    ...lines('intent').flatMap(letters),
    ...lines('other').map(({ text, label }) => ({ text, classes: { label }, weight: always(1) })),
    ...lines('sentiment').map(feelings),
    ...[...lines('dept'), ...lines('dept_seg')].map(({ text, label }) => ({
      text,
      classes: { department: label },
      weight: always(1)
    })),
    ...own()
  ]
}
