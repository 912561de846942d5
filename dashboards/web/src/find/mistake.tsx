import { ApiProblem } from '../data/http.ts'
import { language, t } from '../language.ts'
import style from './find.module.css'

type Said = NonNullable<ApiProblem['query']>

/** What is wrong with a search, where the server says so. */
export const mistakeIn = (error: unknown): Said | undefined => (error instanceof ApiProblem ? error.query : undefined)

/** The search with the place marked that is not understood, and what was expected there. */
export function Mistake({ q, mistake }: { q: string; mistake: Said }) {
  const { from } = mistake
  const to = Math.max(mistake.to, from + 1)
  return (
    <div className={style.mistake} role="alert">
      <h2>{t('find.mistake')}</h2>
      <p className={style.asked}>
        {q.slice(0, from)}
        <mark>{q.slice(from, to) || '\u00a0'}</mark>
        {q.slice(to)}
      </p>
      <p>{mistake[language()]}</p>
    </div>
  )
}
