import type { CriterionWords as Words } from '@huiyin/schemas/api-appraisal.ts'
import type { Criterion } from '@huiyin/schemas/rating.ts'
import { useId } from 'react'
import type { Static } from 'typebox'
import { language } from '../language.ts'
import style from './appraisal.module.css'

export type CriterionWords = Static<typeof Words>

const SCORES = [1, 2, 3, 4, 5] as const

type RowProps = {
  name: Criterion
  words: CriterionWords | undefined
  value: number | undefined
  /** The next digit is for it. */
  isNext: boolean
  onChange: (value: number) => void
}

/** One criterion: its five scores, and what a 1, a 3 and a 5 mean. */
export function CriterionRow({ name, words, value, isNext, onChange }: RowProps) {
  const group = useId()
  const speaks = language()
  return (
    <fieldset className={style.criterion} data-next={isNext} data-criterion={name}>
      <legend>{words?.[speaks] ?? name}</legend>
      <div className={style.scores}>
        {SCORES.map(score => (
          <label key={score} data-chosen={value === score}>
            <input type="radio" name={group} value={score} checked={value === score} onChange={() => onChange(score)} />
            {score}
          </label>
        ))}
      </div>
      {words && (
        <ul className={style.scale}>
          {([1, 3, 5] as const).map(score => (
            <li key={score} data-chosen={value !== undefined && Math.abs(value - score) < 1}>
              {score} {words.scale[score][speaks]}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
