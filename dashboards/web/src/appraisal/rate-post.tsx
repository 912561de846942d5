import type { SampleRow } from '@huiyin/schemas/api-appraisal.ts'
import type { Criterion, Scores } from '@huiyin/schemas/rating.ts'
import { Alert, Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useRate } from '../data/appraisal.ts'
import { slowly } from '../form/busy.ts'
import { areKeysOn, isAsked, useShortcuts } from '../keys/use-shortcuts.ts'
import { t } from '../language.ts'
import { postName } from '../post-name.ts'
import { problemWords } from '../problem-words.ts'
import { isWeb } from '../ticket/facts.tsx'
import { clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'
import { CriterionRow, type CriterionWords } from './criterion-row.tsx'

type RateProps = {
  row: SampleRow
  criteria: readonly CriterionWords[]
  of: { year: number; quarter: number }
  now: number
  onStep: (by: 1 | -1) => void
}

/** In the order in which they are scored. */
const CRITERIA = ['accuracy', 'usefulness', 'interest', 'originality'] as const satisfies readonly Criterion[]

const isWhole = (scores: Partial<Scores>): scores is Scores => CRITERIA.every(name => scores[name] !== undefined)

/** One post and its four scores: 1 to 5 for each in turn, Enter keeps them and goes on. */
export function RatePost({ row, criteria, of, now, onStep }: RateProps) {
  const { post, accountName, own, ratings } = row
  const [scores, setScores] = useState<Partial<Scores>>(own?.scores ?? {})
  const [note, setNote] = useState(own?.note ?? '')
  const [at, setAt] = useState(0)
  const rate = useRate(of.year, of.quarter)
  const save = () => {
    if (!isWhole(scores) || rate.isPending) return
    rate.mutate({ post: post.id, scores, note }, { onSuccess: () => onStep(1) })
  }
  const score = (name: Criterion, value: number) => {
    setScores({ ...scores, [name]: value })
    setAt(Math.min(CRITERIA.indexOf(name) + 1, CRITERIA.length - 1))
  }
  useKeys({ score: value => score(CRITERIA[at]!, value), back: () => setAt(Math.max(0, at - 1)), save, step: onStep })
  useShortcuts(
    {},
    {
      own: [
        { keys: ['1', '5'], words: t('rating.key-score') },
        { keys: ['Backspace'], words: t('rating.key-back') },
        { keys: ['Enter'], words: t('rating.key-save') },
        { keys: ['j', 'k'], words: t('rating.key-step') }
      ]
    }
  )
  const name = postName({ title: post.title, platform: post.platform, at: post.publishedAt })
  const words = new Map(criteria.map(one => [one.criterion, one]))
  return (
    <article className={style.rate} aria-label={name} data-post={post.id}>
      <header>
        <h3>{name}</h3>
        <p className={style.facts}>
          <span>
            {t(`platform.${post.platform}`)} · {accountName}
          </span>
          {post.publishedAt !== undefined && (
            <time title={exactTime(post.publishedAt)}>{clockTime(post.publishedAt, now)}</time>
          )}
          {isWeb(post.link) && (
            <a href={post.link} target="_blank" rel="noreferrer">
              {t('rating.read')}
            </a>
          )}
          <span>{t('rating.by-others', { count: ratings })}</span>
          {own && <span className={style.good}>{t('rating.done')}</span>}
        </p>
      </header>
      <div className={style.criteria}>
        {CRITERIA.map((name, n) => (
          <CriterionRow
            key={name}
            name={name}
            words={words.get(name)}
            value={scores[name]}
            isNext={n === at}
            onChange={value => score(name, value)}
          />
        ))}
      </div>
      <Input.TextArea
        value={note}
        rows={2}
        maxLength={1000}
        aria-label={t('rating.note')}
        placeholder={t('rating.note')}
        onChange={event => setNote(event.target.value)}
      />
      {rate.error && <Alert type="error" showIcon title={problemWords(rate.error)} />}
      <p className={style.acts}>
        <Button type="primary" disabled={!isWhole(scores)} loading={slowly(rate.isPending)} onClick={save}>
          {t(own ? 'rating.save-again' : 'rating.save')}
        </Button>
        {!isWhole(scores) && <span className={style.hint}>{t('rating.missing')}</span>}
      </p>
    </article>
  )
}

type Keys = { score: (value: number) => void; back: () => void; save: () => void; step: (by: 1 | -1) => void }

/** Digits, Backspace, Enter, j and k, wherever the focus is but in a field of words. */
function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || !areKeysOn() || isAsked()) return
      if (target.closest('textarea, input:not([type=radio]), select, [role=combobox], [role=dialog]')) return
      if (!act(event, latest.current)) return
      event.preventDefault()
    }
    addEventListener('keydown', heard)
    return () => removeEventListener('keydown', heard)
  }, [])
}

/** Whether the key was one of ours. Enter on a link or a button is theirs. */
function act({ key, target }: KeyboardEvent, { score, back, save, step }: Keys): boolean {
  if (/^[1-5]$/.test(key)) score(Number(key))
  else if (key === 'Backspace') back()
  else if (key === 'Enter' && !(target as HTMLElement).closest('a, button')) save()
  else if (key === 'j') step(1)
  else if (key === 'k') step(-1)
  else return false
  return true
}
